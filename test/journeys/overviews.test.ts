import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { type Site, test } from '#test/support/browser.ts'

const DEMO = 'syria-talks-demo'

/** Back and Forward load whole documents. */
const slow = { timeout: 15_000 }

const pages = [
  ['matrix', paths.matrix(DEMO)],
  ['common ground', paths.commonGround(DEMO)],
  ['timeline', paths.timeline(DEMO)],
] as const

const openPage = async (site: Site, path: string): Promise<Page> => {
  await loadDemo(site.db, new Date())
  return await site.open(path)
}

/** The address, what it shows, and what the form says of it. */
const stateOf = async (page: Page) =>
  await page.evaluate(() => ({
    address: location.search,
    lede: document.querySelector('.lede')?.textContent,
    parties: [...document.querySelectorAll<HTMLInputElement>('[name=p]:checked')].map(
      (box) => box.value,
    ),
    asof: document.querySelector<HTMLInputElement>('[name=asof]')?.value,
  }))

for (const [name, path] of pages)
  test(`each choice on the ${name} keeps the focus, is said aloud, and comes back`, async ({
    site,
  }) => {
    const page = await openPage(site, path)
    const live = page.getByRole('status')
    const states = [await stateOf(page)]
    const choices = [
      ['#f-asof', async () => await page.locator('#f-asof').fill('2015-11-30')],
      ['[name=p]:checked', async () => await page.keyboard.press('Space')],
    ] as const
    for (const [selector, choose] of choices) {
      const before = await live.textContent()
      await page.locator(selector).first().focus()
      const id = await page.evaluate(() => document.activeElement?.id)
      await choose()
      await expect.poll(async () => (await stateOf(page)).lede, slow).not.toBe(states.at(-1)?.lede)
      expect(id).not.toBe('')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id)
      await expect.poll(async () => await live.textContent(), slow).not.toBe(before)
      expect(await live.textContent()).not.toBe('')
      states.push(await stateOf(page))
    }
    for (const state of states.slice(0, -1).toReversed()) {
      await page.goBack()
      await expect.poll(async () => await stateOf(page), slow).toEqual(state)
    }
    for (const state of states.slice(1)) {
      await page.goForward()
      await expect.poll(async () => await stateOf(page), slow).toEqual(state)
    }
  })

test('every quotation says its language and its direction', async ({ site }) => {
  const page = await openPage(site, paths.compare(DEMO))
  let found = 0
  for (const path of [
    paths.compare(DEMO),
    paths.timeline(DEMO),
    paths.claim({ id: 1 }),
    paths.source({ id: 2 }),
    paths.contradiction({ id: 1 }),
    paths.party({ id: 1 }),
    paths.issue({ id: 3 }),
  ]) {
    await page.goto(site.origin + path)
    const quotes = await page
      .locator('main :is(blockquote, .document)')
      .evaluateAll((all) =>
        all.map(
          (one) =>
            [
              one.closest('[lang]')?.matches('html') === false &&
                one.closest('[dir]')?.matches('html') === false,
              one.outerHTML.slice(0, 120),
            ] as const,
        ),
      )
    found += quotes.length
    expect(
      quotes.filter(([isSaid]) => !isSaid),
      path,
    ).toEqual([])
  }
  expect(found).toBeGreaterThan(10)
})

test('in forced colours a relation keeps its sign, its word and a border', async ({ site }) => {
  const page = await openPage(site, paths.compare(DEMO))
  await page.emulateMedia({ forcedColors: 'active' })
  const chips = await page.locator('#cmp table .chip').evaluateAll((all) =>
    all.map((chip) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(chip)
      const sign = chip.querySelector('svg')?.getBoundingClientRect().width ?? 0
      return [
        sign > 0,
        chip.textContent.trim() !== '',
        borderTopStyle !== 'none' && borderTopWidth !== '0px',
      ]
    }),
  )
  expect(chips.length).toBeGreaterThan(10)
  expect(chips.filter((parts) => parts.includes(false))).toEqual([])
})
