import type { PairComparison } from '#server/domain/comparison.ts'
import { paths } from '#server/paths.ts'
import { CellBody, CommonGround, ContradictionLink, explainPair } from './cell-parts.tsx'
import { type Row, type Table, standingOfPair } from './comparison-view.ts'
import { wording } from '../words/wording.ts'
import { CellChip } from './relation-sign.tsx'

/** One or two parties in full: for each issue how they relate, in a sentence, then their own words. */
export const PairView = ({ table }: { table: Table }) => (
  <div class="pairs">
    {table.rows.map((row) => (
      <PairIssue row={row} table={table} />
    ))}
  </div>
)

const PairIssue = ({ row, table }: { row: Row; table: Table }) => {
  const { issue, cells } = row
  const pair = issue.comparison.pairs[0]
  return (
    <section class="pair" aria-labelledby={`issue-${issue.slug}`}>
      <h2 id={`issue-${issue.slug}`}>
        <a href={paths.issue(issue)}>
          <bdi>{issue.question}</bdi>
        </a>
      </h2>
      {cells.length > 1 && <Verdict pair={pair} row={row} table={table} />}
      <div class="columns">
        {cells.map((related) => {
          const party = table.partyBySlug.get(related.cell.party)
          return (
            <div class="column">
              <h3>
                {party !== undefined && (
                  <a href={paths.party(party)}>
                    <bdi>{party.name}</bdi>
                  </a>
                )}
              </h3>
              <CellBody related={related} row={row} table={table} size="full" />
            </div>
          )
        })}
      </div>
    </section>
  )
}

/** How the two relate, and why. */
const Verdict = ({
  pair,
  row,
  table,
}: {
  pair: PairComparison | undefined
  row: Row
  table: Table
}) => {
  if (pair === undefined) return <Unrelated row={row} />
  const standing = standingOfPair(table, row.issue.slug, pair)
  return (
    <div class="verdict-of-pair">
      <p class="row">
        <CellChip relation={pair.relation} standing={standing} conditional={pair.conditional} />
        <ContradictionLink pair={pair} row={row} table={table} />
      </p>
      {explainPair(pair, row, table).map((sentence) => (
        <p class="reason">{sentence}</p>
      ))}
      <CommonGround pair={pair} row={row} />
    </div>
  )
}

/** Why two who are compared stand in no relation here. */
const Unrelated = ({ row }: { row: Row }) => {
  const silent = row.cells.filter((related) => related.relation === 'silent').length
  const words =
    silent === 0
      ? wording().comparison.nobodyTakes
      : silent === row.cells.length
        ? wording().comparison.bothSilent
        : wording().comparison.oneSilent
  return (
    <p class="row">
      <CellChip relation={silent === 0 ? 'open' : 'silent'} words={words} />
    </p>
  )
}
