import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import {
  type App,
  type Session,
  aForm,
  anApp,
  cookieOf,
  csrfOf,
  later,
  noon,
  signedIn,
} from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import {
  email,
  OTHER_PASSWORD,
  PASSWORD,
  passwordHash,
  signInWith,
} from '#test/support/with-password.ts'

describe('one’s own account', () => {
  const enter = async (app: App) => {
    const Cookie = cookieOf(await signInWith(app, PASSWORD))
    return { Cookie, csrf: await csrfOf(app, Cookie) }
  }
  const post = async (app: App, who: Session, path: string, fields: Record<string, string> = {}) =>
    await app.request(path, aForm({ csrf: who.csrf, ...fields }, { Cookie: who.Cookie }))

  test('a new password needs the one in use, and ends every other session', async ({ db }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Ana', email, passwordHash })
    const [here, there] = [await enter(app), await enter(app)]
    const wrong = { currentPassword: OTHER_PASSWORD, newPassword: OTHER_PASSWORD }
    expect((await post(app, here, paths.changePassword, wrong)).status).toBe(422)
    const right = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD }
    expect((await post(app, here, paths.changePassword, right)).status).toBe(303)
    expect(await csrfOf(app, there.Cookie)).toBe('')
    expect(await csrfOf(app, here.Cookie)).not.toBe('')
    expect((await signInWith(app, PASSWORD)).status).toBe(422)
    expect((await signInWith(app, OTHER_PASSWORD)).status).toBe(303)
  })

  test('whoever came by a link sets a password without one', async ({ db }) => {
    const { app } = anApp({ db })
    const owner = await signedIn(app, db)
    const name = { name: 'Olga Oak', email: 'olga@example.org' }
    expect((await post(app, owner, paths.profile, name)).status).toBe(303)
    expect((await post(app, owner, paths.changePassword, { newPassword: PASSWORD })).status).toBe(
      303,
    )
    expect((await signInWith(app, PASSWORD, {}, 'olga@example.org')).status).toBe(303)
  })

  test('what could take it over asks for the password after 15 minutes, keeps what was typed, and goes on', async ({
    db,
  }) => {
    await anAccount(db, { name: 'Ana', email, passwordHash, role: 'editor' })
    const who = await enter(anApp({ db }).app)
    const { app } = anApp({ db, now: () => later(16) })
    const asked = await post(app, who, paths.people, { role: 'reader', note: 'Bo & <b>' })
    const page = await asked.text()
    expect([asked.status, page.includes('Confirm that it is you')]).toEqual([403, true])
    expect(page).toContain('name="note" value="Bo &amp; &lt;b&gt;"')
    const fields = { role: 'reader', note: 'Bo' }
    const wrong = await post(app, who, paths.people, { ...fields, confirmPassword: OTHER_PASSWORD })
    expect(wrong.status).toBe(422)
    const right = await post(app, who, paths.people, { ...fields, confirmPassword: PASSWORD })
    expect(await right.text()).toMatch(/\/join\/[\w-]{43}/)
    expect((await post(app, who, paths.people, fields)).status).toBe(200)
    expect(await db.selectFrom('invitation').select('note').execute()).toHaveLength(2)
  })

  test('guessing at it from a stolen session ends soon', async ({ db }) => {
    await anAccount(db, { name: 'Ana', email, passwordHash })
    const who = await enter(anApp({ db }).app)
    const { app } = anApp({ db, now: () => later(16) })
    const guess = { currentPassword: OTHER_PASSWORD, newPassword: OTHER_PASSWORD }
    for (let i = 0; i < 5; i++) await post(app, who, paths.changePassword, guess)
    expect((await post(app, who, paths.changePassword, guess)).status).toBe(429)
  })

  test('shows where it is signed in, and ends one session or all others', async ({ db }) => {
    const { app } = anApp({ db })
    const { accountId } = await anAccount(db, { name: 'Ana', email, passwordHash })
    const [here, there, third] = [await enter(app), await enter(app), await enter(app)]
    const page = await (
      await app.request(paths.settings, { headers: { Cookie: here.Cookie } })
    ).text()
    expect(page.match(/End this session/g)).toHaveLength(2)
    const rows = await db
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute()
    await post(app, here, paths.endSession({ id: rows[1]?.id ?? 0 }))
    expect([
      (await csrfOf(app, there.Cookie)) === '',
      (await csrfOf(app, third.Cookie)) === '',
    ]).toEqual([true, false])
    await post(app, here, paths.endOtherSessions)
    expect([
      (await csrfOf(app, third.Cookie)) === '',
      (await csrfOf(app, here.Cookie)) === '',
    ]).toEqual([true, false])
    const stranger = await signedInAs(app, db, { name: 'Bo', role: 'owner' })
    expect((await post(app, stranger, paths.endSession({ id: rows[0]?.id ?? 0 }))).status).toBe(404)
  })
})

