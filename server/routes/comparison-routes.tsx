import { Hono } from 'hono'
import { z } from 'zod'
import { listComparableIssues, listComparableParties } from '#db/queries/comparison-choices.ts'
import { findComparison } from '#db/queries/comparison.ts'
import { type FoundTopic } from '#db/queries/topics.ts'
import { ComparePage } from '#views/comparison/compare-page.tsx'
import { type Table, layOutTable } from '#views/comparison/comparison-view.ts'
import { announce, summarise, titleOf } from '#views/comparison/words.ts'
import {
  type Asked,
  type AskedDay,
  type Chosen,
  ORDERS,
  VIEWS,
  chooseComparison,
  readDay,
  stepsAround,
} from '../domain/comparison-choice.ts'
import { may } from '../domain/access.ts'
import { SHOWN } from '../domain/comparison-summary.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { refuseProgram } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validAddress, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { requireTopic } from './pages.ts'

const address = validAddress(z.object({ topic: z.string().min(1).max(200) }))

/** A field left empty is sent as nothing. */
const text = z
  .string()
  .optional()
  .transform((sent) => (sent?.trim() === '' ? undefined : sent))

/** Nothing here is refused: what cannot be shown is said on the page, beside what can. */
const query = validQuery(
  z.object({
    p: z.array(z.string()).default([]),
    issue: text,
    base: text,
    show: z.enum(SHOWN).catch('all'),
    view: z.enum(VIEWS).catch('auto'),
    order: z.enum(ORDERS).catch('recorded'),
    asof: text,
  }),
)

/** Who says what, side by side; for programs see compare-json-routes.ts. */
export const comparisonRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/compare', address, query, async (c) => {
    const topic = await requireTopic(db, c)
    const asked = c.req.valid('query')
    const day = readDay(asked.asof, now().toISOString().slice(0, 10))
    if ('error' in day) refuseProgram(c, 'bad-query', day.error)
    const same = 'error' in day ? undefined : answerUnchanged(c, [topic.version, day.day])
    return same ?? (await answerComparison(db, c, topic, asked, day))
  })

async function answerComparison(
  db: Deps['db'],
  c: AppContext,
  topic: FoundTopic,
  asked: Asked,
  asOf: AskedDay,
): Promise<Response> {
  const choices = {
    parties: await listComparableParties(db, topic.id, asOf.day),
    issues: await listComparableIssues(db, topic.id),
  }
  const chosen = chooseComparison(asked, choices.parties, choices.issues)
  const { parties, issue } = chosen
  const found = await findComparison(db, topic, { asOf: asOf.day, parties, issue })
  const steps = stepsAround(asOf.day, found.days)
  const table = layOutTable(found, {
    topic,
    show: asked.show,
    order: asked.order,
    base: chosen.base,
    layout: chosen.layout,
    lastSaidOn: steps.last,
    canAdd: may(c.var.viewer, 'record'),
  })
  const page = (
    <ComparePage
      {...{ table, choices, steps, firstDay: found.days[0], asked: withFound(asked, chosen, asOf) }}
      notices={chosen.notices}
      isDefault={chosen.isDefault}
      errors={'error' in asOf ? { asof: [`${asOf.error} The table shows today.`] } : {}}
    />
  )
  return await respond(c, { ...about(table, asOf), page })
}

/** What addresses on the page ask for: only what was found, so that a mistake is not carried along. */
const withFound = (asked: Asked, chosen: Chosen, asOf: AskedDay): Asked => ({
  ...asked,
  p: chosen.isDefault ? [] : chosen.parties,
  base: asked.base === undefined ? undefined : chosen.base,
  issue: chosen.issue,
  asof: asked.asof === undefined || 'error' in asOf ? undefined : asOf.day,
})

const about = (table: Table, asOf: AskedDay) => ({
  title: titleOf(table),
  description: summarise(table),
  live: announce(table),
  topic: table.topic,
  current: 'compare' as const,
  crumbs: [{ label: table.topic.title, href: paths.topic(table.topic.slug) }],
  hasErrors: 'error' in asOf,
  status: 'error' in asOf ? (422 as const) : (200 as const),
})
