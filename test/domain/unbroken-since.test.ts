import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unbrokenSince } from '#server/domain/spans.ts'

const dayOf = (n: number) => `2020-01-${String(n).padStart(2, '0')}`

const someSpans = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: 1, max: 8 })))
    .map(([from, length]) => ({ from, until: length === null ? undefined : from + length })),
  { maxLength: 6 },
)

describe('since when a side has stood without a gap', () => {
  test('is the first of the days before on all of which it stood', () => {
    fc.assert(
      fc.property(someSpans, fc.integer({ min: 1, max: 28 }), (spans, day) => {
        const stoodOn = (n: number) => spans.some((s) => s.from <= n && n < (s.until ?? 99))
        let first: number | undefined
        for (let n = day; n >= 1 && stoodOn(n); n--) first = n
        const written = spans.map((s) => ({
          from: dayOf(s.from),
          until: s.until === undefined ? undefined : dayOf(s.until),
        }))
        expect(unbrokenSince(written, dayOf(day))).toBe(first && dayOf(first))
      }),
    )
  })
})
