import { z } from 'zod'
import { type FieldValues, startValues, valueOf } from '#views/shared/fields.tsx'
import {
  ISSUE_FIELDS,
  MOST_NAMES,
  MOST_POSITIONS,
  nameRows,
  ownNames,
  positionNames,
  positionRows,
  relationName,
} from '#views/issue/form-fields.ts'
import { ISSUE_KINDS, type IssueKind, NATURES, isValued } from '../domain/claims.ts'
import { type DossierIssue, modelOf, positionsOf } from '../domain/dossier.ts'
import { type IssueDraft, type PositionDraft, issueOf } from '../domain/issue-draft.ts'
import { letterOf } from '../domain/letters.ts'
import {
  PAIR_RELATIONS,
  type PairRelation,
  relationIn,
  tableOf,
  turn,
} from '../domain/pair-relations.ts'
import { findModellingError } from '../domain/positions.ts'
import type { SentFields } from './claim-fields.ts'
import { FormReader } from './form-reader.ts'

/** From what an issue's form sent to an issue that can be saved, or to one message for each field. */

/** What the form may send. What each text may be is checked in {@link checkIssue}, all of it at once. */
export const IssueFields = z.object(
  Object.fromEntries(ISSUE_FIELDS.map((name) => [name, z.string().optional()])),
)

export interface IssueContext {
  /** Slugs of the topic's parties. */
  readonly parties: ReadonlySet<string>
  /** The issue as it stands; undefined for a new one. */
  readonly before: DossierIssue | undefined
}

export type CheckedIssue =
  | { readonly ok: true; readonly draft: IssueDraft }
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/** Check an issue's form: every field, what fields say of each other, and what the relations say. */
export function checkIssue(sent: SentFields, { parties, before }: IssueContext): CheckedIssue {
  const form = new FormReader(sent)
  const question = form.required('question', {
    label: 'Question',
    max: 1000,
    required: 'Enter the question.',
  })
  const nature = form.option('nature', NATURES, 'Choose the nature of the question.')
  const kind = form.option('kind', ISSUE_KINDS, 'Choose how it is answered.')
  const read = {
    question,
    nature,
    kind,
    unit: readUnit(form, kind),
    labels: readLabels(form, parties),
    ...readPositions(form, kind, before),
    exclusive: readExclusive(form, kind),
  }
  // Every undefined field has a message by now, so none of them is there when there is no message.
  const draft = read as IssueDraft
  if (form.isClean) checkRelations(form, draft, before)
  return form.isClean ? { ok: true, draft } : { ok: false, errors: inFormOrder(form.errors) }
}

const inFormOrder = (errors: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(errors).sort(([a], [b]) => ISSUE_FIELDS.indexOf(a) - ISSUE_FIELDS.indexOf(b)),
  )

function readUnit(form: FormReader, kind: IssueKind | undefined): string | undefined {
  const unit = form.optional('unit', { label: 'Unit', max: 100 })
  if (unit !== undefined && kind !== undefined && !isValued(kind))
    return form.refuse('unit', 'Only a quantity or a date has a unit. Leave it out.')
  return unit
}

function readLabels(form: FormReader, parties: ReadonlySet<string>): Record<string, string> {
  const labels: Record<string, string> = {}
  for (let n = 1; n <= nameRows(form.sent('names')); n++) {
    const names = ownNames(n)
    const party = form.sent(names.party)
    const text = form.optional(names.text, { label: 'Its name for this', max: 500 })
    if (party === '' && text === undefined) continue
    if (party === '') form.refuse(names.party, 'Choose the party that calls it so.')
    else if (!parties.has(party)) form.refuse(names.party, 'Choose one of the list.')
    else if (party in labels) form.refuse(names.party, 'This party has a name for it above.')
    else if (text !== undefined) labels[party] = text
    else if (form.errors[names.text] === undefined)
      form.refuse(names.text, 'Enter what the party calls it, or choose no party.')
  }
  return labels
}

type Row = PositionDraft & { readonly n: number }

