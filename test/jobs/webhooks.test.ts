import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { type Db, connect } from '#db/connect.ts'
import { revisionRow } from '#db/queries/revisions.ts'
import { disableWebhook, insertTest, listWebhooks } from '#db/queries/webhooks.ts'
import { takeDelivery } from '#db/queries/webhook-deliveries.ts'
import { encodeId, paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anAccount } from '#test/support/an-account.ts'
import { anApp, later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inDatabase } from '#test/support/global-setup.ts'
import { changeClaim, idOf, review, withdraw } from '#test/support/following.ts'
import {
  type Heard,
  SECRET,
  aWebhook,
  anEar,
  answering,
  deliveriesIn,
  jobAt,
  onlyTo,
  tell,
} from '#test/support/telling.ts'
import { serveRaw, serveWeb } from '#test/support/web-server.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A dispute on record, and an editor who has it told to one address. */
async function aTold(db: Db, url: string) {
  const id = await imported(db)
  const { accountId } = await anAccount(db, { name: 'Edith', role: 'editor' })
  return { id, accountId, webhookId: await aWebhook(db, { url, accountId }) }
}

const isSigned = ({ headers, body }: Heard): boolean => {
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
  const content = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
  const expected = createHmac('sha256', key).update(content).digest('base64')
  return headers['webhook-signature'] === `v1,${expected}`
}

const correct = async (db: Db, n: number) =>
  await changeClaim(db, 'only', { statement: `Said ${n}.` }, later(n))

