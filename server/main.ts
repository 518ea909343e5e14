import cluster from 'node:cluster'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect, type Db } from '#db/connect.ts'
import { createSignInLink } from './actions/create-sign-in-link.ts'
import { loadDemo } from './actions/load-demo.ts'
import { createApp } from './app.tsx'
import { parseEnv, type Settings } from './env.ts'
import { explainStart } from './explain-start.ts'
import { createLog, describeError, type Log } from './http/log.ts'
import { listen, type Listening } from './listen.ts'
import { openDatabase } from './open-database.ts'
import { paths } from './paths.ts'

const now = (): Date => new Date()
const progress = (line: string): void => void process.stderr.write(`${line}\n`)

/** What the process was started for; ends it with a code that says how it went. */
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

/** Prepare the database, then serve; with WORKERS above 1, have that many processes serve. */
async function lead(settings: Settings, log: Log): Promise<void> {
  const onError = (error: Error): void => log.warn('connection lost', describeError(error))
  const { db, url, close } = await openDatabase({ settings, onProgress: progress, onError })
  if (settings.DEMO) await loadDemo(db, now())
  const server =
    settings.WORKERS === 1
      ? await serve({ settings, db, log })
      : await serveFromWorkers(settings, url)
  leaveOnSignal({ log, drain: server.drain, close })
  await announce(settings, db, server.origin)
}

const serve = async ({ settings, db, log }: Serving): Promise<Listening> => {
  const build = await nameBuild()
  return await listen(
    (isReady) => createApp({ db, now, log, baseUrl: settings.BASE_URL, build, isReady }),
    { host: settings.HOST, port: settings.PORT },
  )
}

interface Serving {
  readonly settings: Settings
  readonly db: Db
  readonly log: Log
}

/** Two lines on standard output; the link works once, within 30 minutes. */
async function announce(settings: Settings, db: Db, origin: string): Promise<void> {
  const base = settings.BASE_URL ?? origin
  const { token } = await createSignInLink(db, now())
  process.stdout.write(
    `Gainsay is at ${base}/\nSign in as its owner, once: ${base}${paths.signIn(token)}\n`,
  )
}

/** The first signal drains, a second one ends at once; what could not be finished is told by the code. */
function leaveOnSignal({ log, drain, close }: Leaving): void {
  let leaving = false
  const leave = async (code: number): Promise<void> => {
    if (leaving) process.exit(1)
    leaving = true
    const inTime = await drain()
    if (!inTime) log.warn('requests cut off at the deadline')
    await close()
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

interface Leaving {
  readonly log: Log
  readonly drain: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** Processes that share one address; the first one keeps the database and never serves. */
async function serveFromWorkers(
  settings: Settings,
  url: string,
): Promise<Pick<Listening, 'origin' | 'drain'>> {
  let draining = false
  const fork = (): void => {
    cluster.fork({ DATABASE_URL: url }).on('exit', () => {
      if (!draining) setTimeout(fork, 500)
    })
  }
  const first = new Promise<string>((resolve, reject) => {
    cluster.on('message', (_worker, message: { origin?: string }) => {
      if (message.origin !== undefined) resolve(message.origin)
    })
    cluster.once('exit', () => reject(new Error('A worker ended while starting.')))
  })
  for (let i = 0; i < settings.WORKERS; i++) fork()
  return {
    origin: await first,
    drain: async () => {
      draining = true
      const workers = Object.values(cluster.workers ?? {}).filter((w) => w !== undefined)
      const codes = await Promise.all(
        workers.map(
          async (worker) =>
            await new Promise<number>((resolve) => {
              worker.once('exit', resolve)
              worker.send('leave')
            }),
        ),
      )
      return codes.every((code) => code === 0)
    },
  }
}

/** One of several: told by the first process when to leave, and leaving when that one is gone. */
async function work(settings: Settings, log: Log): Promise<void> {
  const onError = (error: Error): void => log.warn('connection lost', describeError(error))
  const { db, close } = connect({ url: settings.DATABASE_URL ?? '', onError })
  const server = await serve({ settings, db, log })
  let leaving = false
  const leave = async (): Promise<void> => {
    if (leaving) return
    leaving = true
    const inTime = await server.drain()
    await close()
    process.exit(inTime ? 0 : 1)
  }
  // A signal to the whole group reaches us too; the first process decides.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => {})
  process.on('message', (message) => void (message === 'leave' && leave()))
  process.on('disconnect', () => void leave())
  process.send?.({ origin: server.origin })
}

/** Names the running code, for ETags: the same in every process and on every machine that runs it. */
async function nameBuild(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of ['../server', '../views', '../db']) {
    const root = new URL(`${folder}/`, import.meta.url).pathname
    const names = (await readdir(root, { recursive: true })).filter((n) =>
      /\.(tsx?|css|js)$/.test(n),
    )
    for (const name of names.sort()) hash.update(name).update(await readFile(join(root, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

await main()
