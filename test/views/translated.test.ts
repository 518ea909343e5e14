import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier
const { slug } = demo.topic

/** An address, and the part of its page that is looked at where others are not translated. */
interface Page {
  readonly path: string
  readonly part?: string
}

/** Everybody may read these. */
const pages: readonly Page[] = [
  { path: paths.timeline(slug) },
  { path: paths.timeline(slug, { p: ['russia'] }) },
  { path: paths.commonGround(slug) },
  { path: paths.commonGround(slug, { p: ['russia', 'united-states'], asof: '2015-99-99' }) },
  { path: paths.matrix(slug) },
  { path: paths.matrix(slug, { of: 'common', halves: 'both', p: ['никто'] }) },
  { path: paths.groups(slug) },
  {
    path: paths.groups(slug, {
      a: ['russia', 'united-states'],
      b: ['united-states', 'saudi-arabia'],
    }),
  },
  { path: paths.topic(slug), part: 'h1, .lede, #main > .state, .topic-pairs, .shifts' },
  { path: paths.topic(slug), part: '#main > .row, main h2, .issue-summary' },
  { path: paths.compare(slug) },
  { path: paths.compare(slug, { p: ['russia', 'united-states'], since: '2015-10-01' }) },
  { path: paths.compare(slug, { view: 'wide', show: 'conflict' }) },
  { path: paths.compare(slug, { view: 'grid', order: 'similar' }) },
  { path: paths.compare(slug, { view: 'list', asof: '2015-11-15' }) },
  { path: paths.compare(slug, { p: ['russia'], show: 'mixed', asof: '2010-01-01' }) },
]

/** The part of a page that its own folder of views makes. */
const mainOf = (html: string, part = 'main'): string => {
  const found = parseHTML(html).document.querySelectorAll(part)
  expect(found.length).toBeGreaterThan(0)
  return `<html><body>${[...found].map(({ outerHTML }) => outerHTML).join('')}</body></html>`
}

async function untranslated(db: Db, asked: readonly Page[], headers: Record<string, string> = {}) {
  const { app } = anApp({ db })
  const found: { path: string; untranslated: readonly string[] }[] = []
  for (const { path, part } of asked) {
    const answer = await app.request(path, { headers: { Cookie: 'language=ar', ...headers } })
    const html = await answer.text()
    expect(html).toContain('<html lang="ar" dir="rtl"')
    const left = untranslatedIn(mainOf(html, part))
    if (left.length > 0) found.push({ path, untranslated: left })
  }
  return found
}

test('pages in Arabic say nothing in another language', async ({ db }) => {
  await imported(db, inCyrillic(demo))
  expect(await untranslated(db, pages)).toEqual([])
})
