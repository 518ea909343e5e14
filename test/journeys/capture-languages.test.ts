import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { importDossier } from '#server/actions/import-dossier.ts'
import { paths } from '#server/paths.ts'
import { aTown } from '#test/support/a-claim-form.ts'
import { ARABIC, CHINESE, type DisputeText } from '#test/support/a-dispute-in-languages.ts'
import { noon } from '#test/support/app.ts'
import { type Site, type Visit, expectNoSidewaysScroll, test } from '#test/support/browser.ts'

/** The form of a source, with the town on record. */
async function openForm(site: Site, visit?: Visit): Promise<Page> {
  await importDossier(site.db, { text: JSON.stringify(aTown()), file: 'town.json', now: noon })
  return await site.openSignedIn(paths.newSource('bridge'), visit)
}

const sourceText = (page: Page) => page.getByLabel('Text of the source')

/** Have the text read, add the day, save. @returns on the page where claims are made */
async function saveSource(page: Page, { title, language }: DisputeText): Promise<void> {
  await page.getByRole('button', { name: 'Read it and fill in the rest' }).click()
  await page.getByText('words read.').waitFor()
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe(title)
  expect(await page.locator('[name="source-language"]').inputValue()).toBe(language)
  await page.locator('[name="published"]').fill('2020-02-12')
  await page.getByRole('button', { name: 'Save source' }).last().click()
  await page.locator('[data-capture]').waitFor()
}

const directionOf = async (page: Page, selector: string): Promise<string> =>
  await page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).direction)

describe('a source in another language', () => {
  test('in Arabic becomes a claim in five keys at most, marked from right to left', async ({
    site,
  }) => {
    const page = await openForm(site)
    await sourceText(page).fill(ARABIC.text)
    await saveSource(page, ARABIC)
    expect(await directionOf(page, '.sentences li')).toBe('rtl')
    for (let i = 1; i < 4; i++) await page.keyboard.press('j')
    let keys = 0
    const press = async (key: string) => {
      keys++
      await page.keyboard.press(key)
    }
    await page.keyboard.press('x')
    expect(await page.locator('#s4').isChecked()).toBe(true)
    await press('Enter')
    await page.locator('.quick-form').waitFor()
    const quotation = await page.getByLabel('Quotation').inputValue()
    expect(quotation).toContain(ARABIC.quoted)
    for (const name of ['party', 'issue', 'position'])
      if ((await page.locator(`.quick-form [name="${name}"]:checked`).count()) === 0)
        await press('1')
    await press('Control+Enter')
    await page.locator('#saved').waitFor()
    expect(keys).toBeLessThanOrEqual(5)
    await page.getByRole('link', { name: 'Read it with its claims marked' }).click()
    expect(await page.locator('mark').allInnerTexts()).toEqual([quotation])
    expect([await directionOf(page, '.document'), await directionOf(page, 'mark')]).toEqual([
      'rtl',
      'rtl',
    ])
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page)
    await page.goBack()
    await page.locator('.sentences').waitFor()
    await expectNoSidewaysScroll(page)
  })

  test('in Chinese does so without scripts', async ({ site }) => {
    const page = await openForm(site, { javaScript: false })
    await sourceText(page).fill(CHINESE.text)
    await saveSource(page, CHINESE)
    await page.getByLabel(CHINESE.sentences[3] ?? '').check()
    await page.getByRole('button', { name: 'Make a claim of the chosen sentences' }).click()
    const form = page.locator('.quick-form')
    await form.getByLabel('Quotation').fill(CHINESE.quoted)
    await form.locator('[name="party"][value="north"]').check()
    await form.locator('[name="issue"][value="bridge"]').check()
    await page.getByRole('button', { name: 'More, in the whole form' }).click()
    await page.getByRole('button', { name: 'Save claim' }).last().click()
    expect(await page.locator('#saved').innerText()).toContain('Saved: North')
    await page.getByRole('link', { name: 'Read it with its claims marked' }).click()
    expect(await page.locator('mark').allInnerTexts()).toEqual([CHINESE.quoted])
    expect(await page.locator('.document').getAttribute('lang')).toBe('zh')
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page)
  })
})

describe('what a page puts on the clipboard', () => {
  const MARKUP = '<nav>Home</nav><p>سنبني <b>الجسر</b>.</p><ul><li>أولًا</li><li>ثانيًا</li></ul>'
  const PLAIN = 'The plain words.'
  const words = 'سنبني الجسر.\n\nأولًا\n\nثانيًا'

  /** Through the system's clipboard, by its keys, as anybody pastes. */
  async function paste(page: Page): Promise<void> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(
      async (given) => {
        const blobs = given.map(([type, text]) => [type, new Blob([text], { type })] as const)
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
      },
      [
        ['text/html', MARKUP],
        ['text/plain', PLAIN],
      ] as const,
    )
    await sourceText(page).focus()
    await page.keyboard.press('Control+V')
    expect(await sourceText(page).inputValue()).toBe(PLAIN)
  }

  const read = async (page: Page): Promise<string> => {
    await page.getByRole('button', { name: 'Read it and fill in the rest' }).click()
    await page.getByText('words read.').waitFor()
    return await sourceText(page).inputValue()
  }

  test('is read as markup', async ({ site }) => {
    const page = await openForm(site)
    await paste(page)
    expect(await read(page)).toBe(words)
  })

  test('is left for what is typed after it', async ({ site }) => {
    const page = await openForm(site)
    await paste(page)
    await page.keyboard.type(' More.')
    expect(await read(page)).toBe(`${PLAIN} More.`)
  })

  test('runs nowhere', async ({ site }) => {
    const page = await openForm(site)
    const hostile = `${MARKUP.replace('<b>', '<b onclick="gainsayPwned()">')}
      <img src="x" onerror="gainsayPwned()"><script>gainsayPwned()</script>`
    await sourceText(page).evaluate((field, markup) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', markup)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, hostile)
    expect(await read(page)).toBe(words)
    expect(await page.content()).not.toContain('gainsayPwned')
  })
})
