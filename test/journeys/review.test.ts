import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type Site, test } from '#test/support/browser.ts'
import { manyContradictions } from '#test/support/many-contradictions.ts'

const openQueue = async (site: Site, javaScript: boolean): Promise<Page> => {
  await imported(site.db)
  return await site.openSignedIn(paths.reviewQueue(), { javaScript })
}

const heading = (page: Page) => page.locator('#review-heading')

const verdict = (page: Page, name: RegExp) => page.getByRole('button', { name })

const countOf = async (page: Page, queue: string): Promise<number> => {
  const tab = page.getByRole('navigation', { name: 'Queue' }).getByRole('link', { name: queue })
  return Number(await tab.locator('.count').innerText())
}

/** The pair shown, once it is another one than before. */
async function nextPair(page: Page, before: string): Promise<string> {
  await expect.poll(async () => await heading(page).innerText()).not.toBe(before)
  return await heading(page).innerText()
}

const focusedId = async (page: Page) => await page.evaluate(() => document.activeElement?.id)

describe.for([true, false])('the review queue, JavaScript: %s', (javaScript) => {
  test('one decision leads to the next pair, and can be undone', async ({ site }) => {
    const page = await openQueue(site, javaScript)
    expect(await countOf(page, 'Open')).toBe(5)
    expect(await focusedId(page)).toBe('review-heading')
    const first = await heading(page).innerText()
    await verdict(page, /^Conflict/).click()
    const second = await nextPair(page, first)
    expect(await page.locator('.saved').innerText()).toContain(`Saved: conflict. ${first}`)
    expect([await countOf(page, 'Open'), await countOf(page, 'Done')]).toEqual([4, 1])
    expect(await focusedId(page)).toBe('review-heading')
    if (javaScript)
      expect(await page.getByRole('status').innerText()).toBe('Saved: conflict. 4 left.')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await nextPair(page, second)).toBe(first)
    expect([await countOf(page, 'Open'), await countOf(page, 'Done')]).toEqual([5, 0])
  })

  test('a dismissal says why in the same press, and keeps the note', async ({ site }) => {
    const page = await openQueue(site, javaScript)
    const first = await heading(page).innerText()
    await page.getByLabel('Note').fill('Both can hold.')
    await page.locator('summary', { hasText: 'No conflict' }).click()
    await page.getByRole('button', { name: /Both can hold at once/ }).click()
    await nextPair(page, first)
    await page.locator('.saved').getByRole('link').click()
    expect(await page.locator('.status-line').innerText()).toContain('Dismissed')
    const reviews = await page.getByRole('region', { name: 'Reviews' }).innerText()
    expect(reviews).toContain('Both can hold at once')
    expect(reviews).toContain('Both can hold.')
  })

  test('the queue ends when everything is decided', async ({ site }) => {
    const page = await openQueue(site, javaScript)
    for (let left = 5; left > 0; left--) {
      await expect.poll(async () => await countOf(page, 'Open')).toBe(left)
      await verdict(page, /^Tension/).click()
    }
    await page.getByRole('heading', { name: 'Nothing to review' }).waitFor()
    expect(await page.locator('#review .empty').innerText()).toContain('5 contradictions decided')
  })
})

test('what is put off is said aloud, with how many are left', async ({ site }) => {
  const page = await openQueue(site, true)
  const live = page.getByRole('status')
  expect(await live.textContent()).toBe('')
  const region = await live.elementHandle()
  const first = await heading(page).innerText()
  await heading(page).focus()
  await page.keyboard.press('h')
  const slow = { timeout: 15_000 }
  await expect.poll(async () => await live.textContent(), slow).toBe('Put off for a week. 4 left.')
  expect(await heading(page).innerText()).not.toBe(first)
  // Screen readers announce only what changes in a region that was there before.
  expect(await region?.evaluate((element) => element.isConnected)).toBe(true)
})

test('digits decide while the focus is beside the fields, and are letters in them', async ({
  site,
}) => {
  const page = await openQueue(site, true)
  const first = await heading(page).innerText()
  await page.getByLabel('Note').focus()
  await page.keyboard.type('1 of 2')
  expect(await page.getByLabel('Note').inputValue()).toBe('1 of 2')
  await heading(page).focus()
  await page.keyboard.press('s')
  const second = await nextPair(page, first)
  await page.keyboard.press('1')
  await nextPair(page, second)
  expect(await page.locator('.saved').innerText()).toContain(second)
})

/** What the page asks the server for from now on; browsers fetch an icon whenever they like. */
function requestsOf(page: Page): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.endsWith('.svg'))
      seen.push(`${request.method()} ${pathname.replace(/\w+(?=\/reviews)/, ':id')}`)
  })
  return seen
}

test('twenty in a row by keys alone: one key and one request each', async ({ site }) => {
  await imported(site.db, manyContradictions(22))
  const page = await site.openSignedIn(paths.reviewQueue())
  const requests = requestsOf(page)
  const keys = ['1', '2', '4']
  for (let i = 0; i < 20; i++) {
    const before = await heading(page).innerText()
    expect(await focusedId(page)).toBe('review-heading')
    await page.keyboard.press(keys[i % 3] ?? '1')
    await nextPair(page, before)
  }
  expect(requests).toEqual(Array<string>(20).fill('POST /x/:id/reviews'))
  expect(await countOf(page, 'Done')).toBe(20)

  const before = await heading(page).innerText()
  await page.keyboard.press('3')
  await page.keyboard.press('b')
  await nextPair(page, before)
  expect(requests).toHaveLength(21)
  const last = await heading(page).innerText()
  await page.keyboard.press('z')
  expect(await nextPair(page, last)).toBe(before)
})
