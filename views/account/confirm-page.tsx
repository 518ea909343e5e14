import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import {
  ErrorSummary,
  type FieldErrors,
  type FieldValues,
  FormToken,
  HiddenValues,
} from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
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
    <h1>{wording().account.confirm}</h1>
    <p class="lede">{wording().account.confirmLede[askedFor(props.ways)]}</p>
    {props.ways.password && <ByPassword {...props} />}
    {props.ways.passkey && <ByPasskey {...props} />}
  </>
)

const askedFor = ({ password, passkey }: WaysToConfirm): 'password' | 'passkey' | 'either' => {
  if (!passkey) return 'password'
  return password ? 'either' : 'passkey'
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
    <PasswordField
      name={CONFIRM_FIELD}
      label={wording().account.yourPassword}
      errors={props.errors}
    />
    <div class="actions">
      <button class="button-primary">{wording().account.confirmAndGoOn}</button>
    </div>
  </form>
)

const ByPasskey = (props: ConfirmPageProps) => {
  const { action, ways } = props
  const words = wording().account
  const byLink = ways.password ? '' : words.confirmByLink
  if (ways.obstacle !== undefined)
    return <WhyNoPasskey obstacle={ways.obstacle}>{byLink}</WhyNoPasskey>
  return (
    <>
      <PasskeyForm
        use={{ kind: 'get', challenge: paths.passkeyConfirmChallenge }}
        action={action}
        field={CONFIRM_PASSKEY_FIELD}
        label={words.confirmWithPasskey}
        isMain={!ways.password}
      >
        <Waiting {...props} />
      </PasskeyForm>
      <WithoutPasskey>
        {words.passkeyNeeds} {byLink}
      </WithoutPasskey>
    </>
  )
}
