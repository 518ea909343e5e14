/**
 * What happened to a part of the record, newest first, in the two forms that feed readers take. Pure.
 *
 * @see RFC 4287, The Atom Syndication Format
 * @see https://www.jsonfeed.org/version/1.1/
 */

export interface FeedEntry {
  /** An absolute address that this entry alone has, and that stays. */
  readonly id: string
  /** Plain text. */
  readonly title: string
  /** The page about it, absolute. */
  readonly url: string
  readonly at: Date
  /** Its content as HTML, escaped already, every address in it absolute. */
  readonly html: string
}

export interface Feed {
  readonly title: string
  /** The page that this feed follows, absolute. */
  readonly home: string
  readonly atom: string
  readonly json: string
  /** When nothing has happened yet: when the topic began. */
  readonly since: Date
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
}

const AUTHOR = 'Gainsay'
export const ATOM_TYPE = 'application/atom+xml'
export const JSON_FEED_TYPE = 'application/feed+json'

/** All that XML 1.0 has no way to write, half a surrogate pair included (section 2.2, Char). */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make a line feed of these, and a space of them in an attribute.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/**
 * Text for an element or an attribute in quotes. What XML cannot hold becomes U+FFFD; `>` is escaped
 * too, so that `]]>` cannot occur.
 */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(NOT_XML, '\u{FFFD}')
    .replaceAll(/[&<>"\r\n\t]/g, (character) => ESCAPES[character] ?? character)

const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${escapeXml(text)}</${name}>`

const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`

const atomEntry = ({ id, title, url, at, html }: FeedEntry): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    link('alternate', 'text/html', url),
    element('published', at.toISOString()),
    element('updated', at.toISOString()),
    element('content', html, ' type="html"'),
    '</entry>',
  ].join('\n')

/** A feed as an Atom document. */
export const describeAtom = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', feed.atom),
    element('title', feed.title),
    link('self', ATOM_TYPE, feed.atom),
    link('alternate', 'text/html', feed.home),
    link('alternate', JSON_FEED_TYPE, feed.json),
    element('updated', (feed.entries[0]?.at ?? feed.since).toISOString()),
    `<author>${element('name', AUTHOR)}</author>`,
    ...feed.entries.map(atomEntry),
    '</feed>',
    '',
  ].join('\n')

/** The same as a JSON Feed, version 1.1. */
export const describeJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.json,
    language: 'en',
    authors: [{ name: AUTHOR }],
    items: feed.entries.map(({ id, title, url, at, html }) => ({
      id,
      url,
      title,
      content_html: html,
      date_published: at.toISOString(),
      date_modified: at.toISOString(),
    })),
  })
