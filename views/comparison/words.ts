/** What a comparison says about itself in sentences: counts and dates, never adjectives. */
import type { CellRelation, Shown } from '#server/domain/comparison-summary.ts'
import type { Silence } from '#server/domain/comparison.ts'
import type { Standing } from '#server/domain/reviews.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import type { Row, ShownCell, Table } from './comparison-view.ts'

/** The word on a cell's chip. */
export function describeRelation(
  relation: CellRelation,
  { silence, standing }: { silence?: Silence | undefined; standing?: Standing | undefined } = {},
): string {
  if (relation === 'silent')
    return silence === undefined ? wording().relations.silent : wording().silence[silence]
  if (relation === 'open') return wording().comparison.open
  if (relation === 'unrelated') return wording().comparison.unrelated
  return standing === undefined ? wording().relations[relation] : conflictWords(standing)
}

function conflictWords(standing: Standing): string {
  if (standing === 'dismissed') return wording().comparison.dismissed
  return standing === 'confirmed' ? wording().relations.conflict : wording().suggested('conflict')
}

/** "United States, Russia and 4 more". */
export function listNames(names: readonly string[], most = 4): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names
  return wording().comparison.names(shown, names.length - shown.length)
}

/** The document's title: who is compared comes first, because tabs are cut at the end. */
export function titleOf({
  parties,
  topic,
  asOf,
}: Pick<Table, 'parties' | 'topic' | 'asOf'>): string {
  const { title, untitled } = wording().comparison
  const who = parties.length === 0 ? untitled : listNames(parties.map((party) => party.name))
  return title(who, describeDate(asOf, { short: true }), topic.title)
}

/** What is said aloud after each change of a filter: it differs whenever the table does. */
export function announce(
  table: Pick<Table, 'rows' | 'parties' | 'counts' | 'asOf' | 'baseline'>,
): string {
  const { rows, counts, baseline } = table
  const said = summarise(table)
  return wording().comparison.announce(rows.length, counts.all, baseline?.name, said)
}

/** The first sentence: how much is compared, and what it comes to. */
export function summarise({
  parties,
  counts,
  asOf,
}: Pick<Table, 'parties' | 'counts' | 'asOf'>): string {
  const words = wording().comparison
  const size = words.size(counts.all, parties.length, describeDate(asOf))
  if (parties.length < 2) return size
  const { conflict, changed, 'shared-ground': common } = counts
  return words.comesTo(size, { conflict, common, changed })
}

type Counted = CellRelation | 'suggested' | 'dismissed'

/** The heaviest first. */
const WEIGHED = [
  'conflict',
  'suggested',
  'agreement',
  'shared-ground',
  'compatible',
  'open',
  'unrelated',
  'silent',
  'dismissed',
] as const

const MARKING: ReadonlySet<Counted> = new Set([
  'conflict',
  'suggested',
  'agreement',
  'shared-ground',
])

/** A conflict counts as what people made of it. */
const countedAs = ({ relation, standing }: ShownCell): Counted =>
  standing === undefined || standing === 'confirmed' ? relation : standing

/** What a row comes to, and the relation that marks it: the heaviest that occurs. */
export interface RowSummary {
  readonly relation: CellRelation
  /** Of the conflicts, where they are what marks the row. */
  readonly standing?: Standing | undefined
  readonly words: string
  /** The same where there is little room: only what marks the row. */
  readonly short: string
  /** A further sentence, where the baseline does not tell it all. */
  readonly note?: string | undefined
}

/** A row in words, before its cells are read: "2 in conflict, 1 agrees". Relative to the baseline. */
export function summariseRow({ cells, issue }: Row, table: Pick<Table, 'baseline'>): RowSummary {
  const base = table.baseline?.slug
  const others = cells.filter(({ cell }) => cell.party !== base)
  const counts = new Map<Counted, number>()
  for (const one of others.map(countedAs)) counts.set(one, (counts.get(one) ?? 0) + 1)
  const { row, comma, noOther } = wording().comparison
  const found = WEIGHED.flatMap((relation) => {
    const n = counts.get(relation)
    return n === undefined ? [] : [{ relation, text: row[relation](n) }]
  })
  const textOf = (parts: typeof found) => parts.map(({ text }) => text).join(comma)
  const marking = found.filter(({ relation }) => MARKING.has(relation))
  const first = found[0]?.relation ?? 'baseline'
  const isUnconfirmed = first === 'suggested' || first === 'dismissed'
  return {
    relation: isUnconfirmed ? 'conflict' : first,
    standing: isUnconfirmed ? first : undefined,
    words: others.length === 0 ? noOther : textOf(found),
    short: textOf(marking.length > 0 ? marking : found),
    note: noteOn(cells, issue.comparison.pairs, table),
  }
}

function noteOn(
  cells: readonly ShownCell[],
  pairs: Row['issue']['comparison']['pairs'],
  { baseline }: Pick<Table, 'baseline'>,
): string | undefined {
  if (baseline === undefined) return undefined
  const own = cells.find(({ cell }) => cell.party === baseline.slug)
  const others = pairs.filter(
    (pair) => pair.relation === 'conflict' && !pair.parties.includes(baseline.slug),
  ).length
  const parts = [
    ...(own?.relation === 'silent' && cells.length > 1
      ? [wording().comparison.baselineSilent]
      : []),
    ...(others > 0 ? [wording().comparison.othersConflict(others)] : []),
  ]
  return parts.length === 0 ? undefined : parts.join(' ')
}

/** Why a filter leaves nothing, and what there is instead. */
export function describeNothing(
  show: Exclude<Shown, 'all'>,
  { counts, asOf }: Pick<Table, 'counts' | 'asOf'>,
): string {
  const { nothing, instead } = wording().comparison
  const { conflict, agreement, silent } = counts
  const hasOther = conflict + agreement + silent > 0
  return (
    nothing[show](describeDate(asOf)) + (hasOther ? instead({ conflict, agreement, silent }) : '')
  )
}

/**
 * Whole months between two days, at least 0; undefined where an end is open.
 * @param from - the earlier day
 */
export function monthsBetween(from: string, to: string): number | undefined {
  const [a, b] = [from.split('-').map(Number), to.split('-').map(Number)]
  if (a.length !== 3 || b.length !== 3 || a.concat(b).some((n) => !Number.isFinite(n)))
    return undefined
  const [y1 = 0, m1 = 0, d1 = 0] = a
  const [y2 = 0, m2 = 0, d2 = 0] = b
  return Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0))
}
