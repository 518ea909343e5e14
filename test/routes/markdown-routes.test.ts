import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { type App, anApp, later, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier

const LIMIT = '2026-11-24T12:00:30Z'

async function read(app: App, path: string, headers = {}): Promise<string> {
  const answer = await app.request(path, { headers })
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('Content-Type'), path).toBe('text/markdown; charset=utf-8')
  return await answer.text()
}

const idOfClaim = async (db: Db, slug: string): Promise<number> =>
  (await db.selectFrom('claim').where('slug', '=', slug).select('id').executeTakeFirstOrThrow()).id

/** Every page that there is in Markdown, beside the page itself. */
async function pagesOf(db: Db, contradiction: number) {
  const id = await idOfClaim(db, 'only')
  return [
    [paths.compare('strait'), paths.compareMarkdown('strait')],
    [paths.matrix('strait'), paths.matrixMarkdown('strait')],
    [paths.commonGround('strait'), paths.commonGroundMarkdown('strait')],
    [paths.claim({ id }), paths.claimMarkdown({ id })],
    [
      paths.contradiction({ id: contradiction }),
      paths.contradictionMarkdown({ id: contradiction }),
    ],
  ] as const
}

/** Footnotes that are referred to, and footnotes that are there. */
const notesIn = (text: string) => {
  const numbers = (pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map(([, n]) => Number(n)))].sort((a, b) => a - b)
  return { referred: numbers(/\[\^(\d+)\](?!:)/g), there: numbers(/^\[\^(\d+)\]:/gm) }
}

describe('pages in Markdown', () => {
  test('are named in the head of the page, and hold every footnote that they refer to', async ({
    db,
  }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    for (const [page, markdown] of await pagesOf(db, idOf('strikes'))) {
      const html = await (await app.request(page)).text()
      expect(html, page).toMatch(
        /<link rel="alternate" type="text\/markdown" href="[^"]+\.md(?:\?[^"]*)?"/,
      )
      const named = /type="text\/markdown" href="([^"]+)"/.exec(html)?.[1] ?? ''
      const text = await read(app, named.replaceAll('&amp;', '&'))
      expect(text.replace(/<http[^>]*>/g, '')).toBe(
        (await read(app, markdown)).replace(/<http[^>]*>/g, ''),
      )
      expect(text).toMatch(/^# /)
      const { referred, there } = notesIn(text)
      expect(referred).toEqual(there)
      expect(there.length > 0 || /matrix|common-ground/.test(page), page).toBe(true)
    }
  })

  test('say what the record says, with the words and where they stand', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    const claim = await read(app, paths.claimMarkdown({ id: await idOfClaim(db, 'only') }))
    const { citations, statement } = aDispute().claims.find((c) => c.slug === 'only') ?? {}
    expect(claim).toContain(statement)
    const quoted = citations?.find((c) => c.quote !== undefined)
    const title = aDispute().sources.find((s) => s.slug === quoted?.source)?.title ?? ''
    expect(claim).toMatch(/^> “.+”\[\^1\]/m)
    expect(claim).toContain(title)
    const conflict = await read(app, paths.contradictionMarkdown({ id: idOf('strikes') }))
    expect(conflict).toContain('Which groups should strikes target?')
    expect(conflict).toContain('Status: open.')
    expect(conflict).toMatch(/^## Alpha: /m)
    expect(conflict).toContain(title)
    const matrix = await read(app, paths.matrixMarkdown('strait'))
    expect(matrix).toMatch(/^\| Party \| Party \|/m)
    expect(await read(app, paths.compareMarkdown('strait'))).toMatch(/^\| Issue \|/m)
  })

  test('are in English whatever the reader reads in', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db })
    for (const [, markdown] of await pagesOf(db, idOf('strikes')))
      expect(await read(app, markdown, { Cookie: 'language=ar' }), markdown).toBe(
        await read(app, markdown),
      )
  })

  test('show the record as it was, and say so', async ({ db }) => {
    const idOf = await imported(db)
    const { app } = anApp({ db, now: () => later(60) })
    const pages = await pagesOf(db, idOf('strikes'))
    const dispute = aDispute()
    const changed = {
      ...dispute,
      topic: { ...dispute.topic, title: 'The narrows' },
      claims: dispute.claims.map((c) => (c.slug === 'only' ? { ...c, statement: 'Anew.' } : c)),
      issues: dispute.issues.map((i) => ({ ...i, question: `Now: ${i.question}` })),
    }
    await importDossier(db, { text: JSON.stringify(changed), file: 'b.json', now: later(10) })
    for (const [page, markdown] of pages) {
      const then = await app.request(`${markdown}?known=${LIMIT}`)
      expect(then.status, markdown).toBe(200)
      expect(then.headers.get('Memento-Datetime'), markdown).not.toBeNull()
      const text = await then.text()
      expect(text, markdown).toContain(`recorded by ${LIMIT}`.slice(0, 12))
      expect(text, markdown).toContain(`known=${LIMIT}`)
      expect(text, markdown).not.toMatch(/Now: |Anew|narrows/)
      const now = await read(app, markdown)
      expect(now, markdown).toMatch(/Now: |Anew|narrows/)
      const html = await (await app.request(`${page}?known=${LIMIT}`)).text()
      expect(html, page).toMatch(
        new RegExp(`type="text/markdown" href="[^"]+\\.md\\?[^"]*known=${LIMIT}`),
      )
    }
  })

  test('are hidden with a private topic and not sent again unchanged', async ({ db }) => {
    const idOf = await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    const files = [
      ...(await pagesOf(db, idOf('strikes'))).map(([, markdown]) => markdown),
      '/t/strait/compare.csv',
      '/t/strait/common-ground.json',
      '/t/strait/common-ground.csv',
    ]
    for (const path of files) {
      expect((await app.request(path)).status, path).toBe(404)
      expect((await app.request(path, { headers: { Cookie } })).status, path).toBe(200)
    }
    await db.updateTable('topic').set({ visibility: 'public' }).execute()
    for (const path of files) {
      const etag = (await app.request(path)).headers.get('ETag') ?? ''
      const again = { headers: { 'If-None-Match': etag } }
      expect((await app.request(path, again)).status, path).toBe(304)
    }
    for (const path of ['/c/zzz.md', '/x/zzz.md', '/c/.md', '/t/nowhere/compare.md'])
      expect((await app.request(path)).status, path).toBe(404)
    for (const path of files.slice(0, 3))
      expect((await app.request(`${path}?asof=yesterday`)).status, path).toBe(400)
  })
})

