import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'
import { CellBody } from './cell-parts.tsx'
import type { PartyView, Row, Table } from './comparison-view.ts'
import { Caption } from './names.tsx'
import { CellChip } from './relation-sign.tsx'
import { summariseRow } from './words.ts'

export interface WideProps {
  readonly table: Table
  /** Where a column's party becomes the baseline. */
  readonly pinAddress: (party: string) => string
}

/** A column for each party, with its words. */
export const WideView = ({ table, pinAddress }: WideProps) => (
  <section class="comparison" tabindex={0} aria-labelledby="cmp-caption">
    <table class="compare">
      <caption id="cmp-caption">
        <Caption table={table} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{wording().comparison.issue}</th>
          {table.parties.map((party) => (
            <Column party={party} table={table} pinAddress={pinAddress} />
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <WideRow row={row} table={table} />
        ))}
      </tbody>
    </table>
  </section>
)

const Column = ({ party, table, pinAddress }: WideProps & { party: PartyView }) => (
  <th scope="col">
    <a class="party" href={paths.party(party)}>
      <bdi>{party.name}</bdi>
    </a>{' '}
    {party === table.baseline ? (
      <span class="pin">{wording().relations.baseline}</span>
    ) : (
      <a class="pin no-print" href={pinAddress(party.slug)}>
        {wording().comparison.pin}
        <span class="visually-hidden">: {party.name}</span>
      </a>
    )}
  </th>
)

const WideRow = ({ row, table }: { row: Row; table: Table }) => {
  const { relation, standing, words, note } = summariseRow(row, table)
  return (
    <tr>
      <th scope="row">
        <a href={paths.issue(row.issue)}>
          <bdi>{row.issue.question}</bdi>
        </a>
        <p>
          <CellChip relation={relation} standing={standing} words={words} />
        </p>
        {note !== undefined && <p class="said">{note}</p>}
      </th>
      {row.cells.map((related) => (
        <td>
          <CellBody related={related} row={row} table={table} size="cell" />
        </td>
      ))}
    </tr>
  )
}
