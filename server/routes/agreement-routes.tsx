import { Hono } from 'hono'
import type { Db } from '#db/connect.ts'
import { listJudgements } from '#db/queries/agreement.ts'
import { type FoundTopic, findTopicCounts } from '#db/queries/topics.ts'
import { toAgreementJson } from '#views/contradiction/agreement-json.ts'
import { wording } from '#views/words/wording.ts'
import { AgreementPage } from '#views/contradiction/agreement-page.tsx'
import { compareReviewers } from '../domain/reviewer-agreement.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { crumbsOf } from './contradiction-routes.tsx'
import { requireTopic, topicAddress } from './pages.ts'

/** How far reviewers of a topic agree, for readers and for programs. */
export const agreementRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/t/:topic/agreement', topicAddress, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      return await respond(c, {
        title: wording().agreement.title,
        topic,
        current: 'contradictions',
        crumbs: crumbsOf(topic),
        page: <AgreementPage topic={topic} {...await findCounted(db, topic)} />,
      })
    })
    .get('/t/:topic/agreement.json', topicAddress, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      return c.json(toAgreementJson(topic, await findCounted(db, topic)))
    })

/** Agreement over what is settled; of what is not, nothing but how many these are. */
async function findCounted(db: Db, topic: FoundTopic) {
  const { contradictions } = await findTopicCounts(db, topic)
  return {
    agreement: compareReviewers(await listJudgements(db, topic.id)),
    settled: contradictions.confirmed + contradictions.dismissed,
    unsettled: contradictions.open,
  }
}
