import { sql } from 'kysely'
import type { FollowedKind } from '#server/domain/recorded-changes.ts'
import type { Db } from '../connect.ts'
import type { Followed } from './feeds.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** What people follow. Whether they may see it is asked before. */

/** Follow something from now on. @returns false where the account follows it already */
export async function insertFollow(
  db: Db,
  { of, id, topicId }: Followed,
  { accountId, now }: { accountId: number; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('follow')
    .values({
      account_id: accountId,
      kind: of,
      thing_id: id,
      topic_id: topicId,
      followed_at: now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/**
 * Stop following something; where it was not followed, nothing changes.
 * @returns since when it was followed
 */
export async function deleteFollow(
  db: Db,
  { of, id }: Pick<Followed, 'of' | 'id'>,
  accountId: number,
): Promise<Date | undefined> {
  const row = await db
    .deleteFrom('follow')
    .where('account_id', '=', accountId)
    .where('kind', '=', of)
    .where('thing_id', '=', id)
    .returning('followed_at')
    .executeTakeFirst()
  return row?.followed_at
}

export async function isFollowed(
  db: Db,
  { of, id }: Pick<Followed, 'of' | 'id'>,
  accountId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('follow')
    .where('account_id', '=', accountId)
    .where('kind', '=', of)
    .where('thing_id', '=', id)
    .select('thing_id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many things an account follows, those in topics it may not see any more included. */
export async function countFollows(db: Db, accountId: number): Promise<number> {
  const { count } = await db
    .selectFrom('follow')
    .where('account_id', '=', accountId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Something that an account follows. */
export interface ListedFollow {
  readonly of: FollowedKind
  readonly id: number
  /** Its slug; of a contradiction, which has none, null. */
  readonly slug: string | null
  /** A topic's title, a party's name, an issue's question; a contradiction has no name of its own. */
  readonly name: string | null
  readonly topicTitle: string
}

/** What an account follows in topics that it may see: by topic, kind, and name. */
export async function listFollows(
  db: Db,
  viewer: NonNullable<TopicViewer>,
): Promise<ListedFollow[]> {
  const { rows } = await sql<ListedFollow>`
    select f.kind as of, f.thing_id as id, coalesce(p.slug, i.slug, case f.kind when 'topic' then t.slug end)
      as slug, coalesce(p.name, i.question, case f.kind when 'topic' then t.title end) as name,
      t.title as "topicTitle"
    from follow f
    join topic t on t.id = f.topic_id
    left join party p on f.kind = 'party' and p.id = f.thing_id
    left join issue i on f.kind = 'issue' and i.id = f.thing_id
    where f.account_id = ${viewer.accountId} and ${isVisible(viewer, 't')}
    order by t.title, t.id, array_position(array['topic', 'party', 'issue', 'contradiction'], f.kind),
      name, f.thing_id`.execute(db)
  return rows
}
