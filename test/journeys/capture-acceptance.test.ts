import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { importDossier } from '#server/actions/import-dossier.ts'
import { recordSource } from '#server/actions/record-source.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import { captureOf } from '#server/domain/new-claim.ts'
import { paths } from '#server/paths.ts'
import { noon } from '#test/support/app.ts'
import { PLACES, plain } from '#test/support/moscow-places.ts'
import { test } from '#test/support/browser.ts'

const folder = '../shared/acceptance/moscow-2015'

/**
 * The claims coded by hand, made from the article by keys alone: whatever is not suggested right is
 * changed by its letter and a digit. Values are typed, and left out here.
 */
test.skipIf(!existsSync(folder))(
  'four of five claims coded by hand take at most five keys each',
  async ({ site }) => {
    const record = JSON.parse(readFileSync(`${folder}/record.json`, 'utf8')) as Dossier
    const bare = { ...record, sources: [], claims: [] }
    await importDossier(site.db, { text: JSON.stringify(bare), file: 'bare.json', now: noon })
    const { source } = await recordSource(site.db, {
      topicSlug: record.topic.slug,
      evenIfKnown: false,
      change: { by: 'Owner', now: noon },
      source: {
        kind: 'article',
        title: 'Moscow talks',
        publisher: 'The Washington Post',
        published: '2015-12-15',
        language: 'en',
        capture: captureOf(readFileSync(`${folder}/article.txt`, 'utf8'), noon),
      },
    })
    const page = await site.openSignedIn(paths.capture(source))
    const counts = new Map<string, number>()
    for (const claim of record.claims) {
      const quote = claim.citations.find((c) => c.quote !== undefined)?.quote
      const words = plain(PLACES[claim.slug] ?? quote ?? '').slice(0, 40)
      await page.goto(site.origin + paths.capture(source))
      const labels = await page.locator('.sentences label').allInnerTexts()
      await page.locator(`#s${labels.findIndex((text) => plain(text).includes(words)) + 1}`).focus()
      let keys = 0
      const press = async (key: string) => {
        keys++
        await page.keyboard.press(key)
      }
      await press('Enter')
      await page.locator('.quick-form').waitFor()
      const choices = { party: claim.party, issue: claim.issue, position: claim.position ?? '' }
      for (const [name, letter] of [
        ['party', 'p'],
        ['issue', 'i'],
        ['position', ''],
      ] as const) {
        const field = page.locator(
          `.quick-form [data-numbered]:not([disabled]) input[name="${name}"][value="${choices[name]}"]`,
        )
        if ((await field.count()) === 0 || (await field.isChecked())) continue
        const isOpen =
          (await page
            .locator(`.quick-form [data-numbered]:not([disabled]) input[name="${name}"]:checked`)
            .count()) === 0
        if (!isOpen && name !== 'position') await press(letter)
        await press((await field.getAttribute('data-digit')) ?? 'no digit')
      }
      const isValue = claim.value !== undefined
      await press('Control+Enter')
      await page.locator('#saved, .claim-form').first().waitFor()
      const isSaved = page.url().includes('saved=')
      counts.set(claim.slug, isSaved && !isValue ? keys : Infinity)
    }
    const quick = [...counts].filter(([, keys]) => keys <= 5)
    expect(quick.length / counts.size, JSON.stringify([...counts])).toBeGreaterThanOrEqual(0.8)
  },
)
