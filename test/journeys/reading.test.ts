import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { imported } from '#test/support/a-dispute.ts'
import { type Site, expectNoSidewaysScroll, test } from '#test/support/browser.ts'

const DEMO = 'syria-talks-demo'
const FIVE = ['united-states', 'russia', 'syrian-government', 'syrian-opposition', 'saudi-arabia']

const openComparison = async (
  site: Site,
  parties: number,
  width: 1280 | 320 = 1280,
): Promise<Page> => {
  await loadDemo(site.db, new Date())
  const look = { width, scheme: 'light' } as const
  return await site.open(paths.compare(DEMO, { p: FIVE.slice(0, parties) }), { look })
}

interface Stop {
  readonly what: string
  readonly isSeen: boolean
}

/** Where the focus is now, and whether any corner of it can be seen; undefined outside the page. */
const stopAt = async (page: Page): Promise<Stop | undefined> =>
  await page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return undefined
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const isSeen = [left + 2, (left + right) / 2, right - 2].some((x) =>
      [top + 2, (top + bottom) / 2, bottom - 2].some((y) => {
        const there = document.elementFromPoint(x, y)
        return there !== null && (element.contains(there) || there.contains(element))
      }),
    )
    return { what: `${element.tagName} ${element.id} ${element.textContent.slice(0, 60)}`, isSeen }
  })

/** Where a key leads, press by press, until the focus leaves the page or `most` presses are done. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', most = 400): Promise<Stop[]> {
  const stops: Stop[] = []
  while (stops.length < most) {
    await page.keyboard.press(key)
    const stop = await stopAt(page)
    if (stop === undefined) return stops
    stops.push(stop)
  }
  return stops
}

for (const [layout, parties, width] of [
  ['columns', 4, 1280],
  ['columns', 4, 320],
  ['a grid', 5, 1280],
  ['a grid', 5, 320],
] as const) {
  test(`the focus is seen at every stop through ${layout} at ${width} px, both ways`, async ({
    site,
  }) => {
    const page = await openComparison(site, parties, width)
    const there = await walk(page, 'Tab')
    const back = await walk(page, 'Shift+Tab', there.length)
    expect(there.length).toBeGreaterThan(50)
    expect(back.map(({ what }) => what)).toEqual(there.map(({ what }) => what).toReversed())
    expect([...there, ...back].filter(({ isSeen }) => !isSeen)).toEqual([])
  })
}

const overviews = {
  'party by party': paths.matrix(DEMO),
  'what was said when': paths.timeline(DEMO),
  'a source': paths.source({ id: 1 }),
} as const

for (const [name, path] of Object.entries(overviews)) {
  test(`the focus is seen at every stop through ${name}, both ways`, async ({ site }) => {
    await loadDemo(site.db, new Date())
    for (const width of [1280, 320] as const) {
      const page = await site.open(path, { look: { width, scheme: 'light' } })
      const there = await walk(page, 'Tab')
      const back = await walk(page, 'Shift+Tab', there.length)
      expect(there.length).toBeGreaterThan(20)
      expect(back.map(({ what }) => what)).toEqual(there.map(({ what }) => what).toReversed())
      expect([...there, ...back].filter(({ isSeen }) => !isSeen)).toEqual([])
    }
  })
}

test('in forced colours only the page one is on is underlined in a navigation', async ({
  site,
}) => {
  await imported(site.db)
  const page = await site.openSignedIn(paths.reviewQueue())
  await page.emulateMedia({ forcedColors: 'active' })
  for (const path of [
    paths.reviewQueue(),
    paths.contradictions('strait'),
    paths.issues('strait'),
  ]) {
    await page.goto(site.origin + path)
    const links = await page.locator('.site-header nav a, .tabs a').evaluateAll((all) => {
      // A border is there for people where it has another colour than what is behind it.
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = 'Canvas'
      const canvas = getComputedStyle(probe).color
      return all.map((link) => {
        const style = getComputedStyle(link)
        const hasBorder = style.borderBottomStyle !== 'none' && style.borderBottomWidth !== '0px'
        return {
          isMarked:
            (hasBorder && style.borderBottomColor !== canvas) ||
            style.textDecorationLine.includes('underline'),
          isCurrent: link.getAttribute('aria-current') === 'page',
          text: link.textContent,
        }
      })
    })
    expect(links.filter(({ isCurrent }) => isCurrent).length, path).toBeGreaterThan(0)
    expect(
      links.filter(({ isMarked, isCurrent }) => isMarked !== isCurrent),
      path,
    ).toEqual([])
  }
})

test('printed, no page is wider than its paper', async ({ site }) => {
  const page = await openComparison(site, 4)
  await page.emulateMedia({ media: 'print' })
  // A4 across, less its margins, at 96 pixels to the inch.
  await page.setViewportSize({ width: 1047, height: 718 })
  const address = (p: readonly string[], view = 'auto') => paths.compare(DEMO, { p, view })
  for (const path of [
    address(FIVE.slice(0, 2)),
    address(FIVE.slice(0, 4)),
    address(FIVE),
    address(FIVE, 'list'),
    paths.topic(DEMO),
    paths.contradiction({ id: 1 }),
    paths.claim({ id: 1 }),
    paths.source({ id: 2 }),
  ]) {
    await page.goto(site.origin + path)
    await expectNoSidewaysScroll(page)
    const cut = await page
      .locator('.comparison, .scroll')
      .evaluateAll((all) =>
        all.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.classList.value),
      )
    expect(cut, `what is cut off on ${path}`).toEqual([])
  }
})
