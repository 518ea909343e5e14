import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainWords } from '#server/domain/plain-words.ts'
import { excerptWanted, markWanted } from '#server/domain/search-marks.ts'

const text = fc.array(
  fc.constantFrom('bridge', 'Brücke', 'мост', 'a', 'b', '<b>', '“x”', '🌉', '.', '\n'),
  { maxLength: 60 },
)
const wanted = fc.array(
  fc.record({
    text: fc.constantFrom('bridge', 'brucke', 'МОСТ', 'a b', 'bri'),
    isBegun: fc.boolean(),
  }),
  { maxLength: 3 },
)

describe('marking what was searched for', () => {
  test('keeps the text, and marks exactly the words that are wanted', () => {
    fc.assert(
      fc.property(text, wanted, (words, sought) => {
        const whole = words.join(' ')
        const pieces = markWanted(whole, sought)
        expect(pieces.map((p) => p.text).join('')).toBe(whole)
        const single = sought.filter((one) => !one.text.includes(' '))
        const isWanted = (plain: string) =>
          single.some(({ text: one, isBegun }) => {
            const [{ plain: asked } = { plain: '' }] = plainWords(one)
            return isBegun ? plain.startsWith(asked) : plain === asked
          })
        const read = pieces.flatMap(({ text: piece, isMarked }) =>
          plainWords(piece).map(({ plain }) => ({ isMarked, isWanted: isWanted(plain) })),
        )
        expect(read.filter((one) => one.isWanted && !one.isMarked)).toEqual([])
        // Of several words at once each is marked, though alone it would not be.
        const isExact = sought.length === single.length
        expect(read.filter((one) => isExact && one.isMarked && !one.isWanted)).toEqual([])
      }),
    )
  })

  test('shows of a long text a stretch of it that has the first word wanted', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (before, after) => {
        const whole = `${'word '.repeat(before)}bridge${' word'.repeat(after)}`
        const pieces = excerptWanted(whole, [{ text: 'bridge', isBegun: false }], 200)
        const said = pieces.map((p) => p.text).join('')
        expect(whole).toContain(said.replace(/^…|…$/g, ''))
        expect(said.length).toBeLessThan(300)
        expect(pieces.filter((p) => p.isMarked).map((p) => p.text)).toEqual(['bridge'])
      }),
    )
  })
})
