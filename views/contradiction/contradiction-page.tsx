import type { RecordedContradiction, ReviewRecord } from '#server/domain/recorded-contradiction.ts'
import { type Actor, may } from '#server/domain/access.ts'
import type { RepliesByClaim } from '#server/domain/recorded-reply.ts'
import { isDisputed, isSettled } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import type { EmbedCodeProps } from '../embed/embed-code.tsx'
import type { Viewer } from '../layout/document.tsx'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { FormToken, noErrors, noValues } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { Cite } from './cite.tsx'
import { Evidence, NewEvidence, type ShownEvidence } from './evidence.tsx'
import { Explanation, Rank } from './explanation.tsx'
import { Merged, type MergedProps } from './merged.tsx'
import { History, Reviews } from './record.tsx'
import { ReviewForm } from './review-form.tsx'
import { Sentence, headingOf, reviewPieces } from './sentence.tsx'
import { Sides, Verdict } from './sides.tsx'
import { Wording } from './wording.tsx'
import { shownStatusOf } from './words.ts'

export interface ContradictionPageProps {
  readonly x: RecordedContradiction
  readonly topicTitle: string
  readonly record: ReviewRecord
  readonly evidence: { readonly a: ShownEvidence; readonly b: ShownEvidence }
  readonly mergedSides: MergedProps
  /** To the claims that are shown. */
  readonly replies: RepliesByClaim
  readonly viewer: (Viewer & Actor) | undefined
  /** Has the viewer recorded or changed a claim of the pair? */
  readonly isInvolved: boolean
  readonly address: string
  readonly today: string
  /** The code to embed it; undefined where not everybody may read it. */
  readonly embed: EmbedCodeProps | undefined
}

/** One contradiction: both sides in their own words, why it is recorded, and what became of it. */
export const ContradictionPage = ({
  x,
  topicTitle,
  record,
  evidence,
  mergedSides,
  replies,
  viewer,
  isInvolved,
  address,
  today,
  embed,
}: ContradictionPageProps) => (
  <article class="contradiction-page">
    <h1>
      <Sentence pieces={headingOf(x)} />
    </h1>
    <Verdict x={x} />
    <StatusLine x={x} record={record} />
    <Merged {...mergedSides} />
    <NewEvidence x={x} />
    <Sides x={x} replies={replies} />
    <p class="small">
      {wording().contradiction.theQuestion(
        <a href={paths.issue(x.issue)}>
          <bdi>{x.issue.question}</bdi>
        </a>,
      )}
    </p>
    <Wording x={x} />
    <Explanation x={x} />
    {viewer !== undefined && may(viewer, 'review') && (
      <YourReview {...{ x, viewer, record, isInvolved }} />
    )}
    <Evidence x={x} a={evidence.a} b={evidence.b} replies={replies} />
    <Reviews x={x} record={record} viewer={viewer} />
    {!record.isHidden && <Rank x={x} />}
    <History x={x} record={record} />
    <Cite {...{ x, topicTitle, address, today, embed }} />
  </article>
)

/** Status, since when, by whom, and that the sides no longer conflict. */
const StatusLine = ({ x, record }: { x: RecordedContradiction; record: ReviewRecord }) => {
  const w = wording().contradiction
  const since = record.events.find((e) => e.to === x.status)?.at ?? x.settledAt ?? x.filedAt
  return (
    <p class="status-line">
      {shownStatusOf(x) === 'resolved' &&
        x.resolvedOn !== null &&
        w.resolvedAsOf(<DateText date={x.resolvedOn} />)}
      {isSettled(x.status) ? (
        <>
          <Sentence pieces={reviewPieces(x)} />.
        </>
      ) : (
        <>
          {w.since(<strong>{w.statuses[x.status]}</strong>, <InstantText at={since} />)}
          {x.status === 'open' && w.notReviewedYet}
        </>
      )}
    </p>
  )
}

interface YourReviewProps {
  readonly x: RecordedContradiction
  readonly viewer: Viewer & Actor
  readonly record: ReviewRecord
  readonly isInvolved: boolean
}

/** What the viewer may decide here: a review of their own, or where reviewers differ, all of it. */
const YourReview = (props: YourReviewProps) => {
  const { x, viewer, record, isInvolved } = props
  const w = wording().contradiction
  if (isInvolved) return <p class="notice no-print">{w.involved}</p>
  const held = record.reviews.filter((r) => r.replacedAt === null)
  const own = held.some((r) => r.accountId === viewer.accountId)
  if (x.adjudication !== undefined) return <Adjudicated {...props} />
  if (!record.isHidden && own && isDisputed(x.status, held.length))
    return (
      <p class="notice no-print">
        {w.reviewersDiffer}{' '}
        {may(viewer, 'adjudicate') ? (
          <a href={paths.reviews(x)}>{w.settleAsEditor}</a>
        ) : (
          w.editorSettles
        )}
      </p>
    )
  return <ReviewHere {...props} own={own} />
}

const Adjudicated = ({ x, viewer }: YourReviewProps) =>
  may(viewer, 'adjudicate') && (
    <form class="take-back no-print" method="post" action={paths.takeBackAdjudication(x)}>
      <FormToken viewer={viewer} />
      <button type="submit" class="button-quiet">
        {wording().contradiction.takeDecisionBack}
      </button>
    </form>
  )

const ReviewHere = ({ x, viewer, own }: YourReviewProps & { own: boolean }) => {
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
        <h2 id="your-review">{wording().contradiction.yourReview}</h2>
        {form}
      </section>
    )
  return (
    <details class="no-print">
      <summary>
        {own ? wording().contradiction.changeReview : wording().contradiction.giveReview}
      </summary>
      <div class="review-region" data-keys>
        {form}
      </div>
    </details>
  )
}
