import { childrenOf, parseXml, textIn, type XmlElement } from './xml.ts'

/** RFC 3339, as both formats want it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

const isAbsolute = (address: string | undefined): boolean =>
  address !== undefined && /^https?:\/\/[^\s"<>]+$/.test(address)

/** What RFC 4287 requires of a feed or of an entry, as far as a document can be held against it. */
function flawsOf(of: XmlElement): string[] {
  const one = ['id', 'title', 'updated'].filter((name) => childrenOf(of, name).length !== 1)
  const links = childrenOf(of, 'link').map((link) => link.attributes)
  const alternates = links.filter((l) => l['rel'] === 'alternate').map((l) => l['type'])
  const dates = [...childrenOf(of, 'updated'), ...childrenOf(of, 'published')]
  return [
    ...one.map((name) => `not one ${name}`),
    ...links.filter((l) => !isAbsolute(l['href'])).map((l) => `link to ${l['href']}`),
    ...(new Set(alternates).size < alternates.length ? ['two alternates of one type'] : []),
    ...dates.filter(({ text }) => !INSTANT.test(text)).map(({ text }) => `date ${text}`),
    ...(isAbsolute(childrenOf(of, 'id')[0]?.text) ? [] : ['id is no absolute address']),
  ]
}

/** Why a document is no Atom feed; nothing where it is one. @throws {SyntaxError} when it is no XML */
export function findAtomFlaws(source: string): string[] {
  const feed = parseXml(source)
  const entries = childrenOf(feed, 'entry')
  const ids = entries.map((entry) => textIn(entry, 'id'))
  const hasAuthor = childrenOf(feed, 'author').some((a) => childrenOf(a, 'name').length === 1)
  const self = childrenOf(feed, 'link').filter((l) => l.attributes['rel'] === 'self')
  return [
    ...(feed.name === 'feed' && feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom'
      ? []
      : ['not an Atom feed']),
    ...flawsOf(feed),
    ...(hasAuthor ? [] : ['no author']),
    ...(self.length === 1 ? [] : ['not one link to itself']),
    ...entries.flatMap((entry, i) => flawsOf(entry).map((flaw) => `entry ${i}: ${flaw}`)),
    ...entries.flatMap((entry, i) =>
      childrenOf(entry, 'content').some((c) => c.attributes['type'] === 'html')
        ? []
        : [`entry ${i}: no content`],
    ),
    ...(new Set(ids).size < ids.length ? ['an id twice'] : []),
  ]
}

export interface JsonFeed {
  readonly version: string
  readonly title: string
  readonly home_page_url: string
  readonly feed_url: string
  readonly items: readonly {
    readonly id: string
    readonly url: string
    readonly title: string
    readonly content_html: string
    readonly date_published: string
  }[]
}

/** Why a document is no JSON Feed 1.1; nothing where it is one. @throws {SyntaxError} when it is no JSON */
export function findJsonFeedFlaws(source: string): string[] {
  const feed = JSON.parse(source) as JsonFeed
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  const ids = feed.items.map((item) => item.id)
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : ['another version']),
    ...(isText(feed.title) ? [] : ['no title']),
    ...[feed.home_page_url, feed.feed_url].filter((a) => !isAbsolute(a)),
    ...feed.items.flatMap(({ id, url, content_html: html, date_published: date }, i) =>
      [
        isAbsolute(id) ? '' : 'id is no absolute address',
        isAbsolute(url) ? '' : 'url is no absolute address',
        isText(html) ? '' : 'no content',
        INSTANT.test(date) ? '' : `date ${date}`,
      ].flatMap((flaw) => (flaw === '' ? [] : [`item ${i}: ${flaw}`])),
    ),
    ...(new Set(ids).size < ids.length ? ['an id twice'] : []),
  ]
}