describe('a webhook', () => {
  test('is told what happens from its beginning, once each, in order, signed', async ({ db }) => {
    const { heard, server, url } = await anEar()
    const { id } = await aTold(db, url)
    const { accountId } = await anAccount(db, { name: 'Rosa' })
    const job = jobAt(db, later(9), onlyTo(server))
    await tell(job)
    expect(heard).toEqual([])
    await correct(db, 1)
    await review(db, id('strikes'), { accountId, verdict: 'conflict', now: later(2) })
    await withdraw(db, 'border-a', { now: later(3) })
    await tell(job)
    await tell(job)
    expect(heard.map(({ type }) => type)).toEqual([
      'claim.corrected',
      'contradiction.settled',
      'claim.withdrawn',
      'contradiction.resolved',
    ])
    expect(heard.filter(isSigned)).toHaveLength(4)
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
    expect(heard[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-timestamp': String(later(9).getTime() / 1000),
    })
    const claim = await idOf(db, 'claim', 'only')
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({
      type: 'claim.corrected',
      timestamp: later(1).toISOString(),
      data: {
        topic: { slug: 'strait', url: 'https://gainsay.example/t/strait' },
        item: { id: `https://gainsay.example/c/${encodeId(claim)}#v2` },
      },
    })
    const all = await deliveriesIn(db)
    expect(all.map((d) => [d.attempts, d.next_attempt_at, d.delivered_at])).toEqual(
      Array.from({ length: 4 }, () => [1, null, later(9)]),
    )
  })

  test('is told the same as an item of the JSON Feed says', async ({ db }) => {
    const { heard, server, url } = await anEar()
    const { id } = await aTold(db, url)
    const { accountId } = await anAccount(db, { name: 'Rosa' })
    await correct(db, 1)
    await withdraw(db, 'every', { now: later(2) })
    await review(db, id('months'), { accountId, verdict: 'tension', now: later(3) })
    await tell(jobAt(db, later(9), onlyTo(server), { origin: 'http://localhost' }))
    const answer = await anApp({ db }).app.request(paths.topicFeed('strait', 'json'))
    const { items } = (await answer.json()) as { items: { id: string; date_modified: string }[] }
    const told = heard.map(({ body }) => JSON.parse(body) as { data: { item: { id: string } } })
    expect(told).toHaveLength(4)
    for (const { data } of told) {
      const { date_modified: _, ...item } =
        items.find(({ id: it }) => it === data.item.id) ?? never()
      expect(data.item).toEqual(item)
    }
  })

  test('is told only the events that it asks for, of its own topic', async ({ db }) => {
    const { heard, server, url } = await anEar()
    const { accountId } = await aTold(db, 'https://192.0.2.1/')
    await db.deleteFrom('webhook').execute()
    await aWebhook(db, { url, accountId, events: ['claim.withdrawn', 'claim.put_back'] })
    await db
      .insertInto('topic')
      .values({
        slug: 'other',
        title: 'Other',
        summary: null,
        visibility: 'public',
        created_at: noon,
        changed_at: noon,
      })
      .execute()
    await aWebhook(db, { url, accountId, topicId: await idOf(db, 'topic', 'other') })
    await correct(db, 1)
    await withdraw(db, 'only', { now: later(2) })
    await withdraw(db, 'only', { withdraw: false, now: later(3) })
    await tell(jobAt(db, later(9), onlyTo(server)))
    expect(heard.map(({ type }) => type)).toEqual(['claim.withdrawn', 'claim.put_back'])
  })

  test('of what was reopened before it was told says no verdict', async ({ db }) => {
    const { heard, server, url } = await anEar()
    const { id } = await aTold(db, url)
    const { accountId } = await anAccount(db, { name: 'Rosa' })
    const x = id('strikes')
    const reason = 'different scope'
    await review(db, x, { accountId, verdict: 'no conflict', reason, now: later(1) })
    await review(db, x, { accountId, verdict: 'cannot tell', now: later(2) })
    await tell(jobAt(db, later(9), onlyTo(server)))
    expect(heard.map(({ type }) => type)).toEqual([
      'contradiction.settled',
      'contradiction.reopened',
    ])
    for (const hidden of ['scope', 'ismissed', 'annot tell', 'no conflict', 'Rosa'])
      expect(heard.map(({ body }) => body).join()).not.toContain(hidden)
  })

  test('is told nothing that its owner may not be told any more', async ({ db }) => {
    const { heard, server, url } = await anEar()
    const { accountId } = await aTold(db, url)
    const job = jobAt(db, later(9), onlyTo(server))
    const states = [
      async () => await db.updateTable('account').set({ role: 'reviewer' }).execute(),
      async () =>
        await db.updateTable('account').set({ role: 'editor', disabled_at: noon }).execute(),
      async () => {
        await db.updateTable('account').set({ disabled_at: null }).execute()
        await db.updateTable('topic').set({ visibility: 'private' }).execute()
      },
    ]
    let minute = 0
    for (const change of states) {
      await correct(db, ++minute)
      const { id } = await db.selectFrom('webhook').select('id').executeTakeFirstOrThrow()
      await insertTest(db, { id, accountId, key: `test ${minute}`, now: noon })
      await change()
      await tell(job)
      const noted = await deliveriesIn(db)
      expect(noted.filter((d) => d.key === `test ${minute}`)).toMatchObject(
        [{ next_attempt_at: null, delivered_at: null, last_error: /It was not sent/ }].map((d) => ({
          ...d,
          last_error: expect.stringMatching(d.last_error) as string,
        })),
      )
    }
    expect(heard).toEqual([])
    const { disabled_at: before } = await db
      .selectFrom('webhook')
      .select('disabled_at')
      .executeTakeFirstOrThrow()
    expect(before).toBeNull()
  })

  test('that is disabled is told nothing more', async ({ db }) => {
    const { heard, server, url } = await anEar()
    const { accountId, webhookId } = await aTold(db, url)
    await correct(db, 1)
    await disableWebhook(db, { id: webhookId, accountId, now: later(2) })
    await tell(jobAt(db, later(9), onlyTo(server)))
    expect(heard).toEqual([])
  })
})

