import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type Site, test } from '#test/support/browser.ts'

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

  test('a dismissal without a reason comes back with what was typed', async ({ site }) => {
    const page = await openQueue(site, javaScript)
    const first = await heading(page).innerText()
    await page.getByLabel('Note').fill('Both can hold.')
    await verdict(page, /^No conflict/).click()
    const reason = page.getByLabel('Reason for “No conflict”')
    await page.getByRole('alert').getByRole('link').click()
    expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.getByLabel('Note').inputValue()).toBe('Both can hold.')
    expect(await heading(page).innerText()).toBe(first)
    await reason.selectOption('both can hold')
    await verdict(page, /^No conflict/).click()
    await nextPair(page, first)
    await page.locator('.saved').getByRole('link').click()
    expect(await page.locator('.status-line').innerText()).toContain('Dismissed')
    expect(await page.getByRole('region', { name: 'Reviews' }).innerText()).toContain(
      'Both can hold',
    )
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
