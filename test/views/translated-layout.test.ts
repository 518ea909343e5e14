import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { aDossier } from '#test/support/a-dossier.ts'
import { recorded } from '#test/support/a-record.ts'
import { type App, aForm, anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const arabic = (Cookie = '') => ({ Cookie: `language=ar; ${Cookie}` })

/** A whole page, with header and footer; what is written in a format is as it is. */
async function pageOf(app: App, path: string, Cookie?: string): Promise<string> {
  const answer = await app.request(path, { headers: arabic(Cookie) })
  const html = await answer.text()
  expect(html).toContain('<html lang="ar" dir="rtl"')
  return html
}

/** An application with a topic in Cyrillic, and whoever owns it. */
async function aSite(db: Db) {
  await recorded(db, inCyrillic(aDossier()))
  const { app } = anApp({ db })
  const owner = await signedIn(app, db)
  await db.updateTable('account').set({ name: 'Ольга' }).execute()
  return { app, owner }
}

const slug = aDossier().topic.slug

describe('whole pages in Arabic say nothing in another language', () => {
  test('to readers', async ({ db }) => {
    const { app } = await aSite(db)
    for (const path of [
      paths.helpKeys,
      paths.accessibility,
      paths.signInForm(),
      paths.search(),
      paths.timeline(slug),
      '/никуда',
      `${paths.home}nowhere`,
      paths.topic('nowhere'),
    ]) {
      const html = await pageOf(app, path)
      const { document } = parseHTML(html)
      for (const example of document.querySelectorAll('.found-tips li a')) example.remove()
      expect.soft({ path, left: untranslatedIn(document.toString()) }).toEqual({ path, left: [] })
    }
  })

  test('to somebody who is signed in', async ({ db }) => {
    const { app, owner } = await aSite(db)
    for (const path of [paths.helpKeys, paths.inbox(), paths.timeline(slug), paths.erasures]) {
      const left = untranslatedIn(await pageOf(app, path, owner.Cookie))
      expect.soft({ path, left }).toEqual({ path, left: [] })
    }
  })

  test('about the method, but for what is an example of a format', async ({ db }) => {
    const { app } = anApp({ db })
    expect(untranslatedIn(await pageOf(app, paths.method))).toEqual(['2015-12-XX'])
  })

  test('when a form is refused', async ({ db }) => {
    const { app } = anApp({ db })
    const answer = await app.request(
      paths.appearance,
      aForm({ theme: 'loud' }, arabic('theme=dark')),
    )
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(untranslatedIn(html)).toEqual([])
  })
})

describe('what scripts say', () => {
  const wordsOf = (html: string, selector: string): string =>
    parseHTML(html).document.querySelector(selector)?.getAttribute('data-words') ?? ''

  test('comes with the page, in its language', async ({ db }) => {
    const { app, owner } = await aSite(db)
    const palette = wordsOf(await pageOf(app, paths.help), '#palette')
    expect(JSON.parse(palette)).toMatchObject({ goTo: 'انتقال', kinds: { claim: 'قول' } })
    const english = await (await app.request(paths.help)).text()
    expect(JSON.parse(wordsOf(english, '#palette'))).toMatchObject({
      goTo: 'Go to',
      all: 'All results: {}',
      suggestions: { other: '{n} suggestions.' },
    })
    const passkey = wordsOf(await pageOf(app, paths.settings, owner.Cookie), '[data-passkey]')
    const { errors, refusals } = JSON.parse(passkey) as {
      errors: Record<string, string>
      refusals: Record<string, string>
    }
    expect(Object.values(errors).filter((says) => /[A-Za-z]{2,}/.test(says))).toEqual([])
    expect(Object.keys(refusals)).toContain('rate_limited')
  })
})

describe('the header in Arabic', () => {
  test('counts what is unread, up to a figure', async ({ db }) => {
    const { app, owner } = await aSite(db)
    const { document } = parseHTML(await pageOf(app, paths.help, owner.Cookie))
    const header = document.querySelector('.site-header')?.textContent ?? ''
    expect(header).toContain('الوارد')
    expect(header).toContain('الأشخاص')
    expect(document.querySelector('.signed-in bdi')?.textContent).toBe('Ольга')
  })
})
