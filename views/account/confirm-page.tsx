import type { Viewer } from '../layout/document.tsx'
import { ErrorSummary, type FieldErrors, type FieldValues, FormToken } from '../shared/fields.tsx'
import { PasswordField } from './fields.tsx'

export interface ConfirmPageProps {
  readonly viewer: Viewer
  /** Where the form goes that is waiting, with everything that was typed into it. */
  readonly action: string
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/** The field of a waiting form that carries the password, and nothing else. */
export const CONFIRM_FIELD = 'confirmPassword'

/** Before what could take an account over: is it still the person who signed in? */
export const ConfirmPage = ({ viewer, action, values, errors }: ConfirmPageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Confirm that it is you</h1>
    <p class="lede">
      You signed in a while ago. What comes next could hand an account to somebody else, so give
      your password once more. What you typed is kept. You are asked again after 15 minutes.
    </p>
    <form class="form" method="post" action={action} novalidate>
      <FormToken viewer={viewer} />
      {[...values].flatMap(([name, all]) =>
        all.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <PasswordField name={CONFIRM_FIELD} label="Your password" errors={errors} />
      <div class="actions">
        <button class="button-primary">Confirm and go on</button>
      </div>
    </form>
  </>
)
