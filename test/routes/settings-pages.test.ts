import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import { disableWebhook } from '#db/queries/webhooks.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { anAccount, signedInAs } from '#test/support/an-account.ts'
import { type App, aForm, anApp, cookieOf, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { aWebhook } from '#test/support/telling.ts'
import { undoOn } from '#test/support/undo.ts'

const read = async (app: App, path: string, Cookie = '') =>
  await (await app.request(path, { headers: { Cookie } })).text()

/** The links of the settings’ navigation, and the one that is the page itself. */
function navigationOf(html: string) {
  const { document } = parseHTML(html)
  const links = [...document.querySelectorAll('nav.tabs a')]
  return {
    all: links.map((link) => link.getAttribute('href') ?? ''),
    current: links
      .filter((link) => link.getAttribute('aria-current') === 'page')
      .map((link) => link.getAttribute('href')),
  }
}

const FOR_EVERYBODY = [paths.appearanceSettings, paths.keyboardSettings]
const FOR_ACCOUNTS = [
  paths.settings,
  paths.profile,
  ...FOR_EVERYBODY,
  paths.notifications(),
  paths.apiTokens,
]

describe('the navigation of the settings', () => {
  test('leads an editor to each page, which says that it is the page itself', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const pages = [...FOR_ACCOUNTS, paths.webhooks]
    for (const page of pages)
      expect(navigationOf(await read(app, page, Cookie))).toEqual({ all: pages, current: [page] })
  })

  test('offers webhooks to nobody who may not have them', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedInAs(app, db, { name: 'Rea', role: 'reader' })
    for (const page of FOR_ACCOUNTS)
      expect(navigationOf(await read(app, page, Cookie)).all).toEqual(FOR_ACCOUNTS)
    expect(await read(app, paths.notifications(), Cookie)).not.toContain('webhook')
  })

  test('has for readers what holds in their browser alone', async ({ db }) => {
    const { app } = anApp({ db })
    for (const page of FOR_EVERYBODY)
      expect(navigationOf(await read(app, page))).toEqual({ all: FOR_EVERYBODY, current: [page] })
    expect((await app.request(paths.profile)).status).toBe(401)
  })

  test('is on the page where a form came back, and marks the same page', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie, csrf } = await signedIn(app, db)
    for (const page of [paths.profile, paths.apiTokens]) {
      const answer = await app.request(page, aForm({ csrf }, { Cookie }))
      expect(answer.status).toBe(422)
      expect(navigationOf(await answer.text()).current).toEqual([page])
    }
  })
})

describe('what holds in one browser', () => {
  /** What the forms of a page offer under a name, and what is chosen. */
  function choicesOf(html: string, name: string) {
    const { document } = parseHTML(html)
    const inputs = [...document.querySelectorAll(`input[name="${name}"]`)]
    return {
      values: inputs.map((input) => input.getAttribute('value')),
      chosen: inputs.filter((i) => i.hasAttribute('checked')).map((i) => i.getAttribute('value')),
    }
  }

  test('is chosen without an account, kept, and said to be', async ({ db }) => {
    const { app } = anApp({ db })
    const before = await read(app, paths.appearanceSettings)
    expect(choicesOf(before, 'theme')).toEqual({
      values: ['system', 'light', 'dark', 'contrast'],
      chosen: ['system'],
    })
    const back = /name="return_to" value="([^"]*saved[^"]*)"/.exec(before)?.[1] ?? ''
    const answer = await app.request(
      paths.appearance,
      aForm({ theme: 'contrast', return_to: back }),
    )
    const location = answer.headers.get('Location') ?? ''
    expect(location).toBe('/settings/appearance?saved=browser')
    const after = await read(app, location, cookieOf(answer))
    expect(choicesOf(after, 'theme').chosen).toEqual(['contrast'])
    expect(after).toContain('Saved in this browser.')
    expect(before).not.toContain('Saved in this browser.')
  })

  test('each language is offered by its own name, in its own letters', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const chosen = await app.request(paths.appearance, aForm({ language: 'ar' }))
    const inArabic = `${Cookie}; ${cookieOf(chosen)}`
    for (const page of [paths.appearanceSettings, paths.profile]) {
      const html = await read(app, page, Cookie)
      expect(choicesOf(html, 'language')).toEqual({ values: ['en', 'ar'], chosen: ['en'] })
      expect(html).toContain('<bdi lang="ar" dir="rtl">العربية</bdi>')
      const arabic = await read(app, page, inArabic)
      expect(choicesOf(arabic, 'language').chosen).toEqual(['ar'])
      expect(arabic).toContain('<bdi lang="en" dir="ltr">English</bdi>')
    }
  })

  test('keys pressed alone are turned off, beside the way to the list of all', async ({ db }) => {
    const { app } = anApp({ db })
    const page = await read(app, paths.keyboardSettings, 'keys=off')
    expect(choicesOf(page, 'keys')).toEqual({ values: ['on', 'off'], chosen: ['off'] })
    expect(page).toContain(`href="${paths.helpKeys}"`)
    expect(choicesOf(await read(app, paths.keyboardSettings), 'keys').chosen).toEqual(['on'])
  })

  test('whoever is signed in saves it by a form with their token', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    expect(await read(app, paths.keyboardSettings, Cookie)).toContain('name="csrf"')
    expect(await read(app, paths.keyboardSettings)).not.toContain('name="csrf"')
  })
})

describe('notifications', () => {
  test('say what is followed, which ends there and can be taken back there', async ({ db }) => {
    await imported(db, aDispute())
    const { app } = anApp({ db })
    const { Cookie, csrf } = await signedIn(app, db)
    const post = async (path: string, fields: Record<string, string>) =>
      await app.request(path, aForm({ csrf, ...fields }, { Cookie }))
    expect(await read(app, paths.notifications(), Cookie)).toContain('a button to follow it')
    const topic = { id: 1, slug: 'strait' }
    await post(paths.follow('topic', topic), {})
    const page = await read(app, paths.notifications(), Cookie)
    expect(page).toContain('What you follow')
    expect(page).toContain('name="back" value="notifications"')

    const ended = await post(paths.stopFollowing('topic', topic), { back: 'notifications' })
    const location = ended.headers.get('Location') ?? ''
    expect(location).toMatch(/^\/settings\/notifications\?ended=topic/)
    const { path, fields } = undoOn(await read(app, location, Cookie))
    const undone = await post(path, fields)
    expect(undone.headers.get('Location')).toBe('/settings/notifications#following')
    expect(await read(app, paths.notifications(), Cookie)).toContain('What you follow')
  })

  test('name webhooks by topic and host, and no more of their addresses', async ({ db }) => {
    await imported(db, aDispute())
    const { app } = anApp({ db, webhooks: {} })
    const { accountId } = await anAccount(db, { name: 'Ed', role: 'editor' })
    const { Cookie } = await signedIn(app, db)
    const { id: owner } = await db
      .selectFrom('account')
      .where('role', '=', 'owner')
      .select('id')
      .executeTakeFirstOrThrow()
    const url = 'https://hooks.example.org/a-secret-path'
    const id = await aWebhook(db, { url, accountId: owner })
    await aWebhook(db, { url, accountId: owner })
    await aWebhook(db, { url: 'https://others.example.org/', accountId })
    await disableWebhook(db, { id, accountId: owner, now: noon })
    const page = await read(app, paths.notifications(), Cookie)
    expect(page).toContain('2 webhooks, 1 disabled.')
    expect(page).toContain('<code>hooks.example.org</code>')
    expect(page).not.toContain('a-secret-path')
    expect(page).not.toContain('others.example.org')
  })
})
