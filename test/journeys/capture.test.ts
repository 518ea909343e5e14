import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { importDossier } from '#server/actions/import-dossier.ts'
import { recordSource } from '#server/actions/record-source.ts'
import { paths } from '#server/paths.ts'
import { aTown } from '#test/support/a-claim-form.ts'
import { noon } from '#test/support/app.ts'
import { type Site, expectAccessible, looks, test } from '#test/support/browser.ts'

const TEXT = [
  'Bridge talks open',
  'The council of North met for two hours on Monday.',
  'Ada Mayor said that the bridge must be built, whatever it costs.',
  'South answered that it wants no bridge.',
  'Nobody else spoke.',
].join('\n\n')

/** The town with a report whose text is kept. @returns where claims are made from it */
async function openReport(site: Site): Promise<string> {
  await importDossier(site.db, { text: JSON.stringify(aTown()), file: 'town.json', now: noon })
  const recorded = await recordSource(site.db, {
    topicSlug: 'bridge',
    evenIfKnown: false,
    change: { by: 'Owner', now: noon },
    source: {
      kind: 'article',
      title: 'Bridge talks open',
      published: '2020-02-04',
      language: 'en',
      capture: {
        text: TEXT,
        capturedAt: noon.toISOString(),
        sha256: createHash('sha256').update(TEXT).digest('hex'),
      },
    },
  })
  return paths.capture(recorded.source)
}

describe('claims from a text', () => {
  test('take a key to choose, one for each thing that is open, and one to save', async ({
    site,
  }) => {
    const page = await site.openSignedIn(await openReport(site))
    let keys = 0
    const press = async (key: string) => {
      keys++
      await page.keyboard.press(key)
    }
    const focused = async () => await page.evaluate(() => document.activeElement?.id)
    expect(await focused()).toBe('s1')
    for (let i = 0; i < 3; i++) await page.keyboard.press('j')
    expect(await focused()).toBe('s4')
    await page.keyboard.press('k')
    await press('Enter')
    await page.locator('.quick-form').waitFor()
    const chosen = async (name: string) =>
      await page.locator(`.quick-form [name="${name}"]:checked`).count()
    for (const name of ['party', 'issue', 'position'])
      if ((await chosen(name)) === 0) await press('1')
    await press('Control+Enter')
    await page.locator('#saved').waitFor()
    expect(keys).toBeLessThanOrEqual(5)
    expect(await page.locator('#saved').innerText()).toContain('Saved:')
    await page.waitForFunction(() => document.activeElement?.id === 's4')
    expect(await page.locator('li:has(#s3)').innerText()).toContain('claim')
  })

  test('leave what is typed alone: keys are letters again in a field', async ({ site }) => {
    const page = await site.openSignedIn(await openReport(site))
    await page.getByLabel('South answered that it wants no bridge.').check()
    await page.getByRole('button', { name: 'Make a claim of the chosen sentences' }).click()
    await page.getByLabel('Statement').fill('')
    await page.getByLabel('Statement').pressSequentially('jx1,')
    expect(await page.getByLabel('Statement').inputValue()).toBe('jx1,')
  })

  test('are kept when the page is left, and gone on with', async ({ site }) => {
    const path = await openReport(site)
    const page = await site.openSignedIn(`${path}?s=4`)
    await page.getByLabel('Statement').fill('Half a sen')
    await page.goto(site.origin + paths.home)
    await page.goto(site.origin + path)
    await page.getByText('A claim that you began is kept').waitFor()
    await page.getByRole('link', { name: 'Go on with it' }).click()
    expect(await page.getByLabel('Statement').inputValue()).toBe('Half a sen')
    expect(await page.locator('#s4').isChecked()).toBe(true)
  })

  test('are found in the text and taken back by key', async ({ site }) => {
    const page = await site.openSignedIn(await openReport(site))
    await page.keyboard.press('/')
    await page.keyboard.type('NOBODY else')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s5')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.locator('.quick-form').waitFor()
    for (const name of ['party', 'issue', 'position'])
      if ((await page.locator(`.quick-form [name="${name}"]:checked`).count()) === 0)
        await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await page.locator('#saved').waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 's5')
    await page.keyboard.press('u')
    await page.getByRole('heading', { name: 'Withdraw' }).waitFor()
  })

  test('are made of what is selected by mouse, in its own words', async ({ site }) => {
    const page = await site.openSignedIn(await openReport(site))
    const label = page.getByText('Ada Mayor said that the bridge must be built')
    const box = await label.boundingBox()
    if (box === null) throw new Error('The sentence is not on the page')
    const quoted = async (words: string) =>
      await page.waitForFunction(
        (wanted) =>
          document.querySelector<HTMLTextAreaElement>('[name="c1-quote"]')?.value === wanted,
        words,
      )
    // Three clicks choose the whole sentence, as people do; dragging would depend on the font.
    await page.mouse.click(box.x + 40, box.y + 8, { clickCount: 3 })
    await page.keyboard.press('a')
    await quoted('Ada Mayor said that the bridge must be built, whatever it costs.')
    await page.evaluate(() => {
      const words = document.querySelector('label[for="s4"]')?.firstChild
      if (words) getSelection()?.setBaseAndExtent(words, 15, words, words.textContent?.length ?? 0)
    })
    await page.locator('body').press('a')
    await quoted('that it wants no bridge.')
    expect(await page.locator('[name="c1-source"]').inputValue()).not.toBe('')
  })

  test('are made without scripts as well', async ({ site }) => {
    const page = await site.openSignedIn(await openReport(site), { javaScript: false })
    await page.getByLabel('South answered that it wants no bridge.').check()
    await page.getByRole('button', { name: 'Make a claim of the chosen sentences' }).click()
    await page.locator('.quick-form').getByLabel('South', { exact: false }).first().check()
    await page
      .locator('.quick-form')
      .getByLabel('Should the bridge be built?', { exact: false })
      .first()
      .check()
    await page.getByRole('button', { name: 'More, in the whole form' }).click()
    await page.getByLabel('Denies', { exact: true }).check()
    await page.getByRole('button', { name: 'Save claim' }).last().click()
    expect(page.url()).toContain('/capture?saved=')
    expect(await page.locator('#saved').innerText()).toContain('Saved: South')
  })
})

test.for(looks)('the page of it holds at $width px, $scheme', async (look, { site }) => {
  const path = await openReport(site)
  const page = await site.openSignedIn(path, { look })
  await expectAccessible(page)
  await page.goto(`${site.origin}${path}?s=3`)
  await expectAccessible(page)
  await page.goto(site.origin + paths.newSource('bridge'))
  await expectAccessible(page)
})
