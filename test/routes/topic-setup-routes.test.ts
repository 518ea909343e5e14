import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { sql } from 'kysely'
import { insertMember } from '#db/queries/members.ts'
import { findVisibleTopic } from '#db/queries/topics.ts'
import { isVisible } from '#db/queries/visibility.ts'
import { ROLES, SCOPES, VISIBILITIES, maySee } from '#server/domain/access.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { aForm, anApp, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const setUp = { visibility: 'private', reviewsToSettle: '1', why: 'Under embargo' }

describe('setting up a topic', () => {
  test('shuts everybody out but its members and owners, at once and everywhere', async ({ db }) => {
    const { app } = anApp({ db })
    const x = (await imported(db))('strikes')
    const editor = await signedInAs(app, db, { name: 'Ed', role: 'editor' })
    const other = await signedInAs(app, db, { name: 'Other', role: 'editor' })
    const owner = await signedInAs(app, db, { name: 'Olga', role: 'owner' })
    const form = aForm({ csrf: editor.csrf, ...setUp }, { Cookie: editor.Cookie })
    expect((await app.request(paths.topicSetup('strait'), form)).status).toBe(303)
    const statuses = async (headers: Record<string, string>) =>
      await Promise.all(
        [paths.topic('strait'), paths.contradiction({ id: x }), paths.compareJson('strait')].map(
          async (path) => (await app.request(path, { headers })).status,
        ),
      )
    expect(await statuses({})).toEqual([404, 404, 404])
    expect(await statuses({ Cookie: other.Cookie })).toEqual([404, 404, 404])
    expect(await statuses({ Cookie: editor.Cookie })).toEqual([200, 200, 200])
    expect(await statuses({ Cookie: owner.Cookie })).toEqual([200, 200, 200])
    const member = aForm(
      { csrf: editor.csrf, account: String(other.accountId) },
      { Cookie: editor.Cookie },
    )
    expect((await app.request(paths.topicMembers('strait'), member)).status).toBe(303)
    expect(await statuses({ Cookie: other.Cookie })).toEqual([200, 200, 200])
    const remove = paths.removeTopicMember('strait', { id: other.accountId })
    await app.request(remove, aForm({ csrf: editor.csrf }, { Cookie: editor.Cookie }))
    expect(await statuses({ Cookie: other.Cookie })).toEqual([404, 404, 404])
  })

  test('is a revision of the topic, with its reason, and in the log of people', async ({ db }) => {
    const { app } = anApp({ db })
    await imported(db)
    const editor = await signedInAs(app, db, { name: 'Ed', role: 'editor' })
    const form = { csrf: editor.csrf, visibility: 'team', reviewsToSettle: '2', why: 'A test' }
    await app.request(paths.topicSetup('strait'), aForm(form, { Cookie: editor.Cookie }))
    const revision = await db
      .selectFrom('revision')
      .where('entity', '=', 'topic')
      .where('version', '=', 2)
      .select(['made_by', 'why', 'after'])
      .executeTakeFirstOrThrow()
    expect(revision).toMatchObject({
      made_by: 'Ed',
      why: 'A test',
      after: { topic: { visibility: 'team', reviewsToSettle: 2 } },
    })
    const topic = await findVisibleTopic(db, 'strait', {
      accountId: editor.accountId,
      role: 'reader',
    })
    expect(topic).toMatchObject({ visibility: 'team', reviewsToSettle: 2 })
    expect(await db.selectFrom('people_event').select('what').execute()).toEqual([
      { what: 'set the topic strait to team, settled by two reviews' },
    ])
  })

  test('settles what waited for a second review that is no longer asked for', async ({ db }) => {
    const { app } = anApp({ db })
    const x = (await imported(db))('strikes')
    await db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
    const reviewer = await signedInAs(app, db, { name: 'Rea', role: 'reviewer' })
    const page = await (
      await app.request(paths.reviews({ id: x }), { headers: { Cookie: reviewer.Cookie } })
    ).text()
    const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const review = { csrf: reviewer.csrf, verdict: 'conflict', seen, next: 'page' }
    await app.request(paths.reviews({ id: x }), aForm(review, { Cookie: reviewer.Cookie }))
    const statusOf = async () =>
      (
        await db
          .selectFrom('contradiction')
          .where('id', '=', x)
          .select('status')
          .executeTakeFirstOrThrow()
      ).status
    expect(await statusOf()).toBe('under review')
    const editor = await signedInAs(app, db, { name: 'Ed', role: 'editor' })
    const form = { csrf: editor.csrf, visibility: 'public', reviewsToSettle: '1' }
    await app.request(paths.topicSetup('strait'), aForm(form, { Cookie: editor.Cookie }))
    expect(await statusOf()).toBe('confirmed')
  })

  test('comes back with what was chosen when something is missing', async ({ db }) => {
    const { app } = anApp({ db })
    await imported(db)
    const editor = await signedInAs(app, db, { name: 'Ed', role: 'editor' })
    const form = aForm({ csrf: editor.csrf, visibility: 'team' }, { Cookie: editor.Cookie })
    const answer = await app.request(paths.topicSetup('strait'), form)
    expect([answer.status, (await answer.text()).includes('Choose what settles')]).toEqual([
      422,
      true,
    ])
    const nobody = aForm({ csrf: editor.csrf, account: '' }, { Cookie: editor.Cookie })
    const members = await app.request(paths.topicMembers('strait'), nobody)
    expect([members.status, (await members.text()).includes('Choose a person')]).toEqual([
      422,
      true,
    ])
  })
})

test('the database shows a topic to exactly whom the rule shows it to', async ({ db }) => {
  await imported(db, aDispute())
  const { id: topicId } = await db.selectFrom('topic').select('id').executeTakeFirstOrThrow()
  const { accountId } = await anAccount(db, { name: 'Ana' })
  const actor = fc.option(
    fc.record({
      accountId: fc.constant(accountId),
      role: fc.constantFrom(...ROLES),
      scopes: fc.option(fc.subarray([...SCOPES]), { nil: undefined }),
    }),
    { nil: undefined },
  )
  await fc.assert(
    fc.asyncProperty(
      actor,
      fc.constantFrom(...VISIBILITIES),
      fc.boolean(),
      async (viewer, visibility, isMember) => {
        await db.updateTable('topic').set({ visibility }).execute()
        await db.deleteFrom('topic_member').execute()
        if (isMember) await insertMember(db, { topicId, accountId, addedBy: accountId, now: noon })
        const row = await db
          .selectFrom('topic as t')
          .select(isVisible(viewer, 't').as('sees'))
          .select(sql<number>`1`.as('one'))
          .executeTakeFirstOrThrow()
        expect(row.sees).toBe(maySee(viewer, { visibility, isMember }))
      },
    ),
  )
})
