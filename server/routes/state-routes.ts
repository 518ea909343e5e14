import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isSchemaCurrent } from '#db/queries/readiness.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { describeError } from '../http/log.ts'
import type { Metrics } from '../http/metrics.ts'
import { paths } from '../paths.ts'

const ANSWER_WITHIN_MS = 1000
const noStore = { 'Cache-Control': 'no-store' }

/** What machines ask: alive, ready, how much. None of these needs a session; /healthz no database. */
export const stateRoutes = ({ db, isReady, log }: Deps, metrics: Metrics) =>
  new Hono<AppEnv>()
    .get(paths.healthz, (c) => c.text('ok\n', 200, noStore))
    .get(paths.readyz, async (c) => {
      if (isReady?.() === false)
        return c.text('draining\n', 503, { ...noStore, 'Retry-After': '5' })
      const state = await Promise.race([schemaState(db, log), late()])
      return c.text(`${state}\n`, state === 'ready' ? 200 : 503, noStore)
    })
    .get(paths.metrics, (c) =>
      c.body(metrics.write(), 200, {
        ...noStore,
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      }),
    )
    .post(
      paths.cspReports,
      bodyLimit({ maxSize: 16 * 1024, onError: refuseTooLarge }),
      async (c) => {
        const text = await c.req.text()
        log.warn('content security policy', { report: text.slice(0, 500) })
        return c.body(null, 204)
      },
    )

const refuseTooLarge = (): never => {
  throw new Refusal('too-large')
}

async function schemaState(db: Deps['db'], log: Deps['log']): Promise<string> {
  try {
    return (await isSchemaCurrent(db)) ? 'ready' : 'migrations pending'
  } catch (error) {
    log.warn('not ready', describeError(error))
    return 'database unavailable'
  }
}

const late = (): Promise<string> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('database slow'), ANSWER_WITHIN_MS).unref()
  })
