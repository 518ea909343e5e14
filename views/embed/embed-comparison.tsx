import { paths } from '#server/paths.ts'
import { CellBody } from '../comparison/cell-parts.tsx'
import type { Row, Table } from '../comparison/comparison-view.ts'
import { Caption } from '../comparison/names.tsx'
import { CellChip } from '../comparison/relation-sign.tsx'
import { summarise, summariseRow } from '../comparison/words.ts'
import { wording } from '../words/wording.ts'

/** As much of a comparison as can be read in somebody else's page. */
export const MOST_EMBEDDED_PARTIES = 4
export const MOST_EMBEDDED_ISSUES = 6

export interface EmbedComparisonProps {
  readonly table: Table
  /** Parties that there was no room for. */
  readonly leftOut: number
}

/** Who says what, in a table that is never larger than a page of somebody else's has room for. */
export const EmbedComparison = ({ table, leftOut }: EmbedComparisonProps) => {
  const rows = table.rows.slice(0, MOST_EMBEDDED_ISSUES)
  return (
    <>
      <h1>
        <bdi>{table.topic.title}</bdi>
      </h1>
      <p class="small muted">{summarise(table)}</p>
      {rows.length === 0 ? (
        <p class="notice">{wording().embed.nothing}</p>
      ) : (
        <EmbedTable table={table} rows={rows} />
      )}
      <LeftOut parties={leftOut} issues={table.rows.length - rows.length} />
    </>
  )
}

const EmbedTable = ({ table, rows }: { table: Table; rows: readonly Row[] }) => (
  <section class="comparison" tabindex={0} aria-labelledby="cmp-caption">
    <table class="compare">
      <caption id="cmp-caption">
        <Caption table={table} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{wording().comparison.issue}</th>
          {table.parties.map((party) => (
            <th scope="col">
              <a class="party" href={paths.party(party)}>
                <bdi>{party.name}</bdi>
              </a>
              {party === table.baseline && <span class="pin"> {wording().relations.baseline}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <EmbedRow row={row} table={table} />
        ))}
      </tbody>
    </table>
  </section>
)

const EmbedRow = ({ row, table }: { row: Row; table: Table }) => {
  const { relation, standing, words } = summariseRow(row, table)
  return (
    <tr>
      <th scope="row">
        <a href={paths.issue(row.issue)}>
          <bdi>{row.issue.question}</bdi>
        </a>
        {table.parties.length > 1 && (
          <p>
            <CellChip relation={relation} standing={standing} words={words} />
          </p>
        )}
      </th>
      {row.cells.map((related) => (
        <td>
          <CellBody related={related} row={row} table={table} size="cell" />
        </td>
      ))}
    </tr>
  )
}

/** What is not shown here is said, so that nobody takes a part for the whole. */
export const LeftOut = ({ parties, issues = 0 }: { parties: number; issues?: number }) =>
  parties + issues === 0 ? null : <p class="notice">{wording().embed.leftOut(parties, issues)}</p>
