import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { disableWebhook } from '#db/queries/webhooks.ts'
import { insertToken } from '#db/queries/api-tokens.ts'
import { insertPasskey } from '#db/queries/passkeys.ts'
import { removePasskey } from '#server/actions/add-passkey.ts'
import {
  changeAccess,
  changePassword,
  changeProfile,
  giveLink,
} from '#server/actions/change-account.ts'
import { invite, revokeInvitation } from '#server/actions/invite.ts'
import { join } from '#server/actions/join.ts'
import { addMember, removeMember, setUpTopic } from '#server/actions/set-up-topic.ts'
import { AUDIT_KINDS } from '#server/domain/audit.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { type App, aForm, anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { erased, twoPeople } from '#test/support/erasing.ts'
import { aWebhook } from '#test/support/telling.ts'
import { PASSWORD } from '#test/support/with-password.ts'

const read = async (app: App, path: string, Cookie: string) =>
  await (await app.request(path, { headers: { Cookie } })).text()

const textOf = (element: { textContent: string | null }): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** The acts that a page lists, in its order. */
const actsOn = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('#audit .history-deed')].map(textOf)

/** Everything that leaves a trace, each once and a minute after the one before, the last first. */
async function aBusyDay(db: Db, app: App) {
  await imported(db, aDispute())
  const people = await twoPeople(app, db)
  const { owner, editor } = people
  const topicId = 1
  let minute = 10
  const by = (who: { accountId: number; name: string } = owner) => ({
    accountId: who.accountId,
    name: who.name,
    now: later(minute++),
  })
  await invite(db, { role: 'reader', note: 'A “quoted” note', by: by() })
  const [first] = await db.selectFrom('invitation').select('id').execute()
  await revokeInvitation(db, first?.id ?? 0, by())
  const { token } = await invite(db, { role: 'reviewer', note: undefined, by: by() })
  const joining = { token, email: 'bo@example.org', password: PASSWORD, now: later(minute++) }
  const { accountId } = await join(db, { ...joining, name: 'Bo as reader' })
  const change = { accountId, why: 'As agreed.' }
  await changeAccess(db, { ...change, role: 'contributor', isDisabled: false, by: by() })
  await changeAccess(db, { ...change, role: 'contributor', isDisabled: true, by: by() })
  await changeAccess(db, { ...change, role: 'contributor', isDisabled: false, by: by() })
  await giveLink(db, { accountId, by: by() })
  const bo = { accountId, name: 'Bo as reader' }
  await changeProfile(db, { name: 'Bo', email: 'bo@example.org', by: by(bo) })
  await changePassword(db, { password: PASSWORD, by: by(editor), sessionHash: undefined })
  const key = Buffer.alloc(32)
  const passkey = { name: 'A key', credentialId: key, publicKey: key, counter: 0, transports: [] }
  await insertPasskey(db, { accountId: owner.accountId, ...passkey, now: noon })
  await removePasskey(db, { id: 1, by: by() })
  await addMember(db, { topicId, accountId, by: by() })
  await removeMember(db, { topicId, accountId, by: by() })
  const setup = { visibility: 'team', reviewsToSettle: 2, why: 'For now.' } as const
  const topic = await db.selectFrom('topic').selectAll().executeTakeFirstOrThrow()
  await setUpTopic(db, { topic, ...setup, by: by() })
  return { people, accountId, minute }
}

const ALL = [
  'Edith set a topic to team, settled by two reviews',
  'Edith took Bo out of a topic',
  'Edith made Bo a member of a topic',
  'Edith removed a passkey',
  'Max set a new password',
  'Bo as reader took the name Bo',
  'Edith made a sign-in link for Bo as reader',
  'Edith let Bo as reader in again',
  'Edith disabled the account of Bo as reader',
  'Edith made Bo as reader contributor (was reviewer)',
  'Bo as reader joined as reviewer, invited by Edith',
  'Edith invited somebody as reviewer',
  'Edith took an invitation back',
  'Edith invited A “quoted” note as reader',
]

