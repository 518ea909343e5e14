import type { z } from 'zod'
import { ADD, MOST_CITATIONS, type CitationNames, citationNames } from '#views/claim/fields.ts'
import { FORMS, ISSUE_KINDS, NATURES, STANCES, isValued } from '../domain/claims.ts'
import type { IssueKind } from '../domain/claims.ts'
import { DateError, isDay, parseDate } from '../domain/dates.ts'
import {
  type DossierCitation,
  DossierSource,
  type DossierValue,
  claimDays,
} from '../domain/dossier.ts'
import type {
  Choice,
  ChosenIssue,
  ClaimDraft,
  DraftCitation,
  NewPosition,
  NewSource,
  RecordChoices,
} from '../domain/new-claim.ts'
import { isAdded } from '../domain/new-claim.ts'
import { type TextRules, optionalText, plainText } from '../http/text.ts'
import type { SentFields } from './claim-fields.ts'

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
    statement: form.required('statement', { label: 'Statement', max: 2000, multiline: true, required: STATE }),
    ...readLimits(form),
    citations: readCitations(form, context),
    said: readSaid(form, context),
  }
  checkTogether(form, draft, context.choices)
  // Every undefined field has a message by now, so none of them is there when there is no message.
  if (!form.isClean) return { ok: false, errors: form.errors }
  return { ok: true, draft: draft as ClaimDraft, rows: filledRows(form) }
}

const STATE = 'Say in a sentence what the party says.'

/** Why a change is made: asked for by the edit form. */
export function checkWhy(sent: SentFields, label = 'Reason'): { why: string } | { errors: Record<string, string[]> } {
  const form = new FormReader(sent)
  const why = form.required('why', { label, max: 500, multiline: true, required: 'Give the reason for this change.' })
  return why === undefined ? { errors: form.errors } : { why }
}

/** Reads fields one by one and keeps what is wrong with each. */
class FormReader {
  readonly errors: Record<string, string[]> = {}
  readonly #sent: SentFields
  constructor(sent: SentFields) {
    this.#sent = sent
  }
  get isClean(): boolean {
    return Object.keys(this.errors).length === 0
  }
  sent(name: string): string {
    const value = this.#sent[name]
    return typeof value === 'string' ? value : ''
  }
  list(name: string): readonly string[] {
    const value = this.#sent[name]
    return typeof value === 'string' ? [value] : (value ?? [])
  }
  refuse(name: string, message: string): undefined {
    ;(this.errors[name] ??= []).push(message)
    return undefined
  }
  parse<Out>(name: string, schema: z.ZodType<Out>, value: unknown = this.sent(name)): Out | undefined {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return this.refuse(name, issue?.message ?? 'This cannot be read.')
  }
  required = (name: string, rules: TextRules) => this.parse(name, plainText(rules))
  optional = (name: string, rules: TextRules) => this.parse(name, optionalText(rules))
  option<const Value extends string>(name: string, values: readonly Value[], message: string): Value | undefined {
    return values.find((v) => v === this.sent(name)) ?? this.refuse(name, message)
  }
  date(name: string, message: string): string | undefined {
    const text = this.sent(name).trim()
    if (text === '') return this.refuse(name, message)
    try {
      return parseDate(text).text
    } catch (error) {
      if (error instanceof DateError) return this.refuse(name, error.message)
      throw error
    }
  }
}

