import type {
  RecordedContradiction,
  RecordedReview,
} from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { ErrorSummary, type FieldErrors, type FieldValues, FormToken } from '../shared/fields.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { Explanation } from './explanation.tsx'
import { AdjudicationForm } from './adjudication-form.tsx'
import { HiddenBack, PutOff, ReviewForm, type ReviewReturn } from './review-form.tsx'
import { Sentence, headingOf } from './sentence.tsx'
import { Sides } from './sides.tsx'
import { Wording } from './wording.tsx'
import { describeKind, describeReason } from './words.ts'

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
            {wording().review.place(
              <span class="number">{place.at}</span>,
              <span class="number">{wording().number(place.of)}</span>,
            )}
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
        {props.differing === undefined && wording().review.othersHidden}
        <a href={paths.contradiction(x)}>{wording().review.allEvidence}</a>
      </p>
    </section>
  )
}

const Decision = (props: ReviewRegionProps) => {
  const { differing, isDiffering, own, ...form } = props
  if (differing !== undefined) return <AdjudicationForm {...form} differing={differing} />
  if (isDiffering && own !== undefined) return <p class="notice">{wording().review.differ}</p>
  return (
    <>
      <ReviewForm {...form} />
      <PutOff {...form} />
    </>
  )
}

/** What is wrong with a claim is mended at the claim: then there is another pair, or none. */
const Corrections = ({ x }: { x: RecordedContradiction }) => {
  const { isClaimWrong, claimOf } = wording().review
  const claims = [x.a, x.b].flatMap(({ claim, party }) =>
    claim === undefined
      ? []
      : [<a href={paths.editClaim(claim)}>{claimOf(<bdi>{party.name}</bdi>)}</a>],
  )
  return <p class="small">{isClaimWrong(claims)}</p>
}

const OwnReview = ({ review, x }: { review: RecordedReview; x: RecordedContradiction }) => (
  <p class="notice">
    {wording().review.own(
      <InstantText at={review.reviewedAt} />,
      wording().contradiction.verdicts[review.verdict].toLowerCase(),
      review.reason === null ? undefined : describeReason(review.reason).toLowerCase(),
    )}
    {x.newEvidence > 0 && ` ${wording().contradiction.newEvidence(x.newEvidence)}`}
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
        <kbd aria-hidden="true">Z</kbd> {wording().review.undo}
      </button>
    </form>
  </div>
)

function describeSaved({ x, review, until, isSettled }: JustSaved): string {
  const { review: w, contradiction } = wording()
  if (isSettled) return w.settled(contradiction.statuses[x.status].toLowerCase())
  return review === undefined
    ? w.putOffUntil(describeDate(until?.toISOString().slice(0, 10) ?? ''))
    : `${w.saved(contradiction.verdicts[review.verdict].toLowerCase())} `
}

function undoPathOf({ x, review, isSettled }: JustSaved): string {
  if (isSettled) return paths.takeBackAdjudication(x)
  return review === undefined ? paths.endSnooze(x) : paths.takeBackReview(x, review)
}
