import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Deps } from '#server/http/context.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, later } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { changeClaim } from '#test/support/following.ts'
import { faultsOf } from '#test/support/html.ts'
import { anEar, aWebhook, deliveriesIn, jobAt, onlyTo, tell } from '#test/support/telling.ts'

const anywhere = {}

const url = 'https://hooks.example.org/gainsay'

async function anEditor(db: Db, webhooks: Deps['webhooks']) {
  await imported(db)
  const { app, lines } = anApp({ db, webhooks })
  const who = await signedInAs(app, db, { name: 'Edith', role: 'editor' })
  const ask = async (path: string, fields?: Record<string, string>): Promise<[number, string]> => {
    const headers = { Cookie: who.Cookie }
    const init = fields === undefined ? { headers } : aForm({ csrf: who.csrf, ...fields }, headers)
    const answer = await app.request(path, init)
    return [answer.status, await answer.text()]
  }
  return { app, lines, who, ask }
}

describe('webhooks', () => {
  test('are added with a secret that is shown once, signs what is sent, and is not logged', async ({
    db,
  }) => {
    const { heard, server, url: ear } = await anEar()
    const { allowed } = onlyTo(server)
    const { ask, lines } = await anEditor(db, { allowed })
    const [status, page] = await ask(paths.webhooks, { topic: 'strait', url: ear })
    expect(status).toBe(200)
    expect(await faultsOf(page)).toEqual([])
    const secret = /whsec_[A-Za-z0-9+/]{43}=/.exec(page)?.[0]
    expect(secret).toBeDefined()
    const [, again] = await ask(paths.webhooks)
    expect(again).toContain(ear)
    expect(again).not.toContain('whsec_A')
    expect(again).not.toContain(secret)
    expect(JSON.stringify(lines)).not.toContain(secret)
    const { secret: kept } = await db
      .selectFrom('webhook')
      .select('secret')
      .executeTakeFirstOrThrow()
    expect(kept).toBe(secret)
    await changeClaim(db, 'only', { statement: 'One.' }, later(1))
    await tell(jobAt(db, later(2), onlyTo(server)))
    expect(heard.map(({ type }) => type)).toEqual(['claim.corrected'])
    const [, shown] = await ask(paths.webhooks)
    expect(shown).toContain('Claim corrected')
    expect(shown).toContain('Delivered')
    expect(await faultsOf(shown)).toEqual([])
  })

  test('are refused with what is wrong with each field', async ({ db }) => {
    const { ask } = await anEditor(db, { hosts: ['example.org'] })
    const cases: [Record<string, string>, string][] = [
      [{ topic: 'strait', url: 'http://hooks.example.org/' }, 'begins with https://'],
      [{ topic: 'strait', url: 'https://127.0.0.1/' }, 'private network'],
      [{ topic: 'strait', url: 'https://[::ffff:10.0.0.1]/' }, 'private network'],
      [{ topic: 'strait', url: 'https://hooks.example.org:8443/' }, 'usual web ports'],
      [{ topic: 'strait', url: 'https://other.example/' }, 'only to example.org'],
      [{ topic: 'strait', url: '' }, 'Enter the address'],
      [{ topic: 'nowhere', url }, 'Choose a topic'],
      [{ url }, 'Choose a topic'],
      [{ topic: 'strait', url, events: 'claim.eaten' }, 'Choose from the list'],
    ]
    for (const [fields, says] of cases) {
      const [status, page] = await ask(paths.webhooks, fields)
      expect([status, page.includes(says)], says).toEqual([422, true])
      if (fields['url'] !== undefined) expect(page).toContain(`value="${fields['url']}"`)
    }
    expect(await db.selectFrom('webhook').select('id').execute()).toEqual([])
    expect((await ask(paths.webhooks, { topic: 'strait', url }))[0]).toBe(200)
  })

  test('of a topic that one may not see cannot be added', async ({ db }) => {
    const { ask } = await anEditor(db, anywhere)
    await imported(db, aDispute({ visibility: 'private', slug: 'hidden' }))
    const [status, page] = await ask(paths.webhooks, { topic: 'hidden', url })
    expect([status, page.includes('Choose a topic')]).toEqual([422, true])
    expect(page).not.toContain('value="hidden"')
  })

  test('can be added only where the operator lets something be sent; the page says so', async ({
    db,
  }) => {
    const { ask } = await anEditor(db, undefined)
    const [, page] = await ask(paths.webhooks)
    expect(page).toContain('WEBHOOKS_TO')
    expect(page).not.toContain('Add the webhook')
    const [status, refused] = await ask(paths.webhooks, { topic: 'strait', url })
    expect([status, refused.includes('Nothing is sent from here')]).toEqual([422, true])
  })

  test('are tried, disabled and removed by whoever added them, and by nobody else', async ({
    db,
  }) => {
    const { app, ask, who } = await anEditor(db, anywhere)
    const own = { id: await aWebhook(db, { url, accountId: who.accountId }) }
    const other = await signedInAs(app, db, { name: 'Olga', role: 'owner' })
    for (const path of [paths.testWebhook, paths.disableWebhook, paths.removeWebhook]) {
      const form = aForm({ csrf: other.csrf }, { Cookie: other.Cookie })
      expect((await app.request(path(own), form)).status).toBe(404)
    }
    expect((await ask(paths.testWebhook(own), {}))[0]).toBe(303)
    expect(await deliveriesIn(db)).toMatchObject([
      { attempts: 0, next_attempt_at: expect.any(Date) },
    ])
    expect((await ask(`${paths.webhooks}?saved=test`))[1]).toContain('A test is on its way')
    expect((await ask(paths.disableWebhook(own), {}))[0]).toBe(303)
    expect((await ask(paths.testWebhook(own), {}))[0]).toBe(404)
    const [, page] = await ask(paths.webhooks)
    expect(page).toContain('(disabled)')
    expect(page).not.toContain('Send a test')
    expect((await ask(paths.removeWebhook(own), {}))[0]).toBe(303)
    expect(await deliveriesIn(db)).toEqual([])
  })

  test('are at most 20 for one account', async ({ db }) => {
    const { ask, who } = await anEditor(db, anywhere)
    for (let i = 0; i < 20; i++) await aWebhook(db, { url, accountId: who.accountId })
    const [status, page] = await ask(paths.webhooks, { topic: 'strait', url })
    expect([status, page.includes('as many webhooks')]).toEqual([409, true])
    expect(await db.selectFrom('webhook').select('id').execute()).toHaveLength(20)
  })

  test('are tried no more than 30 times in an hour', async ({ db }) => {
    const { ask, who } = await anEditor(db, anywhere)
    const own = { id: await aWebhook(db, { url, accountId: who.accountId }) }
    for (let i = 0; i < 30; i++) expect((await ask(paths.testWebhook(own), {}))[0]).toBe(303)
    expect((await ask(paths.testWebhook(own), {}))[0]).toBe(429)
  })

  test('show each state of a delivery in words', async ({ db }) => {
    const { ask, who } = await anEditor(db, anywhere)
    const id = await aWebhook(db, { url, accountId: who.accountId })
    const row = { webhook_id: id, event: 'contradiction.put_back', noted_at: later(0) }
    await db
      .insertInto('webhook_delivery')
      .values([
        { ...row, event: 'test', key: 'a', next_attempt_at: later(1) },
        {
          ...row,
          event: 'test',
          key: 'b',
          attempts: 2,
          next_attempt_at: later(1),
          last_error: 'B.',
        },
        { ...row, event: 'test', key: 'c', attempts: 8, last_error: 'C.' },
        { ...row, event: 'test', key: 'd', attempts: 3, delivered_at: later(2) },
      ])
      .execute()
    const [, page] = await ask(paths.webhooks)
    const text = page.replaceAll(/<[^>]+>/g, '')
    for (const words of [
      'Waiting',
      '2 attempts, the next 24 November 2026, 12:01 UTC. B.',
      'Not delivered. C.',
      'Delivered 24 November 2026, 12:02 UTC, at attempt 3',
    ])
      expect(text).toContain(words)
  })
})
