import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { insertPeopleEvent } from '#db/queries/accounts.ts'
import { insertToken } from '#db/queries/api-tokens.ts'
import { disableWebhook } from '#db/queries/webhooks.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { aForm, anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { aWebhook } from '#test/support/telling.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier
const slug = demo.topic.slug

/** The title of a page and its main part, without what is left out. */
function shownOf(html: string, without?: string): string {
  const { document } = parseHTML(html)
  if (without !== undefined) for (const apart of document.querySelectorAll(without)) apart.remove()
  const main = document.querySelector('main')?.outerHTML
  expect(main).toBeDefined()
  return `<html><head><title>${document.title}</title></head><body>${main}</body></html>`
}

async function inArabic(db: Db) {
  await imported(db, inCyrillic(demo))
  const { app } = anApp({ db, webhooks: {} })
  const owner = await signedIn(app, db)
  const look = async (path: string, Cookie?: string, without?: string): Promise<void> => {
    const cookies = [...(Cookie === undefined ? [] : [Cookie]), 'language=ar'].join('; ')
    const html = await (await app.request(path, { headers: { Cookie: cookies } })).text()
    expect(html).toContain('<html lang="ar" dir="rtl"')
    const untranslated = untranslatedIn(shownOf(html, without))
    expect.soft({ path, untranslated }).toEqual({ path, untranslated: [] })
  }
  return { app, owner, look }
}

describe('pages in Arabic say nothing in another language', () => {
  test('of settings, to readers', async ({ db }) => {
    const { look } = await inArabic(db)
    await look(paths.appearanceSettings)
    await look(`${paths.keyboardSettings}?saved=browser`)
  })

  test('of settings, to somebody with an account', async ({ db }) => {
    const { app, owner, look } = await inArabic(db)
    const { Cookie, csrf } = owner
    await db.updateTable('account').set({ name: 'Ольга' }).execute()
    await look(paths.notifications(), Cookie)
    await app.request(paths.follow('topic', { id: 1, slug }), aForm({ csrf }, { Cookie }))
    const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    await aWebhook(db, { url: 'https://hooks.example.org/', accountId })
    // What a role means is said elsewhere.
    await look(`${paths.settings}?saved=password`, Cookie, '.lede')
    for (const path of [
      `${paths.profile}?saved=profile`,
      `${paths.profile}?saved=browser`,
      `${paths.apiTokens}?saved=token`,
      paths.notifications(),
      paths.notifications({ ended: `topic ${slug}` }),
      paths.webhooks,
    ])
      await look(path, Cookie)
  })

  test('of the administration', async ({ db }) => {
    const { app, owner, look } = await inArabic(db)
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
    await look(paths.audit(), Cookie)
    await look(paths.audit({ kind: 'role', who: '999' }), Cookie)
    await look(paths.jobs({ saved: 'retried' }), Cookie)
    await disableWebhook(db, { id: hook, accountId, now: noon })
    await look(paths.audit({ kind: 'webhook' }), Cookie)
    await look(paths.jobs(), Cookie)
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
