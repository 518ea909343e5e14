import { type IncomingMessage, STATUS_CODES } from 'node:http'
import {
  findAddresses,
  hostOf,
  isAmong,
  isOpenPort,
  portOf,
  type Resolve,
  resolveByDns,
} from '../web/public-addresses.ts'
import { withAnswer } from '../web/request.ts'
import { WebError, type WebProblem } from '../web/web-error.ts'
import { DocumentError } from './document.ts'
import { kindOf } from './parse-document.ts'
import { IN_BROWSER, readBody } from './web-answer.ts'

/** Documents from the web, for a person who adds a source: from public addresses, and within limits. */

export interface FetchedDocument {
  readonly bytes: Uint8Array
  /** Its ending tells the kind that the server named: page.html, text.txt, file.pdf. */
  readonly name: string
  /** The encoding that the server named. */
  readonly charset?: string | undefined
  /** Where it was found, after redirects and without a fragment. */
  readonly url: string
}

export interface FetchLimits {
  /** Over everything: names, redirects, headers and body. */
  readonly milliseconds: number
  /** Of the body, before and after it is unpacked. */
  readonly bytes: number
  /** Redirects that are followed. */
  readonly hops: number
}

export interface FetchOptions {
  /** Names that may be asked, with what is below them; everybody where it is left out. */
  readonly hosts?: readonly string[] | undefined
  readonly resolve?: Resolve | undefined
  /** `address:port`, IPv6 in brackets, that may be connected to although it is private. */
  readonly allowed?: readonly string[] | undefined
  readonly limits?: Partial<FetchLimits> | undefined
}

const LIMITS: FetchLimits = { milliseconds: 10_000, bytes: 5 * 1024 * 1024, hops: 3 }

const MOST_CHARACTERS = 2048

const HEADERS = {
  'User-Agent': 'Gainsay (reads a page once, for a person who adds it as a source)',
  Accept:
    'text/html, application/xhtml+xml, text/plain, application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/vtt, application/x-subrip',
  'Accept-Encoding': 'gzip, deflate, br',
}

/** What went wrong, with what to do instead. */
const ways: Readonly<Record<WebProblem, (error: WebError) => string>> = {
  private: () =>
    'This address points into a private network and is not fetched. You can still paste its text.',
  'no such host': ({ message }) => `${message} Check the address, or paste the text instead.`,
  'not looked up': ({ message }) =>
    `${message} Try again later, or open it in your browser and paste its text.`,
  'not reached': ({ message }) => `${message} ${IN_BROWSER}`,
  'broke off': ({ host }) => `${host} broke off before the end of the document. ${IN_BROWSER}`,
}

/**
 * Fetch a web document. Nobody can make this reach into a private network: every address that a name
 * leads to is checked, at each redirect anew, and only what was checked is connected to.
 * @throws {DocumentError} one sentence: why, and what to do instead
 */
export async function fetchDocument(
  address: string,
  { hosts, resolve = resolveByDns, allowed = [], limits: given }: FetchOptions = {},
): Promise<FetchedDocument> {
  const limits = { ...LIMITS, ...given }
  const start = parseAddress(address, allowed)
  const signal = AbortSignal.timeout(limits.milliseconds)
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () =>
      reject(
        new DocumentError(
          `This address did not answer in full within ${limits.milliseconds / 1000} seconds. ${IN_BROWSER}`,
        ),
      ),
    )
  })
  return await Promise.race([follow(), late]).catch((error: unknown) => {
    throw error instanceof WebError ? new DocumentError(ways[error.problem](error)) : error
  })

  async function follow(): Promise<FetchedDocument> {
    let url = start
    for (let hop = 0; hop <= limits.hops; hop++) {
      refuseStranger(url, hosts)
      const addresses = await findAddresses(url, resolve, allowed)
      signal.throwIfAborted()
      const from = url
      const request = { headers: HEADERS, signal }
      const found = await withAnswer(from, addresses, request, async (answer) =>
        isRedirect(answer)
          ? parseRedirect(from, answer, allowed)
          : await readAnswer(from, answer, limits.bytes),
      )
      if (!(found instanceof URL)) return found
      url = found
    }
    throw new DocumentError(
      `This address is redirected more than ${limits.hops} times. ${IN_BROWSER}`,
    )
  }
}

