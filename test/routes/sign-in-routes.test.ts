import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, cookieOf, csrfOf, later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import {
  email,
  from,
  OTHER_PASSWORD,
  PASSWORD,
  passwordHash,
  signInWith,
} from '#test/support/with-password.ts'

describe('signing in with a password', () => {
  test('begins a session and leads back to where it was needed', async ({ db }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Ana', email, passwordHash })
    const form = aForm({
      email: 'ANA@example.org',
      password: PASSWORD,
      return_to: '/review?queue=open',
    })
    const answer = await app.request(paths.signInForm(), form)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/review?queue=open'])
    const page = await app.request(paths.reviewQueue(), { headers: { Cookie: cookieOf(answer) } })
    expect(page.status).toBe(200)
  })

  test('never leads to another site', async ({ db }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Ana', email, passwordHash })
    for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example/']) {
      const answer = await app.request(
        paths.signInForm(),
        aForm({ email, password: PASSWORD, return_to: evil }),
      )
      expect(answer.headers.get('Location')).toBe('/')
    }
  })

  test('says the same of a wrong password, an unknown address, no password and a disabled account', async ({
    db,
  }) => {
    const { app, lines } = anApp({ db, trustProxy: 1 })
    await anAccount(db, { name: 'Ana', email, passwordHash })
    await anAccount(db, { name: 'Bo', email: 'bo@example.org' })
    const { accountId } = await anAccount(db, {
      name: 'Cy',
      email: 'cy@example.org',
      passwordHash,
    })
    await db.updateTable('account').set({ disabled_at: noon }).where('id', '=', accountId).execute()
    const tries = [
      [email, OTHER_PASSWORD],
      ['nobody@example.org', PASSWORD],
      ['bo@example.org', PASSWORD],
      ['cy@example.org', PASSWORD],
    ] as const
    const bodies = new Set<string>()
    for (const [address, password] of tries) {
      const answer = await signInWith(app, password, from('192.0.2.1'), address)
      expect([answer.status, cookieOf(answer)]).toEqual([422, ''])
      bodies.add((await answer.text()).replaceAll(address, '…'))
    }
    expect(bodies.size).toBe(1)
    expect(lines.filter((l) => l['event'] === 'sign-in failed')).toHaveLength(4)
    expect(JSON.stringify(lines)).not.toContain('example.org')
    expect(JSON.stringify(lines)).not.toContain(PASSWORD)
  })

  test('stops guessing at one account from one network, and keeps its owner in', async ({ db }) => {
    const { app } = anApp({ db, trustProxy: 1 })
    await anAccount(db, { name: 'Ana', email, passwordHash })
    for (let i = 0; i < 5; i++)
      expect((await signInWith(app, OTHER_PASSWORD, from('192.0.2.1'))).status).toBe(422)
    const refused = await signInWith(app, PASSWORD, from('192.0.2.1'))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await refused.text()).toMatch(/Try again in \d+ seconds/)
    // What is written further left is what anybody can write.
    const spoofed = from('198.51.100.9, 192.0.2.1')
    expect((await signInWith(app, PASSWORD, spoofed)).status).toBe(429)
    expect((await signInWith(app, PASSWORD, from('198.51.100.7'))).status).toBe(303)
  })

  test('stops guessing from one network at many accounts; of IPv6 that is a /64', async ({
    db,
  }) => {
    const { app } = anApp({ db, trustProxy: 1 })
    const tryOne = async (i: number) =>
      (
        await signInWith(
          app,
          OTHER_PASSWORD,
          from(`2001:db8:1:1::${i.toString(16)}`),
          `p${i}@example.org`,
        )
      ).status
    const seen: number[] = []
    for (let i = 1; i <= 21; i++) seen.push(await tryOne(i))
    expect(seen.slice(0, 20).every((status) => status === 422)).toBe(true)
    expect(seen[20]).toBe(429)
    expect((await signInWith(app, OTHER_PASSWORD, from('2001:db8:1:2::1'))).status).toBe(422)
  })

  test('counts in the database: another process, or a later start, does not forget; a window does', async ({
    db,
  }) => {
    const one = anApp({ db }).app
    for (let i = 0; i < 5; i++) await signInWith(one, OTHER_PASSWORD)
    expect((await signInWith(anApp({ db }).app, OTHER_PASSWORD)).status).toBe(429)
    const muchLater = anApp({ db, now: () => later(3) }).app
    expect((await signInWith(muchLater, OTHER_PASSWORD)).status).toBe(422)
  })

  test('ignores X-Forwarded-For where no proxy of ours stands in front', async ({ db }) => {
    const { app } = anApp({ db })
    for (let i = 0; i < 5; i++) await signInWith(app, OTHER_PASSWORD, from(`192.0.2.${i}`))
    expect((await signInWith(app, OTHER_PASSWORD, from('192.0.2.99'))).status).toBe(429)
  })

  test('ends the session that the browser came with', async ({ db }) => {
    const { app } = anApp({ db })
    const old = await signedInAs(app, db, { name: 'Bo', role: 'reader' })
    await anAccount(db, { name: 'Ana', email, passwordHash })
    const form = aForm({ email, password: PASSWORD, csrf: old.csrf }, { Cookie: old.Cookie })
    expect((await app.request(paths.signInForm(), form)).status).toBe(303)
    expect(await csrfOf(app, old.Cookie)).toBe('')
  })

  test('cannot be made to happen by another site', async ({ db }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Ana', email, passwordHash })
    const answer = await signInWith(app, PASSWORD, { 'Sec-Fetch-Site': 'cross-site' })
    expect([answer.status, cookieOf(answer)]).toEqual([403, ''])
  })
})
