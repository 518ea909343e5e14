import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import {
  type HistoryFilter,
  countHistory,
  listActors,
  listHistory,
} from '#db/queries/history-pages.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import { HistoryPage } from '#views/history/history-page.tsx'
import { wording } from '#views/words/wording.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { HISTORY_THINGS } from '../domain/history-content.ts'
import { streamFile } from '../http/attachment.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { describeEntries } from './history-items.ts'
import { writeEntriesAsCsv, writeEntriesAsJson } from './history-lines.ts'
import { findRestorable } from './restorable.ts'
import { findDone, restoredNotice, withRestoringInTopic } from './restore-links.ts'
import { toldEntry } from './told-entry.ts'
import { choosePage, pageNumber, requireTopic, titleOfPage, topicAddress } from './pages.ts'
import { thingHistoryRoutes } from './thing-history-routes.tsx'

/** What a form leaves empty is not asked for. */
const query = validQuery(
  z.object({
    of: z.literal(['', ...HISTORY_THINGS], 'Give a kind of thing that there is.').optional(),
    by: z.string().max(300).optional(),
    page: pageNumber.max(1_000_000).optional(),
    saved: restoredNotice,
  }),
)

/** The history of a topic as a page, as JSON and as CSV; and that of each thing in it. */
export const historyRoutes = (deps: Deps) => {
  const { db } = deps
  return new Hono<AppEnv>()
    .route('/', thingHistoryRoutes(deps))
    .get('/t/:topic/history', topicAddress, query, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const asked = c.req.valid('query')
      const chosen = filterOf(asked)
      const total = await countHistory(db, topic.id, chosen)
      const { page, pages, size } = choosePage(asked.page, total)
      const range = { limit: size, offset: (page - 1) * size }
      const entries = await listHistory(db, topic.id, chosen, range)
      const described = await describeEntries(db, topic, entries)
      const items = await withRestoringInTopic(db, c, topic, described)
      const itself = asked.of === 'topic' ? await findRestorable.topic(db, c) : undefined
      const done = await findDone(db, c, asked.saved, itself)
      const actors = await listActors(db, topic.id)
      return await respond(c, {
        title: titleOfPage(wording().history.titleOf(topic.title), page),
        topic,
        crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
        page: (
          <HistoryPage
            {...{ topic, items, total, chosen, actors, page, pages, done }}
            viewer={c.var.viewer}
          />
        ),
      })
    })
    .get('/t/:topic/history.json', topicAddress, query, async (c) => {
      const topic = await requireTopic(db, c)
      const filter = filterOf(c.req.valid('query'))
      return download(c, topic, 'json', listJson(db, topic, filter))
    })
    .get('/t/:topic/history.csv', topicAddress, query, async (c) => {
      const topic = await requireTopic(db, c)
      const filter = filterOf(c.req.valid('query'))
      return download(c, topic, 'csv', listCsv(db, topic, filter))
    })
}

type Asked = {
  readonly of?: HistoryFilter['of'] | '' | undefined
  readonly by?: string | undefined
}

const filterOf = ({ of, by }: Asked): HistoryFilter => ({
  of: of || undefined,
  by: by || undefined,
})

function download(
  c: AppContext,
  topic: FoundTopic,
  as: 'json' | 'csv',
  text: AsyncGenerator<string>,
): Response {
  const same = answerUnchanged(c, [topic.version])
  return same ?? streamFile(c, { name: `${topic.slug}-history`, as }, text)
}

const PAGE = 500

/** Page by page from the newest to the oldest; what is appended meanwhile is newer. */
async function* listPages(db: Db, topic: FoundTopic, filter: HistoryFilter) {
  let before: number | undefined
  for (;;) {
    const page = await listHistory(db, topic.id, filter, { limit: PAGE, before })
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    before = last.seq
  }
}

/** Every entry with what it says, one on each line. */
const listJson = (db: Db, topic: FoundTopic, filter: HistoryFilter): AsyncGenerator<string> =>
  writeEntriesAsJson(
    `{"topic":${JSON.stringify(topic.slug)},"entries":[`,
    listPages(db, topic, filter),
    (entry) => canonicalJson(toldEntry(entry)),
  )

const listCsv = (db: Db, topic: FoundTopic, filter: HistoryFilter): AsyncGenerator<string> =>
  writeEntriesAsCsv(
    listPages(db, topic, filter),
    async (page) => await describeEntries(db, topic, page),
  )
