import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import {
  EmbeddedError,
  exists,
  findBinaries,
  findClosedFolder,
  findRunner,
  type Runner,
} from './embedded-binaries.ts'

/**
 * Our own PostgreSQL, kept in one folder and reached through a socket in it.
 *
 * Several processes may open one folder: whoever finds nobody answering starts the server, the others
 * use it, and the last one to leave stops it. Nothing here needs a lock file of our own: PostgreSQL's
 * postmaster.pid lets only one server start, and a shared advisory lock, held on a connection of its
 * own by each process, tells who is still there. A process that is killed leaves the server running;
 * the next one finds it.
 */
export interface Embedded {
  /** For `connect`. */
  readonly url: string
  /** Leave; the last process to leave stops the server. Close the pool before. */
  readonly close: () => Promise<void>
}

export interface EmbeddedOptions {
  /** Made when it is missing. */
  readonly folder: string
  /** Settings beside ours, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** The folder with bin/ of another PostgreSQL to run; the npm package's otherwise. */
  readonly binaries?: string
  /** Told in one line what takes long: making a new database, recovering after a crash. */
  readonly onProgress?: (line: string) => void
}

const USER = 'gainsay'
const PRESENCE_LOCK = 7_243_001
const START_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 30_000
/** The length of sun_path on Linux is 108 with its NUL; on macOS 104. */
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107

interface Place {
  /** Everything below is in here, and belongs to the runner. */
  readonly home: string
  readonly data: string
  readonly socket: string
  readonly runner: Runner | undefined
  /**
   * `data` as the runner reaches it. Below a folder that it may not enter, such as /root, no path leads
   * there; but root may start it in that folder, and /proc/self/cwd is the folder one was started in.
   */
  readonly dataFor: (data: string) => string
  /** Where a copy of the binaries can be kept that the runner may read. */
  readonly copies: string
}

/**
 * Use the database in `folder`: made on first use, started unless it is running, brought back if it
 * dies while we use it.
 * @throws {EmbeddedError} in one line, when it cannot be made, started or reached
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = await findPlace(options.folder)
  let presence = await enter(place, options)
  let leaving = false
  const watch = () => {
    presence.once('end', () => {
      if (!leaving) void comeBack()
    })
  }
  const comeBack = async () => {
    try {
      presence = await enter(place, options)
      if (leaving) return await leave(place, presence)
      watch()
    } catch (error) {
      options.onProgress?.(error instanceof Error ? error.message : String(error))
      await sleep(1000)
      if (!leaving) void comeBack()
    }
  }
  watch()
  return {
    url: urlOf(place, USER),
    close: async () => {
      if (leaving) return
      leaving = true
      await leave(place, presence)
    },
  }
}

const urlOf = ({ socket }: Place, database: string): string =>
  `postgresql://${USER}@/${database}?host=${encodeURIComponent(socket)}`

async function findPlace(folder: string): Promise<Place> {
  const runner = findRunner()
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const home = await realpath(folder)
  if (runner !== undefined) await chown(home, runner.uid, runner.gid)
  const closed = await findClosedFolder(home, runner)
  if (closed !== undefined && process.platform !== 'linux')
    throw new EmbeddedError(
      `PostgreSQL does not run as root, and the user it runs as cannot enter ${closed}. ` +
        'Set DATA_DIR to a folder elsewhere, or start as another user.',
    )
  return {
    home,
    data: join(home, 'data'),
    socket: await findSocketFolder(home, runner, closed === undefined),
    runner,
    dataFor: (data) => (closed === undefined ? data : '/proc/self/cwd'),
    copies: closed === undefined ? home : '/var/lib/gainsay',
  }
}

/**
 * In `home`, unless its path is too long for a socket or closed to the runner: then in the system's
 * folder for such things, which is open to all and in which each may remove only what is theirs.
 */
