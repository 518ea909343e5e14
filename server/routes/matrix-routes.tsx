import { Hono } from 'hono'
import { z } from 'zod'
import { MatrixPage, type MatrixPageProps, describeMatrix } from '#views/overview/matrix-page.tsx'
import { chooseManyParties } from '../domain/comparison-choice.ts'
import { writeCsvLine } from '../domain/csv.ts'
import { COUNTED, layOutMatrix } from '../domain/party-matrix.ts'
import { MATRIX_ORDERS } from '../domain/party-order.ts'
import { asFile } from '../http/attachment.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { type Overview, aboutOverview, errorsOfDay, openOverview } from './overview.ts'
import { optionalText, topicAddress } from './pages.ts'

/** As on the comparison, nothing here is refused: what cannot be shown is said on the page. */
const Asked = z.object({
  p: z.array(z.string()).default([]),
  of: z.enum(COUNTED).catch('conflicts'),
  order: z.enum(MATRIX_ORDERS).catch('similar'),
  halves: z.enum(['one', 'both']).catch('one'),
  asof: optionalText,
})
const query = validQuery(Asked)
type Asked = z.output<typeof Asked>

/** Every two parties of a topic in counts: as a page, as JSON and as CSV. */
export const matrixRoutes = ({ db }: Deps) => {
  const open = async (c: AppContext, asked: Asked, isPage = false) => {
    const overview = await openOverview(db, c, asked.asof, isPage)
    if (overview instanceof Response) return overview
    return { overview, found: await findMatrix(overview, asked) }
  }
  return new Hono<AppEnv>()
    .get('/t/:topic/matrix', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'), !wantsJson(c))
      if (opened instanceof Response) return opened
      const { overview, found } = opened
      const about = aboutOverview(overview, 'Party by party', describeMatrix(found))
      return await respond(c, { ...about, page: <MatrixPage {...found} /> })
    })
    .get('/t/:topic/matrix.json', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { topic, known, asOf, parties, pairs } = opened.found
      return c.json({
        topic: topic.slug,
        version: known === undefined ? opened.overview.topic.version : null,
        known: known ?? null,
        asOf,
        parties: parties.map(({ slug }) => slug),
        pairs,
      })
    })
    .get('/t/:topic/matrix.csv', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { topic, asOf } = opened.found
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', asFile(`${topic.slug}-matrix-${asOf}.csv`))
      return c.body(toCsv(opened.found))
    })
}

/** What is counted, in the order asked for. The number of queries does not depend on the parties. */
async function findMatrix(overview: Overview, asked: Asked): Promise<MatrixPageProps> {
  const { topic, knownText: known, shownAt, day } = overview
  const asOf = day.day
  const choices = await overview.listParties()
  const { parties: chosen, notices, isDefault } = chooseManyParties(asked.p, choices)
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

const COLUMNS = ['a', 'a_name', 'b', 'b_name', 'both_speak', 'conflicts', 'common_ground']

function toCsv({ parties, pairs }: MatrixPageProps): string {
  const nameOf = new Map(parties.map(({ slug, name }) => [slug, name]))
  const lines = pairs.map(({ parties: [a, b], both, conflicts, common }) =>
    writeCsvLine([a, nameOf.get(a) ?? a, b, nameOf.get(b) ?? b, both, conflicts, common]),
  )
  return writeCsvLine(COLUMNS) + lines.join('')
}