function readPositions(
  form: FormReader,
  kind: IssueKind | undefined,
  before: DossierIssue | undefined,
): Pick<IssueDraft, 'positions' | 'relations'> {
  const known = new Set((before ? positionsOf(before) : []).map((p) => p.slug))
  const all = Array.from({ length: positionRows(form.sent('rows')) }, (_, i) =>
    readPosition(form, i + 1, known),
  )
  const rows = all.flatMap((row) => row ?? [])
  refuseRepeats(form, rows)
  const [first] = rows
  if (kind !== undefined && isValued(kind) && first !== undefined)
    form.refuse(
      positionNames(first.n).label,
      'A number or a date is the answer here, so there are no positions. Take them out, or choose another way of answering.',
    )
  if (kind === 'yes-no' && rows.length > 1)
    form.refuse(
      positionNames(rows[1]?.n ?? 2).label,
      'A yes-or-no question has one position; “no” is its denial. Take this one out, or choose options.',
    )
  const positions = rows.map(({ n: _, ...position }) => position)
  return { positions, relations: readRelations(form, rows) }
}

function readPosition(form: FormReader, n: number, known: ReadonlySet<string>): Row | undefined {
  const names = positionNames(n)
  const slug = form.sent(names.slug)
  const label = form.optional(names.label, { label: 'Position', max: 500 })
  const about = { label: 'Description', max: 5000, multiline: true } as const
  const description = form.optional(names.about, about)
  if (slug !== '' && !known.has(slug))
    form.refuse(names.label, 'This position is no longer there. Take it out and add it anew.')
  if (label !== undefined) return { n, slug: slug === '' ? undefined : slug, label, description }
  if ((slug !== '' || description !== undefined) && form.errors[names.label] === undefined)
    form.refuse(names.label, 'Enter the position, or take it out.')
  return undefined
}

function refuseRepeats(form: FormReader, rows: readonly Row[]): void {
  const seen = new Map<string, number>()
  for (const { n, label } of rows) {
    const key = label.toLowerCase().normalize('NFC')
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, n)
    else
      form.refuse(
        positionNames(n).label,
        `This is position ${letterOf(earlier - 1)} again. Two positions cannot read the same.`,
      )
  }
}

function readRelations(form: FormReader, rows: readonly Row[]): IssueDraft['relations'] {
  const found: [number, number, PairRelation][] = []
  const placeOf = new Map(rows.map(({ n }, place) => [n, place]))
  for (let i = 1; i <= MOST_POSITIONS; i++)
    for (let j = i + 1; j <= MOST_POSITIONS; j++) {
      const name = relationName(i, j)
      const sent = form.sent(name)
      if (sent === '') continue
      const relation = PAIR_RELATIONS.find((r) => r === sent)
      const [a, b] = [placeOf.get(i), placeOf.get(j)]
      if (relation === undefined) form.refuse(name, 'Choose one of the list.')
      else if (a !== undefined && b !== undefined) found.push([a, b, relation])
      else if (form.errors[name] === undefined)
        form.refuse(name, `Position ${letterOf((a === undefined ? i : j) - 1)} is empty.`)
    }
  return found
}

function readExclusive(form: FormReader, kind: IssueKind | undefined): boolean {
  const sent = form.sent('exclusive')
  if (kind === undefined || isValued(kind)) return false
  // Until an editor says otherwise, only options exclude each other: see model.md.
  return sent === '' ? kind === 'options' : sent === 'yes'
}

/** Relations under which nobody could hold, or reject, a position: said beside one of them. */
function checkRelations(
  form: FormReader,
  draft: IssueDraft,
  before: DossierIssue | undefined,
): void {
  const { positions, relations } = modelOf(issueOf(draft, 'x', before))
  const error = findModellingError(positions, relations)
  if (error === undefined) return
  const rows = filledRows(form)
  const rowOf = (slug: string) => rows[positions.findIndex((p) => p.slug === slug)] ?? 0
  const stated = error.relations.flatMap(({ from, to }) => {
    const [i = 0, j = 0] = [rowOf(from), rowOf(to)].sort((a, b) => a - b)
    const name = relationName(i, j)
    return form.sent(name) === '' ? [] : [name]
  })
  form.refuse(stated.at(-1) ?? 'exclusive', error.message)
}

const filledRows = (form: FormReader): number[] =>
  Array.from({ length: MOST_POSITIONS }, (_, i) => i + 1).filter(
    (n) => form.sent(positionNames(n).label).trim() !== '',
  )

/** Can the form hold all of the issue? Else it is changed with a dossier. */
export const fitsForm = (issue: DossierIssue): boolean =>
  positionsOf(issue).length <= MOST_POSITIONS &&
  Object.keys(issue.labels ?? {}).length <= MOST_NAMES

