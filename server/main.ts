import cluster, { type Worker } from 'node:cluster'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { connect, type Db } from '#db/connect.ts'
import { createSignInLink } from './actions/create-sign-in-link.ts'
import { loadDemo } from './actions/load-demo.ts'
import { createApp } from './app.tsx'
import { parseEnv, type Settings } from './env.ts'
import { fetchDocument } from './documents/fetch-document.ts'
import { explainStart } from './explain-start.ts'
import { createLog, describeError, type Log } from './http/log.ts'
import { startWebhooks } from './jobs/start-webhooks.ts'
import { listen, type Listening } from './listen.ts'
import { openDatabase } from './open-database.ts'
import { paths } from './paths.ts'

const now = (): Date => new Date()
const progress = (line: string): void => void process.stderr.write(`${line}\n`)

/** What has been started, and how it ends. */
interface Running {
  readonly db: Db
  readonly origin: string
  readonly isReady: () => boolean
  /** @returns false when the deadline cut requests off */
  readonly drain: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** What the process was started for; ends it with a code that says how it went (promises c.5). */
async function main(): Promise<void> {
  try {
    const settings = parseEnv(process.env)
    const log = createLog(settings.LOG_LEVEL)
    await (cluster.isWorker ? work(settings, log) : lead(settings, log))
  } catch (error) {
    const { lines, code } = explainStart(error, process.env['DATABASE_URL'])
    for (const line of lines) progress(line)
    process.exit(code)
  }
}

/** Prepare the database and serve, or have WORKERS processes serve, until a signal comes. */
async function lead(settings: Settings, log: Log): Promise<void> {
  for (const name of ['DATABASE_REPLICA_URL', 'SESSION_SECRET'] as const)
    if (settings[name] !== undefined) log.warn(`${name} has no use in this release`)
  const starting = start(settings, log)
  leaveOnSignal(log, starting)
  const { db, origin, isReady } = await starting
  if (isReady()) await announce(settings, db, origin)
}

async function start(settings: Settings, log: Log): Promise<Running> {
  const { db, url, close } = await openDatabase({
    settings,
    onProgress: progress,
    onError: lost(log),
  })
  try {
    if (settings.DEMO) await loadDemo(db, now())
    const server =
      settings.WORKERS === 1
        ? await serve(settings, db, log)
        : await serveFromWorkers(settings.WORKERS, url)
    return { db, close, ...server }
  } catch (error) {
    await close()
    throw error
  }
}

const lost =
  (log: Log) =>
  (error: Error): void =>
    log.warn('connection lost', describeError(error))

async function serve(settings: Settings, db: Db, log: Log): Promise<Listening> {
  const build = await nameBuild()
  const { FETCH_FROM, WEBHOOKS_TO } = settings
  const fetcher = FETCH_FROM && ((address: string) => fetchDocument(address, FETCH_FROM))
  const bell = { ring: (): void => {} }
  const server = await listen(
    (isReady) =>
      createApp({
        db,
        now,
        log,
        baseUrl: settings.BASE_URL,
        build,
        isReady,
        fetchDocument: fetcher,
        webhooks: WEBHOOKS_TO && { ...WEBHOOKS_TO, wake: () => bell.ring() },
        trustProxy: settings.TRUST_PROXY,
      }),
    { host: settings.HOST, port: settings.PORT },
  )
  if (WEBHOOKS_TO === undefined) return server
  const origin = settings.BASE_URL ?? server.origin
  const job = startWebhooks({ db, now, random: Math.random, origin, send: WEBHOOKS_TO, log })
  bell.ring = job.wake
  const drain = async (): Promise<boolean> => {
    const [inTime] = await Promise.all([server.drain(), job.stop()])
    return inTime
  }
  return { ...server, drain }
}

/** Two lines on standard output; the link works once, within 30 minutes. */
async function announce(settings: Settings, db: Db, origin: string): Promise<void> {
  const base = settings.BASE_URL ?? origin
  const { token } = await createSignInLink(db, now())
  process.stdout.write(
    `Gainsay is at ${base}/\nSign in as its owner, once: ${base}${paths.signIn(token)}\n`,
  )
}

/** npm passes on a signal that the terminal has sent to us already: that is one signal, not two. */
const SAME_SIGNAL_MS = 1000

/**
 * The first signal drains and closes, also while starting; a later one ends at once, which loses
 * nothing that was acknowledged. What nobody caught ends the same way, with code 1.
 */
function leaveOnSignal(log: Log, starting: Promise<Running>): void {
  let since: number | undefined
  const leave = async (code: number): Promise<void> => {
    if (since !== undefined)
      return Date.now() - since < SAME_SIGNAL_MS ? undefined : process.exit(1)
    since = Date.now()
    const running = await starting.catch(() => undefined)
    if (running === undefined) return // the start failed and says so itself
    const inTime = await running.drain()
    if (!inTime) log.warn('requests cut off at the deadline')
    await running.close()
    process.exit(inTime ? code : 1)
  }
  process.on('SIGTERM', () => void leave(0))
  process.on('SIGINT', () => void leave(0))
  const fail = (error: unknown): void => {
    log.error('unexpected', describeError(error))
    void leave(1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}

/** Processes that share one address; this one keeps the database for them and never serves. */
async function serveFromWorkers(
  count: number,
  url: string,
): Promise<Omit<Running, 'db' | 'close'>> {
  let ready = true
  cluster.setupPrimary({ exec: fileURLToPath(import.meta.url), execArgv: ['--import', 'tsx'] })
  const fork = (): Worker =>
    cluster.fork({ DATABASE_URL: url }).once('exit', () => {
      if (ready) setTimeout(fork, 500)
    })
  const workers = Array.from({ length: count }, fork)
  const [origin] = await Promise.all(workers.map(findOrigin))
  const drain = async (): Promise<boolean> => {
    ready = false
    const codes = await Promise.all(Object.values(cluster.workers ?? {}).map(dismiss))
    return codes.every((code) => code === 0)
  }
  return { origin: origin ?? '', isReady: () => ready, drain }
}

async function findOrigin(worker: Worker): Promise<string> {
  const ended = once(worker, 'exit').then(() => {
    throw new Error('A worker ended while it started; its reason is above.')
  })
  const [origin] = (await Promise.race([once(worker, 'message'), ended])) as [string]
  return origin
}

async function dismiss(worker: Worker | undefined): Promise<number> {
  if (worker === undefined) return 0
  const ended = once(worker, 'exit')
  worker.send('leave')
  const [code] = (await ended) as [number]
  return code
}

/** One of several: told by the first process when to leave, and leaving when that one is gone. */
async function work(settings: Settings, log: Log): Promise<void> {
  // A signal to the whole group reaches us too; the first process decides.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => {})
  const { db, close } = connect({ url: settings.DATABASE_URL ?? '', onError: lost(log) })
  const server = await serve(settings, db, log)
  const leave = async (): Promise<void> => {
    const inTime = await server.drain()
    await close()
    process.exit(inTime ? 0 : 1)
  }
  process.once('message', () => void leave())
  process.once('disconnect', () => void leave())
  process.send?.(server.origin)
}

/** Names the running code, for ETags: the same in every process and on every machine that runs it. */
async function nameBuild(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of ['../server/', '../views/', '../db/']) {
    const root = new URL(folder, import.meta.url)
    const names = (await readdir(root, { recursive: true })).filter((n) =>
      /\.(tsx?|css|js)$/.test(n),
    )
    for (const name of names.sort()) hash.update(name).update(await readFile(new URL(name, root)))
  }
  return hash.digest('hex').slice(0, 16)
}

await main()
