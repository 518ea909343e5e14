import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import {
  deleteEnded,
  deleteSession,
  insertSession,
  lockSignInLink,
  saveSignInLinkUsed,
} from '#db/queries/sessions.ts'
import { Refusal } from '#server/domain/errors.ts'

const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Use a sign-in link: the link is spent and a new session begins, or neither. A session the browser
 * came with ends, so that nobody can plant one beforehand (ASVS 5.0 V7.2.4).
 * @returns the new session's token, for the cookie, and when the session ends at the latest
 * @throws {Refusal} sign-in-link-not-found | sign-in-link-used | sign-in-link-expired
 */
export async function signIn(
  db: Db,
  { linkToken, formerHash, now }: { linkToken: string; formerHash?: Buffer | undefined; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  return await db.transaction().execute(async (trx) => {
    const linkHash = hash(linkToken)
    const link = await lockSignInLink(trx, linkHash)
    if (link === undefined) throw new Refusal('sign-in-link-not-found')
    if (link.usedAt !== null) throw new Refusal('sign-in-link-used')
    if (link.expiresAt <= now) throw new Refusal('sign-in-link-expired')
    await saveSignInLinkUsed(trx, linkHash, now)
    if (formerHash !== undefined) await deleteSession(trx, formerHash)
    await deleteEnded(trx, now)
    const token = randomBytes(32).toString('base64url')
    const { expiresAt } = await insertSession(trx, {
      tokenHash: hash(token),
      accountId: link.accountId,
      now,
    })
    return { token, expiresAt }
  })
}
