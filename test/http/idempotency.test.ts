import { type Transaction, sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Schema } from '#db/schema.ts'
import { createApp } from '#server/app.tsx'
import { invite } from '#server/actions/invite.ts'
import { createLog } from '#server/http/log.ts'
import { listen } from '#server/listen.ts'
import { paths } from '#server/paths.ts'
import { filledForm, fieldsOfClaim, newClaimAddress, openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { aForm, anApp, later, noon, signedIn } from '#test/support/app.ts'
import { signedInAs } from '#test/support/an-account.ts'
import { aCuttingProxy } from '#test/support/cutting-proxy.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'
import { nobody, openDispute, unsafeRoutes } from '#test/support/unsafe-routes.ts'
import { PASSWORD } from '#test/support/with-password.ts'

const KEY = '8a1d6a3e-2b6f-4a8b-9b0a-0d8f2f6f7b11'
const once = { 'Idempotency-Key': KEY }
const asJson = { ...once, Accept: 'application/json' }
const asPart = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

const claims = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('claim').select('statement').orderBy('id').execute()).map((c) => c.statement)
const keysIn = async (db: Db) => await db.selectFrom('idempotency_key').selectAll().execute()

const of = ({ status, headers }: Response) => [status, headers.get('Location')]

/** The key of the claim's form. */
const keyIn = (page: string): string =>
  /<form class="form claim-form".*?name="once" value="([^"]+)"/s.exec(page)?.[1] ?? ''

describe('a form', () => {
  test('has a key of its own each time that it is made, and readers get none', async ({ db }) => {
    const { app, read } = await openTown(db)
    const keys = [keyIn(await read(newClaimAddress)), keyIn(await read(newClaimAddress))]
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) expect(key).toMatch(/^[\da-f-]{36}$/)
    const all = [...(await read(paths.topic('bridge'))).matchAll(/name="once" value="([^"]+)"/g)]
    expect(new Set(all.map(([, key]) => key)).size).toBe(all.length)
    for (const path of [paths.topic('bridge'), paths.home, paths.signInForm()]) {
      const pages = [await (await app.request(path)).text(), await (await app.request(path)).text()]
      expect(pages[0]).not.toContain('name="once"')
      expect(pages[1]).toBe(pages[0])
    }
  })

  test('that is sent twice is saved once, and leads to the same page', async ({ db }) => {
    const { add, read } = await openTown(db)
    const key = keyIn(await read(newClaimAddress))
    const before = (await claims(db)).length
    const answers = [await add({ once: key }), await add({ once: key })]
    expect(answers.map(of)).toEqual([of(answers[0]!), of(answers[0]!)])
    expect(answers[0]!.status).toBe(303)
    expect((await claims(db)).length).toBe(before + 1)
    const again = await add({ once: key }, asPart)
    expect([again.status, again.headers.get('HX-Redirect')]).toEqual([
      200,
      answers[0]!.headers.get('Location'),
    ])
  })

  test('without a key, from before there were keys, is saved as ever', async ({ db }) => {
    const { add } = await openTown(db)
    const before = (await claims(db)).length
    expect((await add({})).status).toBe(303)
    expect((await claims(db)).length).toBe(before + 1)
    expect(await keysIn(db)).toEqual([])
  })

  test('that was refused can be mended and sent with the same key', async ({ db }) => {
    const { add } = await openTown(db)
    const before = (await claims(db)).length
    expect((await add({ once: KEY, statement: '' })).status).toBe(422)
    expect(await keysIn(db)).toEqual([])
    expect((await add({ once: KEY })).status).toBe(303)
    expect((await claims(db)).length).toBe(before + 1)
  })

  test('that only looks like one on record uses no key up', async ({ db }) => {
    const { add } = await openTown(db)
    await add({})
    const similar = { once: KEY, key: 'c-00000000000b', statement: 'Put otherwise.' }
    expect((await add(similar)).status).toBe(422)
    expect(await keysIn(db)).toEqual([])
    expect((await add({ ...similar, step: 'save-anyway' })).status).toBe(303)
    expect(await claims(db)).toContain('Put otherwise.')
  })

  test('that was changed after it was saved is kept, and can go on as a new one', async ({
    db,
  }) => {
    const { add, send } = await openTown(db)
    await add({ once: KEY })
    const changed = { once: KEY, statement: 'South “wants” a ferry.', said: '2020-01-25' }
    const answer = await add(changed)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain('saved on 24 November 2026, 12:00 UTC')
    expect(await claims(db)).not.toContain(changed.statement)
    const form = /<form class="form" method="post" action="([^"]+)">.*?<\/form>/s.exec(page)
    expect(form?.[1]).toBe(newClaimAddress)
    const { csrf: _, ...fields } = fieldsOfClaim(
      (form?.[0] ?? '').replace('class="form"', 'class="form claim-form"'),
    )
    expect(fields).toMatchObject({ statement: changed.statement, party: 'south' })
    expect(form?.[0].match(/name="once" value="([^"]+)"/g)).toHaveLength(1)
    expect(form?.[0]).not.toContain(KEY)
    const asNew = await send(newClaimAddress, { ...fields, key: 'c-00000000000b' })
    expect(asNew.status).toBe(303)
    expect(await claims(db)).toContain(changed.statement)
  })

  test('with a password is never written into a page', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie, csrf } = await signedIn(app, db)
    const send = async (newPassword: string) =>
      await app.request(paths.changePassword, aForm({ csrf, newPassword, once: KEY }, { Cookie }))
    expect((await send(PASSWORD)).status).toBe(303)
    const refused = await send(`${PASSWORD} more`)
    const page = await refused.text()
    expect([refused.status, page.includes(PASSWORD)]).toEqual([422, false])
    expect(textOf(page)).toContain('Open the page of the form anew')
  })

  test('with two keys, or one that is none, is refused', async ({ db }) => {
    const { add, app } = await openTown(db)
    expect((await add({ once: '' })).status).toBe(400)
    expect((await add({ once: 'é' })).status).toBe(400)
    const { Cookie, csrf } = await signedIn(app, db)
    const body = `csrf=${csrf}&once=a&once=b`
    const headers = {
      Cookie,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/x-www-form-urlencoded',
    }
    const answer = await app.request(paths.profile, { method: 'POST', body, headers })
    expect(answer.status).toBe(400)
  })
})

