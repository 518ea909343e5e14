import { sql } from 'kysely'
import type { Challenge } from '#server/domain/passkeys.ts'
import type { Db } from '../connect.ts'

/** Passkeys of accounts, and the challenges that are waiting for an answer. */

export interface ListedPasskey {
  readonly id: number
  readonly credentialId: Buffer
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** An account's passkeys, in the order in which they were added. */
export async function listPasskeys(db: Db, accountId: number): Promise<ListedPasskey[]> {
  return await db
    .selectFrom('passkey')
    .where('account_id', '=', accountId)
    .select([
      'id',
      'credential_id as credentialId',
      'transports',
      'name',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])
    .orderBy('id')
    .execute()
}

export interface FoundPasskey {
  readonly id: number
  readonly accountId: number
  readonly publicKey: Buffer
  readonly counter: number
  /** What the authenticator knows the account by. */
  readonly handle: Buffer | null
  readonly disabledAt: Date | null
}

const selectFound = (db: Db) =>
  db
    .selectFrom('passkey as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .select([
      'p.id',
      'a.id as accountId',
      'p.public_key as publicKey',
      'p.counter',
      'a.passkey_handle as handle',
      'a.disabled_at as disabledAt',
    ])

/** The passkey that a browser names, with its account, disabled or not. */
export async function findPasskey(db: Db, credentialId: Buffer): Promise<FoundPasskey | undefined> {
  return await selectFound(db).where('p.credential_id', '=', credentialId).executeTakeFirst()
}

/**
 * The same by its id, locked together with its account: of two uses with one counter one comes first,
 * and nobody is disabled meanwhile. Needs a transaction.
 */
export async function lockPasskey(trx: Db, id: number): Promise<FoundPasskey | undefined> {
  return await selectFound(trx).where('p.id', '=', id).forUpdate().executeTakeFirst()
}

export interface NewPasskey {
  readonly accountId: number
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly now: Date
}

/** @returns false where that credential is on record already */
export async function insertPasskey(trx: Db, passkey: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('passkey')
    .values({
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
      created_at: passkey.now,
    })
    .onConflict((c) => c.column('credential_id').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Note that a passkey was used. */
export async function savePasskeyUse(
  trx: Db,
  id: number,
  { counter, now }: { counter: number; now: Date },
): Promise<void> {
  await trx
    .updateTable('passkey')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .execute()
}

/** @returns false where the account has no such passkey */
export async function deletePasskey(trx: Db, accountId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('passkey')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * What authenticators know an account by, for good.
 * @param fresh - 32 random bytes, kept where the account has none yet
 */
export async function savePasskeyHandle(db: Db, accountId: number, fresh: Buffer): Promise<Buffer> {
  const { handle } = await db
    .updateTable('account')
    .set({ passkey_handle: sql<Buffer>`coalesce(passkey_handle, ${fresh})` })
    .where('id', '=', accountId)
    .returning(sql<Buffer>`passkey_handle`.as('handle'))
    .executeTakeFirstOrThrow()
  return handle
}

/** Keep a challenge, by the hash of it, and forget those whose time is over. */
export async function insertChallenge(
  db: Db,
  { hash, now, ...challenge }: Challenge & { readonly hash: Buffer; readonly now: Date },
): Promise<void> {
  await db
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', 'in', (q) =>
      q
        .selectFrom('passkey_challenge')
        .where('expires_at', '<=', now)
        .select('challenge_hash')
        // Two that tidy up at once would otherwise wait for each other in a circle.
        .forUpdate()
        .skipLocked(),
    )
    .execute()
  await db
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: hash,
      purpose: challenge.purpose,
      account_id: challenge.accountId,
      expires_at: challenge.expiresAt,
    })
    .execute()
}

/**
 * Take a challenge away. One statement, so that of many who bring it at once one gets it.
 * @returns undefined where there is none: never given out, or taken before
 */
export async function deleteChallenge(db: Db, hash: Buffer): Promise<Challenge | undefined> {
  return await db
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', hash)
    .returning(['purpose', 'account_id as accountId', 'expires_at as expiresAt'])
    .executeTakeFirst()
}
