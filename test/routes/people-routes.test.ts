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

describe('roles and accounts', () => {
  const change = async (
    app: App,
    owner: Session,
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
    const { accountId } = await anAccount(db, { name: 'Ana', email, passwordHash })
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
    const { accountId } = await anAccount(db, { name: 'Ana', email, passwordHash })
    const answer = await app.request(
      paths.accountLink({ id: accountId }),
      aForm({ csrf: owner.csrf }, { Cookie: owner.Cookie }),
    )
    const link = /\/sign-in\/[\w-]{43}/.exec(await answer.text())?.[0] ?? ''
    const Cookie = cookieOf(await app.request(link))
    const csrf = await csrfOf(app, Cookie)
    const form = aForm({ csrf, newPassword: OTHER_PASSWORD }, { Cookie })
    expect((await app.request(paths.changePassword, form)).status).toBe(303)
    expect((await signInWith(app, OTHER_PASSWORD)).status).toBe(303)
    expect((await app.request(link)).status).toBe(410)
  })
})
