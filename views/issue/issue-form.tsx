import type { Child } from 'hono/jsx'
import { ISSUE_KINDS, type IssueKind, NATURES } from '#server/domain/claims.ts'
import { letterOf } from '#server/domain/letters.ts'
import { PAIR_RELATIONS, type PairRelation } from '#server/domain/pair-relations.ts'
import { wording } from '../words/wording.ts'
import { PositionLetter } from '../shared/relation.tsx'
import {
  type FieldErrors,
  type FieldValues,
  FormToken,
  Radios,
  Select,
  TextArea,
  TextField,
  valueOf,
} from '../shared/fields.tsx'
import { counted } from '../shared/stance.tsx'
import {
  MOST_NAMES,
  MOST_POSITIONS,
  nameRows,
  ownNames,
  positionNames,
  positionRows,
  relationName,
} from './form-fields.ts'
import { WhyPart } from '../shared/why-part.tsx'

/** What is on record about a position. */
interface Use {
  readonly claims: number
  readonly contradictions: number
}

export interface IssueFormState {
  readonly action: string
  readonly values: FieldValues
  readonly errors: FieldErrors
  readonly focus?: { readonly on: 'position' | 'name'; readonly n: number } | undefined
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  /** Of positions, by slug; none for a new issue. */
  readonly uses: ReadonlyMap<string, Use>
  /** The kinds it can have, and why no other. */
  readonly kinds: readonly IssueKind[]
  readonly whyKind: string | undefined
  readonly isNew: boolean
}

export interface IssueFormProps extends IssueFormState {
  readonly viewer: { readonly csrf: string } | undefined
  readonly cancel: string
}

/** An issue's whole form: plain buttons add and take out rows, and come back with what was typed. */
export const IssueForm = ({ viewer, cancel, ...form }: IssueFormProps) => (
  <form class="form issue-form" id="issue-form" method="post" action={form.action} novalidate>
    {/* Enter in a field saves: the first button of a form is the one it presses. */}
    <button class="visually-hidden" name="step" value="save" tabindex={-1} aria-hidden="true">
      {form.isNew ? 'Save issue' : 'Save changes'}
    </button>
    <FormToken viewer={viewer} />
    <QuestionFields {...form} />
    <PositionsPart {...form} />
    <RelationsPart {...form} />
    <NamesPart {...form} />
    {!form.isNew && <WhyPart {...form} />}
    <div class="actions">
      <button class="button-primary" name="step" value="save">
        {form.isNew ? 'Save issue' : 'Save changes'}
      </button>
      <a href={cancel}>Cancel</a>
    </div>
    {!form.isNew && (
      <p class="hint">
        Where a change of positions or relations bears on claims, you see what it changes before
        anything is saved.
      </p>
    )}
  </form>
)

const QuestionFields = ({ values, errors, kinds, whyKind }: IssueFormState) => (
  <section class="form-part" aria-labelledby="question-part">
    <h2 id="question-part">The question</h2>
    <TextField
      name="question"
      label="Question"
      hint="Neutral: one that no party could object to."
      value={valueOf(values, 'question')}
      maxLength={1000}
      errors={errors}
    />
    <Select
      name="nature"
      label="Nature"
      prompt="Choose the nature"
      options={NATURES.map((n) => ({ value: n, label: wording().claimForm.natures[n] }))}
      value={valueOf(values, 'nature')}
      errors={errors}
    />
    <Select
      name="kind"
      label="How it is answered"
      {...(whyKind === undefined ? {} : { hint: whyKind })}
      prompt="Choose how"
      options={ISSUE_KINDS.filter((k) => kinds.includes(k)).map((k) => ({
        value: k,
        label: wording().claimForm.kinds[k],
      }))}
      value={valueOf(values, 'kind')}
      errors={errors}
    />
    <TextField
      name="unit"
      label="Unit"
      hint="Of a quantity: months, people, US dollars."
      optional
      width="medium"
      value={valueOf(values, 'unit')}
      maxLength={100}
      errors={errors}
    />
  </section>
)

const PositionsPart = (form: IssueFormState) => {
  const rows = positionRows(valueOf(form.values, 'rows'))
  return (
    <section class="form-part" aria-labelledby="positions-part">
      <h2 id="positions-part">Positions</h2>
      <p class="hint">
        The possible answers, each in words that whoever holds it would accept. A question answered
        by a number or a date has none; a yes-or-no question has one.
      </p>
      <input type="hidden" name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => (
        <PositionRow form={form} n={i + 1} />
      ))}
      <StepButton
        step="add-position"
        isFull={rows >= MOST_POSITIONS}
        full={`This form takes ${MOST_POSITIONS} positions.`}
      >
        Add a position
      </StepButton>
    </section>
  )
}

const StepButton = ({
  step,
  isFull,
  full,
  children,
}: {
  step: string
  isFull: boolean
  full: string
  children?: Child
}) =>
  isFull ? (
    <p class="hint">{full}</p>
  ) : (
    <p>
      <button name="step" value={step} id={step}>
        {children}
      </button>
    </p>
  )

