/** What somebody searches for, from what they typed. Pure. */
import { STANCES, type Stance } from './claims.ts'
import { DateError, type Day, type Days, parseDate } from './dates.ts'
import { plainWords } from './plain-words.ts'

export const SEARCH_TYPES = ['topic', 'issue', 'party', 'person', 'claim', 'source'] as const
export type SearchType = (typeof SEARCH_TYPES)[number]

/** Operators that name a thing of the record, or a language. */
export const NAMING = ['topic', 'party', 'issue', 'speaker', 'source', 'lang'] as const
export type Naming = (typeof NAMING)[number]

/** Every operator, as it is typed. */
export const OPERATORS = [...NAMING, 'type', 'stance', 'before', 'after'] as const
type Operator = (typeof OPERATORS)[number]

/** A word, or several in this order. */
export interface SearchTerm {
  readonly text: string
  readonly isPhrase: boolean
}

/** What was asked by an operator; `typed` is how, so that it can be taken out again. */
export interface TypedFilter {
  readonly name: Operator
  readonly value: string
  readonly typed: string
}

export interface SearchQuery {
  /** What was typed, to the longest that is searched. */
  readonly text: string
  readonly terms: readonly SearchTerm[]
  /** What must not occur. */
  readonly excluded: readonly SearchTerm[]
  readonly named: readonly (TypedFilter & { readonly name: Naming })[]
  readonly types: readonly SearchType[]
  readonly stances: readonly Stance[]
  /** Said on that day or later; as far as it is known. */
  readonly after: Day | undefined
  /** Said before that day; as far as it is known. */
  readonly before: Day | undefined
  /** Every operator that was understood. */
  readonly filters: readonly TypedFilter[]
  /** What could not be read, a sentence each. */
  readonly problems: readonly string[]
}

/** In characters, as a person counts them. */
export const LONGEST_QUERY = 300
export const MOST_TERMS = 24

/** Is the last word still being typed? Words that stand before an operator are not. */
const TOKEN = /(-?)(?:([a-z]{2,12}):(?!\/\/)(?=[^\s:]))?(?:"([^"]*)"?|([^\s"]+))/giu

/**
 * Read a query: words, "quoted phrases", -words to leave out, and operators such as `party:ru`. Every
 * text is a query; what is not understood is said, and the rest is searched.
 */
export function parseSearchQuery(given: string): SearchQuery {
  const characters = Array.from(given)
  const text = characters
    .slice(0, LONGEST_QUERY)
    .join('')
    .replace(/[“”„«»]/g, '"')
    .trim()
  const reading: Reading = { terms: [], excluded: [], filters: [], problems: [], days: {} }
  if (characters.length > LONGEST_QUERY)
    reading.problems.push(
      `A search takes ${LONGEST_QUERY} characters; this has ${characters.length.toLocaleString('en-GB')}. What is beyond was left out.`,
    )
  for (const [typed, minus = '', name, quoted, word] of text.matchAll(TOKEN)) {
    const value = (quoted ?? word ?? '').trim()
    const term = { text: value, isPhrase: quoted !== undefined }
    if (name !== undefined && value !== '') readOperator({ typed, minus, name, value }, reading)
    else if (plainWords(value).length > 0) reading[minus === '-' ? 'excluded' : 'terms'].push(term)
  }
  return finish(text, reading)
}

interface Reading {
  readonly terms: SearchTerm[]
  readonly excluded: SearchTerm[]
  readonly filters: TypedFilter[]
  readonly problems: string[]
  readonly days: { after?: Day; before?: Day }
}

function finish(text: string, { terms, excluded, filters, problems, days }: Reading): SearchQuery {
  const count = terms.length + excluded.length
  if (count > MOST_TERMS)
    problems.push(`A search takes ${MOST_TERMS} words; this has ${count}. The last were left out.`)
  const most = terms.slice(0, MOST_TERMS)
  const of = (name: Operator) => filters.filter((filter) => filter.name === name)
  return {
    text,
    terms: most,
    excluded: excluded.slice(0, MOST_TERMS - most.length),
    named: filters.filter((f): f is TypedFilter & { name: Naming } => isNaming(f.name)),
    types: of('type').flatMap(({ value }) => parseType(value) ?? []),
    stances: of('stance').flatMap(({ value }) => parseStance(value) ?? []),
    after: days.after,
    before: days.before,
    filters,
    problems,
  }
}

const isNaming = (name: string): name is Naming => (NAMING as readonly string[]).includes(name)

/** "a, b and c", within a sentence. */
export const listNames = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

function readOperator(
  given: { typed: string; minus: string; name: string; value: string },
  { filters, problems, days }: Reading,
): void {
  const { typed, value } = given
  const name = OPERATORS.find((one) => one === given.name.toLowerCase())
  const refuse = (why: string) => void problems.push(`“${typed}” was left out: ${why}`)
  if (name === undefined)
    return refuse(
      `there is no “${given.name}:”. There are ${listNames(OPERATORS.map((o) => `${o}:`))}.`,
    )
  if (given.minus === '-') return refuse('only words and phrases can be left out with “-”.')
  if (name === 'type' && parseType(value) === undefined)
    return refuse(`a type is one of ${listNames(SEARCH_TYPES)}.`)
  if (name === 'stance' && parseStance(value) === undefined)
    return refuse(`a stance is one of ${listNames(STANCES)}.`)
  if (name === 'before' || name === 'after') {
    const read = readDays(value)
    if ('error' in read) return refuse(read.error)
    days[name] = read.earliest
  }
  filters.push({ name, value, typed })
}

/** Days of a date as it is written in a search. @returns a sentence where it is none */
export function readDays(text: string): Days | { readonly error: string } {
  try {
    return parseDate(text)
  } catch (error) {
    if (error instanceof DateError) return { error: error.message }
    throw error
  }
}

const PLURALS: Readonly<Record<string, SearchType>> = {
  parties: 'party',
  people: 'person',
  persons: 'person',
  speaker: 'person',
}

/** "claim", "Claims". @returns undefined for what is no type */
export function parseType(text: string): SearchType | undefined {
  const word = text.trim().toLowerCase()
  return PLURALS[word] ?? SEARCH_TYPES.find((type) => type === word || `${type}s` === word)
}

/** "leaves open". @returns undefined for what is no stance */
export const parseStance = (text: string): Stance | undefined =>
  STANCES.find((stance) => stance === text.toLowerCase().replaceAll(' ', '-'))

/** The query without one of its operators, as somebody would type it. */
export const withoutFilter = ({ text }: SearchQuery, { typed }: TypedFilter): string =>
  text
    .replace(typed, () => ' ')
    .replace(/\s+/g, ' ')
    .trim()
