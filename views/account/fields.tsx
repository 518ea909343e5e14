import { PASSWORD_LEAST, PASSWORD_MOST } from '#server/domain/password-strength.ts'
import { type FieldErrors, type FieldValues, TextField, valueOf } from '../shared/fields.tsx'

export interface Filled {
  readonly values: FieldValues
  readonly errors: FieldErrors
}

export const EmailField = ({ values, errors, hint }: Filled & { hint?: string | undefined }) => (
  <TextField
    name="email"
    label="E-mail address"
    type="email"
    width="medium"
    autocomplete="username"
    spellcheck={false}
    hint={hint}
    value={valueOf(values, 'email')}
    errors={errors}
  />
)

export const NameField = ({ values, errors }: Filled) => (
  <TextField
    name="name"
    label="Name"
    width="medium"
    autocomplete="name"
    spellcheck={false}
    maxLength={80}
    hint="It signs your reviews and what you record, and readers see it."
    value={valueOf(values, 'name')}
    errors={errors}
  />
)

/** What somebody already has. Never filled again: what was typed goes no further than the check. */
export const PasswordField = ({
  errors,
  name = 'password',
  label = 'Password',
}: Pick<Filled, 'errors'> & { name?: string; label?: string }) => (
  <TextField
    name={name}
    label={label}
    type="password"
    width="medium"
    autocomplete="current-password"
    maxLength={PASSWORD_MOST}
    errors={errors}
  />
)

export const NewPasswordField = ({
  errors,
  label = 'New password',
  after = '',
}: Pick<Filled, 'errors'> & { label?: string; after?: string | undefined }) => (
  <TextField
    name="newPassword"
    label={label}
    type="password"
    width="medium"
    autocomplete="new-password"
    maxLength={PASSWORD_MOST}
    hint={`At least ${PASSWORD_LEAST} characters, of any kind. Four or five words that do not belong together are good and easy to keep. ${after}`}
    errors={errors}
  />
)
