import type { Db } from '#db/connect.ts'
import { insertSignInLink, saveOwner } from '#db/queries/sessions.ts'
import { hashToken } from '../domain/token-hash.ts'
import { newToken } from './new-token.ts'

const VALID_MS = 30 * 60 * 1000

/**
 * Make a sign-in link for the first owner, and that account when there is none.
 * @returns the token; only its SHA-256 is stored, so this is the one time it is known
 */
export async function createSignInLink(db: Db, now: Date): Promise<{ token: string }> {
  return await db
    .transaction()
    .execute(async (trx) => await saveLink(trx, { accountId: await saveOwner(trx, now), now }))
}

/** The same for any account: the way back in for whoever lost theirs. */
export async function saveLink(
  trx: Db,
  { accountId, now }: { accountId: number; now: Date },
): Promise<{ token: string }> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + VALID_MS)
  await insertSignInLink(trx, { tokenHash: hashToken(token), accountId, now, expiresAt })
  return { token }
}
