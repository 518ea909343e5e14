import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptsOf, markPassages } from '#server/domain/marked-text.ts'
import { seeded } from '#test/support/seeded.ts'

describe('marked passages', () => {
  test('split the text where they begin and end, also where they overlap', () => {
    const marked = markPassages('0123456789', [
      { id: 'b', start: 4, end: 8 },
      { id: 'a', start: 2, end: 6 },
      { id: 'c', start: 4, end: 8 },
    ])
    expect(marked).toEqual([
      { text: '01', ids: [] },
      { text: '23', ids: ['a'] },
      { text: '45', ids: ['b', 'a', 'c'] },
      { text: '67', ids: ['b', 'c'] },
      { text: '89', ids: [] },
    ])
  })

  test('leave out the empty and clamp the rest; no text has no pieces', () => {
    expect(markPassages('abc', [{ id: 1, start: 1, end: 1 }])).toEqual([{ text: 'abc', ids: [] }])
    expect(markPassages('abc', [{ id: 1, start: -1, end: 9 }])).toEqual([{ text: 'abc', ids: [1] }])
    expect(markPassages('', [{ id: 1, start: 0, end: 9 }])).toEqual([])
  })

  test('cover each character with exactly the passages around it', () => {
    const passage = fc.tuple(fc.integer({ min: -2, max: 14 }), fc.integer({ min: -2, max: 14 }))
    const anyText = fc.string({ unit: fc.constantFrom('a', '😀', '\u0301'), maxLength: 12 })
    fc.assert(
      fc.property(anyText, fc.array(passage, { maxLength: 6 }), (text, ends) => {
        const passages = ends.map(([start, end], id) => ({ id, start, end }))
        const expected = Array.from(text).map((character, i) => ({
          character,
          ids: passages.filter((p) => p.start <= i && i < p.end).map((p) => p.id),
        }))
        const marked = markPassages(text, passages)
        expect(marked.every((m) => m.text !== '')).toBe(true)
        const actual = marked.flatMap((m) =>
          Array.from(m.text).map((character) => ({ character, ids: m.ids })),
        )
        expect(actual).toEqual(expected)
      }),
      seeded(500),
    )
  })
})

describe('excerpts', () => {
  const shown = (text: string, spans: readonly (readonly [number, number])[], around: number) =>
    excerptsOf(
      text,
      spans.map(([start, end], id) => ({ id, start, end })),
      around,
    ).map(({ text: pieces, isWhole }) => ({
      text: pieces.map((p) => (p.ids.length > 0 ? `[${p.text}]` : p.text)).join(''),
      isWhole,
    }))

  test('show what is marked with some text around it; those that meet are one', () => {
    expect(shown('0123456789😀bcdefghij', [[10, 12]], 2)).toEqual([
      { text: '89[😀b]cd', isWhole: false },
    ])
    expect(
      shown(
        '0123456789abcdefghij',
        [
          [2, 3],
          [16, 17],
          [6, 7],
        ],
        2,
      ),
    ).toEqual([
      { text: '01[2]345[6]78', isWhole: false },
      { text: 'ef[g]hi', isWhole: false },
    ])
  })

  test('are the whole text where that is short, and nothing where nothing is marked', () => {
    expect(shown('abc', [[1, 2]], 300)).toEqual([{ text: 'a[b]c', isWhole: true }])
    expect(shown('abc', [], 300)).toEqual([])
  })

  test('hold every character near a mark, and no other', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), fc.nat(6), (ends, around) => {
        const text = Array.from({ length: 30 }, (_, i) => String.fromCodePoint(0x1f600 + i)).join(
          '',
        )
        const spans = ends.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
        const marks = spans.filter(([start, end]) => start < end)
        const expected = Array.from(text).filter((_, i) =>
          marks.some(([start, end]) => i >= start - around && i < end + around),
        )
        const actual = shown(text, marks, around).map((e) => e.text.replaceAll(/[[\]]/g, ''))
        expect(actual.join('')).toBe(expected.join(''))
      }),
      seeded(300),
    )
  })
})
