import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/** A topic as far as every page of it needs to know. */
export interface FoundTopic {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly summary: string | null
  readonly visibility: 'public' | 'private'
  readonly version: number
  readonly mixedWindowDays: number
  readonly reviewsToSettle: number
}

/** Whoever is signed in; undefined for readers, to whom private topics do not exist. */
export type TopicViewer = { readonly accountId: number } | undefined

const selectTopics = (db: Db, viewer: TopicViewer) =>
  db
    .selectFrom('topic')
    .$if(viewer === undefined, (query) => query.where('visibility', '=', 'public'))
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

/** A topic in a list, with what it holds. */
export interface ListedTopic extends FoundTopic {
  readonly parties: number
  readonly issues: number
  readonly claims: number
  /** Contradictions that people have yet to settle, that they confirmed, that they dismissed. */
  readonly contradictions: { readonly open: number; readonly confirmed: number; readonly dismissed: number }
  readonly changedAt: Date
}

/** Topics that the viewer may see, the one changed last first. */
export async function listVisibleTopics(db: Db, viewer: TopicViewer): Promise<ListedTopic[]> {
  const count = (from: string, where = sql`true`) =>
    sql<number>`(select count(*)::int from ${sql.table(from)} t where t.topic_id = topic.id and ${where})`
  const rows = await selectTopics(db, viewer)
    .select([
      'changed_at as changedAt',
      count('party', sql`t.part is not null`).as('parties'),
      count('issue').as('issues'),
      count('claim', sql`t.withdrawn_reason is null`).as('claims'),
      count('contradiction', sql`t.status in ('open', 'under review')`).as('open'),
      count('contradiction', sql`t.status = 'confirmed'`).as('confirmed'),
      count('contradiction', sql`t.status = 'dismissed'`).as('dismissed'),
    ])
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ open, confirmed, dismissed, ...topic }) => ({
    ...topic,
    contradictions: { open, confirmed, dismissed },
  }))
}
