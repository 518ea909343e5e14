import bidiModule, { type Bidi } from 'bidi-js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '#server/domain/errors.ts'
import { INK } from '#server/pictures/draw.ts'
import { drawCard } from '#server/pictures/draw-card.ts'
import { type Fonts, openFonts } from '#server/pictures/fonts.ts'
import { layOutCard } from '#server/pictures/lay-out-card.ts'
import { makeLegible } from '#server/pictures/legible.ts'
import { breakLines, measure } from '#server/pictures/lines.ts'
import { inVisualOrder, prepare, shapeLine } from '#server/pictures/shape.ts'
import type { Card, CardWords, ClaimCard } from '#views/card/card.ts'
import { HOSTILE_STRINGS } from '#test/support/hostile-strings.ts'
import { inkIn, readPng } from '#test/support/png.ts'
import { parseXml } from '#test/support/xml.ts'

let fonts: Fonts
beforeAll(async () => {
  fonts = await openFonts()
})

const serif = () => fonts.serif[400]

const aCard = (more: Partial<ClaimCard> = {}): ClaimCard => ({
  shape: 'claim',
  over: { text: 'The strait' },
  quote: undefined,
  statement: { text: 'Only two groups.' },
  by: { text: 'Ana Alba · 15 December 2015' },
  party: { text: 'Alpha' },
  sentence: { text: 'Affirms “two groups”' },
  foot: { text: 'Source: Paper' },
  ...more,
})

const arabic = (text: string): CardWords => ({
  text,
  language: 'ar',
  direction: 'rtl',
  marks: ['«', '»'],
})

/** Where the words of a claim stand. */
const WORDS = { left: 64, right: 1136, top: 100, bottom: 380 }

const pixelsOf = async (card: Card) => readPng(Buffer.from(await drawCard(card)))

describe('a line', () => {
  const fontsIn = (text: string, direction: 'ltr' | 'rtl') => {
    const whole = prepare(text, { direction }, serif())
    const { glyphs } = shapeLine(whole, 0, text.length)
    const names = glyphs.map(({ font }) =>
      font.has(0x627) ? 'arabic' : font.has(0x61) ? 'latin' : '?',
    )
    expect(glyphs.map(({ id }) => id)).not.toContain(0)
    return names.filter((name, i) => name !== names[i - 1])
  }

  test('keeps every word where Arabic and Latin meet, in the order in which it is read', () => {
    expect(fontsIn('قال Kerry إن', 'rtl')).toEqual(['arabic', 'latin', 'arabic'])
    expect(fontsIn('Kerry قال', 'ltr')).toEqual(['latin', 'arabic'])
    expect(fontsIn('Kerry قال', 'rtl')).toEqual(['arabic', 'latin'])
  })

  test('is ordered as the algorithm for two directions says', () => {
    const bidi = (bidiModule as unknown as () => Bidi)()
    const level = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 12 }), (levels) => {
        const text = 'x'.repeat(levels.length)
        const paragraphs = [{ start: 0, end: levels.length - 1, level: 0 }]
        const embedding = { levels: Uint8Array.from(levels), paragraphs }
        const runs = levels.map((each, start) => ({
          level: each,
          start,
          end: start + 1,
          font: serif()[0]!,
          language: 'en',
        }))
        expect(inVisualOrder(runs).map(({ start }) => start)).toEqual(
          bidi.getReorderedIndices(text, embedding),
        )
      }),
    )
  })

  test('has no box in it, whatever it is given', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(...HOSTILE_STRINGS),
      fc.mixedCase(
        fc.constantFrom('Žižek и Ελλάδα 华为 ירושלים 😀 قال 5.3 ≠ Việt', 'a\u0301\u0323x'),
      ),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom('sans', 'serif'), (text, family) => {
        const chosen = fonts[family][400]
        const legible = makeLegible({ text }, chosen)
        if (legible === undefined) return
        const { glyphs, width } = shapeLine(prepare(legible, {}, chosen), 0, legible.length)
        expect(glyphs.map(({ id }) => id)).not.toContain(0)
        expect(Number.isFinite(width)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('words', () => {
  test('in a script that none of our fonts has are left out, and marked inside of others', () => {
    const legible = (text: string) => makeLegible({ text }, serif())
    expect(legible('יש להפסיק את האש')).toBeUndefined()
    expect(legible('华为技术有限公司')).toBeUndefined()
    expect(legible('😀😀')).toBeUndefined()
    expect(legible('  ')).toBeUndefined()
    expect(legible('The firm 华为 said so, and 中 国 agreed 😀')).toBe(
      'The firm […] said so, and […] agreed […]',
    )
    expect(legible('Žižek, Łódź, Αθήνα, Київ, Қазақстан, Việt Nam, حلب')).toBe(
      'Žižek, Łódź, Αθήνα, Київ, Қазақстан, Việt Nam, حلب',
    )
    expect(legible('a\u202Eb\n\tc')).toBe('ab c')
  })

  test('are broken into lines that fit, and lose nothing unless it is said', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('abcdeghkmwقلمن')),
      minLength: 1,
      maxLength: 25,
    })
    const room = fc.record({
      width: fc.integer({ min: 60, max: 900 }),
      lines: fc.integer({ min: 1, max: 6 }),
    })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        room,
        (words, { width, lines }) => {
          const text = measure({ text: words.join(' ') }, { family: 'sans' }, fonts)!
          const style = { family: 'sans', size: 40, ink: '#000' } as const
          const set = breakLines(text, style, { width, lines })
          expect(set.lines.length).toBeLessThanOrEqual(lines)
          for (const line of set.lines) expect(line.width * 40).toBeLessThanOrEqual(width + 8)
          const free = breakLines(text, style, { width, lines: 1000 })
          expect(set.isCut).toBe(free.lines.length > lines)
          const whole = breakLines(text, style, { width: 1e6, lines: 1 })
          const inkOf = (all: typeof free) => all.lines.flatMap(({ glyphs }) => glyphs).length
          // A space at the end of a line goes; broken words may join otherwise.
          expect(inkOf(free)).toBeGreaterThanOrEqual(inkOf(whole) - free.lines.length)
        },
      ),
      { numRuns: 60, examples: [[['aaaaaaaawma', 'a'], { width: 60, lines: 6 }]] },
    )
  })
})

