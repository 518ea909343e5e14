import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'

/** What answers a request: `createApp(...)`. */
interface Answers {
  readonly fetch: (request: Request, env: never) => Response | Promise<Response>
}

export interface Listening {
  /** As this machine reaches it, e.g. `http://127.0.0.1:3000`. */
  readonly origin: string
  /** False from the moment draining begins. */
  readonly isReady: () => boolean
  /** Finish what is running, take nothing new, close. @returns false when the deadline cut requests off */
  readonly drain: (deadlineMs?: number) => Promise<boolean>
}

/** The time in which clients with an open connection, and load balancers, learn that we are leaving. */
const NOTICE_MS = 250

/**
 * Listen on `host` and `port`; 0 takes a free one. `makeApp` is given a way to ask whether we still are
 * ready, since the application answers that to load balancers.
 * @throws with code EADDRINUSE, EACCES or ENOTFOUND when there is no listening there
 */
export async function listen(
  makeApp: (isReady: () => boolean) => Answers,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const drain = new Draining()
  const isReady = (): boolean => !drain.begun
  const app = makeApp(isReady)
  const server = createAdaptorServer({ fetch: app.fetch as never }) as Server
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  server.keepAliveTimeout = 5000
  server.prependListener('request', drain.follow)
  server.listen(port, host)
  await once(server, 'listening')
  return {
    origin: originOf(server),
    isReady,
    drain: async (ms = 10_000) => await drain.run(server, ms),
  }
}

function originOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo
  const everywhere = address === '0.0.0.0' || address === '::'
  const host = everywhere ? 'localhost' : address.includes(':') ? `[${address}]` : address
  return `http://${host}:${port}`
}

/**
 * Leaving without cutting anybody off: last answers say `Connection: close` for a moment, so that no
 * client sends on a connection that is about to go (nodejs/node#60617); then idle connections close,
 * and the running requests have until the deadline.
 */
class Draining {
  begun = false
  readonly #running = new Set<ServerResponse>()

  readonly follow = (_request: IncomingMessage, response: ServerResponse): void => {
    if (this.begun) response.setHeader('Connection', 'close')
    this.#running.add(response)
    response.once('close', () => this.#running.delete(response))
  }

  async run(server: Server, deadlineMs: number): Promise<boolean> {
    this.begun = true
    for (const response of this.#running)
      if (!response.headersSent) response.setHeader('Connection', 'close')
    const late = sleep(deadlineMs, 'late', { ref: false })
    await sleep(NOTICE_MS)
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    const inTime = (await Promise.race([closed, late])) !== 'late'
    if (!inTime) server.closeAllConnections()
    return inTime
  }
}
