import type { PasskeySite } from '#server/domain/passkeys.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { HowToSignIn } from '../layout/problem-page.tsx'
import { ErrorSummary, FormToken, valueOf } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { EmailField, type Filled, PasswordField } from './fields.tsx'
import { PasskeyForm, WhyNoPasskey } from './passkey-form.tsx'

export interface SignInPageProps extends Filled {
  /** Somebody may be signed in already, and come in as somebody else. */
  readonly viewer: Viewer | undefined
  /** Whether this site can have passkeys. */
  readonly passkeySite: PasskeySite
}

/** For people with an account; others are told how to get one. */
export const SignInPage = (props: SignInPageProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <h1>{wording().account.signIn}</h1>
    <p class="lede">{wording().account.signInLede}</p>
    <form class="form" method="post" action={paths.signInForm()} novalidate>
      <Shared {...props} />
      <EmailField values={props.values} errors={props.errors} />
      <PasswordField errors={props.errors} />
      <div class="actions">
        <button class="button-primary">{wording().account.signIn}</button>
      </div>
    </form>
    <ByPasskey {...props} />
    <HowToSignIn />
  </>
)

const Shared = ({ viewer, values }: SignInPageProps) => (
  <>
    <FormToken viewer={viewer} />
    <input type="hidden" name="return_to" value={valueOf(values, 'return_to')} />
  </>
)

const ByPasskey = (props: SignInPageProps) =>
  props.passkeySite.ok ? (
    <PasskeyForm
      use={{ kind: 'get', challenge: paths.passkeySignInChallenge }}
      action={paths.passkeySignIn}
      field="credential"
      label={wording().account.signInWithPasskey}
    >
      <Shared {...props} />
    </PasskeyForm>
  ) : (
    <WhyNoPasskey obstacle={props.passkeySite} />
  )
