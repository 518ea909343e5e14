import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { loadDemo } from '#server/actions/load-demo.ts'
import { paths } from '#server/paths.ts'
import { type Site, test } from '#test/support/browser.ts'

const TOPIC = 'syria-talks-demo'
const THREE = ['united-states', 'russia', 'syrian-opposition']

const openComparison = async (site: Site, javaScript = true, p = THREE): Promise<Page> => {
  await loadDemo(site.db, new Date())
  return await site.open(paths.compare(TOPIC, { p }), { javaScript })
}

/** Everything that a choice changes: the address, the table, and the form beside it. */
const stateOf = async (page: Page) =>
  await page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent.trim())
    const valueOf = (name: string) =>
      document.querySelector<HTMLInputElement | HTMLSelectElement>(`#cmp-form [name="${name}"]`)
        ?.value
    return {
      address: location.search,
      caption: texts('#cmp-caption').join(),
      columns: texts('#cmp thead th .party'),
      issues: texts('#cmp tbody th > a'),
      table: document.querySelector('#cmp table')?.textContent,
      summary: texts('#cmp-head .lede').join(),
      parties: [...document.querySelectorAll<HTMLInputElement>('[name=p]:checked')].map(
        (box) => box.value,
      ),
      base: valueOf('base'),
      show: valueOf('show'),
      issue: valueOf('issue'),
      order: valueOf('order'),
      asof: valueOf('asof'),
    }
  })

type State = Awaited<ReturnType<typeof stateOf>>

/** A choice in the form, and what only the table that answers it can show. */
interface Step {
  readonly take: (page: Page) => Promise<unknown>
  readonly shows: Partial<State>
}

const choose =
  (label: string, value: string): Step['take'] =>
  async (page) =>
    await page.getByLabel(label, { exact: true }).selectOption(value)

const steps: readonly Step[] = [
  {
    take: async (page) => await page.getByLabel('Syrian government').check(),
    shows: { columns: expect.arrayContaining(['Syrian government']) },
  },
  {
    take: choose('Compare against', 'russia'),
    shows: { caption: expect.stringMatching(/compared with Russia$/) },
  },
  {
    take: choose('Show', 'conflict'),
    shows: { issues: expect.not.arrayContaining(['When do Western sanctions on Russia end?']) },
  },
  {
    take: choose('Issue', 'assad-future'),
    shows: { issues: ['What should become of President Assad?'] },
  },
  {
    take: async (page) => await page.getByLabel('As of', { exact: true }).fill('2016-01-31'),
    shows: { caption: expect.stringContaining('as of 31 January 2016') },
  },
]

/** To the end: what the choice changes in the form is swapped in after the table. */
async function takeOne(page: Page, step: Step, javaScript = true): Promise<void> {
  await step.take(page)
  if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(async () => await stateOf(page)).toMatchObject(step.shows)
  await page.locator('form.htmx-request').waitFor({ state: 'detached' })
}

describe.for([true, false])('comparing, JavaScript: %s', (javaScript) => {
  const take = async (page: Page, step: Step): Promise<void> => {
    await takeOne(page, step, javaScript)
  }

  test('each choice changes the address, the table and the form', async ({ site }) => {
    const page = await openComparison(site, javaScript)
    for (const step of steps) {
      const before = await stateOf(page)
      await take(page, step)
      const after = await stateOf(page)
      expect(after.address).not.toBe(before.address)
      expect([after.caption, after.table]).not.toEqual([before.caption, before.table])
      await page.reload()
      expect(await stateOf(page), 'what the address alone shows').toEqual(after)
    }
  })

  test('Back and Forward bring back the table and the form as they were', async ({ site }) => {
    const page = await openComparison(site, javaScript)
    const states = [await stateOf(page)]
    for (const step of steps) {
      await take(page, step)
      states.push(await stateOf(page))
    }
    for (const state of states.slice(0, -1).toReversed()) {
      await page.goBack()
      await expect.poll(async () => await stateOf(page)).toEqual(state)
    }
    for (const state of states.slice(1)) {
      await page.goForward()
      await expect.poll(async () => await stateOf(page)).toEqual(state)
    }
  })
})

