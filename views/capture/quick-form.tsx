import type { Child } from 'hono/jsx'
import { FORMS } from '#server/domain/claims.ts'
import type { ChosenIssue, RecordChoices } from '#server/domain/new-claim.ts'
import { paths } from '#server/paths.ts'
import { stanceWords } from '../claim/words.ts'
import {
  type FieldValues,
  FormToken,
  Select,
  TextArea,
  TextField,
  noErrors,
  valueOf,
} from '../shared/fields.tsx'

export interface QuickFormProps {
  readonly topicSlug: string
  readonly viewer: { readonly csrf: string } | undefined
  /** In the order in which they are offered: those of this source first. */
  readonly choices: RecordChoices
  /** As the claim's whole form has them; it takes over where this one is not enough. */
  readonly values: FieldValues
  /** Names of fields that were filled in by likeness, not by a person. */
  readonly suggested: ReadonlySet<string>
  /** The likeliest position of each issue, by issue. */
  readonly likely: ReadonlyMap<string, string>
  /** Where what stands in the form is kept until it is saved. */
  readonly draftAddress: string
}

/** Fields that the whole form has and this one carries along. */
const CARRIED = ['key', 'rows', 'bearing', 'c1-source', 'c1-start', 'next']

/**
 * The claim in a few keys: the fields of the whole form that matter for a sentence of a source, sent to
 * where the whole form is sent. What is wrong, or more than this takes, goes on there with all of it.
 */
export const QuickForm = ({
  topicSlug,
  viewer,
  choices,
  values,
  suggested,
  likely,
  draftAddress,
}: QuickFormProps) => {
  const field = (name: string) => ({ name, value: valueOf(values, name), errors: noErrors })
  const hint = (name: string) =>
    suggested.has(name) ? { hint: 'Suggested: check it.' } : undefined
  return (
    <form
      class="form quick-form"
      method="post"
      action={paths.newClaim(topicSlug)}
      novalidate
      data-draft={draftAddress}
    >
      <FormToken viewer={viewer} />
      {CARRIED.map((name) => (
        <input type="hidden" name={name} value={valueOf(values, name)} />
      ))}
      <TextArea
        {...field('c1-quote')}
        label="Quotation"
        hint="Cut it to what carries the claim; leave the words as they are."
        quoted
        rows={4}
        maxLength={10_000}
      />
      <Numbered legend="Party" name="party" values={values} isSuggested={suggested.has('party')}>
        {choices.parties.map(({ slug, name }) => ({ value: slug, label: name }))}
      </Numbered>
      <Select
        {...field('person')}
        {...hint('person')}
        label="Person"
        optional
        prompt="Nobody in particular"
        options={choices.people.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Numbered legend="Issue" name="issue" values={values} isSuggested={suggested.has('issue')}>
        {choices.issues.map(({ slug, question }) => ({ value: slug, label: question }))}
      </Numbered>
      {choices.issues.map((issue) => (
        <Answer issue={issue} values={values} likely={likely.get(issue.slug)} />
      ))}
      <Select
        {...field('stance')}
        label="Stance"
        options={Object.entries(stanceWords).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        {...field('said')}
        {...hint('said')}
        label="Said on"
        width="medium"
        spellcheck={false}
      />
      <Select
        {...field('wording')}
        label="Form"
        options={FORMS.map((form) => ({ value: form, label: form }))}
      />
      <TextArea
        {...field('statement')}
        label="Statement"
        hint="What the party says, in a sentence of yours."
        rows={3}
        maxLength={2000}
      />
      <TextField {...field('condition')} label="Condition" optional maxLength={2000} />
      <div class="actions">
        <button class="button-primary" name="step" value="save">
          Save claim
        </button>
        <button name="step" value="positions">
          More, in the whole form
        </button>
        <button class="button-quiet" formaction={draftAddress} name="step" value="keep">
          Keep for later
        </button>
      </div>
    </form>
  )
}

/** Choices with numbers: a digit picks one where scripts run. */
const Numbered = ({
  legend,
  name,
  values,
  isSuggested,
  children: options,
}: {
  legend: string
  name: string
  values: FieldValues
  isSuggested: boolean
  children: readonly { value: string; label: string }[]
}) => (
  <fieldset class="field numbered" data-numbered={name}>
    <legend>{legend}</legend>
    {isSuggested && <Suggested />}
    {options.map(({ value, label }, i) => (
      <Option name={name} value={value} n={i + 1} isChosen={valueOf(values, name) === value}>
        {label}
      </Option>
    ))}
  </fieldset>
)

const Suggested = () => <p class="hint">Suggested: check it.</p>

const Option = ({
  name,
  value,
  n,
  isChosen,
  isLikely,
  children,
}: {
  name: string
  value: string
  n: number
  isChosen: boolean
  /** Of an issue that is not chosen yet: what to choose with it. */
  isLikely?: boolean
  children?: Child
}) => (
  <label class="option">
    <input
      type="radio"
      name={name}
      value={value}
      checked={isChosen}
      data-likely={isLikely === true ? 'true' : undefined}
      data-digit={n <= 9 ? n : undefined}
    />{' '}
    {n <= 9 && <kbd aria-hidden="true">{n}</kbd>} <bdi>{children}</bdi>
  </label>
)

/** The positions of one issue: shown by scripts once it is chosen; without them the whole form asks. */
const Answer = ({
  issue,
  values,
  likely,
}: {
  issue: ChosenIssue
  values: FieldValues
  likely: string | undefined
}) => {
  const isChosen = valueOf(values, 'issue') === issue.slug
  const isValued = issue.kind === 'quantity' || issue.kind === 'date'
  return (
    <fieldset
      class="field numbered"
      data-answer={issue.slug}
      data-numbered="position"
      disabled={!isChosen}
      hidden={!isChosen}
    >
      <legend>
        {isValued ? `Value${issue.unit === undefined ? '' : `, in ${issue.unit}`}` : 'Position'}
      </legend>
      {likely !== undefined && <Suggested />}
      {isValued ? (
        <p class="row">
          <label>
            At least <input name="min" class="width-short" inputmode="decimal" />
          </label>
          <label>
            At most <input name="max" class="width-short" inputmode="decimal" />
          </label>
        </p>
      ) : (
        issue.positions.map(({ slug, label }, i) => (
          <Option
            name="position"
            value={slug}
            n={i + 1}
            isChosen={isChosen && likely === slug}
            isLikely={likely === slug}
          >
            {label}
          </Option>
        ))
      )}
    </fieldset>
  )
}
