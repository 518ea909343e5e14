/** What a comparison says about itself in sentences: counts and dates, never adjectives. */
import type { CellRelation, Shown } from '#server/domain/comparison-summary.ts'
import type { Silence } from '#server/domain/comparison.ts'
import type { Standing } from '#server/domain/reviews.ts'
import { describeDate } from '#server/domain/date-words.ts'
import { wording } from '../words/wording.ts'
import { counted } from '../shared/stance.tsx'
import type { Row, ShownCell, Table } from './comparison-view.ts'

/** The word on a cell's chip. */
export function describeRelation(
  relation: CellRelation,
  { silence, standing }: { silence?: Silence | undefined; standing?: Standing | undefined } = {},
): string {
  if (relation === 'silent')
    return silence === undefined ? wording().relations.silent : wording().silence[silence]
  if (relation === 'open') return 'Leaves it open'
  if (relation === 'unrelated') return 'No relation'
  return standing === undefined ? wording().relations[relation] : conflictWords(standing)
}

function conflictWords(standing: Standing): string {
  if (standing === 'dismissed') return 'Conflict dismissed'
  return standing === 'confirmed' ? wording().relations.conflict : wording().suggested('conflict')
}

/** "United States, Russia and 4 more". */
export function listNames(names: readonly string[], most = 4): string {
  if (names.length <= 1) return names.join('')
  if (names.length > most)
    return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The document's title: who is compared comes first, because tabs are cut at the end. */
export function titleOf({
  parties,
  topic,
  asOf,
}: Pick<Table, 'parties' | 'topic' | 'asOf'>): string {
  const who = parties.length === 0 ? 'Comparison' : listNames(parties.map((party) => party.name))
  return `${who}, ${describeDate(asOf, { short: true })}: ${topic.title}`
}

/** What is said aloud after each change of a filter: it differs whenever the table does. */
export function announce(
  table: Pick<Table, 'rows' | 'parties' | 'counts' | 'asOf' | 'baseline'>,
): string {
  const { rows, counts, baseline } = table
  const against = baseline === undefined ? '' : `, compared with ${baseline.name}`
  return `${rows.length} of ${counted(counts.all, 'issue')} shown${against}. ${summarise(table)}`
}

/** The first sentence: how much is compared, and what it comes to. */
export function summarise({
  parties,
  counts,
  asOf,
}: Pick<Table, 'parties' | 'counts' | 'asOf'>): string {
  const size = `${counted(counts.all, 'issue')}, ${counted(parties.length, 'party', 'parties')}, as of ${describeDate(asOf)}.`
  if (parties.length < 2) return size
  const parts = [
    `${counts.conflict === 0 ? 'No issue has' : counted(counts.conflict, 'issue has', 'issues have')} a conflict`,
    `${numberThatHave(counts['shared-ground'])} common ground`,
    ...(counts.changed > 0 ? [`on ${counts.changed} somebody changed position`] : []),
  ]
  return `${size} ${parts.join('; ')}.`
}

const numberThatHave = (n: number): string =>
  n === 0 ? 'none has' : n === 1 ? '1 has' : `${n} have`

type Counted = CellRelation | 'suggested' | 'dismissed'

const rowWords: readonly (readonly [Counted, string, string])[] = [
  ['conflict', 'in conflict', 'in conflict'],
  ['suggested', 'suggested conflict', 'suggested conflicts'],
  ['agreement', 'agrees', 'agree'],
  ['shared-ground', 'shares ground', 'share ground'],
  ['compatible', 'compatible', 'compatible'],
  ['open', 'leaves it open', 'leave it open'],
  ['unrelated', 'spoke', 'spoke'],
  ['silent', 'silent', 'silent'],
  ['dismissed', 'dismissed conflict', 'dismissed conflicts'],
]

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
  const found = rowWords.flatMap(([relation, one, many]) => {
    const n = counts.get(relation)
    return n === undefined ? [] : [{ relation, text: `${n} ${n === 1 ? one : many}` }]
  })
  const textOf = (parts: typeof found) => parts.map(({ text }) => text).join(', ')
  const marking = found.filter(({ relation }) => MARKING.has(relation))
  const first = found[0]?.relation ?? 'baseline'
  const isUnconfirmed = first === 'suggested' || first === 'dismissed'
  return {
    relation: isUnconfirmed ? 'conflict' : first,
    standing: isUnconfirmed ? first : undefined,
    words: others.length === 0 ? 'No other party chosen' : textOf(found),
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
    ...(own?.relation === 'silent' && cells.length > 1 ? ['The baseline is silent.'] : []),
    ...(others > 0 ? [`${counted(others, 'pair')} of the others in conflict.`] : []),
  ]
  return parts.length === 0 ? undefined : parts.join(' ')
}

const nothing: Readonly<Record<Exclude<Shown, 'all'>, string>> = {
  conflict: 'No conflicts',
  agreement: 'No agreements',
  'shared-ground': 'No common ground',
  changed: 'No changes of position',
  mixed: 'No mixed messages',
  silent: 'No silence',
}

/** Why a filter leaves nothing, and what there is instead. */
export function describeNothing(
  show: Exclude<Shown, 'all'>,
  { counts, asOf }: Pick<Table, 'counts' | 'asOf'>,
): string {
  const between =
    show === 'conflict' || show === 'agreement' || show === 'shared-ground' ? 'between' : 'of'
  const rest = [
    ...(counts.conflict > 0 ? [`conflict on ${counted(counts.conflict, 'issue')}`] : []),
    ...(counts.agreement > 0 ? [`agree on ${counted(counts.agreement, 'issue')}`] : []),
    ...(counts.silent > 0
      ? [`are silent, at least one of them, on ${counted(counts.silent, 'issue')}`]
      : []),
  ]
  const instead = rest.length === 0 ? '' : ` They ${joinClauses(rest)}.`
  return `${nothing[show]} ${between} these parties as of ${describeDate(asOf)}.${instead}`
}

const joinClauses = (clauses: readonly string[]): string =>
  clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}`

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
