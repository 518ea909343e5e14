import { describe, expect } from 'vitest'
import { createSignInLink } from '#server/actions/create-sign-in-link.ts'
import { paths } from '#server/paths.ts'
import { test } from '#test/support/database.ts'
import { aForm, anApp, noon, signedIn } from '#test/support/app.ts'

const after = (ms: number) => new Date(noon.getTime() + ms)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const isSignedIn = async (app: ReturnType<typeof anApp>['app'], Cookie: string) =>
  (await (await app.request(paths.help, { headers: { Cookie } })).text()).includes('Sign out')

describe('signing in', () => {
  test('a link signs in once, then says that it was used and how to get another', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const { token } = await createSignInLink(db, noon)
    const first = await app.request(paths.signIn(token))
    expect([first.status, first.headers.get('Location')]).toEqual([303, '/'])
    const second = await app.request(paths.signIn(token))
    expect(second.status).toBe(410)
    expect(await second.text()).toContain('npm start')
  })

  test('of ten requests with one link at once, one signs in', async ({ db }) => {
    const { app } = anApp({ db })
    const { token } = await createSignInLink(db, noon)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => app.request(paths.signIn(token))),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  test('a link ends after 30 minutes', async ({ db }) => {
    const { token } = await createSignInLink(db, noon)
    const { app } = anApp({ db, now: () => after(30 * MINUTE) })
    expect((await app.request(paths.signIn(token))).status).toBe(410)
  })

  test('a link checker that sends HEAD does not spend the link', async ({ db }) => {
    const { app } = anApp({ db })
    const { token } = await createSignInLink(db, noon)
    await app.request(paths.signIn(token), { method: 'HEAD' })
    expect((await app.request(paths.signIn(token))).status).toBe(303)
  })

  test('the owner is one account, however many links are made', async ({ db }) => {
    await Promise.all([
      createSignInLink(db, noon),
      createSignInLink(db, noon),
      createSignInLink(db, noon),
    ])
    expect(await db.selectFrom('account').select('role').execute()).toEqual([{ role: 'owner' }])
  })

  test('neither the link nor the session can be read out of the database or the log', async ({
    db,
  }) => {
    const { app, lines } = anApp({ db })
    const { token } = await createSignInLink(db, noon)
    const answer = await app.request(paths.signIn(token))
    const cookie = /sid=([^;]+)/.exec(answer.headers.get('Set-Cookie') ?? '')?.[1] ?? ''
    expect(cookie).toHaveLength(43)
    const stored = JSON.stringify([
      await db.selectFrom('session').selectAll().execute(),
      await db.selectFrom('sign_in_link').selectAll().execute(),
      lines,
    ])
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(cookie)
  })
})

describe('the cookie', () => {
  test('on http it is a plain one that still reaches localhost', async ({ db }) => {
    const { app } = anApp({ db })
    const { token } = await createSignInLink(db, noon)
    const cookie = (await app.request(paths.signIn(token))).headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^sid=[\w-]{43}; /)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toContain('Path=/')
    expect(cookie).not.toContain('Secure')
  })

  test('on https it is Secure and bound to the host', async ({ db }) => {
    const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
    const { token } = await createSignInLink(db, noon)
    const cookie =
      (await app.request(`https://gainsay.example${paths.signIn(token)}`)).headers.get(
        'Set-Cookie',
      ) ?? ''
    expect(cookie).toMatch(/^__Host-sid=/)
    expect(cookie).toContain('Secure')
    expect(cookie).not.toContain('Domain')
  })
})

describe('a session', () => {
  test('ends after 14 days without use', async ({ db }) => {
    const { Cookie } = await signedIn(anApp({ db }).app, db)
    expect(await isSignedIn(anApp({ db, now: () => after(14 * DAY - MINUTE) }).app, Cookie)).toBe(
      true,
    )
    expect(await isSignedIn(anApp({ db, now: () => after(29 * DAY) }).app, Cookie)).toBe(false)
  })

  test('ends after 30 days however much it is used', async ({ db }) => {
    const { Cookie } = await signedIn(anApp({ db }).app, db)
    for (const days of [10, 20, 29]) {
      expect(await isSignedIn(anApp({ db, now: () => after(days * DAY) }).app, Cookie)).toBe(true)
    }
    expect(await isSignedIn(anApp({ db, now: () => after(30 * DAY) }).app, Cookie)).toBe(false)
  })

  test('ends at once when its account is disabled', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    await db.updateTable('account').set({ disabled_at: noon }).execute()
    expect(await isSignedIn(app, Cookie)).toBe(false)
  })

  test('ends by signing out, which also empties what the browser kept', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie, csrf } = await signedIn(app, db)
    const answer = await app.request(paths.signOut, aForm({ csrf }, { Cookie }))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache","storage"')
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0')
    expect(await isSignedIn(app, Cookie)).toBe(false)
  })

  test('cannot be planted beforehand: signing in ends the one that came with the request', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const { token } = await createSignInLink(db, noon)
    const answer = await app.request(paths.signIn(token), { headers: { Cookie } })
    expect(answer.headers.get('Set-Cookie')).not.toContain(Cookie)
    expect(await isSignedIn(app, Cookie)).toBe(false)
  })

  test('cannot be made up', async ({ db }) => {
    const { app } = anApp({ db })
    for (const sid of ['', 'x', 'x'.repeat(43), '../'.repeat(20)])
      expect(await isSignedIn(app, `sid=${sid}`)).toBe(false)
  })

  test('makes every answer no-store', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const answer = await app.request(paths.help, { headers: { Cookie } })
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('ETag')).toBeNull()
  })
})
