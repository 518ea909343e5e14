import { sql } from 'kysely'
import { nameKey } from '#server/domain/account-names.ts'
import type { Role } from '#server/domain/access.ts'
import type { Db } from '../connect.ts'

/** People who may sign in. Reading and writing; who may do it is asked before. */

export interface Account {
  readonly id: number
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly disabledAt: Date | null
}

/** An account in the list of people, with what it did. */
export interface ListedAccount extends Account {
  readonly createdAt: Date
  readonly lastSeenAt: Date | null
  readonly claims: number
  readonly reviews: number
}

const selectAccounts = (db: Db) =>
  db
    .selectFrom('account')
    .select(['account.id', 'account.name', 'email', 'role', 'disabled_at as disabledAt'])

export async function findAccount(db: Db, id: number): Promise<Account | undefined> {
  return await selectAccounts(db).where('id', '=', id).executeTakeFirst()
}

/** The account that signs in with this address, with what is kept of its password. */
export async function findSigningIn(
  db: Db,
  email: string,
): Promise<(Account & { passwordHash: string | null }) | undefined> {
  return await selectAccounts(db)
    .select('password_hash as passwordHash')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
}

/** What is kept of an account's password; null where it has none, or is not there. */
export async function findPasswordHash(db: Db, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .where('id', '=', id)
    .select('password_hash as hash')
    .executeTakeFirst()
  return row?.hash ?? null
}

/** Everybody, those who may do most first, then by name; disabled accounts last. */
export async function listAccounts(db: Db): Promise<ListedAccount[]> {
  return await selectAccounts(db)
    .select([
      'created_at as createdAt',
      sql<Date | null>`(select max(s.last_seen_at) from session s where s.account_id = account.id)`.as(
        'lastSeenAt',
      ),
      sql<number>`(select count(*)::int from claim c where c.recorded_by = account.id)`.as(
        'claims',
      ),
      sql<number>`(select count(*)::int from review r
        where r.account_id = account.id and r.replaced_at is null)`.as('reviews'),
    ])
    .orderBy(sql`disabled_at is not null`)
    .orderBy(
      sql`array_position(array['owner', 'editor', 'reviewer', 'contributor', 'reader'], role)`,
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** The account, locked against other changes of it. Needs a transaction. */
export async function lockAccount(trx: Db, id: number): Promise<Account | undefined> {
  return await selectAccounts(trx).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Owners who may sign in, all of them locked, so that of two who leave at once one stays. */
export async function lockOwners(trx: Db): Promise<number[]> {
  const rows = await trx
    .selectFrom('account')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

export interface NewAccount {
  readonly name: string
  readonly email: string | null
  readonly passwordHash: string | null
  readonly role: Role
  readonly now: Date
}

/** @returns its id @throws unique_violation on `account_email` or `account_name` */
export async function insertAccount(trx: Db, account: NewAccount): Promise<number> {
  const { id } = await trx
    .insertInto('account')
    .values({
      name: account.name,
      name_key: nameKey(account.name),
      email: account.email?.toLowerCase() ?? null,
      password_hash: account.passwordHash,
      role: account.role,
      created_at: account.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface AccountChange {
  readonly role?: Role
  readonly disabledAt?: Date | null
  readonly passwordHash?: string
  readonly name?: string
  readonly email?: string
}

/** Change what is given and leave the rest. @throws unique_violation as {@link insertAccount} */
export async function saveAccount(trx: Db, id: number, change: AccountChange): Promise<void> {
  const { role, disabledAt, passwordHash, name, email } = change
  await trx
    .updateTable('account')
    .set({
      ...(role === undefined ? {} : { role }),
      ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
      ...(name === undefined ? {} : { name, name_key: nameKey(name) }),
      ...(email === undefined ? {} : { email: email.toLowerCase() }),
    })
    .where('id', '=', id)
    .execute()
}

export interface PeopleEvent {
  readonly at: Date
  readonly actor: { readonly accountId: number; readonly name: string } | undefined
  readonly subject?: { readonly id: number; readonly name: string } | undefined
  readonly topicId?: number | undefined
  /** As a clause about the actor: "made Ana a reviewer". */
  readonly what: string
  readonly why?: string | undefined
}

/** Note what was done to an account, or to who may see what. The log is never changed. */
export async function insertPeopleEvent(trx: Db, event: PeopleEvent): Promise<void> {
  await trx
    .insertInto('people_event')
    .values({
      happened_at: event.at,
      actor_id: event.actor?.accountId ?? null,
      actor: event.actor?.name ?? 'Gainsay',
      subject_id: event.subject?.id ?? null,
      subject: event.subject?.name ?? null,
      topic_id: event.topicId ?? null,
      what: event.what,
      why: event.why ?? null,
      is_why_public: event.why !== undefined,
    })
    .execute()
}

export interface ListedPeopleEvent {
  readonly id: number
  readonly at: Date
  readonly actor: string
  readonly what: string
  readonly why: string | null
}

/** What was done, newest first. */
export async function listPeopleEvents(db: Db, limit: number): Promise<ListedPeopleEvent[]> {
  return await db
    .selectFrom('people_event')
    .select(['id', 'happened_at as at', 'actor', 'what', 'why'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
