import { generateKeyPairSync } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { CHALLENGE_MS } from '#server/domain/passkeys.ts'
import { paths } from '#server/paths.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import {
  type Authenticator,
  type CreationOptions,
  type RequestOptions,
  type Twist,
  anAuthenticator,
} from '#test/support/an-authenticator.ts'
import {
  type App,
  ORIGIN,
  type Session,
  aForm,
  anApp,
  cookieOf,
  later,
  noon,
  tokenIn,
} from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { PASSWORD, passwordHash } from '#test/support/with-password.ts'

const json = { Accept: 'application/json' }

const nobody: Session = { Cookie: '', csrf: '' }

const post = async (
  app: App,
  path: string,
  { Cookie, csrf }: Session = nobody,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) =>
  await app.request(
    path,
    aForm(
      { ...(csrf === '' ? {} : { csrf }), ...fields },
      { ...(Cookie === '' ? {} : { Cookie }), ...headers },
    ),
  )

const passkeyName = 'Phone'

/** What the script gets before it asks the device for a new passkey. */
const creationOptions = async (app: App, who: Session): Promise<CreationOptions> =>
  (await (
    await post(app, paths.passkeyChallenge, who, { passkeyName, credential: '' }, json)
  ).json()) as CreationOptions

/** And before it asks for one that is there. */
const requestOptions = async (
  app: App,
  path: string = paths.passkeySignInChallenge,
  who = nobody,
): Promise<RequestOptions> =>
  (await (await post(app, path, who, {}, json)).json()) as RequestOptions

/** The script's part in adding a passkey, from challenge to form. */
const add = async (app: App, who: Session, device: Authenticator, twist: Twist = {}) => {
  const credential = device.create(await creationOptions(app, who), twist)
  return await post(app, paths.passkeys, who, { passkeyName, credential })
}

/** The same for signing in. */
const signIn = async (app: App, device: Authenticator, twist: Twist = {}) => {
  const credential = device.get(await requestOptions(app), twist)
  return await post(app, paths.passkeySignIn, nobody, { credential })
}

/** Somebody with a passkey, and the device that holds it. */
const withPasskey = async (
  app: App,
  db: Db,
  given: Partial<Parameters<typeof signedInAs>[2]> = {},
) => {
  const who = await signedInAs(app, db, { name: 'Ana', role: 'reviewer', ...given })
  const device = anAuthenticator(ORIGIN)
  expect((await add(app, who, device)).status).toBe(303)
  return { who, device }
}

const passkeysOf = async (db: Db) =>
  await db.selectFrom('passkey').select(['id', 'account_id', 'name', 'counter']).execute()
const isIn = async (app: App, Cookie: string) =>
  (await app.request(paths.settings, { headers: { Cookie } })).status === 200

const REFUSED = 'This passkey was not accepted'

/** A refused sign-in: the same status and words whatever was wrong, and nobody is in. */
const expectRefused = async (answer: Response) => {
  const page = await answer.text()
  expect([answer.status, page.includes(REFUSED), cookieOf(answer)]).toEqual([422, true, ''])
}