test('Back while a page still loads shows what the address names', async ({ site }) => {
  const page = await openComparison(site)
  const before = await stateOf(page)
  for (const step of steps.slice(0, 2)) await takeOne(page, step)
  let release = (): void => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/htmx*', async (route) => {
    await held
    await route.continue()
  })
  await page.goBack({ waitUntil: 'commit' })
  await expect
    .poll(async () => (await stateOf(page)).caption)
    .toMatch(/compared with United States$/)
  await page.goBack({ waitUntil: 'commit' })
  await expect.poll(async () => (await stateOf(page)).address).toBe(before.address)
  release()
  await expect.poll(async () => await stateOf(page)).toEqual(before)
})

test('the focus stays on the control, and the change is said aloud', async ({ site }) => {
  const page = await openComparison(site)
  const live = page.getByRole('status')
  const region = await live.elementHandle()
  const focused = async () => await page.evaluate(() => document.activeElement?.id)
  const changes: readonly (readonly [string, string, RegExp])[] = [
    ['p-saudi-arabia', 'Space', /10 of 10 issues shown, .* 10 issues, 4 parties/],
    ['f-base', 'ArrowDown', /compared with Russia/],
    ['f-show', 'ArrowDown', /3 of 10 issues shown/],
    ['f-issue', 'ArrowDown', /1 of 1 issue shown/],
  ]
  for (const [id, key, says] of changes) {
    await page.locator(`#${id}`).focus()
    await page.keyboard.press(key)
    await expect.poll(async () => await live.textContent()).toMatch(says)
    expect(await focused()).toBe(id)
  }
  expect(await region?.evaluate((element) => element.isConnected), 'the same region').toBe(true)
})

test('Back loads a document instead of swapping one in', async ({ site }) => {
  const page = await openComparison(site)
  const before = await stateOf(page)
  await choose('Compare against', 'russia')(page)
  await expect.poll(async () => (await stateOf(page)).caption).toMatch(/compared with Russia$/)
  await page.evaluate(() => (document.documentElement.dataset['loaded'] = 'before'))
  await page.goBack()
  await expect.poll(async () => await stateOf(page)).toEqual(before)
  expect(await page.locator('html').getAttribute('data-loaded')).toBeNull()
})

test.for([true, false])(
  'a cell is one click from its words, marked in the source; JavaScript: %s',
  async (javaScript, { site }) => {
    const page = await openComparison(site, javaScript)
    const cell = page.locator('#cmp td', { has: page.locator('blockquote') }).last()
    const quoted = await cell.locator('blockquote').first().innerText()
    await cell
      .getByRole('link', { name: /^Source of / })
      .first()
      .click()
    const mark = page.locator('mark:target')
    expect(await mark.innerText()).toBe(quoted)
    expect(await mark.evaluate(isInWindow)).toBe(true)
  },
)

test.for([true, false])(
  'a sign in the grid is one click from its words; JavaScript: %s',
  async (javaScript, { site }) => {
    const page = await openComparison(site, javaScript, [
      ...THREE,
      'syrian-government',
      'saudi-arabia',
    ])
    await page
      .getByRole('link', { name: /Suggested: conflicts: / })
      .first()
      .click()
    expect(await page.locator('mark:target').evaluate(isInWindow)).toBe(true)
  },
)

const isInWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

test.for([true, false])(
  'the footer turns the page to Arabic and back, with what is shown; JavaScript: %s',
  async (javaScript, { site }) => {
    const page = await openComparison(site, javaScript)
    await choose('Compare against', 'russia')(page)
    if (!javaScript) await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(async () => (await stateOf(page)).base).toBe('russia')
    await expect.poll(async () => (await stateOf(page)).address).toContain('base=russia')
    const before = await stateOf(page)
    await page.getByRole('button', { name: 'العربية' }).click()
    await page.locator('html[lang=ar][dir=rtl]').waitFor()
    const { address, columns, parties, base } = await stateOf(page)
    expect({ address, columns, parties, base }).toEqual({
      address: before.address,
      columns: before.columns,
      parties: before.parties,
      base: before.base,
    })
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    expect(await stateOf(page)).toEqual(before)
  },
)
