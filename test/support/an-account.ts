import type { Db } from '#db/connect.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import { saveLink } from '#server/actions/create-sign-in-link.ts'
import type { Role } from '#server/domain/access.ts'
import { type App, type Session, followed, noon } from './app.ts'

/** Somebody with an account; no password unless given as its hash. @returns the id and the name */
export async function anAccount(
  db: Db,
  {
    name,
    role = 'reviewer',
    email = null,
    passwordHash = null,
  }: { name: string; role?: Role; email?: string | null; passwordHash?: string | null },
): Promise<{ accountId: number; name: string }> {
  const accountId = await insertAccount(db, { name, role, email, passwordHash, now: noon })
  return { accountId, name }
}

/** Somebody signed in. @returns the cookie to send, a token for forms, and the account */
export async function signedInAs(
  app: App,
  db: Db,
  given: { name?: string; role: Role; now?: Date },
): Promise<Session & { accountId: number; name: string }> {
  const { role, name = `The ${given.role}`, now = noon } = given
  const account = await anAccount(db, { name, role })
  const { token } = await saveLink(db, { accountId: account.accountId, now })
  return { ...(await followed(app, token)), ...account }
}
