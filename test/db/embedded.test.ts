import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Embedded, openEmbedded } from '#db/embedded.ts'
import { findClosedFolder } from '#db/embedded-binaries.ts'

const isRoot = process.getuid?.() === 0

/** One folder for all: making a database is the slow part. */
let folder = ''
const open = async (): Promise<Embedded> => await openEmbedded({ folder })

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gainsay-embedded-')), 'postgres')
  if (isRoot) await chmod(join(folder, '..'), 0o755)
})
afterAll(async () => {
  for (const path of [join(folder, '..'), ...sockets])
    await rm(path, { recursive: true, force: true })
})

/** Folders that a socket was put into because its own would not do. */
const sockets: string[] = []
const noteSocket = (url: string): void =>
  void sockets.push(decodeURIComponent(/host=([^&]+)/.exec(url)?.[1] ?? ''))

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.flatMap((row) =>
      Object.values(row),
    )
  } finally {
    await client.end().catch(() => {})
  }
}

const pidFile = () => join(folder, 'data/postmaster.pid')
const serverPid = async (): Promise<number> =>
  Number((await readFile(pidFile(), 'utf8')).split('\n')[0])
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.skipIf(process.env['TEST_DATABASE_URL'])('the embedded database', () => {
  test('two that start at once on a new folder share one server; the last to leave stops it', async () => {
    const [first, second] = await Promise.all([open(), open()])
    await query(first.url, 'create table kept (n int)')
    await query(second.url, 'insert into kept values (1)')
    const pid = await serverPid()
    await first.close()
    expect(await query(second.url, 'select n from kept')).toEqual([1])
    await second.close()
    expect(isRunning(pid)).toBe(false)
    await expect(readFile(pidFile())).rejects.toThrow('ENOENT')
  })

  test('it waits for the disk, listens on no port, and speaks UTF-8', async () => {
    const { url, close } = await open()
    expect(
      await query(
        url,
        `select current_setting(n) from unnest(array['fsync', 'synchronous_commit',
           'full_page_writes', 'listen_addresses', 'server_encoding', 'lc_collate']) n
         where n <> 'lc_collate'`,
      ),
    ).toEqual(['on', 'on', 'on', '', 'UTF8'])
    await close()
  })

  test('killed under us, it comes back by itself with every acknowledged row', async () => {
    const { url, close } = await open()
    await query(url, 'insert into kept values (2)')
    const pid = await serverPid()
    process.kill(pid, 'SIGKILL')
    await expect
      .poll(async () => await query(url, 'select max(n) from kept').catch(() => []), {
        timeout: 30_000,
      })
      .toEqual([2])
    expect(await serverPid()).not.toBe(pid)
    await close()
  })

  test('a process killed outright leaves it running; the next one uses it, and can stop it', async () => {
    const script = `import { openEmbedded } from '#db/embedded.ts'
      await openEmbedded({ folder: ${JSON.stringify(folder)} })
      console.log('open')
      setInterval(() => {}, 1000)`
    const args = ['--import', 'tsx', '--input-type=module', '-e', script]
    const child = spawn(process.execPath, args)
    await once(child.stdout, 'data')
    const pid = await serverPid()
    child.kill('SIGKILL')
    const { url, close } = await open()
    expect(await serverPid()).toBe(pid)
    await query(url, 'insert into kept values (3)')
    await expect
      .poll(async () => {
        const others = await query(
          url,
          "select count(*)::int from pg_stat_activity where backend_type = 'client backend'",
        )
        return others[0]
      })
      .toBe(2)
    await close()
    expect(isRunning(pid)).toBe(false)
  })

  test('a postmaster.pid that names some other process is taken for what it is', async () => {
    // A reboot, or a container in which numbers repeat: the number is now ours.
    await writeFile(pidFile(), `${process.pid}\n${folder}/data\n1700000000\n5432\n\n\n\n`)
    if (isRoot) await chmod(pidFile(), 0o644)
    const { url, close } = await open()
    expect(await query(url, 'select max(n) from kept')).toEqual([3])
    await close()
  })

  test('a path too long for a socket puts the socket elsewhere', async () => {
    const deep = join(folder, '..', 'x'.repeat(100), 'postgres')
    await mkdir(join(deep, '..'))
    const { url, close } = await openEmbedded({ folder: deep, settings: { fsync: 'off' } })
    noteSocket(url)
    expect(url).toContain(encodeURIComponent(join(tmpdir(), 'gainsay-')))
    expect(await query(url, 'select 1')).toEqual([1])
    await close()
  })

  test.runIf(isRoot)(
    'below a folder that its user cannot enter, it works all the same',
    async () => {
      const closed = join(folder, '..', 'closed')
      await mkdir(closed, { mode: 0o700 })
      expect(await findClosedFolder(closed, { uid: 65_534, gid: 65_534 })).toBe(closed)
      const { url, close } = await openEmbedded({ folder: join(closed, 'postgres') })
      noteSocket(url)
      await query(url, 'create table deep (n int)')
      const again = await openEmbedded({ folder: join(closed, 'postgres') })
      await close()
      expect(await query(again.url, 'select count(*)::int from deep')).toEqual([0])
      await again.close()
    },
  )
})
