import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, chownSync } from 'node:fs'
import { join } from 'node:path'

/** `npm test`: everything that has to pass. The last line is `N passed, N failed`. */

interface Outcome {
  readonly passed: number
  readonly failed: number
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Run a program of node_modules; what it prints goes to standard error and is returned. */
async function run(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ ok: boolean; output: string }> {
  say(`\n> ${name} ${args.join(' ')}`)
  const child = spawn(join('node_modules', '.bin', name), args, {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      process.stderr.write(chunk)
    })
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', resolve)
  })
  return { ok: code === 0, output }
}

/** A checker counts as one test. */
async function check(name: string, args: readonly string[]): Promise<Outcome> {
  const { ok } = await run(name, args)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

/** Vitest's own counts; a run that ends badly without a failed test is a failure too. */
async function suite(env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const { ok, output } = await run('vitest', ['run', '--reporter=dot', '--project', 'unit'], env)
  // The last such line is the summary; the word also heads the list of what failed.
  const counts = output.match(/^ +Tests .*$/gm)?.at(-1) ?? ''
  const passed = Number(/(\d+) passed/.exec(counts)?.[1] ?? 0)
  const failed = Number(/(\d+) failed/.exec(counts)?.[1] ?? 0)
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed }
}

const PG15 = '/usr/lib/postgresql/15/bin'
const NOBODY = 65534

/** The suite once more, on a PostgreSQL 15 of its own that ends with it. */
async function suiteOnPostgres15(): Promise<Outcome> {
  if (!existsSync(join(PG15, 'initdb'))) {
    say('\nPostgreSQL 15 is not installed: the suite ran on the embedded PostgreSQL alone.')
    return { passed: 0, failed: 0 }
  }
  const folder = mkdtempSync(existsSync('/dev/shm') ? '/dev/shm/gainsay-pg15-' : '/tmp/gainsay-pg15-')
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const options = ['-c', 'fsync=off', '-c', 'listen_addresses=', '-c', 'max_connections=200', '-k', folder]
  try {
    await ended(
      spawn(join(PG15, 'initdb'), ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8'], { ...owner, stdio: 'ignore' }),
    )
    const server = spawn(join(PG15, 'postgres'), ['-D', join(folder, 'data'), ...options], { ...owner, stdio: 'ignore' })
    const gone = ended(server)
    try {
      await untilListening(join(folder, '.s.PGSQL.5432'))
      return await suite({ TEST_DATABASE_URL: `postgresql://postgres@/postgres?host=${folder}` })
    } finally {
      server.kill('SIGINT')
      await gone
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ended = async (child: ReturnType<typeof spawn>): Promise<void> =>
  await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve())
  })

async function untilListening(socket: string): Promise<void> {
  for (let i = 0; i < 200 && !existsSync(socket); i++)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

const outcomes = [
  await check('tsc', ['-p', '.']),
  await check('oxlint', ['--type-aware']),
  await suite(),
  await suiteOnPostgres15(),
]
const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((n, o) => n + of(o), 0)
const failed = sum((o) => o.failed)
process.exitCode = failed === 0 ? 0 : 1
process.stdout.write(`${sum((o) => o.passed)} passed, ${failed} failed\n`)
