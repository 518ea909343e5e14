import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { readDocument } from '#server/documents/read-document.ts'
import { type ComparisonQuery, paths } from '#server/paths.ts'
import { EVERY, HOSTILE, ONLY, aDispute, imported } from '#test/support/a-dispute.ts'
import { textOf } from '#test/support/a-record.ts'
import { anApp, later, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { HOSTILE_STRINGS } from '#test/support/hostile-strings.ts'
import { faultsOf } from '#test/support/html.ts'
import { parseXml } from '#test/support/xml.ts'

const FORMATS = ['docx', 'md', 'html', 'csv', 'jsonld'] as const
type Query = ComparisonQuery & { format?: string }

const get = async (db: Db, query: Query = {}, headers: Record<string, string> = {}) =>
  await anApp({ db }).app.request(paths.exportComparison('strait', query), { headers })

const text = async (db: Db, query: Query) => await (await get(db, query)).text()

async function wordOf(db: Db, query: Query = {}) {
  const bytes = new Uint8Array(await (await get(db, { ...query, format: 'docx' })).arrayBuffer())
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  )
  return {
    bytes,
    parts,
    body: parts['word/document.xml'] ?? '',
    notes: parts['word/footnotes.xml'] ?? '',
  }
}

/** What a file of any format says, as one text. */
async function saidIn(db: Db, format: (typeof FORMATS)[number], query: Query): Promise<string> {
  if (format !== 'docx') return await text(db, { ...query, format })
  const { body, notes } = await wordOf(db, query)
  return body + notes
}

/** Lines of CSV as RFC 4180 reads them. */
function linesOf(csv: string): string[][] {
  const cells = [...csv.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)]
  expect(cells.map(([whole]) => whole).join('')).toBe(csv)
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.replaceAll('""', '"'))
    if (end === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

describe('an export', () => {
  for (const format of FORMATS)
    test(`as ${format} holds what the address shows, and nothing else`, async ({ db }) => {
      await imported(db)
      const query = { p: ['alpha', 'beta'], issue: 'strikes', asof: '2015-12-20' }
      const all = await saidIn(db, format, query)
      for (const words of [ONLY, EVERY, 'Ana Alder', 'Report english', '/c/'])
        expect(all, words).toContain(words)
      expect(all).not.toMatch(/How long will it take|Talks now/)
      const before = await saidIn(db, format, { ...query, asof: '2015-12-10' })
      expect(before).not.toContain(EVERY)
      expect(before).toContain('Only two groups, time 6.')
      const none = await saidIn(db, format, { p: ['alpha', 'gamma'], show: 'agreement' })
      expect(none).not.toContain(ONLY)
    })

  test('is a file named after the topic and the day', async ({ db }) => {
    await imported(db)
    const types = []
    for (const format of FORMATS) {
      const { headers, status } = await get(db, { format, asof: '2015-12-20' })
      expect(status).toBe(200)
      expect(headers.get('Content-Disposition')).toContain(
        `attachment; filename="strait-2015-12-20.${format}"`,
      )
      types.push(headers.get('Content-Type')?.split(';')[0])
    }
    expect(new Set(types).size).toBe(FORMATS.length)
  })

  test('shows the record as it was where that is asked for', async ({ db }) => {
    await imported(db)
    const dispute = aDispute()
    const claims = dispute.claims.map((claim) =>
      claim.slug === 'every' ? { ...claim, hedge: 'perhaps' } : claim,
    )
    await imported(db, { ...dispute, claims }, later(10))
    const { app } = anApp({ db, now: () => later(60) })
    const known = '2026-11-24T12:05:00Z'
    for (const format of FORMATS.slice(1)) {
      const answer = await app.request(paths.exportComparison('strait', { known, format }))
      const then = await answer.text()
      expect(then).not.toContain('perhaps')
      expect(then).toContain(`known=${known}`)
      expect(answer.headers.get('Memento-Datetime')).toBe('Tue, 24 Nov 2026 12:05:00 GMT')
    }
    const now = await app.request(paths.exportComparison('strait', { format: 'csv' }))
    expect(await now.text()).toContain('perhaps')
  })

  test('of a private topic is there for its owner alone', async ({ db }) => {
    await imported(db, aDispute({ visibility: 'private' }))
    const { app } = anApp({ db })
    const { Cookie } = await signedIn(app, db)
    for (const format of [undefined, ...FORMATS]) {
      const path = paths.exportComparison('strait', { format })
      expect((await app.request(path)).status).toBe(404)
      const own = await app.request(path, { headers: { Cookie } })
      expect([own.status, own.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    }
  })

  test('in a format that is not offered is refused', async ({ db }) => {
    await imported(db)
    expect((await get(db, { format: 'exe' })).status).toBe(400)
  })

  test('has a page that names the formats and what is included', async ({ db }) => {
    await imported(db)
    const query = { p: ['alpha', 'gamma'], show: 'conflict', asof: '2015-12-20' }
    const page = await text(db, query)
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toMatch(/Every file holds .*: 1 issue, 2 parties, 2 claims/)
    for (const format of FORMATS)
      expect(page).toContain(
        paths.exportComparison('strait', { ...query, format }).replaceAll('&', '&amp;'),
      )
    expect(page).not.toContain(HOSTILE)
    const compare = await (await anApp({ db }).app.request(paths.compare('strait', query))).text()
    const path = /href="(\/t\/strait\/export[^"]*)"/.exec(compare)?.[1]?.replaceAll('&amp;', '&')
    expect(await text(db, Object.fromEntries(new URLSearchParams(path?.split('?')[1])))).toContain(
      'What is included',
    )
  })
})

describe('in Markdown', () => {
  test('every footnote is met in the table, in order, and said once', async ({ db }) => {
    await imported(db)
    const markdown = await text(db, { format: 'md' })
    const met = [...markdown.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, n]) => Number(n))
    const said = [...markdown.matchAll(/^\[\^(\d+)\]: /gm)].map(([, n]) => Number(n))
    expect(met).toEqual(met.map((_, i) => i + 1))
    expect(said).toEqual(met)
    expect(met.length).toBeGreaterThan(4)
    const rows = markdown.split('\n').filter((line) => line.startsWith('| '))
    expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size).toBe(1)
    expect(markdown).not.toMatch(/<(?!https?:|br>)/)
  })
})

