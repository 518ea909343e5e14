import type { Cell, PairComparison } from '#server/domain/comparison.ts'
import { positionOf } from '#server/domain/comparison-letters.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { RemarkText } from '../shared/relation.tsx'
import { StanceText } from '../shared/stance.tsx'
import { explainClash } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { Statement } from './claim-parts.tsx'
import { type Row, type ShownCell, type Table, contradictionOf, nameOf } from './comparison-view.ts'
import { CellChip, signClass } from './relation-sign.tsx'

export interface CellProps {
  readonly related: ShownCell
  readonly row: Row
  readonly table: Table
  readonly size: 'cell' | 'full' | 'line'
}

/** One party on one issue, with everything that it says. */
export const CellBody = (props: CellProps) => {
  const { related, row, table, size } = props
  const { cell, relation, pair, standing } = related
  // In full, how the two relate is said above both of them.
  const isSaidAbove = size === 'full' && (pair !== undefined || relation === 'baseline')
  return (
    <div class={`cell ${signClass(relation, standing)}`}>
      {!isSaidAbove && (
        <p>
          <CellChip
            relation={relation}
            standing={standing}
            silence={cell.silence}
            conditional={pair?.conditional}
          />
        </p>
      )}
      {cell.stands.map((claim) => (
        <Statement claim={claim} row={row} table={table} size={size} />
      ))}
      {pair !== undefined && size !== 'full' && relation !== 'agreement' && (
        <CommonGround pair={pair} row={row} />
      )}
      <OwnName {...props} />
      <Remarks {...props} />
      {size !== 'full' && <ToContradiction {...props} />}
      <Fill {...props} />
    </div>
  )
}

/** What this party calls the thing, in its own words. */
const OwnName = ({ related, row }: CellProps) => {
  const { labels } = row.issue
  const { party } = related.cell
  // A slug may be the name of something that every object has.
  const label = Object.hasOwn(labels, party) ? labels[party] : undefined
  if (label === undefined) return null
  return (
    <p class="limit">
      {wording().comparison.callsIt(
        <bdi>
          <q dir="auto">{label}</q>
        </bdi>,
      )}
    </p>
  )
}

/** Shifts over time, and two voices at one time. Neither is a quarrel between parties. */
export const Remarks = ({ related, row, table }: CellProps) => {
  const { cell } = related
  const last = newestReversal(cell)
  return (
    <>
      {last !== undefined && <Changed reversal={last} cell={cell} row={row} table={table} />}
      {cell.mixed.length > 0 && <Mixed cell={cell} row={row} table={table} />}
    </>
  )
}

export const newestReversal = (cell: Cell): Cell['reversals'][number] | undefined =>
  cell.reversals.reduce<Cell['reversals'][number] | undefined>(
    (newest, one) => (newest === undefined || one.to.earliest >= newest.to.earliest ? one : newest),
    undefined,
  )

interface PlacedCell {
  readonly cell: Cell
  readonly row: Row
  readonly table: Table
}

const Changed = ({
  reversal: { from, to },
  cell,
  row,
  table,
}: PlacedCell & { reversal: Cell['reversals'][number] }) => {
  const [before, after] = [table.details.get(from.slug), table.details.get(to.slug)]
  const position = positionOf(from, row.positions)
  const unit = row.issue.kind === 'date' ? undefined : row.issue.unit
  const was = (
    <StanceText
      stance={from.stance}
      label={position?.label ?? labelOf(row, from.position)}
      value={from.value}
      unit={unit}
    />
  )
  const when = <DateText date={to.said} short />
  const more = cell.reversals.length - 1
  return (
    <RemarkText remark="changed">
      {wording().comparison.changedOn(
        after === undefined ? when : <a href={paths.claim(after)}>{when}</a>,
        before === undefined ? was : <a href={paths.claim(before)}>{was}</a>,
        <DateText date={from.said} short />,
      )}
      {more > 0 && wording().comparison.earlierChanges(more)}
    </RemarkText>
  )
}

const labelOf = ({ issue }: Row, slug: string | undefined): string | undefined =>
  issue.judge.issue.positions.find((position) => position.slug === slug)?.label

const Mixed = ({ cell, row, table }: PlacedCell) => {
  const contradiction = contradictionOf(table, row.issue.slug, cell.party, cell.party)
  return (
    <RemarkText remark="mixed">
      {contradiction === undefined ? (
        wording().comparison.mixedMessages
      ) : (
        <a href={paths.contradiction(contradiction)}>
          {wording().comparison.mixedMessages}
          <span class="visually-hidden">
            {wording().comparison.ofOn(nameOf(table, cell.party), row.issue.question)}
          </span>
        </a>
      )}
      {wording().comparison.bothStand}
    </RemarkText>
  )
}

const ToContradiction = ({ related, row, table }: CellProps) => {
  if (related.pair?.relation !== 'conflict') return null
  return (
    <p class="said">
      <ContradictionLink pair={related.pair} row={row} table={table} />
    </p>
  )
}

/** Where a conflict has a page of its own, with its evidence and reviews. */
export const ContradictionLink = ({
  pair,
  row,
  table,
}: {
  pair: PairComparison
  row: Row
  table: Table
}) => {
  const [a, b] = pair.parties
  const contradiction = contradictionOf(table, row.issue.slug, a, b)
  if (contradiction === undefined) return null
  return (
    <a href={paths.contradiction(contradiction)}>
      {wording().comparison.evidence}
      <span class="visually-hidden">
        {wording().comparison.evidenceOn(nameOf(table, a), nameOf(table, b), row.issue.question)}
      </span>
    </a>
  )
}

/** Whoever is signed in can fill an empty cell at once. */
const Fill = ({ related: { cell, relation }, row, table }: CellProps) =>
  relation !== 'silent' || !table.canAdd ? null : (
    <p class="said">
      <a href={paths.newClaim(table.topic.slug, { party: cell.party, issue: row.issue.slug })}>
        {wording().comparison.addClaim}
        <span class="visually-hidden">
          {wording().comparison.ofOn(nameOf(table, cell.party), row.issue.question)}
        </span>
      </a>
    </p>
  )

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name that would turn what stands after it: in plain text, characters do what bdi does in HTML. */
export const isolate = (name: string): string =>
  RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name

/** Sentences shown of one conflict; the rest is on the contradiction's own page. */
const MOST_SENTENCES = 3

/** Why a pair conflicts, one sentence for each way in which it does. */
export function explainPair(pair: PairComparison, row: Row, table: Table): readonly string[] {
  const { issue } = row.issue.judge
  const sentences = pair.conflicts.map(({ a, b, clash }) =>
    explainClash({
      issue,
      clash,
      a: { partyName: isolate(nameOf(table, a.party)), claim: a },
      b: { partyName: isolate(nameOf(table, b.party)), claim: b },
    }),
  )
  return [...new Set(sentences)].slice(0, MOST_SENTENCES)
}

/** What both sides say yes to, also in a conflict: it shows whether a middle exists. */
export const CommonGround = ({ pair, row }: { pair: PairComparison; row: Row }) => {
  const labels = pair.shared.flatMap((slug) => labelOf(row, slug) ?? [])
  if (labels.length === 0) return null
  return (
    <p class="common-ground">
      {wording().comparison.commonGround}{' '}
      {labels.map((label, i) => (
        <>
          {i > 0 && wording().comparison.semicolon}
          <bdi>{label}</bdi>
        </>
      ))}
    </p>
  )
}
