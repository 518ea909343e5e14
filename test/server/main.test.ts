import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { isSchemaCurrent } from '#db/queries/readiness.ts'
import { aDatabase } from '#test/support/database.ts'
import { onServer } from '#test/support/global-setup.ts'

/** The program as people start it: another process, told by its environment, heard by its output. */
interface Program {
  readonly child: ChildProcess
  readonly said: { out: string; err: string }
  readonly ended: Promise<number | null>
}

const programs: Program[] = []
let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gainsay-main-'))
  await chmod(dataDir, 0o755)
})
afterEach(async () => {
  for (const { child, ended } of programs.splice(0)) {
    child.kill('SIGTERM')
    await ended
  }
})
afterAll(async () => await rm(dataDir, { recursive: true, force: true }))

function run(args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn', ...env },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const program = { child, said, ended }
  programs.push(program)
  return program
}

async function started(program: Program): Promise<{ origin: string; link: string }> {
  await expect.poll(() => program.said.out, { timeout: 50_000 }).toMatch(/once: .*\n/)
  const [, origin = '', link = ''] =
    /^Gainsay is at (\S+)\/\nSign in as its owner, once: (\S+)\n$/.exec(program.said.out) ?? []
  return { origin, link }
}

describe('npm start', () => {
  test('serves the demo topic from its own database, and ends with the first signal', async () => {
    const first = run(['start'], { DATA_DIR: dataDir })
    const { origin, link } = await started(first)
    expect(await (await fetch(`${origin}/readyz`)).text()).toBe('ready\n')
    expect(await (await fetch(origin)).text()).toContain('/t/')
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(first.said.err).toContain(`Making a new database in ${dataDir}/postgres.\n`)
    await expect(readFile(join(dataDir, 'postgres/data/postmaster.pid'))).rejects.toThrow('ENOENT')
  })

  test('killed outright, the next start finds what it left; a command beside it shares it', async () => {
    const first = run(['start'], { DATA_DIR: dataDir })
    const { origin } = await started(first)
    const topic = /href="\/t\/([a-z0-9-]+)/.exec(await (await fetch(origin)).text())?.[1] ?? ''
    first.child.kill('SIGKILL')
    await first.ended
    const second = run(['start'], { DATA_DIR: dataDir, WEBHOOKS_TO: '*' })
    await started(second)
    const beside = run(['dossier', 'export', topic], { DATA_DIR: dataDir })
    expect(await beside.ended).toBe(0)
    expect(JSON.parse(beside.said.out)).toMatchObject({ format: 'gainsay-dossier/1' })
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  test('serves from several processes, from a database that it was given', async () => {
    const url = await aDatabase()
    const program = run(['start'], { DATABASE_URL: url, WORKERS: '2', DEMO: '0' })
    const { origin } = await started(program)
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    const { db, close } = connect({ url })
    expect(await isSchemaCurrent(db)).toBe(true)
    await close()
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  test('told nonsense, ends with 78 and a line for each', async () => {
    const program = run(['start'], { PORT: 'x', DEMO: 'y' })
    expect(await program.ended).toBe(78)
    expect(program.said).toEqual({
      out: '',
      err: 'PORT must be a whole number from 0 to 65535.\nDEMO must be 0 or 1.\n',
    })
  })

  test('before a database of a later release, ends with 3', async () => {
    const url = await aDatabase()
    await onServer(url, `insert into kysely_migration values ('9999-later', '2030')`)
    const program = run(['start'], { DATABASE_URL: url })
    expect(await program.ended).toBe(3)
    expect(program.said.err).toContain('9999-later')
  })
})

test('a command that does not exist is told so', async () => {
  const program = run(['nonsense'], {})
  expect(await program.ended).toBe(64)
  expect(program.said.err).toContain('There is no command nonsense')
})
