import { sql } from 'kysely'
import type { Visibility } from '#server/domain/access.ts'
import type { Db } from '../connect.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** A topic as far as every page of it needs to know. */
export interface FoundTopic {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly summary: string | null
  readonly visibility: Visibility
  readonly version: number
  readonly mixedWindowDays: number
  readonly reviewsToSettle: number
}

const selectTopics = (db: Db, viewer: TopicViewer) =>
  db
    .selectFrom('topic')
    .where(isVisible(viewer, 'topic'))
    .select([
      'id',
      'slug',
      'title',
      'summary',
      'visibility',
      'version',
      'mixed_window_days as mixedWindowDays',
      'reviews_to_settle as reviewsToSettle',
    ])

/** A topic that the viewer may see; a hidden one is as absent as one that never was. */
export async function findVisibleTopic(
  db: Db,
  slug: string,
  viewer: TopicViewer,
): Promise<FoundTopic | undefined> {
  return await selectTopics(db, viewer).where('slug', '=', slug).executeTakeFirst()
}

/** The same by id, for things that are addressed by ids of their own. */
export async function findVisibleTopicById(
  db: Db,
  id: number,
  viewer: TopicViewer,
): Promise<FoundTopic | undefined> {
  return await selectTopics(db, viewer).where('id', '=', id).executeTakeFirst()
}

/** The slug of a topic, whoever may see it. */
export async function findTopicSlug(db: Db, id: number): Promise<string | undefined> {
  const row = await db.selectFrom('topic').where('id', '=', id).select('slug').executeTakeFirst()
  return row?.slug
}

/** What a topic holds, in counts. */
export interface TopicCounts {
  readonly parties: number
  readonly observers: number
  readonly issues: number
  /** Withdrawn ones are left out. */
  readonly claims: number
  readonly sources: number
  /** Contradictions that people have yet to settle, that they confirmed, that they dismissed. */
  readonly contradictions: {
    readonly open: number
    readonly confirmed: number
    readonly dismissed: number
  }
  readonly changedAt: Date
}

/** A topic in a list, with what it holds. */
export interface ListedTopic extends FoundTopic, TopicCounts {}

const count = (from: string, where = sql`true`) =>
  sql<number>`(select count(*)::int from ${sql.table(from)} t where t.topic_id = topic.id and ${where})`

const selectCounted = (db: Db, viewer: TopicViewer) =>
  selectTopics(db, viewer).select([
    'changed_at as changedAt',
    count('party', sql`t.part = 'party'`).as('parties'),
    count('party', sql`t.part = 'observer'`).as('observers'),
    count('issue').as('issues'),
    count('claim', sql`t.withdrawn_reason is null`).as('claims'),
    count('source').as('sources'),
    count('contradiction', sql`t.status in ('open', 'under review')`).as('open'),
    count('contradiction', sql`t.status = 'confirmed'`).as('confirmed'),
    count('contradiction', sql`t.status = 'dismissed'`).as('dismissed'),
  ])

type CountedRow = Awaited<ReturnType<ReturnType<typeof selectCounted>['execute']>>[number]

const toListed = ({ open, confirmed, dismissed, ...topic }: CountedRow): ListedTopic => ({
  ...topic,
  contradictions: { open, confirmed, dismissed },
})

/** Topics that the viewer may see, the one changed last first. */
export async function listVisibleTopics(db: Db, viewer: TopicViewer): Promise<ListedTopic[]> {
  const rows = await selectCounted(db, viewer)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toListed)
}

/** Which topics the viewer may see at which versions: the small read before {@link listVisibleTopics}. */
export async function listVisibleVersions(
  db: Db,
  viewer: TopicViewer,
): Promise<{ id: number; slug: string; version: number }[]> {
  return await selectTopics(db, viewer)
    .clearSelect()
    .select(['id', 'slug', 'version'])
    .orderBy('id')
    .execute()
}

/** What a topic holds, once its small read has been made. @throws when it is gone meanwhile */
export async function findTopicCounts(
  db: Db,
  topic: { readonly id: number },
): Promise<TopicCounts> {
  const row = await selectCounted(db, { accountId: 0, role: 'owner' })
    .where('id', '=', topic.id)
    .executeTakeFirstOrThrow()
  return toListed(row)
}

/**
 * Ids of the contradictions filed last that still conflict and that nobody dismissed, newest first;
 * of those filed at one moment the ones with the newest evidence. Shifts of one party are left out.
 */
export async function listLatestContradictionIds(
  db: Db,
  topic: { readonly id: number },
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('contradiction')
    .where('topic_id', '=', topic.id)
    .where('status', '<>', 'dismissed')
    .where('resolved_on', 'is', null)
    .where('kind', '<>', 'reversal')
    .select('id')
    .orderBy('filed_at', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('rank', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** A topic as lists of several name it; its version is part of their ETag. */
export interface TopicTitle {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly version: number
}

/** Topics that the viewer may see, by title. */
export async function listTopicTitles(db: Db, viewer: TopicViewer): Promise<TopicTitle[]> {
  return await db
    .selectFrom('topic')
    .where(isVisible(viewer, 'topic'))
    .select(['id', 'slug', 'title', 'version'])
    .orderBy('title')
    .orderBy('id')
    .execute()
}