describe('adding a passkey', () => {
  test('puts it on record, under its name, and in the logs', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const { who, device } = await withPasskey(app, db)
    const page = await (
      await app.request(paths.settings, { headers: { Cookie: who.Cookie } })
    ).text()
    expect(page).toContain('<bdi>Phone</bdi>')
    expect(page).toContain('never used')
    expect(lines.filter((l) => l['event'] === 'passkey added')).toMatchObject([
      { account: who.accountId, security: true },
    ])
    expect(await db.selectFrom('people_event').select(['actor', 'what']).execute()).toEqual([
      { actor: 'Ana', what: 'added a passkey' },
    ])
    const row = await db.selectFrom('passkey').selectAll().executeTakeFirstOrThrow()
    expect(row.credential_id.toString('base64url')).toBe(device.id)
    expect(row.transports).toEqual(['internal', 'hybrid'])
  })

  test('asks for one that names its person and is unlocked, and for none that is there', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const { who, device } = await withPasskey(app, db)
    const answer = await post(
      app,
      paths.passkeyChallenge,
      who,
      { passkeyName, credential: '' },
      json,
    )
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({
      rp: { id: 'localhost', name: 'Gainsay' },
      user: { name: 'Ana', displayName: 'Ana' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: device.id, type: 'public-key' }],
      timeout: CHALLENGE_MS,
    })
  })

  test('keeps no challenge as it was given out', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const who = await signedInAs(app, db, { role: 'reader' })
    const { challenge } = await creationOptions(app, who)
    const rows = await db.selectFrom('passkey_challenge').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify([rows, lines])).not.toContain(challenge)
    expect(rows[0]?.challenge_hash.equals(Buffer.from(challenge, 'base64url'))).toBe(false)
  })

  test('asks for a name before a device makes anything', async ({ db }) => {
    const { app } = anApp({ db })
    const who = await signedInAs(app, db, { role: 'reader' })
    const none = { passkeyName: ' ', credential: '' }
    const asked = await post(app, paths.passkeyChallenge, who, none, json)
    expect([asked.status, await asked.json()]).toMatchObject([422, { code: 'invalid' }])
    const page = await (await post(app, paths.passkeys, who, none)).text()
    expect(page).toContain('Give the passkey a name.')
    expect(await db.selectFrom('passkey_challenge').selectAll().execute()).toEqual([])
  })

  test.for<readonly [string, Twist]>([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://localhost:8080' }],
    ['of another site', { rpId: 'evil.example' }],
    ['that nobody unlocked', { isVerified: false }],
    ['that nobody touched', { isPresent: false }],
    ['that signs in instead', { type: 'webauthn.get' }],
    ['with a challenge of its own', { challenge: 'A'.repeat(43) }],
    ['with certificates, which were not asked for', { attestation: ['packed', certified()] }],
    ['that calls itself a TPM', { attestation: ['tpm', new Map()] }],
  ])('refuses one %s', async ([, twist], { db }) => {
    const { app, lines } = anApp({ db })
    const who = await signedInAs(app, db, { role: 'reader' })
    const answer = await add(app, who, anAuthenticator(ORIGIN), twist)
    const page = await answer.text()
    expect([answer.status, page.includes('The passkey was not saved')]).toEqual([422, true])
    expect(page).toContain(`value="${passkeyName}"`)
    expect(await passkeysOf(db)).toEqual([])
    expect(lines.filter((l) => l['event'] === 'passkey not added')).toHaveLength(1)
  })

  test('judges no certificates, which would lead to other hosts', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const who = await signedInAs(app, db, { role: 'reader' })
    await add(app, who, anAuthenticator(ORIGIN), { attestation: ['packed', certified()] })
    const told = lines.find((l) => l['event'] === 'passkey not added')
    expect(told?.['detail']).toContain('was not asked for')
  })

  test('takes what was sent once: not twice, not later, and of ten at once one', async ({ db }) => {
    const { app } = anApp({ db })
    const who = await signedInAs(app, db, { role: 'reader' })
    const device = anAuthenticator(ORIGIN)
    const form = {
      passkeyName,
      credential: device.create(await creationOptions(app, who)),
    }
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => await post(app, paths.passkeys, who, form)),
    )
    expect(answers.map((a) => a.status).sort((a, b) => a - b)).toEqual([
      303,
      ...Array<number>(9).fill(422),
    ])
    expect((await post(app, paths.passkeys, who, form)).status).toBe(422)
    expect(await passkeysOf(db)).toHaveLength(1)
    // The same key under a new challenge is on record already.
    expect(await (await add(app, who, device)).text()).toContain('on record already')

    const late = device.create(await creationOptions(app, who))
    const then = anApp({ db, now: () => new Date(noon.getTime() + CHALLENGE_MS) }).app
    const answer = await post(then, paths.passkeys, who, { passkeyName, credential: late })
    expect(await answer.text()).toContain('took more than five minutes')
  })

  test('takes no challenge of somebody else, nor one for signing in', async ({ db }) => {
    const { app } = anApp({ db })
    const who = await signedInAs(app, db, { name: 'Ana', role: 'reader' })
    const other = await signedInAs(app, db, { name: 'Bo', role: 'reader' })
    const device = anAuthenticator(ORIGIN)
    const own = await creationOptions(app, who)
    const others = device.create(await creationOptions(app, other))
    expect((await post(app, paths.passkeys, who, { passkeyName, credential: others })).status).toBe(
      422,
    )
    const { challenge } = await requestOptions(app)
    const forSigningIn = device.create({ ...own, challenge })
    expect(
      (await post(app, paths.passkeys, who, { passkeyName, credential: forSigningIn })).status,
    ).toBe(422)
    // What was brought to the wrong place is spent.
    expect(
      (await post(app, paths.passkeys, other, { passkeyName, credential: others })).status,
    ).toBe(422)
    expect(await passkeysOf(db)).toEqual([])
    expect(await db.selectFrom('passkey_challenge').select('purpose').execute()).toEqual([
      { purpose: 'register' },
    ])
  })

  test('that is removed signs nobody in; nobody removes another’s', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const { who, device } = await withPasskey(app, db)
    const [row] = await passkeysOf(db)
    const remove = paths.removePasskey({ id: row?.id ?? 0 })
    const other = await signedInAs(app, db, { name: 'Bo', role: 'owner' })
    expect((await post(app, remove, other)).status).toBe(404)
    expect((await signIn(app, device)).status).toBe(303)
    const answer = await post(app, remove, who)
    expect(answer.headers.get('Location')).toBe('/settings?saved=passkey-removed')
    await expectRefused(await signIn(app, device))
    expect(lines.filter((l) => l['event'] === 'passkey removed')).toMatchObject([
      { account: who.accountId, which: row?.id },
    ])
  })
})

