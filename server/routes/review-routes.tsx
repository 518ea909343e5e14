import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import {
  type Queue,
  type QueueCounts,
  countQueues,
  listReviewedTopics,
} from '#db/queries/review-queue.ts'
import { deleteSnooze, saveSnooze } from '#db/queries/snoozes.ts'
import { QueuePage, QueuePart, type QueueProps } from '#views/contradiction/queue-page.tsx'
import type { ReviewReturn } from '#views/contradiction/review-form.tsx'
import { ReviewPage, ReviewPart } from '#views/contradiction/review-page.tsx'
import { translated } from '#views/words/messages.ts'
import { wording } from '#views/words/wording.ts'
import { valueOf } from '#views/shared/fields.tsx'
import { adjudicate, takeBackAdjudication } from '../actions/adjudicate.ts'
import { reviewContradiction } from '../actions/review-contradiction.ts'
import { takeBackReview } from '../actions/take-back-review.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { readForm } from '../http/form.ts'
import { refuseProgram } from '../http/problem.tsx'
import { goTo, respond, wantsPart } from '../http/respond.tsx'
import { actorOf, allow, viewerOf } from '../http/session.ts'
import { type Rejected, validForm } from '../http/validate.ts'
import { decodeId, encodeId, paths } from '../paths.ts'
import { contradictionAddress, crumbsOf, findTopicOrRefuse } from './contradiction-routes.tsx'
import {
  AdjudicationForm,
  BackForm,
  ReviewForm,
  type Reviewed,
  SnoozeForm,
  decisionIn,
  queueName,
  queueQuery,
  topicSlug,
  undoAddress,
} from './review-forms.ts'
import { findCounted, findQueue, findRegion, fresh, notInvolved, queueOf } from './review-queue.ts'

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
  if (back.next === 'queue') {
    const choice = { queue: queueName.parse(back.queue), topic: back.topic, at: id, page: 1 }
    const queue = await findQueue(db, c, choice)
    if (queue.item?.x.id === id)
      return await answerQueueAgain(db, c, { queue, back, rejected, status })
  }
  const region = await findRegion(db, c, id, { ...rejected, back })
  return await respond(c, {
    title: wording().review.one,
    topic,
    current: 'review',
    crumbs: crumbsOf(topic),
    extra: 'review',
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
  const topics = await listReviewedTopics(db, viewerOf(c))
  return await respond(c, {
    title: wording().review.title,
    current: 'review',
    extra: 'review',
    hasErrors: true,
    status,
    page: <QueuePage {...queue} item={item} topics={topics} />,
    fragment: <QueuePart {...queue} item={item} />,
  })
}

const CHANGED =
  'This contradiction was decided on, or its evidence changed, after you opened it. Nothing was saved. What you typed is below: look at the pair again and decide.'

/** Do it, or come back with what was typed when somebody was faster; undefined where it was done. */
async function orAgain(
  db: Db,
  c: AppContext,
  act: () => Promise<unknown>,
): Promise<Response | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    const isLate =
      error instanceof Refusal && (error.code === 'edit-conflict' || error.code === 'not-disputed')
    if (!isLate) throw error
    const values = new Map((await readForm(c)).fields)
    refuseProgram(c, error.code)
    return await answerAgain(db, c, { values, errors: { '': [CHANGED] } }, 409)
  }
}

async function answerReview(db: Db, c: AppContext, id: number, form: Reviewed): Promise<Response> {
  const { seen, kind, note } = form
  if (seen === undefined) throw new Refusal('version-required')
  const { now, ...reviewer } = actorOf(c)
  const decision = decisionIn(form)
  const review = { ...decision, kind, note, seen, reviewer, now }
  const again = await orAgain(
    db,
    c,
    async () => await reviewContradiction(db, { contradictionId: id, ...review }),
  )
  if (again !== undefined) return again
  if (form.next === 'page') return goTo(c, paths.contradiction({ id }))
  const verdict = wording().contradiction.verdicts[decision.verdict].toLowerCase()
  const says = wording().review.saved(verdict)
  return await answerNext(db, c, id, { ...form, says })
}

interface Next {
  readonly queue: Queue
  readonly topic: string | undefined
  readonly skipping?: 'yes' | undefined
  /** For the live region, before how many are left. */
  readonly says: string
}

/** The queue goes on with the next pair in the same answer. */
async function answerNext(db: Db, c: AppContext, id: number, next: Next): Promise<Response> {
  const { topic, skipping, says } = next
  const of = await queueOf(db, c, topic)
  const counts = await countQueues(db, of)
  const queue = queueToGoOn(next.queue, counts)
  const after = skipping === 'yes' && queue === next.queue ? id : undefined
  const done = encodeId(id)
  if (!wantsPart(c)) {
    const from = after === undefined ? undefined : encodeId(after)
    return goTo(c, paths.reviewQueue({ queue, topic, after: from, done }))
  }
  const props = await findCounted(db, c, { queue, topic, after, done: id, page: 1 }, { of, counts })
  return await c.html(
    <>
      <QueuePart {...props} />
      <hx-partial hx-target="#live" hx-swap="innerHTML">
        {wording().review.left(translated(says), counts[queue])}
      </hx-partial>
    </>,
  )
}

