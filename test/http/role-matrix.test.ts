import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { insertMember } from '#db/queries/members.ts'
import { insertRevisions, listWritten } from '#db/queries/revisions.ts'
import { ROLES, type Role, isAtLeast, may } from '#server/domain/access.ts'
import { encodeId } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aReply } from '#test/support/a-reply.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { matrix } from './role-matrix.ts'

type App = ReturnType<typeof anApp>['app']

const CANARY = 'canary-4f1b'

/**
 * Nobody; each role, none of whom recorded anything; a contributor and a reviewer who recorded the claim
 * and so a part of the contradiction; an owner who was disabled; an editor who is no member of the topic.
 */
const ACTORS = [
  'anonymous',
  ...ROLES,
  'contributor-own',
  'reviewer-conflicted',
  'disabled',
  'stranger',
] as const
type ActorName = (typeof ACTORS)[number]

const roles: Readonly<Partial<Record<ActorName, Role>>> = {
  'contributor-own': 'contributor',
  'reviewer-conflicted': 'reviewer',
  stranger: 'editor',
}

const roleOf = (actor: ActorName): Role | undefined =>
  roles[actor] ?? ROLES.find((role) => role === actor)

const hasRecorded = (actor: ActorName): boolean =>
  actor === 'contributor-own' || actor === 'reviewer-conflicted'

/**
 * What an actor gets at a route about a private topic. Beyond the door stands whatever the request itself
 * lacks, which is neither 401, 403 nor a private topic's 404.
 */
function expected(line: (typeof matrix)[string], actor: ActorName): 401 | 403 | 404 | 'in' {
  const role = roleOf(actor)
  if (line.door !== 'everybody') {
    if (role === undefined) return 401
    if (!may({ accountId: 0, role }, line.door)) return 403
  }
  if (line.isOfTopic !== true) return 'in'
  if (line.isForAllOrNobody === true) return 404
  if (role === undefined || actor === 'stranger') return 404
  if (line.beyond === 'own claim' && !isAtLeast(role, 'editor') && !hasRecorded(actor)) return 403
  return line.beyond === 'not involved' && hasRecorded(actor) ? 403 : 'in'
}

async function aPrivateTown(db: Db) {
  const dispute = aDispute({ visibility: 'private' })
  const full = {
    ...dispute,
    topic: { ...dispute.topic, summary: CANARY },
    searches: [{ party: 'gamma', issue: 'talks', on: '2015-12-20', result: 'none-found' as const }],
  }
  const contradiction = (await imported(db, full))('strikes')
  const claim = await evidenceOf(db, contradiction)
  const { slug } = await db
    .selectFrom('claim')
    .where('id', '=', claim)
    .select('slug')
    .executeTakeFirstOrThrow()
  await imported(db, { ...full, replies: [aReply({ slug: 'r', claim: slug })] })
  const first = async (table: 'topic' | 'issue' | 'party' | 'person' | 'source' | 'claim') =>
    (await db.selectFrom(table).select('id').orderBy('id').executeTakeFirstOrThrow()).id
  return {
    topicId: await first('topic'),
    i: await first('issue'),
    p: await first('party'),
    people: await first('person'),
    s: await first('source'),
    c: claim,
    x: contradiction,
  }
}

/** A claim that bears out the contradiction. */
async function evidenceOf(db: Db, contradiction: number): Promise<number> {
  const { id } = await db
    .selectFrom('claim as c')
    .innerJoin('contradiction as x', (j) => j.onRef('c.side_id', '=', 'x.side_a_id'))
    .where('x.id', '=', contradiction)
    .select('c.id')
    .orderBy('c.id')
    .executeTakeFirstOrThrow()
  return id
}

/** As if this account had recorded the claim, and the reply to it. */
async function record(db: Db, claim: number, accountId: number): Promise<void> {
  await db.updateTable('claim').set({ recorded_by: accountId }).where('id', '=', claim).execute()
  await db.updateTable('reply').set({ recorded_by: accountId }).execute()
  const { topic_id: topicId, slug } = await db
    .selectFrom('claim')
    .where('id', '=', claim)
    .select(['topic_id', 'slug'])
    .executeTakeFirstOrThrow()
  const written = (await listWritten(db, topicId, 'claim', [slug])).get(slug)
  const about = {
    topicId,
    entity: 'claim',
    madeAt: noon,
    madeBy: 'x',
    accountId,
    why: 'x',
  } as const
  const version = (written?.version ?? 0) + 1
  const after = written?.after
  await insertRevisions(db, about, [{ slug, version, before: after, after }])
}

type Town = Awaited<ReturnType<typeof aPrivateTown>>

const TOKEN = 'x'.repeat(43)

