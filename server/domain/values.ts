/**
 * Positions on quantity and date issues: closed intervals on a continuous line.
 *
 * Inclusion is entailment, disjointness is exclusion, the overlap is common ground; a world is one
 * point of the line (design decision 4). A day is the point of its day number.
 */
import { type DateWords, ENGLISH_DATES, describeDate } from './date-words.ts'
import { dayNumber } from './dates.ts'

/** A value as recorded: numbers on quantity issues, days `YYYY-MM-DD` on date issues; null is open. */
export interface Value {
  readonly min: number | string | null
  readonly max: number | string | null
}

/** The same value on the line, open ends infinite. */
export interface Interval {
  readonly from: number
  readonly to: number
}

const point = (end: number | string) => (typeof end === 'string' ? dayNumber(end) : end)

/** Put a value on the line. */
export const intervalOf = ({ min, max }: Value): Interval => ({
  from: min === null ? -Infinity : point(min),
  to: max === null ? Infinity : point(max),
})

/** Do the two closed intervals share a point? 3 to 4 and 4 to 6 do. */
export const overlaps = (a: Interval, b: Interval): boolean => a.from <= b.to && b.from <= a.to

/** Does `outer` contain all of `inner`? */
export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.from <= inner.from && inner.to <= outer.to

/** Do two intervals leave no point of the whole line uncovered? */
export const coverTheLine = (a: Interval, b: Interval): boolean => {
  const [low, high] = a.from <= b.from ? [a, b] : [b, a]
  const end = Math.max(low.to, high.to)
  return low.from === -Infinity && high.from <= low.to && end === Infinity
}

/**
 * How far apart two disjoint intervals are: the gap between their nearest ends. Exact between whole
 * numbers; else to 12 digits, so that 4.1 and 4.6 are 0.5 apart and not 0.49999999999999964.
 */
export function gapBetween(a: Interval, b: Interval): number {
  const [low, high] = a.from <= b.from ? [a.to, b.from] : [b.to, a.from]
  const gap = Math.max(high - low, 0)
  return Number.isInteger(low) && Number.isInteger(high) ? gap : Number(gap.toPrecision(12))
}

/** Are these the same position? */
export const isSameValue = (a: Value, b: Value): boolean => a.min === b.min && a.max === b.max

/** The words that values are made of, in one language. */
export interface ValueWords {
  readonly dates: DateWords
  /** Numbers with their unit, where there is one. */
  readonly upTo: (max: string) => string
  readonly orMore: (min: string) => string
  readonly between: (min: string, max: string) => string
  readonly untilDay: (day: string) => string
  readonly fromDay: (day: string) => string
}

export const ENGLISH_VALUES: ValueWords = {
  dates: ENGLISH_DATES,
  upTo: (max) => `up to ${max}`,
  orMore: (min) => `${min} or more`,
  between: (min, max) => `${min} to ${max}`,
  untilDay: (day) => `up to ${day}`,
  fromDay: (day) => `from ${day} on`,
}

function describeDays(min: Value['min'], max: Value['max'], words: ValueWords): string {
  const say = (text: string) => describeDate(text, { words: words.dates })
  if (min === null) return words.untilDay(say(String(max)))
  if (max === null) return words.fromDay(say(String(min)))
  return say(`${min}/${max}`)
}

/** A value as people read it: `3 to 4 months`, `12 months or more`, `up to 31 January 2016`. */
export function describeValue({ min, max }: Value, unit?: string, words = ENGLISH_VALUES): string {
  if (typeof min === 'string' || typeof max === 'string') return describeDays(min, max, words)
  const inUnit = (n: number) => (unit === undefined || unit === '' ? `${n}` : `${n} ${unit}`)
  if (min === null) return words.upTo(inUnit(max ?? 0))
  if (max === null) return words.orMore(inUnit(min))
  return min === max ? inUnit(min) : words.between(String(min), inUnit(max))
}