/**
 * A web address, as browsers read it, that may be asked for.
 * @throws {DocumentError} for another scheme, a password, a port that is not of the web
 */
function parseAddress(address: string, allowed: readonly string[]): URL {
  if (address.length > MOST_CHARACTERS)
    throw new DocumentError(
      'This address is longer than 2,048 characters. Give a shorter one, or paste the text instead.',
    )
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new DocumentError(
      'Give a whole web address that begins with https:// or http://, or paste the text instead.',
    )
  if (url.username !== '' || url.password !== '')
    throw new DocumentError(
      'This address holds a user name or a password. Take it out, or paste the text instead.',
    )
  if (!isOpenPort(portOf(url), allowed))
    throw new DocumentError(
      'Only the usual web ports, 80 and 443, are fetched from. You can still paste its text.',
    )
  url.hostname = url.hostname.replace(/\.$/, '')
  url.hash = ''
  return url
}

/** @throws {DocumentError} for a host that the operator has not named */
function refuseStranger(url: URL, hosts: FetchOptions['hosts']): void {
  if (hosts === undefined || isAmong(hosts, url)) return
  throw new DocumentError(
    `Documents are not fetched from ${url.hostname} here, only from ${hosts.join(', ')}. ${IN_BROWSER}`,
  )
}

const isRedirect = ({ statusCode = 0, headers }: IncomingMessage): boolean =>
  [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined

function parseRedirect(from: URL, answer: IncomingMessage, allowed: readonly string[]): URL {
  // Headers are read as Latin-1; what is not ASCII in an address is UTF-8.
  const location = Buffer.from(answer.headers.location ?? '', 'latin1').toString()
  const whole = URL.canParse(location, from.href) ? new URL(location, from.href).href : location
  const url = parseAddress(whole, allowed)
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw new DocumentError(
      `${hostOf(from)} redirects from https to http, where anybody on the way can change the text. ${IN_BROWSER}`,
    )
  return url
}

/** By media type: the name under which the reader of files knows its kind. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['text/html', 'page.html'],
  ['application/xhtml+xml', 'page.html'],
  ['text/plain', 'text.txt'],
  ['application/pdf', 'file.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'file.docx'],
  ['text/vtt', 'subtitles.vtt'],
  ['application/x-subrip', 'subtitles.srt'],
])

async function readAnswer(
  url: URL,
  answer: IncomingMessage,
  mostBytes: number,
): Promise<FetchedDocument> {
  const { statusCode = 0, headers } = answer
  if (statusCode !== 200) throw new DocumentError(`${explainStatus(url, statusCode)} ${IN_BROWSER}`)
  const header = headers['content-type'] ?? ''
  const type = header.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const name = NAMES.get(type)
  if (type !== '' && name === undefined) throw wrongType(url, type)
  const bytes = await readBody(url, answer, mostBytes)
  return {
    bytes,
    name: name ?? (kindOf({ bytes, name: '' }) === 'html' ? 'page.html' : 'text.txt'),
    charset: /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(header)?.[1],
    url: url.href,
  }
}

function explainStatus(url: URL, status: number): string {
  const meaning = STATUS_CODES[status]
  return meaning === undefined
    ? `${hostOf(url)} answered ${status}.`
    : `${hostOf(url)} answered ${status} (${meaning}).`
}

const wrongType = (url: URL, type: string): DocumentError =>
  new DocumentError(
    `${hostOf(url)} sent ${/^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.slice(0, 80) : 'an unknown type'}; read are web pages, plain text, PDF, Word (.docx) and subtitles. ${IN_BROWSER}`,
  )