describe('a delivery that fails', () => {
  test('is tried eight times in all, later and later, with the same id', async ({ db }) => {
    const { heard, server, url } = await anEar(answering(500))
    const { accountId } = await aTold(db, url)
    await correct(db, 1)
    let now = later(2)
    const waited: number[] = []
    for (;;) {
      await tell(jobAt(db, now, onlyTo(server)))
      // A moment before it is due nothing is sent.
      const [delivery] = await deliveriesIn(db)
      if (delivery === undefined || delivery.next_attempt_at === null) break
      const before = heard.length
      await tell(jobAt(db, new Date(delivery.next_attempt_at.getTime() - 1), onlyTo(server)))
      expect(heard.length).toBe(before)
      waited.push(delivery.next_attempt_at.getTime() - now.getTime())
      now = delivery.next_attempt_at
    }
    expect(heard).toHaveLength(8)
    expect(waited).toEqual([...waited].sort((a, b) => a - b))
    expect(now.getTime() - later(2).getTime()).toBeGreaterThan(0.8 * DAY_MS)
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(heard.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(8)
    expect(heard.every(isSigned)).toBe(true)
    const [webhook] = await listWebhooks(db, accountId, 10)
    expect(webhook).toMatchObject({
      lastStatus: 'paper.test answered 500 (Internal Server Error).',
      deliveries: [{ attempts: 8, deliveredAt: null, nextAttemptAt: null }],
    })
  })

  test('and is taken at the second attempt is told once more and no more', async ({ db }) => {
    const { heard, server, url } = await anEar((answer, before) =>
      answer.writeHead(before === 0 ? 503 : 200).end(),
    )
    await aTold(db, url)
    await correct(db, 1)
    await tell(jobAt(db, later(2), onlyTo(server)))
    await tell(jobAt(db, later(3), onlyTo(server)))
    await tell(jobAt(db, later(60), onlyTo(server)))
    expect(heard).toHaveLength(2)
    expect(await deliveriesIn(db)).toMatchObject([
      { attempts: 2, delivered_at: later(3), last_error: null },
    ])
  })

  test('with 410 disables the webhook at once', async ({ db }) => {
    const { heard, server, url } = await anEar(answering(410))
    const { accountId } = await aTold(db, url)
    await correct(db, 1)
    await correct(db, 2)
    await tell(jobAt(db, later(3), onlyTo(server)))
    await tell(jobAt(db, later(3 + 24 * 60), onlyTo(server)))
    expect(heard).toHaveLength(1)
    const [webhook] = await listWebhooks(db, accountId, 10)
    expect(webhook).toMatchObject({
      disabledAt: later(3),
      lastStatus: expect.stringContaining('410'),
    })
  })

  const reasonOf = async (db: Db, send: Parameters<typeof jobAt>[2], now = later(2)) => {
    await tell(jobAt(db, now, send))
    const [delivery] = await deliveriesIn(db)
    expect(delivery).toMatchObject({ delivered_at: null, attempts: 1 })
    return delivery?.last_error
  }

  test('by redirecting is not followed', async ({ db }) => {
    const other = await anEar()
    const { heard, server, url } = await anEar(answering(308, { Location: other.url }))
    await aTold(db, url)
    await correct(db, 1)
    const send = onlyTo(server)
    const allowed = [...(send.allowed ?? []), `127.0.0.1:${other.server.port}`]
    expect(await reasonOf(db, { ...send, allowed })).toBe(
      'paper.test answered 308 (Permanent Redirect). Redirects are not followed.',
    )
    expect([heard.length, other.server.connections.length]).toEqual([1, 0])
  })

  test('by silence is given up after its time', async ({ db }) => {
    const { server, url } = await anEar(() => {})
    await aTold(db, url)
    await correct(db, 1)
    expect(await reasonOf(db, { ...onlyTo(server), milliseconds: 300 })).toBe(
      'paper.test did not answer within 0.3 seconds.',
    )
  })

  test('because its name is looked up for ever is given up after its time', async ({ db }) => {
    const { server, url } = await anEar()
    await aTold(db, url)
    await correct(db, 1)
    const resolve = async () => await new Promise<never>(() => {})
    expect(await reasonOf(db, { ...onlyTo(server), resolve, milliseconds: 100 })).toBe(
      'paper.test did not answer within 0.1 seconds.',
    )
  })

  test('for who answers is not told: the certificate has to be valid', async ({ db }) => {
    const { heard, server, url } = await anEar()
    await aTold(db, url)
    await correct(db, 1)
    expect(await reasonOf(db, { ...onlyTo(server), ca: undefined })).toMatch(
      /^The certificate of paper\.test is not valid/,
    )
    expect(heard).toEqual([])
  })

  test('because what answers is no web server is told as that', async ({ db }) => {
    const { port } = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH\r\n'))
    await aTold(db, `https://paper.test:${port}/`)
    await correct(db, 1)
    const reason = await reasonOf(db, onlyTo({ port, connections: [] }))
    expect(reason).toMatch(/^paper\.test (cannot be reached|does not answer)/)
    expect(reason).not.toMatch(/EPROTO|ssl|\d+\.\d+\.\d+/)
  })
})

describe('nothing is sent', () => {
  const refused = async (db: Db, url: string, send: Parameters<typeof jobAt>[2]) => {
    await db.deleteFrom('webhook').execute()
    const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const id = await aWebhook(db, { url, accountId })
    await insertTest(db, { id, accountId, key: 'test', now: noon })
    await tell(jobAt(db, later(1), send))
    const [delivery] = await deliveriesIn(db)
    return delivery?.last_error
  }

  test('into a private network, however it is written and whatever its name leads to', async ({
    db,
  }) => {
    await anAccount(db, { name: 'Edith', role: 'owner' })
    await imported(db)
    const { port, connections } = await serveWeb((_request, answer) => answer.end())
    const resolve = async () => ['127.0.0.1']
    for (const host of ['paper.test', '127.0.0.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])
      for (const at of ['', ':443', ':80'])
        expect(await refused(db, `https://${host}${at}/`, { resolve }), host).toBe(
          'This address points into a private network.',
        )
    const mixed = async () => ['8.8.8.8', '10.0.0.1']
    expect(await refused(db, 'https://paper.test/', { resolve: mixed })).toMatch(/private/)
    expect(await refused(db, `https://paper.test:${port}/`, { resolve })).toMatch(/web ports/)
    expect(connections).toEqual([])
  })

  test('without TLS, with a password, or to whom the operator has not named', async ({ db }) => {
    await anAccount(db, { name: 'Edith', role: 'owner' })
    await imported(db)
    expect(await refused(db, 'http://paper.test/', {})).toMatch(/begins with https/)
    expect(await refused(db, 'https://me:secret@paper.test/', {})).toMatch(/user name/)
    const hosts = ['example.org']
    for (const url of [
      'https://paper.test/',
      'https://badexample.org/',
      'https://example.org.test/',
    ])
      expect(await refused(db, url, { hosts })).toMatch(
        /^Nothing is sent to .*only to example\.org/,
      )
  })
})

describe('an answer', () => {
  test('without an end is read to 4 KB and no further', async ({ db }) => {
    let sent = 0
    const chunk = 'x'.repeat(1024)
    const { server, url } = await anEar((answer) => {
      answer.writeHead(200)
      const more = (): void => {
        while (!answer.destroyed && answer.write(chunk)) sent += chunk.length
      }
      answer.on('drain', more)
      more()
    })
    await aTold(db, url)
    await correct(db, 1)
    await tell(jobAt(db, later(2), onlyTo(server)))
    expect(await deliveriesIn(db)).toMatchObject([{ delivered_at: later(2) }])
    // What the sockets and TLS hold of it on the way is all there is.
    expect(sent).toBeLessThan(32 * 1024 * 1024)
  })

  test('that breaks off after its status counts as that status', async ({ db }) => {
    const { server, url } = await anEar((answer) => {
      answer.writeHead(200, { 'Content-Length': '100' }).write('x')
      setTimeout(() => answer.destroy(), 20)
    })
    await aTold(db, url)
    await correct(db, 1)
    await tell(jobAt(db, later(2), onlyTo(server)))
    expect(await deliveriesIn(db)).toMatchObject([{ delivered_at: later(2) }])
  })
})

describe('two processes at once', () => {
  test('tell each thing once', async ({ db }) => {
    const { heard, server, url } = await anEar((answer) => setTimeout(() => answer.end(), 5))
    const { accountId } = await aTold(db, url)
    for (let i = 0; i < 3; i++) await aWebhook(db, { url, accountId })
    for (let n = 1; n <= 6; n++) await correct(db, n)
    const other = connect({ url: await urlOf(db) })
    const job = jobAt(db, later(9), onlyTo(server))
    for (let round = 0; round < 4; round++)
      await Promise.all([tell(job), tell({ ...job, db: other.db }), tell(job)])
    await other.close()
    expect(heard).toHaveLength(24)
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(24)
    expect((await deliveriesIn(db)).every((d) => d.attempts === 1)).toBe(true)
  })

  test('of which one was killed while it sent: the other tells it again, under the same id', async ({
    db,
  }) => {
    const { heard, server, url } = await anEar()
    await aTold(db, url)
    await correct(db, 1)
    // It sends, and is gone before it can note that.
    const now = (): Date => {
      if (heard.length > 0) throw new Error('killed')
      return later(2)
    }
    await expect(tell(jobAt(db, later(2), onlyTo(server), { now }))).rejects.toThrow('killed')
    expect(heard).toHaveLength(1)
    await tell(jobAt(db, new Date(later(2).getTime() + 59_000), onlyTo(server)))
    expect(heard).toHaveLength(1)
    await tell(jobAt(db, new Date(later(2).getTime() + 60_000), onlyTo(server)))
    expect(heard).toHaveLength(2)
    expect(heard[1]?.headers['webhook-id']).toBe(heard[0]?.headers['webhook-id'])
    expect(await deliveriesIn(db)).toMatchObject([{ attempts: 2, next_attempt_at: null }])
  })

  test('give up what ends the program each time', async ({ db }) => {
    const { heard, server, url } = await anEar()
    await aTold(db, url)
    await correct(db, 1)
    await tell(jobAt(db, later(1), {}), { isStopping: () => true, cut: AbortSignal.abort() })
    await db.updateTable('webhook_delivery').set({ attempts: 8 }).execute()
    await tell(jobAt(db, later(2), onlyTo(server)))
    expect(heard).toEqual([])
    expect(await deliveriesIn(db)).toMatchObject([{ next_attempt_at: null, delivered_at: null }])
  })

  test('never take what the other is sending', async ({ db }) => {
    await aTold(db, 'https://paper.test/')
    await correct(db, 1)
    await correct(db, 2)
    await tell(jobAt(db, later(3), {}), { isStopping: () => true, cut: AbortSignal.abort() })
    const take = { now: later(4), busyUntil: later(5) }
    const taken = await Promise.all(
      Array.from({ length: 5 }, async () => await takeDelivery(db, take)),
    )
    expect(taken.filter((d) => d !== undefined)).toHaveLength(1)
  })
})

describe('what is committed late', () => {
  test('is told although later numbers were told before', async ({ db }) => {
    const { heard, server, url } = await anEar()
    await aTold(db, url)
    const job = jobAt(db, later(9), onlyTo(server))
    const slow = connect({ url: await urlOf(db) })
    const started = deferred()
    const goOn = deferred()
    const late = slow.db.transaction().execute(async (trx) => {
      await rewrite(trx, 'six', 'Late.')
      started.resolve()
      await goOn.promise
      await raise(trx)
    })
    await started.promise
    const changed = await revisionOf(db, 'only', 'Early.')
    await tell(job)
    expect(heard).toHaveLength(1)
    goOn.resolve()
    await late
    await slow.close()
    await tell(job)
    expect(heard).toHaveLength(2)
    const [early, lately] = (await deliveriesIn(db)).map((d) => Number(d.key.split(' ')[1]))
    expect(early).toBe(changed)
    expect(lately).toBeLessThan(changed)
  })

  test('is told within an hour of what was under way, however often is looked', async ({ db }) => {
    const { heard, server, url } = await anEar()
    await aTold(db, url)
    const slow = connect({ url: await urlOf(db) })
    const started = deferred()
    const goOn = deferred()
    const late = slow.db.transaction().execute(async (trx) => {
      await rewrite(trx, 'six', 'Late.')
      started.resolve()
      await goOn.promise
      await raise(trx)
    })
    await started.promise
    for (let n = 1; n <= 5; n++) {
      await revisionOf(db, 'only', `Early ${n}.`)
      await tell(jobAt(db, later(n * 11), onlyTo(server)))
    }
    goOn.resolve()
    await late
    await slow.close()
    await tell(jobAt(db, later(56), onlyTo(server)))
    expect(heard).toHaveLength(6)
    // Long after, what was told is neither looked at nor told again.
    for (let hour = 2; hour < 6; hour++) {
      await revisionOf(db, 'only', `Hour ${hour}.`)
      await tell(jobAt(db, later(hour * 61), onlyTo(server)))
    }
    expect(heard).toHaveLength(10)
    const { from_revision: from } = await db
      .selectFrom('webhook')
      .select('from_revision')
      .executeTakeFirstOrThrow()
    expect(from).toBeGreaterThan(revisionsOf(await deliveriesIn(db))[5] ?? never())
  })
})

const revisionsOf = (deliveries: readonly { key: string }[]): number[] =>
  deliveries.filter((d) => d.key.startsWith('claim')).map((d) => Number(d.key.split(' ')[1]))

/** Write a revision of a claim. @returns its id */
async function rewrite(db: Db, slug: string, why: string): Promise<number> {
  const last = await db
    .selectFrom('revision')
    .selectAll()
    .where('slug', '=', slug)
    .where('entity', '=', 'claim')
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
  const row = revisionRow(
    {
      topicId: last.topic_id,
      entity: last.entity,
      madeAt: last.made_at,
      madeBy: last.made_by,
      accountId: last.account_id ?? undefined,
      why,
    },
    { slug, version: last.version + 1, before: last.after, after: last.after },
  )
  const { id } = await db
    .insertInto('revision')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function revisionOf(db: Db, slug: string, why: string): Promise<number> {
  const id = await rewrite(db, slug, why)
  await raise(db)
  return id
}

/** As every change of a topic does before it is committed. */
const raise = async (db: Db) =>
  await db
    .updateTable('topic')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute()

/** A promise to keep later. */
function deferred() {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve: () => resolve() }
}

async function urlOf(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return inDatabase(inject('serverUrl'), rows[0]?.name ?? '')
}

const never = (): never => {
  throw new Error('It is not there.')
}
