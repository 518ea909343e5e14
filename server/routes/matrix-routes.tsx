import { Hono } from 'hono'
import { z } from 'zod'
import { listComparableParties } from '#db/queries/comparison-choices.ts'
import { findStands } from '#db/queries/comparison.ts'
import { listTopicMemberships } from '#db/queries/parties.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import { MatrixPage, type MatrixPageProps, describeMatrix } from '#views/overview/matrix-page.tsx'
import { type AskedDay, chooseManyParties, readDay } from '../domain/comparison-choice.ts'
import { writeCsvLine } from '../domain/csv.ts'
import { COUNTED, layOutMatrix } from '../domain/party-matrix.ts'
import { MATRIX_ORDERS } from '../domain/party-order.ts'
import { Refusal } from '../domain/errors.ts'
import { asFile } from '../http/attachment.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { requireTopic, topicAddress } from './pages.ts'

/** As on the comparison, nothing here is refused: what cannot be shown is said on the page. */
const Asked = z.object({
  p: z.array(z.string()).default([]),
  of: z.enum(COUNTED).catch('conflicts'),
  order: z.enum(MATRIX_ORDERS).catch('similar'),
  halves: z.enum(['one', 'both']).catch('one'),
  asof: z
    .string()
    .optional()
    .transform((sent) => (sent?.trim() === '' ? undefined : sent)),
})
const query = validQuery(Asked)
type Asked = z.output<typeof Asked>

/** Every two parties of a topic in counts: as a page, as JSON and as CSV. */
export const matrixRoutes = ({ db, now }: Deps) => {
  const today = () => now().toISOString().slice(0, 10)
  const counts = async (c: AppContext, asked: Asked, isPage = false) => {
    const topic = await requireTopic(db, c)
    const day = readDay(asked.asof, today())
    if ('error' in day && !isPage) throw new Refusal('bad-query', { detail: day.error })
    const same = 'error' in day ? undefined : answerUnchanged(c, [topic.version, day.day])
    return same ?? { topic, ...(await findMatrix(db, topic, asked, day)) }
  }
  return new Hono<AppEnv>()
    .get('/t/:topic/matrix', topicAddress, query, async (c) => {
      const found = await counts(c, c.req.valid('query'), !wantsJson(c))
      return found instanceof Response ? found : await respond(c, aboutMatrix(found))
    })
    .get('/t/:topic/matrix.json', topicAddress, query, async (c) => {
      const found = await counts(c, c.req.valid('query'))
      if (found instanceof Response) return found
      const { topic, asOf, parties, pairs } = found
      return c.json({
        topic: topic.slug,
        version: topic.version,
        asOf,
        parties: parties.map(({ slug }) => slug),
        pairs,
      })
    })
    .get('/t/:topic/matrix.csv', topicAddress, query, async (c) => {
      const found = await counts(c, c.req.valid('query'))
      if (found instanceof Response) return found
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', asFile(`${found.topic.slug}-matrix-${found.asOf}.csv`))
      return c.body(toCsv(found))
    })
}

/** What is counted, in the order asked for. The number of queries does not depend on the parties. */
async function findMatrix(
  db: Deps['db'],
  topic: FoundTopic,
  asked: Asked,
  day: AskedDay,
): Promise<Omit<MatrixPageProps, 'topic'>> {
  const asOf = day.day
  const choices = await listComparableParties(db, topic.id, asOf)
  const { parties: chosen, notices, isDefault } = chooseManyParties(asked.p, choices)
  const { parties, issues } = await findStands(db, topic, { asOf, parties: chosen })
  const { of, order, halves } = asked
  const matrix = layOutMatrix({
    parties,
    issues: issues.map((issue) => issue.comparison),
    memberships: await listTopicMemberships(db, topic.id),
    order,
    day: asOf,
  })
  const bySlug = new Map(parties.map((party) => [party.slug, party]))
  return {
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
    errors: 'error' in day ? { asof: [`${day.error} The table shows today.`] } : {},
  }
}

function aboutMatrix(found: Omit<MatrixPageProps, 'topic'> & { readonly topic: FoundTopic }) {
  const hasErrors = found.errors['asof'] !== undefined
  const words = describeMatrix(found)
  return {
    title: `Party by party: ${found.topic.title}`,
    description: words,
    live: words,
    topic: found.topic,
    current: 'compare' as const,
    crumbs: [{ label: found.topic.title, href: paths.topic(found.topic.slug) }],
    extra: 'overview' as const,
    hasErrors,
    status: hasErrors ? (422 as const) : (200 as const),
    page: <MatrixPage {...found} />,
  }
}

const COLUMNS = ['a', 'a_name', 'b', 'b_name', 'both_speak', 'conflicts', 'common_ground']

function toCsv({ parties, pairs }: Omit<MatrixPageProps, 'topic'>): string {
  const nameOf = new Map(parties.map(({ slug, name }) => [slug, name]))
  const lines = pairs.map(({ parties: [a, b], both, conflicts, common }) =>
    writeCsvLine([a, nameOf.get(a) ?? a, b, nameOf.get(b) ?? b, both, conflicts, common]),
  )
  return writeCsvLine(COLUMNS) + lines.join('')
}
