import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createRawServer,
  type Server,
  type Socket,
} from 'node:net'
import { onTestFinished } from 'vitest'

/** Servers on loopback for one test each, honest or not, that count who connects. */

export interface TestServer {
  readonly port: number
  /** One entry for each TCP connection, in order. */
  readonly connections: readonly Socket[]
}

/** @param handler - answers requests; `http.createServer`'s own */
export const serveWeb = async (handler: RequestListener): Promise<TestServer> =>
  await listening(createServer(handler))

/** @param handler - is given each connection; what it writes need not be HTTP */
export const serveRaw = async (handler: (socket: Socket) => void): Promise<TestServer> =>
  await listening(
    createRawServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => handler(socket))
    }),
  )

/** Over TLS, with {@link CERTIFICATE}. `names` gathers what the client called the server. */
export async function serveSecure(
  handler: RequestListener,
): Promise<TestServer & { readonly names: readonly unknown[] }> {
  const names: unknown[] = []
  const server = createSecureServer({ cert: CERTIFICATE, key: KEY }, handler)
  server.on('secureConnection', ({ servername }: { servername?: unknown }) =>
    names.push(servername),
  )
  return { ...(await listening(server)), names }
}

/** A handler that answers each request with the same. */
export const sending =
  (body: string | Uint8Array, headers: OutgoingHttpHeaders = {}): RequestListener =>
  (_request, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/plain', ...headers }).end(body)
  }

/** A handler that keeps what it was asked. */
export function remembering(handler: RequestListener) {
  const asked: IncomingMessage[] = []
  const remember: RequestListener = (request, answer) => {
    asked.push(request)
    handler(request, answer)
  }
  return { asked, remember }
}

async function listening(server: Server): Promise<TestServer> {
  const connections: Socket[] = []
  server.on('connection', (socket) => connections.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of connections) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, connections }
}

/** For paper.test, signed by itself and used by tests alone, until 2120. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBZDCCAQqgAwIBAgIBATAKBggqhkjOPQQDAjAVMRMwEQYDVQQDDApwYXBlci50
ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAVMRMwEQYDVQQD
DApwYXBlci50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEIpv9q+mPUwqU
wSyQqJS+dv3TRxAetAPJOjweZ7YB343I4G3DHFr0oqpg3ZcC/ThxSeHGBQgDlB2i
tjK3okUrPaNJMEcwDwYDVR0TAQH/BAUwAwEB/zAVBgNVHREEDjAMggpwYXBlci50
ZXN0MB0GA1UdDgQWBBQHsppOxzTI7IrtOHhc0ESTD1eDWjAKBggqhkjOPQQDAgNI
ADBFAiB5eZx23LGXj/m/A+WKRU0WhINeGqpXn3lWHIJgHOBm2AIhAK80l5YLuhIV
8yMnlwXCJymIjMADwpE6J3xRHmVGlca3
-----END CERTIFICATE-----
`

const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg25onhm117ID/Bq7a
5dwsM8vg5cQMUfSWoqjgNHRVEu6hRANCAAQim/2r6Y9TCpTBLJColL52/dNHEB60
A8k6PB5ntgHfjcjgbcMcWvSiqmDdlwL9OHFJ4cYFCAOUHaK2MreiRSs9
-----END PRIVATE KEY-----
`
