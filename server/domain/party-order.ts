/** In which order parties stand in a matrix. Pure. */
import { type Day, parseDate } from './dates.ts'
import type { PairCounts } from './pair-counts.ts'

export const MATRIX_ORDERS = ['similar', 'recorded', 'name', 'coalition'] as const
export type MatrixOrder = (typeof MATRIX_ORDERS)[number]

/**
 * How far apart two parties are, from 0 to 1: issues in conflict count one, issues on which they neither
 * conflict nor have anything in common a half, over the issues both speak to. One issue that is half and
 * half is added, so that few issues are less sure than many, and who never meet are a half apart.
 */
export const distanceOf = ({ both, conflicts, common }: Omit<PairCounts, 'parties'>): number =>
  (conflicts + (both - conflicts - common) / 2 + 0.5) / (both + 1)

const STRANGERS = 0.5

/** Parties that were joined, in the order in which they stand side by side. */
type Group = readonly string[]

/**
 * Parties most like each other side by side: the closest groups are joined first (average linkage), each
 * time turned so that the closest ends meet. Who meets nobody stands last. Of equals the first in
 * `parties` comes first, so that the order is the same every time; the first party that meets somebody
 * stands in the first half of those that do.
 */
export function orderBySimilarity(
  parties: readonly string[],
  pairs: readonly PairCounts[],
): string[] {
  const known = new Map(
    pairs.flatMap((pair) => {
      const [a, b] = pair.parties
      const distance = distanceOf(pair)
      return [
        [`${a} ${b}`, distance],
        [`${b} ${a}`, distance],
      ]
    }),
  )
  const between = (a: string, b: string) => known.get(`${a} ${b}`) ?? STRANGERS
  const meeting = new Set(pairs.flatMap((pair) => (pair.both > 0 ? pair.parties : [])))
  let groups: Group[] = parties.filter((party) => meeting.has(party)).map((party) => [party])
  while (groups.length > 1) {
    const [i, j] = closestGroups(groups, between)
    const joined = join(groups[i] ?? [], groups[j] ?? [], between)
    groups = groups.flatMap((group, at) => (at === i ? [joined] : at === j ? [] : [group]))
  }
  const order = groups[0] ?? []
  const first = parties.find((party) => meeting.has(party)) ?? ''
  const turned = order.indexOf(first) < order.length / 2 ? order : order.toReversed()
  return [...turned, ...parties.filter((party) => !meeting.has(party))]
}

type Between = (a: string, b: string) => number

function closestGroups(groups: readonly Group[], between: Between): [number, number] {
  let best: [number, number] = [0, 1]
  let least = Infinity
  groups.forEach((a, i) =>
    groups.forEach((b, j) => {
      if (j <= i) return
      const distance = averageOf(a, b, between)
      // Sums of the same numbers in another order differ in their last digits.
      if (distance > least - 1e-9) return
      least = distance
      best = [i, j]
    }),
  )
  return best
}

function averageOf(a: Group, b: Group, between: Between): number {
  let sum = 0
  for (const one of a) for (const other of b) sum += between(one, other)
  return sum / (a.length * b.length)
}

function join(a: Group, b: Group, between: Between): Group {
  const [turnedA, turnedB] = [a.toReversed(), b.toReversed()]
  const ways: readonly (readonly [Group, Group])[] = [
    [a, b],
    [a, turnedB],
    [turnedA, b],
    [turnedA, turnedB],
  ]
  const gap = ([left, right]: readonly [Group, Group]) => between(left.at(-1) ?? '', right[0] ?? '')
  const best = ways.reduce((kept, way) => (gap(way) < gap(kept) - 1e-9 ? way : kept))
  return best.flat()
}

/** A party that belongs to a coalition, for a period as written (EDTF); an end of `..` is open. */
export interface Membership {
  readonly party: string
  readonly coalition: string
  readonly starts?: string | undefined
  readonly ends?: string | undefined
}

/** A party in its place; `under` is the coalition that it stands below. */
export interface PlacedParty {
  readonly slug: string
  readonly under?: string | undefined
}

/** Did the membership hold on the day, as far as its dates can say? What is unknown counts. */
export const holdsOn = ({ starts, ends }: Membership, day: Day): boolean =>
  (starts === undefined || parseDate(starts).earliest <= day) &&
  (ends === undefined || ends === '..' || parseDate(ends).latest >= day)

/**
 * Each coalition followed by those of `parties` that belong to it on the day, the rest as they came. Who
 * belongs to several stands under the first of them; coalitions of coalitions are not nested further.
 */
export function orderByCoalition(
  parties: readonly string[],
  memberships: readonly Membership[],
  day: Day,
): PlacedParty[] {
  const known = new Set(parties)
  const under = new Map<string, string>()
  for (const membership of memberships) {
    const { party, coalition } = membership
    if (!known.has(party) || !known.has(coalition)) continue
    if (under.has(party) || !holdsOn(membership, day)) continue
    // Coalitions that belong to each other: the first membership counts.
    if (headOf(coalition, under) === party) continue
    under.set(party, coalition)
  }
  const heads = parties.filter((party) => !under.has(party))
  return heads.flatMap((head) => [
    { slug: head },
    ...parties
      .filter((party) => party !== head && headOf(party, under) === head)
      .map((slug) => ({ slug, under: head })),
  ])
}

/** The outermost coalition, or the party itself. */
function headOf(party: string, under: ReadonlyMap<string, string>): string {
  let at = party
  for (let next = under.get(at); next !== undefined; next = under.get(at)) at = next
  return at
}
