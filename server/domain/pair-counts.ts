/** How often parties conflict and agree over the issues on which both are on record. Pure. */
import type { PairComparison } from './comparison.ts'

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
export function countPairs(issues: readonly { readonly pairs: readonly PairComparison[] }[]): PairCounts[] {
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