describe('a drawing', () => {
  test('has the light colours of pages', () => {
    const tokens = readFileSync('views/assets/css/tokens.css', 'utf8')
    for (const [name, colour] of Object.entries(INK))
      expect(tokens).toContain(`--${name}: light-dark(${colour},`)
  })

  test('is made of outlines alone, whatever it is given', () => {
    for (const text of HOSTILE_STRINGS) {
      const words = { text }
      const svg = layOutCard(aCard({ quote: words, over: words, party: words, by: words }), fonts)
      expect(parseXml(`<?xml version="1.0" encoding="utf-8"?>${svg}`).name).toBe('svg')
      expect(/<(?!\/?(?:svg|rect|g|path)\b)/.test(svg)).toBe(false)
      expect(svg.replaceAll(/<[^>]*>/g, '')).toBe('')
    }
  })

  test('shows a quotation that mixes Arabic and Latin, letters of both', async () => {
    const mixed = await pixelsOf(
      aCard({ quote: arabic('قال Kerry إن 5.3 مليون'), statement: { text: 'x' } }),
    )
    const ink = inkIn(mixed, WORDS)
    const without = await pixelsOf(aCard({ quote: arabic('قال إن مليون') }))
    expect(inkIn(without, WORDS)).toBeGreaterThan(1500)
    expect(ink).toBeGreaterThan(inkIn(without, WORDS) + 1500)
    // It is read from the right: it begins at the right edge, and does not reach the left one.
    expect(inkIn(mixed, { ...WORDS, left: 1036 })).toBeGreaterThan(300)
    expect(inkIn(mixed, { ...WORDS, right: 164 })).toBe(0)
  })

  test('sets the words of both sides in one size, which is what the longer has room for', () => {
    const [letter] = shapeLine(prepare('Q', { direction: 'ltr' }, serif()), 0, 1).glyphs
    const outline = letter?.font.outline(letter.id) ?? ''
    expect(outline).not.toBe('')
    const side = (text: string) => ({
      who: { text: 'Alpha' },
      held: { text: 'Holds' },
      said: { quote: { text }, statement: { text }, by: { text: '2015' } },
    })
    const scalesOf = (a: string, b: string) => {
      const sides = [side(a), side(b)] as const
      const card: Card = { ...aCard(), shape: 'sides', title: { text: 'Two' }, sides }
      const drawn = layOutCard(card, fonts)
        .split('<path ')
        .filter((path) => path.includes(outline))
      return new Set(drawn.map((path) => /matrix\((\S+)/.exec(path)?.[1]))
    }
    const [short] = scalesOf('Q', 'Q')
    const [beside, ...others] = scalesOf('Q', 'Q '.repeat(120))
    expect(others).toEqual([])
    expect(Number(beside)).toBeLessThan(Number(short))
  })

  test('shows what we wrote where a quotation cannot be drawn', () => {
    const hebrew = { text: 'יש להפסיק את האש', language: 'he', direction: 'rtl' } as const
    const drawn = (more: Partial<ClaimCard>) => layOutCard(aCard(more), fonts)
    expect(drawn({ quote: hebrew }) === drawn({})).toBe(true)
    expect(drawn({ quote: { text: 'Cease' } }) === drawn({})).toBe(false)
  })

  test('stays inside its edges with a title of 300 letters and the longest quotations', async () => {
    const long = { text: 'Ending the war in the strait '.repeat(60) }
    const unbroken = { text: 'x'.repeat(1200) }
    const said = { quote: long, statement: long, by: long }
    const side = { who: long, held: unbroken, said }
    const shapes: Card[] = [
      aCard({
        ...said,
        over: long,
        party: long,
        sentence: long,
        warning: long,
        translation: long,
        foot: long,
      }),
      aCard({ quote: unbroken, by: unbroken }),
      {
        shape: 'sides',
        over: long,
        title: long,
        sides: [side, { ...side, said: undefined }],
        foot: long,
      },
      {
        shape: 'counts',
        over: long,
        title: { text: long.text.slice(0, 300) },
        summary: long,
        counts: Array.from({ length: 4 }, () => ({ count: 1_234_567, of: 'with common ground' })),
        foot: long,
      },
    ]
    for (const card of shapes) {
      const pixels = await pixelsOf(card)
      expect(inkIn(pixels, WORDS)).toBeGreaterThan(3000)
      for (const edge of [
        { left: 0, right: 60, top: 0, bottom: 630 },
        { left: 1142, right: 1200, top: 0, bottom: 630 },
        { left: 0, right: 1200, top: 0, bottom: 40 },
        { left: 0, right: 1200, top: 612, bottom: 630 },
      ])
        expect(inkIn(pixels, edge), card.shape).toBe(0)
    }
  })
})

describe('the one who draws', () => {
  const refused = async (drawn: Promise<unknown>) =>
    await drawn.then(
      () => 'drawn',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    )

  test('may die of a card, and the next is drawn all the same', async () => {
    expect(await refused(drawCard({ shape: 'none' } as never))).toBe('not-drawn')
    expect((await pixelsOf(aCard({ party: { text: 'after' } }))).width).toBe(1200)
  })

  test('draws the same card once, and refuses more than may wait', async () => {
    const cards = Array.from({ length: 20 }, (_, i) => aCard({ party: { text: `Party ${i}` } }))
    const twice = [drawCard(cards[0]!), drawCard(cards[0]!)]
    const all = await Promise.all(cards.slice(1).map(async (card) => await refused(drawCard(card))))
    const [one, same] = await Promise.all(twice)
    // Of whole pictures only whether they are the same: telling apart how they differ takes gigabytes.
    expect(one === same).toBe(true)
    expect(all.filter((each) => each === 'not-drawn')).toHaveLength(4)
    expect((await drawCard(cards[0]!)) === one).toBe(true)
    expect(await refused(drawCard(cards[19]!))).toBe('drawn')
  })
})