describe('signing in with a passkey', () => {
  test('begins a session, ends the former one, and leads back', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const { who, device } = await withPasskey(app, db)
    const { Cookie, csrf } = who
    const form = { credential: device.get(await requestOptions(app)), return_to: '/review' }
    const answer = await post(app, paths.passkeySignIn, { Cookie, csrf }, form)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/review'])
    expect([await isIn(app, cookieOf(answer)), await isIn(app, Cookie)]).toEqual([true, false])
    const page = await (
      await app.request(paths.settings, { headers: { Cookie: cookieOf(answer) } })
    ).text()
    expect(page).toContain('Signed in with a passkey')
    expect(page).not.toContain('never used')
    expect(lines.filter((l) => l['event'] === 'signed in' && l['by'] === 'passkey')).toMatchObject([
      { account: who.accountId },
    ])
  })

  test('asks for whichever passkey the device has, and for nobody’s name', async ({ db }) => {
    const { app } = anApp({ db })
    await withPasskey(app, db)
    const answer = await post(app, paths.passkeySignInChallenge, nobody, {}, json)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({
      rpId: 'localhost',
      allowCredentials: [],
      userVerification: 'required',
    })
  })

  const strangerKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

  test.for<readonly [string, Twist]>([
    ['at another origin', { origin: 'https://evil.example' }],
    ['at another port', { origin: 'http://localhost:8080' }],
    ['for another site', { rpId: 'evil.example' }],
    ['that nobody unlocked', { isVerified: false }],
    ['that nobody touched', { isPresent: false }],
    ['in the act of being made', { type: 'webauthn.create' }],
    ['over a challenge of its own', { challenge: 'A'.repeat(43) }],
    ['signed by another key', { signedBy: strangerKey }],
    ['for another account', { userHandle: Buffer.alloc(32, 7).toString('base64url') }],
    ['for no account', { userHandle: undefined }],
  ])('refuses one %s, and says the same of each', async ([, twist], { db }) => {
    const { app, lines } = anApp({ db })
    const { device } = await withPasskey(app, db)
    await expectRefused(await signIn(app, device, twist))
    expect(lines.filter((l) => l['event'] === 'sign-in failed')).toMatchObject([{ by: 'passkey' }])
    expect((await signIn(app, device)).status).toBe(303)
  })

  test('says the same of a passkey that is not on record, a disabled account, and nonsense', async ({
    db,
  }) => {
    const { app, lines } = anApp({ db })
    const { who, device } = await withPasskey(app, db)
    const stranger = anAuthenticator(ORIGIN)
    stranger.create(await creationOptions(app, who))
    await db
      .updateTable('account')
      .set({ disabled_at: noon })
      .where('id', '=', who.accountId)
      .execute()
    const answers = [
      await signIn(app, stranger),
      await signIn(app, device),
      await post(app, paths.passkeySignIn, nobody, { credential: '{' }),
      await post(app, paths.passkeySignIn, nobody, { credential: '' }),
    ]
    const bodies = new Set<string>()
    for (const answer of answers) {
      expect([answer.status, cookieOf(answer)]).toEqual([422, ''])
      bodies.add(await answer.text())
    }
    expect([bodies.size, [...bodies][0]?.includes(REFUSED)]).toEqual([1, true])
    expect(lines.filter((l) => l['event'] === 'sign-in failed').map((l) => l['why'])).toEqual([
      'unknown',
      'disabled',
      'not verified',
      'not verified',
    ])
  })

  test('takes a challenge once: not twice, not later, and of ten at once one', async ({ db }) => {
    const { app } = anApp({ db })
    const { device } = await withPasskey(app, db)
    const credential = device.get(await requestOptions(app))
    const answers = await Promise.all(
      Array.from(
        { length: 10 },
        async () => await post(app, paths.passkeySignIn, nobody, { credential }),
      ),
    )
    expect(answers.filter((a) => a.status === 303)).toHaveLength(1)
    await expectRefused(await post(app, paths.passkeySignIn, nobody, { credential }))

    const late = device.get(await requestOptions(app))
    const then = anApp({ db, now: () => new Date(noon.getTime() + CHALLENGE_MS) }).app
    await expectRefused(await post(then, paths.passkeySignIn, nobody, { credential: late }))
    const soon = device.get(await requestOptions(app))
    const before = anApp({ db, now: () => new Date(noon.getTime() + CHALLENGE_MS - 1) }).app
    expect((await post(before, paths.passkeySignIn, nobody, { credential: soon })).status).toBe(303)
  })

  test('takes no challenge that was given for something else', async ({ db }) => {
    const { app } = anApp({ db })
    const { who, device } = await withPasskey(app, db)
    const confirming = await requestOptions(app, paths.passkeyConfirmChallenge, who)
    const registering = { ...confirming, challenge: (await creationOptions(app, who)).challenge }
    for (const options of [confirming, registering]) {
      const credential = device.get(options)
      await expectRefused(await post(app, paths.passkeySignIn, nobody, { credential }))
    }
  })

  test('refuses a counter that does not grow, which a copy would have, and logs it', async ({
    db,
  }) => {
    const { app, lines } = anApp({ db })
    const { who, device } = await withPasskey(app, db)
    expect((await signIn(app, device, { counter: 7 })).status).toBe(303)
    for (const counter of [7, 6, 0]) await expectRefused(await signIn(app, device, { counter }))
    const noted = lines.filter((l) => l['event'] === 'passkey counter went back')
    expect(noted).toHaveLength(3)
    expect(noted[0]).toMatchObject({ account: who.accountId })
    expect(await passkeysOf(db)).toMatchObject([{ counter: 7 }])
    expect((await signIn(app, device, { counter: 8 })).status).toBe(303)
  })

  test('lets a counter stay at 0, as those of passkeys on several devices do', async ({ db }) => {
    const { app } = anApp({ db })
    const { device } = await withPasskey(app, db)
    for (let i = 0; i < 2; i++) expect((await signIn(app, device, { counter: 0 })).status).toBe(303)
  })

  test('of ten uses with one counter, one comes in', async ({ db }) => {
    const { app } = anApp({ db, trustProxy: 1 })
    const { device } = await withPasskey(app, db)
    const signed = await Promise.all(
      Array.from({ length: 10 }, async () => device.get(await requestOptions(app), { counter: 5 })),
    )
    const answers = await Promise.all(
      signed.map(
        async (credential, i) =>
          await post(
            app,
            paths.passkeySignIn,
            nobody,
            { credential },
            {
              'X-Forwarded-For': `192.0.2.${i}`,
            },
          ),
      ),
    )
    expect(answers.filter((a) => a.status === 303)).toHaveLength(1)
  })

  test('is limited for a network as passwords are; a success counts for nothing', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const { device } = await withPasskey(app, db)
    for (let i = 0; i < 25; i++) expect((await signIn(app, device)).status).toBe(303)
    const guess = async () => await post(app, paths.passkeySignIn, nobody, { credential: '{' })
    for (let i = 0; i < 19; i++) expect((await guess()).status).toBe(422)
    expect((await signIn(app, device)).status).toBe(429)
    expect((await signInByPassword(app, 'x@example.org')).status).toBe(429)
  })

  test('gives out so many challenges to a network, and forgets those whose time is over', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const ask = async (at: App) =>
      (await post(at, paths.passkeySignInChallenge, nobody, {}, json)).status
    for (let i = 0; i < 60; i++) expect(await ask(app)).toBe(200)
    expect(await ask(app)).toBe(429)
    expect(await ask(anApp({ db, now: () => later(6) }).app)).toBe(200)
    expect(await db.selectFrom('passkey_challenge').selectAll().execute()).toHaveLength(1)
  })

  test('cannot be made to happen by another site', async ({ db }) => {
    const { app } = anApp({ db })
    const { device } = await withPasskey(app, db)
    const credential = device.get(await requestOptions(app))
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    const answer = await post(app, paths.passkeySignIn, nobody, { credential }, headers)
    expect(answer.status).toBe(403)
  })
})

