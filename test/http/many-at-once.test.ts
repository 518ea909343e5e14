import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, inject } from 'vitest'
import { connect, type Db } from '#db/connect.ts'
import { findSeen } from '#db/queries/reviews.ts'
import type { DossierClaim } from '#server/domain/dossier.ts'
import { reviewerKey, statusOf, toReview } from '#server/domain/recorded-contradiction.ts'
import { DISMISSAL_REASONS } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import { fieldsOfClaim } from '#test/support/a-claim-form.ts'
import { imported } from '#test/support/a-dispute.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp } from '#test/support/app.ts'
import { aDatabase, test } from '#test/support/database.ts'
import { manyContradictions } from '#test/support/many-contradictions.ts'
import { type Dice, SEED, diceOf } from '#test/support/seeded.ts'

/**
 * Many people at the same things at once (promises T3): `CLIENTS=64 SECONDS=300` for the long run; by
 * itself as many as CI can afford. What a client is told is held against what is on record afterwards.
 */
const CLIENTS = Number(process.env['CLIENTS'] ?? 16)
const SECONDS = Number(process.env['SECONDS'] ?? 8)

const ISSUES = 6

type App = ReturnType<typeof anApp>['app']

interface Client {
  readonly name: string
  readonly Cookie: string
  readonly csrf: string
  readonly accountId: number
  readonly dice: Dice
}

/** What a client was told of something it sent. */
interface Told {
  readonly what: 'edit' | 'review' | 'settle'
  readonly thing: number
  /** The statement of an edit, the note of a review, the reasons of an editor: each unlike any other. */
  readonly mark: string
  /** What the form was rendered from. */
  readonly from: string
  readonly status: number
  readonly accountId: number
}

const OK = 303

/** Refused for good: stale, not settled by reviewers who differ, or something the sender had a part in. */
const REFUSED = new Set([403, 409])

/** Nobody knows: overloaded (see promises, T13). It may or may not be on record, once at most. */
const UNKNOWN = 503

async function editClaim(app: App, client: Client, claim: number, mark: string): Promise<Told> {
  const path = paths.editClaim({ id: claim })
  const page = await (await app.request(path, { headers: { Cookie: client.Cookie } })).text()
  const fields = fieldsOfClaim(page)
  // Others open the same form meanwhile.
  await sleep(client.dice.int(20))
  const sent = { ...fields, csrf: client.csrf, statement: mark, why: 'At once' }
  const { status } = await app.request(path, aForm(sent, { Cookie: client.Cookie }))
  const from = fields['version'] ?? ''
  return { what: 'edit', thing: claim, mark, from, status, accountId: client.accountId }
}

async function decide(
  db: Db,
  app: App,
  client: Client,
  given: { what: 'review' | 'settle'; thing: number; fields: Record<string, string>; mark: string },
): Promise<Told> {
  const { what, thing, fields, mark } = given
  const seen = (await findSeen(db, thing)) ?? ''
  await sleep(client.dice.int(20))
  const path = what === 'review' ? paths.reviews({ id: thing }) : paths.adjudicate({ id: thing })
  const sent = aForm({ csrf: client.csrf, seen, ...fields }, { Cookie: client.Cookie })
  const { status } = await app.request(path, sent)
  return { what, thing, mark, from: seen, status, accountId: client.accountId }
}

const anyVerdict = ({ pick, chance }: Dice): Record<string, string> =>
  chance(0.4)
    ? { dismiss: pick(DISMISSAL_REASONS) }
    : { verdict: pick(['conflict', 'tension', 'cannot tell']) }

async function actOnce(
  { db, app, claims, contradictions }: Field,
  client: Client,
  mark: string,
): Promise<Told> {
  const { dice } = client
  if (client.name.startsWith('Writer')) return await editClaim(app, client, dice.pick(claims), mark)
  const thing = dice.pick(contradictions)
  if (client.name.startsWith('Editor') && dice.chance(0.7)) {
    const reason = dice.pick(DISMISSAL_REASONS)
    const outcome = dice.pick(['conflict', 'no conflict', 'none of these'])
    return await decide(db, app, client, {
      what: 'settle',
      thing,
      fields: { outcome, reason, why: mark },
      mark,
    })
  }
  const fields = { ...anyVerdict(dice), note: mark }
  return await decide(db, app, client, { what: 'review', thing, fields, mark })
}

