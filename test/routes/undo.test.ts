import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { insertMember } from '#db/queries/members.ts'
import { findSeen } from '#db/queries/reviews.ts'
import { insertWebhook } from '#db/queries/webhooks.ts'
import type { Role } from '#server/domain/access.ts'
import { encodeId, paths } from '#server/paths.ts'
import { aTown, fieldsOn, openTown } from '#test/support/a-claim-form.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { changeClaim } from '#test/support/following.ts'
import { faultsOf } from '#test/support/html.ts'
import { undoOn } from '#test/support/undo.ts'

/** Somebody in the dispute, who sends forms, and follows where they lead. */
async function openDispute(db: Db, role: Role) {
  const idOf = await imported(db)
  const { app } = anApp({ db })
  const who = await signedInAs(app, db, { name: 'Edith', role })
  const headers = { Cookie: who.Cookie }
  const read = async (path: string) => await (await app.request(path, { headers })).text()
  const send = async (path: string, fields: Record<string, string> = {}) =>
    await app.request(path, aForm({ csrf: who.csrf, ...fields }, headers))
  return { app, idOf, who, read, send }
}

interface Sends {
  readonly read: (path: string) => Promise<string>
  readonly send: (path: string, fields: Record<string, string>) => Promise<Response>
}

/** Do something, and read the page that follows. */
async function done({ send, read }: Sends, path: string, fields: Record<string, string> = {}) {
  const answer = await send(path, fields)
  expect(answer.status, path).toBe(303)
  const at = answer.headers.get('Location') ?? ''
  const page = await read(at.split('#')[0] ?? '')
  expect(await faultsOf(page), at).toEqual([])
  return { at, page }
}

/** Press the Undo of a page. */
async function undo(town: Sends, page: string): Promise<void> {
  const { path, fields } = undoOn(page)
  expect((await town.send(path, fields)).status, path).toBe(303)
}

