import { sql } from 'kysely'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import type { Db } from '../connect.ts'
import { listContradictionsById } from './contradictions.ts'

/** What waits for reviewers, and in which order. */

/**
 * Dismissed, and claims of either side were recorded since. From the sides' own counts, so that it costs
 * nothing however many claims there are.
 */
const hasNewEvidence = sql<boolean>`(x.status = 'dismissed' and x.resolved_on is null
  and greatest(a.last_recorded_at, b.last_recorded_at) > x.settled_at)`

export const QUEUES = ['open', 'under-review', 'new-evidence', 'done'] as const
export type Queue = (typeof QUEUES)[number]

const inQueue = {
  open: sql<boolean>`x.status = 'open' and x.resolved_on is null`,
  'under-review': sql<boolean>`x.status = 'under review' and x.resolved_on is null`,
  'new-evidence': hasNewEvidence,
  done: sql<boolean>`x.status in ('confirmed', 'dismissed') and not ${hasNewEvidence}`,
}

const queued = (db: Db, topicId: number | undefined) =>
  db
    .selectFrom('contradiction as x')
    .innerJoin('side as a', 'a.id', 'x.side_a_id')
    .innerJoin('side as b', 'b.id', 'x.side_b_id')
    .$if(topicId !== undefined, (q) => q.where('x.topic_id', '=', topicId ?? 0))

/** How many contradictions wait in each queue, of one topic or of all. */
export async function countQueues(
  db: Db,
  topicId: number | undefined,
): Promise<Readonly<Record<Queue, number>>> {
  const count = (queue: Queue) => sql<number>`(count(*) filter (where ${inQueue[queue]}))::int`
  return await queued(db, topicId)
    .select([
      count('open').as('open'),
      count('under-review').as('under-review'),
      count('new-evidence').as('new-evidence'),
      count('done').as('done'),
    ])
    .executeTakeFirstOrThrow()
}

export interface QueuePlace {
  readonly id: number
  /** From 1. */
  readonly place: number
}

/**
 * The next contradiction of a queue, by rank, then id.
 * @param from - start after this one, or at it; where it left the queue, at what followed it
 */
export async function findNextInQueue(
  db: Db,
  {
    queue,
    topicId,
    from,
  }: {
    queue: Exclude<Queue, 'done'>
    topicId: number | undefined
    from?: { id: number; isIncluded: boolean } | undefined
  },
): Promise<QueuePlace | undefined> {
  const id = from?.id ?? 0
  return await db
    .with('queue', (q) =>
      queued(q as unknown as Db, topicId)
        .where(inQueue[queue])
        .select([
          'x.id',
          'x.rank',
          sql<number>`(row_number() over (order by x.rank desc, x.id))::int`.as('place'),
        ]),
    )
    .selectFrom('queue')
    .$if(from !== undefined, (q) =>
      q.where(sql<boolean>`(exists (select from contradiction f where f.id = ${id}
        and (queue.rank < f.rank or (queue.rank = f.rank and queue.id > f.id)))
        or ${from?.isIncluded === true} and queue.id = ${id})`),
    )
    .select(['id', 'place'])
    .orderBy('place')
    .limit(1)
    .executeTakeFirst()
}

/** What is settled, latest first: for the queue's list of what is done. */
export async function listDone(
  db: Db,
  topicId: number | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<RecordedContradiction[]> {
  const rows = await queued(db, topicId)
    .where(inQueue.done)
    .select('x.id')
    .orderBy('x.settled_at', 'desc')
    .orderBy('x.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return await listContradictionsById(
    db,
    rows.map((r) => r.id),
  )
}

/** Every topic that has contradictions, for the queue's filter. */
export async function listReviewedTopics(db: Db): Promise<{ slug: string; label: string }[]> {
  return await db
    .selectFrom('topic')
    .where('id', 'in', (q) => q.selectFrom('contradiction').select('topic_id'))
    .select(['slug', 'title as label'])
    .orderBy('title')
    .orderBy('id')
    .execute()
}
