import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  HiddenValues,
} from '../shared/fields.tsx'
import { PasswordField } from './fields.tsx'
import { PasskeyForm, type PasskeyObstacle, WithoutPasskey, WhyNoPasskey } from './passkey-form.tsx'

/** How whoever is asked can answer. */
export interface WaysToConfirm {
  readonly password: boolean
  readonly passkey: boolean
  /** Why passkeys cannot be used at this address, where they cannot. */
  readonly obstacle?: PasskeyObstacle | undefined
}

export interface ConfirmPageProps {
  readonly viewer: Viewer
  /** Where the form goes that is waiting, with everything that was typed into it. */
  readonly action: string
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly ways: WaysToConfirm
}

/** The field of a waiting form that carries the password, and nothing else. */
export const CONFIRM_FIELD = 'confirmPassword'
/** The same for what a passkey signed. */
export const CONFIRM_PASSKEY_FIELD = 'confirmPasskey'

/** Before what could take an account over: is it still the person who signed in? */
export const ConfirmPage = (props: ConfirmPageProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <h1>Confirm that it is you</h1>
    <p class="lede">
      You signed in a while ago. What comes next could hand an account to somebody else, so{' '}
      {askedFor(props.ways)}. What you typed is kept. You are asked again after 15 minutes.
    </p>
    {props.ways.password && <ByPassword {...props} />}
    {props.ways.passkey && <ByPasskey {...props} />}
  </>
)

const askedFor = ({ password, passkey }: WaysToConfirm): string => {
  if (!passkey) return 'give your password once more'
  return password ? 'give your password or use a passkey once more' : 'use your passkey once more'
}

const Waiting = ({ viewer, values }: ConfirmPageProps) => (
  <>
    <FormToken viewer={viewer} />
    <HiddenValues values={values} />
  </>
)

const ByPassword = (props: ConfirmPageProps) => (
  <form class="form" method="post" action={props.action} novalidate>
    <Waiting {...props} />
    <PasswordField name={CONFIRM_FIELD} label="Your password" errors={props.errors} />
    <div class="actions">
      <button class="button-primary">Confirm and go on</button>
    </div>
  </form>
)

const ByPasskey = (props: ConfirmPageProps) => {
  const { action, ways } = props
  const byLink = ways.password ? '' : 'Signing in again, by a link of an owner, confirms as well.'
  if (ways.obstacle !== undefined)
    return <WhyNoPasskey obstacle={ways.obstacle}>{byLink}</WhyNoPasskey>
  return (
    <>
      <PasskeyForm
        use={{ kind: 'get', challenge: paths.passkeyConfirmChallenge }}
        action={action}
        field={CONFIRM_PASSKEY_FIELD}
        label="Confirm with a passkey"
        isMain={!ways.password}
      >
        <Waiting {...props} />
      </PasskeyForm>
      <WithoutPasskey>
        Using a passkey takes a browser that offers them, with JavaScript on. {byLink}
      </WithoutPasskey>
    </>
  )
}
