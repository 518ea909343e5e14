import { type Agreement, type Scale, compareUnits } from './agreement.ts'
import { groupBy } from './grouping.ts'
import { reviewerKey } from './recorded-contradiction.ts'
import { VERDICTS, type Verdict, outcomeOf } from './reviews.ts'

/**
 * How far the reviewers of a topic agree. Pure.
 *
 * What counts are reviews that hold, of contradictions that are settled: verdicts on others are hidden
 * from readers, and a count that moves with them would give them away. A contradiction on whose outcome
 * reviewers differ is therefore missing, which the page says.
 */

/** A review that holds, of a settled contradiction. */
export interface Judgement {
  readonly contradictionId: number
  /** Null for a review that an import brought: then the name says whose it is. */
  readonly accountId: number | null
  readonly reviewer: string
  readonly verdict: Verdict
}

export const READINGS = ['outcome', 'verdict', 'order'] as const

/**
 * Three ways to hold verdicts against each other.
 * - *outcome*: what each verdict comes to, confirmed or dismissed, as the status has it. "Cannot tell"
 *   comes to nothing, so it is no value: it neither agrees nor disagrees.
 * - *verdict*: the verdicts as given. "Cannot tell" is one of them: two who cannot tell agree that the
 *   record does not say, and one who can disagrees with one who cannot.
 * - *order*: no conflict, tension, conflict as steps, so that a tension beside a conflict is less of a
 *   disagreement than no conflict is. "Cannot tell" has no place in that order and is left out.
 */
export type Reading = (typeof READINGS)[number]

const ORDER: readonly Verdict[] = ['no conflict', 'tension', 'conflict']

const placeIn = (list: readonly unknown[], value: unknown): number | undefined => {
  const place = list.indexOf(value)
  return place < 0 ? undefined : place
}

const readings: Readonly<
  Record<Reading, { scale: Scale; valueOf: (verdict: Verdict) => number | undefined }>
> = {
  outcome: {
    scale: 'nominal',
    valueOf: (verdict) => placeIn(['dismissed', 'confirmed'], outcomeOf(verdict)),
  },
  verdict: { scale: 'nominal', valueOf: (verdict) => placeIn(VERDICTS, verdict) },
  order: { scale: 'ordinal', valueOf: (verdict) => placeIn(ORDER, verdict) },
}

/** Compare verdicts, those on one contradiction together, in one of the three ways. */
export function compareVerdicts(
  given: readonly (readonly Verdict[])[],
  reading: Reading,
): Agreement {
  const { scale, valueOf } = readings[reading]
  const units = given.map((verdicts) => verdicts.flatMap((verdict) => valueOf(verdict) ?? []))
  return compareUnits(units, scale)
}

export interface Reviewer {
  readonly name: string
  /** Known by name alone, from an import: may share the name of somebody who has an account. */
  readonly isImported: boolean
}

export type Readings = Readonly<Record<Reading, Agreement>>

export interface PairAgreement {
  readonly reviewers: readonly [Reviewer, Reviewer]
  /** Contradictions that both judged. */
  readonly both: number
  readonly readings: Readings
}

/** Two verdicts on one contradiction, and how many pairs of judgements were these two. */
export interface VerdictPair {
  readonly verdicts: readonly [Verdict, Verdict]
  readonly pairs: number
}

/** All reviewers together. */
export interface AgreementCounts {
  /** Contradictions judged by two reviewers or more; the rest are left out. */
  readonly contradictions: number
  /** By how many reviewers each of these was judged; 0 and 0 where there is none. */
  readonly reviewersEach: { readonly least: number; readonly most: number }
  readonly readings: Readings
}

export interface ReviewerAgreement extends AgreementCounts {
  /** Who judged most together comes first, then by name. */
  readonly pairs: readonly PairAgreement[]
  /** In the order of the verdicts; pairs that never occurred are left out. */
  readonly met: readonly VerdictPair[]
}

const allReadings = (given: readonly (readonly Verdict[])[]): Readings => ({
  outcome: compareVerdicts(given, 'outcome'),
  verdict: compareVerdicts(given, 'verdict'),
  order: compareVerdicts(given, 'order'),
})

const unitsOf = (judgements: readonly Judgement[]): JudgedUnit[] =>
  [...groupBy(judgements, (j) => j.contradictionId).values()]
    .map((all) => [...new Map(all.map((j) => [reviewerKey(j), j.verdict]))])
    .filter((unit) => unit.length > 1)

/** Compare all reviewers of a topic together: what a sentence needs. @param judgements - as below */
export function compareTogether(judgements: readonly Judgement[]): AgreementCounts {
  const units = unitsOf(judgements)
  const sizes = units.map((unit) => unit.length).sort((a, b) => a - b)
  return {
    contradictions: units.length,
    reviewersEach: { least: sizes[0] ?? 0, most: sizes.at(-1) ?? 0 },
    readings: allReadings(units.map((unit) => unit.map(([, verdict]) => verdict))),
  }
}

/**
 * Compare the reviewers of a topic, all of them together and each two of them.
 * @param judgements - oldest first; of two by one reviewer on one contradiction the later counts, and a
 *   reviewer goes by the name of their latest
 */
export function compareReviewers(judgements: readonly Judgement[]): ReviewerAgreement {
  const units = unitsOf(judgements)
  return {
    ...compareTogether(judgements),
    pairs: comparePairs(units, reviewersOf(judgements)),
    met: countMet(units),
  }
}

type JudgedUnit = readonly (readonly [reviewer: string, verdict: Verdict])[]

const reviewersOf = (judgements: readonly Judgement[]): ReadonlyMap<string, Reviewer> =>
  new Map(
    judgements.map((j) => [reviewerKey(j), { name: j.reviewer, isImported: j.accountId === null }]),
  )

/** Every two different items of a list, the earlier one first. */
const twoOf = <Item>(items: readonly Item[]): (readonly [Item, Item])[] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function comparePairs(
  units: readonly JudgedUnit[],
  reviewers: ReadonlyMap<string, Reviewer>,
): PairAgreement[] {
  const nameOf = (key: string) => reviewers.get(key)?.name ?? ''
  const inOrder = (unit: JudgedUnit) =>
    [...unit].sort(([a], [b]) => byText(nameOf(a), nameOf(b)) || byText(a, b))
  const pairs = groupBy(
    units.flatMap((unit) => twoOf(inOrder(unit))),
    ([[a], [b]]) => JSON.stringify([nameOf(a), nameOf(b), a, b]),
  )
  return [...pairs]
    .sort(([a, some], [b, more]) => more.length - some.length || byText(a, b))
    .flatMap(([, all]) => {
      const [a, b] = [reviewers.get(all[0]?.[0][0] ?? ''), reviewers.get(all[0]?.[1][0] ?? '')]
      if (a === undefined || b === undefined) return []
      const given = all.map(([[, x], [, y]]) => [x, y])
      return [{ reviewers: [a, b] as const, both: all.length, readings: allReadings(given) }]
    })
}

function countMet(units: readonly JudgedUnit[]): VerdictPair[] {
  const met = units.flatMap((unit) => twoOf(unit.map(([, verdict]) => verdict)))
  return VERDICTS.flatMap((a, i) =>
    VERDICTS.slice(i).map((b) => ({
      verdicts: [a, b] as const,
      pairs: met.filter(([x, y]) => (x === a && y === b) || (x === b && y === a)).length,
    })),
  ).filter(({ pairs }) => pairs > 0)
}
