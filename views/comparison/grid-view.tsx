import { leadCitation } from '#server/domain/lead-citation.ts'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { type LetteredPosition, markOf, positionOf } from '#server/domain/comparison-letters.ts'
import type { CellRelation, RelatedCell } from '#server/domain/comparison-summary.ts'
import type { Claim, Stance } from '#server/domain/claims.ts'
import { paths } from '#server/paths.ts'
import { DeltaIcon, IfIcon, MixedIcon } from '../shared/icons.tsx'
import { type Row, type ShownCell, type Table, nameOf } from './comparison-view.ts'
import { wording } from '../words/wording.ts'
import { Caption } from './names.tsx'
import { RelationSign, signClass } from './relation-sign.tsx'
import { describeRelation, summariseRow } from './words.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/**
 * Signs and letters for many parties. Written as text instead of elements, because a thousand cells of
 * elements cost more than everything else on the page; the html tag escapes what it is given.
 */
export const GridView = ({ table, queryOfPair }: GridProps) => (
  <section class="comparison" data-arrows tabindex={0} aria-labelledby="cmp-caption">
    <table class={table.parties.length > SIDEWAYS_FROM ? 'grid is-crowded' : 'grid'}>
      <caption id="cmp-caption">
        <Caption table={table}>{wording().comparison.sameLetter}</Caption>
      </caption>
      {headOf(table)}
      <tbody>{table.rows.map((row) => rowOf(row, table, queryOfPair))}</tbody>
    </table>
  </section>
)

export interface GridProps {
  readonly table: Table
  /** Where two parties stand in full on an issue. */
  readonly queryOfPair: (party: string, issue: string) => string
}

/** From here on names stand sideways: there is no width for them. */
const SIDEWAYS_FROM = 10

const signs = Object.fromEntries(
  (
    [
      'baseline',
      'agreement',
      'shared-ground',
      'conflict',
      'compatible',
      'open',
      'unrelated',
      'silent',
    ] as const
  ).map((relation) => [relation, html`${<RelationSign relation={relation} />}`]),
) as Record<CellRelation, Html>

const remarks = {
  changed: html`${<DeltaIcon />}`,
  mixed: html`${<MixedIcon />}`,
  conditional: html`${<IfIcon />}`,
}

const headOf = (table: Table): Html =>
  html`<thead>
    <tr>
      <th scope="col">${wording().comparison.issue}</th>
      ${table.parties.map(
        (party) =>
          html`<th scope="col">
            <a href="${paths.party(party)}"><bdi>${party.name}</bdi></a
            >${
              party === table.baseline
                ? html`<span class="pin"
                    >${signs.baseline}<span class="visually-hidden"
                      >${wording().relations.baseline}</span
                    ></span
                  >`
                : ''
            }
          </th>`,
      )}
    </tr>
  </thead>`

const rowOf = (row: Row, table: Table, queryOfPair: GridProps['queryOfPair']): Html => {
  const { words, short, note = '' } = summariseRow(row, table)
  return html`<tr>
    <th scope="row">
      <a href="${paths.issue(row.issue)}"><bdi>${row.issue.question}</bdi></a>
      <details>
        <summary>${short}</summary>
        <p>${words}. ${note}</p>
        ${legendOf(row, table)}
      </details>
    </th>
    ${row.cells.map((related) => cellOf(related, row, table, queryOfPair))}
  </tr>`
}

/** Every letter with what it stands for and who takes a stance on it. */
const legendOf = (row: Row, table: Table): Html =>
  html`<ul>
    ${row.positions.map((position) => {
      const holders = holdersOf(position, row, table)
      return html`<li>
        <span class="letter">${position.letter}</span> <bdi>${position.label}</bdi>${
          holders === '' ? '' : html`<span class="said">${holders}</span>`
        }
      </li>`
    })}
  </ul>`

function holdersOf(position: LetteredPosition, row: Row, table: Table): string {
  const { holders, comma, semicolon } = wording().comparison
  return (Object.keys(holders) as Stance[])
    .flatMap((stance) => {
      const names = row.cells
        .filter(({ cell }) =>
          cell.stands.some((c) => c.stance === stance && positionOf(c, row.positions) === position),
        )
        .map(({ cell }) => nameOf(table, cell.party))
      return names.length === 0 ? [] : [holders[stance](names.join(comma))]
    })
    .join(semicolon)
}

const cellOf = (
  { cell, relation, pair, standing }: ShownCell,
  row: Row,
  table: Table,
  queryOfPair: GridProps['queryOfPair'],
): Html => {
  const word = describeRelation(relation, { silence: cell.silence, standing })
  const extra = extrasOf(cell, pair?.conditional === true)
  const sign = html`${signs[relation]}<span class="visually-hidden"
      >${word}${cell.stands.length === 0 ? '' : ': '}</span
    >${marksOf(cell.stands, row)}${extra}`
  const href = addressOf(cell.party, cell.stands, row, table, queryOfPair)
  return href === undefined
    ? html`<td><span class="${signClass(relation, standing)}">${sign}</span></td>`
    : html`<td><a class="${signClass(relation, standing)}" href="${href}">${sign}</a></td>`
}

/** One statement leads to its marked words, several to all of them; an empty cell to where it is filled. */
function addressOf(
  party: string,
  stands: readonly Claim[],
  { issue }: Row,
  table: Table,
  queryOfPair: GridProps['queryOfPair'],
): string | undefined {
  const [only, ...more] = stands
  if (only === undefined)
    return table.canAdd ? paths.newClaim(table.topic.slug, { party, issue: issue.slug }) : undefined
  if (more.length > 0) return queryOfPair(party, issue.slug)
  const detail = table.details.get(only.slug)
  const citation = detail === undefined ? undefined : leadCitation(detail)
  return detail === undefined || citation === undefined
    ? undefined
    : paths.source(citation.source, detail)
}

/** Letters seen in a cell; more of them are counted. */
const MOST_MARKS = 2

function marksOf(stands: readonly Claim[], row: Row): Html {
  const marks = [
    ...new Set(stands.map((claim) => markOf(claim, row.positions)).filter((mark) => mark !== '')),
  ]
  const words = [...new Set(stands.map((claim) => inWords(claim, row)))].join(
    wording().comparison.semicolon,
  )
  const shown = marks.slice(0, MOST_MARKS).join(wording().comparison.comma)
  const more = marks.length > MOST_MARKS ? ` +${marks.length - MOST_MARKS}` : ''
  return html`${shown}${more}<span class="visually-hidden"> ${words}</span>`
}

function inWords(claim: Claim, { positions }: Row): string {
  const position = positionOf(claim, positions)
  const words = wording().comparison
  return position === undefined
    ? words.declines
    : words.takes[claim.stance](words.position(position.letter, position.label))
}

function extrasOf(cell: RelatedCell['cell'], isConditional: boolean): Html {
  const words = wording().comparison.marks
  const marks = [
    ...(cell.reversals.length > 0
      ? [html`${remarks.changed}<span class="visually-hidden"> ${words.changed}</span>`]
      : []),
    ...(cell.mixed.length > 0
      ? [html`${remarks.mixed}<span class="visually-hidden"> ${words.mixed}</span>`]
      : []),
    ...(isConditional
      ? [html`${remarks.conditional}<span class="visually-hidden"> ${words.conditional}</span>`]
      : []),
  ]
  return html`${marks}`
}
