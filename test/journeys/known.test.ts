import { expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { test } from '#test/support/browser.ts'

const TOPIC = 'syria-talks-demo'
const NOTICE = 'What was recorded or changed since is left out.'

test('Y in the comparison leads to its permalink, and only there', async ({ site }) => {
  await loadDemo(site.db, new Date(Date.now() - 60_000))
  const page = await site.open(paths.compare(TOPIC, { p: ['united-states', 'russia'] }))
  const before = page.url()
  await page.locator('body').press('y')
  await page.getByLabel('As of', { exact: true }).press('y')
  expect(page.url()).toBe(before)

  await page.locator('#cmp').focus()
  await page.keyboard.press('y')
  await page.getByText(NOTICE).waitFor()
  const { searchParams } = new URL(page.url())
  expect(searchParams.getAll('p')).toEqual(['united-states', 'russia'])
  expect(searchParams.get('asof')).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(searchParams.get('known')).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('the notice stays through the filters and links, and leads back to now', async ({ site }) => {
  await loadDemo(site.db, new Date(Date.now() - 60_000))
  const known = new Date(Date.now() - 30_000).toISOString()
  const page = await site.open(paths.compare(TOPIC, { known }))
  await page.getByLabel('Compare against', { exact: true }).selectOption('russia')
  await page.waitForURL(/base=russia/)
  expect(new URL(page.url()).searchParams.get('known')).toBe(known)
  await page.locator('#cmp tbody th a').first().click()
  await page.waitForURL(/\/i\//)
  expect(await page.getByText(NOTICE).count()).toBe(1)
  await page.getByRole('link', { name: 'The same page as recorded now' }).click()
  await page.waitForURL((url) => !url.searchParams.has('known'))
  expect(await page.getByText(NOTICE).count()).toBe(0)
})
