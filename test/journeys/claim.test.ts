import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { aTown, newClaimAddress } from '#test/support/a-claim-form.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type Site, test } from '#test/support/browser.ts'

const openTown = async (site: Site, path: string, javaScript: boolean): Promise<Page> => {
  await imported(site.db, aTown())
  return await site.openSignedIn(path, { javaScript })
}

const field = (page: Page, name: string) => page.locator(`.form [name="${name}"]:visible`)

/** A claim of a new party that takes a new position, with one mistake: a day that is none. */
async function fillForm(page: Page, javaScript: boolean): Promise<void> {
  await page.getByLabel('Party', { exact: true }).selectOption('Another party, named below')
  await page.getByText('Add a party').click()
  await field(page, 'party-name').fill('Riverside <b>Council</b>')
  await field(page, 'party-kind').fill('council')
  await page.getByLabel('Issue', { exact: true }).selectOption('Where should it stand?')
  if (!javaScript) await page.getByRole('button', { name: 'Show this issue’s positions' }).click()
  await page.getByLabel('Another position, named below').check()
  await page.getByText('Add a position').click()
  await field(page, 'position-label').fill('At the quarry')
  await page
    .getByRole('group', { name: 'It cannot hold together with' })
    .getByLabel('At the mill')
    .check()
  await page.getByLabel('Affirms', { exact: true }).check()
  await field(page, 'statement').fill('It stands at the quarry, ولا مكان آخر.')
  await field(page, 'said').fill('2020-02-30')
  await field(page, 'wording').selectOption('partial quotation')
  await field(page, 'c1-source').selectOption('minutes')
  await field(page, 'c1-quote').fill('We will build it by spring.')
}

/** All that a form would send, but for what is new in each form. */
const typedInto = async (page: Page) =>
  await page.locator('.claim-form').evaluate((form) =>
    [...new FormData(form as HTMLFormElement)]
      .filter(([name]) => name !== 'csrf' && name !== 'once')
      .map(([name, value]) => `${name}=${String(value)}`)
      .toSorted(),
  )

const isFocused = async (locator: ReturnType<Page['locator']>) =>
  await locator.evaluate((element) => element === document.activeElement)

const save = async (page: Page) => await page.getByRole('button', { name: /^Save/ }).click()

const verdict = (page: Page, name: RegExp) => page.getByRole('button', { name })

describe.for([true, false])('a claim, JavaScript: %s', (javaScript) => {
  test('a mistake is named, linked to its field, and costs nothing typed', async ({ site }) => {
    const page = await openTown(site, newClaimAddress, javaScript)
    await fillForm(page, javaScript)
    const typed = await typedInto(page)
    await save(page)
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await typedInto(page)).toEqual(typed)
    if (javaScript) expect(await isFocused(summary)).toBe(true)
    await summary.getByRole('link').click()
    expect(await isFocused(field(page, 'said'))).toBe(true)
    expect(await field(page, 'said').getAttribute('aria-invalid')).toBe('true')
  })

  test('once saved it says what it conflicts with, until that is decided', async ({ site }) => {
    const page = await openTown(site, newClaimAddress, javaScript)
    await fillForm(page, javaScript)
    await field(page, 'said').fill('2020-02-08')
    await save(page)
    const saved = page.locator('#done')
    expect(await saved.innerText()).toContain('Saved.')
    expect(await isFocused(saved)).toBe(true)
    const claim = page.url().replace(/\?.*/, '')
    const conflict = saved.getByRole('link', { name: /^It now conflicts with/ })
    expect(await conflict.innerText()).toBe(
      'It now conflicts with North on “Where should it stand?”',
    )
    await conflict.click()
    await page.getByText('so somebody else has to review it').waitFor()
    expect(await page.locator('main').innerText()).toContain('Riverside <b>Council</b>')

    const other = await site.openAsReviewer(new URL(page.url()).pathname, { javaScript })
    const status = other.locator('.status-line')
    expect(await status.innerText()).toContain('Open since')
    await other.getByLabel('Note').fill('The mill and the quarry are far apart.')
    await verdict(other, /^Conflict/).click()
    await other.getByText('Confirmed by 1 reviewer').first().waitFor()
    expect(await other.getByRole('region', { name: 'Reviews' }).innerText()).toContain(
      'The mill and the quarry are far apart.',
    )
    const history = other.getByRole('region', { name: 'History' })
    expect(await history.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Status changed from open to confirmed'),
      expect.stringMatching(/^Reviewed by .*: conflict/),
      expect.stringMatching(/^Filed/),
    ])

    await page.goto(claim)
    expect(await page.getByRole('region', { name: 'Conflicts' }).innerText()).toContain('Confirmed')
  })
})

describe.for([true, false])('a change of a claim, JavaScript: %s', (javaScript) => {
  const openClaim = async (site: Site): Promise<Page> => {
    const page = await openTown(site, paths.issues('bridge'), javaScript)
    await page.getByRole('link', { name: 'Should the bridge be built?' }).click()
    await page.getByRole('link', { name: 'No bridge.' }).first().click()
    return page
  }

  test('it is edited for a reason, which its history tells', async ({ site }) => {
    const page = await openClaim(site)
    await page.getByRole('link', { name: 'Edit' }).click()
    await field(page, 'statement').fill('No bridge, ever.')
    await save(page)
    await page.getByRole('alert').getByRole('link').click()
    expect(await isFocused(field(page, 'why'))).toBe(true)
    expect(await field(page, 'statement').inputValue()).toBe('No bridge, ever.')
    await field(page, 'why').fill('It was cut short.')
    await save(page)
    expect(await page.locator('#done').innerText()).toContain('It now conflicts with North')
    await page.getByRole('link', { name: 'History' }).first().click()
    const newest = page.getByRole('main').locator('ol > li', { hasText: 'Version 2' })
    expect(await newest.innerText()).toMatch(
      /changed it[^]*Reason: It was cut short\.[^]*No bridge\.[^]*No bridge, ever\./,
    )
  })

  test('it is withdrawn for a reason, conflicts no longer, and comes back', async ({ site }) => {
    const page = await openClaim(site)
    const conflicts = page.getByRole('region', { name: 'Conflicts' })
    expect(await conflicts.innerText()).toContain('Conflicts with North')
    await page.getByRole('link', { name: 'Withdraw' }).click()
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('alert').getByRole('link').click()
    expect(await isFocused(field(page, 'why'))).toBe(true)
    await field(page, 'why').fill('It was a misprint.')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByText('Withdrawn. It was a misprint.').waitFor()
    expect(await conflicts.innerText()).not.toContain('Conflicts with North')
    await page.getByRole('link', { name: 'Put back' }).click()
    await field(page, 'why').fill('It was none.')
    await page.getByRole('button', { name: 'Put back' }).click()
    await conflicts.getByRole('link', { name: /^Conflicts with North/ }).waitFor()
  })
})