describe('a key', () => {
  test('is one key with quotation marks and without', async ({ db }) => {
    const { add } = await openTown(db)
    const first = await add({}, once)
    const second = await add({}, { 'Idempotency-Key': `"${KEY}"` })
    expect(of(second)).toEqual(of(first))
    expect(await keysIn(db)).toHaveLength(1)
  })

  test('with other content is refused to programs by its code', async ({ db }) => {
    const { add } = await openTown(db)
    await add({}, asJson)
    const refused = await add({ statement: 'Another.' }, asJson)
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      code: 'key_reused',
      detail: expect.stringContaining('24 November 2026, 12:00 UTC'),
    })
  })

  test('belongs to who sent it and to where it was sent', async ({ db }) => {
    const { app, add, send } = await openTown(db)
    const before = (await claims(db)).length
    await add({}, once)
    const other = await signedInAs(app, db, { name: 'Ana', role: 'contributor' })
    const fields = { ...filledForm, key: 'c-00000000000b', party: 'north', stance: 'affirms' }
    const form = aForm({ csrf: other.csrf, ...fields }, { Cookie: other.Cookie, ...once })
    expect((await app.request(newClaimAddress, form)).status).toBe(303)
    expect((await claims(db)).length).toBe(before + 2)
    const follow = await send('/follows/topic/bridge', {}, once)
    expect(follow.status).toBe(303)
    expect(await keysIn(db)).toHaveLength(3)
  })

  test('is forgotten after a day, and so are others that are older', async ({ db }) => {
    let now = noon
    const { app } = await openDispute(db, { now: () => now })
    const { Cookie, csrf } = await signedIn(app, db)
    const follow = async (path: string, key: string) =>
      await app.request(path, aForm({ csrf }, { Cookie, 'Idempotency-Key': key }))
    const counted = async () => (await db.selectFrom('follow').select('kind').execute()).length
    await follow('/follows/topic/strait', 'one')
    await follow('/follows/topic/strait', 'two')
    await follow('/follows/topic/strait/end', 'three')
    now = later(24 * 60 - 1)
    await follow('/follows/topic/strait', 'one')
    expect(await counted()).toBe(0)
    now = later(24 * 60)
    await follow('/follows/topic/strait', 'one')
    expect(await counted()).toBe(1)
    expect(await keysIn(db)).toMatchObject([{ done_at: now, status: 303 }])
  })

  test('is stored nowhere, nor is what was sent', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie, csrf } = await signedIn(app, db)
    const form = aForm({ csrf, newPassword: PASSWORD }, { Cookie, ...once })
    await app.request(paths.changePassword, form)
    const [row] = await keysIn(db)
    expect(row).toMatchObject({ status: 303, location: `${paths.settings}?saved=password` })
    const stored = JSON.stringify(row)
    for (const secret of [KEY, PASSWORD, paths.changePassword]) expect(stored).not.toContain(secret)
  })
})