interface Field {
  readonly db: Db
  readonly app: App
  readonly claims: readonly number[]
  readonly contradictions: readonly number[]
}

/** Everybody at it until the time is over. @returns what each was told, in no order */
async function runAll(field: Field, clients: readonly Client[]): Promise<Told[]> {
  const until = Date.now() + SECONDS * 1000
  const told: Told[] = []
  const work = async (client: Client): Promise<void> => {
    for (let i = 0; Date.now() < until; i++)
      told.push(await actOnce(field, client, `${client.name} says ${i}`))
  }
  await Promise.all(clients.map(work))
  return told
}

const idsOf = async (db: Db, table: 'claim' | 'contradiction'): Promise<number[]> =>
  (await db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)

const nameOf = (i: number): string => `${['Writer', 'Reviewer', 'Reviewer', 'Editor'][i % 4]} ${i}`

async function aField(db: Db): Promise<{ field: Field; clients: Client[] }> {
  const dossier = manyContradictions(ISSUES)
  await imported(db, { ...dossier, topic: { ...dossier.topic, reviewsToSettle: 2 } })
  const { app } = anApp({ db, now: () => new Date() })
  const clients: Client[] = []
  for (let i = 0; i < CLIENTS; i++) {
    const name = nameOf(i)
    const role = name.startsWith('Reviewer') ? 'reviewer' : 'editor'
    const signed = await signedInAs(app, db, { name, role, now: new Date() })
    clients.push({ ...signed, name, dice: diceOf(SEED + i) })
  }
  const [claims, contradictions] = [await idsOf(db, 'claim'), await idsOf(db, 'contradiction')]
  return { field: { db, app, claims, contradictions }, clients }
}

