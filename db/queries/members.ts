import type { Role } from '#server/domain/access.ts'
import type { Db } from '../connect.ts'

/** Who belongs to a private topic. */

export interface Member {
  readonly id: number
  readonly name: string
  readonly role: Role
}

/** Members who may sign in, by name. */
export async function listMembers(db: Db, topicId: number): Promise<Member[]> {
  return await db
    .selectFrom('topic_member as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .where('m.topic_id', '=', topicId)
    .where('a.disabled_at', 'is', null)
    .select(['a.id', 'a.name', 'a.role'])
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
}

/** Whoever could be added: accounts that may sign in, are no members, and do not see everything anyway. */
export async function listNonMembers(db: Db, topicId: number): Promise<Member[]> {
  return await db
    .selectFrom('account as a')
    .where('a.disabled_at', 'is', null)
    .where('a.role', '<>', 'owner')
    .where('a.id', 'not in', (q) =>
      q.selectFrom('topic_member').where('topic_id', '=', topicId).select('account_id'),
    )
    .select(['a.id', 'a.name', 'a.role'])
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
}

export interface Membership {
  readonly topicId: number
  readonly accountId: number
}

/** @returns false where they were a member already */
export async function insertMember(
  db: Db,
  { topicId, accountId, addedBy, now }: Membership & { addedBy: number; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('topic_member')
    .values({ topic_id: topicId, account_id: accountId, added_at: now, added_by: addedBy })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false where they were no member */
export async function deleteMember(db: Db, { topicId, accountId }: Membership): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('topic_member')
    .where('topic_id', '=', topicId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