type Callback = (trx: Transaction<Schema>) => Promise<unknown>
type Execute = (callback: Callback) => Promise<unknown>

/** The database with another way to run its transactions, and a way to say that it is away. */
function withTransactions(
  db: Db,
  run: (execute: Execute, callback: Callback) => Promise<unknown>,
  isAway = () => false,
): Db {
  return new Proxy(db, {
    get(target, name) {
      if (isAway()) return diedAfterCommit
      if (name !== 'transaction') {
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value
      }
      return () => {
        const builder = target.transaction()
        const execute = builder.execute.bind(builder) as Execute
        return Object.assign(builder, {
          execute: async (callback: Callback) => await run(execute, callback),
        })
      }
    },
  })
}

const diedAfterCommit = (): never => {
  throw new Error('The process died after the commit.')
}

/** From the first commit of a transaction on it answers nothing, as for a process that is dead. */
function diesAfterCommit(db: Db): Db {
  let isDead = false
  return withTransactions(
    db,
    async (execute, callback) => {
      await execute(callback)
      isDead = true
      return diedAfterCommit()
    },
    () => isDead,
  )
}

describe('a process that dies', () => {
  test('between commit and answer has done it: the next is told when, and does nothing', async ({
    db,
  }) => {
    const { app, owner } = await openDispute(db)
    const dying = anApp({ db: diesAfterCommit(db) }).app
    const fields = { csrf: owner.csrf, version: '1', why: 'Misread.' }
    const send = async (to: typeof app, headers = {}) =>
      await to.request(
        paths.withdrawClaim({ id: 1 }),
        aForm(fields, { Cookie: owner.Cookie, ...once, ...headers }),
      )
    expect((await send(dying)).status).toBe(500)
    const withdrawn = async () =>
      await db.selectFrom('revision').where('version', '=', 2).select('slug').execute()
    expect(await withdrawn()).toHaveLength(1)
    const again = await send(app, { Referer: `http://localhost${paths.claim({ id: 1 })}` })
    const page = await again.text()
    expect(again.status).toBe(200)
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain('it was done on 24 November 2026, 12:00 UTC')
    expect(page).toContain(`href="${paths.claim({ id: 1 })}"`)
    expect(await (await send(app, { Accept: 'application/json' })).json()).toMatchObject({
      doneAt: noon.toISOString(),
    })
    expect((await send(app, asPart)).headers.get('HX-Refresh')).toBe('true')
    expect(await withdrawn()).toHaveLength(1)
  })

  test('before the commit has done nothing, and the next does it', async ({ db }) => {
    const { app, owner } = await openDispute(db)
    const fields = { csrf: owner.csrf, version: '1', why: 'Misread.' }
    const send = async () =>
      await app.request(
        paths.withdrawClaim({ id: 1 }),
        aForm(fields, { Cookie: owner.Cookie, ...once }),
      )
    // Fails as the last thing of the transaction, when it commits.
    await db.schema
      .alterTable('claim')
      .addCheckConstraint('planted', sql`withdrawn_reason is null`)
      .execute()
    try {
      expect((await send()).status).toBeGreaterThanOrEqual(400)
    } finally {
      await db.schema.alterTable('claim').dropConstraint('planted').execute()
    }
    expect(await keysIn(db)).toEqual([])
    expect((await send()).status).toBe(303)
  })
})

