import { type IncomingMessage, STATUS_CODES } from 'node:http'
import { findPostFlaw, type PostTo } from '../web/post-address.ts'
import { findAddresses, hostOf, type Resolve, resolveByDns } from '../web/public-addresses.ts'
import { withAnswer } from '../web/request.ts'
import { WebError } from '../web/web-error.ts'

/** Where may be sent to, and what tests change. */
export interface SendOptions extends PostTo {
  readonly resolve?: Resolve | undefined
  /** A certificate to trust beside those of the system: for tests. */
  readonly ca?: string | undefined
  /** Over everything: names, headers and body; 10 seconds. */
  readonly milliseconds?: number | undefined
}

export interface Sent {
  readonly isDelivered: boolean
  /** Does the other side want nothing more (410)? */
  readonly isGone: boolean
  /** What came of it, in one sentence. */
  readonly says: string
}

const LIMIT_MS = 10_000
const MOST_ANSWER_BYTES = 4096

/**
 * Post a signed body once. Redirects are not followed; of the answer only its status counts, and at most
 * 4 KB are read. Never throws for what the other side does.
 * @param stop - cuts it off when the program ends
 */
export async function sendWebhook(
  given: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  },
  options: SendOptions,
  stop: AbortSignal,
): Promise<Sent> {
  const flaw = findPostFlaw(given.url, options)
  if (flaw !== undefined) return failed(flaw)
  const url = new URL(given.url)
  const { milliseconds = LIMIT_MS, resolve = resolveByDns, allowed = [], ca } = options
  const signal = AbortSignal.any([AbortSignal.timeout(milliseconds), stop])
  try {
    const addresses = await beforeAbort(findAddresses(url, resolve, allowed), signal)
    const headers = {
      ...given.headers,
      'Content-Type': 'application/json',
      'User-Agent': 'Gainsay',
    }
    const request = { headers, body: given.body, signal, ca }
    return await withAnswer(url, addresses, request, async (answer) => await judge(url, answer))
  } catch (error) {
    if (error instanceof WebError) return failed(error.message)
    if (stop.aborted) return failed('The program ended before an answer came.')
    if (signal.aborted)
      return failed(`${hostOf(url)} did not answer within ${milliseconds / 1000} seconds.`)
    throw error
  }
}

const failed = (says: string, isGone = false): Sent => ({ isDelivered: false, isGone, says })

/** Looking up a name cannot be cut off, but nobody has to wait for it. */
const beforeAbort = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  await new Promise((resolve, reject) => {
    const cut = (): void => reject(signal.reason as Error)
    if (signal.aborted) cut()
    signal.addEventListener('abort', cut, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cut))
  })

async function judge(url: URL, answer: IncomingMessage): Promise<Sent> {
  const { statusCode = 0 } = answer
  await readSome(answer).catch(() => {})
  const meaning = STATUS_CODES[statusCode]
  const says =
    meaning === undefined
      ? `${hostOf(url)} answered ${statusCode}.`
      : `${hostOf(url)} answered ${statusCode} (${meaning}).`
  if (statusCode >= 200 && statusCode < 300) return { isDelivered: true, isGone: false, says }
  if (statusCode >= 300 && statusCode < 400) return failed(`${says} Redirects are not followed.`)
  return failed(says, statusCode === 410)
}

/** So that the other side can end what it says, within reason. Nothing of it is kept. */
async function readSome(answer: IncomingMessage): Promise<void> {
  let size = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size >= MOST_ANSWER_BYTES) return
  }
}
