import { z } from 'zod'
import type { FieldErrors } from '#views/shared/fields.tsx'
import { isMixedScript, nameKey } from '../domain/account-names.ts'
import { PASSWORD_MOST } from '../domain/password-strength.ts'
import { plainText } from '../http/text.ts'

/** Fields of the forms about accounts. */

export const accountName = plainText({ label: 'Name', max: 80, refuseBidi: true })
  .refine((name) => nameKey(name) !== '', 'A name has at least one letter or digit.')
  .refine(
    (name) => !isMixedScript(name),
    'A word of this name mixes letters of two scripts that look alike. Use one script in each word.',
  )

export const emailAddress = z
  .string({ error: 'Enter the e-mail address.' })
  .trim()
  .min(1, 'Enter the e-mail address.')
  .max(254, 'An e-mail address is at most 254 characters.')
  .pipe(z.email('Enter an e-mail address such as name@example.org.'))

/** As typed: white space belongs to a password, and its strength is another question. */
export const passwordText = z
  .string({ error: 'Enter the password.' })
  .min(1, 'Enter the password.')
  .max(PASSWORD_MOST * 4, `A password is at most ${PASSWORD_MOST} characters.`)

/** What a passkey signed, as JSON; empty until it did. Read by server/domain/passkeys.ts. */
export const signedText = z.string({ error: 'Use the passkey first.' }).max(40_000)

export const returnTo = z.string().max(2048).optional()

/**
 * What the form says when somebody else has the name or the address already.
 * @throws the error itself when it is about something else
 */
export function takenErrors(error: unknown): FieldErrors {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'account_name')
    return { name: ['Somebody here has this name, or one that looks like it. Choose another.'] }
  if (code === '23505' && constraint === 'account_email')
    return { email: ['An account here signs in with this address already.'] }
  throw error
}
