import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { countHistory, listHistory } from '#db/queries/history-pages.ts'
import { findNewestVersion } from '#db/queries/restoration.ts'
import type { RestorableEntity } from '../domain/restoration.ts'
import { ThingHistoryPage } from '#views/history/thing-history-page.tsx'
import { wording } from '#views/words/wording.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { describeEntries } from './history-items.ts'
import { choosePage, pageNumber, titleOfPage } from './pages.ts'
import { findRestorable } from './restorable.ts'
import { findDone, restoredNotice, withRestoring } from './restore-links.ts'

const query = validQuery(
  z.object({
    page: pageNumber.max(100_000).optional(),
    saved: restoredNotice,
  }),
)

type Asked = z.output<
  z.ZodObject<{ page: z.ZodOptional<z.ZodNumber>; saved: typeof restoredNotice }>
>

const HISTORIES = {
  '/c/:id/history': 'claim',
  '/i/:id/history': 'issue',
  '/p/:id/history': 'party',
  '/people/:id/history': 'person',
  '/s/:id/history': 'source',
} as const satisfies Record<string, RestorableEntity>

/** The history of one claim, issue, party, person or source. */
export const thingHistoryRoutes = ({ db }: Deps) =>
  Object.entries(HISTORIES).reduce(
    (routes, [address, entity]) =>
      routes.get(address, query, async (c) => await show(c, db, entity, c.req.valid('query'))),
    new Hono<AppEnv>(),
  )

async function show(
  c: AppContext,
  db: Db,
  entity: RestorableEntity,
  asked: Asked,
): Promise<Response> {
  const of = await findRestorable[entity](db, c)
  const { topic, label, slug } = of
  const same = answerUnchanged(c, [topic.version])
  if (same !== undefined) return same
  const filter = { thing: { entity, slug } }
  const total = await countHistory(db, topic.id, filter)
  const { page, pages, size } = choosePage(asked.page, total)
  const range = { limit: size, offset: (page - 1) * size }
  const entries = await listHistory(db, topic.id, filter, range)
  const items = withRestoring(c, of, await describeEntries(db, topic, entries), total)
  const newest = (await findNewestVersion(db, of))?.version ?? 1
  return await respond(c, {
    title: titleOfPage(wording().history.titleOf(label), page),
    topic,
    crumbs: of.crumbs,
    page: (
      <ThingHistoryPage
        {...{ label, items, page, pages, entity, href: of.href, viewer: c.var.viewer }}
        {...{ newest, history: of.history }}
        done={await findDone(db, c, asked.saved, of)}
        addressOf={(n) => (n === 1 ? of.history : `${of.history}?page=${n}`)}
      />
    ),
  })
}
