/**
 * What a comparison comes to: how each party relates to one of them, what an issue and a whole table
 * add up to, and in which order issues and parties are worth reading. Pure.
 */
import { commits } from './claims.ts'
import type { Cell, IssueComparison, PairComparison, RelationWord } from './comparison.ts'
import { countPairs } from './pair-counts.ts'

/**
 * How a cell relates to the baseline. Beside the relations of the model: `silent` says nothing,
 * `open` speaks and commits to nothing, `unrelated` commits where the baseline does not.
 */
export type CellRelation = 'baseline' | RelationWord | 'open' | 'unrelated' | 'silent'

/** A cell with its relation to the baseline, and the pair that carries it where there is one. */
export interface RelatedCell {
  readonly cell: Cell
  readonly relation: CellRelation
  readonly pair: PairComparison | undefined
}

/** The cells of an issue in order, each related to `base` (a party of the comparison). */
export function relateToBaseline(
  { cells, pairs }: Pick<IssueComparison, 'cells' | 'pairs'>,
  base: string,
): RelatedCell[] {
  const withBase = new Map<string, PairComparison>()
  for (const pair of pairs) {
    const [a, b] = pair.parties
    if (a === base) withBase.set(b, pair)
    else if (b === base) withBase.set(a, pair)
  }
  return cells.map((cell) => {
    const pair = withBase.get(cell.party)
    return { cell, pair, relation: relationOf(cell, base, pair) }
  })
}

function relationOf(cell: Cell, base: string, pair: PairComparison | undefined): CellRelation {
  if (cell.silence !== undefined) return 'silent'
  if (cell.party === base) return 'baseline'
  if (!cell.stands.some(commits)) return 'open'
  return pair === undefined ? 'unrelated' : pair.relation
}

/** Do the two have something in common: a stance, a position that both say yes to, or an overlap? */
export const hasCommonGround = ({ relation, shared }: PairComparison): boolean =>
  relation === 'agreement' || relation === 'shared-ground' || shared.length > 0

/** Which issues are shown. */
export const SHOWN = [
  'all',
  'conflict',
  'agreement',
  'shared-ground',
  'changed',
  'mixed',
  'silent',
] as const
export type Shown = (typeof SHOWN)[number]

const shows: Readonly<Record<Shown, (issue: IssueComparison) => boolean>> = {
  all: () => true,
  conflict: ({ pairs }) => pairs.some((pair) => pair.relation === 'conflict'),
  agreement: ({ pairs }) => pairs.some((pair) => pair.relation === 'agreement'),
  'shared-ground': ({ pairs }) => pairs.some(hasCommonGround),
  changed: ({ cells }) => cells.some((cell) => cell.reversals.length > 0),
  mixed: ({ cells }) => cells.some((cell) => cell.mixed.length > 0),
  silent: ({ cells }) => cells.some((cell) => cell.silence !== undefined),
}

/** Does the issue belong to what is shown? Looks at every pair of the parties, not at the baseline. */
export const isShown = (show: Shown, issue: IssueComparison): boolean => shows[show](issue)

/** On how many issues each filter would find something; `all` is their number. */
export const countShown = (issues: readonly IssueComparison[]): Readonly<Record<Shown, number>> => {
  const count = (show: Shown) => issues.filter((issue) => isShown(show, issue)).length
  return {
    all: issues.length,
    conflict: count('conflict'),
    agreement: count('agreement'),
    'shared-ground': count('shared-ground'),
    changed: count('changed'),
    mixed: count('mixed'),
    silent: count('silent'),
  }
}

/**
 * The most divisive issues first: by pairs in conflict, then by how few have something in common, then
 * as they were given.
 */
export function byDivisiveness<T extends { readonly comparison: IssueComparison }>(
  issues: readonly T[],
): T[] {
  const scored = issues.map((issue) => {
    const { pairs } = issue.comparison
    const conflicts = pairs.filter((pair) => pair.relation === 'conflict').length
    return { issue, conflicts, common: pairs.filter(hasCommonGround).length }
  })
  return scored
    .sort((a, b) => b.conflicts - a.conflicts || a.common - b.common)
    .map(({ issue }) => issue)
}

/**
 * The baseline, then the parties most like it: by issues in common less issues in conflict, then by
 * issues on which both spoke, then as given. Parties that never meet it stand between the two.
 */
export function bySimilarity<T extends { readonly slug: string }>(
  parties: readonly T[],
  base: string,
  issues: readonly IssueComparison[],
): T[] {
  const scores = new Map<string, { near: number; both: number }>()
  for (const { parties: pair, both, conflicts, common } of countPairs(issues)) {
    const other = pair[0] === base ? pair[1] : pair[1] === base ? pair[0] : undefined
    if (other !== undefined) scores.set(other, { near: common - conflicts, both })
  }
  const of = ({ slug }: T) =>
    slug === base ? { near: Infinity, both: 0 } : (scores.get(slug) ?? { near: 0, both: 0 })
  return [...parties].sort((a, b) => {
    const [x, y] = [of(a), of(b)]
    // Infinity less itself is no number; only the baseline has it, so it never meets itself.
    return x.near === y.near ? y.both - x.both : y.near - x.near
  })
}

/** The same comparison with its cells in the order of `parties`. */
export function inPartyOrder(
  comparison: IssueComparison,
  parties: readonly { readonly slug: string }[],
): IssueComparison {
  const byParty = new Map(comparison.cells.map((cell) => [cell.party, cell]))
  return { ...comparison, cells: parties.flatMap(({ slug }) => byParty.get(slug) ?? []) }
}
