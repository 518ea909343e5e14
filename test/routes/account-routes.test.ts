import { describe, expect } from 'vitest'
import { hashPassword } from '#server/actions/passwords.ts'
import { paths } from '#server/paths.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, noon, signedIn, tokenIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

type App = ReturnType<typeof anApp>['app']

const PASSWORD = 'marble teapot eleven fog'
const OTHER = 'seven lamps under gravel'
const kept = await hashPassword(PASSWORD)
const email = 'ana@example.org'

const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const cookieOf = (answer: Response) =>
  (answer.headers.get('Set-Cookie') ?? '').split(';', 1)[0] ?? ''
const csrfOf = async (app: App, Cookie: string) =>
  tokenIn(await (await app.request(paths.help, { headers: { Cookie } })).text())

/** From a network of its own, as the outermost proxy saw it. */
const from = (address: string) => ({ 'X-Forwarded-For': address })

const signInWith = async (app: App, password: string, headers = {}, address = email) =>
  await app.request(paths.signInForm(), aForm({ email: address, password }, headers))

describe('signing in with a password', () => {
  test('begins a session and leads back to where it was needed', async ({ db }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
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
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
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
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    await anAccount(db, { name: 'Bo', email: 'bo@example.org' })
    const { accountId } = await anAccount(db, {
      name: 'Cy',
      email: 'cy@example.org',
      passwordHash: kept,
    })
    await db.updateTable('account').set({ disabled_at: noon }).where('id', '=', accountId).execute()
    const tries = [
      [email, OTHER],
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
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    for (let i = 0; i < 5; i++)
      expect((await signInWith(app, OTHER, from('192.0.2.1'))).status).toBe(422)
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
      (await signInWith(app, OTHER, from(`2001:db8:1:1::${i.toString(16)}`), `p${i}@example.org`))
        .status
    const seen: number[] = []
    for (let i = 1; i <= 21; i++) seen.push(await tryOne(i))
    expect(seen.slice(0, 20).every((status) => status === 422)).toBe(true)
    expect(seen[20]).toBe(429)
    expect((await signInWith(app, OTHER, from('2001:db8:1:2::1'))).status).toBe(422)
  })

  test('counts in the database: another process, or a later start, does not forget; a window does', async ({
    db,
  }) => {
    const one = anApp({ db }).app
    for (let i = 0; i < 5; i++) await signInWith(one, OTHER)
    expect((await signInWith(anApp({ db }).app, OTHER)).status).toBe(429)
    const later = anApp({ db, now: () => after(3) }).app
    expect((await signInWith(later, OTHER)).status).toBe(422)
  })

  test('ignores X-Forwarded-For where no proxy of ours stands in front', async ({ db }) => {
    const { app } = anApp({ db })
    for (let i = 0; i < 5; i++) await signInWith(app, OTHER, from(`192.0.2.${i}`))
    expect((await signInWith(app, OTHER, from('192.0.2.99'))).status).toBe(429)
  })

  test('ends the session that the browser came with', async ({ db }) => {
    const { app } = anApp({ db })
    const old = await signedInAs(app, db, { name: 'Bo', role: 'reader' })
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    const form = aForm({ email, password: PASSWORD, csrf: old.csrf }, { Cookie: old.Cookie })
    expect((await app.request(paths.signInForm(), form)).status).toBe(303)
    expect(await csrfOf(app, old.Cookie)).toBe('')
  })

  test('cannot be made to happen by another site', async ({ db }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    const answer = await signInWith(app, PASSWORD, { 'Sec-Fetch-Site': 'cross-site' })
    expect([answer.status, cookieOf(answer)]).toEqual([403, ''])
  })
})

const invite = async (app: App, who: { Cookie: string; csrf: string }, role: string) => {
  const form = aForm({ csrf: who.csrf, role, note: 'A colleague' }, { Cookie: who.Cookie })
  return await app.request(paths.people, form)
}

const linkIn = (page: string) => /\/join\/[\w-]{43}/.exec(page)?.[0] ?? ''

const joining = { name: 'Dee Dogwood', email: 'dee@example.org', newPassword: PASSWORD }

describe('an invitation', () => {
  test('makes an account with the role that was chosen, once', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const owner = await signedIn(app, db)
    const link = linkIn(await (await invite(app, owner, 'reviewer')).text())
    expect(await (await app.request(link)).text()).toContain('invites you to Gainsay as reviewer')
    const answer = await app.request(link, aForm(joining))
    expect(answer.status).toBe(303)
    const account = await db
      .selectFrom('account')
      .where('name', '=', 'Dee Dogwood')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(account).toMatchObject({ role: 'reviewer', email: 'dee@example.org' })
    expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(
      (await app.request(paths.reviewQueue(), { headers: { Cookie: cookieOf(answer) } })).status,
    ).toBe(200)
    expect((await app.request(link)).status).toBe(410)
    const stored = JSON.stringify([await db.selectFrom('invitation').selectAll().execute(), lines])
    expect(stored).not.toContain(link.slice(-43))
  })

  test('of ten people who open one link at once, one gets an account', async ({ db }) => {
    const { app } = anApp({ db })
    const link = linkIn(await (await invite(app, await signedIn(app, db), 'reader')).text())
    const answers = await Promise.all(
      Array.from(
        { length: 10 },
        async (_, i) =>
          await app.request(
            link,
            aForm({ ...joining, name: `Dee ${i}`, email: `dee${i}@example.org` }),
          ),
      ),
    )
    expect(answers.map((a) => a.status).sort((a, b) => a - b)).toEqual([
      303,
      ...Array<number>(9).fill(410),
    ])
    expect(await db.selectFrom('account').select('id').execute()).toHaveLength(2)
  })

  test('cannot be made for a role above one’s own, nor by those who may not invite', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const editor = await signedInAs(app, db, { role: 'editor' })
    expect((await invite(app, editor, 'reviewer')).status).toBe(200)
    for (const role of ['editor', 'owner'])
      expect((await invite(app, editor, role)).status).toBe(403)
    const reviewer = await signedInAs(app, db, { role: 'reviewer' })
    expect((await invite(app, reviewer, 'reader')).status).toBe(403)
  })

  test('ends after seven days, when it is taken back, and with the role of who made it', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const editor = await signedInAs(app, db, { role: 'editor' })
    const [old, taken, lost] = await Promise.all(
      [1, 2, 3].map(async () => linkIn(await (await invite(app, editor, 'reader')).text())),
    )
    const late = anApp({ db, now: () => after(7 * 24 * 60) }).app
    expect((await late.request(old ?? '')).status).toBe(410)
    const rows = await db.selectFrom('invitation').select('id').orderBy('id').execute()
    for (const { id } of rows.slice(0, 2))
      await app.request(
        paths.revokeInvitation({ id }),
        aForm({ csrf: editor.csrf }, { Cookie: editor.Cookie }),
      )
    const open = await Promise.all(
      [taken, lost, old].map(async (l) => (await app.request(l ?? '')).status),
    )
    expect(open.filter((status) => status === 410)).toHaveLength(2)
    await db
      .updateTable('account')
      .set({ role: 'reader' })
      .where('id', '=', editor.accountId)
      .execute()
    for (const link of [taken, lost, old]) expect((await app.request(link ?? '')).status).toBe(410)
  })

  test('a form that cannot be taken comes back with what was typed, but for the password', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Dee Dogwood', email: 'taken@example.org' })
    const link = linkIn(await (await invite(app, await signedIn(app, db), 'reader')).text())
    const cases = [
      [{ ...joining, newPassword: 'short' }, 'use at least 15'],
      [{ ...joining, name: 'DEE  DOGWOOD' }, 'or one that looks like it'],
      [{ ...joining, name: 'Dее Dogwood' }, 'mixes letters of two scripts'],
      [
        { ...joining, name: 'Di', email: 'TAKEN@example.org' },
        'signs in with this address already',
      ],
      [{ ...joining, name: 'Di', email: 'nowhere' }, 'Enter an e-mail address such as'],
    ] as const
    for (const [given, says] of cases) {
      const answer = await app.request(link, aForm(given))
      const page = await answer.text()
      expect([answer.status, page.includes(says)]).toEqual([422, true])
      expect(page).toContain(`value="${given.email}"`)
      expect(page).not.toContain(given.newPassword)
    }
    expect((await app.request(link)).status).toBe(200)
  })
})

