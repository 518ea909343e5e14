import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Dossier } from '#server/domain/dossier.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { inCyrillic } from '#test/support/in-cyrillic.ts'
import { untranslatedIn } from '#test/support/untranslated.ts'

const demo = JSON.parse(readFileSync('db/demo/syria-talks-demo.json', 'utf8')) as Dossier

/** The part of a page that its own folder of views makes. */
const mainOf = (html: string): string =>
  `<html><body>${html.slice(html.indexOf('<main'), html.indexOf('</main>') + 7)}</body></html>`

test('pages in Arabic say nothing in another language', async ({ db }) => {
  await imported(db, inCyrillic(demo))
  const { app } = anApp({ db })
  const slug = demo.topic.slug
  for (const path of [paths.timeline(slug), paths.timeline(slug, { p: ['russia'] })]) {
    const answer = await app.request(path, { headers: { Cookie: 'language=ar' } })
    const html = await answer.text()
    expect(html).toContain('<html lang="ar" dir="rtl"')
    expect({ path, untranslated: untranslatedIn(mainOf(html)) }).toEqual({ path, untranslated: [] })
  }
})
