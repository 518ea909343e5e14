import { describe } from 'vitest'
import { insertPeopleEvent } from '#db/queries/accounts.ts'
import { insertToken } from '#db/queries/api-tokens.ts'
import { disableWebhook } from '#db/queries/webhooks.ts'
import { paths } from '#server/paths.ts'
import { aForm, later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { demo, openInArabic } from '#test/support/looks-in-arabic.ts'
import { aWebhook } from '#test/support/telling.ts'

const slug = demo.topic.slug

describe('pages in Arabic say nothing in another language', () => {
  test('of settings, to readers', async ({ db }) => {
    const { look } = await openInArabic(db)
    await look(paths.appearanceSettings)
    await look(`${paths.keyboardSettings}?saved=browser`)
  })

  test('of settings, to somebody with an account', async ({ db }) => {
    const { app, owner, look } = await openInArabic(db)
    const { Cookie, csrf } = owner
    await db.updateTable('account').set({ name: 'Ольга' }).execute()
    await look(paths.notifications(), { by: owner })
    await app.request(paths.follow('topic', { id: 1, slug }), aForm({ csrf }, { Cookie }))
    const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    await aWebhook(db, { url: 'https://hooks.example.org/', accountId })
    await look(`${paths.settings}?saved=password`, { by: owner })
    for (const path of [
      `${paths.profile}?saved=profile`,
      `${paths.profile}?saved=browser`,
      `${paths.apiTokens}?saved=token`,
      paths.notifications(),
      paths.notifications({ ended: `topic ${slug}` }),
      paths.webhooks,
    ])
      await look(path, { by: owner })
  })

  test('of the administration', async ({ db }) => {
    const { app, owner, look } = await openInArabic(db)
    const { Cookie, csrf } = owner
    await db.updateTable('account').set({ name: 'Ольга' }).execute()
    const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    const by = { accountId, name: 'Ольга', now: noon }
    const claim = await db.selectFrom('claim').select('id').executeTakeFirstOrThrow()
    const why = 'Решение'
    const post = async (path: string, fields: Record<string, string>) =>
      await app.request(path, aForm({ csrf, ...fields }, { Cookie }))
    await post(paths.askErasure('claim', claim), { reason: 'copyright', why })
    await insertToken(db, {
      accountId,
      name: 'Ночь',
      scopes: ['read', 'record', 'review'],
      tokenHash: Buffer.alloc(32),
      now: noon,
      expiresAt: later(600),
    })
    const hook = await aWebhook(db, { url: 'https://hooks.example.org/', accountId })
    const hooks = { webhook_id: hook, event: 'test', noted_at: noon, attempts: 3 }
    await db
      .insertInto('webhook_delivery')
      .values([
        { ...hooks, key: 'test 1', last_error: 'Нет' },
        { ...hooks, key: 'test 2', next_attempt_at: later(5) },
        { ...hooks, key: 'test 3', next_attempt_at: noon, attempts: 0 },
      ])
      .execute()
    const subject = { id: accountId, name: by.name }
    for (const act of acts(by.name))
      await insertPeopleEvent(db, { at: noon, actor: by, subject, ...act })
    await look(paths.audit(), { by: owner })
    await look(paths.audit({ kind: 'role', who: '999' }), { by: owner })
    await look(paths.jobs({ saved: 'retried' }), { by: owner })
    await disableWebhook(db, { id: hook, accountId, now: noon })
    await look(paths.audit({ kind: 'webhook' }), { by: owner })
    await look(paths.jobs(), { by: owner })
  })
})

/** Clauses of the log of people, one of each form. */
const acts = (name: string) =>
  [
    `made ${name} editor (was reader)`,
    `disabled the account of ${name}`,
    `let ${name} in again`,
    `made a sign-in link for ${name}`,
    `made ${name} a member of a topic`,
    `took ${name} out of a topic`,
    `took the name ${name}`,
    'set a new password',
    'added a passkey',
    'removed a passkey',
    'took an invitation back',
    'invited somebody as owner',
    'invited “Анна” as contributor',
    `joined as reviewer, invited by ${name}`,
    'set the topic syria to private, settled by one review',
    'set the topic syria to public, settled by two reviews',
  ].map((what) => ({ what }))
