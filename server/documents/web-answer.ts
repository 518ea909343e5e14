import * as http from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import * as https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { DocumentError } from './document.ts'
import { hostOf, portOf } from './public-addresses.ts'

/** One request over one connection of its own, and its answer, whatever the other side does. */

export const IN_BROWSER = 'Open it in your browser and paste its text.'

const HEADERS = {
  'User-Agent': 'Gainsay (reads a page once, for a person who adds it as a source)',
  Accept:
    'text/html, application/xhtml+xml, text/plain, application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/vtt, application/x-subrip',
  'Accept-Encoding': 'gzip, deflate, br',
}

const MOST_HEADER_BYTES = 16 * 1024

/** Before the next of several addresses is tried. */
const ATTEMPT_MS = 1000

/**
 * Ask for `url` at one of `addresses` and hand its answer to `read`, once the headers are there. The
 * connection is closed when `read` has ended, whether it took the body or not.
 * @param addresses - IP addresses; nothing else is connected to
 * @throws {DocumentError} when the other side cannot be reached or does not keep to HTTP
 */
export async function withAnswer<T>(
  url: URL,
  addresses: readonly string[],
  signal: AbortSignal,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  const request = open(url, addresses, signal)
  let hasBegun = false
  try {
    const answer = await answerTo(request)
    hasBegun = true
    return await read(answer)
  } catch (error) {
    if (error instanceof DocumentError || signal.aborted) throw error
    throw new DocumentError(`${explain(error, hostOf(url), request, hasBegun)} ${IN_BROWSER}`)
  } finally {
    request.destroy()
  }
}

function open(url: URL, addresses: readonly string[], signal: AbortSignal): ClientRequest {
  const host = hostOf(url)
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_host, { all }, done) => {
    if (all === true) done(null, found)
    else done(null, found[0]?.address ?? '', found[0]?.family)
  }
  const web = url.protocol === 'https:' ? https : http
  return web.request({
    host,
    port: portOf(url),
    path: `${url.pathname}${url.search}`,
    headers: { Host: url.host, ...HEADERS },
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
  })
}

const answerTo = async (request: ClientRequest): Promise<IncomingMessage> =>
  await new Promise((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', reject)
    request.on('close', () => reject(new Error('closed without an answer')))
    request.end()
  })

function explain(error: unknown, host: string, request: ClientRequest, hasBegun: boolean): string {
  const { code = '' } = error as NodeJS.ErrnoException
  const { socket } = request
  if (socket instanceof TLSSocket && socket.authorizationError)
    return `The certificate of ${host} is not valid, so nobody can tell who answers.`
  if (code === 'HPE_HEADER_OVERFLOW') return `${host} answered with more than 16 KB of headers.`
  if (code.startsWith('HPE_')) return `${host} does not answer as a web server does.`
  return hasBegun
    ? `${host} broke off before the end of the document.`
    : `${host} cannot be reached at the moment.`
}

/**
 * The body of an answer, unpacked. Neither what comes nor what it unpacks to is held beyond `mostBytes`.
 * @throws {DocumentError} when it is larger, damaged, or packed in a way that is not known
 */
export async function readBody(
  url: URL,
  answer: IncomingMessage,
  mostBytes: number,
): Promise<Uint8Array> {
  const encodings = encodingsOf(answer)
  const unpack = encodings.length === 0 ? undefined : UNPACK.get(encodings.join())
  if (encodings.length > 0 && unpack === undefined)
    throw new DocumentError(
      `${hostOf(url)} packed this document in a way that is not read here (${encodings.join(', ').slice(0, 60)}). ${IN_BROWSER}`,
    )
  if (Number(answer.headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes)
  const packed = await collect(answer, mostBytes)
  if (unpack === undefined) return packed
  return await unpack(packed, { maxOutputLength: mostBytes }).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(mostBytes)
      : new DocumentError(`What ${hostOf(url)} sent is damaged. ${IN_BROWSER}`)
  })
}

type Unpack = (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

/** Servers send both forms under one name: with the zlib header (RFC 9110), and without. */
const unpackDeflate: Unpack = async (packed, options) => {
  const hasHeader = ((packed[0] ?? 0) & 0x0f) === 8
  return await promisify(hasHeader ? inflate : inflateRaw)(packed, options)
}

const UNPACK: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', unpackDeflate],
  ['br', promisify(brotliDecompress)],
])

/** What was done to the body, in order; chunks are undone on the way. */
const encodingsOf = ({ headers }: IncomingMessage): readonly string[] =>
  `${headers['content-encoding'] ?? ''},${headers['transfer-encoding'] ?? ''}`
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => !['', 'identity', 'chunked'].includes(encoding))

async function collect(answer: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > mostBytes) throw tooLarge(mostBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (mostBytes: number): DocumentError =>
  new DocumentError(
    `This document is larger than ${(mostBytes / 1024 / 1024).toLocaleString('en-GB')} MB. ${IN_BROWSER}`,
  )