async function findSocketFolder(
  home: string,
  runner: Runner | undefined,
  isOpen: boolean,
): Promise<string> {
  const near = join(home, 'socket')
  const key = createHash('sha256').update(home).digest('hex').slice(0, 16)
  const fits = isOpen && Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH
  const folder = fits ? near : join(tmpdir(), `gainsay-${key}`)
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const owner = (await stat(folder)).uid
  const us = process.getuid?.()
  if (owner !== us && owner !== runner?.uid)
    throw new EmbeddedError(
      `${folder} belongs to another user; remove it, or choose another DATA_DIR.`,
    )
  if (runner !== undefined) await chown(folder, runner.uid, runner.gid)
  return folder
}

/** Connect and say that we are here, starting the server when nobody answers. */
async function enter(place: Place, options: EmbeddedOptions): Promise<pg.Client> {
  const until = Date.now() + START_WITHIN_MS
  let server: Server | undefined
  let busySince: number | undefined
  let warned = false
  for (;;) {
    const answer = await knock(place)
    if (answer instanceof pg.Client) return answer
    if (answer === 'nobody' && (server === undefined || server.ended)) {
      if (server !== undefined) await explainEnd(server, place)
      server = await start(place, options)
    }
    if (Date.now() > until)
      throw new EmbeddedError(
        `The database in ${place.home} did not answer within 60 s; see ${join(place.home, 'server.log')}.`,
      )
    if (answer === 'busy') busySince ??= Date.now()
    if (!warned && Date.now() - (busySince ?? Infinity) > 2000) {
      warned = true
      options.onProgress?.('Waiting for the database to recover or to stop.')
    }
    await sleep(20)
  }
}

