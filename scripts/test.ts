import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from '#db/embedded.ts'

/**
 * `npm test`: everything that has to hold, and what CI runs. The last line is `N passed, N failed`,
 * a checker counting as one. `npm test -- --only lint,unit` runs parts.
 */

interface Outcome {
  readonly passed: number
  readonly failed: number
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const bin = (name: string): string => join('node_modules', '.bin', name)

/** Every part, in the order of running: what is quick to fail comes first. */
const parts: Readonly<Record<string, () => Promise<Outcome>>> = {
  format: async () => await check('oxfmt', '--check', '.'),
  lint: async () => await check('oxlint', '--type-aware'),
  types: async () => await check('tsc'),
  unused: async () => await check('knip', '--include', 'files,dependencies,unlisted,unresolved'),
  unit: async () => await suite('unit'),
  postgres: suiteOnOtherPostgres,
  journeys: async () => await (findChromium() ? suite('journeys') : missing('Chromium')),
}

/** Run a program; what it prints goes to standard error. @returns whether it ended well */
async function run(command: string, args: readonly string[], env = {}): Promise<boolean> {
  const child = spawn(command, args, {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 2, 2],
  })
  return await new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

async function check(name: string, ...args: string[]): Promise<Outcome> {
  const ok = await run(bin(name), args)
  if (!ok && name === 'oxfmt') say('Run: node_modules/.bin/oxfmt')
  return { passed: Number(ok), failed: Number(!ok) }
}

/** A run of vitest. One that ends badly without a failed test, or that found no test, has failed. */
async function suite(project: string, env = {}, files: readonly string[] = []): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-results-'))
  const file = join(folder, 'results.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const ok = await run(bin('vitest'), ['run', '--project', project, ...reporters, ...files], env)
  const text = await readFile(file, 'utf8').catch(() => '{}')
  await rm(folder, { recursive: true })
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = JSON.parse(text) as Counts
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed }
}

interface Counts {
  readonly numPassedTests?: number
  readonly numFailedTests?: number
}

/** Tests that ask the database; the rest has no engine to differ on. */
const ON_DATABASE = ['test/app.test.ts', 'test/db/', 'test/actions/', 'test/routes/']

/** Of these all but two, which are about files and sizes, and long. */
const HTTP = 'test/http'
const NOT_ON_DATABASE = new Set(['hostile-capture.test.ts', 'large-capture.test.ts'])

async function listOnDatabase(): Promise<string[]> {
  const names = await readdir(HTTP)
  const own = names.filter((name) => !NOT_ON_DATABASE.has(name)).map((name) => `${HTTP}/${name}`)
  return [...ON_DATABASE, ...own]
}

/** The suite once more on a server as people have it, PostgreSQL 15 where there is one. */
async function suiteOnOtherPostgres(): Promise<Outcome> {
  const binaries = await findPostgres()
  if (binaries === undefined) return missing('PostgreSQL (/usr/lib/postgresql)')
  say(`On ${binaries}:`)
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'gainsay-pg-'))
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' }
  const server = await openEmbedded({ folder, binaries, settings })
  try {
    return await suite('unit', { TEST_DATABASE_URL: server.url }, await listOnDatabase())
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The oldest that we support of those that Debian has put there. */
async function findPostgres(): Promise<string | undefined> {
  const root = '/usr/lib/postgresql'
  const versions = await readdir(root).catch(() => [])
  const fit = versions.map(Number).filter((version) => version >= 15)
  const oldest = fit.sort((a, b) => a - b)[0]
  const folder = join(root, String(oldest))
  return existsSync(join(folder, 'bin/initdb')) ? folder : undefined
}

const findChromium = (): boolean =>
  [process.env['CHROMIUM'], '/usr/bin/chromium'].some((path) => path && existsSync(path))

/** Elsewhere a part that cannot run is left out and said so; in CI it has failed. */
function missing(what: string): Outcome {
  const inCi = process.env['CI'] === 'true'
  say(`NOT RUN: ${what} is not installed.${inCi ? '' : ' CI runs this part.'}`)
  return { passed: 0, failed: Number(inCi) }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const names = values.only?.split(',') ?? Object.keys(parts)
  const unknown = names.filter((name) => !(name in parts))
  if (unknown.length > 0) {
    say(`No part is called ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)
    return 64
  }
  const sum = { passed: 0, failed: 0 }
  for (const name of names) {
    say(`\n== ${name}`)
    const start = performance.now()
    const { passed, failed } = (await parts[name]?.()) ?? sum
    say(
      `== ${name}: ${passed} passed, ${failed} failed in ${((performance.now() - start) / 1000).toFixed(1)} s`,
    )
    sum.passed += passed
    sum.failed += failed
  }
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

process.exitCode = await main()
