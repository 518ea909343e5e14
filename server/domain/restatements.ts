/**
 * When a claim only says again what a claim on record says already, so that what was decided of the one
 * covers the other. One set of rules for the form, for dossiers and for everything changed later. Pure.
 */
import { describeDate } from './date-words.ts'
import { type Days, isBefore, parseDate } from './dates.ts'
import type { DossierClaim } from './dossier-schema.ts'
import { wordsOf } from './similarity.ts'

type Compared = Pick<DossierClaim, 'issue' | 'party' | 'position' | 'value' | 'stance'> &
  Pick<DossierClaim, 'bearing' | 'condition' | 'scope' | 'hedge'>

/** A claim as these rules see it; its days are bounded by the publications that report it. */
export type Restatable = Compared &
  Days &
  Pick<DossierClaim, 'slug' | 'statement' | 'said' | 'restates'> & { readonly isWithdrawn: boolean }

type Named = Pick<Restatable, 'statement' | 'said'>

/** A claim that another one may say it restates. */
export type RestatableChoice = Named & { readonly slug: string }

/** White space, case and the form of accents make no other words. */
const fold = (text: string | undefined): string | undefined =>
  text?.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase()

function daysOf(period: string | undefined): string | undefined {
  if (period === undefined) return undefined
  const { earliest, latest } = parseDate(period)
  return `${earliest} ${latest}`
}

/** What has to be the same in a statement and its restatement, by the word for it. */
const SAME: Readonly<Record<string, (claim: Compared) => string | undefined>> = {
  party: (c) => c.party,
  issue: (c) => c.issue,
  position: (c) => c.position,
  value: ({ value }) => value && JSON.stringify([value.min, value.max]),
  stance: (c) => c.stance,
  bearing: (c) => c.bearing ?? 'states',
  condition: (c) => fold(c.condition),
  'period it applies to': (c) => daysOf(c.scope?.period),
  'scope note': (c) => fold(c.scope?.note),
  hedge: (c) => fold(c.hedge),
}

/** The words for what {@link listDifferences} compares, in its order. */
export const SAME_IN_BOTH: readonly string[] = Object.keys(SAME)

/** What keeps one of two claims from restating the other: some of {@link SAME_IN_BOTH}, or nothing. */
export const listDifferences = (a: Compared, b: Compared): string[] =>
  Object.entries(SAME).flatMap(([word, of]) => (of(a) === of(b) ? [] : [word]))

const MOST_LETTERS = 100

/** A claim as a sentence names it: its statement, cut where it is long, and its date. */
function nameOf({ statement, said }: Named): string {
  const letters = Array.from(statement.replaceAll(/\s+/gu, ' ').trim())
  const cut = letters.length > MOST_LETTERS
  const words = letters.slice(0, MOST_LETTERS).join('').trim()
  return `“${words}${cut ? '…' : ''}” (${describeDate(said)})`
}

/**
 * Why a claim cannot restate the one that it says it restates.
 * @param find - claims of its topic, by slug
 * @param isInCircle - as {@link circleFinder} made it, one for all claims that are asked about
 * @returns a sentence that names both and the way out; undefined where nothing is wrong, or where the
 *   restated claim is not there, which is for the caller to say
 */
export function findRestatementFault(
  claim: Restatable,
  find: Find<Restatable>,
  isInCircle: (slug: string) => boolean,
): string | undefined {
  if (claim.restates === undefined) return undefined
  if (claim.restates === claim.slug)
    return `${nameOf(claim)} cannot restate itself. Choose another claim, or take the mark away.`
  const restated = find(claim.restates)
  if (restated === undefined) return undefined
  const [a, b] = [nameOf(claim), nameOf(restated)]
  const differences = listDifferences(claim, restated)
  if (differences.length > 0) {
    const differ = inWords(differences)
    return `${a} is marked as a restatement of ${b}, but they differ in ${differ}, so they do not say the same. Correct the one that is wrong, or take the mark away.`
  }
  if (isBefore(claim, restated))
    return `${a} is marked as a restatement of ${b}, which was said later. Mark the later one instead, or correct a date.`
  return isInCircle(claim.slug)
    ? `${a} is marked as a restatement of ${b}, and that one, in the end, of this one. Take one of the marks away.`
    : undefined
}

