import type { Db } from '../connect.ts'

/** Unused for this long, a session ends (ASVS 5.0 V7.3.1). */
export const SESSION_IDLE_MS = 14 * 24 * 60 * 60 * 1000

/** However busy, it ends after this long (ASVS 5.0 V7.3.2). */
export const SESSION_LONGEST_MS = 30 * 24 * 60 * 60 * 1000

const idleSince = (now: Date): Date => new Date(now.getTime() - SESSION_IDLE_MS)

export interface FoundSession {
  readonly accountId: number
  readonly name: string
  readonly role: 'owner'
  readonly lastSeenAt: Date
}

/** The session of a token that has not ended, of an account that is not disabled. */
export async function findSession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<FoundSession | undefined> {
  return await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', idleSince(now))
    .where('account.disabled_at', 'is', null)
    .select([
      'account.id as accountId',
      'account.name',
      'account.role',
      'session.last_seen_at as lastSeenAt',
    ])
    .executeTakeFirst()
}

/** Note that a session is in use. */
export async function touchSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: now })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function insertSession(
  db: Db,
  session: { tokenHash: Buffer; accountId: number; now: Date },
): Promise<{ expiresAt: Date }> {
  const { tokenHash, accountId, now } = session
  const expiresAt = new Date(now.getTime() + SESSION_LONGEST_MS)
  await db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return { expiresAt }
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** Forget sessions that have ended, and links a month after they could last be used. */
export async function deleteEnded(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where((where) =>
      where.or([where('expires_at', '<=', now), where('last_seen_at', '<=', idleSince(now))]),
    )
    .execute()
  await db
    .deleteFrom('sign_in_link')
    .where('expires_at', '<=', new Date(now.getTime() - SESSION_LONGEST_MS))
    .execute()
}

/** The owner's account id, whether it was there or is made now; two processes may ask at once. */
export async function saveOwner(db: Db, now: Date): Promise<number> {
  await db
    .insertInto('account')
    .values({ name: 'Owner', role: 'owner', created_at: now, disabled_at: null })
    .onConflict((conflict) =>
      conflict
        .column('role')
        .where('role', '=', 'owner')
        .where('disabled_at', 'is', null)
        .doNothing(),
    )
    .execute()
  const owner = await db
    .selectFrom('account')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .select('id')
    .executeTakeFirstOrThrow()
  return owner.id
}

export async function insertSignInLink(
  db: Db,
  link: { tokenHash: Buffer; accountId: number; now: Date; expiresAt: Date },
): Promise<void> {
  const { tokenHash, accountId, now, expiresAt } = link
  await db
    .insertInto('sign_in_link')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
}

/** A sign-in link, locked so that of two requests with it only one signs in. Needs a transaction. */
export async function lockSignInLink(
  trx: Db,
  tokenHash: Buffer,
): Promise<{ accountId: number; expiresAt: Date; usedAt: Date | null } | undefined> {
  return await trx
    .selectFrom('sign_in_link')
    .where('token_hash', '=', tokenHash)
    .select(['account_id as accountId', 'expires_at as expiresAt', 'used_at as usedAt'])
    .forUpdate()
    .executeTakeFirst()
}

export async function saveSignInLinkUsed(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .execute()
}
