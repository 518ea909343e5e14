import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '#server/domain/text-changes.ts'
import { seeded } from '#test/support/seeded.ts'

const shown = (before: string, after: string): string =>
  compareTexts(before, after)
    .parts.map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`,
    )
    .join('')

/** Where the words of a passage went: what stands there now, and how much of it stayed. */
function followed(before: string, after: string, passage: string) {
  const start = Array.from(before.slice(0, before.indexOf(passage))).length
  const end = start + Array.from(passage).length
  const found = compareTexts(before, after).follow({ start, end })
  if (found === undefined) return undefined
  const text = Array.from(after).slice(found.start, found.end).join('')
  return `${found.score.toFixed(2)} ${text}`
}

describe('what changed between two texts', () => {
  test.each([
    ['nothing', 'One two.', 'One two.', 'One two.'],
    ['a word', 'It opens in May.', 'It opens in June.', 'It opens in [-May][+June].'],
    ['a word more', 'It opens.', 'It opens soon.', 'It opens[+ soon].'],
    ['a paragraph more', 'One.\n\nTwo.\n', 'One.\n\nNew.\n\nTwo.\n', 'One.\n\n[+New.\n\n]Two.\n'],
    ['everything', 'Alpha.', 'Omega.', '[-Alpha][+Omega].'],
    ['from nothing', '', 'New.', '[+New.]'],
    ['to nothing', 'Old.', '', '[-Old.]'],
    ['only white space at the end', 'One.\n', 'One.', 'One.'],
    ['only line breaks', 'One\ntwo three.', 'One two\nthree.', 'One two\nthree.'],
    ['Chinese', '我们将在五月开放。', '我们将在六月开放。', '我们将在[-五][+六]月开放。'],
    [
      'Arabic',
      'قال إننا سنبني الجسر.',
      'قال إننا لن نبني الجسر.',
      'قال إننا [-سنبني][+لن] [+نبني ]الجسر.',
    ],
    [
      'marks on letters',
      'Le e\u0301te\u0301.',
      'Un e\u0301te\u0301.',
      '[-Le][+Un] e\u0301te\u0301.',
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  test('any two texts: with what went it is the earlier, with what came the later', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c d', '\n', ' ', '。', '语', '😀', 'é', '"'))
    const text = words.map((list) => list.join(' '))
    const laidOut = (t: string) => t.replaceAll(/\s+/g, '')
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { parts } = compareTexts(before, after)
        const without = (kind: string) =>
          parts.flatMap((p) => (p.kind === kind ? [] : [p.text])).join('')
        expect(without('removed')).toBe(after)
        expect(laidOut(without('added'))).toBe(laidOut(before))
      }),
      seeded(500),
    )
  })

  test('texts with nothing in common are compared in bounded time', () => {
    const wordsOf = (n: number) => Array.from({ length: 100_000 }, (_, i) => `w${i * n}`)
    const before = wordsOf(2).join(' ')
    const after = wordsOf(3).toReversed().join(' ')
    const { parts } = compareTexts(before, after)
    expect(parts.map((p) => p.kind)).toEqual(['removed', 'added'])
  })
})

describe('what became of a passage', () => {
  const before = 'Hello 😀.\n\nLin said: “It will open in May, we hope.” She left.\n\nThe end.'
  test.each([
    ['unchanged', `Updated.\n\n${before}`, '1.00 It will open in May, we hope'],
    ['edited', before.replace('May', 'June'), '0.86 It will open in June, we hope'],
    [
      'edited at its end',
      before.replace('we hope', 'we think'),
      '0.86 It will open in May, we think',
    ],
    [
      'edited at its beginning',
      before.replace('It will', 'They will'),
      '0.86 They will open in May, we hope',
    ],
    ['gone on', before.replace('we hope', 'we hope for more'), '1.00 It will open in May, we hope'],
    ['shortened', before.replace(', we hope', ''), '0.83 It will open in May'],
    ['gone', 'Hello 😀.\n\nThe end.', undefined],
  ])('%s', (_what, after, expected) => {
    expect(followed(before, after, 'It will open in May, we hope')).toBe(expected)
  })
})
