import { Hono } from 'hono'
import { z } from 'zod'
import { listClaims } from '#db/queries/claim-lists.ts'
import { type SourcePassage, findSource, listPassages } from '#db/queries/sources.ts'
import { findVisibleTopicById } from '#db/queries/topics.ts'
import { SourcePage } from '#views/source/source-page.tsx'
import { Refusal } from '../domain/errors.ts'
import { markPassages } from '../domain/quotations.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validAddress } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'

const address = validAddress(z.object({ id: z.string().max(400) }))

/** More claims than one document has ever given; a page beyond would be no page. */
const MOST_CLAIMS = 2000

export const sourceRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/s/:id', address, async (c) => {
    const source = await findSource(db, decodeId(c.req.valid('param').id) ?? 0)
    const topic = source && (await findVisibleTopicById(db, source.topicId, c.var.viewer))
    if (source === undefined || topic === undefined) throw new Refusal('source-not-found')
    const same = answerUnchanged(c, [topic.version])
    if (same !== undefined) return same
    const passages = await listPassages(db, source)
    const claims = await listClaims(db, { sourceId: source.id }, { page: 1, size: MOST_CLAIMS })
    const place = new Map(passages.toReversed().map((p) => [p.claimId, p.start ?? Infinity]))
    const inOrder = [...claims].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0) || a.id - b.id)
    return await respond(c, {
      title: source.title,
      topic,
      current: 'sources',
      crumbs: [
        { label: topic.title, href: paths.topic(topic.slug) },
        { label: 'Sources', href: paths.sources(topic.slug) },
      ],
      page: (
        <SourcePage
          source={source}
          text={source.capture && markPassages(source.capture.text, placed(passages))}
          claims={inOrder}
          unplaced={unplacedWords(passages)}
        />
      ),
    })
  })

const placed = (passages: readonly SourcePassage[]) =>
  passages.flatMap(({ claimId: id, start, end }) => (start === null || end === null ? [] : [{ id, start, end }]))

/** Claims of which nothing is marked in the text, with the words they take from the source. */
function unplacedWords(passages: readonly SourcePassage[]) {
  const marked = new Set(placed(passages).map((p) => p.id))
  return new Map(
    passages
      .filter((p) => !marked.has(p.claimId))
      .map((p) => [p.claimId, p.quote === null ? undefined : { quote: p.quote, language: p.language }]),
  )
}
