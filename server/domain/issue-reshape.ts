/**
 * Positions merged into one another, and split in two: what becomes of an issue and of what was said on it.
 * Pure.
 */
import { positionsOf } from './dossier-model.ts'
import type { DossierClaim, DossierIssue, DossierPosition } from './dossier-schema.ts'
import { type PairRelation, pairOf, relationIn, tableOf, withTable } from './pair-relations.ts'
import { slugFor } from './slugs.ts'

export interface Merging {
  /** The slug of the position that goes. */
  readonly from: string
  /** The slug of the one that takes its place. */
  readonly into: string
  /** Does it take over relations to others, where it has none of its own to them? */
  readonly takesRelations: boolean
}

/**
 * Merge a position into another one. It stays in the issue, marked, at the end: what was filed about it and
 * decided is about it for good.
 */
export function mergePosition(issue: DossierIssue, merging: Merging): DossierIssue {
  const { from, into, takesRelations } = merging
  const all = issue.positions ?? []
  const kept = positionsOf(issue).filter((p) => p.slug !== from)
  const before = tableOf({ ...issue, positions: positionsOf(issue) })
  const table = new Map<string, PairRelation>()
  for (const [i, { slug: a }] of kept.entries())
    for (const { slug: b } of kept.slice(i + 1)) {
      const [x, y] = [a, b].map((slug) => (slug === into && takesRelations ? from : slug))
      const relation = relationIn(before, a, b) ?? relationIn(before, x ?? a, y ?? b)
      if (relation !== undefined) table.set(pairOf(a, b), relation)
    }
  const gone = all
    .filter((p) => p.slug === from || p.mergedInto !== undefined)
    .map(({ entails: _, ...p }) => ({
      ...p,
      mergedInto: p.slug === from || p.mergedInto === from ? into : p.mergedInto,
    }))
  return rebuilt(issue, kept, table, gone)
}

export interface Splitting {
  /** The slug of the position that is split. */
  readonly of: string
  /** What the new one says. */
  readonly label: string
  /** How the first bears on the new one. */
  readonly relation: PairRelation | undefined
  /** Does the new one have the relations of the first to others? */
  readonly takesRelations: boolean
}

/** Add a position beside the one that it was part of, as the last, so that no letter changes. */
export function splitPosition(
  issue: DossierIssue,
  { of, label, relation, takesRelations }: Splitting,
): { readonly issue: DossierIssue; readonly slug: string } {
  const before = positionsOf(issue)
  const slug = slugFor(label, 'position', new Set((issue.positions ?? []).map((p) => p.slug)))
  const table = new Map(tableOf({ ...issue, positions: before }))
  for (const { slug: other } of before) {
    const own = other === of ? relation : takesRelations ? relationIn(table, other, of) : undefined
    if (own !== undefined) table.set(pairOf(other, slug), own)
  }
  const gone = (issue.positions ?? []).filter((p) => p.mergedInto !== undefined)
  return { slug, issue: rebuilt(issue, [...before, { slug, label }], table, gone) }
}

function rebuilt(
  issue: DossierIssue,
  positions: readonly DossierPosition[],
  table: ReadonlyMap<string, PairRelation>,
  gone: readonly DossierPosition[],
): DossierIssue {
  const { excludes: _, ...rest } = issue
  const related = withTable(positions, table, issue)
  return { ...rest, ...related, positions: [...(related.positions ?? []), ...gone] }
}

/** Claims about one position as claims about another; those about neither are left out. */
export const moveClaims = (
  claims: readonly DossierClaim[],
  from: string,
  to: string,
): DossierClaim[] =>
  claims.flatMap((claim) => (claim.position === from ? [{ ...claim, position: to }] : []))

/**
 * An issue as it was before an act, for undoing it: a position that the act made and that something was
 * filed about meanwhile stays, merged into the one whose claims it had.
 * @param hasRecord - is anything filed about a position?
 */
export function undoneIssue(
  before: DossierIssue,
  now: DossierIssue,
  hasRecord: (slug: string) => boolean,
  cameFrom: (slug: string) => string | undefined,
): DossierIssue {
  const known = new Set((before.positions ?? []).map((p) => p.slug))
  const kept = (now.positions ?? []).flatMap(({ entails: _, ...p }) => {
    const mergedInto = p.mergedInto ?? cameFrom(p.slug)
    if (known.has(p.slug) || mergedInto === undefined || !hasRecord(p.slug)) return []
    return [{ ...p, mergedInto }]
  })
  if (kept.length === 0) return before
  return { ...before, positions: [...(before.positions ?? []), ...kept] }
}
