import * as http from 'node:http'
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import * as https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { TLSSocket } from 'node:tls'
import { hostOf, portOf } from './public-addresses.ts'
import { WebError } from './web-error.ts'

/** One request over one connection of its own, and its answer, whatever the other side does. */

const MOST_HEADER_BYTES = 16 * 1024

/** Before the next of several addresses is tried. */
const ATTEMPT_MS = 1000

export interface WebRequest {
  readonly headers: OutgoingHttpHeaders
  readonly signal: AbortSignal
  /** Given, it is posted. */
  readonly body?: string | undefined
  /** Certificates to trust beside those of the system: for tests. */
  readonly ca?: string | undefined
}

/**
 * Ask `url` at one of `addresses` and hand its answer to `read`, once the headers are there. The
 * connection is closed when `read` has ended, whether it took the body or not. Nothing is followed.
 * @param addresses - IP addresses; nothing else is connected to
 * @throws {WebError} when the other side cannot be reached or does not keep to HTTP; what `read` throws
 *   for reasons of its own, and what `signal` was aborted with, come through
 */
export async function withAnswer<T>(
  url: URL,
  addresses: readonly string[],
  asked: WebRequest,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  const request = open(url, addresses, asked)
  let hasBegun = false
  try {
    const answer = await answerTo(request, asked.body)
    hasBegun = true
    return await read(answer)
  } catch (error) {
    if (asked.signal.aborted || isOurs(error)) throw error
    throw explain(error, hostOf(url), request, hasBegun)
  } finally {
    request.destroy()
  }
}

/** Errors of the network have a code or a system call; others were thrown by whoever read. */
const isOurs = (error: unknown): boolean =>
  error instanceof Error &&
  error.constructor !== Error &&
  !('code' in error) &&
  !('syscall' in error)

function open(url: URL, addresses: readonly string[], asked: WebRequest): ClientRequest {
  const { headers, signal, body, ca } = asked
  const host = hostOf(url)
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_host, { all }, done) => {
    if (all === true) done(null, found)
    else done(null, found[0]?.address ?? '', found[0]?.family)
  }
  const web = url.protocol === 'https:' ? https : http
  return web.request({
    method: body === undefined ? 'GET' : 'POST',
    host,
    port: portOf(url),
    path: `${url.pathname}${url.search}`,
    headers: { Host: url.host, ...headers },
    lookup,
    // A new agent each time: no connection is kept, no proxy is asked.
    agent: new web.Agent({
      keepAlive: false,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: ATTEMPT_MS,
    }),
    maxHeaderSize: MOST_HEADER_BYTES,
    rejectUnauthorized: true,
    servername: isIP(host) === 0 ? host : '',
    signal,
    ...(ca === undefined ? {} : { ca }),
  })
}

const answerTo = async (
  request: ClientRequest,
  body: string | undefined,
): Promise<IncomingMessage> =>
  await new Promise((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', reject)
    request.on('close', () => reject(new Error('closed without an answer')))
    request.end(body)
  })

function explain(
  error: unknown,
  host: string,
  request: ClientRequest,
  hasBegun: boolean,
): WebError {
  const { code = '' } = error as NodeJS.ErrnoException
  const { socket } = request
  const say = (what: string) => new WebError('not reached', host, what)
  if (socket instanceof TLSSocket && socket.authorizationError)
    return say(`The certificate of ${host} is not valid, so nobody can tell who answers.`)
  if (code === 'HPE_HEADER_OVERFLOW')
    return say(`${host} answered with more than 16 KB of headers.`)
  if (code.startsWith('HPE_')) return say(`${host} does not answer as a web server does.`)
  return hasBegun
    ? new WebError('broke off', host, `${host} broke off in the middle of its answer.`)
    : say(`${host} cannot be reached at the moment.`)
}
