import { paths } from '#server/paths.ts'
import { HowToSignIn } from '../layout/problem-page.tsx'
import { ErrorSummary, valueOf } from '../shared/fields.tsx'
import { EmailField, type Filled, PasswordField } from './fields.tsx'

/** For people with an account; others are told how to get one. */
export const SignInPage = ({ values, errors }: Filled) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Sign in</h1>
    <p class="lede">Reading needs no account. Recording and reviewing do.</p>
    <form class="form" method="post" action={paths.signInForm()} novalidate>
      <input type="hidden" name="return_to" value={valueOf(values, 'return_to')} />
      <EmailField values={values} errors={errors} />
      <PasswordField errors={errors} />
      <div class="actions">
        <button class="button-primary">Sign in</button>
      </div>
    </form>
    <HowToSignIn />
  </>
)
