import { expect } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import type { Page } from 'playwright-core'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { test } from '#test/support/browser.ts'

const DEMO = 'syria-talks-demo'

interface Sheet {
  readonly isAcross: boolean
  readonly text: string
}

/** What comes out of the printer: each sheet with its words. */
async function print(page: Page): Promise<Sheet[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const sheets: Sheet[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const sheet = await pdf.getPage(n)
    const { width, height } = sheet.getViewport({ scale: 1 })
    const { items } = await sheet.getTextContent()
    const text = items.map((item: object) => ('str' in item ? item.str : '')).join(' ')
    sheets.push({ isAcross: width > height, text: text.replaceAll(/\s+/g, ' ') })
  }
  return sheets
}

const countIn = (sheets: readonly Sheet[], words: RegExp): number =>
  sheets.reduce((n, { text }) => n + [...text.matchAll(words)].length, 0)

test('a comparison lies across, its head stands on each sheet, and no row is cut', async ({
  site,
}) => {
  await loadDemo(site.db, new Date())
  await site.db.updateTable('source').set({ url: 'https://example.org/report' }).execute()
  const page = await site.open(paths.compare(DEMO, { asof: '2015-12-20' }))
  const sheets = await print(page)
  expect(sheets.length).toBeGreaterThan(1)
  expect(sheets.length).toBeLessThan(14)
  expect(sheets.every(({ isAcross }) => isAcross)).toBe(true)
  const withRows = sheets.filter(({ text }) => /Source|No statement|Searched/.test(text))
  for (const { text } of withRows) expect(text).toMatch(/Issue .*United States/)
  expect(countIn(sheets, /known=/g)).toBe(1)
  expect(sheets[0]?.text).toContain('20 December 2015')
  expect(sheets[0]?.text).toMatch(/Suggested conflict/)
  expect(countIn(sheets, /Sign in|Apply|Copy link|Next:|Previous:|Embed/g)).toBe(0)
  expect(countIn(sheets, /<https?:/g)).toBeGreaterThan(5)
})

test('a matrix lies across; a contradiction, a claim and an issue stand upright', async ({
  site,
}) => {
  await loadDemo(site.db, new Date())
  await site.db.updateTable('source').set({ url: 'https://example.org/report' }).execute()
  const page = await site.open(paths.matrix(DEMO))
  const matrix = await print(page)
  expect(matrix.map(({ isAcross }) => isAcross)).toEqual(matrix.map(() => true))
  for (const path of [
    paths.contradiction({ id: 1 }),
    paths.claim({ id: 1 }),
    paths.issue({ id: 3 }),
  ]) {
    await page.goto(site.origin + path)
    const sheets = await print(page)
    expect(sheets.length, path).toBeLessThan(6)
    expect(
      sheets.every(({ isAcross }) => !isAcross),
      path,
    ).toBe(true)
    expect(sheets[0]?.text).toContain(`${site.origin}${new URL(page.url()).pathname}`)
    expect(countIn(sheets, /Sign in|Copy link|Preview/g), path).toBe(0)
    expect(countIn(sheets, /<https:/g), path).toBeGreaterThan(0)
  }
})

test('paper is light, whatever the screen is', async ({ site }) => {
  await loadDemo(site.db, new Date())
  const page = await site.open(paths.compare(DEMO), { look: { width: 1280, scheme: 'dark' } })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colours = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('main td .cell') ?? document.body)
    return [getComputedStyle(document.body).backgroundColor, style.color]
  })
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(27, 30, 36)'])
})

test('in forced colours a sign keeps its glyph, its word and its edge', async ({ site }) => {
  await loadDemo(site.db, new Date())
  const page = await site.open(paths.compare(DEMO))
  await page.emulateMedia({ forcedColors: 'active' })
  const chips = await page.locator('main .chip').evaluateAll((all) =>
    all.map((chip) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } =
        getComputedStyle(chip)
      return {
        hasGlyph: chip.querySelector('svg.glyph') !== null,
        hasWord: (chip.textContent ?? '').trim() !== '',
        hasEdge:
          borderTopStyle !== 'none' &&
          parseFloat(borderTopWidth) >= 1 &&
          borderTopColor !== getComputedStyle(document.body).backgroundColor,
        backgroundColor,
      }
    }),
  )
  expect(chips.length).toBeGreaterThan(10)
  expect(
    chips.filter(({ hasGlyph, hasWord, hasEdge }) => !hasGlyph || !hasWord || !hasEdge),
  ).toEqual([])
})
