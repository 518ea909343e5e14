import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import {
  type TopicOfContradiction,
  countByStatus,
  findContradiction,
  findContradictionTopic,
  findMergedSides,
  listContradictions,
  listFilterChoices,
} from '#db/queries/contradictions.ts'
import { countEvidenceLines, listEvidence, listEvidenceLines } from '#db/queries/evidence.ts'
import { isInvolved } from '#db/queries/involvement.ts'
import { listReplies } from '#db/queries/replies.ts'
import { listReviewRecord } from '#db/queries/reviews.ts'
import { toContradictionJson } from '#views/contradiction/contradiction-json.ts'
import { toContradictionJsonLd } from '#views/contradiction/contradiction-json-ld.ts'
import { ContradictionPage } from '#views/contradiction/contradiction-page.tsx'
import type { ShownEvidence } from '#views/contradiction/evidence.tsx'
import { ContradictionListPage } from '#views/contradiction/list-page.tsx'
import { describePieces, headingOf, sentenceOf } from '#views/contradiction/sentence.tsx'
import { type MarkdownState, writeContradictionMarkdown } from '#views/export/page-markdown.ts'
import { statusSlug } from '#views/contradiction/words.ts'
import { wording } from '#views/words/wording.ts'
import { may } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { type Known, instantText, knownText } from '../domain/known.ts'
import {
  type RecordedContradiction,
  type RecordedSide,
  hideVerdicts,
} from '../domain/recorded-contradiction.ts'
import { STATUSES, type Status } from '../domain/reviews.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { answerMarkdown } from './answer-markdown.ts'
import { respond } from '../http/respond.tsx'
import { validAddress, validQuery } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'
import { embedOfContradiction, shareOf } from './embeddable.ts'
import { findAgreement } from './find-agreement.ts'
import { findFollow } from './followed.ts'
import { findContradictionThen } from './past-contradiction.ts'
import { answerNotYet } from './past-nothing.tsx'
import { findPast } from './past.ts'
import { markdownAddress } from './claim-pages.ts'
import { feedsOf, requireTopic, pageNumber } from './pages.ts'

const PAGE_SIZE = 20
/** Claims of a side on the contradiction's own page, and on the pages that hold all of them. */
const FEW = 5
const MANY = 100

/** A filter left at "all" is sent as nothing. */
const choice = z
  .string()
  .max(200)
  .optional()
  .transform((slug) => (slug === '' ? undefined : slug))

const shownPage = pageNumber.max(1_000_000).default(1)

const bySlug = new Map<string, Status>(STATUSES.map((status) => [statusSlug(status), status]))

const listQuery = validQuery(
  z.object({
    status: choice.refine((s) => s === undefined || bySlug.has(s), 'There is no such status.'),
    issue: choice,
    party: choice,
    page: shownPage,
  }),
)

const pageQuery = validQuery(
  z.object({ side: z.enum(['a', 'b']).optional().catch(undefined), page: shownPage }),
)

/** An address part that begins with an id. */
const idPart = z.string().transform((part, ctx) => {
  const id = decodeId(part)
  if (id === undefined) ctx.addIssue({ code: 'custom', message: 'There is no id here.' })
  return id ?? 0
})
export const contradictionAddress = validAddress(z.object({ id: idPart }))

const topicAddress = validAddress(z.object({ topic: z.string().min(1).max(200) }))
const jsonAddress = validAddress(
  z.object({
    file: z
      .string()
      .transform((f) => f.replace(/\.json(ld)?$/, ''))
      .pipe(idPart),
  }),
)

/** The topic around a contradiction. @throws {Refusal} contradiction-not-found, private ones included */
export async function findTopicOrRefuse(
  db: Db,
  c: AppContext,
  id: number,
): Promise<TopicOfContradiction> {
  const topic = await findContradictionTopic(db, id, c.var.viewer)
  if (topic === undefined) throw new Refusal('contradiction-not-found')
  return topic
}

const pagesOf = (total: number, size: number): number => Math.max(1, Math.ceil(total / size))

async function shownEvidence(
  db: Db,
  side: RecordedSide,
  page: number | undefined,
): Promise<ShownEvidence> {
  const count = await countEvidenceLines(db, side.id)
  if (page === undefined) {
    const lines = await listEvidenceLines(db, side.id, { limit: FEW, offset: 0 })
    return { lines, count, page: 1, pages: 1, isCapped: count > FEW }
  }
  const pages = pagesOf(count, MANY)
  const shown = Math.min(page, pages)
  const lines = await listEvidenceLines(db, side.id, { limit: MANY, offset: (shown - 1) * MANY })
  return { lines, count, page: shown, pages, isCapped: false }
}

