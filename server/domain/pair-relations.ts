/**
 * The relation between two positions as one choice, and an issue's relations as a table of such choices:
 * what a form shows and sends. Pure.
 */
import type { DossierIssue, DossierPosition } from './dossier-schema.ts'

/** How the first of two positions bears on the second. Two that entail each other are equivalent. */
export const PAIR_RELATIONS = [
  'entails',
  'entailed',
  'equivalent',
  'contrary',
  'contradictory',
] as const
export type PairRelation = (typeof PAIR_RELATIONS)[number]

/** Choices by the two slugs, in the order of the positions; pairs without one are left out. */
export type PairTable = ReadonlyMap<string, PairRelation>

export const pairOf = (a: string, b: string): string => `${a} ${b}`

const turned: Readonly<Record<PairRelation, PairRelation>> = {
  entails: 'entailed',
  entailed: 'entails',
  equivalent: 'equivalent',
  contrary: 'contrary',
  contradictory: 'contradictory',
}

/** The same relation, told from the other of the two positions. */
export const turn = (relation: PairRelation): PairRelation => turned[relation]

/** How `a` bears on `b`, whichever way round the table has them. */
export function relationIn(table: PairTable, a: string, b: string): PairRelation | undefined {
  const backwards = table.get(pairOf(b, a))
  return table.get(pairOf(a, b)) ?? (backwards && turn(backwards))
}

/** The relations that an issue states, as a table; what `exclusive` adds is not in it. */
export function tableOf({ positions = [], excludes = [] }: RelatedPositions): PairTable {
  const table = new Map<string, PairRelation>()
  const entailing = new Set(
    positions.flatMap((p) => (p.entails ?? []).map((to) => pairOf(p.slug, to))),
  )
  const excluding = new Map<string, 'contrary' | 'contradictory'>()
  for (const {
    pair: [a, b],
    kind = 'contrary',
  } of excludes)
    for (const key of [pairOf(a, b), pairOf(b, a)])
      if (excluding.get(key) !== 'contradictory') excluding.set(key, kind)
  for (const [i, { slug: a }] of positions.entries())
    for (const { slug: b } of positions.slice(i + 1)) {
      const [to, from] = [entailing.has(pairOf(a, b)), entailing.has(pairOf(b, a))]
      const entails = to && from ? 'equivalent' : to ? 'entails' : from ? 'entailed' : undefined
      const relation = excluding.get(pairOf(a, b)) ?? entails
      if (relation !== undefined) table.set(pairOf(a, b), relation)
    }
  return table
}

type RelatedPositions = Pick<DossierIssue, 'positions' | 'excludes'>

/**
 * Positions and exclusions that say what a table says. What was said before keeps its place and its
 * wording, so that a form that changes nothing changes nothing.
 * @param positions - in their order; what they entailed before is replaced
 */
export function withTable(
  positions: readonly DossierPosition[],
  table: PairTable,
  before: RelatedPositions,
): RelatedPositions {
  const former = new Map((before.positions ?? []).map((p) => [p.slug, p.entails]))
  const entailed = ({ slug }: DossierPosition) =>
    positions
      .filter((q) => ['entails', 'equivalent'].includes(relationIn(table, slug, q.slug) ?? ''))
      .map((q) => q.slug)
  const excludes = excludesOf(positions, table, before.excludes)
  return {
    positions: positions.map(({ entails: _, ...position }) => {
      const entails = keptFirst(former.get(position.slug), entailed(position))
      return entails === undefined ? position : { ...position, entails }
    }),
    ...(excludes === undefined ? {} : { excludes }),
  }
}

/** In the order they had, then what is new; an empty list only where there was one. */
function keptFirst(former: readonly string[] | undefined, now: readonly string[]) {
  const kept = (former ?? []).filter((slug) => now.includes(slug))
  const all = [...kept, ...now.filter((slug) => !kept.includes(slug))]
  return all.length === 0 && (former === undefined || former.length > 0) ? undefined : all
}

function excludesOf(
  positions: readonly DossierPosition[],
  table: PairTable,
  former: DossierIssue['excludes'],
): DossierIssue['excludes'] {
  const wanted = new Map<string, { pair: [string, string]; kind: 'contrary' | 'contradictory' }>()
  for (const [i, { slug: a }] of positions.entries())
    for (const { slug: b } of positions.slice(i + 1)) {
      const kind = relationIn(table, a, b)
      if (kind === 'contrary' || kind === 'contradictory')
        wanted.set([a, b].sort().join(' '), { pair: [a, b], kind })
    }
  const keyOf = ([a, b]: readonly [string, string]) => [a, b].sort().join(' ')
  const kept = (former ?? []).filter(
    ({ pair, kind = 'contrary' }) => wanted.get(keyOf(pair))?.kind === kind,
  )
  const said = new Set(kept.map(({ pair }) => keyOf(pair)))
  const added = [...wanted].filter(([key]) => !said.has(key)).map(([, one]) => one)
  const all = [...kept, ...added]
  return all.length === 0 && (former === undefined || former.length > 0) ? undefined : all
}
