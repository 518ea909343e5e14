/**
 * What several parties hold in common on an issue, and where they conflict by least. For two parties it
 * says what comparing them says; for more, what each of them is committed to. Pure.
 */
import { type Claim, commits, compareText, isConditional, isValued } from './claims.ts'
import type { IssueComparison, PairComparison } from './comparison.ts'
import type { Judge } from './conflicts.ts'
import { areDisjoint } from './dates.ts'
import { type Step, literalKey } from './positions.ts'
import { type Value, contains, intervalOf, overlaps } from './values.ts'

/** Why a party is among those who hold something: the claim that commits it, and how. */
export interface Holder {
  readonly party: string
  readonly claim: Claim
  /** From the claim's own position to what is held; empty where it is the same, and on values. */
  readonly chain: readonly Step[]
}

/** Something that two parties or more are committed to. */
export interface Ground {
  /** A position, or on quantity and date issues the values that all holders allow. */
  readonly on: { readonly position: string; readonly holds: boolean } | { readonly value: Value }
  readonly holders: readonly Holder[]
  /** Parties that are committed to the contrary, by some claim that stands. */
  readonly against: readonly string[]
  /** Parties with a stand on the issue that commits them, holders included. */
  readonly speakers: number
  /** Positions that the same holders are committed to because of this one. */
  readonly so: readonly string[]
  /** Some holder's every claim that leads here has a condition. */
  readonly conditional: boolean
}

/** Do all who speak to the issue hold it? */
export const isHeldByAll = ({ holders, speakers }: Ground): boolean => holders.length === speakers

/** Do more than half of those who speak to the issue hold it? */
export const isHeldByMost = ({ holders, speakers }: Ground): boolean =>
  holders.length * 2 > speakers

/** A party's ways to one thing. */
interface Way extends Holder {
  readonly claim: Claim
}

/**
 * Everything that at least two parties of a comparison hold in common, what most hold first. A party that
 * says yes and no to the same thing is against it. Claims about disjoint periods have nothing in common.
 */
export function findGround({ judge, cells }: Pick<IssueComparison, 'judge' | 'cells'>): Ground[] {
  const speaking = cells
    .map(({ party, stands }) => ({ party, claims: stands.filter(commits) }))
    .filter(({ claims }) => claims.length > 0)
  const found = isValued(judge.issue.kind)
    ? groundOfValues(speaking)
    : withoutRepeats(groundOfPositions(judge, speaking), judge)
  return found.sort(
    (a, b) => b.holders.length - a.holders.length || compareText(nameOf(a), nameOf(b)),
  )
}

interface Speaking {
  readonly party: string
  readonly claims: readonly Claim[]
}

const nameOf = ({ on }: Ground): string =>
  'position' in on ? on.position : JSON.stringify(on.value)

function groundOfPositions(judge: Judge, speaking: readonly Speaking[]): Ground[] {
  const committed = ({ position = '', stance }: Claim) =>
    judge.following({ position, holds: stance === 'affirms' })
  return judge.issue.positions.flatMap(({ slug: position }) =>
    [true, false].flatMap((holds) => {
      const key = literalKey({ position, holds })
      const opposite = literalKey({ position, holds: !holds })
      const against = speaking
        .filter(({ claims }) => claims.some((claim) => committed(claim).has(opposite)))
        .map(({ party }) => party)
      const ways = speaking
        .filter(({ party }) => !against.includes(party))
        .map(({ party, claims }) =>
          claims.flatMap((claim): Way[] => {
            const way = committed(claim).get(key)
            // What somebody rejects is in common when others reject the same, not when it follows.
            if (way === undefined || (!holds && way.chain.length > 0)) return []
            return [{ party, claim, chain: way.chain }]
          }),
        )
      return groundOf({ position, holds }, ways, against, speaking.length)
    }),
  )
}

/** @param ways - for each party that may hold it */
function groundOf(
  on: Ground['on'],
  ways: readonly (readonly Way[])[],
  against: readonly string[],
  speakers: number,
): Ground[] {
  const holding = ways.filter((own) => own.length > 0)
  if (holding.length < 2 || !meetInTime(holding)) return []
  return [
    {
      on,
      holders: holding.flatMap((own) => own.toSorted(byDirectness).slice(0, 1)),
      against,
      speakers,
      so: [],
      conditional: holding.some((own) => own.every(({ claim }) => isConditional(claim))),
    },
  ]
}

/** The shortest way first, then the newest claim. */
const byDirectness = (a: Way, b: Way): number =>
  a.chain.length - b.chain.length ||
  compareText(b.claim.latest, a.claim.latest) ||
  compareText(a.claim.slug, b.claim.slug)

