import { z } from 'zod'
import type { MatrixPageProps } from '#views/overview/matrix-page.tsx'
import { chooseManyParties } from '../domain/comparison-choice.ts'
import { COUNTED, layOutMatrix } from '../domain/party-matrix.ts'
import { MATRIX_ORDERS } from '../domain/party-order.ts'
import { type Overview, errorsOfDay } from './overview.ts'
import { optionalText } from './pages.ts'

/** What a matrix's address asks for, found: for its page and everything that repeats it elsewhere. */

/** As on the comparison, nothing here is refused: what cannot be shown is said on the page. */
export const AskedMatrix = z.object({
  p: z.array(z.string()).default([]),
  of: z.enum(COUNTED).catch('conflicts'),
  order: z.enum(MATRIX_ORDERS).catch('similar'),
  halves: z.enum(['one', 'both']).catch('one'),
  asof: optionalText,
})
export type AskedMatrix = z.output<typeof AskedMatrix>

/**
 * What is counted, in the order asked for. The number of queries does not depend on the parties.
 * @param most - how many parties there is room for; `leftOut` says how many there was none for
 */
export async function findMatrix(
  overview: Overview,
  asked: AskedMatrix,
  most = Infinity,
): Promise<MatrixPageProps & { readonly leftOut: number }> {
  const { topic, knownText: known, shownAt, day } = overview
  const asOf = day.day
  const choices = await overview.listParties()
  const { parties: all, notices, isDefault } = chooseManyParties(asked.p, choices)
  const chosen = all.slice(0, most)
  const { parties, issues } = await overview.findStands(chosen)
  const { of, order, halves } = asked
  const matrix = layOutMatrix({
    parties,
    issues: issues.map((issue) => issue.comparison),
    memberships: order === 'coalition' ? await overview.listMemberships() : [],
    order,
    day: asOf,
  })
  const bySlug = new Map(parties.map((party) => [party.slug, party]))
  return {
    leftOut: all.length - chosen.length,
    topic,
    known,
    shownAt,
    asOf,
    pairs: matrix.pairs,
    parties: matrix.parties.flatMap(({ slug, under }) => {
      const party = bySlug.get(slug)
      return party === undefined ? [] : [{ ...party, under: bySlug.get(under ?? '')?.name }]
    }),
    issues: issues.length,
    of,
    order,
    bothHalves: halves === 'both',
    choices,
    notices,
    asked: {
      p: isDefault ? undefined : chosen,
      of: of === 'conflicts' ? undefined : of,
      order: order === 'similar' ? undefined : order,
      halves: halves === 'one' ? undefined : halves,
      asof: asked.asof === undefined || 'error' in day ? undefined : asOf,
    },
    errors: errorsOfDay(overview, 'table'),
  }
}
