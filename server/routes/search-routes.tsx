import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import { listSearchExamples } from '#db/queries/search-names.ts'
import { SearchPage, describeSearch } from '#views/search/search-page.tsx'
import { describeToBrowsers } from '#views/search/open-search.ts'
import { writeSearch } from '#views/search/search-json.ts'
import { wording } from '#views/words/wording.ts'
import { Refusal } from '../domain/errors.ts'
import { listActive } from '../domain/search-facets.ts'
import { networkOf } from '../http/client-network.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { respond } from '../http/respond.tsx'
import { titleOfPage } from './pages.ts'
import { findSearch } from './search.ts'
import { searchQuery } from './search-filters.ts'

/** Search over everything that whoever asks may see. */
export const searchRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/search', searchQuery, async (c) => {
      const asked = c.req.valid('query')
      await countSearch(db, c)
      const search = await findSearch(db, c.var.viewer, asked)
      const examples = search.isAsked ? [] : await listSearchExamples(db, c.var.viewer)
      const active = listActive(search.address, search.query, search.nameOf)
      const { text } = search.query
      return await respond(c, {
        title: titleOfPage(
          text === '' ? wording().search.title : wording().search.titleFor(text),
          search.page,
        ),
        current: 'search',
        extra: 'found',
        live: describeSearch(search),
        page: <SearchPage {...search} {...{ active, examples }} />,
      })
    })
    .get('/search.json', searchQuery, async (c) => {
      await countSearch(db, c)
      const search = await findSearch(db, c.var.viewer, c.req.valid('query'))
      const [detail] = search.problems
      // A program cannot read a remark: half a search would look like a whole one.
      if (detail !== undefined) throw new Refusal('bad-query', { detail })
      c.header('Vary', 'Cookie, Authorization')
      return c.json(writeSearch(search))
    })
    .get('/opensearch.xml', (c) => {
      c.header('Content-Type', 'application/opensearchdescription+xml; charset=utf-8')
      c.header('Cache-Control', 'public, max-age=86400')
      return c.body(describeToBrowsers(ownOrigin(c)))
    })

/** @throws {Refusal} rate-limited: a search costs more than a page */
async function countSearch(db: Db, c: AppContext): Promise<void> {
  if (new URL(c.req.url).search === '') return
  const { viewer } = c.var
  const attempt =
    viewer === undefined
      ? ({ limit: 'searching by network', who: networkOf(c) } as const)
      : ({ limit: 'searching by account', who: String(viewer.accountId) } as const)
  await takeAttempt(db, { ...attempt, now: c.var.now() })
}
