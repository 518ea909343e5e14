/**
 * Positions on quantity and date issues: closed intervals on a continuous line.
 *
 * Inclusion is entailment, disjointness is exclusion, the overlap is common ground; a world is one
 * point of the line (design decision 4). A day is the point of its day number.
 */
import { describeDate } from './date-words.ts'
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

function describeDays(min: Value['min'], max: Value['max']): string {
  if (min === null) return `up to ${describeDate(String(max))}`
  if (max === null) return `from ${describeDate(String(min))} on`
  return describeDate(`${min}/${max}`)
}

/** A value as people read it: `3 to 4 months`, `12 months or more`, `up to 31 January 2016`. */
export function describeValue({ min, max }: Value, unit?: string): string {
  if (typeof min === 'string' || typeof max === 'string') return describeDays(min, max)
  const inUnit = unit === undefined || unit === '' ? '' : ` ${unit}`
  if (min === null) return `up to ${max}${inUnit}`
  if (max === null) return `${min}${inUnit} or more`
  return min === max ? `${min}${inUnit}` : `${min} to ${max}${inUnit}`
}
