import { Hono } from 'hono'
import { findStands, listClaimDetails } from '#db/queries/comparison.ts'
import { listContradictionsById } from '#db/queries/contradictions.ts'
import { listSources } from '#db/queries/sources.ts'
import {
  type FoundTopic,
  findTopicCounts,
  findVisibleTopic,
  listLatestContradictionIds,
} from '#db/queries/topics.ts'
import { SHOWN_FEW, TopicPage, type TopicPageProps } from '#views/topic/topic-page.tsx'
import { wording } from '#views/words/wording.ts'
import { exportDossier } from '../actions/export-dossier.ts'
import type { Day } from '../domain/dates.ts'
import type { Known } from '../domain/known.ts'
import { Refusal } from '../domain/errors.ts'
import { may } from '../domain/access.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { respond } from '../http/respond.tsx'
import { findAgreement } from './find-agreement.ts'
import { asFile } from '../http/attachment.ts'
import { chainOrigin } from './history-proof-routes.ts'
import { shareOf } from './embeddable.ts'
import { findFollow } from './followed.ts'
import { homeRoutes } from './home-routes.tsx'
import { paths } from '../paths.ts'
import { findUndoOfSetup } from './undo-setup.ts'
import { feedsOf, topicAddress, requireTopic } from './pages.ts'
import { answerNotYet } from './past-nothing.tsx'
import { findTopicThen } from './past-topic.ts'
import { findPast } from './past.ts'
import { claimIdsOf, overviewOf } from './shown-stands.ts'

export const topicRoutes = ({ db, now, ...deps }: Deps) =>
  new Hono<AppEnv>()
    .route('/', homeRoutes({ db, now, ...deps }))
    .get('/t/:topic', topicAddress, async (c) => {
      const topic = await requireTopic(db, c)
      const known = askedKnown(c)
      const asOf = now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, asOf, ...partsOf(known)])
      if (same !== undefined) return same
      if (known !== undefined) return await answerThen(db, c, topic, known)
      const shown = await findOverview(db, topic, asOf)
      const ways = {
        canRecord: may(c.var.viewer, 'record'),
        canSetUp: may(c.var.viewer, 'set up a topic'),
      }
      const undo =
        ways.canSetUp && c.req.query('saved') === 'setup'
          ? await findUndoOfSetup(db, c, topic)
          : undefined
      const page = <TopicPage {...shown} {...ways} undo={undo} viewer={c.var.viewer} />
      const feeds = feedsOf(topic, topic.title, (format) => paths.topicFeed(topic.slug, format))
      const follow = await findFollow(db, c, 'topic', topic)
      const description = topic.summary ?? wording().topic.description(topic.title)
      const share = shareOf(c, topic, {
        path: paths.topic(topic.slug),
        card: paths.topicCard(topic.slug),
        title: topic.title,
        description,
        isEmbeddable: false,
      })
      return await respond(c, {
        title: topic.title,
        description,
        topic,
        share,
        feeds,
        follow,
        page,
      })
    })
    .get('/t/:topic/dossier.json', topicAddress, async (c) => {
      const topic = await findVisibleTopic(db, c.req.valid('param').topic, undefined)
      if (topic === undefined) throw new Refusal('topic-not-found')
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      c.header('Content-Type', 'application/json; charset=utf-8')
      c.header('Content-Disposition', asFile(`${topic.slug}.json`))
      return c.body(await exportDossier(db, topic.slug, 'readers', chainOrigin(c, topic.slug)))
    })

/** The topic's page as it was recorded then. */
async function answerThen(db: Deps['db'], c: AppContext, topic: FoundTopic, known: Known) {
  const shown = await findTopicThen(db, await findPast(db, topic, known), topic.visibility)
  if (shown === undefined) return await answerNotYet(c, topic, known, 'this topic')
  const page = <TopicPage {...shown} canRecord={false} canSetUp={false} />
  const { title } = shown.topic
  return await respond(c, { title, topic: { ...topic, title }, known, page })
}

/** Everything on the page of a topic but who looks at it. */
async function findOverview(
  db: Deps['db'],
  topic: FoundTopic,
  asOf: Day,
): Promise<Omit<TopicPageProps, 'canRecord' | 'canSetUp' | 'undo' | 'viewer'>> {
  const { overview, claims } = overviewOf(await findStands(db, topic, { asOf }))
  return {
    topic: { ...topic, ...(await findTopicCounts(db, topic)) },
    asOf,
    ...overview,
    details: await listClaimDetails(db, claimIdsOf(claims)),
    latest: await listContradictionsById(
      db,
      await listLatestContradictionIds(db, topic, SHOWN_FEW),
    ),
    agreement: await findAgreement(db, topic),
    sources: await listSources(db, topic.id, { page: 1, size: SHOWN_FEW }),
  }
}
