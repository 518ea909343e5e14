import { sql } from 'kysely'
import { afterAll, describe, expect, inject } from 'vitest'
import { type Connection, type Db, connect } from '#db/connect.ts'
import { type App, anApp } from '#test/support/app.ts'
import { emptyDatabase, listEverything, test } from '#test/support/database.ts'
import { inDatabase } from '#test/support/global-setup.ts'
import {
  type DisputeToChange,
  type Sent,
  openDispute,
  secretsIn,
  sendTo,
  unsafeRoutes,
} from '#test/support/unsafe-routes.ts'
import { matrix } from './role-matrix.ts'

/** Every route that changes something, sent again (promises T4). A route without a line fails. */

const unsafe = Object.keys(matrix).filter((route) => !route.startsWith('GET '))

/** Counted each time that something is sent, and what the keys themselves are kept in. */
const BESIDE = ['attempt', 'idempotency_key', 'passkey_challenge']

const KEY = 'b0e9f1c2-7c58-4f0e-9d1c-3a52f8b7c901'

/** A second process at the same database, opened when first asked for. */
let other: Connection | undefined
async function anotherProcess(db: Db): Promise<App> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = inDatabase(inject('serverUrl'), rows[0]?.name ?? '')
  other ??= connect({ url, maxConnections: 4 })
  return anApp({ db: other.db, webhooks: {} }).app
}
afterAll(async () => await other?.close())

/** The same dispute from the beginning, and the request that the route is asked with. */
async function begin(db: Db, route: string): Promise<{ to: DisputeToChange; sent: Asked }> {
  await emptyDatabase(db)
  const to = await openDispute(db)
  const line = unsafeRoutes[route]
  if (line === undefined || line === 'changes nothing') throw new Error(`${route} has no request`)
  return { to, sent: { by: to.owner, ...(await line.ask(to)) } }
}

type Asked = Sent & Required<Pick<Sent, 'by'>>

interface Told {
  readonly status: number
  readonly location: string | null
  readonly secrets: number
  readonly text: string
}

async function told(answer: Response): Promise<Told> {
  const text = await answer.text()
  return {
    status: answer.status,
    location: answer.headers.get('Location'),
    secrets: secretsIn(answer, text).length,
    text: text.replaceAll(/<[^>]+>/g, ' '),
  }
}

/** Were all told what one alone is told, or where that is handed over once, all but one that it was? */
function expectSame(all: readonly Told[], alone: Told, isOnce: boolean): void {
  const of = ({ status, location }: Told) => [status, location]
  if (!isOnce) return expect(all.map(of)).toEqual(all.map(() => of(alone)))
  const [first, ...others] = all.toSorted((a, b) => b.secrets - a.secrets)
  expect([first && of(first), first?.secrets]).toEqual([of(alone), alone.secrets])
  for (const { text, ...one } of others) {
    expect(one).toEqual({ status: 200, location: null, secrets: 0 })
    expect(text).toMatch(/it was done on\s+24 November 2026, 12:00 UTC.*shown only once/s)
  }
}

const acting = Object.entries(unsafeRoutes).filter(
  ([, line]) => line !== 'changes nothing' && line.isAsking !== true,
)

describe('every route that changes something', () => {
  test('has a line', () => {
    expect(Object.keys(unsafeRoutes).sort()).toEqual([...unsafe].sort())
  })

  for (const [route, line] of acting)
    test(`${route}, sent at once and again, is done once`, { timeout: 30_000 }, async ({ db }) => {
      if (line === 'changes nothing') return
      const single = await begin(db, route)
      const without = await listEverything(db, BESIDE)
      const alone = await told(await sendTo(single.to.app, single.sent))
      const expected = await listEverything(db, BESIDE)
      expect(alone.status).toBeLessThan(400)
      // What changes nothing could be done any number of times.
      expect(expected).not.toEqual(without)

      const { to, sent } = await begin(db, route)
      const elsewhere = line.isOfOneProcess === true ? to.app : await anotherProcess(db)
      const pair = await Promise.all([
        sendTo(to.app, sent, KEY).then(told),
        sendTo(elsewhere, sent, KEY).then(told),
      ])
      const all = [...pair, await told(await sendTo(elsewhere, sent, KEY))]
      expect(await listEverything(db, BESIDE)).toEqual(expected)
      expectSame(all, alone, line.isOnce === true)

      const changed = { ...sent, fields: { ...sent.fields, extra: '1' } }
      const asJson = { Accept: 'application/json' }
      const refused = await told(await sendTo(to.app, changed, KEY, asJson))
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('"key_reused"')])
      expect(await listEverything(db, BESIDE)).toEqual(expected)
    })

  for (const [route, line] of Object.entries(unsafeRoutes))
    if (line !== 'changes nothing' && line.isAsking === true)
      test(`${route} answers each time anew and uses no key up`, async ({ db }) => {
        const { to, sent } = await begin(db, route)
        const answers = [await sendTo(to.app, sent, KEY), await sendTo(to.app, sent, KEY)]
        const challenges = await Promise.all(
          answers.map(async (answer) => ((await answer.json()) as { challenge: string }).challenge),
        )
        expect(new Set(challenges).size).toBe(2)
        expect(await db.selectFrom('idempotency_key').selectAll().execute()).toEqual([])
      })
})