const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** Finds claims of one topic by slug. */
type Find<One> = (slug: string) => One | undefined

/**
 * Tells whether a claim is one of several that restate each other in a circle. Each claim is passed once
 * however many are asked about, so that a long chain costs no more than its length.
 * @returns a function of a claim's slug
 */
export function circleFinder(find: Find<Pick<Restatable, 'restates'>>): (slug: string) => boolean {
  const known = new Map<string, boolean>()
  return (slug) => {
    const passed = new Map<string, number>()
    let next: string | undefined = slug
    while (next !== undefined && !passed.has(next) && !known.has(next)) {
      passed.set(next, passed.size)
      next = find(next)?.restates
    }
    const from = next === undefined ? undefined : passed.get(next)
    for (const [one, at] of passed) known.set(one, from !== undefined && at >= from)
    return known.get(slug) === true
  }
}

/**
 * Finds the first statement that a claim restates, read through any chain: the claim itself where it
 * restates nothing.
 *
 * A withdrawn statement carries nothing: whatever restates it stands on its own, until it is put back.
 * Each claim is passed once however many are asked about.
 * @param find - claims of its topic, by slug
 */
export function firstStatementFinder<
  One extends Pick<Restatable, 'slug' | 'restates' | 'isWithdrawn'>,
>(find: Find<One>): (claim: One) => One {
  const known = new Map<string, One>()
  return (claim) => {
    const passed = new Set<string>()
    let first = claim
    while (first.restates !== undefined && !known.has(first.slug) && !passed.has(first.slug)) {
      passed.add(first.slug)
      const restated = find(first.restates)
      if (restated === undefined || restated.isWithdrawn) break
      first = restated
    }
    const found = known.get(first.slug) ?? first
    for (const slug of passed) known.set(slug, found)
    return found
  }
}

/** What a decision says of one claim on its sides. */
export type Coverage = 'seen' | 'covered' | 'new'

/**
 * Does a decision cover a claim? Reviewers saw what was on record when it was settled. What came later
 * is new evidence, unless it and something they saw say the same line: the first statement of it, or
 * another restatement.
 * @param firstRecordedAt - when the first of its line was recorded, among those that count
 */
export const coverageOf = (
  { recordedAt, firstRecordedAt }: { readonly recordedAt: Date; readonly firstRecordedAt: Date },
  settledAt: Date,
): Coverage => (recordedAt <= settledAt ? 'seen' : firstRecordedAt <= settledAt ? 'covered' : 'new')

/** From here on two statements are much alike: of ten words in each, seven in both. */
const MUCH_ALIKE = 0.7

/** Of two texts how many words are in both (Dice's coefficient, each word as often as it is there): 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  const shared = a.filter((word) => {
    const n = left.get(word) ?? 0
    left.set(word, n - 1)
    return n > 0
  })
  return (2 * shared.length) / Math.max(1, a.length + b.length)
}

/**
 * The choice whose statement is most like one that is being recorded, by the words they share; the first
 * of several. It is shown beside the choices and never chosen.
 * @returns undefined where none is much alike
 */
export function findMuchAlike(
  statement: string,
  choices: readonly RestatableChoice[],
): RestatableChoice | undefined {
  const words = wordsOf(statement)
  const all = choices.map((choice) => ({
    choice,
    alike: likeness(words, wordsOf(choice.statement)),
  }))
  const best = all.reduce((a, b) => (b.alike > a.alike ? b : a), {
    choice: undefined,
    alike: 0,
  } as {
    choice: RestatableChoice | undefined
    alike: number
  })
  return best.alike < MUCH_ALIKE ? undefined : best.choice
}
