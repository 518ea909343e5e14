import type { Db } from '#db/connect.ts'
import { deleteEnded, deleteSession, insertSession } from '#db/queries/sessions.ts'
import { deleteAttemptsBefore } from '#db/queries/attempts.ts'
import type { CameBy } from '../domain/access.ts'
import { hashToken } from '../domain/token-hash.ts'
import { newToken } from './new-token.ts'

export interface Browser {
  /** SHA-256 of the session that came with the request; it ends, so that nobody can plant one. */
  readonly formerHash?: Buffer | undefined
  /** What the browser calls itself. */
  readonly browser?: string | undefined
}

export interface BegunSession {
  /** For the cookie; only its hash is stored, so this is the one time it is known. */
  readonly token: string
  /** When the session ends at the latest. */
  readonly expiresAt: Date
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Begin a session, and forget what has ended. Needs a transaction (ASVS 5.0 V7.2.4). */
export async function beginSession(
  trx: Db,
  { formerHash, ...begun }: Browser & { accountId: number; cameBy: CameBy; now: Date },
): Promise<BegunSession> {
  if (formerHash !== undefined) await deleteSession(trx, formerHash)
  await deleteEnded(trx, begun.now)
  await deleteAttemptsBefore(trx, new Date(begun.now.getTime() - DAY_MS))
  const token = newToken()
  return { token, ...(await insertSession(trx, { tokenHash: hashToken(token), ...begun })) }
}
