import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { createSignInLink, saveLink } from '#server/actions/create-sign-in-link.ts'
import { createApp } from '#server/app.tsx'
import { createLog } from '#server/http/log.ts'
import { listen } from '#server/listen.ts'
import { paths } from '#server/paths.ts'
import { anAccount } from './an-account.ts'
import { test as withDatabase } from './database.ts'

/**
 * The widths and schemes that every page has to hold in. 320 is 1280 at 400 % (WCAG 1.4.10). Each is one
 * change from the one before: laying a page out anew is what takes longest.
 */
export const looks = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'dark' },
  { width: 320, scheme: 'light' },
] as const
export type Look = (typeof looks)[number]

const flags = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Debian's Chromium, or the one that CHROMIUM names; one for all files of a worker. */
const kept = globalThis as { gainsayBrowser?: Promise<Browser> }

async function openBrowser(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
    (path) => path !== undefined && existsSync(path),
  )
  if (executablePath === undefined)
    throw new Error('There is no /usr/bin/chromium; install it, or set CHROMIUM to another.')
  const args = process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags
  return await chromium.launch({ executablePath, args })
}

/** How somebody comes: as most do, unless told otherwise. */
export interface Visit {
  readonly look?: Look
  readonly javaScript?: boolean
}

export interface Site {
  readonly origin: string
  readonly db: Db
  /** What the application answers. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /** A page of its own browser profile; what goes wrong on it fails the test. */
  readonly open: (path: string, visit?: Visit) => Promise<Page>
  /** The same, signed in as the owner. */
  readonly openSignedIn: (path: string, visit?: Visit) => Promise<Page>
  /** The same, signed in as a reviewer who has recorded nothing. */
  readonly openAsReviewer: (path: string, visit?: Visit) => Promise<Page>
}

/**
 * `test` with the application on a free port of this machine, over an empty database, and a real
 * browser. A page that throws, logs an error or breaks the content security policy fails the test.
 */
export const test = withDatabase.extend<{ site: Site }>({
  site: async ({ db }, use) => {
    const log = createLog('silent')
    const app = createApp({ db, now: () => new Date(), log, build: 'test' })
    const server = await listen(() => app, { host: '127.0.0.1', port: 0 })
    const browser = await (kept.gainsayBrowser ??= openBrowser())
    const faults: string[] = []
    const open = async (
      path: string,
      { look = looks[0], javaScript = true }: Visit = {},
    ): Promise<Page> => {
      const context = await browser.newContext({
        colorScheme: look.scheme,
        viewport: sizeOf(look),
        reducedMotion: 'reduce',
        javaScriptEnabled: javaScript,
      })
      // Long for a slow machine, short of the test's own limit, so that what was awaited is named.
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (line) => {
        if (line.type() === 'error' && !/status of 4\d\d/.test(line.text()))
          faults.push(line.text())
      })
      await page.goto(server.origin + path)
      return page
    }
    const openSignedIn = async (path: string, visit?: Visit): Promise<Page> => {
      const { token } = await createSignInLink(db, new Date())
      const page = await open(paths.signIn(token), visit)
      await page.goto(server.origin + path)
      return page
    }
    const openAsReviewer = async (path: string, visit?: Visit): Promise<Page> => {
      const { accountId } = await anAccount(db, { name: 'Rea Rowan' })
      const { token } = await saveLink(db, { accountId, now: new Date() })
      const page = await open(paths.signIn(token), visit)
      await page.goto(server.origin + path)
      return page
    }
    const ways = { open, openSignedIn, openAsReviewer }
    await use({ origin: server.origin, db, routes: app.routes, ...ways })
    await Promise.all(browser.contexts().map(async (context) => await context.close()))
    await server.drain(1000)
    expect(faults, 'what went wrong on a page').toEqual([])
  },
})

const sizeOf = ({ width }: Look) => ({ width, height: 800 })

/** Another look for a page that is open: what its styles answer, without loading it again. */
export async function setLook(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: look.scheme })
  await page.setViewportSize(sizeOf(look))
}

/** Rules whose answer depends on colours and sizes; of the others one width and one scheme tell enough. */
const RULES_OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

/**
 * WCAG 2.2 A and AA as axe knows them, and no page wider than its window. Goes on after a fault.
 * @param only - `looks` for a page that was held against all rules in another look
 */
export async function expectAccessible(page: Page, only?: 'looks'): Promise<void> {
  // Reading axe's half a megabyte costs more than most pages: once for each document is enough.
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: '0' } : {}) })
  // Preloading fetches every style sheet again, for a rule on rotated screens alone.
  const { violations } = await axe
    .options({ resultTypes: ['violations'], preload: false, runOnly: rulesOf(only) })
    // Our pages have no frames; the other mode opens a further page each time.
    .setLegacyMode()
    .analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`)
  expect.soft(told, `axe on ${await describePage(page)}`).toEqual([])
  await expectNoSidewaysScroll(page)
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const rulesOf = (only: 'looks' | undefined) =>
  only === 'looks'
    ? { type: 'rule' as const, values: RULES_OF_LOOKS }
    : { type: 'tag' as const, values: TAGS }

/** Tables may scroll in their own box; the page may not. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect.soft(content, `width of ${await describePage(page)}`).toBeLessThanOrEqual(window ?? 0)
}

const describePage = async (page: Page): Promise<string> =>
  await page.evaluate(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    return `${location.href} “${document.title}” at ${innerWidth} px, ${scheme}`
  })
