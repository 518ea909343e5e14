/**
 * Parties side by side on an issue: how each pair relates, who shifted, who speaks with two voices,
 * who is silent. Pure; `describe...` turns it into words elsewhere.
 */
import type { Claim } from './claims.ts'
import { commits, isConditional } from './claims.ts'
import { areDisjoint } from './dates.ts'
import type { Clash, Judge } from './conflicts.ts'
import { type Stand, areOwnWords } from './stands.ts'

export const RELATIONS = ['conflict', 'agreement', 'shared-ground', 'compatible'] as const
export type RelationWord = (typeof RELATIONS)[number]

/** What a search for a party's claims on an issue came to, when there is one on record. */
export type SearchResult = 'none-found' | 'not-applicable'

export type Silence = 'none-found' | 'declined' | 'not-applicable' | 'not-searched'

/** One place where two parties conflict: a claim of each, and how the two clash. */
export interface Conflict {
  readonly a: Claim
  readonly b: Claim
  readonly clash: Clash
}

/** How two parties relate on one issue. */
export interface PairComparison {
  readonly parties: readonly [string, string]
  readonly relation: RelationWord
  /** Every pair of claims that carries the relation has a condition on at least one side. */
  readonly conditional: boolean
  /** Every position both say yes to, sorted; also in a conflict. */
  readonly shared: readonly string[]
  /** The smallest gap between conflicting affirmed values, in the issue's unit (whole days on dates). */
  readonly apart: number | undefined
  readonly conflicts: readonly Conflict[]
}

/** One party's place in one row of a comparison. */
export interface Cell {
  readonly party: string
  readonly stands: readonly Claim[]
  readonly silence: Silence | undefined
  readonly reversals: Stand['reversals']
  /** Claims within the stand that conflict with each other. */
  readonly mixed: readonly Conflict[]
}

/** One issue, all chosen parties. */
export interface IssueComparison {
  readonly judge: Judge
  readonly cells: readonly Cell[]
  /** Each pair of parties, in the order given, in which both have a stand that commits. */
  readonly pairs: readonly PairComparison[]
}

/** Who holds what on one issue; `parties` fixes the order. */
export interface IssueStands {
  readonly judge: Judge
  readonly parties: readonly string[]
  readonly stands: ReadonlyMap<string, Stand>
  readonly searches: ReadonlyMap<string, SearchResult>
}

/** Lay one issue out for the chosen parties. */
export function compareIssue({ judge, parties, stands, searches }: IssueStands): IssueComparison {
  const cells = parties.map((party) => cellOf(party, judge, stands.get(party), searches.get(party)))
  const pairs = cells.flatMap((a, i) =>
    cells.slice(i + 1).flatMap((b) => comparePair(judge, a, b) ?? []),
  )
  return { judge, cells, pairs }
}

function cellOf(
  party: string,
  judge: Judge,
  stand: Stand | undefined,
  search: SearchResult | undefined,
): Cell {
  const stands = stand?.claims ?? []
  return {
    party,
    stands,
    silence: silenceOf(stands, search),
    reversals: stand?.reversals ?? [],
    mixed: conflictsWithin(stands, judge),
  }
}

function silenceOf(
  stands: readonly Claim[],
  search: SearchResult | undefined,
): Silence | undefined {
  if (stands.some((c) => c.stance !== 'declines')) return undefined
  if (stands.length > 0) return 'declined'
  return search ?? 'not-searched'
}

function conflictsWithin(stands: readonly Claim[], judge: Judge): Conflict[] {
  return stands.flatMap((a, i) =>
    stands.slice(i + 1).flatMap((b) => {
      const clash = areOwnWords(a, b) ? judge.clash(a, b) : undefined
      return clash === undefined ? [] : [{ a, b, clash }]
    }),
  )
}

/**
 * How two parties relate: conflict before agreement before shared ground before compatible.
 * @returns undefined unless both have a claim that commits
 */
export function comparePair(judge: Judge, left: Cell, right: Cell): PairComparison | undefined {
  const [ours, theirs] = [left.stands.filter(commits), right.stands.filter(commits)]
  if (ours.length === 0 || theirs.length === 0) return undefined
  const met = ours.flatMap((a) =>
    theirs
      .filter((b) => !areDisjoint(a.scope, b.scope))
      .map((b) => ({ a, b, clash: judge.clash(a, b) })),
  )
  const conflicts = met.flatMap(({ a, b, clash }) => (clash === undefined ? [] : [{ a, b, clash }]))
  const [relation, carriers] = relate(judge, met, conflicts)
  const gaps = conflicts.flatMap(({ clash }) =>
    clash.on === 'value' && clash.apart !== undefined ? [clash.apart] : [],
  )
  return {
    parties: [left.party, right.party],
    relation,
    conditional:
      carriers.length > 0 && carriers.every(({ a, b }) => isConditional(a) || isConditional(b)),
    shared: [...new Set(met.flatMap(({ a, b }) => judge.shared(a, b)))].sort(),
    apart: gaps.length === 0 ? undefined : Math.min(...gaps),
    conflicts,
  }
}

type Met = { readonly a: Claim; readonly b: Claim }

function relate(
  judge: Judge,
  met: readonly Met[],
  conflicts: readonly Met[],
): [RelationWord, readonly Met[]] {
  if (conflicts.length > 0) return ['conflict', conflicts]
  const same = met.filter(({ a, b }) => judge.isSame(a, b))
  if (same.length > 0) return ['agreement', same]
  const sharing = met.filter(({ a, b }) => judge.sharesGround(a, b))
  if (sharing.length > 0) return ['shared-ground', sharing]
  return ['compatible', []]
}
