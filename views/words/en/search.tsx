import type { Child } from 'hono/jsx'
import type { Stance } from '#server/domain/claims.ts'
import type { FilterName } from '#server/domain/search-facets.ts'
import type { OPERATORS, SearchType } from '#server/domain/search-query.ts'
import { counts } from './counts.ts'

const counted: Readonly<Record<SearchType, (n: number) => string>> = {
  topic: counts.topics,
  issue: counts.issues,
  party: counts.parties,
  person: counts.people,
  claim: counts.claims,
  source: counts.sources,
}

const filters: Readonly<Record<FilterName, string>> = {
  topic: 'Topic',
  party: 'Party',
  issue: 'Issue',
  speaker: 'Speaker',
  source: 'Source',
  lang: 'Language',
  type: 'Type',
  stance: 'Stance',
  before: 'Before',
  after: 'From',
  from: 'From',
  to: 'Until',
}

/** How much of a kind was found, or of all kinds. */
const found = (type: SearchType | undefined, n: number): string =>
  (type === undefined ? counts.results : counted[type])(n)

const forWords = (words: string): string => (words === '' ? '' : ` for “${words}”`)

/** The search page: what was found, ways to narrow it, and how to ask. */
export const search = {
  title: 'Search',
  titleFor: (words: string) => `${words} - Search`,
  label: (): Child => 'Words, names, or filters such as party:ru',

  /** @param words - that were searched for; '' where there are only filters */
  nothingFound: (words: string) => `No results${forWords(words)}.`,
  /** @param isMore - than were counted */
  found: (type: SearchType | undefined, n: number, isMore: boolean, words: string) =>
    `${isMore ? 'More than ' : ''}${found(type, n)}${forWords(words)}.`,
  all: (type: SearchType, n: number, isMore: boolean) =>
    `${isMore ? 'more than' : 'All'} ${found(type, n)}`,
  alsoSearched: (names: Child) => (
    <>Also searched: {names}. Names and aliases on record lead to each other.</>
  ),
  inSource: 'In the source',

  kinds: {
    topic: 'Topics',
    issue: 'Issues',
    party: 'Parties',
    person: 'People',
    claim: 'Claims',
    source: 'Sources',
  } as Readonly<Record<SearchType, string>>,
  /** Of numbered pages; see `pagesOf`. */
  pagesOf: {
    topic: 'topics',
    issue: 'issues',
    party: 'parties',
    person: 'people',
    claim: 'claims',
    source: 'sources',
  } as Readonly<Record<SearchType, string>>,
  kindsLabel: 'Kinds of results',
  everything: 'Everything',

  filtersLabel: 'Filters',
  filters,
  /** A filter in force. */
  filter: (by: FilterName, value: Child) => (
    <>
      {filters[by]}: {value}
    </>
  ),
  removeFilter: ', remove this filter',
  /** What the value of a filter is called that the record's own words are written with. */
  typed: {
    /** @param typed - as it was */
    type: (_: SearchType, typed: string) => typed,
    stance: (_: Stance, typed: string) => typed,
  },
  narrowBy: 'Narrow by',

  didYouMean: (spelling: Child) => <>Did you mean {spelling}?</>,
  searchAgain: 'Search again without one of the filters:',
  without: (by: FilterName, value: Child) => (
    <>
      without {filters[by].toLowerCase()} {value}
    </>
  ),
  withoutAny: 'without any filter',
  nearMatches: 'Nothing has exactly these words. Near matches:',
  nothing: 'Nothing has these words',
  nothingHint:
    'Every word has to occur; the last may be only begun. A name in another script is found where the record has it as an alias: Асад leads to Assad if somebody noted both.',

  whatIsSearched:
    'Searches claims with their quotations and translations, sources and their texts, issues with their positions, parties and people by any of their names, in every topic that you may see. Accents and capitals do not matter.',
  forExample: 'For example',
  example: (query: Child, says: string) => (
    <>
      {query}, {says}
    </>
  ),
  examples: {
    name: () => 'a party, and everything that names it',
    since: (year: string) => `what it said from ${year} on`,
    rejects: () => 'what it rejects',
  },
  howToAsk: 'How to ask',
  phrase: ['"leave power"', 'these words in this order'],
  excluded: ['-election', 'without this word'],
  operators: {
    party: () => 'claims and aliases of a party, by name, short name or country code',
    issue: () => 'claims on an issue, by words of its question',
    speaker: () => 'claims that a person made',
    source: () => 'claims found in a source',
    topic: () => 'one topic',
    lang: () => 'quotations and sources in a language: ar, ru, en',
    type: () => 'one kind: topic, issue, party, person, claim, source',
    stance: () => 'affirms, denies, leaves-open, declines',
    before: () => 'claims that may have been made before a date',
    after: () => 'claims that may have been made on a date or later',
  } as Readonly<Record<(typeof OPERATORS)[number], () => Child>>,
}
