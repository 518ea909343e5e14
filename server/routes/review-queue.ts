import type { MiddlewareHandler } from 'hono'
import type { Db } from '#db/connect.ts'
import { findContradiction, listContradictionsById } from '#db/queries/contradictions.ts'
import {
  DECIDED_QUEUES,
  type DecidedQueue,
  type Queue,
  type QueueCounts,
  type QueueOf,
  countQueues,
  findNextInQueue,
  listQueue,
} from '#db/queries/review-queue.ts'
import { findSnooze } from '#db/queries/snoozes.ts'
import { isInvolved } from '#db/queries/involvement.ts'
import { listHeldReviews, listOwnReviews } from '#db/queries/reviews.ts'
import { findVisibleTopic } from '#db/queries/topics.ts'
import type { QueueProps } from '#views/contradiction/queue-page.tsx'
import type { ReviewReturn } from '#views/contradiction/review-form.tsx'
import type { ReviewRegionProps } from '#views/contradiction/review-region.tsx'
import { noErrors, noValues } from '#views/shared/fields.tsx'
import { may } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { isDisputed } from '../domain/reviews.ts'
import type { AppContext, AppEnv } from '../http/context.ts'
import { accountOf, refuseUnless, viewerOf } from '../http/session.ts'
import type { Rejected } from '../http/validate.ts'
import { decodeId, encodeId, paths } from '../paths.ts'
import { findTopicOrRefuse } from './contradiction-routes.tsx'

/** What the review pages show, found for whoever is asking. */

const LIST_PAGE_SIZE = 20

/**
 * Let nobody review what they recorded.
 * @throws {Refusal} contradiction-not-found | conflict-of-interest
 */
export const notInvolved =
  (db: Db): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const id = decodeId(c.req.param('id') ?? '') ?? 0
    await findTopicOrRefuse(db, c, id)
    refuseUnless(c, 'review', { isInvolved: await isInvolved(db, id, accountOf(c)) })
    await next()
  }

export async function findTopicId(
  db: Db,
  c: AppContext,
  slug: string | undefined,
): Promise<number | undefined> {
  if (slug === undefined) return undefined
  const topic = await findVisibleTopic(db, slug, c.var.viewer)
  if (topic === undefined) throw new Refusal('topic-not-found')
  return topic.id
}

export interface QueueChoice {
  readonly queue: Queue
  readonly topic: string | undefined
  readonly after?: number | undefined
  readonly at?: number | undefined
  readonly done?: number | undefined
  readonly page: number
}

/** Whose queue it is, of which topic. @throws {Refusal} topic-not-found */
export const queueOf = async (
  db: Db,
  c: AppContext,
  topic: string | undefined,
): Promise<QueueOf> => ({
  viewer: viewerOf(c),
  topicId: await findTopicId(db, c, topic),
  now: c.var.now(),
})

const isDecidedQueue = (queue: Queue): queue is DecidedQueue =>
  DECIDED_QUEUES.some((name) => name === queue)

/** Everything a queue shows: counts, what was saved last, and the next pair or a list. */
export async function findQueue(db: Db, c: AppContext, choice: QueueChoice): Promise<QueueProps> {
  const of = await queueOf(db, c, choice.topic)
  return await findCounted(db, c, choice, { of, counts: await countQueues(db, of) })
}

/** The same where it was counted already: counting goes through all that the reviewer may see. */
export async function findCounted(
  db: Db,
  c: AppContext,
  choice: QueueChoice,
  { of, counts }: { of: QueueOf; counts: QueueCounts },
): Promise<QueueProps> {
  const { queue, topic } = choice
  const saved = await findSaved(db, of, choice.done, viewerOf(c).name)
  const shown = { queue, topic, counts, viewer: viewerOf(c), saved }
  if (isDecidedQueue(queue))
    return { ...shown, item: await findItem(db, c, { ...choice, queue, of, counts }) }
  const pages = Math.max(1, Math.ceil(counts[queue] / LIST_PAGE_SIZE))
  const page = Math.min(choice.page, pages)
  const part = { queue, limit: LIST_PAGE_SIZE, offset: (page - 1) * LIST_PAGE_SIZE }
  return { ...shown, list: { items: await listQueue(db, of, part), page, pages } }
}

/** What this reviewer did to one a moment ago: a review, putting it off, or settling it. */
async function findSaved(
  db: Db,
  { viewer, now }: QueueOf,
  id: number | undefined,
  name: string,
): Promise<QueueProps['saved']> {
  if (id === undefined) return undefined
  const { accountId } = viewer
  const review = (await listOwnReviews(db, [id], accountId)).get(id)
  const until = await findSnooze(db, { accountId, contradictionId: id, now })
  const [x] = await listContradictionsById(db, [id])
  if (x === undefined) return undefined
  const isSettled = x.adjudication !== undefined && x.adjudication.by === name
  if (isSettled && may(viewer, 'adjudicate'))
    return { x, review: undefined, until: undefined, isSettled }
  if (review === undefined && until === undefined) return undefined
  return { x, review: until === undefined ? review : undefined, until, isSettled: false }
}

interface ItemChoice extends Omit<QueueChoice, 'queue'> {
  readonly queue: DecidedQueue
  readonly of: QueueOf
  readonly counts: QueueProps['counts']
}

async function findItem(
  db: Db,
  c: AppContext,
  choice: ItemChoice,
): Promise<ReviewRegionProps | undefined> {
  const { queue, topic, of, after, at, counts } = choice
  const start = at ?? after
  const from = start === undefined ? undefined : { id: start, isIncluded: at !== undefined }
  const next = await findNextInQueue(db, of, { queue, from })
  if (next === undefined) return undefined
  const isSkipping = after !== undefined && next.place > 1
  const back: ReviewReturn = { next: 'queue', queue, topic, isSkipping }
  const place = { at: next.place, of: counts[queue] }
  return { ...(await findRegion(db, c, next.id, { back, ...fresh })), place }
}

export const fresh = { values: noValues, errors: noErrors }

/**
 * One pair with the asker's own review and nobody else's; where reviewers differ and the asker may settle
 * that, with all of them.
 */
export async function findRegion(
  db: Db,
  c: AppContext,
  id: number,
  given: Rejected & { back: ReviewReturn },
): Promise<ReviewRegionProps> {
  const viewer = viewerOf(c)
  const topic = await findTopicOrRefuse(db, c, id)
  const x = await findContradiction(db, id)
  if (x === undefined) throw new Refusal('contradiction-not-found')
  const own = (await listOwnReviews(db, [id], viewer.accountId)).get(id)
  const held = await listHeldReviews(db, id)
  const isDiffering = isDisputed(x.status, held.length)
  const differing = isDiffering && may(viewer, 'adjudicate') ? held : undefined
  const { queue, next } = given.back
  const after = { queue, topic: given.back.topic, after: encodeId(id) }
  const skipTo = next === 'queue' ? paths.reviewQueue(after) : undefined
  const canCorrect = may(viewer, 'change what others recorded')
  return {
    x,
    topicTitle: topic.title,
    viewer,
    own,
    isDiffering,
    differing,
    canCorrect,
    skipTo,
    ...given,
  }
}