describe('undo, on the page that follows,', () => {
  test('of withdrawing a claim puts it back, and of that withdraws it', async ({ db }) => {
    const town = await openTown(db)
    const withdraw = paths.withdrawClaim({ id: 1 })
    const isWithdrawn = async () => {
      const row = await db
        .selectFrom('claim')
        .select('withdrawn_reason')
        .where('id', '=', 1)
        .executeTakeFirst()
      return row?.withdrawn_reason !== null
    }
    const { at, page } = await done(town, withdraw, { version: '1', why: 'Misheard.' })
    expect(page).toContain('<p>This claim is withdrawn.</p>')
    await undo(town, page)
    expect(await isWithdrawn()).toBe(false)
    expect(await town.read(at)).not.toContain('This claim is withdrawn')
    const back = await town.read(`${paths.claim({ id: 1 })}?saved=put-back`)
    expect(back).toContain('This claim is put back.')
    await undo(town, back)
    expect(await isWithdrawn()).toBe(true)
    const other = await signedInAs(town.app, db, { name: 'Other', role: 'editor' })
    const headers = { Cookie: other.Cookie }
    const seen = await (await town.app.request(at, { headers })).text()
    expect(seen).not.toContain('<button>Undo')
  })

  test('of editing a claim restores the version before', async ({ db }) => {
    const town = await openTown(db)
    const {
      csrf: _,
      theme: __,
      return_to: ___,
      '': ____,
      ...form
    } = Object.fromEntries(fieldsOn(await town.read(paths.editClaim({ id: 1 }))))
    const sent = { ...form, step: 'save', why: 'Typing.', statement: 'Another.' }
    const { page } = await done(town, paths.editClaim({ id: 1 }), sent)
    await undo(town, page)
    const row = await db
      .selectFrom('claim')
      .select(['statement', 'version'])
      .where('id', '=', 1)
      .executeTakeFirst()
    expect(row).toEqual({ statement: 'The bridge should be built.', version: 3 })
    expect(await town.read(paths.claimHistory({ id: 1 }))).toContain(
      'Restored version 1. Undo of version 2.',
    )
    expect(await town.read(`${paths.claim({ id: 2 })}?saved=1`)).not.toContain('<button>Undo')
  })

  test('of showing excerpts of a source shows its whole text', async ({ db }) => {
    const town = await openTown(db, aTown())
    const source = { id: 2, slug: 'minutes' }
    const { page } = await done(town, paths.changeAccess(source), { show: 'excerpts' })
    expect(page).toContain('Readers see excerpts of this source now.')
    await undo(town, page)
    const row = await db
      .selectFrom('source')
      .select('excerpts_only')
      .where('id', '=', 2)
      .executeTakeFirst()
    expect(row?.excerpts_only).toBe(false)
  })

  test('of making a topic private shows it to whom it was shown', async ({ db }) => {
    const town = await openDispute(db, 'editor')
    const setUp = { visibility: 'private', reviewsToSettle: '2', why: 'Under embargo' }
    const { page } = await done(town, paths.topicSetup('strait'), setUp)
    await undo(town, page)
    const row = await db
      .selectFrom('topic')
      .select(['visibility', 'reviews_to_settle'])
      .executeTakeFirst()
    expect(row).toEqual({ visibility: 'public', reviews_to_settle: 1 })
    const same = { visibility: 'public', reviewsToSettle: '1' }
    expect((await done(town, paths.topicSetup('strait'), same)).at).toBe('/t/strait')
  })

  test('of taking a member out lets them in again', async ({ db }) => {
    const town = await openDispute(db, 'editor')
    const ana = await anAccount(db, { name: 'Ana <b>', role: 'reader' })
    const member = { topicId: 1, accountId: ana.accountId }
    await insertMember(db, { ...member, addedBy: town.who.accountId, now: noon })
    const remove = paths.removeTopicMember('strait', { id: ana.accountId })
    const { at, page } = await done(town, remove)
    expect(page).toContain('<bdi>Ana &lt;b&gt;</bdi> is no member')
    await undo(town, page)
    expect(await db.selectFrom('topic_member').select('account_id').execute()).toEqual([
      { account_id: ana.accountId },
    ])
    expect(await town.read(at)).not.toContain('id="done"')
  })

  test('of disabling an account lets it sign in again, for an hour', async ({ db }) => {
    const town = await openDispute(db, 'owner')
    const { accountId: id } = await anAccount(db, { name: 'Ana', role: 'reviewer' })
    const fields = { role: 'reviewer', access: 'disabled', why: 'A test' }
    const { at, page } = await done(town, paths.account({ id }), fields)
    await undo(town, page)
    const ana = await db
      .selectFrom('account')
      .select(['role', 'disabled_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(ana).toEqual({ role: 'reviewer', disabled_at: null })
    expect(await town.read(at)).not.toContain('id="done"')
    await db
      .updateTable('account')
      .set({ disabled_at: later(-61) })
      .where('id', '=', id)
      .execute()
    expect(await town.read(at)).not.toContain('id="done"')
  })

  test('of no longer following goes on since when it was followed', async ({ db }) => {
    const town = await openDispute(db, 'reader')
    const topic = { id: 1, slug: 'strait' }
    await town.send(paths.follow('topic', topic))
    await db
      .updateTable('follow')
      .set({ followed_at: later(-600) })
      .execute()
    const { at, page } = await done(town, paths.stopFollowing('topic', topic), { back: 'inbox' })
    expect(page).toContain('You no longer follow <bdi>The strait</bdi>.')
    await undo(town, page)
    expect(await db.selectFrom('follow').select('followed_at').execute()).toEqual([
      { followed_at: later(-600) },
    ])
    expect(await town.read(at.split('#')[0] ?? '')).not.toContain('id="done"')
    for (const ended of ['topic nowhere', 'weather x', 'party 1', ''])
      expect(await town.read(paths.inbox({ ended }))).toContain('<h1>Inbox</h1>')
    await town.send(paths.stopFollowing('topic', topic))
    await town.send(paths.follow('topic', topic), { since: '2999-01-01T00:00:00Z' })
    expect(await db.selectFrom('follow').select('followed_at').execute()).toEqual([
      { followed_at: noon },
    ])
  })

  test('of disabling a webhook tells again, but not what happened meanwhile', async ({ db }) => {
    const town = await openDispute(db, 'editor')
    const hook = {
      url: 'https://hooks.example/',
      secret: 'whsec_x',
      events: undefined,
      now: later(-60),
    }
    const id = await insertWebhook(db, { ...hook, accountId: town.who.accountId, topicId: 1 })
    await town.send(paths.testWebhook({ id }))
    const { at, page } = await done(town, paths.disableWebhook({ id }))
    await changeClaim(db, 'only', { statement: 'Meanwhile.' }, noon)
    const other = await signedInAs(town.app, db, { name: 'Other', role: 'owner' })
    const theirs = aForm({ csrf: other.csrf }, { Cookie: other.Cookie })
    expect((await town.app.request(paths.enableWebhook({ id }), theirs)).status).toBe(404)
    await undo(town, page)
    expect((await town.send(paths.enableWebhook({ id }))).status).toBe(404)
    expect(await town.read(at)).not.toContain('<button>Undo')
    const { newest } = await db
      .selectFrom('revision')
      .select((eb) => eb.fn.max('id').as('newest'))
      .executeTakeFirstOrThrow()
    const row = await db.selectFrom('webhook').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ disabled_at: null, from_revision: newest, seen_revision: newest })
    const waiting = await db.selectFrom('webhook_delivery').select('next_attempt_at').execute()
    expect(waiting).toEqual([{ next_attempt_at: null }])
  })

  test('of settling what reviewers differ on leaves them differing', async ({ db }) => {
    const town = await openDispute(db, 'editor')
    await db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
    const id = town.idOf('strikes')
    for (const [name, verdict] of [
      ['Ana', 'conflict'],
      ['Bo', 'cannot tell'],
    ] as const) {
      const one = await signedInAs(town.app, db, { name, role: 'reviewer' })
      const fields = { csrf: one.csrf, verdict, seen: (await findSeen(db, id)) ?? '' }
      await town.app.request(paths.reviews({ id }), aForm(fields, { Cookie: one.Cookie }))
    }
    const decision = {
      outcome: 'conflict',
      why: 'Both are right.',
      seen: (await findSeen(db, id)) ?? '',
      next: 'queue',
      queue: 'disputed',
    }
    const { at, page } = await done(town, paths.adjudicate({ id }), decision)
    expect(at).toContain(`done=${encodeId(id)}`)
    expect(page).toContain('Settled as an editor: confirmed. ')
    const form = /notice saved.*?action="([^"]*)">/s.exec(page)?.[1] ?? ''
    expect(form).toBe(paths.takeBackAdjudication({ id }))
    expect((await town.send(form, { next: 'queue', queue: 'disputed' })).status).toBe(303)
    const row = await db
      .selectFrom('contradiction')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row?.status).toBe('under review')
  })
})
