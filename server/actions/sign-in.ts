import type { Db } from '#db/connect.ts'
import { findAccount, findSigningIn } from '#db/queries/accounts.ts'
import { lockSignInLink, saveSignInLinkUsed } from '#db/queries/sessions.ts'
import { Refusal } from '../domain/errors.ts'
import { hashToken } from '../domain/token-hash.ts'
import { type BegunSession, type Browser, beginSession } from './begin-session.ts'
import { isPassword } from './passwords.ts'

/**
 * Use a sign-in link: the link is spent and a new session begins, or neither.
 * @throws {Refusal} sign-in-link-not-found | sign-in-link-used | sign-in-link-expired
 */
export async function signIn(
  db: Db,
  { linkToken, now, ...browser }: Browser & { linkToken: string; now: Date },
): Promise<BegunSession & { accountId: number }> {
  return await db.transaction().execute(async (trx) => {
    const linkHash = hashToken(linkToken)
    const link = await lockSignInLink(trx, linkHash)
    const account = link && (await findAccount(trx, link.accountId))
    if (link === undefined || account === undefined) throw new Refusal('sign-in-link-not-found')
    if (link.usedAt !== null) throw new Refusal('sign-in-link-used')
    if (link.expiresAt <= now || account.disabledAt !== null)
      throw new Refusal('sign-in-link-expired')
    await saveSignInLinkUsed(trx, linkHash, now)
    const { accountId } = link
    const session = await beginSession(trx, { accountId, cameBy: 'link', now, ...browser })
    return { accountId, ...session }
  })
}

/**
 * Sign in with an e-mail address and a password.
 * @returns undefined where the two do not belong together, whatever the reason: no such address, another
 * password, none, or a disabled account; all take the same time and look the same
 */
export async function signInWithPassword(
  db: Db,
  { email, password, now, ...browser }: Browser & { email: string; password: string; now: Date },
): Promise<(BegunSession & { accountId: number }) | undefined> {
  const account = await findSigningIn(db, email)
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (account === undefined || !isRight || account.disabledAt !== null) return undefined
  const accountId = account.id
  return await db.transaction().execute(async (trx) => ({
    accountId,
    ...(await beginSession(trx, { accountId, cameBy: 'password', now, ...browser })),
  }))
}
