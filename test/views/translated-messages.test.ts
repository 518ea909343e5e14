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
const slug = demo.topic.slug
const [a = '', b = '', c = ''] = demo.topic.parties
const LOST = ['а', 'б', 'в', 'г', 'д']

/** Addresses that ask for what is not there, or not as it stands, with how they are answered. */
const ASKED: readonly (readonly [string, number])[] = [
  [paths.groups(slug, { a: [a, b], b: [b, c] }), 200],
  [paths.groups(slug, { a: demo.topic.parties, b: demo.topic.parties }), 200],
  [paths.groups(slug, { a: [a, LOST[0] ?? ''], b: [c] }), 200],
  [paths.groups(slug, { a: [a, ...LOST], b: [c] }), 200],
  [paths.compare(slug, { p: [a, LOST[0] ?? ''] }), 200],
  [paths.compare(slug, { p: [a, ...LOST], base: 'а', issue: 'б', view: 'pair' }), 200],
  [paths.compare(slug, { asof: '2015-13-01' }), 422],
  [paths.compare(slug, { since: '2015-02-30' }), 422],
  [paths.matrix(slug, { asof: '2015-02-30' }), 422],
  [paths.commonGround(slug, { asof: '2015-12' }), 422],
  [paths.timeline(slug, { asof: '0000-01-01' }), 422],
  [paths.exportComparison(slug, { asof: '2015-02-30' }), 422],
  [paths.compare(slug, { known: '2999-01-01' }), 400],
  [paths.compare(slug, { known: '2999-01-01T00:00:00Z' }), 400],
  [paths.topic('нет'), 404],
  [`${paths.issues(slug)}?page=0`, 400],
]

test('what an address asks for wrongly is said in the language of the reader', async ({ db }) => {
  await imported(db, inCyrillic(demo))
  const { app } = anApp({ db })
  for (const [path, status] of ASKED) {
    const answer = await app.request(path, { headers: { Cookie: 'language=ar' } })
    const html = await answer.text()
    const shown = [
      ...html.matchAll(/<p class="(?:lede|notice|error-message)"[^>]*>[^]*?<\/p>/g),
      ...html.matchAll(/<div class="error-summary"[^]*?<\/ul>/g),
    ].map(([part]) => part)
    // The name of a field stands as the address has it.
    const said = `<html><body>${shown.join('').replaceAll(/\b(?:known|page): /g, '')}</body></html>`
    expect.soft({ path, status: answer.status, untranslated: untranslatedIn(said) }).toEqual({
      path,
      status,
      untranslated: [],
    })
    expect(shown, path).not.toEqual([])
  }
})