const signInByPassword = async (app: App, email: string) =>
  await post(app, paths.signInForm(), nobody, { email, password: PASSWORD })

describe('the site that passkeys belong to', () => {
  test('is the one of BASE_URL, whatever name a request comes by', async ({ db }) => {
    const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
    const ask = async (at: string) =>
      (
        (await (
          await app.request(`${at}${paths.passkeySignInChallenge}`, aForm({}, json))
        ).json()) as RequestOptions
      ).rpId
    expect(await ask('https://gainsay.example')).toBe('gainsay.example')
    expect(await ask('http://localhost:3000')).toBe('gainsay.example')
    expect(await ask('http://127.0.0.1:3000')).toBe('gainsay.example')
  })

  test('has to have a name: a bare address says so, and offers none', async ({ db }) => {
    const { app } = anApp({ db })
    const at = 'http://127.0.0.1:3000'
    const page = await (await app.request(`${at}${paths.signInForm()}`)).text()
    expect(page).toContain('this address is a number')
    expect(page).toContain('href="http://localhost:3000"')
    expect(page).not.toContain('data-passkey')
    const asked = await app.request(`${at}${paths.passkeySignInChallenge}`, aForm({}, json))
    expect(asked.status).toBe(404)
    expect(await (await app.request(paths.signInForm())).text()).toContain('data-passkey')
  })

  test('is asked for over https, or is this machine', async ({ db }) => {
    const { app } = anApp({ db, baseUrl: 'http://gainsay.example' })
    const page = await (await app.request(`http://gainsay.example${paths.signInForm()}`)).text()
    expect(page).toContain('over https only')
  })

  test('lets its own pages use passkeys', async ({ db }) => {
    const { app } = anApp({ db })
    const policy = (await app.request(paths.signInForm())).headers.get('Permissions-Policy')
    expect(policy).not.toContain('publickey-credentials')
  })
})

