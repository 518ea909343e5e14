import { Hono } from 'hono'
import { z } from 'zod'
import { ComparePage } from '#views/comparison/compare-page.tsx'
import { type Table } from '#views/comparison/comparison-view.ts'
import { announce, summarise, titleOf } from '#views/comparison/words.ts'
import type { FieldErrors } from '#views/shared/fields.tsx'
import { type AskedDay } from '../domain/comparison-choice.ts'
import { may } from '../domain/access.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validAddress, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { type AsOf, openAsOf } from './as-of.ts'
import {
  type SentComparison,
  type Since,
  comparisonFields,
  findShownComparison,
} from './shown-comparison.ts'

const address = validAddress(z.object({ topic: z.string().min(1).max(200) }))

const query = validQuery(z.object(comparisonFields))

/** Who says what, side by side; for programs see compare-json-routes.ts. */
export const comparisonRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/compare', address, query, async (c) => {
    const sent = c.req.valid('query')
    const opened = await openAsOf(db, c, sent.asof, !wantsJson(c))
    return opened instanceof Response ? opened : await answerComparison(db, c, opened, sent)
  })

async function answerComparison(
  db: Deps['db'],
  c: AppContext,
  opened: AsOf,
  sent: SentComparison,
): Promise<Response> {
  const { day: asOf, known, shownAt } = opened
  const canAdd = known === undefined && may(c.var.viewer, 'record')
  const shown = await findShownComparison(db, opened, sent, { canAdd })
  const { table, choices, chosen, steps, firstDay, asked, changes, since } = shown
  const page = (
    <ComparePage
      {...{ table, choices, steps, firstDay, asked, shownAt, changes }}
      notices={chosen.notices}
      isDefault={chosen.isDefault}
      errors={errorsOf(asOf, since)}
    />
  )
  return await respond(c, { ...about(table, [asOf, since]), known, page })
}

const errorsOf = (asOf: AskedDay, since: Since): FieldErrors => ({
  ...('error' in asOf ? { asof: [`${asOf.error} The table shows today.`] } : {}),
  ...('error' in since ? { since: [`${since.error} No changes are told.`] } : {}),
})

const about = (table: Table, days: readonly object[]) => ({
  title: titleOf(table),
  description: summarise(table),
  live: announce(table),
  topic: table.topic,
  current: 'compare' as const,
  extra: 'grid' as const,
  crumbs: [{ label: table.topic.title, href: paths.topic(table.topic.slug) }],
  hasErrors: days.some((day) => 'error' in day),
  status: days.some((day) => 'error' in day) ? (422 as const) : (200 as const),
})