/** How often each mark of these is on record. */
const timesOf = (marks: readonly (string | null | undefined)[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  for (const mark of marks) if (mark) times.set(mark, (times.get(mark) ?? 0) + 1)
  return times
}

/** Whatever was told against whatever is there; empty where they agree. */
function faultsOf(told: readonly Told[], times: ReadonlyMap<string, number>): string[] {
  return told.flatMap(({ mark, status, what, thing }) => {
    const n = times.get(mark) ?? 0
    const fits =
      status === OK ? n === 1 : REFUSED.has(status) ? n === 0 : status === UNKNOWN && n <= 1
    return fits ? [] : [`${what} of ${thing}, told ${status}: ${n} times on record`]
  })
}

/** Revisions of each claim are one chain: versions 1 to n, each beginning where the last one ended. */
async function listForks(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('revision')
    .where('entity', '=', 'claim')
    .select(['slug', 'version', 'before', 'after'])
    .orderBy('slug')
    .orderBy('version')
    .execute()
  return rows.flatMap((row, i) => {
    const last = rows[i - 1]?.slug === row.slug ? rows[i - 1] : undefined
    const follows =
      row.version === (last?.version ?? 0) + 1 &&
      JSON.stringify(row.before ?? null) === JSON.stringify(last?.after ?? null)
    return follows ? [] : [`${row.slug}, version ${row.version}`]
  })
}

/** Contradictions whose log forks, whose status is not what was decided, or that were decided twice. */
async function listMisjudged(db: Db): Promise<string[]> {
  const faults: string[] = []
  for (const x of await db.selectFrom('contradiction').selectAll().orderBy('id').execute()) {
    const events = await db
      .selectFrom('contradiction_event')
      .where('contradiction_id', '=', x.id)
      .selectAll()
      .orderBy('id')
      .execute()
    for (const [i, event] of events.entries())
      if (event.from_status !== (events[i - 1]?.to_status ?? null))
        faults.push(`${x.id}: event ${i} begins at ${event.from_status}`)
    const last = events.at(-1)
    if (last?.to_status !== x.status)
      faults.push(`${x.id} is ${x.status}, its log ${last?.to_status}`)
    const reviews = await db
      .selectFrom('review')
      .where('contradiction_id', '=', x.id)
      .where('replaced_at', 'is', null)
      .selectAll()
      .orderBy('id')
      .execute()
    const held = reviews.map((r) =>
      toReview({
        ...r,
        accountId: r.account_id,
        reviewedAt: r.reviewed_at,
        replacedAt: r.replaced_at,
      }),
    )
    if (
      new Set(reviews.map((r) => reviewerKey({ accountId: r.account_id, reviewer: r.reviewer })))
        .size !== held.length
    )
      faults.push(`${x.id}: somebody holds two reviews`)
    const isAdjudicated = last?.is_adjudication === true && x.settled_at !== null
    const expected = isAdjudicated ? x.status : statusOf(held, { needed: 2 })
    if (expected !== x.status)
      faults.push(`${x.id} is ${x.status}, its reviews come to ${expected}`)
  }
  return faults
}

/** Reviews of pairs of which their reviewer had changed a claim before. */
async function countSelfReviews(db: Db): Promise<number> {
  const rows = await db
    .selectFrom('review as v')
    .innerJoin('contradiction as x', 'x.id', 'v.contradiction_id')
    .innerJoin('claim as c', (j) =>
      j.on((eb) =>
        eb.or([
          eb('c.side_id', '=', eb.ref('x.side_a_id')),
          eb('c.side_id', '=', eb.ref('x.side_b_id')),
        ]),
      ),
    )
    .innerJoin('revision as r', (j) =>
      j.onRef('r.slug', '=', 'c.slug').onRef('r.account_id', '=', 'v.account_id'),
    )
    .whereRef('r.made_at', '<', 'v.reviewed_at')
    .select('v.id')
    .execute()
  return rows.length
}

/** Decisions that were taken of one version of one contradiction: of those at most one may have won. */
function listDoubleWins(told: readonly Told[]): string[] {
  const won = told.filter(({ what, status }) => what !== 'edit' && status === OK)
  const keys = won.map(({ thing, from }) => `${thing} at ${from}`)
  return [...timesOf(keys)].flatMap(([key, n]) => (n > 1 ? [`${key}: ${n}`] : []))
}

const opened = connect({ url: await aDatabase() })
afterAll(async () => await opened.close())

describe('many people at the same things at once', () => {
  test(
    'lose no edit, fork no history and settle each contradiction once',
    {
      timeout: (SECONDS + 120) * 1000,
    },
    async () => {
      const { db } = opened
      expect(inject('serverUrl')).toBeTypeOf('string')
      const { field, clients } = await aField(db)
      const told = await runAll(field, clients)
      const statements = (
        await db.selectFrom('revision').where('entity', '=', 'claim').select('after').execute()
      ).map(({ after }) => (after as DossierClaim).statement)
      const notes = (await db.selectFrom('review').select('note').execute()).map(({ note }) => note)
      const whys = (
        await db
          .selectFrom('contradiction_event')
          .where('is_adjudication', '=', true)
          .select('why')
          .execute()
      ).map(({ why }) => /(Editor \d+ says \d+)$/.exec(why ?? '')?.[1])

      const of = (what: Told['what']) => told.filter((one) => one.what === what)
      expect(faultsOf(of('edit'), timesOf(statements))).toEqual([])
      expect(faultsOf(of('review'), timesOf(notes))).toEqual([])
      expect(faultsOf(of('settle'), timesOf(whys))).toEqual([])
      expect(listDoubleWins(told)).toEqual([])
      expect(await listForks(db)).toEqual([])
      expect(await listMisjudged(db)).toEqual([])
      expect(await countSelfReviews(db)).toBe(0)

      const count = (what: Told['what'], status: number) =>
        of(what).filter((one) => one.status === status).length
      const figures = (['edit', 'review', 'settle'] as const).map(
        (what) =>
          `${what} ${count(what, OK)} saved, ${count(what, 409)} refused, ${count(what, UNKNOWN)} unknown`,
      )
      console.info(`${CLIENTS} clients, ${SECONDS} s: ${figures.join('; ')}`)
      // Without collisions nothing was tried.
      expect(count('edit', OK)).toBeGreaterThan(0)
      expect(count('edit', 409) + count('review', 409)).toBeGreaterThan(0)
      expect(count('settle', OK)).toBeGreaterThan(0)
    },
  )
})
