import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import { insertSignInLink, saveOwner } from '#db/queries/sessions.ts'

const VALID_MS = 30 * 60 * 1000

/**
 * Make a sign-in link for the owner, and the owner's account when there is none.
 * @returns the token, 256 random bits; only its SHA-256 is stored, so this is the one time it is known
 */
export async function createSignInLink(db: Db, now: Date): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  await db.transaction().execute(async (trx) => {
    await insertSignInLink(trx, {
      tokenHash: createHash('sha256').update(token).digest(),
      accountId: await saveOwner(trx, now),
      now,
      expiresAt: new Date(now.getTime() + VALID_MS),
    })
  })
  return { token }
}
