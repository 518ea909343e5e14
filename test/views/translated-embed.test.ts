import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier
const slug = demo.topic.slug
const Cookie = 'language=ar'

/** An application with the demonstration in Cyrillic, and what it answers at an address. */
async function inArabic(db: Db) {
  await imported(db, inCyrillic(demo))
  const { app } = anApp({ db })
  const answer = async (path: string, headers: Record<string, string> = { Cookie }) =>
    await app.request(path, { headers })
  const read = async (path: string, headers?: Record<string, string>) =>
    await (await answer(path, headers)).text()
  return { answer, read }
}

/** Every kind of thing that others can show, with an address for each claim and each contradiction. */
async function embeds(db: Db): Promise<string[]> {
  const claims = await db.selectFrom('claim').select(['id', 'slug']).orderBy('id').execute()
  const contradictions = await db.selectFrom('contradiction').select('id').execute()
  return [
    paths.embedCompare(slug),
    paths.embedCompare(slug, { p: demo.topic.parties }),
    paths.embedCompare(slug, { known: '2999-01-01' }),
    paths.embedCompare(slug, { asof: '2015-13-99' }),
    paths.embedCompare('nowhere'),
    paths.embedMatrix(slug),
    paths.embedMatrix(slug, { p: ['russia'] }),
    ...contradictions.map((x) => paths.embedContradiction(x)),
    ...claims.slice(0, 5).map((claim) => paths.embedClaim(claim)),
  ]
}

const spoken = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=ar`

describe('an embed', () => {
  test('speaks the language that its address asks for, and nothing else', async ({ db }) => {
    const { read } = await inArabic(db)
    for (const path of await embeds(db)) {
      const html = await read(spoken(path), {})
      expect(html, path).toContain('<html lang="ar" dir="rtl"')
      // The name of a field stands as the address has it.
      const untranslated = untranslatedIn(html.replace('known: ', ''))
      expect.soft({ path, untranslated }).toEqual({ path, untranslated: [] })
    }
  })

  test('never speaks what a cookie asks for', async ({ db }) => {
    const { answer, read } = await inArabic(db)
    // One of each kind.
    const kinds = new Map((await embeds(db)).map((path) => [path.split(/[/?]/)[2], path]))
    expect(kinds.size).toBe(4)
    for (const path of kinds.values()) {
      const html = await read(path)
      expect(html, path).toContain('<html lang="en" dir="ltr"')
      expect(html).toBe(await read(path, {}))
      expect(await read(`${path}${path.includes('?') ? '&' : '?'}lang=xx`, {})).toContain(
        '<html lang="en"',
      )
      expect((await answer(spoken(path))).headers.get('Vary') ?? '').not.toContain('Cookie')
    }
    const url = `http://localhost${paths.compare(slug)}`
    expect(await read(paths.oembed({ url }))).toBe(await read(paths.oembed({ url }), {}))
  })

  test('is offered in the language of the page that offers it', async ({ db }) => {
    const { read } = await inArabic(db)
    const path = paths.compare(slug)
    const codes = (html: string) => [...html.matchAll(/&lt;iframe src=.*?&gt;/g)].map(([is]) => is)
    const page = await read(path)
    const offer = page.slice(page.lastIndexOf('<details', page.indexOf('id="embed-fixed"')))
    const said = offer.slice(0, offer.indexOf('</details>'))
    expect(untranslatedIn(`<html><body>${said}</details></body></html>`)).toEqual([])
    const [arabic, english] = [codes(page), codes(await read(path, {}))]
    expect(arabic).toHaveLength(2)
    for (const code of arabic) expect(code).toContain('lang=ar')
    for (const code of english) expect(code).not.toContain('lang=')
  })
})

describe('an export', () => {
  const paged = (query: Record<string, string | string[]> = {}) =>
    paths.exportComparison(slug, query)

  test('has a page in the language of the reader', async ({ db }) => {
    const { read } = await inArabic(db)
    for (const path of [
      paged(),
      paged({ p: ['russia', 'нет'] }),
      paged({ asof: '2015-13-99' }),
      paged({ show: 'mixed', p: ['russia', 'saudi-arabia'] }),
    ]) {
      const html = await read(path)
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      const untranslated = untranslatedIn(`<html><body>${main}</body></html>`).filter(
        (text) => !text.includes('schema.org'),
      )
      expect.soft({ path, untranslated }).toEqual({ path, untranslated: [] })
      expect(/<title>.*تصدير: /.exec(html), path).not.toBeNull()
    }
  })

  test('of a document that people read is in the language of the reader', async ({ db }) => {
    const { read, answer } = await inArabic(db)
    const p = demo.topic.parties
    const html = await read(paged({ p, format: 'html' }))
    expect(html).toContain('<html lang="ar" dir="rtl"')
    expect(untranslatedIn(html.replace(/https?:\/\/[^\s<"]*/g, ''))).toEqual([])
    const markdown = (await read(paged({ p, format: 'md' })))
      .replace(/https?:[^\s>]+/g, '')
      .replaceAll(/<br>|&amp;|&lt;|&gt;|&#\d+;/g, ' ')
    expect(markdown.match(/[A-Za-z]{2,}/g)).toEqual(null)
    const bytes = new Uint8Array(await (await answer(paged({ p, format: 'docx' }))).arrayBuffer())
    const parts = unzipSync(bytes)
    const texts = ['word/document.xml', 'word/footnotes.xml'].flatMap((name) =>
      [...strFromU8(parts[name] ?? new Uint8Array()).matchAll(/<w:t [^>]*>([^<]*)</g)].map(
        ([, text = '']) => text.replace(/https?:\S+/g, '').replaceAll(/&\w+;/g, ' '),
      ),
    )
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((text) => /[A-Za-z]{2,}/.test(text))).toEqual([])
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('<w:bidi/>')
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('<w:bidiVisual/>')
  })

  test('for programs says the same to everybody', async ({ db }) => {
    const { read } = await inArabic(db)
    for (const format of ['csv', 'jsonld']) {
      const path = paged({ p: [...demo.topic.parties], format })
      const said = await read(path)
      expect(said, format).toBe(await read(path, {}))
      expect(said).not.toMatch(/\p{Script=Arabic}/u)
    }
  })
})
