import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { aTown } from '#test/support/a-claim-form.ts'
import { imported } from '#test/support/a-dispute.ts'
import { aClaim } from '#test/support/a-dossier.ts'
import { test } from '#test/support/browser.ts'

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).last().click()
}

const town = () => {
  const base = aTown()
  const ford = aClaim({
    slug: 'at-ford',
    issue: 'where',
    party: 'south',
    position: 'ford',
    said: '2020-01-05',
    statement: 'It stands at the ford.',
  })
  return { ...base, claims: [...base.claims, ford] }
}

describe.for([true, false])('making and changing an issue, JavaScript: %s', (javaScript) => {
  test('three positions with relations are made, previewed, merged and brought back', async ({
    site,
  }) => {
    await imported(site.db, town())
    const page = await site.openSignedIn(paths.issues('bridge'), { javaScript })
    await page.getByRole('link', { name: 'Add an issue' }).click()
    await page.getByLabel('Question', { exact: true }).fill('Who pays for it?')
    await page.getByLabel('Nature', { exact: true }).selectOption('normative')
    await page.getByLabel('How it is answered', { exact: true }).selectOption('options')
    await page.getByLabel('What A says', { exact: true }).fill('The town')
    await page.getByLabel('What B says', { exact: true }).fill('The province')
    await press(page, 'Add a position')
    await page.getByLabel('What C says', { exact: true }).fill('Both of them')
    expect(await page.getByLabel('What A says', { exact: true }).inputValue()).toBe('The town')
    await page.getByLabel('Both can hold', { exact: true }).check()
    await page.getByLabel('A … B', { exact: true }).selectOption('contrary')
    await page.getByLabel('A … C', { exact: true }).selectOption('entails')
    await page.getByLabel('B … C', { exact: true }).selectOption('entails')
    await press(page, 'Save issue')
    await page.getByText('The issue was added.').waitFor()
    expect(await page.locator('svg[role=img] desc').textContent()).toContain('A entails C.')

    await page.goto(site.origin + paths.editIssue({ id: 2 }))
    await page.getByLabel('A … B', { exact: true }).selectOption('')
    await page.getByLabel('Reason for this change', { exact: true }).fill('Both can stand.')
    await press(page, 'Save changes')
    await page.getByRole('heading', { name: 'Preview of the change' }).waitFor()
    await page.getByText('No longer in contradiction (1)').waitFor()
    await press(page, 'Back to editing')
    expect(await page.getByLabel('Reason for this change', { exact: true }).inputValue()).toBe(
      'Both can stand.',
    )
    await press(page, 'Save changes')
    await press(page, 'Save')
    await page.getByText('The issue was changed.').waitFor()

    await page.getByRole('link', { name: 'Merge position B into another' }).click()
    await page.getByLabel('Position that stays', { exact: true }).selectOption('mill')
    await page.getByLabel('Reason', { exact: true }).fill('One place.')
    await press(page, 'Preview')
    await page.getByText('1 claim will be about another position.').waitFor()
    await press(page, 'Save')
    await page.getByText('The positions were merged.').waitFor()
    expect(await page.locator('.positions').innerText()).not.toContain('At the ford')
    await press(page, /^Undo/)
    await page.getByText('The change was undone.').waitFor()
    expect(await page.locator('.positions').innerText()).toContain('At the ford')
  })
})
