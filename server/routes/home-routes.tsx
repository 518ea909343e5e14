import { Hono } from 'hono'
import { listNewestClaims } from '#db/queries/claim-lists.ts'
import { countQueues } from '#db/queries/review-queue.ts'
import { listVisibleTopics, listVisibleVersions } from '#db/queries/topics.ts'
import { type Desk, HomePage } from '#views/home/home-page.tsx'
import { wording } from '#views/words/wording.ts'
import { type Actor, may } from '../domain/access.ts'
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
      title: wording().home.title,
      description: wording().home.description,
      current: 'topics',
      page: (
        <HomePage topics={await listVisibleTopics(db, c.var.viewer)} desk={await findDesk(c, db)} />
      ),
    })
  })

async function findDesk(c: AppContext, db: Deps['db']): Promise<Desk | undefined> {
  const { viewer } = c.var
  if (viewer === undefined) return undefined
  return {
    waiting: may(viewer, 'review') ? await countWaiting(c, db, viewer) : undefined,
    newest: await listNewestClaims(db, viewer, NEWEST),
  }
}

/** What waits for this reviewer in the queues that ask for a decision. */
async function countWaiting(c: AppContext, db: Deps['db'], viewer: Actor): Promise<number> {
  const queues = await countQueues(db, { viewer, topicId: undefined, now: c.var.now() })
  const disputed = may(viewer, 'adjudicate') ? queues.disputed : 0
  return queues.open + queues['new-evidence'] + disputed
}
