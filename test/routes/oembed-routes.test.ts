import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { ORIGIN, anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { faultsOf } from '#test/support/html.ts'
import { parseXml, textIn } from '#test/support/xml.ts'

interface Answer {
  readonly type: string
  readonly version: string
  readonly title: string
  readonly html: string
  readonly width: number
  readonly height: number
}

const ask = async (db: Db, query: Record<string, string>, init: RequestInit = {}) =>
  await anApp({ db }).app.request(paths.oembed(query), init)

const answerOf = async (db: Db, path: string, more: Record<string, string> = {}) =>
  (await (await ask(db, { url: ORIGIN + path, ...more })).json()) as Answer

const frameOf = (html: string) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  expect(document.querySelectorAll('body *')).toHaveLength(1)
  const frame = document.querySelector('iframe')
  return (name: string) => frame?.getAttribute(name) ?? ''
}

const claimOf = async (db: Db, slug: string) =>
  await db.selectFrom('claim').where('slug', '=', slug).select('id').executeTakeFirstOrThrow()

describe('oEmbed', () => {
  test('gives a frame with a title for what can be embedded, and the frame is there', async ({
    db,
  }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    for (const path of [
      paths.compare('strait', { p: ['beta', 'alpha'], show: 'conflict', asof: '2015-12-20' }),
      paths.compare('strait'),
      paths.matrix('strait', { order: 'name' }),
      paths.contradiction({ id: idOf('border') }),
      paths.claim(await claimOf(db, 'border-a')),
    ]) {
      const { type, version, title, html, width, height } = await answerOf(db, path)
      expect([type, version]).toEqual(['rich', '1.0'])
      const attribute = frameOf(html)
      expect(attribute('title')).toBe(title)
      expect([attribute('loading'), attribute('width'), attribute('height')]).toEqual([
        'lazy',
        String(width),
        String(height),
      ])
      const src = new URL(attribute('src'))
      expect(src.pathname).toMatch(/^\/embed\//)
      const framed = await app.request(src)
      expect(framed.status, path).toBe(200)
      expect(await framed.text()).toContain(path.replaceAll('&', '&amp;'))
    }
  })

  test('is found in the head of each of these pages, at its own address', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    for (const path of [
      paths.compare('strait', { p: ['beta', 'alpha'], asof: '2015-12-20' }),
      paths.matrix('strait', { asof: '2015-12-20' }),
      paths.contradiction({ id: idOf('strikes') }),
      paths.claim(await claimOf(db, 'every')),
    ]) {
      const { document } = parseHTML(await (await app.request(path)).text())
      const link = document.querySelector('link[type="application/json+oembed"]')
      const found = await app.request(link?.getAttribute('href') ?? '/')
      const { html } = (await found.json()) as Answer
      expect(html, path).toContain('/embed/')
    }
  })

  test('keeps to the width and height that are asked for', async ({ db }) => {
    await imported(db)
    const free = await answerOf(db, paths.compare('strait'))
    const small = { maxwidth: '320', maxheight: '200' }
    const { width, height, html } = await answerOf(db, paths.compare('strait'), small)
    expect([width, height]).toEqual([320, 200])
    expect([frameOf(html)('width'), frameOf(html)('height')]).toEqual(['320', '200'])
    const large = { maxwidth: '90000', maxheight: '90000' }
    expect(await answerOf(db, paths.compare('strait'), large)).toEqual(free)
  })

  test('has a height that follows from the rows', async ({ db }) => {
    await imported(db)
    const height = async (path: string) => (await answerOf(db, path)).height
    const one = await height(paths.compare('strait', { issue: 'strikes' }))
    expect(one).toBeLessThan(await height(paths.compare('strait')))
  })

  test('answers in XML where that is asked for, and says that it has nothing else', async ({
    db,
  }) => {
    await imported(db)
    const url = ORIGIN + paths.compare('strait')
    const xml = await ask(db, { url, format: 'xml' })
    expect(xml.headers.get('Content-Type')).toBe('text/xml; charset=utf-8')
    const root = parseXml(await xml.text())
    const { html, title } = await answerOf(db, paths.compare('strait'))
    expect([textIn(root, 'html'), textIn(root, 'title')]).toEqual([html, title])
    const other = await ask(db, { url, format: 'yaml' })
    expect(other.status).toBe(501)
    expect(other.headers.get('Content-Type')).toBe('application/problem+json')
  })

  const refused: readonly [string, string, number][] = [
    ['another site', 'https://elsewhere.example/t/strait/compare', 404],
    ['another scheme', 'https://localhost/t/strait/compare', 404],
    ['a page that is not to be embedded', `${ORIGIN}/t/strait/history`, 404],
    ['a topic that is not there', `${ORIGIN}/t/nowhere/compare`, 404],
    ['a contradiction that is not there', `${ORIGIN}/x/zzz`, 404],
    ['a broken name', `${ORIGIN}/t/%E0%A4/compare`, 404],
    ['no address', 'strait', 400],
    ['a past that is none', `${ORIGIN}/t/strait/compare?known=tomorrow`, 400],
  ]
  for (const [what, url, status] of refused)
    test(`refuses ${what} with problem details`, async ({ db }) => {
      await imported(db)
      const answer = await ask(db, { url }, { headers: { Accept: 'text/html' } })
      expect(answer.status).toBe(status)
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    })

  test('knows nothing of a private topic, and its pages offer no embed', async ({ db }) => {
    const idOf = await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const path of [
      paths.compare('strait'),
      paths.matrix('strait'),
      paths.contradiction({ id: idOf('strikes') }),
      paths.claim(await claimOf(db, 'every')),
    ]) {
      const answer = await ask(db, { url: ORIGIN + path }, { headers: { Cookie } })
      expect(answer.status).toBe(404)
      const page = await (await app.request(path, { headers: { Cookie } })).text()
      expect(page, path).not.toMatch(/oembed|\/embed\/|og:title/)
    }
  })
})

describe('the code to embed a page', () => {
  test('stands on the page as text, once fixed and once following the record', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    for (const path of [
      paths.compare('strait', { p: ['gamma', 'alpha'] }),
      paths.matrix('strait'),
      paths.contradiction({ id: idOf('border') }),
      paths.claim(await claimOf(db, 'border-a')),
    ]) {
      const html = await (await app.request(path)).text()
      expect(await faultsOf(html)).toEqual([])
      expect(html).not.toContain(HOSTILE)
      expect(html).not.toContain('<iframe')
      const { document } = parseHTML(html)
      const codes = [...document.querySelectorAll('details .citation-text')].map((e) =>
        (e.textContent ?? '').trim(),
      )
      const [fixed = '', current = ''] = codes.map((code) => frameOf(code)('src'))
      expect(new URL(fixed).searchParams.get('known'), path).toBe('2026-11-24T12:00:00Z')
      expect(new URL(current).searchParams.get('known')).toBeNull()
      for (const src of [fixed, current]) expect((await app.request(src)).status).toBe(200)
    }
  })
})
