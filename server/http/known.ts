import type { MiddlewareHandler } from 'hono'
import { Refusal } from '#server/domain/errors.ts'
import { type Known, knownText, parseKnown } from '#server/domain/known.ts'
import type { AppContext, AppEnv } from './context.ts'

/** The record as it was at an instant: which addresses take `known`, and what keeps it in links. */

/** A topic, its comparisons and overviews, an issue, a party, a claim, a contradiction. */
const KEPT =
  /^\/(?:t\/[^/]+(?:\/(?:compare(?:\.(?:json|csv|md)|\/card\.png)?|(?:matrix|common-ground)(?:\.(?:json|csv|md))?|timeline(?:\.(?:json|csv))?|groups|export))?|[ipcx]\/(?![^/]*\.json(?:ld)?$)[^/]+)$/

/** What is about a topic or something in it, and could be thought to take `known`. */
const OF_A_TOPIC = /^\/(?:(?:t|i|p|c|x|s|people|feeds)\/|history(?:\.(?:json|csv))?$)/

const isRead = (c: AppContext) => c.req.method === 'GET' || c.req.method === 'HEAD'

const sentIn = (c: AppContext): string => (c.req.queries('known')?.at(-1) ?? '').trim()

/**
 * The instant that an address asks for; undefined for the record of now.
 * @throws {Refusal} bad-query for what is no instant or day, or not over yet
 */
export function askedKnown(c: AppContext): Known | undefined {
  const sent = sentIn(c)
  if (sent === '') return undefined
  const known = parseKnown(sent, c.var.now())
  if ('error' in known) throw new Refusal('bad-query', { detail: `known: ${known.error}` })
  return known
}

/** What an ETag depends on beside the address: two instants never share one. */
export const partsOf = (known: Known | undefined): string[] =>
  known === undefined ? [] : [known.at.toISOString()]

/**
 * Refuse `known` where a page shows the record of now only: today's page under an address that says
 * otherwise would deceive.
 * @throws {Refusal} bad-query
 */
export const refuseKnownElsewhere: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (isRead(c) && OF_A_TOPIC.test(c.req.path) && !KEPT.test(c.req.path))
    if (sentIn(c) !== '')
      throw new Refusal('bad-query', {
        detail:
          'known: this page shows the record as it is now. As it was before are topics, comparisons, party by party, common ground, groups, time, issues, parties, claims and contradictions.',
      })
  await next()
}

/** The address of this page as recorded now. */
export function addressOfNow(c: AppContext): string {
  const url = new URL(c.req.url)
  url.searchParams.delete('known')
  return url.pathname + url.search
}

const LINK = /(<(?:a|button)\b[^>]*?\s(?:href|data-copy)=")(\/[^"?#]*)(\?[^"#]*)?(#[^"]*)?(?=")/g

/**
 * Keep `known` in every link of a page that leads to another page which takes it. Done once, on the
 * page as written, so that no part of a page can forget it. Text and attributes of ours are escaped:
 * what looks like a tag is one. A link marked `latest-version` (RFC 5829) leads out of the past.
 */
export const keepKnown = (html: string, known: Known): string =>
  html.replace(LINK, (whole, tag: string, path: string, query = '', hash = '') => {
    if (!KEPT.test(path) || tag.includes('rel="latest-version"')) return whole
    if (/[?;&]known=/.test(query)) return whole
    const kept = `known=${knownText(known)}`
    return `${tag}${path}${query === '' ? `?${kept}` : `${query}&amp;${kept}`}${hash}`
  })

/**
 * Say what the answer is to programs that know RFC 7089: the state of a page at an instant, and where
 * the page itself is.
 */
export function markMemento(c: AppContext, { at }: Known): void {
  c.header('Memento-Datetime', at.toUTCString())
  c.header('Link', `<${addressOfNow(c)}>; rel="original latest-version"`, { append: true })
}