describe('an answer that is lost on the way', () => {
  for (const route of ['POST /t/:topic/claims/new', 'POST /x/:id/reviews', 'POST /join/:token'])
    test(`does not make ${route} happen twice`, async ({ db }) => {
      const to = await openDispute(db)
      const line = unsafeRoutes[route]
      if (line === undefined || line === 'changes nothing') throw new Error(route)
      const { path, fields, by = to.owner } = await line.ask(to)
      const log = createLog('error', () => {})
      const make = () => createApp({ db, now: () => noon, log, build: 'test' })
      const { origin, drain } = await listen(make, { host: '127.0.0.1', port: 0 })
      const proxy = await aCuttingProxy(origin, 1)
      const send = async () =>
        await fetch(proxy.origin + path, {
          ...aForm(by === nobody ? fields : { csrf: by.csrf, ...fields }, {
            'Sec-Fetch-Site': 'same-origin',
            Connection: 'close',
            ...(by === nobody ? {} : { Cookie: by.Cookie }),
            ...once,
          }),
          redirect: 'manual',
        })
      const counts = async () =>
        await Promise.all(
          (['claim', 'revision', 'review', 'account', 'session', 'people_event'] as const).map(
            async (table) => (await db.selectFrom(table).selectAll().execute()).length,
          ),
        )
      const before = await counts()
      await expect(send()).rejects.toThrow('fetch failed')
      expect(proxy.cut()).toBe(1)
      const [kept] = await keysIn(db)
      const done = await counts()
      expect(done).not.toEqual(before)
      const again = await send()
      expect(of(again)).toEqual([kept?.status, kept?.location])
      if (by === nobody) expect(await again.text()).toContain('sign in')
      else expect(again.status).toBe(303)
      expect(await counts()).toEqual(done)
      await proxy.close()
      await drain()
    })
})

describe('two that are sent at once', () => {
  const IN_PROGRESS = [409, expect.stringContaining('"in_progress"')]
  const toldBy = async (answer: Response) => [answer.status, await answer.text()]

  test('where the first takes long, do not both run: the second is told to wait', async ({
    db,
  }) => {
    const { promise, resolve } = deferred()
    let fetched = 0
    const fetchDocument = async () => {
      fetched++
      await promise
      return { bytes: Buffer.from('They talked.'), name: 'a.txt', url: 'https://paper.example/a' }
    }
    const { app, owner } = await openDispute(db, { fetchDocument })
    const send = async () => {
      const fields = { csrf: owner.csrf, step: 'fetch', address: 'https://paper.example/a' }
      const form = aForm(fields, { Cookie: owner.Cookie, ...once, Accept: 'application/json' })
      return await app.request(paths.newSource('strait'), form)
    }
    const first = send()
    expect(await toldBy(await send())).toEqual(IN_PROGRESS)
    resolve()
    expect((await first).status).toBe(200)
    expect(fetched).toBe(1)
  })

  test('to two processes, the second waits for the first until it has waited enough', async ({
    db,
  }) => {
    const { app, owner } = await openDispute(db)
    const [reached, gate] = [deferred(), deferred()]
    const slow = anApp({
      db: withTransactions(db, async (execute, callback) => {
        return await execute(async (trx) => {
          await callback(trx)
          reached.resolve()
          await gate.promise
        })
      }),
    }).app
    const send = async (to: typeof app) =>
      await to.request(
        paths.withdrawClaim({ id: 1 }),
        aForm({ csrf: owner.csrf, version: '1', why: 'x' }, { Cookie: owner.Cookie, ...asJson }),
      )
    const first = send(slow)
    await reached.promise
    expect(await toldBy(await send(app))).toEqual(IN_PROGRESS)
    gate.resolve()
    await first
    expect(of(await send(app))).toEqual([
      303,
      `${paths.claim({ id: 1, slug: 'only' })}?saved=withdrawn`,
    ])
    expect(
      await db.selectFrom('revision').where('version', '=', 2).select('id').execute(),
    ).toHaveLength(1)
  })

  test('by someone who was invited make one account', async ({ db }) => {
    const { app } = anApp({ db })
    const { accountId } = await signedInAs(app, db, { name: 'Olive', role: 'owner' })
    const by = { accountId, name: 'Olive', now: noon }
    const { token } = await invite(db, { role: 'reader', note: undefined, by })
    const page = await (await app.request(paths.join(token))).text()
    const key = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const fields = { name: 'Dee', email: 'dee@example.org', newPassword: PASSWORD, once: key }
    const form = () => {
      const body = new URLSearchParams(fields).toString()
      return {
        ...aForm({}),
        body,
        headers: {
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': String(body.length),
        },
      }
    }
    const answers = await Promise.all([
      app.request(paths.join(token), form()),
      app.request(paths.join(token), form()),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 200])
    expect(textOf(await answers[1].text())).toContain('sign in')
  })
})

const deferred = () => {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