describe('confirming with a passkey', () => {
  /** As the script does on the page that asks: what was waiting, and what the passkey signed. */
  const confirm = async (
    app: App,
    who: Session,
    signed: string,
    path: string = paths.profile,
    fields: Record<string, string> = { name: 'Ana Alder', email: 'ana@example.org' },
  ) => await post(app, path, who, { ...fields, confirmPasskey: signed })

  const signed = async (app: App, who: Session, device: Authenticator, twist: Twist = {}) =>
    device.get(await requestOptions(app, paths.passkeyConfirmChallenge, who), twist)

  test('goes on with what was typed, also where there is no password', async ({ db }) => {
    const { who, device } = await withPasskey(anApp({ db }).app, db)
    const { app, lines } = anApp({ db, now: () => later(16) })
    const asked = await post(app, paths.profile, who, { name: 'A <b>', email: 'ana@example.org' })
    const page = await asked.text()
    expect([asked.status, page.includes('Confirm that it is you')]).toEqual([403, true])
    expect(page).toContain('name="name" value="A &lt;b&gt;"')
    expect(page).not.toContain('name="confirmPassword"')
    // The device need not say whose it is: who is asked is known.
    const answer = await confirm(
      app,
      who,
      await signed(app, who, device, { userHandle: undefined }),
    )
    expect(answer.headers.get('Location')).toBe('/settings/profile?saved=profile')
    expect(lines.some((l) => l['event'] === 'confirmed')).toBe(true)
    expect(
      (await post(app, paths.profile, who, { name: 'Ana', email: 'a@example.org' })).status,
    ).toBe(303)
  })

  test('is offered beside the password', async ({ db }) => {
    const { app: before } = anApp({ db })
    const { who } = await withPasskey(before, db)
    await db.updateTable('account').set({ password_hash: passwordHash }).execute()
    const { app } = anApp({ db, now: () => later(16) })
    const fields = { name: 'Ana', email: 'ana@example.org' }
    const page = await (await post(app, paths.profile, who, fields)).text()
    expect(page).toContain('name="confirmPassword"')
    expect(page).toContain('Confirm with a passkey')
    const right = await post(app, paths.profile, who, { ...fields, confirmPassword: PASSWORD })
    expect(right.status).toBe(303)
  })

  test('takes no other passkey, no other purpose, nothing twice and nobody else’s challenge', async ({
    db,
  }) => {
    const { app: before } = anApp({ db })
    const { who, device } = await withPasskey(before, db)
    const other = await withPasskey(before, db, { name: 'Bo' })
    const { app, lines } = anApp({ db, now: () => later(16) })
    const bad = [
      other.device.get(await requestOptions(app, paths.passkeyConfirmChallenge, who)),
      device.get(await requestOptions(app)),
      device.get(await requestOptions(app, paths.passkeyConfirmChallenge, other.who)),
      await signed(app, who, device, { isVerified: false }),
    ]
    for (const each of bad) {
      const answer = await confirm(app, who, each)
      expect([answer.status, (await answer.text()).includes(REFUSED)]).toEqual([422, true])
    }
    expect(lines.filter((l) => l['event'] === 'confirming failed')).toHaveLength(4)
    const right = await signed(app, who, device)
    expect((await confirm(app, who, right)).status).toBe(303)
    const { app: muchLater } = anApp({ db, now: () => later(32) })
    expect((await confirm(muchLater, who, right)).status).toBe(422)
    expect((await db.selectFrom('account').select('name').orderBy('id').execute())[0]).toEqual({
      name: 'Ana Alder',
    })
  })

  test('comes before a password is set, a passkey added or removed; a password is not written down', async ({
    db,
  }) => {
    const { who, device } = await withPasskey(anApp({ db }).app, db)
    const { app } = anApp({ db, now: () => later(16) })
    const remove = paths.removePasskey({ id: 1 })
    const password = { newPassword: PASSWORD }
    for (const [path, fields] of [
      [paths.changePassword, password],
      [paths.passkeys, { passkeyName, credential: '' }],
      [remove, {}],
    ] as const) {
      const asked = await post(app, path, who, fields)
      const page = await asked.text()
      expect([asked.status, page.includes(PASSWORD)]).toEqual([403, false])
    }
    const program = await post(
      app,
      paths.passkeyChallenge,
      who,
      { passkeyName, credential: '' },
      json,
    )
    expect([program.status, await program.json()]).toMatchObject([403, { code: 'confirm_needed' }])
    const waiting = { passkeyName, credential: '' }
    const answer = await confirm(app, who, await signed(app, who, device), paths.passkeys, waiting)
    const page = await answer.text()
    expect([answer.status, page.includes('Press “Add a passkey” once more')]).toEqual([200, true])
    expect(page).toContain(`value="${passkeyName}"`)
    expect((await add(app, who, anAuthenticator(ORIGIN))).status).toBe(303)
    expect((await post(app, paths.changePassword, who, password)).status).toBe(303)
  })

  test('is not skipped where no passkey can be used: a bare address names the ways on', async ({
    db,
  }) => {
    const { who } = await withPasskey(anApp({ db }).app, db)
    const { app } = anApp({ db, now: () => later(16) })
    const at = `http://127.0.0.1${paths.profile}`
    const answer = await post(app, at, who, { name: 'Ana', email: 'ana@example.org' })
    const page = await answer.text()
    expect([answer.status, page.includes('this address is a number')]).toEqual([403, true])
    expect(page).toContain('by a link of an owner')
  })

  test('is not asked of an account that has neither password nor passkey', async ({ db }) => {
    const who = await signedInAs(anApp({ db }).app, db, { role: 'owner' })
    const { app } = anApp({ db, now: () => later(16) })
    expect((await add(app, who, anAuthenticator(ORIGIN))).status).toBe(303)
  })

  test('is limited for an account', async ({ db }) => {
    const { who, device } = await withPasskey(anApp({ db }).app, db)
    const { app } = anApp({ db, now: () => later(16) })
    for (let i = 0; i < 5; i++) expect((await confirm(app, who, '{')).status).toBe(422)
    expect((await confirm(app, who, await signed(app, who, device))).status).toBe(429)
  })
})

test('whoever is signed in already can sign in again, by password too', async ({ db }) => {
  const { app } = anApp({ db })
  const { Cookie } = await signedInAs(app, db, { name: 'Bo', role: 'reader' })
  await anAccount(db, { name: 'Ana', email: 'ana@example.org', passwordHash })
  const page = await (await app.request(paths.signInForm(), { headers: { Cookie } })).text()
  const form = /<form[^>]*action="\/sign-in"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const session = { Cookie, csrf: tokenIn(form) }
  const fields = { email: 'ana@example.org', password: PASSWORD, return_to: '' }
  expect((await post(app, paths.signInForm(), session, fields)).status).toBe(303)
})

/** An attestation that brings a certificate. */
function certified(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['alg', -7],
    ['sig', new Uint8Array(70)],
    ['x5c', [new Uint8Array(200)]],
  ])
}
