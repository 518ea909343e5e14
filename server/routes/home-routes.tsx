import { Hono } from 'hono'
import { listNewestClaims } from '#db/queries/claim-lists.ts'
import { countQueues } from '#db/queries/review-queue.ts'
import { listVisibleTopics, listVisibleVersions } from '#db/queries/topics.ts'
import { type Desk, HomePage } from '#views/home/home-page.tsx'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { paths } from '../paths.ts'

const NEWEST = 5

export const homeRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get(paths.home, async (c) => {
    const versions = await listVisibleVersions(db, c.var.viewer)
    const same = answerUnchanged(
      c,
      versions.flatMap(({ id, version }) => [id, version]),
    )
    if (same !== undefined) return same
    return await respond(c, {
      title: 'Topics',
      description: 'Who stands where in a dispute: sourced claims, side by side.',
      current: 'topics',
      page: (
        <HomePage topics={await listVisibleTopics(db, c.var.viewer)} desk={await findDesk(c, db)} />
      ),
    })
  })

async function findDesk(c: AppContext, db: Deps['db']): Promise<Desk | undefined> {
  if (c.var.viewer === undefined) return undefined
  const queues = await countQueues(db, undefined)
  return {
    waiting: queues.open + queues['under-review'] + queues['new-evidence'],
    newest: await listNewestClaims(db, c.var.viewer, NEWEST),
  }
}
