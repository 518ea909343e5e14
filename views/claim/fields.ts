/** Names that the claim form, what reads it and what shows its history share. */

/** The choice that adds something new; no slug begins with a plus. */
export const ADD = '+'

/** Rows of the form; with all their fields they stay below what one form may send. */
export const MOST_CITATIONS = 8

const CITATION_FIELDS = {
  source: 'source',
  title: 'title',
  publisher: 'publisher',
  kind: 'kind',
  url: 'url',
  published: 'published',
  sourceLanguage: 'source-language',
  grade: 'grade',
  captured: 'captured',
  quote: 'quote',
  start: 'start',
  near: 'near',
  nearStart: 'near-start',
  language: 'language',
  translation: 'translation',
  translator: 'translator',
  locator: 'locator',
  credibility: 'credibility',
} as const

export type CitationNames = Readonly<Record<keyof typeof CITATION_FIELDS, string>>

/** The names of the fields of one citation, from 1. */
export const citationNames = (n: number): CitationNames =>
  Object.fromEntries(
    Object.entries(CITATION_FIELDS).map(([key, name]) => [key, `c${n}-${name}`]),
  ) as unknown as CitationNames

/** How many rows of citations the form has. */
export function rowsOf(sent: string): number {
  const rows = Number(sent)
  return Number.isInteger(rows) && rows >= 1 ? Math.min(rows, MOST_CITATIONS) : 1
}

/** What each field is called beside it and in the history. */
export const fieldLabels: Readonly<Record<string, string>> = {
  party: 'Party',
  'party-name': 'Name of the new party',
  'party-kind': 'Kind of the new party',
  person: 'Person',
  'person-name': 'Name of the new person',
  'person-title': 'Role of the new person',
  issue: 'Issue',
  'issue-question': 'Question of the new issue',
  'issue-nature': 'Nature of the new issue',
  'issue-kind': 'Kind of the new issue',
  'issue-unit': 'Unit of the new issue',
  position: 'Position',
  'position-label': 'New position',
  'position-entails': 'The new position entails',
  'position-excludes': 'The new position excludes',
  min: 'At least',
  max: 'At most',
  stance: 'Stance',
  bearing: 'Bearing',
  said: 'Said on',
  wording: 'Form',
  statement: 'Statement',
  hedge: 'Hedge',
  condition: 'Condition',
  'scope-period': 'Period it applies to',
  'scope-note': 'Scope note',
  restates: 'Restates',
  withdrawn: 'Withdrawn',
}

const citationLabels: Readonly<Record<string, string>> = {
  source: 'Source',
  title: 'Title of the new source',
  publisher: 'Publisher of the new source',
  kind: 'Kind of the new source',
  url: 'Address of the new source',
  published: 'Publication of the new source',
  'source-language': 'Language of the new source',
  grade: 'Grade of the new source',
  captured: 'Captured text of the new source',
  quote: 'Quotation',
  start: 'Where the quotation begins',
  language: 'Language of the quotation',
  translation: 'Translation',
  translator: 'Translator',
  locator: 'Place in the source',
  credibility: 'Credibility',
}

/** The label of any field: "Citation 2: Quotation". */
export function labelOf(name: string): string {
  const citation = /^c(\d+)-(.+)$/.exec(name)
  if (citation === null) return fieldLabels[name] ?? name
  const [, n, field = ''] = citation
  return `Citation ${n}: ${citationLabels[field] ?? field}`
}
