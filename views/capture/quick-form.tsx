import type { Child } from 'hono/jsx'
import { FORMS } from '#server/domain/claims.ts'
import type { ChosenIssue, RecordChoices } from '#server/domain/new-claim.ts'
import { paths } from '#server/paths.ts'
import {
  type FieldValues,
  FormToken,
  Select,
  TextArea,
  TextField,
  noErrors,
  valueOf,
} from '../shared/fields.tsx'

import { wording } from '../words/wording.ts'

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
  const { capture: words, claimForm } = wording()
  const hint = (name: string) => (suggested.has(name) ? { hint: words.suggested } : undefined)
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
        label={claimForm.quotation}
        hint={words.quotationHint}
        quoted
        rows={4}
        maxLength={10_000}
      />
      <Numbered
        legend={claimForm.party}
        name="party"
        values={values}
        isSuggested={suggested.has('party')}
      >
        {choices.parties.map(({ slug, name }) => ({ value: slug, label: name }))}
      </Numbered>
      <Select
        {...field('person')}
        {...hint('person')}
        label={words.person}
        optional
        prompt={words.nobody}
        options={choices.people.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Numbered
        legend={claimForm.issue}
        name="issue"
        values={values}
        isSuggested={suggested.has('issue')}
      >
        {choices.issues.map(({ slug, question }) => ({ value: slug, label: question }))}
      </Numbered>
      {choices.issues.map((issue) => (
        <Answer issue={issue} values={values} likely={likely.get(issue.slug)} />
      ))}
      <Select
        {...field('stance')}
        label={claimForm.stance}
        options={Object.entries(wording().claim.stances).map(([value, label]) => ({
          value,
          label,
        }))}
      />
      <TextField
        {...field('said')}
        {...hint('said')}
        label={claimForm.saidOn}
        width="medium"
        spellcheck={false}
      />
      <Select
        {...field('wording')}
        label={claimForm.form}
        options={FORMS.map((form) => ({
          value: form,
          label: wording().inside(wording().claim.forms[form]),
        }))}
      />
      <TextArea
        {...field('statement')}
        label={claimForm.statement}
        hint={words.statementHint}
        rows={3}
        maxLength={2000}
      />
      <TextField {...field('condition')} label={claimForm.condition} optional maxLength={2000} />
      <div class="actions">
        <button class="button-primary" name="step" value="save">
          {claimForm.save}
        </button>
        <button name="step" value="positions">
          {words.wholeForm}
        </button>
        <button class="button-quiet" formaction={draftAddress} name="step" value="keep">
          {words.keep}
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

const Suggested = () => <p class="hint">{wording().capture.suggested}</p>

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

const valueOfUnit = (unit: string | undefined): string => {
  const { value, valueIn } = wording().claimForm
  return unit === undefined ? value : valueIn(value, unit)
}

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
      <legend>{isValued ? valueOfUnit(issue.unit) : wording().claimForm.position}</legend>
      {likely !== undefined && <Suggested />}
      {isValued ? (
        <p class="row">
          <label>
            {wording().claimForm.atLeast}{' '}
            <input name="min" class="width-short" inputmode="decimal" />
          </label>
          <label>
            {wording().claimForm.atMost}{' '}
            <input name="max" class="width-short" inputmode="decimal" />
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
