import { citationNames } from '#views/claim/fields.ts'
import { FORMS, STANCES } from '../domain/claims.ts'
import { parseDate } from '../domain/dates.ts'
import { type DossierCitation, Slug, claimDays } from '../domain/dossier.ts'
import {
  type ClaimDraft,
  type DraftCitation,
  type RecordChoices,
  isAdded,
} from '../domain/new-claim.ts'
import { readAnswer, readIssue } from './claim-answer.ts'
import type { SentFields } from './claim-fields.ts'
import { filledRows, readCitations } from './claim-sources.ts'
import { FormReader, choose } from './form-reader.ts'

/** From what was sent to a claim that can be saved, or to one message for each field. */

export interface FormContext {
  readonly choices: RecordChoices
  readonly now: Date
  /** Citations of the claim that is edited: what the form does not show of them is kept. */
  readonly former?: readonly DossierCitation[] | undefined
}

export type CheckedClaim =
  /** `rows` are the rows of the form that its citations came from; kept ones have none. */
  | { readonly ok: true; readonly draft: ClaimDraft; readonly rows: readonly number[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> }

/**
 * Check a claim's form: every field, and what fields say of each other. Quotations are looked for in
 * their captures when the claim is saved.
 */
export function checkClaim(sent: SentFields, context: FormContext): CheckedClaim {
  const form = new FormReader(sent)
  const issue = readIssue(form, context.choices)
  const draft = {
    slug: form.sent('key'),
    party: readParty(form, context.choices),
    person: readPerson(form, context.choices),
    issue: issue.choice,
    stance: form.option('stance', STANCES, 'Choose the stance.'),
    ...readAnswer(form, issue),
    bearing: form.option('bearing', ['states', 'context'] as const, 'Choose the bearing.'),
    form: form.option('wording', FORMS, 'Choose the form.'),
    statement: form.required('statement', {
      label: 'Statement',
      max: 2000,
      multiline: true,
      required: STATE,
    }),
    ...readLimits(form),
    restates: readRestated(form),
    citations: readCitations(form, context.choices, context.former),
    said: readSaid(form, context),
  }
  checkTogether(form, draft, context.choices)
  // Every undefined field has a message by now, so none of them is there when there is no message.
  if (!form.isClean) return { ok: false, errors: inFormOrder(form.errors) }
  return { ok: true, draft: draft as ClaimDraft, rows: filledRows(form) }
}

const STATE = 'Say in a sentence what the party says.'

const GROUPS = [
  'party',
  'person',
  'issue',
  'position',
  'min',
  'max',
  'stance',
  'statement',
  'said',
  'wording',
  'condition',
  'hedge',
  'scope',
  'bearing',
  'restates',
  'c1',
]

/** As the reader meets the fields, whatever order they were checked in; citations come last. */
export const inFormOrder = (errors: FormReader['errors']): FormReader['errors'] => {
  const rank = (name: string) => {
    const at = GROUPS.findIndex((group) => name === group || name.startsWith(`${group}-`))
    return at < 0 ? GROUPS.length : at
  }
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => rank(a) - rank(b)))
}

/** Why a change is made: asked for by the edit form. */
export function checkWhy(
  sent: SentFields,
  label = 'Reason',
): { why: string } | { errors: Record<string, string[]> } {
  const form = new FormReader(sent)
  const why = form.required('why', {
    label,
    max: 500,
    multiline: true,
    required: 'Give the reason for this change.',
  })
  return why === undefined ? { errors: form.errors } : { why }
}

function readParty(form: FormReader, { parties }: RecordChoices) {
  const name = form.optional('party-name', { label: 'Party name', max: 300, refuseBidi: true })
  const kind = form.optional('party-kind', { label: 'Kind of party', max: 200 })
  if (name !== undefined && kind === undefined && form.errors['party-kind'] === undefined)
    form.refuse('party-kind', 'Say what kind of party it is, such as state or armed group.')
  const added = name === undefined ? undefined : { name, kind: kind ?? '' }
  return choose(form, 'party', {
    known: parties,
    added,
    addedName: 'party-name',
    says: {
      none: 'Choose the party that holds this, or add a new one.',
      both: 'Choose a party or add a new one, not both.',
      unnamed: 'Enter the name of the new party.',
    },
  })
}

/** Somebody on record, or somebody new; nobody where neither is given. */
export function readPerson(form: FormReader, { people }: RecordChoices) {
  const name = form.optional('person-name', {
    label: 'Name of the person',
    max: 300,
    refuseBidi: true,
  })
  const title = form.optional('person-title', { label: 'Role of the person', max: 300 })
  return choose(form, 'person', {
    known: people,
    added: name === undefined ? undefined : { name, title },
    addedName: 'person-name',
    says: {
      both: 'Choose a person or add a new one, not both.',
      unnamed: 'Enter the name of the new person.',
    },
  })
}

function readLimits(form: FormReader): Pick<ClaimDraft, 'hedge' | 'condition' | 'scope'> {
  const isDated = form.sent('scope-period').trim() !== ''
  const period = isDated ? form.date('scope-period', '') : undefined
  const note = form.optional('scope-note', { label: 'Scope note', max: 2000, multiline: true })
  return {
    hedge: form.optional('hedge', { label: 'Hedge', max: 500 }),
    condition: form.optional('condition', { label: 'Condition', max: 2000, multiline: true }),
    scope: period === undefined && note === undefined ? undefined : { period, note },
  }
}

/** Whether it is there, and may be restated, shows when the claim is saved. */
function readRestated(form: FormReader): string | undefined {
  const slug = form.sent('restates')
  if (slug === '') return undefined
  return Slug.safeParse(slug).success ? slug : form.refuse('restates', 'Choose one of the list.')
}

const DAY_MS = 24 * 60 * 60 * 1000

/** When it was said: not in the future. */
export function readSaid(form: FormReader, { now }: FormContext): string | undefined {
  const said = form.date('said', 'Enter when it was said.')
  if (said === undefined) return undefined
  // Somewhere on Earth it is already tomorrow.
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10)
  const { earliest } = parseDate(said)
  return earliest > tomorrow && earliest !== '-infinity'
    ? form.refuse('said', `“${said}” lies in the future. Enter when it was said.`)
    : said
}

interface ReadTogether extends Reported {
  readonly form: string | undefined
}

interface Reported {
  readonly said: string | undefined
  readonly citations: readonly DraftCitation[]
}

/** What only several fields together show. */
function checkTogether(form: FormReader, draft: ReadTogether, choices: RecordChoices): void {
  const isQuoted = draft.form === 'direct quotation' || draft.form === 'partial quotation'
  const [first] = draft.citations
  if (isQuoted && first !== undefined && draft.citations.every((c) => c.quote === undefined))
    form.refuse(
      citationNames(1).quote,
      'Give the words that were said, or choose another form, such as paraphrase.',
    )
  checkPublications(form, draft, choices)
}

/** Nothing is later than the publication of a source that reports it. */
export function checkPublications(
  form: FormReader,
  draft: Reported,
  { sources }: RecordChoices,
): void {
  if (draft.said === undefined) return
  const said = parseDate(draft.said)
  for (const { source } of draft.citations) {
    const cited = isAdded(source) ? source.added : sources.find((s) => s.slug === source.slug)
    if (cited === undefined || cited.published === '') continue
    if (claimDays(said, [parseDate(cited.published).latest]) !== undefined) continue
    form.refuse(
      'said',
      `“${draft.said}” is later than the publication of “${cited.title}” (${cited.published}). Correct one of the two dates.`,
    )
    return
  }
}
