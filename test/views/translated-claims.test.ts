import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier
const slug = demo.topic.slug

/** What views of other folders make of a claim's page and its form. */
const ELSEWHERE = [
  '.optional',
  '#relations ~ ul.list',
  '#relations ~ details',
  'figure > p.small',
  '#claim-citations details:first-of-type',
].join(', ')

/** A page to look at, in Arabic. */
interface Looked {
  readonly path: string
  /** Only what this selects, where other parts of the page are made elsewhere. */
  readonly only?: string
  /** What is left out, for the same reason. */
  readonly without?: string
}

/** The part of a page that its own folder of views makes; addresses say what they say in any language. */
function mainOf(html: string, { only, without }: Omit<Looked, 'path'>): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>') + 7)
  const { document } = parseHTML(`<html><body>${main}</body></html>`)
  if (without !== undefined) for (const apart of document.querySelectorAll(without)) apart.remove()
  const kept = [...document.querySelectorAll(only ?? 'main')].map((element) => element.outerHTML)
  expect(kept).not.toEqual([])
  return `<html><body>${kept.join('').replace(/https?:\/\/[^\s<"]*/g, '')}</body></html>`
}

/** An application with the demonstration in Cyrillic, and a look at a page of it in Arabic. */
async function inArabic(db: Db) {
  await imported(db, inCyrillic(demo))
  const { app } = anApp({ db, webhooks: {} })
  const owner = await signedIn(app, db)
  const look = async (looked: Looked, Cookie?: string): Promise<void> => {
    const { path } = looked
    const cookies = [...(Cookie === undefined ? [] : [Cookie]), 'language=ar'].join('; ')
    const html = await (await app.request(path, { headers: { Cookie: cookies } })).text()
    expect(html).toContain('<html lang="ar" dir="rtl"')
    const untranslated = untranslatedIn(mainOf(html, looked))
    expect.soft({ path, untranslated }).toEqual({ path, untranslated: [] })
  }
  return { app, owner, look }
}

describe('pages in Arabic say nothing in another language', () => {
  test('to readers', async ({ db }) => {
    const { look } = await inArabic(db)
    const pages: readonly Looked[] = [
      { path: paths.timeline(slug) },
      { path: paths.timeline(slug, { p: ['russia'] }) },
      { path: paths.home, only: 'h1, h2, h3, .lede, .row' },
      { path: paths.signInForm(), without: 'form ~ p' },
    ]
    for (const looked of pages) await look(looked)
  })

  test('about accounts', async ({ db }) => {
    const { look, owner } = await inArabic(db)
    const pages: readonly Looked[] = [
      { path: paths.home, only: 'h1, h2, h3, .lede, .notice, .row, .block' },
      { path: `${paths.settings}?saved=password`, without: '.lede, .optional' },
      { path: `${paths.webhooks}?saved=removed`, without: '.optional' },
    ]
    for (const looked of pages) await look(looked, owner.Cookie)
  })

  test('about claims', async ({ db }) => {
    const { look, owner } = await inArabic(db)
    const claims = await db.selectFrom('claim').select(['id', 'slug']).orderBy('id').execute()
    const sources = await db.selectFrom('source').select(['id', 'slug']).orderBy('id').execute()
    const [claim] = claims
    const withText = new Set(demo.sources.filter((s) => s.capture !== undefined).map((s) => s.slug))
    const source = sources.find(({ slug: own }) => withText.has(own))
    expect(source).toBeDefined()
    const pages: readonly Looked[] = [
      ...claims.map((one) => ({ path: paths.claim(one), without: ELSEWHERE })),
      { path: paths.newClaim(slug), without: ELSEWHERE },
      ...(claim === undefined
        ? []
        : [
            { path: paths.editClaim(claim), without: ELSEWHERE },
            { path: paths.withdrawClaim(claim) },
          ]),
      ...(source === undefined
        ? []
        : [
            { path: paths.capture(source), without: ELSEWHERE },
            { path: paths.capture(source, { s: ['1'] }), without: ELSEWHERE },
          ]),
    ]
    for (const looked of pages) await look(looked, owner.Cookie)
  })
})
