import type { Child } from 'hono/jsx'
import type {
  RecordedContradiction,
  RecordedEvent,
  RecordedReview,
  ReviewRecord,
} from '#server/domain/recorded-contradiction.ts'
import type { Status } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { FormToken } from '../shared/fields.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'
import { describeDisagreement, describeReason } from './words.ts'

/** What reviewers decided, and everything that happened to a contradiction since it was filed. */

export const Reviews = ({
  x,
  record,
  viewer,
}: {
  x: RecordedContradiction
  record: ReviewRecord
  viewer: (Viewer & { accountId: number }) | undefined
}) => {
  const w = wording().contradiction
  const held = record.reviews.filter((r) => r.replacedAt === null)
  return (
    <section class="stack" aria-labelledby="reviews">
      <h2 id="reviews">{w.reviews}</h2>
      {record.isHidden && (
        <p class="muted">{viewer === undefined ? w.hiddenFromReaders : w.hiddenFromReviewers}</p>
      )}
      {x.adjudication !== undefined && (
        <>
          <p dir="auto">{x.adjudication.why}</p>
          <p class="small muted">
            <bdi>{x.adjudication.by}</bdi>, <InstantText at={x.adjudication.at} />
          </p>
        </>
      )}
      {held.length === 0 && !record.isHidden && <p>{w.nobodyYet}</p>}
      {held.length > 0 && (
        <ol class="list">
          {held.map((review) => (
            <li>
              <ReviewItem review={review} />
              {viewer !== undefined && review.accountId === viewer.accountId && (
                <TakeBack x={x} review={review} viewer={viewer} />
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

export const ReviewItem = ({ review }: { review: RecordedReview }) => (
  <>
    <p>
      <strong>{wording().contradiction.verdicts[review.verdict]}</strong>
      {review.reason !== null && `: ${describeReason(review.reason)}`}
      {review.kind !== null && (
        <span class="muted">
          {' '}
          {wording().contradiction.about(describeDisagreement(review.kind))}
        </span>
      )}
    </p>
    {review.note !== null && (
      <p class="note" dir="auto">
        {review.note}
      </p>
    )}
    <p class="small muted">
      <bdi>{review.reviewer}</bdi>, <InstantText at={review.reviewedAt} />
    </p>
  </>
)

const TakeBack = ({
  x,
  review,
  viewer,
}: {
  x: RecordedContradiction
  review: RecordedReview
  viewer: Viewer
}) => (
  <form method="post" action={paths.takeBackReview(x, review)} class="take-back no-print">
    <FormToken viewer={viewer} />
    <input type="hidden" name="next" value="page" />
    <button type="submit" class="button-quiet">
      {wording().contradiction.takeBack}
    </button>
  </form>
)

interface Entry {
  readonly at: Date
  readonly says: Child
}

export const History = ({ x, record }: { x: RecordedContradiction; record: ReviewRecord }) => (
  <section class="stack" aria-labelledby="history">
    <h2 id="history">{wording().contradiction.history}</h2>
    <ol class="list history">
      {entriesOf(x, record).map(({ at, says }) => (
        <li>
          <p>{says}</p>
          <p class="small muted">
            <InstantText at={at} />
          </p>
        </li>
      ))}
    </ol>
  </section>
)

/** Newest first. The filing is told from the record itself where no event tells it. */
function entriesOf(x: RecordedContradiction, record: ReviewRecord): Entry[] {
  const filed = record.events.some((e) => e.from === null)
    ? []
    : [{ at: x.filedAt, says: <>{wording().contradiction.filedByRule}</> }]
  // What a review says itself is not said again beside the change of status it made.
  const isTold = (e: RecordedEvent) =>
    record.reviews.some((r) =>
      [r.reviewedAt, r.replacedAt].some(
        (at) => at?.getTime() === e.at.getTime() && r.reviewer === e.actor,
      ),
    )
  const events = record.events.map((e) => ({
    at: e.at,
    says: <EventText event={isTold(e) ? { ...e, why: null } : e} />,
  }))
  const reviews = record.reviews.flatMap((r) => reviewEntries(r, record.reviews))
  // What happened at one instant: the review, then the change of status it made; newest first.
  return [...events, ...reviews, ...filed].sort((a, b) => b.at.getTime() - a.at.getTime())
}

function reviewEntries(review: RecordedReview, all: readonly RecordedReview[]): Entry[] {
  const given = { at: review.reviewedAt, says: <ReviewGiven review={review} /> }
  if (review.replacedAt === null) return [given]
  const at = review.replacedAt
  const isReplaced = all.some(
    (r) =>
      r.reviewer === review.reviewer && r.reviewedAt.getTime() === at.getTime() && r.id > review.id,
  )
  if (isReplaced) return [given]
  const w = wording().contradiction
  const says = w.tookBack(<bdi>{review.reviewer}</bdi>, w.verdicts[review.verdict].toLowerCase())
  return [{ at, says }, given]
}

const ReviewGiven = ({ review }: { review: RecordedReview }) => {
  const { reviewedBy, verdicts } = wording().contradiction
  const verdict = verdicts[review.verdict].toLowerCase()
  const what = review.reason === null ? verdict : `${verdict}. ${describeReason(review.reason)}`
  return reviewedBy(<bdi>{review.reviewer}</bdi>, what)
}

function wordsOf(status: string): string {
  const { statuses } = wording().contradiction
  const words = Object.hasOwn(statuses, status) ? statuses[status as Status] : status
  return words.toLowerCase()
}

const EventText = ({ event }: { event: RecordedEvent }) => {
  const { filedBy, filedByRule, statusChanged } = wording().contradiction
  const who = <By event={event} />
  if (event.from !== null) return statusChanged(wordsOf(event.from), wordsOf(event.to), who)
  return event.why === BY_RULE ? <>{filedByRule}</> : filedBy(who)
}

const BY_RULE = 'Filed by rule.'

const By = ({ event }: { event: RecordedEvent }) => (
  <>
    <bdi>{event.actor}</bdi>
    {event.why !== null && (
      <>
        {': '}
        <bdi>{translated(event.why)}</bdi>
      </>
    )}
  </>
)
