import { wording } from '../words/wording.ts'

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

/** The label of any field: "Citation 2: Quotation". */
export function labelOf(name: string): string {
  const citation = /^c(\d+)-(.+)$/.exec(name)
  const { fields, citationFields, citationField } = wording().claimForm
  if (citation === null) return nameIn(fields, name)
  const [, n = '', field = ''] = citation
  return citationField(n, nameIn(citationFields, field))
}

const nameIn = (names: Readonly<Record<string, string>>, field: string): string =>
  names[field] ?? field