describe('a token for programs', () => {
  const make = async (app: App, who: Session, scopes: string[]) => {
    const body = new URLSearchParams([
      ['csrf', who.csrf],
      ['tokenName', 'Nightly import'],
      ['days', '30'],
      ...scopes.map((scope) => ['scopes', scope]),
    ])
    const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: who.Cookie }
    const page = await (
      await app.request(paths.apiTokens, { method: 'POST', body, headers })
    ).text()
    return /gainsay_[\w-]{43}/.exec(page)?.[0] ?? ''
  }
  const asProgram = (token: string, rest: RequestInit = {}): RequestInit => ({
    ...rest,
    headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
  })

  test('acts for its account within its scopes, and needs no form token', async ({ db }) => {
    const { app } = anApp({ db })
    const who = await signedInAs(app, db, { name: 'Ana', role: 'owner' })
    const reads = await make(app, who, ['read'])
    const records = await make(app, who, ['read', 'record'])
    const draft = { method: 'POST', body: new URLSearchParams({ title: '' }) }
    const at = '/t/nowhere/sources/new'
    expect((await app.request(at, asProgram(reads, draft))).status).toBe(403)
    expect((await app.request(at, asProgram(records, draft))).status).toBe(404)
    expect((await app.request(paths.people, asProgram(records))).status).toBe(403)
    expect((await app.request(paths.settings, asProgram(records))).status).toBe(403)
  })

  test('is stored as a hash alone, and ends with its date, its account, or by hand', async ({
    db,
  }) => {
    const { app, lines } = anApp({ db })
    const who = await signedInAs(app, db, { name: 'Ana', role: 'reviewer' })
    const token = await make(app, who, ['read'])
    expect(
      JSON.stringify([await db.selectFrom('api_token').selectAll().execute(), lines]),
    ).not.toContain(token)
    const statusAt = async (minutes: number) =>
      (await anApp({ db, now: () => later(minutes) }).app.request(paths.help, asProgram(token)))
        .status
    expect([await statusAt(0), await statusAt(30 * 24 * 60)]).toEqual([200, 401])
    await db
      .updateTable('account')
      .set({ disabled_at: noon })
      .where('id', '=', who.accountId)
      .execute()
    expect(await statusAt(0)).toBe(401)
    await db
      .updateTable('account')
      .set({ disabled_at: null })
      .where('id', '=', who.accountId)
      .execute()
    const { id } = await db.selectFrom('api_token').select('id').executeTakeFirstOrThrow()
    await app.request(paths.endApiToken({ id }), aForm({ csrf: who.csrf }, { Cookie: who.Cookie }))
    expect(await statusAt(0)).toBe(401)
  })

  test('that is none is refused, also where no account is needed', async ({ db }) => {
    const { app } = anApp({ db })
    for (const token of ['x', `gainsay_${'x'.repeat(43)}`]) {
      const answer = await app.request(paths.help, asProgram(token))
      expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'token_not_valid' }])
    }
  })
})
