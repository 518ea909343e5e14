import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#server/domain/access.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import type { Db } from '../connect.ts'
import { listContradictionsById } from './contradictions.ts'
import { sidesWrittenBy } from './involvement.ts'
import { isVisible } from './visibility.ts'

/** What waits for one reviewer, and in which order. */

export const QUEUES = ['open', 'disputed', 'snoozed', 'new-evidence', 'done'] as const
export type Queue = (typeof QUEUES)[number]

/** Queues whose pairs are decided on one by one; the others are lists. */
export const DECIDED_QUEUES = ['open', 'disputed', 'new-evidence'] as const
export type DecidedQueue = (typeof DECIDED_QUEUES)[number]

/** Whose queue, of which topic (all that they may see unless given), when. */
export interface QueueOf {
  readonly viewer: Actor
  readonly topicId: number | undefined
  readonly now: Date
}

/**
 * Dismissed, and claims of either side were recorded since that say no line recorded before. From the
 * sides' own counts, so that it costs nothing however many claims there are.
 */
const hasNewEvidence = sql<boolean>`(x.status = 'dismissed' and x.resolved_on is null
  and greatest(a.last_recorded_at, b.last_recorded_at) > x.settled_at)`

const isWaiting = sql<boolean>`(x.status in ('open', 'under review') and x.resolved_on is null)`

const held = sql<number>`(select count(*) from review r
  where r.contradiction_id = x.id and r.replaced_at is null)`

/** The same as isDisputed in server/domain/reviews.ts. */
const isDisputed = sql<boolean>`(x.status = 'under review' and x.resolved_on is null and ${held} >= 2)`

/** Which queue a contradiction is in for this reviewer, as conditions that exclude each other. */
function queuesOf({ viewer, now }: QueueOf): Readonly<Record<Queue, RawBuilder<boolean>>> {
  const id = viewer.accountId
  const isSnoozed = sql<boolean>`exists (select from contradiction_snooze z
    where z.contradiction_id = x.id and z.account_id = ${id} and z.until_at > ${now})`
  const isDecided = sql<boolean>`exists (select from review r where r.contradiction_id = x.id
    and r.account_id = ${id} and r.replaced_at is null)`
  const isMine = sql<boolean>`(x.side_a_id in (select side_id from written)
    or x.side_b_id in (select side_id from written))`
  return {
    open: sql<boolean>`${isWaiting} and not ${isDisputed} and not ${isDecided} and not ${isMine} and not ${isSnoozed}`,
    disputed: sql<boolean>`${isDisputed} and not ${isMine} and not ${isSnoozed}`,
    snoozed: sql<boolean>`${isWaiting} and not ${isMine} and ${isSnoozed}`,
    'new-evidence': sql<boolean>`${hasNewEvidence} and not ${isMine}`,
    done: sql<boolean>`(x.status in ('confirmed', 'dismissed') and not ${hasNewEvidence}
      or ${isWaiting} and ${isDecided} and not ${isDisputed})`,
  }
}

/**
 * Contradictions that the viewer may see. `written` holds the sides that they have a part in: each query
 * begins with it, so that it is found once.
 */
const written = ({ viewer }: QueueOf) =>
  sql`with written as materialized (select side_id from ${sidesWrittenBy(viewer.accountId)} mine)`

const queued = ({ viewer, topicId }: QueueOf) => sql`contradiction x
  join topic t on t.id = x.topic_id
  join side a on a.id = x.side_a_id
  join side b on b.id = x.side_b_id
  where ${isVisible(viewer, 't')} ${topicId === undefined ? sql`` : sql`and x.topic_id = ${topicId}`}`

export type QueueCounts = Readonly<Record<Queue, number>> & {
  /** What waits for somebody else, because the viewer recorded a part of it. */
  readonly forOthers: number
}

/** How many contradictions are in each of a reviewer's queues. */
export async function countQueues(db: Db, of: QueueOf): Promise<QueueCounts> {
  const queues = queuesOf(of)
  const count = (queue: RawBuilder<boolean>) => sql`(count(*) filter (where ${queue}))::int`
  const { rows } = await sql<QueueCounts>`${written(of)}
    select ${count(queues.open)} as "open", ${count(queues.disputed)} as "disputed",
      ${count(queues.snoozed)} as "snoozed", ${count(queues['new-evidence'])} as "new-evidence",
      ${count(queues.done)} as "done",
      ${count(sql`${isWaiting} and (x.side_a_id in (select side_id from written)
        or x.side_b_id in (select side_id from written))`)} as "forOthers"
    from ${queued(of)}`.execute(db)
  const [counts] = rows
  if (counts === undefined) throw new Error('A count without a group always has one row.')
  return counts
}

export interface QueuePlace {
  readonly id: number
  /** From 1. */
  readonly place: number
}

/**
 * Where a contradiction stands in this reviewer's queue: what ranks high comes first, and within ten points
 * each reviewer has an order of their own, so that what comes late in one queue is not late in all.
 */
const placeOf = ({ viewer }: QueueOf) =>
  sql`-(x.rank / 10), hashtext(${String(viewer.accountId)} || ' ' || x.id), x.id`

/**
 * The next contradiction of a queue.
 * @param from - start after this one, or at it; where it left the queue, at what followed it
 */
export async function findNextInQueue(
  db: Db,
  of: QueueOf,
  { queue, from }: { queue: DecidedQueue; from?: { id: number; isIncluded: boolean } | undefined },
): Promise<QueuePlace | undefined> {
  const after =
    from === undefined
      ? sql`true`
      : sql`(exists (select from contradiction x where x.id = ${from.id} and queue.place_key > row(${placeOf(of)}))
        or ${from.isIncluded} and queue.id = ${from.id})`
  const { rows } = await sql<QueuePlace>`${written(of)},
    queue as (
      select x.id, row(${placeOf(of)}) as place_key,
        (row_number() over (order by ${placeOf(of)}))::int as place
      from ${queued(of)} and ${queuesOf(of)[queue]}
    )
    select id, place from queue where ${after} order by place limit 1`.execute(db)
  return rows[0]
}

/** What is in a queue that is a list: put off, soonest back first; or decided, latest first. */
export async function listQueue(
  db: Db,
  of: QueueOf,
  { queue, limit, offset }: { queue: 'snoozed' | 'done'; limit: number; offset: number },
): Promise<RecordedContradiction[]> {
  const order =
    queue === 'done'
      ? sql`x.settled_at desc nulls first, x.id desc`
      : sql`(select z.until_at from contradiction_snooze z
          where z.contradiction_id = x.id and z.account_id = ${of.viewer.accountId}), x.id`
  const { rows } = await sql<{ id: number }>`${written(of)}
    select x.id from ${queued(of)} and ${queuesOf(of)[queue]}
    order by ${order} limit ${limit} offset ${offset}`.execute(db)
  return await listContradictionsById(
    db,
    rows.map((r) => r.id),
  )
}

/** Every topic that the viewer may see and that has contradictions, for the queue's filter. */
export async function listReviewedTopics(
  db: Db,
  viewer: Actor,
): Promise<{ slug: string; label: string }[]> {
  return await db
    .selectFrom('topic')
    .where(isVisible(viewer, 'topic'))
    .where('id', 'in', (q) => q.selectFrom('contradiction').select('topic_id'))
    .select(['slug', 'title as label'])
    .orderBy('title')
    .orderBy('id')
    .execute()
}