/** A contradiction with what was decided on it, as far as whoever asks may see that. */
async function findJudged(db: Db, c: AppContext, id: number) {
  const x = await findContradiction(db, id)
  if (x === undefined) throw new Refusal('contradiction-not-found')
  const record = hideVerdicts(await listReviewRecord(db, id), x.status, c.var.viewer?.accountId)
  return { x, record }
}

/** Everything about one contradiction, as far as whoever asks may see it. */
async function findAll(
  db: Db,
  c: AppContext,
  id: number,
  query: { side?: 'a' | 'b' | undefined; page: number },
) {
  const { x, record } = await findJudged(db, c, id)
  const pageOf = (side: 'a' | 'b') => (query.side === side ? query.page : undefined)
  const a = await shownEvidence(db, x.a, pageOf('a'))
  const b = await shownEvidence(db, x.b, pageOf('b'))
  const firsts = [...a.lines, ...b.lines].map(({ first }) => first)
  const shown = [...firsts, x.a.claim, x.b.claim].flatMap((claim) => claim?.id ?? [])
  const replies = await listReplies(db, [...new Set(shown)])
  return { x, record, evidence: { a, b }, replies }
}

/** Contradictions of a topic, and each on its own page and as JSON. */
export const contradictionRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .get('/t/:topic/contradictions', topicAddress, listQuery, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      return await answerList(db, c, topic, c.req.valid('query'))
    })
    .get('/x/:file{[^/]+\\.json}', jsonAddress, async (c) => {
      const id = c.req.valid('param').file
      const topic = await findTopicOrRefuse(db, c, id)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const { x, record } = await findJudged(db, c, id)
      const address = (path: string) => ownOrigin(c) + path
      const newest = { limit: FEW, offset: 0 }
      const evidence = {
        a: await listEvidence(db, x.a.id, newest),
        b: await listEvidence(db, x.b.id, newest),
      }
      const claims = [...evidence.a, ...evidence.b].map((claim) => claim.id)
      const replies = await listReplies(db, claims)
      return c.json(
        toContradictionJson(x, { topic: topic.slug, record, evidence, replies, address }),
      )
    })
    .get('/x/:file{[^/]+\\.jsonld}', jsonAddress, async (c) => {
      const id = c.req.valid('param').file
      const topic = await findTopicOrRefuse(db, c, id)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const x = await findContradiction(db, id)
      if (x === undefined) throw new Refusal('contradiction-not-found')
      const body = JSON.stringify(toContradictionJsonLd(x, (path) => ownOrigin(c) + path))
      return c.body(body, 200, { 'Content-Type': 'application/ld+json' })
    })
    .get('/x/:file{[^/]+\\.md}', markdownAddress, async (c) => {
      const { file: id } = c.req.valid('param')
      const topic = await findTopicOrRefuse(db, c, id)
      const known = askedKnown(c)
      const same = answerUnchanged(c, [topic.version, ...partsOf(known)])
      if (same !== undefined) return same
      const asked = { id, side: undefined, page: 1, accountId: c.var.viewer?.accountId }
      const shown =
        known === undefined
          ? await findAll(db, c, id, asked)
          : await findContradictionThen(db, await findPast(db, topic, known), asked)
      if (shown === undefined) throw new Refusal('contradiction-not-found')
      const shownAt = known === undefined ? instantText(now()) : knownText(known)
      const at = paths.contradiction({ id }, { known: shownAt })
      const write = (state: MarkdownState) => writeContradictionMarkdown(shown, state)
      return answerMarkdown(c, { known, shownAt }, at, write)
    })
    .get('/x/:id', contradictionAddress, pageQuery, async (c) => {
      const { id } = c.req.valid('param')
      const topic = await findTopicOrRefuse(db, c, id)
      const known = askedKnown(c)
      const today = now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, today, ...partsOf(known)])
      if (same !== undefined) return same
      if (known !== undefined)
        return await answerThen(db, c, topic, { ...c.req.valid('query'), id, known })
      const all = await findAll(db, c, id, c.req.valid('query'))
      const address = citedAs(c, id)
      const { viewer } = c.var
      const hasPart = viewer !== undefined && (await isInvolved(db, id, viewer.accountId))
      const embed = embedOf(c, topic, all.x)
      const title = describePieces(headingOf(all.x))
      const description = describePieces(sentenceOf(all.x))
      const about = { topicTitle: topic.title, viewer, isInvolved: hasPart, address, today, embed }
      return await respond(c, {
        title,
        feeds: feedsOf(topic, title, (format) => paths.contradictionFeed({ id }, format)),
        follow: await findFollow(db, c, 'contradiction', { id }),
        description,
        markdown: paths.contradictionMarkdown({ id }),
        share: shareOf(c, topic, {
          path: paths.contradiction(all.x),
          card: paths.contradictionCard(all.x),
          title,
          description,
        }),
        topic,
        current: 'contradictions',
        crumbs: crumbsOf(topic),
        extra: may(viewer, 'review') ? 'review' : undefined,
        page: <ContradictionPage {...all} {...about} mergedSides={await findMergedSides(db, id)} />,
      })
    })

