import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { DISAGREEMENT_KINDS, DISMISSAL_REASONS, VERDICTS } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import {
  type FieldErrors,
  type FieldValues,
  FormToken,
  Select,
  TextArea,
  fieldId,
  valueOf,
} from '../shared/fields.tsx'
import { translated } from '../words/messages.ts'
import { wording } from '../words/wording.ts'

export const NOTE_MOST = 4000

/** Where a review leads on to; goes with the form, so that it works without scripts. */
export interface ReviewReturn {
  readonly next: 'page' | 'queue'
  readonly queue?: string | undefined
  readonly topic?: string | undefined
  /** Some were skipped: go on after this one rather than from the top. */
  readonly isSkipping?: boolean | undefined
}

export interface ReviewFormProps {
  readonly x: RecordedContradiction
  readonly viewer: Viewer
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly back: ReviewReturn
  readonly skipTo?: string | undefined
}

/**
 * Verdict first: real submit buttons. Keys press them while the focus is in the region that
 * carries `data-keys` (views/assets/gainsay.js).
 */
export const ReviewForm = ({
  x,
  viewer,
  values,
  errors,
  back,
}: Omit<ReviewFormProps, 'skipTo'>) => {
  const address = paths.reviews(x)
  const swaps = back.next === 'queue'
  return (
    <form
      class="review-form"
      method="post"
      action={address}
      {...(swaps ? { 'hx-post': address, 'hx-target': '#review', 'hx-swap': 'outerHTML' } : {})}
    >
      <FormToken viewer={viewer} />
      <Hidden x={x} back={back} />
      <fieldset class={errors.verdict === undefined ? 'verdicts' : 'verdicts has-error'}>
        <legend>{wording().review.question}</legend>
        {errors.verdict !== undefined && (
          <p class="error-message">{errors.verdict.map(translated).join(' ')}</p>
        )}
        <div class="row">
          {VERDICTS.map((verdict, i) =>
            verdict === 'no conflict' ? (
              <Dismissal errors={errors} />
            ) : (
              <VerdictButton verdict={verdict} digit={i + 1} />
            ),
          )}
        </div>
        <p class="keys-hint small muted">{wording().review.keys}</p>
      </fieldset>
      <Details values={values} errors={errors} />
    </form>
  )
}

/** Letters for the reasons, without those that mean something else here. */
const REASON_KEYS = 'abcdefgijklmn'

/** No conflict: the reason is the button, so that a decision is still one request. */
const Dismissal = ({ errors }: Pick<ReviewFormProps, 'errors'>) => (
  <details
    class="dismissal"
    open={errors.reason !== undefined}
    id={fieldId('reason')}
    tabindex={-1}
  >
    <summary class="button" data-key="3">
      <kbd aria-hidden="true">3</kbd>
      <span>
        {wording().contradiction.verdicts['no conflict']}
        <span class="verdict-hint">{wording().contradiction.verdictHints['no conflict']}</span>
      </span>
    </summary>
    {errors.reason !== undefined && (
      <p class="error-message">{errors.reason.map(translated).join(' ')}</p>
    )}
    <ul>
      {DISMISSAL_REASONS.map((reason, i) => (
        <li>
          <button type="submit" name="dismiss" value={reason} data-key={REASON_KEYS[i]}>
            <kbd aria-hidden="true">{REASON_KEYS[i]?.toUpperCase()}</kbd>{' '}
            {wording().contradiction.reasons[reason]}
          </button>
        </li>
      ))}
    </ul>
  </details>
)

/** Going on without a decision: for now, or for a week. */
export const PutOff = ({
  x,
  viewer,
  back,
  skipTo,
}: Pick<ReviewFormProps, 'x' | 'viewer' | 'back' | 'skipTo'>) => {
  if (skipTo === undefined) return null
  const address = paths.snooze(x)
  return (
    <form
      class="row put-off"
      method="post"
      action={address}
      hx-post={address}
      hx-target="#review"
      hx-swap="outerHTML"
    >
      <FormToken viewer={viewer} />
      <HiddenBack back={back} />
      <a class="button" href={skipTo} data-key="s">
        <kbd aria-hidden="true">S</kbd> {wording().review.skip}
      </a>
      <button type="submit" data-key="h">
        <kbd aria-hidden="true">H</kbd> {wording().review.putOff}
      </button>
    </form>
  )
}

/** What was seen, and where to go on. */
export const Hidden = ({ x, back }: { x: RecordedContradiction; back: ReviewReturn }) => (
  <>
    <input type="hidden" name="seen" value={x.seen} />
    <HiddenBack back={back} />
  </>
)

export const HiddenBack = ({ back }: { back: ReviewReturn }) => (
  <>
    <input type="hidden" name="next" value={back.next} />
    {back.queue !== undefined && <input type="hidden" name="queue" value={back.queue} />}
    {back.topic !== undefined && <input type="hidden" name="topic" value={back.topic} />}
    {back.isSkipping === true && <input type="hidden" name="skipping" value="yes" />}
  </>
)

const VerdictButton = ({
  verdict,
  digit,
}: {
  verdict: (typeof VERDICTS)[number]
  digit: number
}) => (
  <button
    type="submit"
    name="verdict"
    value={verdict}
    id={digit === 1 ? fieldId('verdict') : `${fieldId('verdict')}-${digit}`}
    data-key={String(digit)}
    aria-describedby={`verdict-hint-${digit}`}
  >
    <kbd aria-hidden="true">{digit}</kbd>
    <span>
      {wording().contradiction.verdicts[verdict]}
      <span class="verdict-hint" id={`verdict-hint-${digit}`}>
        {wording().contradiction.verdictHints[verdict]}
      </span>
    </span>
  </button>
)

const Details = ({ values, errors }: { values: FieldValues; errors: FieldErrors }) => (
  <div class="review-details">
    <Select
      name="kind"
      label={wording().review.turnsOn}
      optional
      prompt={wording().review.notSaid}
      value={valueOf(values, 'kind')}
      errors={errors}
      options={DISAGREEMENT_KINDS.map((kind) => ({
        value: kind,
        label: wording().contradiction.disagreements[kind],
      }))}
    />
    <TextArea
      name="note"
      label={wording().review.note}
      optional
      rows={2}
      maxLength={NOTE_MOST}
      value={valueOf(values, 'note')}
      errors={errors}
    />
  </div>
)
