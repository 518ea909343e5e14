import { paths } from '#server/paths.ts'
import { FormToken, TextField, valueOf } from '../shared/fields.tsx'
import { InstantText } from '../shared/date-text.tsx'
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
    <h2 id="passkeys">Passkeys</h2>
    <p>
      A passkey signs you in with what unlocks your phone, your computer or a security key, and
      works on this site alone.
    </p>
    {props.passkeys.length > 0 && (
      <ul class="list">
        {props.passkeys.map((passkey) => (
          <Passkey passkey={passkey} viewer={props.viewer} />
        ))}
      </ul>
    )}
    {props.passkeys.length > 0 && (
      <p class="small muted">Removing one cannot be undone. Add it again instead.</p>
    )}
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
      Added <InstantText at={passkey.createdAt} />, <LastUsed at={passkey.lastUsedAt} />
    </p>
    <form method="post" action={paths.removePasskey(passkey)}>
      <FormToken viewer={viewer} />
      <button class="button-quiet">
        Remove
        <span class="visually-hidden"> the passkey {passkey.name}</span>
      </button>
    </form>
  </li>
)

const NewPasskey = ({ viewer, values, errors }: SettingsPageProps) => (
  <>
    <PasskeyForm
      use={{ kind: 'create', challenge: paths.passkeyChallenge }}
      action={paths.passkeys}
      field="credential"
      label="Add a passkey"
    >
      <FormToken viewer={viewer} />
      <TextField
        name="passkeyName"
        label="Name of the passkey"
        width="medium"
        maxLength={80}
        hint="For you, to tell it from others: “Phone”, or “Blue security key”."
        value={valueOf(values, 'passkeyName')}
        errors={errors}
      />
    </PasskeyForm>
    <WithoutPasskey>
      Adding one takes a browser that offers passkeys, with JavaScript on.
    </WithoutPasskey>
  </>
)