const PositionRow = ({ form, n }: { form: IssueFormState; n: number }) => {
  const { values, errors, focus, uses } = form
  const names = positionNames(n)
  const letter = letterOf(n - 1)
  const slug = valueOf(values, names.slug)
  const use = uses.get(slug)
  return (
    <div class="position-row" role="group" aria-labelledby={`row-${n}`}>
      <h3 id={`row-${n}`} tabindex={-1} autofocus={focus?.on === 'position' && focus.n === n}>
        Position <PositionLetter letter={letter} />
      </h3>
      <input type="hidden" name={names.slug} value={slug} />
      <TextField
        name={names.label}
        label={`What ${letter} says`}
        value={valueOf(values, names.label)}
        maxLength={500}
        errors={errors}
      />
      <TextArea
        name={names.about}
        label={`Description of ${letter}`}
        optional
        rows={2}
        value={valueOf(values, names.about)}
        maxLength={5000}
        errors={errors}
      />
      <div class="row">
        {n > 1 && (
          <button class="button-quiet" name="step" value={`move-up-${n}`}>
            Move up<span class="visually-hidden"> position {letter}</span>
          </button>
        )}
        {use === undefined || use.claims + use.contradictions === 0 ? (
          <button class="button-quiet" name="step" value={`remove-position-${n}`}>
            Take out<span class="visually-hidden"> position {letter}</span>
          </button>
        ) : (
          <span class="hint">{describeUse(use)}</span>
        )}
      </div>
    </div>
  )
}

const describeUse = ({ claims, contradictions }: Use): string =>
  `${[
    ...(claims > 0 ? [counted(claims, 'claim')] : []),
    ...(contradictions > 0 ? [counted(contradictions, 'contradiction')] : []),
  ].join(
    ' and ',
  )} on record ${claims + contradictions === 1 ? 'is' : 'are'} about it, so it can be merged but not taken out.`

const RelationsPart = (form: IssueFormState) => {
  const rows = positionRows(valueOf(form.values, 'rows'))
  return (
    <section class="form-part" aria-labelledby="relations-part">
      <h2 id="relations-part">Relations between positions</h2>
      <ExclusiveField {...form} />
      {rows < 2 ? (
        <p class="hint">With a second position, its relation to the first is asked here.</p>
      ) : (
        Array.from({ length: rows - 1 }, (_, i) => (
          <RelationsOf form={form} i={i + 1} rows={rows} />
        ))
      )}
    </section>
  )
}

const ExclusiveField = ({ values, errors, isNew }: IssueFormState) => (
  <Radios
    name="exclusive"
    label="Where nothing is said of two positions"
    options={[
      ...(isNew
        ? [{ value: '', label: 'As usual: of options one can hold, of a list several' }]
        : []),
      {
        value: 'yes',
        label: 'They exclude each other (both may fail)',
        hint: 'But for two that one entails, or that some position entails both of.',
      },
      { value: 'no', label: 'Both can hold' },
    ]}
    value={valueOf(values, 'exclusive')}
    errors={errors}
  />
)

/** The words for how one position bears on another, by their letters. */
export const pairWords: Readonly<Record<PairRelation, (a: string, b: string) => string>> = {
  entails: (a, b) => `${a} entails ${b}`,
  entailed: (a, b) => `${a} is entailed by ${b}`,
  equivalent: (a, b) => `${a} and ${b} entail each other`,
  contrary: (a, b) => `${a} excludes ${b} (both may fail)`,
  contradictory: (a, b) => `${a} excludes ${b} (exactly one holds)`,
}

const RelationsOf = ({ form, i, rows }: { form: IssueFormState; i: number; rows: number }) => {
  const labelOf = (n: number) => valueOf(form.values, positionNames(n).label)
  const a = letterOf(i - 1)
  return (
    <fieldset class="relations-of">
      <legend>
        <PositionLetter letter={a} /> <bdi>{labelOf(i) === '' ? '(empty)' : labelOf(i)}</bdi>
      </legend>
      <div class="relation-selects">
        {Array.from({ length: rows - i }, (_, k) => {
          const j = i + k + 1
          const b = letterOf(j - 1)
          const name = relationName(i, j)
          return (
            <Select
              name={name}
              label={`${a} … ${b}`}
              {...(labelOf(j) === '' ? {} : { hint: <bdi>{labelOf(j)}</bdi> })}
              prompt="no relation"
              options={PAIR_RELATIONS.map((r) => ({ value: r, label: pairWords[r](a, b) }))}
              value={valueOf(form.values, name)}
              errors={form.errors}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

const NamesPart = ({ values, errors, parties, focus }: IssueFormState) => {
  const rows = nameRows(valueOf(values, 'names'))
  return (
    <section class="form-part" aria-labelledby="names-part">
      <h2 id="names-part">Each side’s own name for the thing</h2>
      <p class="hint">
        Where one calls “terrorists” whom another calls “moderate opposition”, say who uses which.
      </p>
      <input type="hidden" name="names" value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => {
        const names = ownNames(i + 1)
        return (
          <div class="name-row" role="group" aria-label={`Name ${i + 1}`}>
            <Select
              name={names.party}
              label="Party"
              prompt="Choose a party"
              optional
              options={parties.map((p) => ({ value: p.slug, label: p.name }))}
              value={valueOf(values, names.party)}
              errors={errors}
            />
            <TextField
              name={names.text}
              label="What it calls it"
              optional
              value={valueOf(values, names.text)}
              maxLength={500}
              autofocus={focus?.on === 'name' && focus.n === i + 1}
              errors={errors}
            />
          </div>
        )
      })}
      <StepButton
        step="add-name"
        isFull={rows >= MOST_NAMES}
        full={`This form takes ${MOST_NAMES} names.`}
      >
        Add a name
      </StepButton>
    </section>
  )
}
