import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findTopicStart } from '#db/queries/feeds.ts'
import {
  type ModerationFilter,
  type StoredPeopleAct,
  countModeration,
  countPeopleActs,
  listModeration,
  listModerators,
  listPeopleActs,
} from '#db/queries/moderation.ts'
import { type FoundTopic, listTopicTitles } from '#db/queries/topics.ts'
import { ModerationPage } from '#views/moderation/moderation-page.tsx'
import { type PeopleLine, SiteModerationPage } from '#views/moderation/site-moderation-page.tsx'
import { speaking, wording } from '#views/words/wording.ts'
import type { Role } from '../domain/access.ts'
import { ATOM_TYPE, JSON_FEED_TYPE, describeAtom, describeJsonFeed } from '../domain/feed.ts'
import { type ModerationLine, describeModeration, moderationKinds } from '../domain/moderation.ts'
import { isNamedIn, parsePeopleAct, withoutName } from '../domain/people-acts.ts'
import { type AppContext, type AppEnv, type Deps, ownOrigin } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { listLines } from './moderation-lines.ts'
import {
  PAGE_SIZE,
  choosePage,
  pageNumber,
  pageQuery,
  requireTopic,
  titleOfPage,
  topicAddress,
} from './pages.ts'

/** What a form leaves empty is not asked for. */
const query = validQuery(
  z.object({
    kind: z.literal(['', ...moderationKinds], 'Give a kind that there is.').optional(),
    by: z.string().max(300).optional(),
    page: pageNumber.max(1_000_000).optional(),
  }),
)

type Asked = {
  readonly kind?: ModerationFilter['kind'] | '' | undefined
  readonly by?: string | undefined
  readonly page?: number | undefined
}

/** What editors and owners did: of each topic as a page, JSON and feeds; and of the site's accounts. */
export const moderationRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .get('/moderation', pageQuery, async (c) => await showSite(db, c, c.req.valid('query').page))
    .get('/t/:topic/moderation', topicAddress, query, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const found = await findLines(db, topic, c.req.valid('query'))
      return await respond(c, {
        title: titleOfPage(wording().moderation.titleOf(topic.title), found.page),
        topic,
        crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
        page: (
          <ModerationPage
            {...{ topic, ...found, hasFeeds: topic.visibility === 'public' }}
            moderators={await listModerators(db, topic.id)}
          />
        ),
      })
    })
    .get('/t/:topic/moderation.json', topicAddress, query, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version, ownOrigin(c)])
      if (same !== undefined) return same
      const { lines, total, page, pages } = await speaking(
        'en',
        async () => await findLines(db, topic, c.req.valid('query')),
      )
      const entries = lines.map((line) => toJson(line, ownOrigin(c)))
      return c.json({ topic: topic.slug, total, page, pages, entries })
    })
    .get('/t/:topic/moderation.atom', topicAddress, async (c) => await answerFeed(db, c, 'atom'))
    .get(
      '/t/:topic/moderation.feed.json',
      topicAddress,
      async (c) => await answerFeed(db, c, 'json'),
    )

async function findLines(db: Db, topic: FoundTopic, asked: Asked) {
  const chosen = { kind: asked.kind || undefined, by: asked.by || undefined }
  const total = await countModeration(db, topic.id, chosen)
  const { page, pages, size } = choosePage(asked.page, total)
  const range = { limit: size, offset: (page - 1) * size }
  const lines = await listLines(db, topic, await listModeration(db, topic.id, chosen, range))
  return { chosen, total, page, pages, lines }
}

const toJson = ({ at, thing, outcome, why, ...line }: ModerationLine, origin: string) => ({
  entry: line.seq,
  at: at.toISOString(),
  by: line.by,
  kind: line.kind,
  thing: thing.of,
  name: thing.label,
  address: thing.href === undefined ? null : origin + thing.href,
  outcome: outcome ?? null,
  reason: why ?? null,
  changes: line.changes,
})

/** The newest entries for feed readers. */
async function answerFeed(db: Db, c: AppContext, format: 'atom' | 'json'): Promise<Response> {
  const topic = await requireTopic(db, c)
  const same = answerUnchanged(c, [topic.version, ownOrigin(c)])
  if (same !== undefined) return same
  const address = (path: string) => ownOrigin(c) + path
  const home = paths.topicModeration(topic.slug)
  const newest = await listModeration(db, topic.id, {}, { limit: PAGE_SIZE })
  const lines = await speaking('en', async () => await listLines(db, topic, newest))
  const feed = {
    title: `Moderation: ${topic.title} - Gainsay`,
    home: address(home),
    atom: address(paths.topicModerationFeed(topic.slug, 'atom')),
    json: address(paths.topicModerationFeed(topic.slug, 'json')),
    since: await findTopicStart(db, topic.id),
    entries: await Promise.all(lines.map(async (line) => await toFeedEntry(line, address, home))),
  }
  c.header('Content-Type', `${format === 'atom' ? ATOM_TYPE : JSON_FEED_TYPE}; charset=utf-8`)
  return c.body(format === 'atom' ? describeAtom(feed) : describeJsonFeed(feed))
}

async function toFeedEntry(line: ModerationLine, address: (path: string) => string, home: string) {
  const title = describeModeration(line)
  const reason = line.why === undefined ? '' : await html`<p>Reason: ${line.why}</p>`
  return {
    id: address(`${home}#e${line.seq}`),
    title,
    url: address(line.thing.href ?? home),
    at: line.at,
    html: (
      await html`<p>${title}</p>
        ${reason}`
    ).toString(),
  }
}

async function showSite(db: Db, c: AppContext, asked: number | undefined): Promise<Response> {
  const topics = await listTopicTitles(db, c.var.viewer)
  const { count: total, newest } = await countPeopleActs(db)
  const same = answerUnchanged(c, [newest, ...topics.map((t) => `${t.id}.${t.version}`)])
  if (same !== undefined) return same
  const { page, pages, size } = choosePage(asked, total)
  const stored = await listPeopleActs(db, { limit: size, offset: (page - 1) * size })
  const lines = stored.flatMap((one) => lineOf(one) ?? [])
  return await respond(c, {
    title: titleOfPage(wording().moderation.title, page),
    page: <SiteModerationPage {...{ topics, lines, total, page, pages }} />,
  })
}

/** As much of it as everybody is told. */
function lineOf(stored: StoredPeopleAct): PeopleLine | undefined {
  const { id, at, actor: by, subject, what, why } = stored
  const act = parsePeopleAct(what, subject)
  if (act === undefined) return undefined
  const role = roleAfter(stored, act)
  const name = isNamedIn(act, role) ? subject : undefined
  const { nameLeftOut } = wording().moderation
  const told = why === null || name !== undefined ? why : withoutName(why, subject, nameLeftOut)
  return { id, at, by, act, name, role, why: told ?? undefined }
}

/** The role somebody had once this was done: what a later change was from, else what it is now. */
function roleAfter(
  { later, roleNow }: StoredPeopleAct,
  act: NonNullable<ReturnType<typeof parsePeopleAct>>,
): Role {
  if (act.did === 'role') return act.to
  for (const { what, subject } of later) {
    const next = parsePeopleAct(what, subject)
    if (next?.did === 'role') return next.from
  }
  return roleNow
}
