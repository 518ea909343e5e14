import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findTold } from '#db/queries/changes.ts'
import { listContradictionsById } from '#db/queries/contradictions.ts'
import { isFollowed, listFollows } from '#db/queries/follows.ts'
import { findInbox, listInbox, saveRead } from '#db/queries/inbox.ts'
import { wording } from '#views/words/wording.ts'
import { headingOf } from '#views/contradiction/sentence.tsx'
import {
  InboxPage,
  type EndedFollow,
  type ShownEntry,
  type ShownFollow,
} from '#views/inbox/inbox-page.tsx'
import { type FieldErrors, noErrors } from '#views/shared/fields.tsx'
import type { Actor } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import { FOLLOWED_KINDS } from '../domain/recorded-changes.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { goTo, respond } from '../http/respond.tsx'
import { accountOf, allow, viewerOf } from '../http/session.ts'
import { validForm } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { findFollowed } from './followed.ts'
import { choosePage, pageQuery, titleOfPage } from './pages.ts'

const ReadForm = z.object({
  until: z.iso.datetime('Say up to which instant. Reload the page and try again.'),
})

/** What happened to what one follows, and what that is. */
export const inboxRoutes = ({ db, now }: Deps) => {
  const show = async (c: AppContext, asked: number | undefined, errors: FieldErrors = noErrors) => {
    const viewer = viewerOf(c)
    const { total, unread, newest, readAt } = await findInbox(db, viewer)
    const { page, pages, size } = choosePage(asked, total)
    const entries = await findEntries(db, viewer, { page, size, readAt })
    return await respond(c, {
      title: titleOfPage(wording().inbox.title, page),
      current: 'inbox',
      hasErrors: errors !== noErrors,
      status: errors === noErrors ? 200 : 422,
      page: (
        <InboxPage
          {...{ viewer, entries, total, unread, newest, page, pages, errors }}
          follows={await findFollows(db, viewer)}
          ended={await findEnded(db, c)}
        />
      ),
    })
  }
  return new Hono<AppEnv>()
    .get(
      '/inbox',
      allow('keep an account'),
      pageQuery,
      async (c) => await show(c, c.req.valid('query').page),
    )
    .post(
      '/inbox',
      allow('keep an account'),
      validForm(ReadForm, async ({ errors }, c) => await show(c, 1, errors)),
      async (c) => {
        const until = new Date(c.req.valid('form').until)
        const latest = now()
        await saveRead(db, accountOf(c), until < latest ? until : latest)
        return goTo(c, paths.inbox())
      },
    )
}

/** What the viewer has stopped following a moment ago, with the way back; what they follow is not told. */
export async function findEnded(db: Db, c: AppContext): Promise<EndedFollow | undefined> {
  const [kind = '', name = ''] = (c.req.query('ended') ?? '').split(' ')
  const of = FOLLOWED_KINDS.find((one) => one === kind)
  if (of === undefined) return undefined
  try {
    const { id, describe } = await findFollowed[of](db, c, name)
    if (await isFollowed(db, { of, id }, accountOf(c))) return undefined
    const path = paths.follow(of, of === 'topic' ? { id, slug: name } : { id })
    return { name: await describe(), path, since: c.req.query('since') ?? '' }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return undefined
  }
}

async function findEntries(
  db: Db,
  viewer: Actor,
  { page, size, readAt }: { page: number; size: number; readAt: Date | null },
): Promise<ShownEntry[]> {
  const entries = await listInbox(db, viewer, { page, size })
  const topics = new Map(entries.map(({ change, topic }) => [change, topic]))
  const told = await findTold(
    db,
    entries.map(({ change }) => change),
  )
  return told.flatMap((one) => {
    const topic = topics.get(one.change)
    const isNew = readAt === null || one.change.at > readAt
    return topic === undefined ? [] : [{ told: one, topic, isNew }]
  })
}

/** What the viewer follows, each in words. */
export async function findFollows(db: Db, viewer: Actor): Promise<ShownFollow[]> {
  const follows = await listFollows(db, viewer)
  const ids = follows.flatMap(({ of, id }) => (of === 'contradiction' ? [id] : []))
  const headings = new Map((await listContradictionsById(db, ids)).map((x) => [x.id, headingOf(x)]))
  return follows.map(({ of, id, slug, name, topicTitle }) => {
    const pieces = name === null ? (headings.get(id) ?? []) : [{ name }]
    return { of, thing: { id, slug: slug ?? undefined }, pieces, topicTitle }
  })
}
