import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { aTown, newClaimAddress } from '#test/support/a-claim-form.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type Site, test } from '#test/support/browser.ts'

const openTown = async (site: Site, path: string): Promise<Page> => {
  await imported(site.db, aTown())
  return await site.openSignedIn(path, { javaScript: false })
}

const field = (page: Page, name: string) => page.locator(`.form [name="${name}"]:visible`)

const press = async (page: Page, name: string | RegExp) =>
  await page.getByRole('main').getByRole('button', { name }).first().click()

/** The page of a claim that nobody has changed yet. */
const openClaim = async (site: Site): Promise<Page> => {
  const page = await openTown(site, paths.issues('bridge'))
  await page.getByRole('link', { name: 'Should the bridge be built?' }).click()
  await page.getByRole('link', { name: 'No bridge.' }).first().click()
  return page
}

async function changeWords(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Edit' }).click()
  await field(page, 'statement').fill(words)
  await field(page, 'why').fill('It was cut short.')
  await press(page, /^Save/)
  await page.locator('#done').waitFor()
}

const words = async (page: Page) => await page.getByRole('main').innerText()

test('a claim is recorded by its form, without scripts', async ({ site }) => {
  const page = await openTown(site, newClaimAddress)
  await page.getByLabel('Party', { exact: true }).selectOption('South')
  await page.getByLabel('Issue', { exact: true }).selectOption('Where should it stand?')
  await press(page, 'Show this issue’s positions')
  await page.getByRole('radio', { name: 'At the mill' }).first().check()
  await page.getByLabel('Affirms', { exact: true }).check()
  await field(page, 'statement').fill('It stands at the mill.')
  await field(page, 'said').fill('2020-02-08')
  await field(page, 'wording').selectOption('partial quotation')
  await field(page, 'c1-source').selectOption('minutes')
  await field(page, 'c1-quote').fill('We will build it by spring.')
  await press(page, /^Save/)
  expect(await page.locator('#done').innerText()).toContain('Saved.')
  expect(await words(page)).toContain('It stands at the mill.')
})

test('a claim that was withdrawn is put back by Undo, without scripts', async ({ site }) => {
  const page = await openClaim(site)
  await page.getByRole('link', { name: 'Withdraw' }).click()
  await field(page, 'why').fill('It was a misprint.')
  await press(page, 'Withdraw')
  await page.getByText('Withdrawn. It was a misprint.').waitFor()
  await page.locator('#done').getByRole('button', { name: /^Undo/ }).click()
  await page.getByRole('link', { name: 'Withdraw' }).waitFor()
  expect(await words(page)).not.toContain('Withdrawn. It was a misprint.')
})

test('an older version is brought back from the history, without scripts', async ({ site }) => {
  const page = await openClaim(site)
  const address = new URL(page.url()).pathname
  await changeWords(page, 'No bridge, ever.')
  await page.goto(site.origin + address)
  expect(await words(page)).toContain('No bridge, ever.')
  await page.getByRole('link', { name: 'History' }).first().click()
  const oldest = page.getByRole('main').locator('ol > li', { hasText: 'Version 1' })
  await oldest.getByRole('link', { name: /^Restore/ }).click()
  await field(page, 'why').fill('It was right at first.')
  await press(page, /^Restore/)
  await page.locator('#done').waitFor()
  await page.goto(site.origin + address)
  expect(await words(page)).not.toContain('No bridge, ever.')
  expect(await words(page)).toContain('No bridge.')
})