describe('in Word', () => {
  test('the parts are well formed, and each footnote is referred to once', async ({ db }) => {
    await imported(db)
    const { parts, body, notes, bytes } = await wordOf(db)
    for (const part of Object.values(parts))
      parseXml(part.replace(' standalone="yes"', '').replace('UTF-8', 'utf-8'))
    const met = [...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)
    const said = [...notes.matchAll(/<w:footnote w:id="(\d+)"/g)].map(([, id]) => id)
    expect(met.length).toBeGreaterThan(4)
    expect(said).toEqual(met)
    expect(body).toContain('<w:tblHeader/>')
    const read = await readDocument({ bytes, name: 'strait.docx' })
    expect(read.text).toContain('Which groups should strikes target?')
  })

  test('Arabic words run from right to left, ours do not', async ({ db }) => {
    await imported(db)
    const { notes } = await wordOf(db)
    const runs = [...notes.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t>/g)]
    const about = (words: string) => runs.filter(([, , said]) => said === words).map(([, is]) => is)
    expect(about(EVERY)).toEqual([expect.stringContaining('<w:rtl/><w:lang w:bidi="ar"/>')])
    expect(about(ONLY)).toEqual([expect.not.stringContaining('<w:rtl/>')])
  })

  test('the same comparison is the same file', async ({ db }) => {
    await imported(db)
    expect((await wordOf(db)).bytes).toEqual((await wordOf(db)).bytes)
  })
})

/** Every hostile string as a title, a name, a question, a label and a statement. */
const DANGEROUS = [
  HOSTILE,
  '=HYPERLINK("http://evil.example","x")',
  '[x](javascript:alert(1)) | a | b',
  '![x](http://evil.example/x.png)',
  '"><script>alert(1)</script>',
  '</w:t></w:r><w:instrText>EVIL</w:instrText>',
  ']]>&lt;&#x3c;',
  'a\u2028b\nc',
  ...HOSTILE_STRINGS.filter((one) => /^[=+\-@]|[<>|[\]]/.test(one)).slice(0, 12),
].filter((one) => one.length < 200 && !/[\p{Cf}\p{Cc}]/u.test(one.replace('\n', '')))

describe('whatever names and titles hold', () => {
  test('no format runs it, links it, or loses its shape', { timeout: 120_000 }, async ({ db }) => {
    for (const words of DANGEROUS) {
      const dispute = aDispute({ slug: 'strait' })
      await imported(db, {
        ...dispute,
        topic: { ...dispute.topic, title: words },
        parties: dispute.parties.map((party) =>
          party.slug === 'alpha' ? { ...party, name: words } : party,
        ),
        sources: dispute.sources.map((source) => ({ ...source, title: words, publisher: words })),
        issues: dispute.issues.map((issue) => ({
          ...issue,
          question: `${words} ${issue.slug}`,
        })),
        claims: dispute.claims.map((claim) => ({ ...claim, statement: words, hedge: words })),
      })
      const csv = linesOf(await text(db, { format: 'csv' }))
      expect(new Set(csv.map((line) => line.length)).size, words).toBe(1)
      expect(csv.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])

      const markdown = await text(db, { format: 'md' })
      expect(markdown, words).not.toMatch(/<(?!https?:|br>)|(?<!\\)!\[|(?<!\\)\]\(/)
      const rows = markdown.split('\n').filter((line) => line.startsWith('| '))
      expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size, words).toBe(1)

      const html = await text(db, { format: 'html' })
      const { document } = parseHTML(html)
      expect(document.querySelectorAll('script, img, style, iframe'), words).toHaveLength(0)
      expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')).toEqual(
        expect.not.arrayContaining([expect.stringMatching(/^javascript/i)]),
      )

      const { parts, body } = await wordOf(db)
      for (const part of Object.values(parts))
        parseXml(part.replace(' standalone="yes"', '').replace('UTF-8', 'utf-8'))
      expect(body).not.toContain('<w:instrText')
      const instructions = [...body.matchAll(/w:instr="([^"]*)"/g)].map(([, is]) => is)
      for (const is of instructions)
        expect(is).toMatch(/^ HYPERLINK &quot;https?:[^&]*(?:&amp;[^&]*)*&quot; $/)

      const ld = JSON.parse(await text(db, { format: 'jsonld' })) as { name: string }
      expect(typeof ld.name).toBe('string')
    }
  })
})
