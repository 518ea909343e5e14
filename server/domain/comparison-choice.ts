/**
 * What somebody asked a comparison for, made into what can be shown. Nothing asked for is dropped in
 * silence: what cannot be shown is said in a notice. Pure.
 */
import { DateError, type Day, isDay, parseDate } from './dates.ts'
import type { Shown } from './comparison-summary.ts'

export const VIEWS = ['auto', 'pair', 'wide', 'grid', 'list'] as const
export type View = (typeof VIEWS)[number]
export type Layout = Exclude<View, 'auto'>

export const ORDERS = ['recorded', 'divisive', 'name', 'similar'] as const
export type Order = (typeof ORDERS)[number]

/** More columns than this are no longer a table that anybody reads. */
export const MOST_PARTIES = 40

/** How many parties stand side by side when nobody chose any: as many as fit with their words. */
export const DEFAULT_PARTIES = 4

/** The address as it was sent; slugs may lead nowhere. */
export interface Asked {
  readonly p: readonly string[]
  readonly issue?: string | undefined
  readonly base?: string | undefined
  readonly show: Shown
  readonly view: View
  readonly order: Order
  readonly asof?: string | undefined
  /** From when on changes are told; undefined for none. */
  readonly since?: string | undefined
  /** Up to when the record counts; undefined for now. */
  readonly known?: string | undefined
}

export interface ChoosableParty {
  readonly slug: string
  readonly name: string
  readonly part: 'party' | 'observer' | null
  /** Claims that count, said by the day; only looked at when nobody chose any party. */
  readonly claims: number
}

export interface ChoosableIssue {
  readonly slug: string
  readonly question: string
}

/** What is compared. */
export interface Chosen {
  /** In the order of columns before any other order is applied. */
  readonly parties: readonly string[]
  /** Nobody chose these parties: they are the default. */
  readonly isDefault: boolean
  readonly base: string | undefined
  readonly issue: string | undefined
  readonly layout: Layout
  readonly notices: readonly string[]
}

/** Find what is asked for among what there is. */
export function chooseComparison(
  asked: Asked,
  parties: readonly ChoosableParty[],
  issues: readonly ChoosableIssue[],
): Chosen {
  const known = new Set(parties.map((party) => party.slug))
  const wanted = [...new Set(asked.p)]
  const found = wanted.filter((slug) => known.has(slug))
  const isDefault = found.length === 0
  const chosen = isDefault ? defaultParties(parties) : found.slice(0, MOST_PARTIES)
  const issue = issues.find(({ slug }) => slug === asked.issue)?.slug
  return {
    parties: chosen,
    isDefault,
    base: chosen.find((slug) => slug === asked.base) ?? chosen[0],
    issue,
    layout: layoutFor(asked.view, chosen.length),
    notices: [
      ...unknownParties(wanted.filter((slug) => !known.has(slug))),
      ...(found.length > MOST_PARTIES
        ? [`${found.length} parties were asked for. The first ${MOST_PARTIES} are shown.`]
        : []),
      ...(isUnknown(asked.base, known)
        ? [`No party of this topic has the short name “${shorten(asked.base ?? '')}”.`]
        : []),
      ...(issue === undefined && asked.issue !== undefined
        ? [
            `No issue of this topic has the short name “${shorten(asked.issue)}”. All issues are shown.`,
          ]
        : []),
      ...(asked.view === 'pair' && chosen.length > 2
        ? ['The pair view takes two parties. These are shown in another one.']
        : []),
    ],
  }
}

const isUnknown = (slug: string | undefined, known: ReadonlySet<string>) =>
  slug !== undefined && !known.has(slug)

