import type { Asked, Layout } from '#server/domain/comparison-choice.ts'
import type { LetteredPosition } from '#server/domain/comparison-letters.ts'
import {
  type RelatedCell,
  type Shown,
  byDivisiveness,
  bySimilarity,
  countShown,
  inPartyOrder,
  isShown,
  relateToBaseline,
} from '#server/domain/comparison-summary.ts'
import type { IssueComparison, PairComparison } from '#server/domain/comparison.ts'
import type { Day } from '#server/domain/dates.ts'
import type { RepliesByClaim } from '#server/domain/recorded-reply.ts'
import { type SettledStatus, type Standing, standingOf } from '#server/domain/reviews.ts'
import { type ComparisonQuery, paths } from '#server/paths.ts'
import type { ComparedIssueView } from '../issue/issue-view.ts'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { letterPositions } from '../words/speak.ts'

/** What the comparison's pages take: the shapes that db/queries/comparison.ts gives. */

export interface PartyView {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** What was found for the parties that were chosen. */
export interface FoundComparison {
  readonly asOf: Day
  readonly parties: readonly PartyView[]
  readonly issues: readonly ComparedIssueView[]
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly contradictions: ReadonlyMap<string, ContradictionView>
  readonly days: readonly Day[]
}

/** A contradiction that has a page, and what people made of it. */
export interface ContradictionView {
  readonly id: number
  readonly status: SettledStatus
}

/** A cell as it is shown: a conflict with what people made of it. */
export interface ShownCell extends RelatedCell {
  readonly standing: Standing | undefined
}

/** One issue, ready to be shown. */
export interface Row {
  readonly issue: ComparedIssueView
  readonly positions: readonly LetteredPosition[]
  readonly cells: readonly ShownCell[]
}

/** What every part of a table needs beside its own row. */
export interface Table {
  readonly topic: { readonly slug: string; readonly title: string }
  /** In the order of columns. */
  readonly parties: readonly PartyView[]
  readonly partyBySlug: ReadonlyMap<string, PartyView>
  /** Undefined only where there is no party at all. */
  readonly baseline: PartyView | undefined
  readonly layout: Layout
  readonly asOf: Day
  /** The last day up to `asOf` on which something was said: ages are counted from it. */
  readonly lastSaidOn: Day | undefined
  /** After filter and order. */
  readonly rows: readonly Row[]
  /** How many issues each filter would show. */
  readonly counts: Readonly<Record<Shown, number>>
  /** Every row, whatever the filter. */
  readonly comparisons: readonly IssueComparison[]
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly contradictions: ReadonlyMap<string, ContradictionView>
  /** What parties answered, as far as it was looked for. */
  readonly replies?: RepliesByClaim | undefined
  /** Whoever is signed in can fill an empty cell. */
  readonly canAdd: boolean
}

/** Filter, order and letter what was found. Columns and rows are ordered here and nowhere else. */
export function layOutTable(
  found: FoundComparison,
  how: Pick<Asked, 'show' | 'order'> &
    Pick<Table, 'topic' | 'layout' | 'canAdd' | 'lastSaidOn' | 'replies'> & {
      base: string | undefined
    },
): Table {
  const { show, order, base = '', topic, layout, canAdd, lastSaidOn, replies } = how
  const comparisons = found.issues.map((issue) => issue.comparison)
  const parties = orderParties(found.parties, order, base, comparisons)
  const shown = found.issues.filter((issue) => isShown(show, issue.comparison))
  const ordered = order === 'divisive' ? byDivisiveness(shown) : shown
  const { details, contradictions, asOf } = found
  return {
    topic,
    parties,
    layout,
    canAdd,
    replies,
    details,
    contradictions,
    asOf,
    lastSaidOn,
    comparisons,
    partyBySlug: new Map(parties.map((party) => [party.slug, party])),
    baseline: parties.find((party) => party.slug === base),
    counts: countShown(comparisons),
    rows: ordered.map((issue) => layOutRow(issue, parties, { base, contradictions })),
  }
}

function layOutRow(
  issue: ComparedIssueView,
  parties: readonly PartyView[],
  { base, contradictions }: { base: string } & Pick<Table, 'contradictions'>,
): Row {
  const comparison = inPartyOrder(issue.comparison, parties)
  return {
    issue,
    positions: letterPositions(issue.judge.issue, comparison.cells),
    cells: relateToBaseline(comparison, base).map((related) => ({
      ...related,
      standing: standingOfPair({ contradictions }, issue.slug, related.pair),
    })),
  }
}

/** What people made of a pair's conflict; undefined where the two do not conflict. */
export const standingOfPair = (
  table: Pick<Table, 'contradictions'>,
  issue: string,
  pair: PairComparison | undefined,
): Standing | undefined =>
  pair?.relation === 'conflict'
    ? standingOf(contradictionOf(table, issue, ...pair.parties)?.status)
    : undefined

const byName = new Intl.Collator('en').compare

function orderParties(
  parties: readonly PartyView[],
  order: Asked['order'],
  base: string,
  comparisons: readonly IssueComparison[],
): readonly PartyView[] {
  if (order === 'name') return [...parties].sort((a, b) => byName(a.name, b.name))
  return order === 'similar' ? bySimilarity(parties, base, comparisons) : parties
}

/** The name of a party of the table; its slug where it is none of them. */
export const nameOf = ({ partyBySlug }: Table, slug: string): string =>
  partyBySlug.get(slug)?.name ?? slug

/** The contradiction between two parties on an issue, or of one with itself. */
export const contradictionOf = (
  { contradictions }: Pick<Table, 'contradictions'>,
  issue: string,
  a: string,
  b: string,
): ContradictionView | undefined => contradictions.get(`${issue} ${a} ${b}`)

/** The comparison with something changed, as an address. What is at its default is left out. */
export function addressWith(topicSlug: string, asked: Asked, changed: Partial<Asked> = {}): string {
  return paths.compare(topicSlug, queryOf({ ...asked, ...changed }))
}

/** The shortest query that asks for the same. */
export const queryOf = (asked: Asked): ComparisonQuery => ({
  p: asked.p,
  issue: asked.issue,
  base: asked.base,
  show: asked.show === 'all' ? undefined : asked.show,
  view: asked.view === 'auto' ? undefined : asked.view,
  order: asked.order === 'recorded' ? undefined : asked.order,
  asof: asked.asof,
  since: asked.since,
  known: asked.known,
})
