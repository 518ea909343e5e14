import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { type Feed, describeAtom, describeJsonFeed, escapeXml } from '#server/domain/feed.ts'
import { type JsonFeed, findAtomFlaws, findJsonFeedFlaws } from '#test/support/feeds.ts'
import { HOSTILE_STRINGS } from '#test/support/hostile-strings.ts'
import { childrenOf, parseXml, textIn } from '#test/support/xml.ts'

const at = new Date('2026-11-24T12:00:00Z')

const aFeed = (texts: readonly string[]): Feed => ({
  title: texts[0] ?? 'The strait',
  home: 'https://gainsay.example/t/strait',
  atom: 'https://gainsay.example/feeds/topic/strait.atom',
  json: 'https://gainsay.example/feeds/topic/strait.json',
  since: new Date('2026-01-01T00:00:00Z'),
  entries: texts.map((text, i) => ({
    id: `https://gainsay.example/c/${i}#v1`,
    title: text,
    url: `https://gainsay.example/c/${i}`,
    at,
    html: `<p>${text}</p>`,
  })),
})

/** A text as XML can hold it. */
const held = (text: string): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    const isHeld =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0xd800) ||
      (code >= 0xe000 && code < 0xfffe) ||
      code > 0xffff
    return isHeld ? character : '\u{FFFD}'
  }).join('')

const titlesIn = (atom: string): string[] =>
  childrenOf(parseXml(atom), 'entry').map((entry) => textIn(entry, 'title'))

const contentsIn = (atom: string): string[] =>
  childrenOf(parseXml(atom), 'entry').map((entry) => textIn(entry, 'content'))

describe('hostile texts', () => {
  test('come out of an Atom feed as they went in, but for what XML cannot hold', () => {
    const atom = describeAtom(aFeed(HOSTILE_STRINGS))
    expect(findAtomFlaws(atom)).toEqual([])
    expect(titlesIn(atom)).toEqual(HOSTILE_STRINGS.map(held))
    expect(contentsIn(atom)).toEqual(HOSTILE_STRINGS.map((text) => `<p>${held(text)}</p>`))
  })

  test('come out of a JSON Feed as they went in', () => {
    const json = describeJsonFeed(aFeed(HOSTILE_STRINGS))
    expect(findJsonFeedFlaws(json)).toEqual([])
    const { items } = JSON.parse(json) as JsonFeed
    expect(items.map((item) => item.title)).toEqual(HOSTILE_STRINGS)
    expect(items.map((item) => item.content_html)).toEqual(
      HOSTILE_STRINGS.map((t) => `<p>${t}</p>`),
    )
  })

  test('are read by another parser in the same way', () => {
    const readable = HOSTILE_STRINGS.filter((text) => text === held(text) && text.length < 1000)
    const { document } = parseHTML('<html></html>')
    for (const text of readable) {
      document.documentElement.innerHTML = `<i title="${escapeXml(text)}">${escapeXml(text)}</i>`
      expect(document.querySelector('i')?.textContent).toBe(text)
      expect(document.querySelector('i')?.getAttribute('title')).toBe(text)
    }
  })
})

test('any text at all makes a feed, half surrogate pairs included', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.string({ maxLength: 1 }),
      fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
    ),
  })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
      const feed = aFeed(['A title', ...texts])
      expect(titlesIn(describeAtom(feed))).toEqual(['A title', ...texts.map(held)])
      expect(findJsonFeedFlaws(describeJsonFeed(feed))).toEqual([])
    }),
  )
})

test('an address with what XML escapes stays that address', () => {
  const home = 'https://gainsay.example/t/strait?a=1&b="<>'
  const [, alternate] = childrenOf(parseXml(describeAtom({ ...aFeed([]), home })), 'link')
  expect(alternate?.attributes).toMatchObject({ rel: 'alternate', href: home })
})

test('a feed was updated when its newest entry was, an empty one when the topic began', () => {
  expect(textIn(parseXml(describeAtom(aFeed(['x']))), 'updated')).toBe('2026-11-24T12:00:00.000Z')
  const empty = describeAtom(aFeed([]))
  expect(findAtomFlaws(empty)).toEqual([])
  expect(textIn(parseXml(empty), 'updated')).toBe('2026-01-01T00:00:00.000Z')
})

describe('the parser of these tests', () => {
  const head = '<?xml version="1.0" encoding="utf-8"?>'
  for (const bad of [
    '<a>',
    '<a></b>',
    '<a>&nbsp;</a>',
    '<a>& </a>',
    '<a>&#0;</a>',
    '<a>]]></a>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a>\u0007</a>',
    '<a>\uFFFF</a>',
    '<a/><b/>',
  ])
    test(`refuses ${JSON.stringify(bad)}`, () => {
      expect(() => parseXml(head + bad)).toThrow(SyntaxError)
    })
})
