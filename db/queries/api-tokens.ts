import type { Role, Scope } from '#server/domain/access.ts'
import type { Db } from '../connect.ts'

/** Tokens by which programs act for an account. Only their SHA-256 is stored. */

export interface ListedToken {
  readonly id: number
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** An account's tokens, those that have ended too, newest first. */
export async function listTokens(db: Db, accountId: number): Promise<ListedToken[]> {
  return await db
    .selectFrom('api_token')
    .where('account_id', '=', accountId)
    .select([
      'id',
      'name',
      'scopes',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
    ])
    .orderBy('id', 'desc')
    .execute()
}

export interface NewApiToken {
  readonly accountId: number
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly tokenHash: Buffer
  readonly now: Date
  readonly expiresAt: Date
}

export async function insertToken(db: Db, token: NewApiToken): Promise<void> {
  await db
    .insertInto('api_token')
    .values({
      account_id: token.accountId,
      name: token.name,
      token_hash: token.tokenHash,
      scopes: [...token.scopes],
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .execute()
}

/** @returns false where the account has no such token */
export async function deleteToken(db: Db, accountId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('api_token')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export interface FoundToken {
  readonly id: number
  readonly accountId: number
  readonly name: string
  readonly role: Role
  readonly scopes: readonly Scope[]
  readonly lastUsedAt: Date | null
}

/** The account that a token acts for, unless it has ended or its account was disabled. */
export async function findToken(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<FoundToken | undefined> {
  return await db
    .selectFrom('api_token as t')
    .innerJoin('account as a', 'a.id', 't.account_id')
    .where('t.token_hash', '=', tokenHash)
    .where('t.expires_at', '>', now)
    .where('a.disabled_at', 'is', null)
    .select([
      't.id',
      'a.id as accountId',
      'a.name',
      'a.role',
      't.scopes',
      't.last_used_at as lastUsedAt',
    ])
    .executeTakeFirst()
}

export async function touchToken(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', id).execute()
}
