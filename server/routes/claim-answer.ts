import { ADD } from '#views/claim/fields.ts'
import { type IssueKind, ISSUE_KINDS, NATURES, isValued } from '../domain/claims.ts'
import { isDay } from '../domain/dates.ts'
import type { DossierValue } from '../domain/dossier.ts'
import {
  type ChosenIssue,
  type ClaimDraft,
  type NewPosition,
  type RecordChoices,
  isAdded,
} from '../domain/new-claim.ts'
import { type FormReader, choose } from './form-reader.ts'

/** What a claim's form says of the issue, and of the position or value that the claim is about. */

export interface ReadIssue {
  readonly choice: ClaimDraft['issue'] | undefined
  readonly kind: IssueKind | undefined
  readonly positions: ChosenIssue['positions']
}

/** The issue, chosen or new, and what it asks for. */
export function readIssue(form: FormReader, { issues }: RecordChoices): ReadIssue {
  const question = form.optional('issue-question', { label: 'Question', max: 1000 })
  const unit = form.optional('issue-unit', { label: 'Unit', max: 100 })
  const added = question === undefined ? undefined : readNewIssue(form, question, unit)
  const choice = choose(form, 'issue', {
    known: issues,
    added,
    addedName: 'issue-question',
    says: {
      none: 'Choose the issue this is about, or add a new one.',
      both: 'Choose an issue or add a new one, not both.',
      unnamed: 'Enter the question of the new issue.',
    },
  })
  if (choice === undefined) return { choice, kind: undefined, positions: [] }
  if (isAdded(choice)) return { choice, kind: choice.added.kind, positions: [] }
  const chosen = issues.find((i) => i.slug === choice.slug)
  return { choice, kind: chosen?.kind, positions: chosen?.positions ?? [] }
}

function readNewIssue(form: FormReader, question: string, unit: string | undefined) {
  const nature = form.option('issue-nature', NATURES, 'Choose the nature of the new issue.')
  const kind = form.option('issue-kind', ISSUE_KINDS, 'Choose how the new issue is answered.')
  if (kind === 'quantity' && unit === undefined && form.errors['issue-unit'] === undefined)
    form.refuse('issue-unit', 'Enter the unit, such as months or people.')
  const ofUnit = kind === 'quantity' ? { unit } : {}
  return nature === undefined || kind === undefined
    ? undefined
    : { question, nature, kind, ...ofUnit }
}

/** The position or the value, as the issue asks for one or the other. */
export function readAnswer(
  form: FormReader,
  issue: ReadIssue,
): { position?: ClaimDraft['position']; value?: DossierValue | undefined } {
  if (issue.kind === undefined) return {}
  const declines = form.sent('stance') === 'declines'
  if (isValued(issue.kind)) return { value: readValue(form, issue.kind, declines) }
  return { position: readPosition(form, issue, declines) }
}

function readPosition(form: FormReader, issue: ReadIssue, declines: boolean) {
  const label = form.optional('position-label', { label: 'Position', max: 500 })
  // A position of the issue that was chosen before is no choice on this one.
  const sent = form.sent('position')
  const chosen = sent === ADD || issue.positions.some((p) => p.slug === sent) ? sent : ''
  if (issue.kind === 'yes-no' && chosen === '' && label === undefined && !declines) {
    const [only] = issue.positions
    return only === undefined
      ? { added: { label: 'Yes', entails: [], excludes: [] } }
      : { slug: only.slug }
  }
  const known = new Set(issue.positions.map((p) => p.slug))
  const listed = (name: string) => form.list(name).filter((slug) => known.has(slug))
  const added: NewPosition | undefined =
    label === undefined
      ? undefined
      : { label, entails: listed('position-entails'), excludes: listed('position-excludes') }
  const none = 'Choose the position, or add a new one.'
  const isFirst = issue.positions.length === 0
  if (isFirst && added === undefined && !declines && form.errors['position-label'] === undefined)
    return form.refuse('position-label', 'Enter the position that this is about.')
  return choose(form, 'position', {
    known: issue.positions,
    added,
    chosen,
    addedName: 'position-label',
    says: {
      ...(declines || isFirst ? {} : { none }),
      both: 'Choose a position or add a new one, not both.',
      unnamed: 'Enter the new position.',
    },
  })
}

function readValue(form: FormReader, kind: IssueKind, declines: boolean): DossierValue | undefined {
  const [min, max] = [readEnd(form, 'min', kind), readEnd(form, 'max', kind)]
  if (form.errors['min'] !== undefined || form.errors['max'] !== undefined) return undefined
  if (min === null && max === null) {
    return declines ? undefined : form.refuse('min', 'Give at least one end of the value.')
  }
  if (min !== null && max !== null && min > max)
    return form.refuse('min', 'The value ends before it starts. Swap the two ends.')
  return { min, max }
}

function readEnd(form: FormReader, name: 'min' | 'max', kind: IssueKind): number | string | null {
  const text = form.sent(name).trim()
  if (text === '') return null
  if (kind === 'date')
    return isDay(text)
      ? text
      : (form.refuse(name, `“${text.slice(0, 40)}” is not a day. Use one like 2015-12-15.`) ?? null)
  if (/^[-−]?\d{1,15}(\.\d{1,6})?$/.test(text)) return Number(text.replace('−', '-'))
  return form.refuse(name, 'Use digits, with a point for decimals: 3 or 2.5.') ?? null
}
