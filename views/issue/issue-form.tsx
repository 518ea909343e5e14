import type { Child } from 'hono/jsx'
import { ISSUE_KINDS, type IssueKind, NATURES } from '#server/domain/claims.ts'
import { letterOf } from '#server/domain/letters.ts'
import { PAIR_RELATIONS } from '#server/domain/pair-relations.ts'
import { translated } from '../words/messages.ts'
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
      {form.isNew ? wording().issueForm.save : wording().issueForm.saveChanges}
    </button>
    <FormToken viewer={viewer} />
    <QuestionFields {...form} />
    <PositionsPart {...form} />
    <RelationsPart {...form} />
    <NamesPart {...form} />
    {!form.isNew && <WhyPart {...form} />}
    <div class="actions">
      <button class="button-primary" name="step" value="save">
        {form.isNew ? wording().issueForm.save : wording().issueForm.saveChanges}
      </button>
      <a href={cancel}>{wording().issueForm.cancel}</a>
    </div>
    {!form.isNew && <p class="hint">{wording().issueForm.seenBefore}</p>}
  </form>
)

const QuestionFields = ({ values, errors, kinds, whyKind }: IssueFormState) => (
  <section class="form-part" aria-labelledby="question-part">
    <h2 id="question-part">{wording().issueForm.theQuestion}</h2>
    <TextField
      name="question"
      label={wording().claimForm.question}
      hint={wording().claimForm.questionHint}
      value={valueOf(values, 'question')}
      maxLength={1000}
      errors={errors}
    />
    <Select
      name="nature"
      label={wording().claimForm.nature}
      prompt={wording().claimForm.chooseNature}
      options={NATURES.map((n) => ({ value: n, label: wording().claimForm.natures[n] }))}
      value={valueOf(values, 'nature')}
      errors={errors}
    />
    <Select
      name="kind"
      label={wording().claimForm.kind}
      {...(whyKind === undefined ? {} : { hint: translated(whyKind) })}
      prompt={wording().claimForm.chooseKind}
      options={ISSUE_KINDS.filter((k) => kinds.includes(k)).map((k) => ({
        value: k,
        label: wording().claimForm.kinds[k],
      }))}
      value={valueOf(values, 'kind')}
      errors={errors}
    />
    <TextField
      name="unit"
      label={wording().claimForm.unit}
      hint={wording().claimForm.unitHint}
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
      <h2 id="positions-part">{wording().issueForm.positions}</h2>
      <p class="hint">{wording().issueForm.positionsHint}</p>
      <input type="hidden" name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => (
        <PositionRow form={form} n={i + 1} />
      ))}
      <StepButton
        step="add-position"
        isFull={rows >= MOST_POSITIONS}
        full={wording().issueForm.fullOfPositions(MOST_POSITIONS)}
      >
        {wording().issueForm.addPosition}
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
        {wording().issueForm.position(<PositionLetter letter={letter} />)}
      </h3>
      <input type="hidden" name={names.slug} value={slug} />
      <TextField
        name={names.label}
        label={wording().issueForm.says(letter)}
        value={valueOf(values, names.label)}
        maxLength={500}
        errors={errors}
      />
      <TextArea
        name={names.about}
        label={wording().issueForm.about(letter)}
        optional
        rows={2}
        value={valueOf(values, names.about)}
        maxLength={5000}
        errors={errors}
      />
      <div class="row">
        {n > 1 && (
          <button class="button-quiet" name="step" value={`move-up-${n}`}>
            {wording().issueForm.moveUp(letter)}
          </button>
        )}
        {use === undefined || use.claims + use.contradictions === 0 ? (
          <button class="button-quiet" name="step" value={`remove-position-${n}`}>
            {wording().issueForm.takeOut(letter)}
          </button>
        ) : (
          <span class="hint">{wording().issueForm.used(use.claims, use.contradictions)}</span>
        )}
      </div>
    </div>
  )
}

const RelationsPart = (form: IssueFormState) => {
  const rows = positionRows(valueOf(form.values, 'rows'))
  return (
    <section class="form-part" aria-labelledby="relations-part">
      <h2 id="relations-part">{wording().issueForm.relations}</h2>
      <ExclusiveField {...form} />
      {rows < 2 ? (
        <p class="hint">{wording().issueForm.needsTwo}</p>
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
    label={wording().issueForm.unsaid}
    options={[
      ...(isNew ? [{ value: '', label: wording().issueForm.asUsual }] : []),
      {
        value: 'yes',
        label: wording().issueForm.excludeEachOther,
        hint: wording().issueForm.excludeHint,
      },
      { value: 'no', label: wording().issueForm.bothCanHold },
    ]}
    value={valueOf(values, 'exclusive')}
    errors={errors}
  />
)

/** How one position may bear on another, by their letters. */
export const pairOptions = (a: string, b: string) =>
  PAIR_RELATIONS.map((value) => ({ value, label: wording().issueForm.pairs[value](a, b) }))

const RelationsOf = ({ form, i, rows }: { form: IssueFormState; i: number; rows: number }) => {
  const labelOf = (n: number) => valueOf(form.values, positionNames(n).label)
  const a = letterOf(i - 1)
  return (
    <fieldset class="relations-of">
      <legend>
        <PositionLetter letter={a} />{' '}
        <bdi>{labelOf(i) === '' ? wording().issueForm.empty : labelOf(i)}</bdi>
      </legend>
      <div class="relation-selects">
        {Array.from({ length: rows - i }, (_, k) => {
          const j = i + k + 1
          const b = letterOf(j - 1)
          const name = relationName(i, j)
          return (
            <Select
              name={name}
              label={wording().issueForm.pair(a, b)}
              {...(labelOf(j) === '' ? {} : { hint: <bdi>{labelOf(j)}</bdi> })}
              prompt={wording().issueForm.noRelation}
              options={pairOptions(a, b)}
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
      <h2 id="names-part">{wording().issueForm.names}</h2>
      <p class="hint">{wording().issueForm.namesHint}</p>
      <input type="hidden" name="names" value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => {
        const names = ownNames(i + 1)
        return (
          <div class="name-row" role="group" aria-label={wording().issueForm.name(i + 1)}>
            <Select
              name={names.party}
              label={wording().issueForm.nameOf}
              prompt={wording().issueForm.chooseParty}
              optional
              options={parties.map((p) => ({ value: p.slug, label: p.name }))}
              value={valueOf(values, names.party)}
              errors={errors}
            />
            <TextField
              name={names.text}
              label={wording().issueForm.itsName}
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
        full={wording().issueForm.fullOfNames(MOST_NAMES)}
      >
        {wording().issueForm.addName}
      </StepButton>
    </section>
  )
}
