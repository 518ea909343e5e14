import type {
  RecordedContradiction,
  RecordedReview,
} from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { InstantText } from '../shared/date-text.tsx'
import { ErrorSummary, type FieldErrors, type FieldValues, FormToken } from '../shared/fields.tsx'
import { Explanation } from './explanation.tsx'
import { ReviewForm, type ReviewReturn } from './review-form.tsx'
import { Sentence, headingOf } from './sentence.tsx'
import { Sides } from './sides.tsx'
import { describeKind, describeReason, verdictWords } from './words.ts'
import { counted } from '../shared/stance.tsx'

/** What was decided a moment ago, with the way back. */
export interface JustSaved {
  readonly x: RecordedContradiction
  readonly review: RecordedReview
}

export interface ReviewRegionProps {
  readonly x: RecordedContradiction
  readonly topicTitle: string
  readonly viewer: Viewer
  /** Where in the queue; undefined for one that is reviewed by itself. */
  readonly place?: { readonly at: number; readonly of: number } | undefined
  readonly own?: RecordedReview | undefined
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
export const ReviewRegion = ({ x, place, own, errors, topicTitle, ...form }: ReviewRegionProps) => {
  const hasErrors = Object.keys(errors).length > 0
  return (
    <section class="stack review-region" data-keys aria-labelledby="review-heading">
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
      <Explanation x={x} level={3} />
      <ReviewForm x={x} errors={errors} {...form} />
      <p class="small muted">
        Other reviewers’ verdicts and the rank are hidden until you decide.{' '}
        <a href={paths.contradiction(x)}>All evidence and history</a>
      </p>
    </section>
  )
}

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
      Saved: {verdictWords[saved.review.verdict].toLowerCase()}.{' '}
      <a href={paths.contradiction(saved.x)}>
        <Sentence pieces={headingOf({ ...saved.x, status: 'open' })} />
      </a>
    </p>
    <form method="post" action={paths.takeBackReview(saved.x, saved.review)}>
      <FormToken viewer={viewer} />
      <input type="hidden" name="next" value="queue" />
      {back.queue !== undefined && <input type="hidden" name="queue" value={back.queue} />}
      {back.topic !== undefined && <input type="hidden" name="topic" value={back.topic} />}
      <button type="submit">Undo</button>
    </form>
  </div>
)