describe('one’s own account', () => {
  const enter = async (app: App) => {
    const Cookie = cookieOf(await signInWith(app, PASSWORD))
    return { Cookie, csrf: await csrfOf(app, Cookie) }
  }
  const post = async (
    app: App,
    who: { Cookie: string; csrf: string },
    path: string,
    fields: Record<string, string> = {},
  ) => await app.request(path, aForm({ csrf: who.csrf, ...fields }, { Cookie: who.Cookie }))

  test('a new password needs the one in use, and ends every other session', async ({ db }) => {
    const { app } = anApp({ db })
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    const [here, there] = [await enter(app), await enter(app)]
    const wrong = { currentPassword: OTHER, newPassword: OTHER }
    expect((await post(app, here, paths.changePassword, wrong)).status).toBe(422)
    const right = { currentPassword: PASSWORD, newPassword: OTHER }
    expect((await post(app, here, paths.changePassword, right)).status).toBe(303)
    expect(await csrfOf(app, there.Cookie)).toBe('')
    expect(await csrfOf(app, here.Cookie)).not.toBe('')
    expect((await signInWith(app, PASSWORD)).status).toBe(422)
    expect((await signInWith(app, OTHER)).status).toBe(303)
  })

  test('whoever came by a link sets a password without one', async ({ db }) => {
    const { app } = anApp({ db })
    const owner = await signedIn(app, db)
    const name = { name: 'Olga Oak', email: 'olga@example.org' }
    expect((await post(app, owner, paths.settings, name)).status).toBe(303)
    expect((await post(app, owner, paths.changePassword, { newPassword: PASSWORD })).status).toBe(
      303,
    )
    expect((await signInWith(app, PASSWORD, {}, 'olga@example.org')).status).toBe(303)
  })

  test('what could take it over asks for the password after 15 minutes, keeps what was typed, and goes on', async ({
    db,
  }) => {
    await anAccount(db, { name: 'Ana', email, passwordHash: kept, role: 'editor' })
    const who = await enter(anApp({ db }).app)
    const { app } = anApp({ db, now: () => after(16) })
    const asked = await post(app, who, paths.people, { role: 'reader', note: 'Bo & <b>' })
    const page = await asked.text()
    expect([asked.status, page.includes('Confirm that it is you')]).toEqual([403, true])
    expect(page).toContain('name="note" value="Bo &amp; &lt;b&gt;"')
    const fields = { role: 'reader', note: 'Bo' }
    const wrong = await post(app, who, paths.people, { ...fields, confirmPassword: OTHER })
    expect(wrong.status).toBe(422)
    const right = await post(app, who, paths.people, { ...fields, confirmPassword: PASSWORD })
    expect(linkIn(await right.text())).not.toBe('')
    expect((await post(app, who, paths.people, fields)).status).toBe(200)
    expect(await db.selectFrom('invitation').select('note').execute()).toHaveLength(2)
  })

  test('guessing at it from a stolen session ends soon', async ({ db }) => {
    await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    const who = await enter(anApp({ db }).app)
    const { app } = anApp({ db, now: () => after(16) })
    const guess = { currentPassword: OTHER, newPassword: OTHER }
    for (let i = 0; i < 5; i++) await post(app, who, paths.changePassword, guess)
    expect((await post(app, who, paths.changePassword, guess)).status).toBe(429)
  })

  test('shows where it is signed in, and ends one session or all others', async ({ db }) => {
    const { app } = anApp({ db })
    const { accountId } = await anAccount(db, { name: 'Ana', email, passwordHash: kept })
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
  const make = async (app: App, who: { Cookie: string; csrf: string }, scopes: string[]) => {
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
      (await anApp({ db, now: () => after(minutes) }).app.request(paths.help, asProgram(token)))
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

describe('roles and accounts', () => {
  const change = async (
    app: App,
    owner: { Cookie: string; csrf: string },
    id: number,
    fields: { role: string; access: string; why?: string },
  ) =>
    await app.request(
      paths.account({ id }),
      aForm({ csrf: owner.csrf, why: 'A test', ...fields }, { Cookie: owner.Cookie }),
    )

  test('a changed role counts at once, ends sessions, and is in the log', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const owner = await signedIn(app, db)
    const ana = await signedInAs(app, db, { name: 'Ana', role: 'editor' })
    await change(app, owner, ana.accountId, { role: 'reader', access: 'enabled' })
    expect(await csrfOf(app, ana.Cookie)).toBe('')
    expect(await db.selectFrom('people_event').select(['actor', 'what', 'why']).execute()).toEqual([
      { actor: 'Owner', what: 'made Ana reader (was editor)', why: 'A test' },
    ])
    expect(lines.some((l) => l['event'] === 'role changed' && l['subject'] === ana.accountId)).toBe(
      true,
    )
    const people = await (
      await app.request(paths.people, { headers: { Cookie: owner.Cookie } })
    ).text()
    expect(people).toContain('made Ana reader (was editor)')
  })

  test('a disabled account is out at once, and back in when it is let in', async ({ db }) => {
    const { app } = anApp({ db })
    const owner = await signedIn(app, db)
    const { accountId } = await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    await change(app, owner, accountId, { role: 'reviewer', access: 'disabled' })
    expect((await signInWith(app, PASSWORD)).status).toBe(422)
    await change(app, owner, accountId, { role: 'reviewer', access: 'enabled' })
    expect((await signInWith(app, PASSWORD)).status).toBe(303)
  })

  test('an owner is always left, also when two leave at once', async ({ db }) => {
    const { app } = anApp({ db })
    const owner = await signedIn(app, db)
    const { id } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const alone = await change(app, owner, id, { role: 'editor', access: 'enabled' })
    expect([alone.status, (await alone.text()).includes('the only owner')]).toEqual([409, true])
    const other = await signedInAs(app, db, { name: 'Ana', role: 'owner' })
    await Promise.all([
      change(app, owner, id, { role: 'editor', access: 'enabled' }),
      change(app, other, other.accountId, { role: 'editor', access: 'enabled' }),
    ])
    expect(
      await db.selectFrom('account').where('role', '=', 'owner').select('id').execute(),
    ).toHaveLength(1)
  })

  test('a way back in is a link that works once, and lets a new password be set', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const owner = await signedIn(app, db)
    const { accountId } = await anAccount(db, { name: 'Ana', email, passwordHash: kept })
    const answer = await app.request(
      paths.accountLink({ id: accountId }),
      aForm({ csrf: owner.csrf }, { Cookie: owner.Cookie }),
    )
    const link = /\/sign-in\/[\w-]{43}/.exec(await answer.text())?.[0] ?? ''
    const Cookie = cookieOf(await app.request(link))
    const csrf = await csrfOf(app, Cookie)
    const form = aForm({ csrf, newPassword: OTHER }, { Cookie })
    expect((await app.request(paths.changePassword, form)).status).toBe(303)
    expect((await signInWith(app, OTHER)).status).toBe(303)
    expect((await app.request(link)).status).toBe(410)
  })
})
