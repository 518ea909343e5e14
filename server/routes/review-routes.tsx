import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import {
  QUEUES,
  type Queue,
  countQueues,
  findContradiction,
  findNextInQueue,
  listContradictionsById,
  listDone,
  listOwnReviews,
  listReviewedTopics,
} from '#db/queries/contradictions.ts'
import { findVisibleTopic } from '#db/queries/topics.ts'
import { QueuePage, QueuePart, type QueueProps } from '#views/contradiction/queue-page.tsx'
import { NOTE_MOST, type ReviewReturn } from '#views/contradiction/review-form.tsx'
import { ReviewPage, ReviewPart } from '#views/contradiction/review-page.tsx'
import type { ReviewRegionProps } from '#views/contradiction/review-region.tsx'
import { verdictWords } from '#views/contradiction/words.ts'
import { noErrors, noValues, valueOf } from '#views/shared/fields.tsx'
import { reviewContradiction } from '../actions/review-contradiction.ts'
import { takeBackReview } from '../actions/take-back-review.ts'
import { Refusal } from '../domain/errors.ts'
import { DISAGREEMENT_KINDS, DISMISSAL_REASONS, VERDICTS } from '../domain/reviews.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { goTo, respond, wantsPart } from '../http/respond.tsx'
import { requireOwner } from '../http/session.ts'
import { optionalText } from '../http/text.ts'
import { type Rejected, validAddress, validForm, validQuery } from '../http/validate.ts'
import { decodeId, encodeId, paths } from '../paths.ts'
import { contradictionAddress, crumbsOf, findTopicOrRefuse } from './contradiction-routes.tsx'

const DONE_PAGE_SIZE = 20

const topicSlug = z
  .string()
  .max(200)
  .optional()
  .transform((slug) => (slug === '' ? undefined : slug))

const queueName = z.enum(QUEUES).default('open').catch('open')

const idText = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : decodeId(text)))

const queueQuery = validQuery(
  z.object({
    queue: queueName,
    topic: topicSlug,
    /** The one skipped last, or the one to show. */
    after: idText,
    at: idText,
    /** Decided a moment ago. */
    done: idText,
    page: z.coerce.number('Give a page number.').int().min(1).max(1_000_000).default(1),
  }),
)

const nothing = (text: unknown) => (text === '' ? undefined : text)

const NO_REASON = 'Give the reason why this is no conflict.'

const Back = {
  next: z.enum(['page', 'queue']).default('page'),
  queue: queueName,
  topic: topicSlug,
}

const ReviewForm = z
  .object({
    ...Back,
    verdict: z.enum(VERDICTS, 'Choose a verdict.'),
    reason: z.preprocess(nothing, z.enum(DISMISSAL_REASONS, 'Choose a reason from the list.').optional()),
    kind: z.preprocess(nothing, z.enum(DISAGREEMENT_KINDS, 'Choose from the list.').optional()),
    note: optionalText({ label: 'Note', max: NOTE_MOST, multiline: true }),
    seen: z.string().max(60).optional(),
    skipping: z.literal('yes').optional(),
  })
  .refine((form) => form.verdict !== 'no conflict' || form.reason !== undefined, {
    path: ['reason'],
    message: NO_REASON,
  })

const UndoForm = z.object(Back)

/** @throws {Refusal} sign-in-needed; {@link requireOwner} stands before it */
function reviewerOf(c: AppContext) {
  const viewer = c.var.viewer
  if (viewer === undefined) throw new Refusal('sign-in-needed')
  return viewer
}

