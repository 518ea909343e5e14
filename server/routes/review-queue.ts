import type { MiddlewareHandler } from 'hono'
import type { Db } from '#db/connect.ts'
import { findContradiction, listContradictionsById } from '#db/queries/contradictions.ts'
import { type Queue, countQueues, findNextInQueue, listDone } from '#db/queries/review-queue.ts'
import { isInvolved } from '#db/queries/involvement.ts'
import { listOwnReviews } from '#db/queries/reviews.ts'
import { findVisibleTopic } from '#db/queries/topics.ts'
import type { QueueProps } from '#views/contradiction/queue-page.tsx'
import type { ReviewReturn } from '#views/contradiction/review-form.tsx'
import type { ReviewRegionProps } from '#views/contradiction/review-region.tsx'
import { noErrors, noValues } from '#views/shared/fields.tsx'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv } from '../http/context.ts'
import { accountOf, refuseUnless } from '../http/session.ts'
import type { Rejected } from '../http/validate.ts'
import { decodeId, encodeId, paths } from '../paths.ts'
import { findTopicOrRefuse } from './contradiction-routes.tsx'

/** What the review pages show, found for whoever is asking. */

const DONE_PAGE_SIZE = 20

/** @throws {Refusal} sign-in-needed; the door of its routes stands before it */
export function reviewerOf(c: AppContext) {
  const viewer = c.var.viewer
  if (viewer === undefined) throw new Refusal('sign-in-needed')
  return viewer
}

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

interface QueueChoice {
  readonly queue: Queue
  readonly topic: string | undefined
  readonly after?: number | undefined
  readonly at?: number | undefined
  readonly done?: number | undefined
  readonly page: number
}

/** Everything a queue shows: counts, what was saved last, and the next pair or the list of what is done. */
export async function findQueue(db: Db, c: AppContext, choice: QueueChoice): Promise<QueueProps> {
  const { queue, topic } = choice
  const viewer = reviewerOf(c)
  const topicId = await findTopicId(db, c, topic)
  const counts = await countQueues(db, topicId)
  const saved = await findSaved(db, viewer.accountId, choice.done)
  const shown = { queue, topic, counts, viewer, saved }
  if (queue !== 'done')
    return { ...shown, item: await findItem(db, c, { ...choice, queue, topicId, counts }) }
  const pages = Math.max(1, Math.ceil(counts.done / DONE_PAGE_SIZE))
  const page = Math.min(choice.page, pages)
  const part = { limit: DONE_PAGE_SIZE, offset: (page - 1) * DONE_PAGE_SIZE }
  return { ...shown, done: { items: await listDone(db, topicId, part), page, pages } }
}

async function findSaved(
  db: Db,
  accountId: number,
  id: number | undefined,
): Promise<QueueProps['saved']> {
  if (id === undefined) return undefined
  const review = (await listOwnReviews(db, [id], accountId)).get(id)
  const [x] = review === undefined ? [] : await listContradictionsById(db, [id])
  return review === undefined || x === undefined ? undefined : { x, review }
}

interface ItemChoice extends Omit<QueueChoice, 'queue'> {
  readonly queue: Exclude<Queue, 'done'>
  readonly topicId: number | undefined
  readonly counts: QueueProps['counts']
}

async function findItem(
  db: Db,
  c: AppContext,
  choice: ItemChoice,
): Promise<ReviewRegionProps | undefined> {
  const { queue, topic, topicId, after, at, counts } = choice
  const start = at ?? after
  const from = start === undefined ? undefined : { id: start, isIncluded: at !== undefined }
  const next = await findNextInQueue(db, { queue, topicId, from })
  if (next === undefined) return undefined
  const isSkipping = after !== undefined && next.place > 1
  const back: ReviewReturn = { next: 'queue', queue, topic, isSkipping }
  const place = { at: next.place, of: counts[queue] }
  return { ...(await findRegion(db, c, next.id, { back, ...fresh })), place }
}

export const fresh = { values: noValues, errors: noErrors }

/** One pair with the asker's own review and nobody else's. */
export async function findRegion(
  db: Db,
  c: AppContext,
  id: number,
  given: Rejected & { back: ReviewReturn },
): Promise<ReviewRegionProps> {
  const viewer = reviewerOf(c)
  const topic = await findTopicOrRefuse(db, c, id)
  const x = await findContradiction(db, id)
  if (x === undefined) throw new Refusal('contradiction-not-found')
  const own = (await listOwnReviews(db, [id], viewer.accountId)).get(id)
  const { queue, next } = given.back
  const after = { queue, topic: given.back.topic, after: encodeId(id) }
  const skipTo = next === 'queue' ? paths.reviewQueue(after) : undefined
  return { x, topicTitle: topic.title, viewer, own, skipTo, ...given }
}