const meetInTime = (holding: readonly (readonly Way[])[]): boolean =>
  holding.every((own, i) =>
    holding
      .slice(i + 1)
      .every((others) =>
        own.some((a) => others.some((b) => !areDisjoint(a.claim.scope, b.claim.scope))),
      ),
  )

/** What follows for the same holders from something else they hold is named there and not again. */
function withoutRepeats(grounds: readonly Ground[], judge: Judge): Ground[] {
  const holdersOf = ({ holders }: Ground) => holders.map(({ party }) => party).join(' ')
  const leadsTo = (from: Ground, to: Ground): boolean =>
    from !== to && holdersOf(from) === holdersOf(to) && follows(judge, from, to)
  const isRepeat = (ground: Ground, i: number): boolean =>
    grounds.some((other, j) => leadsTo(other, ground) && (!leadsTo(ground, other) || j < i))
  return grounds.flatMap((ground, i) =>
    isRepeat(ground, i)
      ? []
      : [{ ...ground, so: grounds.filter((other) => leadsTo(ground, other)).map(nameOf) }],
  )
}

function follows(judge: Judge, from: Ground, to: Ground): boolean {
  if (!('position' in from.on) || !('position' in to.on) || !to.on.holds) return false
  return judge.following(from.on).has(literalKey(to.on))
}

/** Where the affirmed values of most parties overlap. */
function groundOfValues(speaking: readonly Speaking[]): Ground[] {
  const affirmed = speaking.map(({ party, claims }) => ({
    party,
    claims: claims.filter((claim) => claim.stance === 'affirms' && claim.value !== undefined),
  }))
  const starts = affirmed.flatMap(({ claims }) => claims.flatMap(({ value }) => value ?? []))
  const regions = starts.flatMap((start): Ground[] => {
    const at = intervalOf(start).from
    const ways = affirmed.map(({ party, claims }) =>
      claims
        .filter(({ value }) => value !== undefined && reaches(value, at))
        .map((claim): Way => ({ party, claim, chain: [] })),
    )
    const value = { min: start.min, max: leastEnd(ways) }
    const against = speaking
      .filter(({ claims }) => claims.some((claim) => isAgainst(claim, value)))
      .map(({ party }) => party)
    return groundOf({ value }, ways, against, speaking.length)
  })
  const most = Math.max(0, ...regions.map(({ holders }) => holders.length))
  const best = regions.filter(({ holders }) => holders.length === most)
  return best.filter((ground, i) => best.findIndex((o) => nameOf(o) === nameOf(ground)) === i)
}

const reaches = (value: Value, at: number): boolean => {
  const { from, to } = intervalOf(value)
  return from <= at && at <= to
}

/** Each party's farthest end, of these the nearest. */
function leastEnd(ways: readonly (readonly Way[])[]): Value['max'] {
  const farther = (a: Value['max'], b: Value['max']) => (endOf(a) >= endOf(b) ? a : b)
  const ends = ways
    .filter((own) => own.length > 0)
    .map((own) => own.map(({ claim }) => claim.value?.max ?? null).reduce(farther))
  return ends.length === 0 ? null : ends.reduce((a, b) => (endOf(a) <= endOf(b) ? a : b))
}

const endOf = (max: Value['max']): number => intervalOf({ min: null, max }).to

function isAgainst({ stance, value }: Claim, ground: Value): boolean {
  if (value === undefined) return false
  const [own, common] = [intervalOf(value), intervalOf(ground)]
  return stance === 'affirms' ? !overlaps(own, common) : contains(own, common)
}

/** How small an open difference is, the smallest kind first. */
export const DIFFERENCES = [
  'common ground beside it',
  'on a condition',
  'values apart',
  'other',
] as const
export type DifferenceKind = (typeof DIFFERENCES)[number]

/** Two parties that conflict on an issue, and what makes the difference small. */
export interface Difference {
  readonly pair: PairComparison
  readonly kind: DifferenceKind
}

/** The pairs in conflict on an issue, those with most in common first. */
export const findDifferences = ({ pairs }: Pick<IssueComparison, 'pairs'>): Difference[] =>
  pairs
    .filter(({ relation }) => relation === 'conflict')
    .map((pair) => ({ pair, kind: kindOf(pair) }))
    .sort(bySize)

/** The smallest kind first, of one kind those that share most. */
export const bySize = (a: Difference, b: Difference): number =>
  DIFFERENCES.indexOf(a.kind) - DIFFERENCES.indexOf(b.kind) ||
  b.pair.shared.length - a.pair.shared.length

function kindOf({ shared, conditional, apart }: PairComparison): DifferenceKind {
  if (shared.length > 0) return 'common ground beside it'
  if (conditional) return 'on a condition'
  return apart === undefined ? 'other' : 'values apart'
}