/** What was dismissed and has new evidence since comes after everything that is open. */
const queueToGoOn = (queue: Queue, counts: QueueCounts): Queue =>
  queue === 'open' && counts.open === 0 && counts['new-evidence'] > 0 ? 'new-evidence' : queue

const refuseForm = (): never => {
  throw new Refusal('bad-form')
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** The queue, one pair by itself, decisions and taking them back. */
const decisionRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/review', allow('review'), queueQuery, async (c) => {
      const props = await findQueue(db, c, c.req.valid('query'))
      const topics = await listReviewedTopics(db, viewerOf(c))
      const { titleDone, titleWaiting } = wording().review
      const { queue, counts } = props
      return await respond(c, {
        title: queue === 'done' ? titleDone : titleWaiting(counts[queue]),
        current: 'review',
        extra: 'review',
        page: <QueuePage {...props} topics={topics} />,
      })
    })
    .get('/x/:id/reviews', allow('review'), contradictionAddress, notInvolved(db), async (c) => {
      const { id } = c.req.valid('param')
      const topic = await findTopicOrRefuse(db, c, id)
      const region = await findRegion(db, c, id, { back: { next: 'page' }, ...fresh })
      return await respond(c, {
        title: wording().review.one,
        topic,
        current: 'review',
        crumbs: crumbsOf(topic),
        extra: 'review',
        page: <ReviewPage {...region} />,
      })
    })
    .post(
      '/x/:id/reviews',
      allow('review'),
      contradictionAddress,
      notInvolved(db),
      validForm(ReviewForm, (rejected, c) => answerAgain(db, c, rejected, 422)),
      async (c) => await answerReview(db, c, c.req.valid('param').id, c.req.valid('form')),
    )
    .post(
      '/x/:id/reviews/:review/undo',
      allow('review'),
      undoAddress,
      validForm(BackForm, refuseForm),
      async (c) => {
        const { now, ...reviewer } = actorOf(c)
        const id = decodeId(c.req.valid('param').id) ?? 0
        await findTopicOrRefuse(db, c, id)
        const reviewId = decodeId(c.req.valid('param').review) ?? 0
        await takeBackReview(db, { contradictionId: id, reviewId, reviewer, now })
        return goBack(c, id, c.req.valid('form'))
      },
    )

/** After something was taken back: to its page, or to the queue with the pair in front. */
function goBack(
  c: AppContext,
  id: number,
  { next, topic }: { next: 'page' | 'queue'; topic: string | undefined },
): Response {
  if (next === 'page') return goTo(c, paths.contradiction({ id }))
  return goTo(c, paths.reviewQueue({ topic, at: encodeId(id) }))
}

/** Putting a pair off, and an editor's decision where reviewers differ. */
const furtherRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .post(
      '/x/:id/snooze',
      allow('review'),
      contradictionAddress,
      notInvolved(db),
      validForm(SnoozeForm, refuseForm),
      async (c) => {
        const contradictionId = c.req.valid('param').id
        const until = new Date(now().getTime() + WEEK_MS)
        const { accountId } = viewerOf(c)
        await saveSnooze(db, { accountId, contradictionId, now: now(), until })
        const next = { ...c.req.valid('form'), says: 'Put off for a week.' }
        return await answerNext(db, c, contradictionId, next)
      },
    )
    .post(
      '/x/:id/snooze/end',
      allow('review'),
      contradictionAddress,
      notInvolved(db),
      validForm(BackForm, refuseForm),
      async (c) => {
        const contradictionId = c.req.valid('param').id
        await deleteSnooze(db, { accountId: viewerOf(c).accountId, contradictionId })
        return goBack(c, contradictionId, { ...c.req.valid('form'), next: 'queue' })
      },
    )
    .post(
      '/x/:id/adjudication',
      allow('adjudicate'),
      contradictionAddress,
      notInvolved(db),
      validForm(AdjudicationForm, (rejected, c) => answerAgain(db, c, rejected, 422)),
      async (c) => {
        const contradictionId = c.req.valid('param').id
        const { seen, outcome, reason, why, next, queue, topic } = c.req.valid('form')
        if (seen === undefined) throw new Refusal('version-required')
        const by = actorOf(c)
        const given = { contradictionId, seen, outcome, reason, why, by }
        const again = await orAgain(db, c, async () => await adjudicate(db, given))
        if (again !== undefined) return again
        if (next === 'page') return goTo(c, paths.contradiction({ id: contradictionId }))
        return goTo(c, paths.reviewQueue({ queue, topic, done: encodeId(contradictionId) }))
      },
    )
    .post(
      '/x/:id/adjudication/undo',
      allow('adjudicate'),
      contradictionAddress,
      notInvolved(db),
      validForm(BackForm, refuseForm),
      async (c) => {
        const contradictionId = c.req.valid('param').id
        const by = actorOf(c)
        await takeBackAdjudication(db, { contradictionId, by })
        return goBack(c, contradictionId, c.req.valid('form'))
      },
    )

/** Reviewing: the queue, decisions on one pair, what is put off, what reviewers differ on. */
export const reviewRoutes = (deps: Deps) =>
  new Hono<AppEnv>().route('/', decisionRoutes(deps)).route('/', furtherRoutes(deps))