describe('the audit', () => {
  test('tells everything that was done, newest first, in words of its own', async ({ db }) => {
    const { app } = anApp({ db })
    const { people } = await aBusyDay(db, app)
    const page = await read(app, paths.audit(), people.owner.Cookie)
    expect(actsOn(page)).toEqual(ALL)
    expect(page).toContain('Reason: <bdi>As agreed.</bdi>')
  })

  test('tells of erasures, tokens and webhooks, and no secret of an address', async ({ db }) => {
    await imported(db, aDispute())
    const { app } = anApp({ db })
    const people = await twoPeople(app, db)
    const claim = await db.selectFrom('claim').select(['id', 'slug']).executeTakeFirstOrThrow()
    await erased(db, people, { thing: 'claim', id: claim.id, typed: claim.slug })
    const [, other] = await db.selectFrom('claim').select('id').orderBy('id').execute()
    const asking = { reason: 'copyright', why: 'It is long.' }
    await people.ask(paths.askErasure('claim', { id: other?.id ?? 0 }), asking)
    const { id } = await db
      .selectFrom('erasure_request')
      .where('decided_at', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow()
    await people.decide(paths.declineErasure({ id }), { declined: 'It is short.' })
    const { accountId } = people.owner
    const token = { accountId, name: 'Nightly', tokenHash: Buffer.alloc(32), now: later(1) }
    await insertToken(db, { ...token, scopes: ['read', 'record'], expiresAt: later(600) })
    const url = 'https://hooks.example.org/a-secret-path'
    const hook = await aWebhook(db, { url, accountId })
    await disableWebhook(db, { id: hook, accountId, now: later(2) })
    const page = await read(app, paths.audit(), people.owner.Cookie)
    expect(actsOn(page).toSorted()).toEqual([
      'A webhook to hooks.example.org was disabled',
      'Edith added a webhook to hooks.example.org',
      'Edith declined to erase the words of a claim',
      'Edith erased the words of a claim',
      'Edith made the token Nightly (read, record), which ends 24 November 2026, 22:00 UTC',
      'Max asked to erase the words of a claim',
      'Max asked to erase the words of a claim',
    ])
    expect(page).toContain('Reason: <bdi>It is short.</bdi>')
    expect(page).not.toContain('a-secret-path')
  })

  test('is narrowed by kind, each act being of one, and by person', async ({ db }) => {
    const { app } = anApp({ db })
    const { people, accountId } = await aBusyDay(db, app)
    const list = async (query: Record<string, string>) =>
      actsOn(await read(app, paths.audit(query), people.owner.Cookie))
    const byKind = await Promise.all(AUDIT_KINDS.map(async (kind) => await list({ kind })))
    expect(byKind.flat().toSorted()).toEqual(ALL.toSorted())
    expect(await list({ kind: 'role' })).toEqual([
      'Edith made Bo as reader contributor (was reviewer)',
    ])
    expect(await list({ kind: 'access' })).toHaveLength(2)
    expect(await list({ kind: 'invitation' })).toHaveLength(4)
    expect(await list({ kind: 'topic' })).toHaveLength(3)
    const aboutBo = await list({ who: String(accountId) })
    expect(aboutBo).toEqual(ALL.filter((act) => act.includes('Bo')))
    expect(await list({ who: String(people.editor.accountId) })).toEqual(['Max set a new password'])
    expect(await list({ kind: '', who: '' })).toEqual(ALL)
  })

  test('has pages, and a file of every act that fits', async ({ db }) => {
    const { app } = anApp({ db })
    const { people } = await aBusyDay(db, app)
    const rows = Array.from({ length: 60 }, (_, i) => ({
      happened_at: new Date(noon.getTime() - i * 1000),
      actor_id: people.owner.accountId,
      actor: '=Edith',
      subject: null,
      what: `did what nobody knows ${i}`,
      is_why_public: false,
    }))
    await db.insertInto('people_event').values(rows).execute()
    const page = await read(app, paths.audit({ page: '2' }), people.owner.Cookie)
    expect(actsOn(page)).toHaveLength(24)
    expect(actsOn(page).at(-1)).toBe('=Edith did what nobody knows 59')
    expect(page).toContain('<title>Audit, page 2 - Gainsay</title>')
    // What is after the instant of asking is left out: it would move what is listed.
    const { app: tonight } = anApp({ db, now: () => later(600) })
    const lines = (await read(tonight, paths.auditCsv(), people.owner.Cookie)).trim().split('\r\n')
    expect(lines[0]).toBe('"time","by","kind","act","topic","reason"')
    expect(lines).toHaveLength(75)
    expect(lines.at(-1)).toContain(`"'=Edith","sign-in","did what nobody knows 59"`)
    const some = await read(tonight, paths.auditCsv({ kind: 'role' }), people.owner.Cookie)
    expect(some.trim().split('\r\n').slice(1)).toEqual([
      '"2026-11-24T12:14:00.000Z","Edith","role","made Bo as reader contributor (was reviewer)","","As agreed."',
    ])
  })

  test('says what is wrong with what it is asked', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const query of [{ kind: 'nonsense' }, { who: '1e9' }, { page: '0' }, { who: '-1' }])
      expect((await app.request(paths.audit(query), { headers: { Cookie } })).status).toBe(400)
    const none = await read(app, paths.audit({ who: '999999999' }), Cookie)
    expect(none).toContain('Nothing fits')
    expect(await read(app, paths.audit(), Cookie)).toContain('Nothing yet')
  })
})

