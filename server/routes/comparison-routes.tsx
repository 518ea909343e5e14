import { Hono } from 'hono'
import { z } from 'zod'
import { ComparePage } from '#views/comparison/compare-page.tsx'
import { type Table, addressWith, queryOf } from '#views/comparison/comparison-view.ts'
import { announce, summarise, titleOf } from '#views/comparison/words.ts'
import type { FieldErrors } from '#views/shared/fields.tsx'
import { type AskedDay } from '../domain/comparison-choice.ts'
import { may } from '../domain/access.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validAddress, validQuery } from '../http/validate.ts'
import { type ComparisonQuery, paths } from '../paths.ts'
import { type AsOf, openAsOf } from './as-of.ts'
import { embedOfComparison, shareOf } from './embeddable.ts'
import {
  type SentComparison,
  type ShownComparison,
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
      embed={opened.topic.visibility === 'public' ? embedOf(c, shown, shownAt) : undefined}
      notices={chosen.notices}
      isDefault={chosen.isDefault}
      errors={errorsOf(asOf, since)}
    />
  )
  const share = shareOf(c, opened.topic, {
    path: addressWith(table.topic.slug, asked),
    card: paths.comparisonCard(table.topic.slug, queryOf(asked)),
    title: titleOf(table),
    description: summarise(table),
  })
  const p = table.parties.map((party) => party.slug)
  const fixed = { ...asked, p, asof: table.asOf, known: shownAt }
  const permalink = addressWith(table.topic.slug, fixed)
  const markdown = paths.compareMarkdown(table.topic.slug, queryOf(asked))
  const alternates = { permalink, share, known, markdown }
  return await respond(c, { ...about(table, [asOf, since]), ...alternates, page })
}

/** What is shown, to be put into another page: as it is, and as it will be. */
function embedOf(c: AppContext, { table, asked }: ShownComparison, shownAt: string) {
  const p = table.parties.map((party) => party.slug)
  const fixed = queryOf({ ...asked, p, asof: table.asOf, known: shownAt })
  const about = { title: titleOf(table), issues: table.rows.length }
  const embed = (of: ComparisonQuery) =>
    embedOfComparison(ownOrigin(c), table.topic.slug, { ...about, query: of })
  return {
    fixed: embed(fixed),
    current: embed({ ...queryOf(asked), asof: undefined, known: undefined }),
  }
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
