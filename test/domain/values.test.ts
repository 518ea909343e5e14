import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Value,
  contains,
  coverTheLine,
  describeValue,
  gapBetween,
  intervalOf,
  isSameValue,
  overlaps,
} from '#server/domain/values.ts'
import { seeded } from '#test/support/seeded.ts'

const upTo = (max: number): Value => ({ min: null, max })
const from = (min: number): Value => ({ min, max: null })
const between = (min: number, max: number): Value => ({ min, max })

const anyValue: fc.Arbitrary<Value> = fc
  .tuple(
    fc.integer({ min: -4, max: 4 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([min, length, open]) =>
    open === 0 ? upTo(min) : open === 1 ? from(min) : between(min, min + length),
  )

/** Every quarter of the line from well below to well above all values. */
const points = Array.from({ length: 121 }, (_, i) => i / 4 - 15)
const has = ({ min, max }: Value, x: number) =>
  (min === null || Number(min) <= x) && (max === null || x <= Number(max))

test('intervals relate as the points of the line do', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (p, q) => {
      const [a, b] = [intervalOf(p), intervalOf(q)]
      expect(overlaps(a, b)).toBe(points.some((x) => has(p, x) && has(q, x)))
      expect(contains(a, b)).toBe(points.every((x) => !has(q, x) || has(p, x)))
      expect(coverTheLine(a, b)).toBe(points.every((x) => has(p, x) || has(q, x)))
      const inside = (v: Value) => points.filter((x) => has(v, x))
      const gaps = inside(p).flatMap((x) => inside(q).map((y) => Math.abs(x - y)))
      expect(gapBetween(a, b)).toBe(Math.min(...gaps))
    }),
    seeded(1000),
  )
})

test('ends are part of an interval: 3 to 4 and 4 to 6 overlap', () => {
  expect(overlaps(intervalOf(between(3, 4)), intervalOf(between(4, 6)))).toBe(true)
  expect(overlaps(intervalOf(between(3, 4)), intervalOf(between(4.001, 6)))).toBe(false)
})

test('up to 5 and from 5 on leave nothing; up to 5 and from 5.5 on leave something', () => {
  expect(coverTheLine(intervalOf(upTo(5)), intervalOf(from(5)))).toBe(true)
  expect(coverTheLine(intervalOf(from(5)), intervalOf(upTo(5)))).toBe(true)
  expect(coverTheLine(intervalOf(upTo(5)), intervalOf(from(5.5)))).toBe(false)
  expect(coverTheLine(intervalOf(upTo(5)), intervalOf(upTo(9)))).toBe(false)
  expect(coverTheLine(intervalOf(from(1)), intervalOf(from(5)))).toBe(false)
})

test('a day is the point of its number, so a gap is in whole days', () => {
  const before = intervalOf({ min: null, max: '2016-02-28' })
  const after = intervalOf({ min: '2016-03-02', max: '2016-03-31' })
  expect(gapBetween(before, after)).toBe(3)
  expect(gapBetween(after, before)).toBe(3)
})

describe('a gap', () => {
  test('between decimals is what people would write', () => {
    expect(gapBetween(intervalOf(between(4, 4.1)), intervalOf(between(4.6, 5)))).toBe(0.5)
    expect(gapBetween(intervalOf(upTo(0.1)), intervalOf(from(0.3)))).toBe(0.2)
  })

  test('between large whole numbers is exact', () => {
    expect(gapBetween(intervalOf(upTo(1)), intervalOf(from(9_007_199_254_740_991)))).toBe(
      9_007_199_254_740_990,
    )
  })
})

test('values are the same when both ends are', () => {
  expect(isSameValue(between(3, 4), between(3, 4))).toBe(true)
  expect(isSameValue(between(3, 4), from(3))).toBe(false)
  expect(isSameValue({ min: '2016-01-01', max: null }, { min: '2016-01-01', max: null })).toBe(true)
})

test.each<[Value, string | undefined, string]>([
  [between(3, 4), 'months', '3 to 4 months'],
  [between(12, 12), 'months', '12 months'],
  [from(12), 'months', '12 months or more'],
  [upTo(0.5), '%', 'up to 0.5 %'],
  [between(3, 4), undefined, '3 to 4'],
  [between(-2, 0), '', '-2 to 0'],
  [{ min: null, max: '2016-01-31' }, undefined, 'up to 31 January 2016'],
  [{ min: '2016-01-31', max: null }, undefined, 'from 31 January 2016 on'],
  [{ min: '2016-01-31', max: '2016-01-31' }, undefined, '31 January 2016'],
  [{ min: '2016-01-01', max: '2016-01-31' }, undefined, '1 to 31 January 2016'],
])('%o in %s reads “%s”', (value, unit, words) => {
  expect(describeValue(value, unit)).toBe(words)
})
