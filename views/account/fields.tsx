import { PASSWORD_LEAST, PASSWORD_MOST } from '#server/domain/password-strength.ts'
import { type FieldErrors, type FieldValues, TextField, valueOf } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'

export interface Filled {
  readonly values: FieldValues
  readonly errors: FieldErrors
}

export const EmailField = ({ values, errors, hint }: Filled & { hint?: string | undefined }) => (
  <TextField
    name="email"
    label={wording().account.email}
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
    label={wording().account.name}
    width="medium"
    autocomplete="name"
    spellcheck={false}
    maxLength={80}
    hint={wording().account.nameHint}
    value={valueOf(values, 'name')}
    errors={errors}
  />
)

/** What somebody already has. Never filled again: what was typed goes no further than the check. */
export const PasswordField = ({
  errors,
  name = 'password',
  label = wording().account.password,
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
  label = wording().account.newPassword,
  after = '',
}: Pick<Filled, 'errors'> & { label?: string; after?: string | undefined }) => (
  <TextField
    name="newPassword"
    label={label}
    type="password"
    width="medium"
    autocomplete="new-password"
    maxLength={PASSWORD_MOST}
    hint={wording().account.newPasswordHint(PASSWORD_LEAST, after)}
    errors={errors}
  />
)
