import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findNewestVersion, findVersion, listVersions } from '#db/queries/restoration.ts'
import { NoVersionPage, type VersionedThing, VersionsPage } from '#views/history/versions-page.tsx'
import { wording } from '#views/words/wording.ts'
import { Refusal } from '../domain/errors.ts'
import type { RestorableEntity } from '../domain/restoration.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { refuseProgram } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { describeDifference } from './history-items.ts'
import { type Restorable, findRestorable, listedAt } from './restorable.ts'

/** Two versions of anything that has some, compared: which fields differ, and who changed them. */

const BASES = {
  claim: '/c/:id/diff',
  issue: '/i/:id/diff',
  party: '/p/:id/diff',
  person: '/people/:id/diff',
  // Below /s/:id/diff are the captured texts, which have versions of their own.
  source: '/s/:id/history/diff',
  topic: '/t/:topic/diff',
  search: '/t/:topic/searches/:search/diff',
} as const satisfies Record<RestorableEntity, string>

const number = z.coerce.number('Give the number of a version.').int().min(1).max(999_999_999)

const chosen = validQuery(z.object({ from: number.optional(), to: number.optional() }))

/** As many versions between two as are listed; the history has the rest. */
const MOST_MADE = 50

/** What changed from one version of a thing to another, and the way there from a form. */
export const versionRoutes = ({ db }: Deps) =>
  (Object.keys(BASES) as RestorableEntity[]).reduce(
    (routes, entity) =>
      routes
        .get(
          BASES[entity],
          chosen,
          async (c) => await goToChosen(c, db, entity, c.req.valid('query')),
        )
        .get(`${BASES[entity]}/:span`, async (c) => await show(c, db, entity)),
    new Hono<AppEnv>(),
  )

interface Chosen {
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** From the form: the address of what was chosen, the newest change where nothing was. */
async function goToChosen(
  c: AppContext,
  db: Db,
  entity: RestorableEntity,
  { from, to }: Chosen,
): Promise<Response> {
  const { of, thing } = await open(c, db, entity)
  const last = to ?? thing.newest
  const first = from ?? Math.max(1, last - 1)
  return c.redirect(addressOf(of, first, last), 302)
}

/** The earlier version first, whichever was named first. */
const addressOf = ({ history }: Restorable, a: number, b: number): string =>
  paths.versionChanges(history, Math.min(a, b), Math.max(a, b))

async function open(c: AppContext, db: Db, entity: RestorableEntity) {
  const of = await findRestorable[entity](db, c)
  const newest = await findNewestVersion(db, of)
  if (newest === undefined) throw new Refusal('not-found')
  const { label, href, history } = of
  const thing: VersionedThing = {
    entity,
    label,
    href,
    history,
    listedAt: listedAt(of),
    newest: newest.version,
  }
  return { of, thing }
}

/** @returns undefined where it names no two versions */
function readSpan(span: string): { from: number; to: number } | undefined {
  const [, from, to] = /^([1-9]\d{0,8})\.\.([1-9]\d{0,8})$/.exec(span) ?? []
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) }
}

async function show(c: AppContext, db: Db, entity: RestorableEntity): Promise<Response> {
  const { of, thing } = await open(c, db, entity)
  const span = readSpan(c.req.param('span') ?? '')
  if (span === undefined) return await answerNone(c, of, thing)
  const { from, to } = span
  if (from > to) return c.redirect(addressOf(of, from, to), 302)
  const same = answerUnchanged(c, [of.topic.version])
  if (same !== undefined) return same
  const before = await findVersion(db, of, from)
  const after = await findVersion(db, of, to)
  if (before === undefined || after === undefined) return await answerNone(c, of, thing)
  const forms = { before: before.form, after: after.form }
  const changes = await describeDifference(db, of.topicId, entity, forms)
  const made = await listVersions(db, of, { after: from, upTo: to, most: MOST_MADE })
  return await respond(c, {
    title: wording().versions.titleOf(from, to, of.label),
    topic: of.topic,
    crumbs: of.crumbs,
    page: <VersionsPage {...{ thing, from, to, changes, made }} />,
  })
}

/** There is the thing but not the version: the page says which there are. */
async function answerNone(
  c: AppContext,
  { topic, crumbs }: Restorable,
  thing: VersionedThing,
): Promise<Response> {
  refuseProgram(c, 'not-found', `Its newest version is ${thing.newest}.`)
  return await respond(c, {
    title: wording().versions.noneTitle,
    topic,
    crumbs,
    status: 404,
    page: <NoVersionPage thing={thing} />,
  })
}
