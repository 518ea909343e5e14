/** Two groups of parties on an issue: what each holds, how often they conflict, how united each is. Pure. */
import type { Claim } from './claims.ts'
import type { IssueComparison, PairComparison } from './comparison.ts'
import type { Day } from './dates.ts'
import { type Membership, holdsOn } from './party-order.ts'
import { isSameValue } from './values.ts'

/** Pairs of parties by how they relate; `apart` are those that do not both hold what commits them. */
export interface PairTally {
  readonly pairs: number
  readonly conflict: number
  readonly common: number
  readonly compatible: number
  readonly apart: number
}

/** One stance on one position or value, and who of a group takes it. */
export interface GroupHolding {
  /** The newest claim of the first holder: what is held, in words. */
  readonly claim: Claim
  /** With the newest claim of each that says so. */
  readonly holders: readonly { readonly party: string; readonly claim: Claim }[]
}

export interface GroupOnIssue {
  /** What most hold first. */
  readonly holdings: readonly GroupHolding[]
  /** Parties that hold something. */
  readonly speakers: number
  readonly silent: readonly string[]
  readonly within: PairTally
}

export interface GroupsOnIssue {
  readonly groups: readonly [GroupOnIssue, GroupOnIssue]
  readonly between: PairTally
}

/**
 * Compare two groups that share no party.
 * @param comparison - of all parties of both
 */
export function compareGroups(
  comparison: Pick<IssueComparison, 'cells' | 'pairs'>,
  a: readonly string[],
  b: readonly string[],
): GroupsOnIssue {
  const [inA, inB] = [new Set(a), new Set(b)]
  const isBetween = ({ parties: [x, y] }: PairComparison) =>
    (inA.has(x) && inB.has(y)) || (inB.has(x) && inA.has(y))
  return {
    groups: [groupOn(comparison, inA), groupOn(comparison, inB)],
    between: tally(comparison.pairs.filter(isBetween), inA.size * inB.size),
  }
}

function groupOn(
  { cells, pairs }: Pick<IssueComparison, 'cells' | 'pairs'>,
  group: ReadonlySet<string>,
): GroupOnIssue {
  const own = cells.filter(({ party }) => group.has(party))
  const speaking = own.filter(({ stands }) => stands.length > 0)
  return {
    holdings: holdingsOf(speaking.flatMap(({ stands }) => stands)),
    speakers: speaking.length,
    silent: own.filter(({ stands }) => stands.length === 0).map(({ party }) => party),
    within: tally(
      pairs.filter(({ parties }) => parties.every((party) => group.has(party))),
      (group.size * (group.size - 1)) / 2,
    ),
  }
}

function holdingsOf(claims: readonly Claim[]): GroupHolding[] {
  const found: { claim: Claim; holders: Map<string, Claim> }[] = []
  // In order said within each party, so the last of a party's is its newest.
  for (const claim of claims) {
    const known = found.find((one) => saysTheSame(one.claim, claim))
    if (known === undefined) found.push({ claim, holders: new Map([[claim.party, claim]]) })
    else known.holders.set(claim.party, claim)
  }
  return found
    .map(({ claim, holders }) => ({
      claim: holders.get(claim.party) ?? claim,
      holders: [...holders].map(([party, own]) => ({ party, claim: own })),
    }))
    .sort((x, y) => y.holders.length - x.holders.length)
}

const saysTheSame = (a: Claim, b: Claim): boolean =>
  a.stance === b.stance &&
  (a.value !== undefined && b.value !== undefined
    ? isSameValue(a.value, b.value)
    : a.value === undefined && b.value === undefined && a.position === b.position)

function tally(pairs: readonly PairComparison[], possible: number): PairTally {
  const of = (...relations: PairComparison['relation'][]) =>
    pairs.filter(({ relation }) => relations.includes(relation)).length
  return {
    pairs: possible,
    conflict: of('conflict'),
    common: of('agreement', 'shared-ground'),
    compatible: of('compatible'),
    apart: possible - pairs.length,
  }
}

/** A coalition with those of some parties that belong to it on a day; itself first. */
export interface Coalition {
  readonly slug: string
  readonly members: readonly string[]
}

/** Coalitions among some parties that have a member on the day, in the order of the parties. */
export function listCoalitions(
  parties: readonly string[],
  memberships: readonly Membership[],
  day: Day,
): Coalition[] {
  const known = new Set(parties)
  return parties.flatMap((slug) => {
    const members = memberships.filter(
      (one) => one.coalition === slug && known.has(one.party) && holdsOn(one, day),
    )
    const names = [...new Set(members.map(({ party }) => party))].filter((one) => one !== slug)
    return names.length === 0 ? [] : [{ slug, members: [slug, ...names] }]
  })
}

/** The issues that divide the groups most first: by the share of pairs that conflict, of those that meet. */
export const byDivision = (a: { between: PairTally }, b: { between: PairTally }): number =>
  shareOf(b.between) - shareOf(a.between) || b.between.conflict - a.between.conflict

const shareOf = ({ pairs, apart, conflict }: PairTally): number =>
  pairs === apart ? -1 : conflict / (pairs - apart)
