import { Hono } from 'hono'
import { z } from 'zod'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { type FoundCapture, findCapture, listCaptures } from '#db/queries/captures.ts'
import {
  type FoundSource,
  type SourcePassage,
  countSources,
  type SourceReply,
  listPassages,
  listSourceReplies,
  listSources,
} from '#db/queries/sources.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { ClaimRow } from '#views/shared/claim-table.tsx'
import { EXCERPT_AROUND } from '#views/source/captured-text.tsx'
import { SourcePage } from '#views/source/source-page.tsx'
import { SourcesPage } from '#views/source/sources-page.tsx'
import { wording } from '#views/words/wording.ts'
import { may } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { type Passage, excerptsOf, markPassages } from '../domain/marked-text.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validAddress } from '../http/validate.ts'
import { claimAnchor, paths, replyAnchor } from '../paths.ts'
import {
  choosePage,
  idAddress,
  pageQuery,
  titleOfPage,
  topicAddress,
  requireTopic,
} from './pages.ts'
import { requireSource, sourceCrumbs } from './source-pages.ts'

/** More claims than one document has ever given; a page beyond would be no page. */
const MOST_CLAIMS = 2000

const versionAddress = validAddress(
  z.object({ id: z.string().max(400), version: z.coerce.number().int().min(1).max(1_000_000) }),
)

export const sourceRoutes = ({ db }: Deps) => {
  const showSource = async (
    c: AppContext,
    { source, topic, version }: { source: FoundSource; topic: FoundTopic; version?: number },
  ): Promise<Response> => {
    const captures = await listCaptures(db, source.id)
    const capture = await findCapture(db, source.id, version)
    if (version !== undefined && capture === undefined) throw new Refusal('source-not-found')
    const isShown = (p: SourcePassage) => version === undefined || p.start !== null
    const passages = (await listPassages(db, source, capture?.id)).filter(isShown)
    const all = await listClaims(db, { sourceId: source.id }, { page: 1, size: MOST_CLAIMS })
    const claims = inOrder(all, passages)
    const listed = new Set(claims.map((claim) => claim.id))
    const marked = markedIn(passages.filter(({ ofId }) => listed.has(ofId)))
    const answers = (await listPassages(db, source, capture?.id, 'reply')).filter(isShown)
    const replies = inOrder(await listSourceReplies(db, source.id), answers)
    const markedReplies = markedIn(answers)
    const marks = [...anchored(marked, claimAnchor), ...anchored(markedReplies, replyAnchor)]
    const isWhole = !source.isExcerptsOnly || c.var.viewer !== undefined
    const total = await countClaims(db, { sourceId: source.id })
    return await respond(c, {
      title:
        version === undefined
          ? source.title
          : wording().source.titleOfVersion(source.title, version),
      topic,
      current: 'sources',
      crumbs: sourceCrumbs(topic, version === undefined ? undefined : source),
      page: (
        <SourcePage
          {...{ source, capture, captures, claims }}
          viewer={c.var.viewer}
          isAccessSaved={c.req.query('saved') === (source.isExcerptsOnly ? 'excerpts' : 'whole')}
          canCapture={version === undefined && may(c.var.viewer, 'record')}
          canRestrict={version === undefined && may(c.var.viewer, 'restrict a source')}
          canAskErasure={version === undefined && may(c.var.viewer, 'ask for an erasure')}
          excerpts={capture && shownOf(capture, marks, { isWhole })}
          claimCount={version === undefined ? total : claims.length}
          unmarked={unmarkedOf(passages, marked)}
          replies={replies}
          unmarkedReplies={unmarkedOf(answers, markedReplies)}
        />
      ),
    })
  }
  return new Hono<AppEnv>()
    .get('/t/:topic/sources', topicAddress, pageQuery, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const total = await countSources(db, topic.id)
      const { page, pages, size } = choosePage(c.req.valid('query').page, total)
      const sources = await listSources(db, topic.id, { page, size })
      return await respond(c, {
        title: titleOfPage(wording().source.titleOfList(topic.title), page),
        topic,
        current: 'sources',
        crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
        page: (
          <SourcesPage
            {...{ sources, total, page, pages, topicSlug: topic.slug }}
            canAdd={may(c.var.viewer, 'record')}
          />
        ),
      })
    })
    .get('/s/:id', idAddress, async (c) => {
      const { source, topic } = await requireSource(db, c)
      return answerUnchanged(c, [topic.version]) ?? (await showSource(c, { source, topic }))
    })
    .get('/s/:id/v/:version', versionAddress, async (c) => {
      const { source, topic } = await requireSource(db, c)
      const { version } = c.req.valid('param')
      return (
        answerUnchanged(c, [topic.version]) ?? (await showSource(c, { source, topic, version }))
      )
    })
}

/** The whole text, marked, or what of it stands around the marks. */
const shownOf = (
  { text }: FoundCapture,
  marked: readonly Passage<string>[],
  { isWhole }: { isWhole: boolean },
) =>
  isWhole
    ? [{ text: markPassages(text, marked), isWhole }]
    : excerptsOf(text, marked, EXCERPT_AROUND)

/** What of these stands in the text that is shown. */
const markedIn = (passages: readonly SourcePassage[]): Passage<number>[] =>
  passages.flatMap(({ ofId: id, start, end }) =>
    start === null || end === null ? [] : [{ id, start, end }],
  )

/** The same, each by the id that it has in the page. */
const anchored = (
  passages: readonly Passage<number>[],
  anchorOf: (thing: { id: number }) => string,
): Passage<string>[] => passages.map((passage) => ({ ...passage, id: anchorOf(passage) }))

/** Those that are cited here in the order of the text, what is not in it last; of equals as recorded. */
function inOrder<Thing extends ClaimRow | SourceReply>(
  things: readonly Thing[],
  passages: readonly SourcePassage[],
): Thing[] {
  const places = new Map(passages.toReversed().map((p) => [p.ofId, p.start ?? Infinity]))
  const placeOf = ({ id }: Thing) => places.get(id) ?? Infinity
  const cited = things.filter(({ id }) => places.has(id))
  return cited.sort((a, b) =>
    placeOf(a) === placeOf(b) ? a.id - b.id : placeOf(a) < placeOf(b) ? -1 : 1,
  )
}

/** What is taken from the source by whatever has nothing marked in its text; the first words of each. */
function unmarkedOf(passages: readonly SourcePassage[], marked: readonly Passage<number>[]) {
  const isMarked = new Set(marked.map(({ id }) => id))
  const unmarked = new Map<number, SourcePassage>()
  for (const passage of passages) {
    if (isMarked.has(passage.ofId)) continue
    const known = unmarked.get(passage.ofId)
    if (known === undefined || known.quote === null) unmarked.set(passage.ofId, passage)
  }
  return unmarked
}