describe('what goes on beside requests', () => {
  /** Three deliveries: one given up, one to be tried again, one that arrived. */
  async function someDeliveries(db: Db) {
    await imported(db, aDispute())
    const { app } = anApp({ db, webhooks: {} })
    const { Cookie, csrf, accountId } = await signedInAs(app, db, { name: 'Olive', role: 'owner' })
    const hook = await aWebhook(db, { url: 'https://hooks.example.org/x', accountId })
    const one = { webhook_id: hook, event: 'test', noted_at: noon }
    const deliveries = await db
      .insertInto('webhook_delivery')
      .values([
        { ...one, key: 'test 1', attempts: 8, last_error: 'hooks.example.org answered 500.' },
        { ...one, key: 'test 2', attempts: 2, next_attempt_at: later(5), last_error: 'No.' },
        { ...one, key: 'test 3', attempts: 1, delivered_at: later(-5) },
      ])
      .returning('id')
      .execute()
    const [givenUp = 0, retrying = 0, arrived = 0] = deliveries.map(({ id }) => id)
    const retry = async (id: number) =>
      await app.request(paths.retryDelivery({ id }), aForm({ csrf }, { Cookie }))
    const find = async (id: number) =>
      await db
        .selectFrom('webhook_delivery')
        .where('id', '=', id)
        .select(['attempts', 'next_attempt_at'])
        .executeTakeFirstOrThrow()
    return { app, Cookie, accountId, hook, givenUp, retrying, arrived, retry, find }
  }

  /** The facts of the page, by what they are called. */
  function factsOf(html: string): Readonly<Record<string, string>> {
    const { document } = parseHTML(html)
    const terms = [...document.querySelectorAll('main dt')]
    return Object.fromEntries(
      terms.map((dt) => [textOf(dt), textOf(dt.nextElementSibling ?? { textContent: '' })]),
    )
  }

  test('is counted, with what was last and what is next', async ({ db }) => {
    const { app, Cookie } = await someDeliveries(db)
    const page = await read(app, paths.jobs(), Cookie)
    expect(factsOf(page)).toMatchObject({
      Webhooks: '1 webhook',
      Waiting: '0',
      'To be tried again': '1',
      'Given up': '1',
      Delivered: '1',
      'Last delivered': '24 November 2026, 11:55 UTC',
      'Next attempt': '24 November 2026, 12:05 UTC',
      'On record without an entry': '0',
      'Entries of nothing on record': '0',
    })
    expect(page).toContain('Given up after 8 attempts.')
    expect(page).toContain('hooks.example.org answered 500.')
    expect(page).not.toContain('hooks.example.org/x')
  })

  test('shows when what is searched has come apart from what is on record', async ({ db }) => {
    const { app, Cookie } = await someDeliveries(db)
    await db.deleteFrom('search_entry').where('kind', '=', 'party').execute()
    const parties = await db.selectFrom('party').select('id').execute()
    const facts = factsOf(await read(app, paths.jobs(), Cookie))
    expect(facts['On record without an entry']).toBe(String(parties.length))
  })

  test('is tried again when asked: what was given up begins anew', async ({ db }) => {
    const { app, Cookie, givenUp, retrying, retry, find } = await someDeliveries(db)
    expect(await read(app, paths.jobs(), Cookie)).toContain(paths.retryDelivery({ id: givenUp }))
    const answer = await retry(givenUp)
    expect(answer.headers.get('Location')).toBe('/admin/jobs?saved=retried')
    expect(await find(givenUp)).toEqual({ attempts: 0, next_attempt_at: noon })
    await retry(retrying)
    expect(await find(retrying)).toEqual({ attempts: 2, next_attempt_at: noon })
    const after = await read(app, '/admin/jobs?saved=retried', Cookie)
    expect(after).toContain('It is sent again now.')
    expect(factsOf(after)).toMatchObject({ Waiting: '1', 'Given up': '0' })
  })

  test('is not tried again where it arrived, is not there, or its webhook is disabled', async ({
    db,
  }) => {
    const { app, Cookie, accountId, hook, givenUp, arrived, retry, find } = await someDeliveries(db)
    for (const id of [arrived, 999_999]) expect((await retry(id)).status).toBe(404)
    await disableWebhook(db, { id: hook, accountId, now: noon })
    expect((await retry(givenUp)).status).toBe(404)
    expect(await find(givenUp)).toEqual({ attempts: 8, next_attempt_at: null })
    const page = await read(app, paths.jobs(), Cookie)
    expect(page).not.toContain('/retry')
    expect(factsOf(page)).toMatchObject({ 'Held by disabled webhooks': '1' })
  })

  test('says that nothing is sent where nothing is to be', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const page = await read(app, paths.jobs(), Cookie)
    expect(page).toContain('<code>WEBHOOKS_TO</code>')
    expect(factsOf(page)).toMatchObject({ 'Last attempt': 'never', 'Next attempt': 'none' })
  })
})

describe('the navigation of the administration', () => {
  const current = (html: string): string[] =>
    [...parseHTML(html).document.querySelectorAll('nav.tabs a')].map(
      (a) => `${textOf(a)}${a.getAttribute('aria-current') === 'page' ? ' *' : ''}`,
    )

  test('leads an owner to each page, and is not there for an editor, who has one', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const names = ['People', 'Erasures', 'Audit', 'Background work']
    const pages = [paths.people, paths.erasures, paths.audit(), paths.jobs()]
    for (const [i, page] of pages.entries())
      expect(current(await read(app, page, Cookie))).toEqual(
        names.map((name, n) => (n === i ? `${name} *` : name)),
      )
    const { accountId } = await anAccount(db, { name: 'Ana' })
    expect(current(await read(app, paths.account({ id: accountId }), Cookie))).toEqual(names)
    const editor = await signedInAs(app, db, { name: 'Ed', role: 'editor' })
    expect(current(await read(app, paths.people, editor.Cookie))).toEqual([])
  })
})
