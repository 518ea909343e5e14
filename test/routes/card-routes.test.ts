import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { paths } from '#server/paths.ts'
import { HOSTILE, aDispute, imported } from '#test/support/a-dispute.ts'
import { anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { readPng } from '#test/support/png.ts'

const claimOf = async (db: Db, slug: string) =>
  await db.selectFrom('claim').where('slug', '=', slug).select('id').executeTakeFirstOrThrow()

async function addresses(db: Db, idOf: (issue: string) => number) {
  return [
    paths.topicCard('strait'),
    paths.comparisonCard('strait', { p: ['alpha', 'beta'], asof: '2015-12-20' }),
    paths.contradictionCard({ id: idOf('strikes') }),
    paths.claimCard(await claimOf(db, 'border-a')),
  ]
}

describe('a preview', () => {
  test('is a picture of 1200 by 630, asked for again only when something changes', async ({
    db,
  }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    for (const path of await addresses(db, idOf)) {
      const answer = await app.request(path)
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png'])
      const { width, height } = readPng(Buffer.from(await answer.arrayBuffer()))
      expect([width, height]).toEqual([1200, 630])
      expect(answer.headers.get('Cache-Control')).toBe('no-cache')
      const headers = { 'If-None-Match': answer.headers.get('ETag') ?? '' }
      expect((await app.request(path, { headers })).status, path).toBe(304)
      await db
        .updateTable('topic')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .execute()
      expect((await app.request(path, { headers })).status, path).toBe(200)
    }
  })

  test('may be shown on other sites, and is the same for every reader', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const path of await addresses(db, idOf)) {
      const answer = await app.request(path)
      expect(answer.headers.get('Cross-Origin-Resource-Policy'), path).toBe('cross-origin')
      expect(answer.headers.get('Vary')).toBeNull()
      const headers = { Cookie: `${Cookie}; theme=dark; language=ar; keys=off` }
      const other = await app.request(path, { headers })
      expect(other.headers.get('ETag')).toBe(answer.headers.get('ETag'))
      const [a, b] = [
        Buffer.from(await other.arrayBuffer()),
        Buffer.from(await answer.arrayBuffer()),
      ]
      expect(a.equals(b)).toBe(true)
    }
  })

  for (const visibility of ['private', 'team'] as const)
    test(`of a topic for ${visibility} readers is not there, for its owner either`, async ({
      db,
    }) => {
      const idOf = await imported(db, aDispute({ visibility: 'private' }))
      await db.updateTable('topic').set({ visibility }).execute()
      const { app } = anApp({ db })
      const { Cookie } = await signedIn(app, db)
      for (const path of await addresses(db, idOf))
        for (const headers of [{}, { Cookie }]) {
          const answer = await app.request(path, { headers })
          expect(answer.status, path).toBe(404)
          expect(answer.headers.get('Content-Type')).not.toContain('image')
        }
    })

  test('of what is not there is a 404, and of what cannot be read a 400', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    const statuses = async (all: readonly string[]) =>
      await Promise.all(all.map(async (path) => (await app.request(path)).status))
    const absent = ['/t/none/card.png', '/t/none/compare/card.png', '/x/zzzz/card.png']
    const garbage = ['/c/zzzz/card.png', '/c/!!/card.png', '/x/%F0%9F%98%80/card.png']
    expect(await statuses([...absent, ...garbage])).toEqual([404, 404, 404, 404, 404, 404])
    expect(
      await statuses([
        paths.comparisonCard('strait', { p: [], asof: 'tomorrow' }),
        `${paths.topicCard('strait')}?known=2026-11-23`,
        `${paths.contradictionCard({ id: idOf('strikes') })}?known=2026-11-23`,
      ]),
    ).toEqual([400, 400, 400])
    const before = paths.comparisonCard('strait', { p: [], known: '2020-01-01' })
    expect((await app.request(before)).status).toBe(404)
  })

  test('is named in the head of each page with its size and words', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
    for (const path of [
      paths.topic('strait'),
      paths.compare('strait', { p: ['gamma', 'beta'], asof: '2015-12-20' }),
      paths.contradiction({ id: idOf('border') }),
      paths.claim(await claimOf(db, 'every')),
    ]) {
      const html = await (await app.request(`https://gainsay.example${path}`)).text()
      expect(html).not.toContain(HOSTILE)
      const { document } = parseHTML(html)
      const meta = (name: string) =>
        document
          .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
          ?.getAttribute('content') ?? ''
      expect(meta('twitter:card'), path).toBe('summary_large_image')
      expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630'])
      for (const name of ['og:title', 'og:description', 'og:image:alt'])
        expect(meta(name).length, name).toBeGreaterThan(5)
      expect(meta('og:image')).toMatch(/^https:\/\/gainsay\.example\//)
      const picture = await app.request(meta('og:image'))
      expect(picture.headers.get('Content-Type'), path).toBe('image/png')
    }
  })

  test('is not named by pages of a private topic', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const page = await app.request(paths.topic('strait'), { headers: { Cookie } })
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('card.png')
  })
})
