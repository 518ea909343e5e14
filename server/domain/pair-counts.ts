/** How often parties conflict and agree over the issues on which both are on record. Pure. */
import type { IssueComparison, PairComparison, Silence } from './comparison.ts'

/** Counts over issues, never a share of them: 1 of 2 and 10 of 20 are not the same knowledge. */
export interface PairCounts {
  readonly parties: readonly [string, string]
  /** Issues on which both have a stand that commits. */
  readonly both: number
  readonly conflicts: number
  /** Issues on which they agree or share ground without a conflict. */
  readonly common: number
}

/** Count every pair over several issues; pairs that never meet are left out. */
export function countPairs(
  issues: readonly { readonly pairs: readonly PairComparison[] }[],
): PairCounts[] {
  const counts = new Map<string, PairCounts>()
  for (const { parties, relation } of issues.flatMap((issue) => issue.pairs)) {
    const known = counts.get(parties.join(' ')) ?? { parties, both: 0, conflicts: 0, common: 0 }
    counts.set(parties.join(' '), {
      parties,
      both: known.both + 1,
      conflicts: known.conflicts + (relation === 'conflict' ? 1 : 0),
      common: known.common + (relation === 'agreement' || relation === 'shared-ground' ? 1 : 0),
    })
  }
  return [...counts.values()]
}

/** Pairs that conflict, the most often first; of equals those that meet on fewer issues. */
export const mostOpposed = (pairs: readonly PairCounts[]): PairCounts[] =>
  pairs.filter((p) => p.conflicts > 0).sort((a, b) => b.conflicts - a.conflicts || a.both - b.both)

/** Pairs with something in common, the most often first; of equals those that conflict less. */
export const closest = (pairs: readonly PairCounts[]): PairCounts[] =>
  pairs.filter((p) => p.common > 0).sort((a, b) => b.common - a.common || a.conflicts - b.conflicts)

/** One issue in counts of pairs and of parties. */
export interface IssueCounts {
  readonly conflicts: number
  readonly agreements: number
  /** Pairs that share ground and neither agree nor conflict. */
  readonly shared: number
  /** Pairs that both commit and do none of these. */
  readonly compatible: number
  readonly parties: number
  /** Parties with a stand that is more than declining to say. */
  readonly onRecord: number
  /** Parties that reversed their position at least once. */
  readonly changed: number
  readonly mixed: number
}

export function countIssue({
  cells,
  pairs,
}: Pick<IssueComparison, 'cells' | 'pairs'>): IssueCounts {
  const of = (relation: PairComparison['relation']) =>
    pairs.filter((pair) => pair.relation === relation).length
  return {
    conflicts: of('conflict'),
    agreements: of('agreement'),
    shared: of('shared-ground'),
    compatible: of('compatible'),
    parties: cells.length,
    onRecord: cells.filter((cell) => cell.silence === undefined).length,
    changed: cells.filter((cell) => cell.reversals.length > 0).length,
    mixed: cells.filter((cell) => cell.mixed.length > 0).length,
  }
}

/** On how many issues a party is silent, and in which way. */
export interface SilenceCounts {
  readonly party: string
  readonly silent: number
  readonly issues: number
  readonly kinds: Readonly<Record<Silence, number>>
}

/** Parties that are silent on something, the most silent first; of equals as they are given. */
export function countSilence(
  issues: readonly Pick<IssueComparison, 'cells'>[],
): readonly SilenceCounts[] {
  const kinds = new Map<string, Record<Silence, number>>()
  for (const { party, silence } of issues.flatMap((issue) => issue.cells)) {
    const known = kinds.get(party) ?? {
      'none-found': 0,
      declined: 0,
      'not-applicable': 0,
      'not-searched': 0,
    }
    if (silence !== undefined) known[silence] += 1
    kinds.set(party, known)
  }
  return [...kinds]
    .map(([party, of]) => ({
      party,
      kinds: of,
      issues: issues.length,
      silent: Object.values(of).reduce((sum, n) => sum + n, 0),
    }))
    .filter(({ silent }) => silent > 0)
    .sort((a, b) => b.silent - a.silent)
}