/** An issue's fields, as its form shows them. */
export function valuesOfIssue(issue: DossierIssue): FieldValues {
  const positions = positionsOf(issue)
  const table = tableOf({ ...issue, positions })
  const labels = Object.entries(issue.labels ?? {})
  const pairs = positions.flatMap(({ slug: a }, i) =>
    positions
      .slice(i + 1)
      .map(({ slug: b }, k) => [relationName(i + 1, i + k + 2), relationIn(table, a, b)] as const),
  )
  return startValues({
    question: issue.question,
    nature: issue.nature,
    kind: issue.kind,
    unit: issue.unit,
    exclusive: issue.exclusive === true ? 'yes' : 'no',
    rows: String(Math.max(1, positions.length)),
    names: String(Math.max(1, labels.length)),
    ...Object.assign({}, ...positions.map(positionValues)),
    ...Object.fromEntries(pairs),
    ...Object.assign({}, ...labels.map(labelValues)),
  })
}

function positionValues(position: PositionDraft, i: number) {
  const names = positionNames(i + 1)
  return {
    [names.slug]: position.slug,
    [names.label]: position.label,
    [names.about]: position.description,
  }
}

function labelValues([party, text]: [string, string], i: number) {
  const names = ownNames(i + 1)
  return { [names.party]: party, [names.text]: text }
}

/** Where the reader goes on after a step. */
export type IssueFocus = { readonly on: 'position' | 'name'; readonly n: number }

/**
 * What a button other than Save does to the form: one more row, or one less. Nothing is saved.
 * @returns undefined for the buttons that save
 */
export function takeIssueStep(
  values: FieldValues,
): { readonly values: FieldValues; readonly focus: IssueFocus | undefined } | undefined {
  const step = valueOf(values, 'step')
  const rows = positionRows(valueOf(values, 'rows'))
  if (step === 'edit') return { values, focus: undefined }
  if (step === 'add-position') {
    const n = Math.min(rows + 1, MOST_POSITIONS)
    return { values: withField(values, 'rows', n), focus: { on: 'position', n } }
  }
  if (step === 'add-name') {
    const n = Math.min(nameRows(valueOf(values, 'names')) + 1, MOST_NAMES)
    return { values: withField(values, 'names', n), focus: { on: 'name', n } }
  }
  const removed = stepOn('remove-position', step, rows)
  if (removed !== undefined) {
    const placed = rowsWhere(values, rows, (n) =>
      n === removed ? undefined : n > removed ? n - 1 : n,
    )
    const left = withField(placed, 'rows', Math.max(1, rows - 1))
    return { values: left, focus: { on: 'position', n: Math.max(1, Math.min(removed, rows - 1)) } }
  }
  const moved = stepOn('move-up', step, rows)
  if (moved === undefined || moved === 1) return undefined
  const swapped = rowsWhere(values, rows, (n) =>
    n === moved ? n - 1 : n === moved - 1 ? n + 1 : n,
  )
  return { values: swapped, focus: { on: 'position', n: moved - 1 } }
}

/** The row that a button is about. */
function stepOn(name: string, step: string, rows: number): number | undefined {
  if (!step.startsWith(`${name}-`)) return undefined
  const n = Number(step.slice(name.length + 1))
  return Number.isInteger(n) && n >= 1 && n <= rows ? n : undefined
}

const withField = (values: FieldValues, name: string, n: number): FieldValues =>
  new Map(values).set(name, [String(n)])

/**
 * Rows in other places, their relations with them.
 * @param placeOf - undefined for a row that goes
 */
function rowsWhere(
  values: FieldValues,
  rows: number,
  placeOf: (n: number) => number | undefined,
): FieldValues {
  const placed = new Map(
    [...values].filter(([name]) => !name.startsWith('pos-') && !name.startsWith('rel-')),
  )
  const put = (name: string, value: readonly string[] | undefined) => {
    if (value !== undefined) placed.set(name, value)
  }
  for (let i = 1; i <= rows; i++) {
    const to = placeOf(i)
    if (to === undefined) continue
    const [from, at] = [positionNames(i), positionNames(to)]
    put(at.slug, values.get(from.slug))
    put(at.label, values.get(from.label))
    put(at.about, values.get(from.about))
    for (let j = i + 1; j <= rows; j++) {
      const other = placeOf(j)
      const sent = valueOf(values, relationName(i, j))
      const relation = PAIR_RELATIONS.find((r) => r === sent)
      if (other === undefined || relation === undefined) continue
      if (to < other) put(relationName(to, other), [relation])
      else put(relationName(other, to), [turn(relation)])
    }
  }
  return placed
}
