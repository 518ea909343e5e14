import { type MiddlewareHandler, Hono } from 'hono'
import { z } from 'zod'
import { findContradiction } from '#db/queries/contradictions.ts'
import { findTopicCounts } from '#db/queries/topics.ts'
import type { Card } from '#views/card/card.ts'
import { cardOfClaim } from '#views/card/claim-card.ts'
import { cardOfContradiction } from '#views/card/contradiction-card.ts'
import { cardOfComparison, cardOfTopic } from '#views/card/counts-card.ts'
import { speaking } from '#views/words/wording.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { refuseKnownElsewhere } from '../http/known.ts'
import { validQuery } from '../http/validate.ts'
import { drawCard } from '../pictures/draw-card.ts'
import { openAsOf } from './as-of.ts'
import { claimAddress, findClaimOrRefuse, findTopicOfClaim } from './claim-pages.ts'
import { contradictionAddress, findTopicOrRefuse } from './contradiction-routes.tsx'
import { requireTopic, topicAddress } from './pages.ts'
import { comparisonFields, findShownComparison } from './shown-comparison.ts'

/**
 * Pictures that other sites show beside a link. They come before anybody is looked for, as embeds do: what
 * not everybody may read has none, and nobody's appearance or language changes them.
 */

const query = validQuery(z.object(comparisonFields))

const asPicture: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('isEmbed', true)
  c.set('theme', 'system')
  c.set('hasSingleKeys', true)
  await speaking('en', async () => await refuseKnownElsewhere(c, next))
  // The answer is the same for everybody: no cookie was looked at.
  c.res.headers.delete('Vary')
}

/** Preview pictures of topics, comparisons, contradictions and claims. */
export const cardRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/t/:topic/card.png', asPicture, topicAddress, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      return await answerCard(c, cardOfTopic({ ...topic, ...(await findTopicCounts(db, topic)) }))
    })
    .get('/t/:topic/compare/card.png', asPicture, topicAddress, query, async (c) => {
      const sent = c.req.valid('query')
      const opened = await openAsOf(db, c, sent.asof, false)
      if (opened instanceof Response) return unchangedOrRefused(opened)
      const { table } = await findShownComparison(db, opened, sent)
      return await answerCard(c, cardOfComparison(table))
    })
    .get('/x/:id/card.png', asPicture, contradictionAddress, async (c) => {
      const { id } = c.req.valid('param')
      const topic = await findTopicOrRefuse(db, c, id)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const x = await findContradiction(db, id)
      if (x === undefined) throw new Refusal('contradiction-not-found')
      return await answerCard(c, cardOfContradiction(x, topic))
    })
    .get('/c/:id/card.png', asPicture, claimAddress, async (c) => {
      const { id } = c.req.valid('param')
      const topic = await findTopicOfClaim(db, c, id)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      return await answerCard(c, cardOfClaim(await findClaimOrRefuse(db, id), topic))
    })

/** What was not on record by then is a page that says so, and no picture. */
function unchangedOrRefused(answer: Response): Response {
  if (answer.status === 304) return answer
  throw new Refusal('topic-not-found')
}

async function answerCard(c: AppContext, card: Card): Promise<Response> {
  const png = await drawCard(card)
  return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' })
}
