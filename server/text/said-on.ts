/** When something was said, by the words that report it: "Tuesday", "last week", "in early October". */

import { DateError, parseDate } from '../domain/dates.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const DAY_MS = 24 * 60 * 60 * 1000

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)

const monthName = `(?<month>${MONTHS.join('|')})(?:[a-z]{1,6}\\.?|\\.)?`
const number = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?'

type Read = (groups: Readonly<Record<string, string | undefined>>, published: string) => string

/** The latest month or day of that name up to the publication, unless a year is named. */
function inMonth({ month = '', day, year }: Parameters<Read>[0], published: string): string {
  const written = (of: number) => {
    const at = String(MONTHS.indexOf(month) + 1).padStart(2, '0')
    return `${of}-${at}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`
  }
  if (year !== undefined) return written(Number(year))
  const own = Number(published.slice(0, 4))
  return written(own) > published ? written(own - 1) : written(own)
}

const expressions: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(`\\b${number} ${monthName}(?:,? (?<year>[12]\\d{3}))?\\b`, 'u'), inMonth],
  [new RegExp(`\\b${monthName} ${number}(?:,? (?<year>[12]\\d{3}))?\\b`, 'u'), inMonth],
  [
    new RegExp(
      `\\b(?:in|since|during) (?:early |mid-|late )?${monthName}(?:,? (?<year>[12]\\d{3}))?\\b`,
      'u',
    ),
    inMonth,
  ],
  [/\b(?:today|this (?:morning|afternoon|evening))\b/iu, (_, published) => published],
  [/\b(?:yesterday|last night)\b/iu, (_, published) => dayBefore(published, 1)],
  [
    new RegExp(`\\b(?<weekday>${WEEKDAYS.join('|')})\\b`, 'u'),
    ({ weekday = '' }, published) => {
      const since = (new Date(published).getUTCDay() - WEEKDAYS.indexOf(weekday) + 7) % 7
      return dayBefore(published, since)
    },
  ],
  [
    /\blast week\b/iu,
    (_, published) => {
      const monday = dayBefore(published, ((new Date(published).getUTCDay() + 6) % 7) + 7)
      return `${monday}/${dayBefore(monday, -6)}`
    },
  ],
  [/\blast month\b/iu, (_, published) => dayBefore(`${published.slice(0, 7)}-01`, 1).slice(0, 7)],
  [/\bthis (?:week|month)\b/iu, (_, published) => published.slice(0, 7)],
]

/**
 * The date that some words name, as EDTF; the first of them that says one.
 * @param words - what stands around a statement, without the statement: dates in it are about something else
 * @param published - the day the source was published, YYYY-MM-DD; nothing is said later
 */
export function findSaidOn(words: string, published: string): string | undefined {
  const found = expressions.flatMap(([pattern, read]) => {
    const match = pattern.exec(words)
    if (match === null) return []
    const date = read(match.groups ?? {}, published)
    return date.slice(0, 10) > published || !isRealDate(date) ? [] : [{ at: match.index, date }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.date
}

function isRealDate(date: string): boolean {
  try {
    return parseDate(date).text === date
  } catch (error) {
    if (error instanceof DateError) return false
    throw error
  }
}
