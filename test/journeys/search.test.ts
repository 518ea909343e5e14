import { expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { expectAccessible, looks, setLook, test } from '#test/support/browser.ts'

const DEMO = 'syria-talks-demo'

test('results follow what is typed, are told aloud, and Back leads to the search before', async ({
  site,
}) => {
  await loadDemo(site.db, new Date())
  const page = await site.open(paths.search())
  const field = page.locator('#f-q')
  const live = page.locator('#live')
  await field.pressSequentially('kerr', { delay: 20 })
  await expect.poll(async () => await live.textContent()).toBe('9 results for “kerr”.')
  expect(page.url()).toMatch(/\/search\?q=kerr$/)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-q')
  await field.press('Enter')
  await field.fill('')
  await field.pressSequentially('strikes', { delay: 20 })
  await expect.poll(() => page.url()).toMatch(/\/search\?q=strikes$/)
  expect(await page.locator('#found mark').first().textContent()).toMatch(/strikes/i)
  await page.goBack()
  await expect.poll(() => page.url()).toMatch(/\/search\?q=kerr$/)
  await expect.poll(async () => await page.locator('.found-said').textContent()).toContain('“kerr”')
  for (const look of looks) {
    await setLook(page, look)
    await expectAccessible(page)
  }
})

test('one press leads from a claim that was found to its quotation', async ({ site }) => {
  await loadDemo(site.db, new Date())
  const page = await site.open(paths.search({ q: 'legitimate', type: 'claims' }))
  await page
    .getByRole('link', { name: /In the source/ })
    .first()
    .click()
  await page.waitForURL(/\/s\/.*#c-/)
  expect(await page.locator('.document mark').count()).toBeGreaterThan(0)
})

test('the palette opens by keys, suggests, and goes there by keys alone', async ({ site }) => {
  await loadDemo(site.db, new Date())
  const page = await site.open(paths.topic(DEMO))
  const palette = page.locator('#palette')
  await page.keyboard.press('Control+k')
  await expect.poll(async () => await palette.isVisible()).toBe(true)
  expect(await page.getByRole('option').allTextContents()).toContain('Common ground Go to')
  await page.keyboard.press('Escape')
  await expect.poll(async () => await palette.isVisible()).toBe(false)

  const opener = page.getByRole('link', { name: 'Search', exact: true })
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('assad')
  await page.getByRole('option', { name: /President Assad/ }).waitFor()
  const field = page.getByRole('combobox', { name: 'Search, or go to' })
  await page.keyboard.press('ArrowDown')
  const first = page.getByRole('option', { selected: true })
  expect(await first.getAttribute('id')).toBe(await field.getAttribute('aria-activedescendant'))
  for (const look of looks) {
    await setLook(page, look)
    await expectAccessible(page)
  }
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await first.textContent()).toContain('All results')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=assad$/)

  await page.goto(site.origin + paths.topic(DEMO))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('common')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/common-ground$/)
})

test('the keys of the palette are left alone where a text is written', async ({ site }) => {
  await loadDemo(site.db, new Date())
  const page = await site.openSignedIn(paths.newSource(DEMO))
  await page.locator('textarea').first().focus()
  await page.keyboard.press('Control+k')
  expect(await page.locator('#palette').isVisible()).toBe(false)
})

test('without scripts the link leads to the search, and the form finds', async ({ site }) => {
  await loadDemo(site.db, new Date())
  const page = await site.open(paths.topic(DEMO), { javaScript: false })
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await page.waitForURL(/\/search$/)
  await page.locator('#f-q').fill('Kerry')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL(/\/search\?q=Kerry$/)
  expect(await page.locator('.found-said').textContent()).toBe('9 results for “Kerry”.')
  await page.getByRole('link', { name: /^People/ }).click()
  await page.waitForURL(/type=people/)
})