function unknownParties(slugs: readonly string[]): string[] {
  if (slugs.length === 0) return []
  const named = slugs.slice(0, 3).map((slug) => `“${shorten(slug)}”`)
  return slugs.length > 3
    ? [
        `No party of this topic has the short name ${named.join(', ')} and ${slugs.length - 3} more.`,
      ]
    : [`No party of this topic has the short name ${named.join(', ')}.`]
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/**
 * Which of many parties are looked at together: those asked for, else all that are listed, as many as
 * can be read.
 * @param isListed - taken where nobody chose
 */
export function chooseManyParties(
  asked: readonly string[],
  parties: readonly ChoosableParty[],
  isListed = ({ part }: ChoosableParty): boolean => part !== null,
): Pick<Chosen, 'parties' | 'isDefault' | 'notices'> {
  const wanted = new Set(asked)
  const found = parties.filter((party) => wanted.has(party.slug))
  const isDefault = found.length === 0
  const listed = isDefault ? parties.filter(isListed) : found
  const most = [...listed].sort((a, b) => b.claims - a.claims).slice(0, MOST_PARTIES)
  const known = new Set(parties.map((party) => party.slug))
  return {
    parties: listed.filter((party) => most.includes(party)).map((party) => party.slug),
    isDefault,
    notices: [
      ...unknownParties([...wanted].filter((slug) => !known.has(slug))),
      ...(listed.length > MOST_PARTIES
        ? [
            `There are ${listed.length} parties. The ${MOST_PARTIES} with the most claims are shown.`,
          ]
        : []),
    ],
  }
}

/** Parties to the dispute before observers, those with the most claims first; then in topic order. */
function defaultParties(parties: readonly ChoosableParty[]): string[] {
  const rank = ({ part }: ChoosableParty) => (part === 'party' ? 0 : part === 'observer' ? 1 : 2)
  const speaking = parties.filter((party) => party.claims > 0)
  const candidates = speaking.length > 0 ? speaking : parties
  const best = [...candidates]
    .sort((a, b) => rank(a) - rank(b) || b.claims - a.claims)
    .slice(0, DEFAULT_PARTIES)
  return parties.filter((party) => best.includes(party)).map((party) => party.slug)
}

/** Up to two parties in full, up to four with their words, more by signs and letters. */
function layoutFor(view: View, parties: number): Layout {
  if (view !== 'auto' && !(view === 'pair' && parties > 2)) return view
  return parties <= 2 ? 'pair' : parties <= 4 ? 'wide' : 'grid'
}

/** The day to compare as of, or why what was given is none. */
export type AskedDay = { readonly day: Day } | { readonly day: Day; readonly error: string }

/**
 * Read the day of an address.
 * @param today - shown when none is given, and when what is given is no day
 */
export function readDay(given: string | undefined, today: Day): AskedDay {
  const text = given?.trim() ?? ''
  if (text === '') return { day: today }
  if (isDay(text)) return { day: text }
  return { day: today, error: whyNoDay(text) }
}

/**
 * Read the day from which on something is looked at, up to another day.
 * @returns nothing where none is given; why it is none where what was given is no day, or too late
 */
export function readSince(
  given: string | undefined,
  asOf: Day,
): { readonly since?: Day } | { readonly error: string } {
  const read = readDay(given, asOf)
  if ('error' in read) return { error: read.error }
  if (given === undefined || given.trim() === '') return {}
  if (read.day <= asOf) return { since: read.day }
  return { error: `${read.day} is after ${asOf}, the last day that is looked at.` }
}

function whyNoDay(text: string): string {
  try {
    parseDate(text)
    return `“${shorten(text)}” is not one day. Give a whole day such as 2015-12-15.`
  } catch (error) {
    // Only of whole days: about other shapes it would recommend spans, which a comparison does not take.
    if (error instanceof DateError && /^\d{4}-\d\d-\d\d$/.test(text)) return error.message
    return `“${shorten(text)}” is not a day. Give one such as 2015-12-15.`
  }
}

/** The days around the one shown, for steps: `last` is when something was last said by then. */
export interface DaySteps {
  readonly previous: Day | undefined
  readonly last: Day | undefined
  readonly next: Day | undefined
}

/**
 * Where a step in time leads. The previous step is the day before the last one on which something was
 * said, because that last one shows the same table.
 * @param days - on which something was said, ascending
 */
export function stepsAround(asOf: Day, days: readonly Day[]): DaySteps {
  const next = days.findIndex((day) => day > asOf)
  const after = next < 0 ? days.length : next
  return { previous: days[after - 2], last: days[after - 1], next: days[after] }
}
