import { Hono } from 'hono'
import { z } from 'zod'
import { findStands } from '#db/queries/comparison.ts'
import { listIssues } from '#db/queries/issues.ts'
import { listVisibleTopics } from '#db/queries/topics.ts'
import { HomePage } from '#views/topic/topic-list.tsx'
import { TopicPage } from '#views/topic/topic-page.tsx'
import { Refusal } from '../domain/errors.ts'
import { closest, countPairs, mostOpposed } from '../domain/pair-counts.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validAddress } from '../http/validate.ts'
import { paths } from '../paths.ts'

const address = validAddress(z.object({ topic: z.string().max(200) }))

export const topicRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .get(paths.home, async (c) => {
      const topics = await listVisibleTopics(db, c.var.viewer)
      const same = answerUnchanged(c, topics.flatMap((t) => [t.id, t.version]))
      if (same !== undefined) return same
      return await respond(c, { title: 'Topics', current: 'topics', page: <HomePage topics={topics} /> })
    })
    .get('/t/:topic', address, async (c) => {
      const topics = await listVisibleTopics(db, c.var.viewer)
      const topic = topics.find((t) => t.slug === c.req.valid('param').topic)
      if (topic === undefined) throw new Refusal('topic-not-found')
      const asOf = now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, asOf])
      if (same !== undefined) return same
      const { parties, issues } = await findStands(db, topic, { asOf })
      const pairs = countPairs(issues.map((i) => i.comparison))
      return await respond(c, {
        title: topic.title,
        topic,
        page: (
          <TopicPage
            topic={topic}
            parties={parties}
            issues={await listIssues(db, topic.id)}
            opposed={mostOpposed(pairs)}
            close={closest(pairs)}
            isOwner={c.var.viewer !== undefined}
          />
        ),
      })
    })
