import { type LetteredPosition, positionOf } from '#server/domain/comparison-letters.ts'
import type { Claim } from '#server/domain/claims.ts'
import type { IssueChanges, PairMove, StandChange } from '#server/domain/changes-between.ts'
import type { Day } from '#server/domain/dates.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { StanceText } from '../shared/stance.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { type Row, type Table, nameOf } from './comparison-view.ts'

/** What changed from one day to the day of the table. */
export interface ChangesView {
  readonly since: Day
  /** By issue slug. */
  readonly byIssue: ReadonlyMap<string, IssueChanges>
  /** Of what was held before, by claim slug. */
  readonly details: ReadonlyMap<string, HeldDetail>
}

interface ChangesProps {
  readonly changes: ChangesView
  readonly table: Table
  /** The same parties over time. */
  readonly timeline: string
}

/** Between two days: what parties came to hold, and which pairs moved. Nothing else is compared. */
export const Changes = ({ changes, table, timeline }: ChangesProps) => {
  const rows = table.rows.flatMap((row) => {
    const own = changes.byIssue.get(row.issue.slug)
    return own === undefined || (own.stands.length === 0 && own.moves.length === 0)
      ? []
      : [{ row, own }]
  })
  return (
    <section class="changes" aria-labelledby="changes">
      <h2 id="changes">
        {wording().comparison.changedBetween(describeDate(changes.since), describeDate(table.asOf))}
      </h2>
      <p>
        {summariseChanges(table.rows.flatMap((row) => changes.byIssue.get(row.issue.slug) ?? []))}{' '}
        <a href={timeline}>{wording().comparison.everyStep}</a>
      </p>
      {rows.length > 0 && (
        <ul class="list">
          {rows.map(({ row, own }) => (
            <li>
              <h3>
                <a href={paths.issue(row.issue)}>
                  <bdi>{row.issue.question}</bdi>
                </a>
              </h3>
              <ul class="change-list">
                {own.stands.map((change) => (
                  <StandLine change={change} row={row} table={table} changes={changes} />
                ))}
                {own.moves.map((move) => (
                  <MoveLine move={move} table={table} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** "2 statements newly made, 1 reversal; 3 pairs moved." */
export function summariseChanges(changes: readonly IssueChanges[]): string {
  const stands = changes.flatMap((one) => one.stands)
  const of = (grade: StandChange['grade']) => stands.filter((one) => one.grade === grade).length
  const repeats = changes.reduce((sum, one) => sum + one.repeats, 0)
  const moves = changes.reduce((sum, one) => sum + one.moves.length, 0)
  return wording().comparison.changes({
    reversed: of('reversed'),
    qualified: of('qualified'),
    stated: of('newly-stated'),
    repeats,
    moves,
  })
}

const StandLine = ({
  change: { party, grade, from, to },
  row,
  table,
  changes,
}: {
  change: StandChange
  row: Row
  table: Table
  changes: ChangesView
}) => (
  <li>
    <bdi>{nameOf(table, party)}</bdi>: {wording().inside(wording().grades[grade])}.{' '}
    <Holding claim={to} row={row} detail={table.details.get(to.slug)} /> (
    <DateText date={to.said} short />)
    {from !== undefined &&
      wording().comparison.before(
        <Holding claim={from} row={row} detail={changes.details.get(from.slug)} />,
        <DateText date={from.said} short />,
      )}
  </li>
)

const Holding = ({
  claim,
  row,
  detail,
}: {
  claim: Claim
  row: Row
  detail: HeldDetail | undefined
}) => {
  const words = (
    <StanceText
      stance={claim.stance}
      label={labelOf(claim, row.positions)}
      value={claim.value}
      unit={row.issue.kind === 'date' ? undefined : row.issue.unit}
    />
  )
  return detail === undefined ? words : <a href={paths.claim(detail)}>{words}</a>
}

const labelOf = (claim: Claim, positions: readonly LetteredPosition[]) =>
  positionOf(claim, positions)?.label

/** What people made of a conflict is said in the table: here it is how the two relate. */
const describeRelation = (relation: PairMove['after']): string =>
  relation === undefined
    ? wording().notBothOnRecord
    : wording().inside(wording().relations[relation])

const MoveLine = ({
  move: { parties, before, after },
  table,
}: {
  move: PairMove
  table: Table
}) => (
  <li>
    {wording().overview.pairOf(
      <bdi>{nameOf(table, parties[0])}</bdi>,
      <bdi>{nameOf(table, parties[1])}</bdi>,
    )}
    : {wording().comparison.moved(describeRelation(before), describeRelation(after))}
  </li>
)