describe('a comparison and its common ground as tables', () => {
  test('are the same as the export, and as the page', async ({ db }) => {
    await imported(db)
    await imported(db, demo)
    const { app } = anApp({ db })
    const table = await app.request('/t/strait/compare.csv?p=alpha&p=beta')
    const exported = await app.request(
      paths.exportComparison('strait', { p: ['alpha', 'beta'], format: 'csv' }),
    )
    expect(await table.text()).toBe(await exported.text())
    expect(table.headers.get('Content-Disposition')).toBe(
      exported.headers.get('Content-Disposition'),
    )
    const ground = `/t/${demo.topic.slug}/common-ground`
    const json = await app.request(`${ground}.json?asof=2015-12-31`)
    const { grounds, asOf } = (await json.json()) as { grounds: unknown[]; asOf: string }
    expect(asOf).toBe('2015-12-31')
    const csv = await (await app.request(`${ground}.csv?asof=2015-12-31`)).text()
    expect(csv.split('\r\n').length).toBe(grounds.length + 2)
    const page = await (await app.request(`${ground}?asof=2015-12-31`)).text()
    expect((page.match(/<p class="ground">/g) ?? []).length).toBe(grounds.length)
    expect(grounds.length).toBeGreaterThan(0)
    const text = await read(app, `${ground}.md?asof=2015-12-31`)
    expect(text.match(/^- \*\*/gm)).toHaveLength(grounds.length)
    const { referred, there } = notesIn(text)
    expect(referred).toEqual(there)
    expect(there.length).toBeGreaterThan(0)
  })
})
