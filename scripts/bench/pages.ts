import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Db } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { loadDemo } from '#server/actions/load-demo.ts'
import { createApp } from '#server/app.tsx'
import type { Dossier } from '#server/domain/dossier.ts'
import { createLog } from '#server/http/log.ts'
import { listen } from '#server/listen.ts'
import { openDatabase } from '#server/open-database.ts'
import { paths } from '#server/paths.ts'
import { type Figures, median, round } from './figures.ts'

/** Loads of each page. */
const ROUNDS = 5
const DEMO = 'syria-talks-demo'
const ELECTION = '../shared/data/wahlomat-2017.dossier.json'

/** Slow 4G and a phone's processor, as Lighthouse takes them for its mobile measure. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const CPU_SLOWER = 4
const SCREEN = { width: 412, height: 823 }

/** What one load showed. Times in milliseconds. */
interface Load {
  readonly lcp: number
  /** Cumulative, without a unit. */
  readonly cls: number
  /** By how much tasks after the first paint were longer than 50 ms, in all. */
  readonly blocking: number
}

/**
 * The pages that people come to first, each loaded anew as on a phone over slow 4G: largest contentful
 * paint, also as a multiple of that of a page of one sentence, layout shift, blocking time. Medians; the
 * pages take turns. Twelve parties are those of the election, where its record is there.
 */
export async function benchPages(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-bench-'))
  const settings = { DATABASE_URL: process.env['DATABASE_URL'], DATA_DIR: folder }
  const { db, close } = await openDatabase({ settings, deadlines: false, onProgress: () => {} })
  try {
    return await benchIn(db)
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function benchIn(db: Db): Promise<Figures> {
  const pages = await fill(db)
  const app = createApp({ db, now: () => new Date(), log: createLog('silent'), build: 'bench' })
  app.get(BARE, (c) => c.html('<!doctype html><title>One</title><p>One sentence on a page.</p>'))
  const address = { host: '127.0.0.1', port: 0 }
  const server = await listen(() => app, address)
  const browser = await openChromium()
  try {
    return summed(await loadInTurns(browser, server.origin, pages))
  } finally {
    await browser.close()
    await server.drain(1000)
  }
}

const BARE = '/bare'

/** @returns addresses by name */
async function fill(db: Db): Promise<ReadonlyMap<string, string>> {
  await loadDemo(db, new Date())
  const pages = new Map([
    ['bare', BARE],
    ['home', paths.home],
    ['topic', paths.topic(DEMO)],
    ['compare', paths.compare(DEMO)],
    ['matrix', paths.matrix(DEMO)],
    ['commonGround', paths.commonGround(DEMO)],
    ['timeline', paths.timeline(DEMO)],
    ['search', paths.search({ q: 'assad' })],
    ['contradiction', paths.contradiction({ id: 1, slug: '' })],
  ])
  if (!existsSync(ELECTION)) return pages
  const all = JSON.parse(await readFile(ELECTION, 'utf8')) as Dossier
  await importDossier(db, { text: JSON.stringify(all), file: ELECTION, now: new Date() })
  const p = all.parties.slice(0, 12).map(({ slug }) => slug)
  return pages.set('compareTwelve', paths.compare(all.topic.slug, { p }))
}

async function openChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return await chromium.launch({ executablePath, args })
}

async function loadInTurns(browser: Browser, origin: string, pages: ReadonlyMap<string, string>) {
  const loads = new Map<string, Load[]>([...pages.keys()].map((name) => [name, []]))
  for (let turn = 0; turn < ROUNDS; turn++)
    for (const [name, path] of pages) {
      const context = await browser.newContext({ viewport: SCREEN, isMobile: true })
      loads.get(name)?.push(await loadOnce(context, origin + path))
      await context.close()
    }
  return loads
}

async function loadOnce(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER })
  await page.goto(address, { waitUntil: 'networkidle' })
  return await readLoad(page)
}

/** What the browser kept of the load, once no more is to come. */
async function readLoad(page: Page): Promise<Load> {
  const shifts = await readEntries(page, 'layout-shift')
  const firstPaint = (await readEntries(page, 'paint')).at(-1)?.startTime ?? 0
  const late = (await readEntries(page, 'longtask')).filter(
    ({ startTime }) => startTime > firstPaint,
  )
  return {
    lcp: (await readEntries(page, 'largest-contentful-paint')).at(-1)?.startTime ?? 0,
    cls: shifts.reduce((sum, { value }) => sum + value, 0),
    blocking: late.reduce((sum, { duration }) => sum + duration - 50, 0),
  }
}

interface Entry {
  readonly startTime: number
  readonly duration: number
  /** Of a layout shift. */
  readonly value: number
}

/** Performance entries of a kind, those before this was asked too; none comes where there is none. */
const readEntries = async (page: Page, type: string): Promise<readonly Entry[]> =>
  await page.evaluate(
    async (asked) =>
      await new Promise<Entry[]>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().map((entry) => entry.toJSON() as Entry)),
        ).observe({ type: asked, buffered: true })
        setTimeout(() => resolve([]), 500)
      }),
    type,
  )

function summed(loads: ReadonlyMap<string, readonly Load[]>): Figures {
  const medianOf = (name: string, of: keyof Load) =>
    median((loads.get(name) ?? []).map((load) => load[of]))
  return Object.fromEntries(
    [...loads.keys()].map((name) => [
      name,
      {
        lcpMs: round(medianOf(name, 'lcp')),
        timesBare: round(medianOf(name, 'lcp') / medianOf('bare', 'lcp')),
        cls: round(medianOf(name, 'cls')),
        blockingMs: round(medianOf(name, 'blocking')),
      },
    ]),
  )
}
