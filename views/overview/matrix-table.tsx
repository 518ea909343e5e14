import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { PairCounts } from '#server/domain/pair-counts.ts'
import { type Counted, shareStep } from '#server/domain/party-matrix.ts'
import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A party in its row and column. */
export interface MatrixParty {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** The name of the coalition that it stands below. */
  readonly under?: string | undefined
}

export interface MatrixTableProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly parties: readonly MatrixParty[]
  readonly pairs: readonly PairCounts[]
  readonly of: Counted
  /** Each pair twice, so that a party can be read along its row. */
  readonly bothHalves: boolean
  /** As asked for; pairs are looked at as of the same day. */
  readonly asof: string | undefined
  readonly caption: string
}

/**
 * Counts of every pair. Written as text instead of elements, as a grid of signs is: there may be 1,560
 * cells.
 */
export const MatrixTable = (props: MatrixTableProps): Html => {
  const { parties, bothHalves } = props
  const columns = bothHalves ? parties : parties.slice(0, -1)
  const rows = bothHalves ? parties : parties.slice(1)
  const countsOf = byPair(props.pairs)
  return html`<section class="comparison" data-arrows tabindex="0" aria-labelledby="matrix-caption">
    <table class="matrix of-${props.of}${columns.length > SIDEWAYS_FROM ? ' is-crowded' : ''}">
      <caption id="matrix-caption">
        <span>${props.caption}</span>
      </caption>
      <thead>
        <tr>
          <td></td>
          ${columns.map((party) => html`<th scope="col">${nameOf(party)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, at) =>
            html`<tr>
              <th scope="row" ${row.under === undefined ? '' : html` class="is-under"`}>
                ${nameOf(row)}${
                  row.under === undefined
                    ? ''
                    : html`<span class="visually-hidden"
                        >${wording().matrix.inCoalition(row.under)}</span
                      >`
                }
              </th>
              ${(bothHalves ? columns : columns.slice(0, at + 1)).map((column) =>
                cellOf(row, column, countsOf(row, column), props),
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** From here on names stand sideways: there is no width for them. */
const SIDEWAYS_FROM = 7

const nameOf = (party: MatrixParty): Html =>
  html`<a href="${paths.party(party)}"><bdi>${party.name}</bdi></a>`

function byPair(pairs: readonly PairCounts[]) {
  const known = new Map(pairs.map((pair) => [pair.parties.join(' '), pair]))
  return (a: MatrixParty, b: MatrixParty): PairCounts | undefined =>
    known.get(`${a.slug} ${b.slug}`) ?? known.get(`${b.slug} ${a.slug}`)
}

function cellOf(
  row: MatrixParty,
  column: MatrixParty,
  counts: PairCounts | undefined,
  { topic, of, asof }: MatrixTableProps,
): Html {
  if (row === column) return html`<td class="is-self"></td>`
  const { and } = wording().common
  const names = html`<bdi>${row.name}</bdi> ${and} <bdi>${column.name}</bdi>`
  if (counts === undefined)
    return html`<td>
      <span class="is-apart"
        ><span aria-hidden="true">–</span
        ><span class="visually-hidden">${names}: ${wording().matrix.noneOfBoth}</span></span
      >
    </td>`
  const n = counts[of]
  const show = of === 'conflicts' && n > 0 ? 'conflict' : undefined
  return html`<td>
    <a
      class="share-${shareStep(n, counts.both)}"
      href="${paths.compare(topic.slug, { p: [row.slug, column.slug], show, asof })}"
      >${n}/${counts.both}<span class="visually-hidden"
        >${wording().overview.comma}${names}: ${wording().matrix.cells[of](n, counts.both)}</span
      ></a
    >
  </td>`
}
