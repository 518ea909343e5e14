import type {
  RecordedContradiction,
  RecordedReview,
} from '#server/domain/recorded-contradiction.ts'
import { DISMISSAL_REASONS } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import {
  type FieldErrors,
  type FieldValues,
  FormToken,
  Radios,
  Select,
  TextArea,
  valueOf,
} from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { ReviewItem } from './record.tsx'
import { Hidden, NOTE_MOST, type ReviewReturn } from './review-form.tsx'

export interface AdjudicationProps {
  readonly x: RecordedContradiction
  readonly viewer: Viewer
  /** The reviews that differ. */
  readonly differing: readonly RecordedReview[]
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly back: ReviewReturn
}

const OUTCOMES = ['conflict', 'no conflict', 'none of these'] as const

/** Where reviewers differ: what each said, and an editor’s decision with reasons. */
export const AdjudicationForm = ({
  x,
  viewer,
  differing,
  values,
  errors,
  back,
}: AdjudicationProps) => (
  <form class="form" method="post" action={paths.adjudicate(x)} novalidate>
    <FormToken viewer={viewer} />
    <Hidden x={x} back={back} />
    <h3>{wording().review.reviewersDiffer}</h3>
    <ol class="list">
      {differing.map((review) => (
        <li>
          <ReviewItem review={review} />
        </li>
      ))}
    </ol>
    <Radios
      name="outcome"
      label={wording().review.decision}
      options={OUTCOMES.map((value) => ({ value, ...wording().review.outcomes[value] }))}
      value={valueOf(values, 'outcome')}
      errors={errors}
    />
    <Select
      name="reason"
      label={wording().review.whyNone}
      prompt={wording().review.chooseReason}
      value={valueOf(values, 'reason')}
      errors={errors}
      options={DISMISSAL_REASONS.map((reason) => ({
        value: reason,
        label: wording().contradiction.reasons[reason],
      }))}
    />
    <TextArea
      name="why"
      label={wording().review.yourReasons}
      hint={wording().review.reasonsHint}
      rows={3}
      maxLength={NOTE_MOST}
      value={valueOf(values, 'why')}
      errors={errors}
    />
    <div class="actions">
      <button class="button-primary">{wording().review.settle}</button>
    </div>
  </form>
)
