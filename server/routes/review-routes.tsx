import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import { type Queue, countQueues, listReviewedTopics } from '#db/queries/review-queue.ts'
import { QueuePage, QueuePart, type QueueProps } from '#views/contradiction/queue-page.tsx'
import type { ReviewReturn } from '#views/contradiction/review-form.tsx'
import { ReviewPage, ReviewPart } from '#views/contradiction/review-page.tsx'
import { verdictWords } from '#views/contradiction/words.ts'
import { valueOf } from '#views/shared/fields.tsx'
import { reviewContradiction } from '../actions/review-contradiction.ts'
import { takeBackReview } from '../actions/take-back-review.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond, wantsPart } from '../http/respond.tsx'
import { allow } from '../http/session.ts'
import { type Rejected, validForm } from '../http/validate.ts'
import { decodeId, encodeId, paths } from '../paths.ts'
import { contradictionAddress, crumbsOf, findTopicOrRefuse } from './contradiction-routes.tsx'
import {
  ReviewForm,
  type Reviewed,
  UndoForm,
  queueName,
  queueQuery,
  topicSlug,
  undoAddress,
} from './review-forms.ts'
import {
  findQueue,
  findRegion,
  findTopicId,
  fresh,
  notInvolved,
  reviewerOf,
} from './review-queue.ts'

/** A refused review: the pair as it is now, with everything that was typed. */
async function answerAgain(
  db: Db,
  c: AppContext,
  rejected: Rejected,
  status: 422 | 409,
): Promise<Response> {
  const id = decodeId(c.req.param('id') ?? '') ?? 0
  const topic = await findTopicOrRefuse(db, c, id)
  const { values } = rejected
  const back: ReviewReturn = {
    next: valueOf(values, 'next') === 'queue' ? 'queue' : 'page',
    queue: queueName.parse(valueOf(values, 'queue')),
    topic: topicSlug.catch(undefined).parse(valueOf(values, 'topic')),
    isSkipping: valueOf(values, 'skipping') === 'yes',
  }
  if (back.next === 'queue' && back.queue !== 'done') {
    const queue = await findQueue(db, c, {
      queue: queueName.parse(back.queue),
      topic: back.topic,
      at: id,
      page: 1,
    })
    if (queue.item?.x.id === id)
      return await answerQueueAgain(db, c, { queue, back, rejected, status })
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

/** The same while it is still in its queue: in its place there. */
async function answerQueueAgain(
  db: Db,
  c: AppContext,
  given: { queue: QueueProps; back: ReviewReturn; rejected: Rejected; status: 422 | 409 },
): Promise<Response> {
  const { queue, back, rejected, status } = given
  const item = queue.item === undefined ? undefined : { ...queue.item, ...rejected, back }
  return await respond(c, {
    title: 'Review',
    current: 'review',
    hasErrors: true,
    status,
    page: <QueuePage {...queue} item={item} topics={await listReviewedTopics(db)} />,
    fragment: <QueuePart {...queue} item={item} />,
  })
}

const CHANGED =
  'This contradiction was decided on, or its evidence changed, after you opened it. Nothing was saved. What you typed is below: look at the pair again and decide.'

/** Save, or come back with what was typed when somebody was faster. */
async function answerReview(
  deps: Deps,
  c: AppContext,
  id: number,
  form: Reviewed,
): Promise<Response> {
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
    refuseProgram(c, 'edit-conflict')
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
  if (!wantsPart(c)) return goTo(c, paths.reviewQueue({ queue, topic, after, done: encodeId(id) }))
  const props = await findQueue(db, c, {
    queue,
    topic,
    after: decodeId(after ?? ''),
    done: id,
    page: 1,
  })
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

const refuseForm = (): never => {
  throw new Refusal('bad-form')
}

/** Reviewing: the queue, one pair by itself, decisions and taking them back. For the owner alone. */
export const reviewRoutes = (deps: Deps) => {
  const { db, now } = deps
  return new Hono<AppEnv>()
    .get('/review', allow('review'), queueQuery, async (c) => {
      const props = await findQueue(db, c, c.req.valid('query'))
      const topics = await listReviewedTopics(db)
      const waiting = props.queue === 'done' ? 'done' : `${props.counts[props.queue]} waiting`
      return await respond(c, {
        title: `Review, ${waiting}`,
        current: 'review',
        page: <QueuePage {...props} topics={topics} />,
      })
    })
    .get('/x/:id/reviews', allow('review'), contradictionAddress, notInvolved(db), async (c) => {
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
      allow('review'),
      contradictionAddress,
      notInvolved(db),
      validForm(ReviewForm, (rejected, c) => answerAgain(db, c, rejected, 422)),
      async (c) => await answerReview(deps, c, c.req.valid('param').id, c.req.valid('form')),
    )
    .post(
      '/x/:id/reviews/:review/undo',
      allow('review'),
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