/** One try to connect: our presence, or whether somebody is there who is starting or stopping. */
async function knock(place: Place): Promise<pg.Client | 'nobody' | 'busy'> {
  const client = new pg.Client({ connectionString: urlOf(place, 'postgres'), keepAlive: true })
  client.on('error', () => {}) // its end is what counts, and is listened to
  try {
    await client.connect()
    // Whoever is about to stop the server holds this lock alone until it has decided.
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_LOCK])
    await makeDatabase(client)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    const code = (error as { code?: string }).code
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'nobody'
    if (code !== undefined && /^(57P0|53300|ECONNRESET|EPIPE)/.test(code)) return 'busy'
    if (error instanceof Error && /terminated unexpectedly/.test(error.message)) return 'busy'
    throw error
  }
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [USER])
  if (rowCount !== 0) return
  await client.query(`create database ${USER}`).catch((error: { code?: string }) => {
    // 42P04 and 23505: another process was faster.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}

/** A server we spawned. It outlives us, so that a signal to our process group does not reach it. */
interface Server {
  readonly pid: number | undefined
  ended: boolean
}

async function start(place: Place, options: EmbeddedOptions): Promise<Server> {
  const { home, data, socket, runner, dataFor, copies } = place
  const binaries = options.binaries ?? (await findBinaries(copies, runner))
  if (!(await exists(data))) {
    options.onProgress?.(`Making a new database in ${home}.`)
    await initialise(binaries, place)
  }
  await refuseOtherVersion(place, binaries)
  const settings = { listen_addresses: '', unix_socket_permissions: '0700', ...options.settings }
  const log = await open(join(home, 'server.log'), 'w')
  try {
    const child = spawn(
      join(binaries, 'bin/postgres'),
      [
        '-D',
        dataFor(data),
        '-k',
        socket,
        ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
      ],
      { cwd: data, detached: true, stdio: ['ignore', log.fd, log.fd], env, ...runner },
    )
    const server: Server = { pid: child.pid, ended: false }
    child.once('exit', () => (server.ended = true))
    child.once('error', () => (server.ended = true))
    child.unref()
    return server
  } finally {
    await log.close()
  }
}

/** Nothing of ours (DATABASE_URL, PGDATA, secrets) is passed on. */
const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }

/** Made beside its place and then renamed, so that a start that was cut short leaves nothing half made. */
async function initialise(binaries: string, { home, data, runner, dataFor }: Place): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^data\.(\d+)-\w+\.new$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(home, name), { recursive: true, force: true })
  }
  const partial = `${data}.${process.pid}-${randomBytes(4).toString('hex')}.new`
  const options = ['-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions']
  await mkdir(partial, { mode: 0o700 })
  if (runner !== undefined) await chown(partial, runner.uid, runner.gid)
  const args = ['-D', dataFor(partial), ...options]
  await run(join(binaries, 'bin/initdb'), args, { cwd: partial, ...runner })
  await rename(partial, data).catch(async (error: NodeJS.ErrnoException) => {
    await rm(partial, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

async function run(
  command: string,
  args: string[],
  options: { cwd: string; uid?: number; gid?: number },
): Promise<void> {
  const child = spawn(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new EmbeddedError(`The database could not be made: ${lastLine(said)}`)
}

async function refuseOtherVersion({ home, data }: Place, binaries: string): Promise<void> {
  const theirs = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const control = await readFile(join(binaries, 'share/postgresql/postgres.bki'), 'utf8').catch(
    () => '',
  )
  const ours = /^# PostgreSQL (\d+)/.exec(control)?.[1] ?? theirs
  if (theirs !== ours)
    throw new EmbeddedError(
      `${home} was written by PostgreSQL ${theirs} and this release brings ${ours}. ` +
        'Restore a backup into a new DATA_DIR.',
    )
}

/**
 * Why a server we started ended at once. Silent when trying again may help: another process was faster,
 * or what was left of a killed server is only now going.
 * @throws {EmbeddedError} when a person has to do something
 */
async function explainEnd(_server: Server, place: Place): Promise<void> {
  const log = await readFile(join(place.home, 'server.log'), 'utf8').catch(() => '')
  if (/pre-existing shared memory block/.test(log)) return await sleep(100)
  if (!/lock file "postmaster\.pid" already exists/.test(log))
    throw new EmbeddedError(
      `The database in ${place.home} does not start: ${lastLine(log, /FATAL|PANIC|ERROR/)}`,
    )
  await removeStalePid(place)
}

/**
 * After a crash, postmaster.pid may name a process that is now something else (a reboot, or a container
 * in which numbers repeat); PostgreSQL cannot tell and refuses to start.
 */
async function removeStalePid({ home, data }: Place): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return
  // A server works in its own folder.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (folder !== undefined && folder !== data) return await rm(file, { force: true })
  const since = new Date(Number(lines[2]) * 1000).toISOString().slice(0, 16).replace('T', ' ')
  throw new EmbeddedError(
    `Data folder ${home} is in use by process ${pid} (started ${since} UTC). Stop it, or set DATA_DIR.`,
    { inUse: true },
  )
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const lastLine = (text: string, pattern = /./): string =>
  text
    .split('\n')
    .findLast((line) => pattern.test(line))
    ?.trim() ?? 'it said nothing'

/** Say goodbye; stop the server when nobody else is connected. */
async function leave({ data }: Place, presence: pg.Client): Promise<void> {
  try {
    if (await isLast(presence)) {
      const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
      process.kill(pid, 'SIGINT') // a fast shutdown: with a checkpoint, without waiting for anybody
      await waitForEnd(pid)
    }
  } catch {
    // The server went before us.
  } finally {
    await presence.end().catch(() => {})
  }
}

/** Holding the lock alone, newcomers wait for us; they count as connected, and then we leave it running. */
async function isLast(presence: pg.Client): Promise<boolean> {
  const { rows } = await presence.query<{ alone: boolean }>(
    'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as alone',
    [PRESENCE_LOCK],
  )
  if (rows[0]?.alone !== true) return false
  const { rowCount } = await presence.query(
    `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return rowCount === 0
}

async function waitForEnd(pid: number): Promise<void> {
  const until = Date.now() + STOP_WITHIN_MS
  while (isRunning(pid) && Date.now() < until) await sleep(10)
}
