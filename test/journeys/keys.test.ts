import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { type Site, test } from '#test/support/browser.ts'
import { keyRegions } from '#views/help/keys.ts'

const DEMO = 'syria-talks-demo'
const FIVE = ['united-states', 'russia', 'syrian-government', 'syrian-opposition', 'saudi-arabia']
const grid = paths.compare(DEMO, { p: FIVE, asof: '2015-12-15' })

const openPage = async (site: Site, path: string): Promise<Page> => {
  await loadDemo(site.db, new Date())
  return await site.open(path)
}

/** Row and column of the cell that the focus is in. */
const cellOf = async (page: Page) =>
  await page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLTableCellElement>('td, th')
    const row = cell?.parentElement
    return row instanceof HTMLTableRowElement ? [row.rowIndex, cell?.cellIndex] : undefined
  })

const listed = (id: string) =>
  keyRegions.find((region) => region.id === id)?.uses.flatMap(({ keys }) => keys)

for (const [id, path] of [
  ['comparison', grid],
  ['matrix', paths.matrix(DEMO, { halves: 'both' })],
] as const)
  test(`arrows move between the cells of the ${id} and stop at its edges`, async ({ site }) => {
    const page = await openPage(site, path)
    const links = page.locator('[data-arrows] tbody tr').nth(1).locator('td a')
    await links.first().focus()
    const [row = 0, column = 0] = (await cellOf(page)) ?? []
    const steps: unknown[] = []
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key)
      steps.push(await cellOf(page))
    }
    expect(steps[1]).toEqual([row, column])
    expect(steps[3]).toEqual([row, column])
    expect([steps[0], steps[2]]).toEqual([
      [expect.any(Number), column],
      [row, expect.any(Number)],
    ])
    expect([steps[0], steps[2]]).not.toContainEqual([row, column])
    for (let i = 0; i < 60; i += 1) await page.keyboard.press('ArrowUp')
    expect(await cellOf(page)).toEqual([0, column])
    expect(listed(id)).toEqual(expect.arrayContaining(['ArrowUp', 'Enter', 'y', '?']))
  })

test('keys of the comparison lead to days, the baseline, the permalink and the list', async ({
  site,
}) => {
  const page = await openPage(site, grid)
  const press = async (key: string) => {
    await page.locator('#cmp td a').first().focus()
    await page.keyboard.press(key)
  }
  await press('b')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-base')
  for (const [key, rel] of [
    ['[', 'prev'],
    [']', 'next'],
  ] as const) {
    const href = await page.locator(`.days [rel=${rel}]`).getAttribute('href')
    await press(key)
    await page.waitForURL((url) => url.pathname + url.search + url.hash === href)
  }
  await press('y')
  await page.waitForURL(/known=/)
  await press('?')
  await page.waitForURL(site.origin + paths.helpKeys)
  expect(listed('comparison')).toEqual(expect.arrayContaining(['b', '[', ']', 'y', '?']))
})

test('N and P go through the quotations of a source and stay at its ends', async ({ site }) => {
  const page = await openPage(site, paths.source({ id: 2 }))
  const notes = page.locator('[data-stop]')
  const ids = await notes.evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  const focused = async () =>
    await page.evaluate(() => document.activeElement?.getAttribute('href'))
  await page.locator('[data-keys]').focus()
  const walked: unknown[] = []
  for (const _ of ids) {
    await page.keyboard.press('n')
    walked.push(await focused())
  }
  expect(ids.length).toBeGreaterThan(1)
  expect(walked).toEqual(ids)
  await page.keyboard.press('n')
  expect(await focused()).toBe(ids.at(-1))
  await page.keyboard.press('p')
  expect(await focused()).toBe(ids.at(-2))
})

test('outside a region, and once they are turned off, letters do nothing', async ({ site }) => {
  const page = await openPage(site, grid)
  const address = page.url()
  await page.getByRole('link', { name: 'Help' }).focus()
  await page.keyboard.press('y')
  await page.goto(site.origin + paths.helpKeys)
  await page.getByRole('button', { name: 'Turn them off' }).click()
  await page.getByRole('button', { name: 'Turn them on' }).waitFor()
  await page.goto(address)
  await page.locator('#cmp td a').first().focus()
  const before = await cellOf(page)
  for (const key of ['b', 'y', '?', '[', 'ArrowDown']) await page.keyboard.press(key)
  expect([page.url(), await cellOf(page)]).toEqual([address, before])
})
