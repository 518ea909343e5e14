import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { test } from '#test/support/database.ts'
import { demo, openInArabic } from '#test/support/looks-in-arabic.ts'

const slug = demo.topic.slug

describe('pages in Arabic say nothing in another language', () => {
  test('to readers', async ({ db }) => {
    const { look } = await openInArabic(db)
    const pages = [
      paths.timeline(slug),
      paths.timeline(slug, { p: ['russia'] }),
      paths.home,
      paths.signInForm(),
    ]
    for (const path of pages) await look(path)
  })

  test('about accounts', async ({ db }) => {
    const { look, owner } = await openInArabic(db)
    const pages = [
      paths.home,
      `${paths.settings}?saved=password`,
      `${paths.webhooks}?saved=removed`,
    ]
    for (const path of pages) await look(path, { by: owner })
  })

  test('about claims', async ({ db }) => {
    const { look, owner } = await openInArabic(db)
    const claims = await db.selectFrom('claim').select(['id', 'slug']).orderBy('id').execute()
    const sources = await db.selectFrom('source').select(['id', 'slug']).orderBy('id').execute()
    const [claim] = claims
    const withText = new Set(demo.sources.filter((s) => s.capture !== undefined).map((s) => s.slug))
    const source = sources.find(({ slug: own }) => withText.has(own))
    expect(source).toBeDefined()
    const pages = [
      ...claims.map((one) => paths.claim(one)),
      paths.newClaim(slug),
      ...(claim === undefined ? [] : [paths.editClaim(claim), paths.withdrawClaim(claim)]),
      ...(source === undefined ? [] : [paths.capture(source), paths.capture(source, { s: ['1'] })]),
    ]
    for (const path of pages) await look(path, { by: owner })
  })
})