/** An address of the route about the private topic's own things. */
function addressOf(path: string, town: Town): string {
  const kind = path.split('/')[1] ?? ''
  // Of accounts, sessions and invitations one that is not there: asking must not change who asks.
  const id = kind in town ? encodeId(town[kind as keyof Town]) : '999'
  return path
    .replace(/^\/embed\/(compare|matrix)$/, '/embed/$1?topic=strait')
    .replace('/oembed', `/oembed?url=${encodeURIComponent('http://localhost/t/strait/compare')}`)
    .replace('/embed/x/:id', `/embed/x/${encodeId(town.x)}`)
    .replace('/embed/c/:id', `/embed/c/${encodeId(town.c)}`)
    .replace(/^\/feeds\/.*/, '/feeds/topic/strait.atom')
    .replace('/follows/:of/:name', '/follows/topic/strait')
    .replace('/erasures/:of/:name', `/erasures/claim/${encodeId(town.c)}`)
    .replace(':file{[^/]+\\.md}', `${id}.md`)
    .replace(':file{[^/]+\\.jsonld}', `${id}.jsonld`)
    .replace(':file{[^/]+\\.json}', `${id}.json`)
    .replace(':topic', 'strait')
    .replace(':id', id)
    .replace(':version', '1')
    .replace('/s/:id/diff/:span', `/s/${id}/diff/1..2`)
    .replace(':span', '1..1')
    .replace(':search', encodeURIComponent('gamma talks 2015-12-20'))
    .replace(':reply', encodeId(1))
    .replace(':review', encodeId(1))
    .replace(':account', '999')
    .replace(':token', TOKEN)
}

async function enter(app: App, db: Db, town: Town, actor: ActorName): Promise<Asker> {
  if (actor === 'anonymous') return { Cookie: '', csrf: '' }
  const role = roleOf(actor) ?? 'owner'
  const signed = await signedInAs(app, db, { name: `Somebody ${actor}`, role })
  const { accountId } = signed
  const member = { topicId: town.topicId, accountId, addedBy: accountId, now: noon }
  if (actor !== 'stranger') await insertMember(db, member)
  if (hasRecorded(actor)) await record(db, town.c, accountId)
  if (actor === 'disabled')
    await db.updateTable('account').set({ disabled_at: noon }).where('id', '=', accountId).execute()
  return signed
}

interface Asker {
  readonly Cookie: string
  readonly csrf: string
}

async function ask(app: App, route: string, who: Asker, town: Town, accept: string) {
  const [method = '', path = ''] = route.split(' ')
  const headers = { Accept: accept, ...(who.Cookie === '' ? {} : { Cookie: who.Cookie }) }
  const init =
    method === 'GET' ? { headers } : aForm(who.csrf === '' ? {} : { csrf: who.csrf }, headers)
  return await app.request(addressOf(path, town), init)
}

const routesOf = (app: App): string[] => {
  const all = app.routes
    .filter((r) => r.method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/^\/assets\/.*/, '/assets/*')}`)
  return [...new Set(all)].sort()
}

/** Things that the town does not have, or that are only there for public topics. */
const isMissing = new Set([
  'GET /t/:topic/dossier.json',
  'GET /s/:id/diff/:span',
  'POST /x/:id/reviews/:review/undo',
  'POST /t/:topic/members/:account/remove',
])

/** What is wrong with an answer, or undefined. */
function faultOf(route: string, answer: Response, text: string, want: ReturnType<typeof expected>) {
  if (answer.status >= 500) return `${answer.status}`
  if (want !== 'in' && text.includes(CANARY)) return `${answer.status}, and tells what is private`
  const mayBe404 = matrix[route]?.isOfTopic !== true || isMissing.has(route)
  const isIn = ![401, 403].includes(answer.status) && (answer.status !== 404 || mayBe404)
  return (want === 'in' ? isIn : answer.status === want)
    ? undefined
    : `${answer.status}, not ${want}`
}

describe('the matrix of roles and routes', () => {
  test('has a line for each route, and no other', ({ db }) => {
    expect(routesOf(anApp({ db }).app)).toEqual(Object.keys(matrix).sort())
  })

  for (const actor of ACTORS)
    test(`holds for ${actor}`, { timeout: 60_000 }, async ({ db }) => {
      const { app } = anApp({ db })
      const town = await aPrivateTown(db)
      const asker = await enter(app, db, town, actor)
      const faults: string[] = []
      // Signing out comes last: it ends what the others need.
      const routes = Object.keys(matrix).sort(
        (a, b) => Number(a === SIGN_OUT) - Number(b === SIGN_OUT),
      )
      for (const route of routes)
        for (const accept of route === SIGN_OUT
          ? ['text/html']
          : ['text/html', 'application/json']) {
          const answer = await ask(app, route, asker, town, accept)
          const want = expected(matrix[route] ?? { door: 'manage people' }, actor)
          const fault = faultOf(route, answer, await answer.text(), want)
          if (fault !== undefined) faults.push(`${route} (${accept}): ${fault}`)
        }
      expect(faults).toEqual([])
    })
})

const SIGN_OUT = 'POST /sign-out'