interface AskedThen {
  readonly id: number
  readonly side?: 'a' | 'b' | undefined
  readonly page: number
  readonly known: Known
}

/** The contradiction's page as it was recorded then; nobody reviews in the past. */
async function answerThen(
  db: Db,
  c: AppContext,
  now: TopicOfContradiction,
  { known, side, ...asked }: AskedThen,
): Promise<Response> {
  const past = await findPast(db, now, known)
  const topic = { ...now, title: past.record.topic?.title ?? now.title }
  const accountId = c.var.viewer?.accountId
  const shown = await findContradictionThen(db, past, { ...asked, side, accountId })
  if (shown === undefined) return await answerNotYet(c, topic, known, 'this contradiction')
  const about = {
    topicTitle: topic.title,
    viewer: undefined,
    isInvolved: false,
    replies: new Map(),
    address: citedAs(c, asked.id, known),
    embed: embedOf(c, topic, shown.x, known),
    today: c.var.now().toISOString().slice(0, 10),
  }
  return await respond(c, {
    title: describePieces(headingOf(shown.x)),
    description: describePieces(sentenceOf(shown.x)),
    topic,
    current: 'contradictions',
    crumbs: crumbsOf(topic),
    known,
    markdown: paths.contradictionMarkdown({ id: asked.id }, { known: knownText(known) }),
    page: <ContradictionPage {...shown} {...about} mergedSides={{ merged: [], kin: [] }} />,
  })
}

/** A citation names the record that was read: what is decided later does not change what it says. */
const citedAs = (c: AppContext, id: number, known: Known = { at: c.var.now() }): string =>
  ownOrigin(c) + paths.contradiction({ id }, { known: knownText(known) })

/** The contradiction, to be put into another page: as it is, and as it will be. */
function embedOf(
  c: AppContext,
  { visibility }: TopicOfContradiction,
  x: RecordedContradiction,
  known: Known = { at: c.var.now() },
) {
  if (visibility !== 'public') return undefined
  const title = describePieces(headingOf(x))
  return {
    fixed: embedOfContradiction(ownOrigin(c), x, { title, known: knownText(known) }),
    current: embedOfContradiction(ownOrigin(c), x, { title }),
  }
}

/** The way back from a contradiction to its topic. */
export const crumbsOf = (topic: { slug: string; title: string }) => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: wording().layout.places.contradictions, href: paths.contradictions(topic.slug) },
]

interface ListQuery {
  readonly status?: string | undefined
  readonly issue?: string | undefined
  readonly party?: string | undefined
  readonly page: number
}

async function answerList(
  db: Db,
  c: AppContext,
  topic: { id: number; slug: string; title: string },
  query: ListQuery,
): Promise<Response> {
  const chosen = { status: bySlug.get(query.status ?? ''), issue: query.issue, party: query.party }
  const counts = await countByStatus(db, {
    topicId: topic.id,
    issue: query.issue,
    party: query.party,
  })
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const pages = pagesOf(
    chosen.status === undefined ? all : (counts.get(chosen.status) ?? 0),
    PAGE_SIZE,
  )
  const page = Math.min(query.page, pages)
  const part = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const items = await listContradictions(db, { topicId: topic.id, ...chosen }, part)
  const choices = await listFilterChoices(db, topic.id)
  const agreement = await findAgreement(db, topic)
  return await respond(c, {
    title: titleOf(chosen.status, page, pages),
    topic,
    current: 'contradictions',
    crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
    page: (
      <ContradictionListPage
        {...{ topic, items, counts, chosen, choices, agreement, page, pages }}
      />
    ),
  })
}

function titleOf(status: Status | undefined, page: number, pages: number): string {
  const { list, statuses, titleWithPage, comma } = wording().contradiction
  return [
    list,
    ...(status === undefined ? [] : [statuses[status].toLowerCase()]),
    ...(pages > 1 ? [titleWithPage(page, pages)] : []),
  ].join(comma)
}
