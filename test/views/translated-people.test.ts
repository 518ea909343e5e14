import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { anAccount } from '#test/support/an-account.ts'
import { later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { demo, openInArabic } from '#test/support/looks-in-arabic.ts'

/** The owner of tests, and addresses of mail, are recorded in Latin letters. */
const keeps = /^(?:Owner|(?:[^A-Za-z]+ )?[a-z]+@example\.org)$/

/** Something of each kind that the log of people tells. */
const DEEDS = [
  'set a new password',
  'added a passkey',
  'removed a passkey',
  'took an invitation back',
  'took the name Аня',
  'made a sign-in link for Аня',
  'disabled the account of Аня',
  'let Аня in again',
  'made Аня Вторая reviewer (was reader)',
  'made Аня a member of a topic',
  'took Аня out of a topic',
  'invited somebody as editor',
  'invited “Аня” as owner',
  'joined as contributor, invited by Аня',
  'set the topic тема to private, settled by one review',
  'set the topic тема to team, settled by two reviews',
]

const note = async (db: Db, what: string) =>
  await db.insertInto('people_event').values({ happened_at: noon, actor: 'Аня', what }).execute()

describe('in Arabic nothing is said in another language', () => {
  test('about people, invitations and accounts', async ({ db }) => {
    const { look, send, sendAndLook, owner: by } = await openInArabic(db)
    const { accountId: id } = await anAccount(db, { name: 'Аня', email: 'anja@example.org' })
    for (const what of DEEDS) await note(db, what)
    await sendAndLook(paths.people, { role: 'reviewer', note: 'Борис' }, { keeps })
    await sendAndLook(paths.people, { role: '', note: 'я'.repeat(81) }, { keeps })
    await look(paths.people, { by, keeps })
    await look(paths.account({ id }), { by, keeps })
    await sendAndLook(paths.accountLink({ id }), {}, { keeps })
    await sendAndLook(paths.account({ id }), { role: '', access: '', why: '' }, { keeps })
    const away = { role: 'reviewer', access: 'disabled', why: 'Так решено.' }
    const answer = await send(paths.account({ id }), away)
    const at = answer.headers.get('Location') ?? ''
    expect(at).toContain('disabled=')
    await look(at, { by, keeps })
    await look(paths.account({ id }), { by, keeps })
  })

  test('about what everybody has of their own', async ({ db }) => {
    const { look, sendAndLook, owner: by } = await openInArabic(db)
    const settings = { by, keeps: /^(?:Firefox|Linux)/ }
    await look(paths.settings, settings)
    await look(`${paths.settings}?saved=profile`, settings)
    const token = { tokenName: 'Ключ', scopes: 'read', days: '30' }
    await sendAndLook(paths.apiTokens, token)
    await sendAndLook(paths.apiTokens, { ...token, tokenName: '', days: '31' })
    await sendAndLook(paths.settings, { name: '', email: 'x' }, { keeps: /@example\.org/ })
    await sendAndLook(paths.changePassword, { newPassword: 'short' })
  })

  test('about webhooks and what came of them', async ({ db }) => {
    const { look, sendAndLook, owner: by } = await openInArabic(db)
    const webhook = { topic: demo.topic.slug, url: 'https://example.org/hook' }
    await sendAndLook(paths.webhooks, { ...webhook, events: 'claim.recorded' })
    await sendAndLook(paths.webhooks, { topic: '', url: 'http://example.org' })
    await sendAndLook(paths.webhooks, { topic: '', url: 'https://a:b@example.org' })
    const [made] = await db.selectFrom('webhook').select('id').execute()
    if (made === undefined) throw new Error('No webhook')
    const row = { webhook_id: made.id, event: 'test', noted_at: later(0), attempts: 2 }
    const errors = [
      'It was not sent while the webhook was disabled.',
      'The program ended before an answer came.',
      'пример did not answer within 10 seconds.',
      'пример answered 500.',
      'пример answered 302 (там). Redirects are not followed.',
    ]
    for (const [i, last_error] of errors.entries())
      await db
        .insertInto('webhook_delivery')
        .values({ ...row, key: String(i), last_error, next_attempt_at: i === 0 ? later(1) : null })
        .execute()
    await look(paths.webhooks, { by })
    await look(`${paths.webhooks}?saved=disabled&which=${made.id}`, { by })
  })
})