/** One of the things that are there, or the one described beside it: exactly one of the two. */
function choose<New>(
  form: FormReader,
  name: string,
  given: {
    readonly known: readonly { readonly slug: string }[]
    readonly added: New | undefined
    /** The field to fill in where a new one was chosen and not described. */
    readonly addedName: string
    readonly says: { readonly none?: string; readonly both: string; readonly unnamed: string }
    /** What is chosen, where that is not simply what was sent. */
    readonly chosen?: string
  },
): Choice<New> | undefined {
  const { known, added, addedName, says, chosen = form.sent(name) } = given
  if (chosen !== '' && chosen !== ADD) {
    if (added !== undefined) return form.refuse(name, says.both)
    const isKnown = known.some((k) => k.slug === chosen)
    return isKnown ? { slug: chosen } : form.refuse(name, 'Choose one of the list.')
  }
  if (added !== undefined) return { added }
  // Something is wrong with the description itself: that has been said.
  if (form.errors[addedName] !== undefined) return undefined
  if (chosen === ADD) return form.refuse(addedName, says.unnamed)
  return says.none === undefined ? undefined : form.refuse(name, says.none)
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

function readPerson(form: FormReader, { people }: RecordChoices) {
  const name = form.optional('person-name', { label: 'Name of the person', max: 300, refuseBidi: true })
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

interface ReadIssue {
  readonly choice: ClaimDraft['issue'] | undefined
  readonly kind: IssueKind | undefined
  readonly positions: ChosenIssue['positions']
}

function readIssue(form: FormReader, { issues }: RecordChoices): ReadIssue {
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
  return nature === undefined || kind === undefined ? undefined : { question, nature, kind, ...ofUnit }
}

function readAnswer(
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
    return only === undefined ? { added: { label: 'Yes', entails: [], excludes: [] } } : { slug: only.slug }
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
    return isDay(text) ? text : (form.refuse(name, `“${text.slice(0, 40)}” is not a day. Use one like 2015-12-15.`) ?? null)
  if (/^[-−]?\d{1,15}(\.\d{1,6})?$/.test(text)) return Number(text.replace('−', '-'))
  return form.refuse(name, 'Use digits, with a point for decimals: 3 or 2.5.') ?? null
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

const DAY_MS = 24 * 60 * 60 * 1000

function readSaid(form: FormReader, { now }: FormContext): string | undefined {
  const said = form.date('said', 'Enter when it was said.')
  if (said === undefined) return undefined
  // Somewhere on Earth it is already tomorrow.
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10)
  const { earliest } = parseDate(said)
  return earliest > tomorrow && earliest !== '-infinity'
    ? form.refuse('said', `“${said}” lies in the future. Enter when it was said.`)
    : said
}

/** How many rows of citations the form has. */
export function rowsOf(sent: string): number {
  const rows = Number(sent)
  return Number.isInteger(rows) && rows >= 1 ? Math.min(rows, MOST_CITATIONS) : 1
}

/** Rows with anything in them, from 1; the first row where there is nothing at all. */
function filledRows(form: FormReader): number[] {
  const rows = Array.from({ length: rowsOf(form.sent('rows')) }, (_, i) => i + 1)
  const filled = rows.filter((n) =>
    Object.values(citationNames(n)).some((name) => form.sent(name).trim() !== ''),
  )
  return filled.length === 0 ? [1] : filled
}

function readCitations(form: FormReader, { choices, former = [] }: FormContext): DraftCitation[] {
  const read = filledRows(form).map((n) => readCitation(form, citationNames(n), choices))
  const kept = former.slice(MOST_CITATIONS).map(({ source, ...rest }) => ({ ...rest, source: { slug: source } }))
  return [...read.flatMap((citation) => (citation === undefined ? [] : [keepPlace(citation, former)])), ...kept]
}

/** Where a quotation stands, as an import gave it, holds as long as the words and their source do. */
function keepPlace(citation: DraftCitation, former: readonly DossierCitation[]): DraftCitation {
  const { source, quote } = citation
  const same = former.find((f) => !isAdded(source) && f.source === source.slug && f.quote === quote)
  if (same === undefined) return citation
  const { prefix, suffix, start, end } = same
  return { ...citation, prefix, suffix, start, end }
}

function readCitation(form: FormReader, names: CitationNames, { sources }: RecordChoices): DraftCitation | undefined {
  const source = choose(form, names.source, {
    known: sources,
    added: readSource(form, names),
    addedName: names.title,
    says: {
      none: 'Choose the source it was found in, or add a new one.',
      both: 'Choose a source or add a new one, not both.',
      unnamed: 'Enter the title of the new source.',
    },
  })
  const language = form.sent(names.language).trim()
  const credibility = form.sent(names.credibility)
  const details = {
    quote: form.optional(names.quote, { label: 'Quotation', max: 10_000, multiline: true }),
    language: language === '' ? undefined : form.parse(names.language, DossierSource.shape.language, language),
    translation: form.optional(names.translation, { label: 'Translation', max: 10_000, multiline: true }),
    translator: form.optional(names.translator, { label: 'Translator', max: 300, refuseBidi: true }),
    locator: form.optional(names.locator, { label: 'Place in the source', max: 500 }),
    credibility: /^[1-6]$/.test(credibility) ? Number(credibility) : undefined,
  }
  if (credibility !== '' && details.credibility === undefined)
    form.refuse(names.credibility, 'Choose the credibility from the list.')
  return source === undefined ? undefined : { source, ...details }
}

function readSource(form: FormReader, names: CitationNames): NewSource | undefined {
  const title = form.optional(names.title, { label: 'Title', max: 1000 })
  const texts = {
    publisher: form.optional(names.publisher, { label: 'Publisher', max: 300 }),
    captured: form.optional(names.captured, { label: 'Captured text', max: 200_000, multiline: true }),
    kind: form.optional(names.kind, { label: 'Kind of source', max: 200 }) ?? 'article',
  }
  const given = (name: string) => form.sent(name).trim()
  const isStarted = [names.url, names.published, names.sourceLanguage].some((n) => given(n) !== '')
  if (title === undefined) {
    const rest = isStarted || texts.publisher !== undefined || texts.captured !== undefined
    if (rest && form.errors[names.title] === undefined && ['', ADD].includes(form.sent(names.source)))
      form.refuse(names.title, 'Enter the title of the new source.')
    return undefined
  }
  const { shape } = DossierSource
  const url = given(names.url)
  const grade = given(names.grade)
  const published = form.date(names.published, 'Enter when the source was published.')
  const language =
    given(names.sourceLanguage) === ''
      ? form.refuse(names.sourceLanguage, 'Enter the language of the source, such as en or ru.')
      : form.parse(names.sourceLanguage, shape.language, given(names.sourceLanguage))
  return {
    title,
    ...texts,
    url: url === '' ? undefined : form.parse(names.url, shape.url, url),
    grade: grade === '' ? undefined : form.parse(names.grade, shape.grade, grade),
    published: published ?? '',
    language: language ?? '',
  }
}

interface ReadTogether {
  readonly form: string | undefined
  readonly said: string | undefined
  readonly citations: readonly DraftCitation[]
}

/** What only several fields together show. */
function checkTogether(form: FormReader, draft: ReadTogether, { sources }: RecordChoices): void {
  const isQuoted = draft.form === 'direct quotation' || draft.form === 'partial quotation'
  const [first] = draft.citations
  if (isQuoted && first !== undefined && draft.citations.every((c) => c.quote === undefined))
    form.refuse(
      citationNames(1).quote,
      'Give the words that were said, or choose another form, such as paraphrase.',
    )
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
