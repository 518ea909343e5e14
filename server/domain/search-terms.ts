/** From the words of a search to what is looked for: other names of whoever is named count as well. Pure. */
import { plainText, plainWords } from './plain-words.ts'
import type { SearchQuery, SearchTerm } from './search-query.ts'

/** Words in this order; the last may only have been begun. */
export interface Wanted {
  readonly text: string
  readonly isBegun: boolean
}

/** One part of a search: it is met where all of any of these are found. */
export interface WantedGroup {
  readonly anyOf: readonly { readonly all: readonly Wanted[] }[]
}

/** Something on record that is named as it was typed. */
export interface NamedThing {
  /** The words that were typed. */
  readonly run: string
  readonly isPerson: boolean
  /** Its name, then what else it is called. */
  readonly names: readonly string[]
}

export interface Expansion {
  readonly groups: readonly WantedGroup[]
  /** Other names that are looked for, to be said on the page. */
  readonly also: readonly string[]
}

/** A name is rarely longer, and every run is looked up. */
const LONGEST_RUN = 4
/** Of other names in one search. */
const MOST_NAMES = 12

/** What could be a name among the words: each phrase, and each run of words that stand together. */
export function listRuns({ terms }: Pick<SearchQuery, 'terms'>): string[] {
  const runs = terms.flatMap((term, i) =>
    term.isPhrase ? [term.text] : runsFrom(terms, i).map((run) => textOf(run)),
  )
  return [...new Set(runs)]
}

const textOf = (terms: readonly SearchTerm[]): string => terms.map((t) => t.text).join(' ')

/** Runs that begin with a term, the shortest first. */
function runsFrom(terms: readonly SearchTerm[], from: number): SearchTerm[][] {
  const phrase = terms.findIndex((term, i) => i >= from && term.isPhrase)
  const end = Math.min(phrase < 0 ? terms.length : phrase, from + LONGEST_RUN)
  return Array.from({ length: Math.max(0, end - from) }, (_, n) => terms.slice(from, from + n + 1))
}

/**
 * Group the terms; whatever names something is also looked for by its other names, the longest name
 * first. The last term that is no phrase may only have been begun.
 */
export function expandTerms(
  { terms }: Pick<SearchQuery, 'terms'>,
  things: readonly NamedThing[],
): Expansion {
  const groups: WantedGroup[] = []
  const also = new Map<string, string>()
  for (let i = 0; i < terms.length;) {
    const runs = runsAt(terms, i)
    const named = runs.find((run) => things.some((thing) => thing.run === textOf(run)))
    const run = named ?? terms.slice(i, i + 1)
    const others = otherNames(textOf(run), things).slice(0, MOST_NAMES - also.size)
    for (const name of others) also.set(plainText(name), name)
    const isLast = i + run.length === terms.length
    const own = run.map(({ text, isPhrase }, n) => ({
      text,
      isBegun: isLast && n === run.length - 1 && !isPhrase,
    }))
    groups.push({
      anyOf: [{ all: own }, ...others.map((text) => ({ all: [{ text, isBegun: false }] }))],
    })
    i += run.length
  }
  return { groups, also: [...also.values()] }
}

/** What could be a name from here on, the longest first. */
const runsAt = (terms: readonly SearchTerm[], i: number): SearchTerm[][] =>
  terms[i]?.isPhrase === true ? [terms.slice(i, i + 1)] : runsFrom(terms, i).toReversed()

/** What else something with this name is called; of a person whose last name it is, the last names. */
export function otherNames(run: string, things: readonly NamedThing[]): string[] {
  const typed = wordsOf(run).join(' ')
  const others = new Map<string, string>()
  for (const thing of things) {
    if (thing.run !== run) continue
    const isLastName = thing.isPerson && thing.names.some((name) => lastOf(name) === typed)
    for (const name of thing.names) {
      const other = isLastName ? lastWord(name) : name
      const words = wordsOf(other)
      // What holds the typed words is found by them already.
      if (words.length === 0 || ` ${words.join(' ')} `.includes(` ${typed} `)) continue
      if (!others.has(words.join(' '))) others.set(words.join(' '), other)
    }
  }
  return [...others.values()]
}

const wordsOf = (text: string): string[] => plainWords(text).map(({ plain }) => plain)

function lastWord(name: string): string {
  const last = plainWords(name).at(-1)
  return last === undefined ? '' : name.slice(last.start, last.end)
}

const lastOf = (name: string): string | undefined => wordsOf(name).at(-1)

/** Everything that is looked for, for marking it where it is found. */
export const wantedIn = ({ groups }: Expansion): Wanted[] =>
  groups.flatMap(({ anyOf }) => anyOf.flatMap(({ all }) => all))
