import type { RecordedContradiction, ReviewRecord } from '#server/domain/recorded-contradiction.ts'
import { isSettled } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { noErrors, noValues } from '../shared/fields.tsx'
import { Cite } from './cite.tsx'
import { Evidence, NewEvidence, type ShownEvidence } from './evidence.tsx'
import { Explanation, Rank } from './explanation.tsx'
import { History, Reviews } from './record.tsx'
import { ReviewForm } from './review-form.tsx'
import { Sentence, headingOf, reviewPieces } from './sentence.tsx'
import { Sides, Verdict } from './sides.tsx'
import { shownStatusOf, statusWords } from './words.ts'

export interface ContradictionPageProps {
  readonly x: RecordedContradiction
  readonly topicTitle: string
  readonly record: ReviewRecord
  readonly evidence: { readonly a: ShownEvidence; readonly b: ShownEvidence }
  readonly viewer: (Viewer & { readonly accountId: number }) | undefined
  readonly address: string
  readonly today: string
}

/** One contradiction: both sides in their own words, why it is recorded, and what became of it. */
export const ContradictionPage = ({
  x,
  topicTitle,
  record,
  evidence,
  viewer,
  address,
  today,
}: ContradictionPageProps) => (
  <article class="contradiction-page">
    <h1>
      <Sentence pieces={headingOf(x)} />
    </h1>
    <Verdict x={x} />
    <StatusLine x={x} record={record} />
    <NewEvidence x={x} />
    <Sides x={x} />
    <p class="small">
      The question:{' '}
      <a href={paths.issue(x.issue)}>
        <bdi>{x.issue.question}</bdi>
      </a>
    </p>
    <Explanation x={x} />
    {viewer !== undefined && <YourReview x={x} viewer={viewer} record={record} />}
    <Evidence x={x} a={evidence.a} b={evidence.b} />
    <Reviews x={x} record={record} viewer={viewer} />
    {!record.isHidden && <Rank x={x} />}
    <History x={x} record={record} />
    <Cite x={x} topicTitle={topicTitle} address={address} today={today} />
  </article>
)

/** Status, since when, by whom, and that the sides no longer conflict. */
const StatusLine = ({ x, record }: { x: RecordedContradiction; record: ReviewRecord }) => {
  const since = record.events.find((e) => e.to === x.status)?.at ?? x.settledAt ?? x.filedAt
  return (
    <p class="status-line">
      {shownStatusOf(x) === 'resolved' && x.resolvedOn !== null && (
        <>
          <strong>Resolved.</strong> The sides no longer conflict as of{' '}
          <DateText date={x.resolvedOn} />.{' '}
        </>
      )}
      {isSettled(x.status) ? (
        <>
          <Sentence pieces={reviewPieces(x)} />.
        </>
      ) : (
        <>
          <strong>{statusWords[x.status]}</strong> since <InstantText at={since} />.
          {x.status === 'open' && ' Not reviewed.'}
        </>
      )}
    </p>
  )
}

const YourReview = ({
  x,
  viewer,
  record,
}: {
  x: RecordedContradiction
  viewer: Viewer & { readonly accountId: number }
  record: ReviewRecord
}) => {
  const own = record.reviews.some((r) => r.replacedAt === null && r.accountId === viewer.accountId)
  const form = (
    <ReviewForm x={x} viewer={viewer} values={noValues} errors={noErrors} back={{ next: 'page' }} />
  )
  if (!own && !isSettled(x.status))
    return (
      <section
        class="stack review-region no-print"
        aria-labelledby="your-review"
        data-keys
        tabindex={-1}
      >
        <h2 id="your-review">Your review</h2>
        {form}
      </section>
    )
  return (
    <details class="no-print">
      <summary>{own ? 'Change your review' : 'Give a review of your own'}</summary>
      <div class="review-region" data-keys>
        {form}
      </div>
    </details>
  )
}
