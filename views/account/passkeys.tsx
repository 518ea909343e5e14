import { paths } from '#server/paths.ts'
import { FormToken, TextField, valueOf } from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'
import { LastUsed } from './last-used.tsx'
import { PasskeyForm, WhyNoPasskey, WithoutPasskey } from './passkey-form.tsx'
import type { SettingsPageProps } from './settings-page.tsx'

export interface ShownPasskey {
  readonly id: number
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** Passkeys of one's own: which there are, and one more. */
export const Passkeys = (props: SettingsPageProps) => (
  <section aria-labelledby="passkeys">
    <h2 id="passkeys">{wording().account.passkeys}</h2>
    <p>{wording().account.passkeysLede}</p>
    {props.passkeys.length > 0 && (
      <ul class="list">
        {props.passkeys.map((passkey) => (
          <Passkey passkey={passkey} viewer={props.viewer} />
        ))}
      </ul>
    )}
    {props.passkeys.length > 0 && <p class="small muted">{wording().account.removingPasskeys}</p>}
    {props.passkeySite.ok ? (
      <NewPasskey {...props} />
    ) : (
      <WhyNoPasskey obstacle={props.passkeySite} />
    )}
  </section>
)

const Passkey = ({
  passkey,
  viewer,
}: { passkey: ShownPasskey } & Pick<SettingsPageProps, 'viewer'>) => (
  <li>
    <p>
      <bdi>{passkey.name}</bdi>
    </p>
    <p class="small muted">
      {wording().account.added(
        <InstantText at={passkey.createdAt} />,
        <LastUsed at={passkey.lastUsedAt} />,
      )}
    </p>
    <form method="post" action={paths.removePasskey(passkey)}>
      <FormToken viewer={viewer} />
      <button class="button-quiet">{wording().account.removePasskey(passkey.name)}</button>
    </form>
  </li>
)

const NewPasskey = ({ viewer, values, errors }: SettingsPageProps) => (
  <>
    <PasskeyForm
      use={{ kind: 'create', challenge: paths.passkeyChallenge }}
      action={paths.passkeys}
      field="credential"
      label={wording().account.addPasskey}
    >
      <FormToken viewer={viewer} />
      <TextField
        name="passkeyName"
        label={wording().account.passkeyName}
        width="medium"
        maxLength={80}
        hint={wording().account.passkeyNameHint}
        value={valueOf(values, 'passkeyName')}
        errors={errors}
      />
    </PasskeyForm>
    <WithoutPasskey>{wording().account.addingPasskeyNeeds}</WithoutPasskey>
  </>
)
