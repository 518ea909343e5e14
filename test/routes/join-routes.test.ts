import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import {
  type App,
  type Session,
  aForm,
  anApp,
  cookieOf,
  later,
  signedIn,
} from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { PASSWORD } from '#test/support/with-password.ts'

const invite = async (app: App, who: Session, role: string) => {
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
    const late = anApp({ db, now: () => later(7 * 24 * 60) }).app
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
      [{ ...joining, newPassword: 'zu-kurz' }, 'use at least 15'],
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
