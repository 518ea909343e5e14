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
import { ReviewItem } from './record.tsx'
import { Hidden, NOTE_MOST, type ReviewReturn } from './review-form.tsx'
import { reasonWords } from './words.ts'

export interface AdjudicationProps {
  readonly x: RecordedContradiction
  readonly viewer: Viewer
  /** The reviews that differ. */
  readonly differing: readonly RecordedReview[]
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly back: ReviewReturn
}

const outcomes = [
  { value: 'conflict', label: 'Conflict', hint: 'The contradiction is confirmed.' },
  { value: 'no conflict', label: 'No conflict', hint: 'It is dismissed, for the reason below.' },
  {
    value: 'none of these',
    label: 'None of these',
    hint: 'The reviews are set aside for good, and it is open again: for where all of them miss the point.',
  },
] as const

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
    <h3>Reviewers differ</h3>
    <ol class="list">
      {differing.map((review) => (
        <li>
          <ReviewItem review={review} />
        </li>
      ))}
    </ol>
    <Radios
      name="outcome"
      label="Your decision"
      options={outcomes}
      value={valueOf(values, 'outcome')}
      errors={errors}
    />
    <Select
      name="reason"
      label="Why it is no conflict"
      prompt="Choose a reason"
      value={valueOf(values, 'reason')}
      errors={errors}
      options={DISMISSAL_REASONS.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
    />
    <TextArea
      name="why"
      label="Your reasons"
      hint="Readers see them with the decision and your name."
      rows={3}
      maxLength={NOTE_MOST}
      value={valueOf(values, 'why')}
      errors={errors}
    />
    <div class="actions">
      <button class="button-primary">Settle it</button>
    </div>
  </form>
)
