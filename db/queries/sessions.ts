import { sql } from 'kysely'
import type { CameBy, Role } from '#server/domain/access.ts'
import type { Db } from '../connect.ts'
import { insertAccount } from './accounts.ts'

/** Unused for this long, a session ends (ASVS 5.0 V7.3.1). */
export const SESSION_IDLE_MS = 14 * 24 * 60 * 60 * 1000

/** However busy, it ends after this long (ASVS 5.0 V7.3.2). */
export const SESSION_LONGEST_MS = 30 * 24 * 60 * 60 * 1000

const idleSince = (now: Date): Date => new Date(now.getTime() - SESSION_IDLE_MS)

export interface FoundSession {
  readonly accountId: number
  readonly name: string
  readonly role: Role
  readonly lastSeenAt: Date
  /** When its person last proved who they are. */
  readonly confirmedAt: Date
  readonly cameBy: CameBy
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
      'session.confirmed_at as confirmedAt',
      'session.came_by as cameBy',
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

export interface NewSession {
  readonly tokenHash: Buffer
  readonly accountId: number
  /** What the browser calls itself. */
  readonly browser?: string | undefined
  readonly cameBy: CameBy
  readonly now: Date
}

export async function insertSession(db: Db, session: NewSession): Promise<{ expiresAt: Date }> {
  const { tokenHash, accountId, browser, cameBy, now } = session
  const expiresAt = new Date(now.getTime() + SESSION_LONGEST_MS)
  await db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      created_at: now,
      last_seen_at: now,
      confirmed_at: now,
      expires_at: expiresAt,
      browser: browser ?? null,
      came_by: cameBy,
    })
    .execute()
  return { expiresAt }
}

export interface ListedSession {
  readonly id: number
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly browser: string | null
  readonly cameBy: CameBy
  readonly isThis: boolean
}

/** Sessions of an account that have not ended, the one used last first. */
export async function listSessions(
  db: Db,
  { accountId, thisHash, now }: { accountId: number; thisHash: Buffer | undefined; now: Date },
): Promise<ListedSession[]> {
  return await db
    .selectFrom('session')
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince(now))
    .select([
      'id',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'browser',
      'came_by as cameBy',
      sql<boolean>`token_hash = ${thisHash ?? Buffer.alloc(0)}`.as('isThis'),
    ])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** End one session of an account, by its id. @returns false where the account has no such session */
export async function deleteSessionOf(db: Db, accountId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** End all sessions of an account, save one. */
export async function deleteSessions(
  db: Db,
  accountId: number,
  except: Buffer | undefined,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(except !== undefined, (q) => q.where('token_hash', '<>', except ?? Buffer.alloc(0)))
    .execute()
}

/** Note that the person of a session has just proved who they are. */
export async function saveConfirmed(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ confirmed_at: now })
    .where('token_hash', '=', tokenHash)
    .execute()
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

/**
 * The account id of the first owner who may sign in, made now where there is none; two processes may ask
 * at once. Needs a transaction.
 */
export async function saveOwner(trx: Db, now: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('gainsay owner'))`.execute(trx)
  const owner = await trx
    .selectFrom('account')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .select('id')
    .orderBy('id')
    .executeTakeFirst()
  if (owner !== undefined) return owner.id
  const made = { name: 'Owner', email: null, passwordHash: null, role: 'owner', now } as const
  return await insertAccount(trx, made)
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
