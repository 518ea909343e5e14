import type {
  RecordedContradiction,
  RecordedReview,
} from '#server/domain/recorded-contradiction.ts'
import { describeDate } from '#server/domain/date-words.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { ErrorSummary, type FieldErrors, type FieldValues, FormToken } from '../shared/fields.tsx'
import { Explanation } from './explanation.tsx'
import { AdjudicationForm } from './adjudication-form.tsx'
import { HiddenBack, PutOff, ReviewForm, type ReviewReturn } from './review-form.tsx'
import { Sentence, headingOf } from './sentence.tsx'
import { Sides } from './sides.tsx'
import { Wording } from './wording.tsx'
import { describeKind, describeReason, verdictWords } from './words.ts'
import { counted } from '../shared/stance.tsx'

/** What was decided a moment ago, with the way back. */
export interface JustSaved {
  readonly x: RecordedContradiction
  readonly review: RecordedReview | undefined
  /** Until when it was put off. */
  readonly until: Date | undefined
  /** Was it settled as an editor? */
  readonly isSettled: boolean
}

export interface ReviewRegionProps {
  readonly x: RecordedContradiction
  readonly topicTitle: string
  readonly viewer: Viewer
  /** Where in the queue; undefined for one that is reviewed by itself. */
  readonly place?: { readonly at: number; readonly of: number } | undefined
  readonly own?: RecordedReview | undefined
  /** Do reviewers differ, so that an editor has to settle it? */
  readonly isDiffering: boolean
  /** Their reviews, where the viewer may settle it. */
  readonly differing: readonly RecordedReview[] | undefined
  /** May the viewer correct the claims of others? */
  readonly canCorrect: boolean
  readonly back: ReviewReturn
  readonly skipTo?: string | undefined
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/**
 * One pair to decide on: whole, on one screen, without anybody else's verdict and without its rank.
 * The heading takes the focus, so that a screen reader starts there and the keys work at once; after a
 * refusal the list of what to fix does.
 */
export const ReviewRegion = (props: ReviewRegionProps) => {
  const { x, place, own, errors, topicTitle } = props
  const hasErrors = Object.keys(errors).length > 0
  return (
    <section class="stack review-region" aria-labelledby="review-heading">
      <ErrorSummary errors={errors} />
      <div>
        {place !== undefined && (
          <p class="muted">
            Review <span class="number">{place.at}</span> of{' '}
            <span class="number">{place.of.toLocaleString('en-GB')}</span>
          </p>
        )}
        <h2 id="review-heading" tabindex={-1} autofocus={!hasErrors}>
          <Sentence pieces={headingOf({ ...x, status: 'open' })} />
        </h2>
        <p class="small muted">
          {describeKind(x)} · <bdi>{topicTitle}</bdi>
        </p>
      </div>
      {own !== undefined && <OwnReview review={own} x={x} />}
      <Sides x={x} level={3} />
      <Wording x={x} level={3} />
      <Explanation x={x} level={3} />
      <Decision {...props} />
      {props.canCorrect && <Corrections x={x} />}
      <p class="small muted">
        {props.differing === undefined &&
          'Other reviewers’ verdicts and the rank are hidden until you decide. '}
        <a href={paths.contradiction(x)}>All evidence and history</a>
      </p>
    </section>
  )
}

const Decision = (props: ReviewRegionProps) => {
  const { differing, isDiffering, own, ...form } = props
  if (differing !== undefined) return <AdjudicationForm {...form} differing={differing} />
  if (isDiffering && own !== undefined)
    return (
      <p class="notice">
        Reviewers differ on this. An editor settles it; you can still take your review back on its
        page.
      </p>
    )
  return (
    <>
      <ReviewForm {...form} />
      <PutOff {...form} />
    </>
  )
}

/** What is wrong with a claim is mended at the claim: then there is another pair, or none. */
const Corrections = ({ x }: { x: RecordedContradiction }) => (
  <p class="small">
    Is a claim itself wrong? Correct{' '}
    {[x.a, x.b].map(({ claim, party }, i) =>
      claim === undefined ? null : (
        <>
          {i === 1 && ' or '}
          <a href={paths.editClaim(claim)}>
            the claim of <bdi>{party.name}</bdi>
          </a>
        </>
      ),
    )}
    .
  </p>
)

const OwnReview = ({ review, x }: { review: RecordedReview; x: RecordedContradiction }) => (
  <p class="notice">
    Your review of <InstantText at={review.reviewedAt} />:{' '}
    {verdictWords[review.verdict].toLowerCase()}
    {review.reason !== null && ` (${describeReason(review.reason).toLowerCase()})`}.
    {x.newEvidence > 0 && ` New evidence since the review: ${counted(x.newEvidence, 'claim')}.`}
  </p>
)

/** Stays until the next decision: nothing that matters disappears by itself. */
export const Saved = ({
  saved,
  viewer,
  back,
}: {
  saved: JustSaved
  viewer: Viewer
  back: ReviewReturn
}) => (
  <div class="notice saved">
    <p>
      {describeSaved(saved)}
      <a href={paths.contradiction(saved.x)}>
        <Sentence pieces={headingOf({ ...saved.x, status: 'open' })} />
      </a>
    </p>
    <form method="post" action={undoPathOf(saved)}>
      <FormToken viewer={viewer} />
      <HiddenBack back={{ ...back, next: 'queue' }} />
      <button type="submit" data-key="z">
        <kbd aria-hidden="true">Z</kbd> Undo
      </button>
    </form>
  </div>
)

function describeSaved({ x, review, until, isSettled }: JustSaved): string {
  if (isSettled) return `Settled as an editor: ${x.status}. `
  return review === undefined
    ? `Put off until ${describeDate(until?.toISOString().slice(0, 10) ?? '')}: `
    : `Saved: ${verdictWords[review.verdict].toLowerCase()}. `
}

function undoPathOf({ x, review, isSettled }: JustSaved): string {
  if (isSettled) return paths.takeBackAdjudication(x)
  return review === undefined ? paths.endSnooze(x) : paths.takeBackReview(x, review)
}
