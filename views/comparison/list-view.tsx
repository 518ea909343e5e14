import { paths } from '#server/paths.ts'
import { CellBody } from './cell-parts.tsx'
import type { Row, Table } from './comparison-view.ts'
import { CellChip } from './relation-sign.tsx'
import { summariseRow } from './words.ts'

/** One section for each issue, party by party: to read on a phone, to listen to, and to print. */
export const ListView = ({ table }: { table: Table }) => (
  <div class="as-list">
    {table.rows.map((row) => (
      <ListIssue row={row} table={table} />
    ))}
  </div>
)

const ListIssue = ({ row, table }: { row: Row; table: Table }) => {
  const { relation, standing, words, note } = summariseRow(row, table)
  return (
    <section aria-labelledby={`issue-${row.issue.slug}`}>
      <h2 id={`issue-${row.issue.slug}`}>
        <a href={paths.issue(row.issue)}>
          <bdi>{row.issue.question}</bdi>
        </a>
      </h2>
      <p class="row">
        <CellChip relation={relation} standing={standing} words={words} />
        {note !== undefined && <span class="said">{note}</span>}
      </p>
      <dl>
        {row.cells.map((related) => {
          const party = table.partyBySlug.get(related.cell.party)
          return (
            <div>
              <dt>
                {party !== undefined && (
                  <a href={paths.party(party)}>
                    <bdi>{party.name}</bdi>
                  </a>
                )}
              </dt>
              <dd>
                <CellBody related={related} row={row} table={table} size="line" />
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
