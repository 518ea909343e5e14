/**
 * Dates as they are written (EDTF, ISO 8601-2 levels 0 and 1) and the days they may mean.
 *
 * A date is kept as written; beside it stand its earliest and latest possible day, which are all
 * that ordering ever looks at. Pure. ARCHITECTURE.md, decision 5, says why this is our own code:
 * the edtf package (our oracle in the tests) rolls 2015-02-29 over into March, reads an unknown end
 * as 1970 and pins seasons to quarters.
 */

/** A calendar day `YYYY-MM-DD`, or `-infinity` / `infinity`; string order is calendar order. */
export type Day = string

/** A span of days, both ends included. */
export interface Days {
  readonly earliest: Day
  readonly latest: Day
}

/** A date as written, with the days it may mean. */
export interface ParsedDate extends Days {
  readonly text: string
}

export const BEGINNING: Day = '-infinity'
export const FOREVER: Day = 'infinity'

/** Why a text is not a date we keep; the sentence is for people. */
export class DateError extends Error {
  override readonly name = 'DateError'
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const pad = (n: number, width: number) => String(n).padStart(width, '0')

const dayOf = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

const refuse = (text: string, why: string): never => {
  throw new DateError(`“${text}” ${why}`)
}

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?:Z|[+-](?:[01]\\d|2[0-3])(?::[0-5]\\d)?)?'

// A qualifier, or on a whole day a time of day, which is checked and changes nothing.
const SHAPE = new RegExp(
  '^(?<year>\\d{2}(?:\\d\\d|\\dX|XX))(?:-(?<month>\\d\\d|XX)(?:-(?<day>\\d\\d|XX))?)?' +
    `(?:[?~%]|(?<=-\\d\\d-\\d\\d)T${TIME})?$`,
)

/** The days one date (no interval) may mean. @throws {DateError} */
function parseSingle(text: string): Days {
  const parts = SHAPE.exec(text)?.groups
  if (parts?.year === undefined) {
    return refuse(
      text,
      'is not a date. Use 2015-12-15, 2015-12, 2015, or a span such as 2015-10/2015-12.',
    )
  }
  const first = Number(parts.year.replaceAll('X', '0'))
  const last = Number(parts.year.replaceAll('X', '9'))
  if (last < 1 || first < 1) return refuse(text, 'lies before the year 0001.')
  if (parts.month === undefined)
    return { earliest: dayOf(first, 1, 1), latest: dayOf(last, 12, 31) }
  if (first !== last) return refuse(text, 'has a month but no exact year. Leave the month out.')
  return parseWithinYear(text, first, parts.month, parts.day)
}

function parseWithinYear(text: string, year: number, month: string, day: string | undefined): Days {
  const wholeYear = { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) }
  if (month === 'XX') {
    if (day !== undefined && day !== 'XX') return refuse(text, 'has a day but no month.')
    return wholeYear
  }
  const m = Number(month)
  // A season names no hemisphere, so all it fixes is the year.
  if (m >= 21 && m <= 24 && day === undefined) return wholeYear
  if (m < 1 || m > 12) return refuse(text, `has no month ${month}. Months run from 01 to 12.`)
  const end = daysIn(year, m)
  if (day === undefined || day === 'XX') {
    return { earliest: dayOf(year, m, 1), latest: dayOf(year, m, end) }
  }
  const d = Number(day)
  if (d < 1 || d > end) return refuse(text, `is not a day: ${year}-${month} has ${end} days.`)
  return { earliest: dayOf(year, m, d), latest: dayOf(year, m, d) }
}

/**
 * Read an EDTF date or interval (levels 0 and 1, years 0001 to 9999).
 *
 * An open end (`2015-10/..`) and an unknown end (`2015-10/`) both leave that side unbounded.
 * @returns the text as given, trimmed, with its earliest and latest possible day
 * @throws {DateError} with a sentence that names the text and the way out
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseDate(given: string): ParsedDate {
  const text = given.trim()
  const ends = text.split('/')
  if (ends.length === 1) return { text, ...parseSingle(text) }
  if (ends.length > 2) return refuse(text, 'has more than one “/”. A span has two ends.')
  if (text.includes('T')) return refuse(text, 'has a time of day in a span. Leave the time out.')
  const [from = '', to = ''] = ends
  const open = (end: string) => end === '' || end === '..'
  if (open(from) && open(to)) return refuse(text, 'has no end that is known. Give at least one.')
  const earliest = open(from) ? BEGINNING : parseSingle(from).earliest
  const latest = open(to) ? FOREVER : parseSingle(to).latest
  if (latest < earliest) return refuse(text, 'ends before it starts. Swap the two dates.')
  return { text, earliest, latest }
}

/** Is every day of `a` before every day of `b`? Imprecise dates that overlap have no known order. */
export const isBefore = (a: Days, b: Days): boolean => a.latest < b.earliest

/** Do the two spans share no day? An absent span is all of time. */
export const areDisjoint = (a: Days | undefined, b: Days | undefined): boolean =>
  a !== undefined && b !== undefined && (isBefore(a, b) || isBefore(b, a))

/** Is this exactly one day of the calendar, written `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return parseDate(text).earliest === text
  } catch {
    return false
  }
}

/** Days since 1970-01-01; infinite for the unbounded ends. */
export function dayNumber(day: Day): number {
  if (day === FOREVER) return Infinity
  if (day === BEGINNING) return -Infinity
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** Whole days from `a` to `b`, negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a)

/** The earlier of two days. */
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b)
