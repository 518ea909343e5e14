import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HISTORY_KINDS } from '#server/domain/history-content.ts'
import { ORDER_OF_KINDS, parsePlace, placeText } from '#server/domain/history-place.ts'

test('every place is read back from an address as it was', () => {
  const place = fc.record({
    at: fc.integer({ min: 0, max: 9_007_199_254_740_991 }).map(String),
    kind: fc.constantFrom(...HISTORY_KINDS),
    id: fc.integer({ min: 0, max: 999_999_999 }),
  })
  fc.assert(
    fc.property(place, (one) => {
      expect(parsePlace(placeText(one))).toEqual(one)
    }),
  )
})

test('kinds have an order without ties', () => {
  expect(new Set(Object.values(ORDER_OF_KINDS)).size).toBe(HISTORY_KINDS.length)
})

test('what is no place is none', () => {
  for (const text of [
    '',
    '1',
    '1-2',
    '1-5-2',
    '-1-1-1',
    '1-1-x',
    '12345678901234567-1-1',
    '1-1-1-1',
  ])
    expect(parsePlace(text), text).toBeUndefined()
})
