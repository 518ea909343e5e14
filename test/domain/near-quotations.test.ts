import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNearQuotation } from '#server/domain/near-quotations.ts'
import { prepareText } from '#server/domain/quotations.ts'
import { seeded } from '#test/support/seeded.ts'

const near = (text: string, quote: string): string | undefined => {
  const found = findNearQuotation(prepareText(text), quote)
  return found && `${Math.round(found.likeness * 100)} ${found.exact}`
}

const TEXT =
  'Hello 😀. Mayor Lin said: “We will build the\nbridge by spring, whatever it costs.” She left.'

describe('what is nearest to words that are not in a text', () => {
  test.each([
    ['the words themselves', 'We will build the bridge', '100 We will build the\nbridge'],
    [
      'a letter more',
      'We will build the bridges by spring',
      '97 We will build the\nbridge by spring',
    ],
    [
      'another word',
      'We will build the bridge by summer',
      '88 We will build the\nbridge by spring',
    ],
    ['whole words', 'e will build the bridge by sprin', '100 We will build the\nbridge by spring'],
    ['other marks', 'said: "We will bild the bridge', '97 said: “We will build the\nbridge'],
    ['something else', 'Nobody asked the town of South about it', undefined],
    ['nothing', ' ', undefined],
  ])('%s', (_what, quote, expected) => {
    expect(near(TEXT, quote)).toBe(expected)
  })

  test('in scripts without spaces, and after what takes two units', () => {
    expect(near('市长说：“我们将在春天建桥。”然后离开。', '我们将在夏天建桥')).toBe(
      '88 我们将在春天建桥',
    )
    const found = findNearQuotation(
      prepareText('😀😀 قال: سنبني الجسر في الربيع.'),
      'سنبني الجسور في الربيع',
    )
    expect([found?.start, found?.exact]).toEqual([8, 'سنبني الجسر في الربيع'])
  })

  test('is never tried where it would take long', () => {
    expect(near('word '.repeat(100_000), 'word word wird')).toBeUndefined()
    expect(near(TEXT, 'x'.repeat(2000))).toBeUndefined()
  })

  test('needs as few changes as the best place of all needs', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 })
    fc.assert(
      fc.property(
        letters,
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 4, maxLength: 12 }),
        (text, quote) => {
          const found = findNearQuotation(prepareText(text.join('')), quote.join(''))
          const fewest = fewestChanges(quote, text)
          const isNear = fewest <= Math.floor(quote.length * 0.3)
          expect(found?.likeness).toEqual(isNear ? 1 - fewest / quote.length : undefined)
        },
      ),
      seeded(500),
    )
  })
})

/** Letters to change, add or leave out until the quotation stands somewhere in the text (Sellers 1980). */
function fewestChanges(quote: readonly string[], text: readonly string[]): number {
  let row = Array.from({ length: text.length + 1 }, () => 0)
  for (const [i, letter] of quote.entries()) {
    const next = [i + 1]
    for (const [j, other] of text.entries())
      next.push(
        Math.min(
          (row[j] ?? 0) + (letter === other ? 0 : 1),
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
        ),
      )
    row = next
  }
  return Math.min(...row)
}
