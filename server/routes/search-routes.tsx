import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import { listSearchExamples } from '#db/queries/search-names.ts'
import { SearchPage, describeSearch } from '#views/search/search-page.tsx'
import { listActive } from '../domain/search-facets.ts'
import { networkOf } from '../http/client-network.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { takeAttempt } from '../http/rate-limits.ts'
import { respond } from '../http/respond.tsx'
import { titleOfPage } from './pages.ts'
import { findSearch } from './search.ts'
import { searchQuery } from './search-filters.ts'

/** Search over everything that whoever asks may see. */
export const searchRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/search', searchQuery, async (c) => {
    const asked = c.req.valid('query')
    await countSearch(db, c)
    const search = await findSearch(db, c.var.viewer, asked)
    const examples = search.isAsked ? [] : await listSearchExamples(db, c.var.viewer)
    const active = listActive(search.address, search.query, search.nameOf)
    const { text } = search.query
    return await respond(c, {
      title: titleOfPage(text === '' ? 'Search' : `${text} - Search`, search.page),
      current: 'search',
      extra: 'found',
      live: describeSearch(search),
      page: <SearchPage {...search} {...{ active, examples }} />,
    })
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