async function findTopicId(db: Db, c: AppContext, slug: string | undefined): Promise<number | undefined> {
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
async function findQueue(db: Db, c: AppContext, choice: QueueChoice): Promise<QueueProps> {
  const { queue, topic } = choice
  const viewer = reviewerOf(c)
  const topicId = await findTopicId(db, c, topic)
  const counts = await countQueues(db, topicId)
  const saved = await findSaved(db, viewer.accountId, choice.done)
  const shown = { queue, topic, counts, viewer, saved }
  if (queue !== 'done') return { ...shown, item: await findItem(db, c, { ...choice, queue, topicId, counts }) }
  const pages = Math.max(1, Math.ceil(counts.done / DONE_PAGE_SIZE))
  const page = Math.min(choice.page, pages)
  const part = { limit: DONE_PAGE_SIZE, offset: (page - 1) * DONE_PAGE_SIZE }
  return { ...shown, done: { items: await listDone(db, topicId, part), page, pages } }
}

async function findSaved(db: Db, accountId: number, id: number | undefined): Promise<QueueProps['saved']> {
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

async function findItem(db: Db, c: AppContext, choice: ItemChoice): Promise<ReviewRegionProps | undefined> {
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

const fresh = { values: noValues, errors: noErrors }

/** One pair with the asker's own review and nobody else's. */
async function findRegion(
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

/** A refused review: the pair as it is now, with everything that was typed. */
async function answerAgain(db: Db, c: AppContext, rejected: Rejected, status: 422 | 409): Promise<Response> {
  const id = decodeId(c.req.param('id') ?? '') ?? 0
  const topic = await findTopicOrRefuse(db, c, id)
  const { values } = rejected
  const back: ReviewReturn = {
    next: valueOf(values, 'next') === 'queue' ? 'queue' : 'page',
    queue: queueName.parse(valueOf(values, 'queue')),
    topic: topicSlug.catch(undefined).parse(valueOf(values, 'topic')),
    isSkipping: valueOf(values, 'skipping') === 'yes',
  }
  const region = await findRegion(db, c, id, { ...rejected, back })
  return await respond(c, {
    title: 'Review a contradiction',
    topic,
    current: 'review',
    crumbs: crumbsOf(topic),
    hasErrors: true,
    status,
    page: <ReviewPage {...region} />,
    fragment: <ReviewPart {...region} />,
  })
}

const CHANGED =
  'This contradiction was decided on, or its evidence changed, after you opened it. Nothing was saved. What you typed is below: look at the pair again and decide.'

type Reviewed = z.output<typeof ReviewForm>

/** Save, or come back with what was typed when somebody was faster. */
async function answerReview(deps: Deps, c: AppContext, id: number, form: Reviewed): Promise<Response> {
  const { db, now } = deps
  const { accountId, name } = reviewerOf(c)
  if (form.seen === undefined) throw new Refusal('version-required')
  const { verdict, reason, kind, note, seen } = form
  const review = { verdict, reason, kind, note, seen, reviewer: { accountId, name }, now: now() }
  try {
    await reviewContradiction(db, { contradictionId: id, ...review })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'edit-conflict') throw error
    const values = new Map((await readForm(c)).fields)
    return await answerAgain(db, c, { values, errors: { '': [CHANGED] } }, 409)
  }
  return await answerSaved(db, c, id, form)
}

/** The queue goes on with the next pair in the same answer; everything else returns to its page. */
async function answerSaved(db: Db, c: AppContext, id: number, form: Reviewed): Promise<Response> {
  const { topic, verdict, skipping } = form
  if (form.next === 'page') return goTo(c, paths.contradiction({ id }))
  const queue = await queueToGoOn(db, c, form)
  const after = skipping === 'yes' && queue === form.queue ? encodeId(id) : undefined
  if (!wantsPart(c))
    return goTo(c, paths.reviewQueue({ queue, topic, after, done: encodeId(id) }))
  const props = await findQueue(db, c, { queue, topic, after: decodeId(after ?? ''), done: id, page: 1 })
  const says = `Saved: ${verdictWords[verdict].toLowerCase()}. ${props.counts[queue]} left.`
  return await c.html(
    <>
      <QueuePart {...props} />
      <hx-partial hx-target="#live" hx-swap="innerHTML">
        {says}
      </hx-partial>
    </>,
  )
}

/** What was dismissed and has new evidence since comes after everything that is open. */
async function queueToGoOn(db: Db, c: AppContext, { queue, topic }: Reviewed): Promise<Queue> {
  if (queue !== 'open') return queue
  const counts = await countQueues(db, await findTopicId(db, c, topic))
  return counts.open === 0 && counts['new-evidence'] > 0 ? 'new-evidence' : queue
}

const undoAddress = validAddress(
  z.object({
    id: z.string(),
    review: z.string().refine((part) => decodeId(part) !== undefined),
  }),
)

const refuseForm = (): never => {
  throw new Refusal('bad-form')
}

/** Reviewing: the queue, one pair by itself, decisions and taking them back. For the owner alone. */
export const reviewRoutes = (deps: Deps) => {
  const { db, now } = deps
  return new Hono<AppEnv>()
    .get('/review', requireOwner, queueQuery, async (c) => {
      const props = await findQueue(db, c, c.req.valid('query'))
      const topics = await listReviewedTopics(db)
      const waiting = props.queue === 'done' ? 'done' : `${props.counts[props.queue]} waiting`
      return await respond(c, {
        title: `Review, ${waiting}`,
        current: 'review',
        page: <QueuePage {...props} topics={topics} />,
      })
    })
    .get('/x/:id/reviews', requireOwner, contradictionAddress, async (c) => {
      const { id } = c.req.valid('param')
      const topic = await findTopicOrRefuse(db, c, id)
      const region = await findRegion(db, c, id, { back: { next: 'page' }, ...fresh })
      return await respond(c, {
        title: 'Review a contradiction',
        topic,
        current: 'review',
        crumbs: crumbsOf(topic),
        page: <ReviewPage {...region} />,
      })
    })
    .post(
      '/x/:id/reviews',
      requireOwner,
      contradictionAddress,
      validForm(ReviewForm, (rejected, c) => answerAgain(db, c, rejected, 422)),
      async (c) => await answerReview(deps, c, c.req.valid('param').id, c.req.valid('form')),
    )
    .post(
      '/x/:id/reviews/:review/undo',
      requireOwner,
      undoAddress,
      validForm(UndoForm, refuseForm),
      async (c) => {
        const { accountId, name } = reviewerOf(c)
        const id = decodeId(c.req.valid('param').id) ?? 0
        const reviewId = decodeId(c.req.valid('param').review) ?? 0
        const reviewer = { accountId, name }
        await takeBackReview(db, { contradictionId: id, reviewId, reviewer, now: now() })
        const { next, topic } = c.req.valid('form')
        if (next === 'page') return goTo(c, paths.contradiction({ id }))
        return goTo(c, paths.reviewQueue({ topic, at: encodeId(id) }))
      },
    )
}
