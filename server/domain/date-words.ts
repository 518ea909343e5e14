/**
 * Dates in words, from EDTF text. What is uncertain stays uncertain: "about", "perhaps", "on an
 * unknown day in". A text this does not know is shown as it is written. Pure.
 */

/** The words that dates are made of, in one language. Numbers stay digits. */
export interface DateWords {
  readonly months: readonly string[]
  /** For table cells. */
  readonly shortMonths: readonly string[]
  readonly seasons: readonly string[]
  /** Before a date that is uncertain (`?`), approximate (`~`), or both (`%`); with its space. */
  readonly perhaps: string
  readonly about: string
  readonly perhapsAbout: string
  readonly unknownMonthOf: string
  readonly unknownDayOf: string
  readonly decade: (year: number) => string
  readonly century: (from: number, to: number) => string
  /** Between a day and its time, with its space. */
  readonly comma: string
  /** Between two ends, with its spaces. */
  readonly to: string
  readonly since: string
  readonly from: string
  readonly until: string
  readonly endNotKnown: string
  readonly startNotKnown: string
}

export const ENGLISH_DATES: DateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  perhaps: 'perhaps ',
  about: 'about ',
  perhapsAbout: 'perhaps about ',
  unknownMonthOf: 'an unknown month of ',
  unknownDayOf: 'an unknown day of ',
  decade: (year) => `the ${year}s`,
  century: (from, to) => `between ${from} and ${to}`,
  comma: ', ',
  to: ' to ',
  since: 'since ',
  from: 'from ',
  until: 'until ',
  endNotKnown: ', end not known',
  startNotKnown: ', start not known',
}

/** How a date is put into words. */
interface How {
  /** Months as table cells have them. */
  readonly short?: boolean | undefined
  readonly words?: DateWords | undefined
}

/** One date (no span) taken apart. `machine` is what <time datetime> may hold. */
interface Single {
  readonly year: string
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly time?: string | undefined
  readonly before: string
  readonly words: string
  readonly machine?: string | undefined
}

const SHAPE =
  /^(\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?([?~%]?)$/

const qualifierOf = (mark: string, words: DateWords): string =>
  mark === '?' ? words.perhaps : mark === '~' ? words.about : mark === '%' ? words.perhapsAbout : ''

function readSingle(
  text: string,
  { short = false, words = ENGLISH_DATES }: How,
): Single | undefined {
  const match = SHAPE.exec(text)
  if (match === null) return undefined
  const [, year = '', monthText, dayText, clock, zone, mark = ''] = match
  const qualifier = qualifierOf(mark, words)
  if (year.includes('X')) return { year, before: qualifier, words: inexactYear(year, words) }
  const month = monthText === undefined || monthText === 'XX' ? undefined : Number(monthText)
  if (month === undefined) {
    const unknown =
      monthText === undefined
        ? ''
        : dayText === undefined
          ? words.unknownMonthOf
          : words.unknownDayOf
    return { year, before: qualifier + unknown, words: String(Number(year)), machine: year }
  }
  const season = words.seasons[month - 21]
  if (season !== undefined)
    return { year, before: qualifier, words: `${season} ${Number(year)}`, machine: year }
  const monthWord = monthsOf({ short, words })[month - 1]
  if (monthWord === undefined) return undefined
  const day = dayText === undefined || dayText === 'XX' ? undefined : Number(dayText)
  const machineMonth = `${year}-${monthText}`
  if (day === undefined) {
    const before = qualifier + (dayText === undefined ? '' : words.unknownDayOf)
    return { year, month, before, words: `${monthWord} ${Number(year)}`, machine: machineMonth }
  }
  const time =
    clock === undefined
      ? undefined
      : `${clock}${zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`}`
  const whole = `${day} ${monthWord} ${Number(year)}${time === undefined ? '' : words.comma + time}`
  return {
    year,
    month,
    day,
    time,
    before: qualifier,
    words: whole,
    machine: `${machineMonth}-${dayText}`,
  }
}

const monthsOf = ({ short = false, words = ENGLISH_DATES }: How): readonly string[] =>
  short ? words.shortMonths : words.months

const inexactYear = (year: string, words: DateWords): string =>
  year.endsWith('XX')
    ? words.century(Number(year.replace('XX', '00')), Number(year.replace('XX', '99')))
    : words.decade(Number(year.replace('X', '0')))

/** A run of words; `machine` is there where it is one date. */
export interface DatePiece {
  readonly text: string
  readonly machine?: string | undefined
}

const piece = (date: Single, words = date.words): DatePiece[] => [
  ...(date.before === '' ? [] : [{ text: date.before }]),
  { text: words, machine: date.machine },
]

/** "9 to 10 December 2015": what both ends share is said once, at the end. */
function shortened(from: Single, to: Single, how: How): string {
  if (from.year !== to.year || from.month === undefined || to.month === undefined) return from.words
  if (from.time !== undefined || to.time !== undefined || from.before !== '') return from.words
  if ((from.day === undefined) !== (to.day === undefined)) return from.words
  if (from.day !== undefined && from.month === to.month && to.before === '') return String(from.day)
  const month = monthsOf(how)[from.month - 1] ?? ''
  return from.day === undefined ? month : `${from.day} ${month}`
}

/**
 * The words of {@link describeDate} in pieces, each date apart.
 * @param text - EDTF levels 0 and 1
 */
export function datePieces(text: string, how: How = {}): DatePiece[] {
  const words = how.words ?? ENGLISH_DATES
  const asWritten = [{ text }]
  const [start = '', end, more] = text.trim().split('/')
  if (more !== undefined) return asWritten
  const from = readSingle(start, how)
  if (end === undefined) return from === undefined ? asWritten : piece(from)
  const to = readSingle(end, how)
  if (from !== undefined && to !== undefined) {
    if (start === end) return piece(from)
    return [...piece(from, shortened(from, to, how)), { text: words.to }, ...piece(to)]
  }
  if (from !== undefined && end === '..') return [{ text: words.since }, ...piece(from)]
  if (from !== undefined && end === '')
    return [{ text: words.from }, ...piece(from), { text: words.endNotKnown }]
  if (to !== undefined && start === '..') return [{ text: words.until }, ...piece(to)]
  if (to !== undefined && start === '')
    return [{ text: words.until }, ...piece(to), { text: words.startNotKnown }]
  return asWritten
}

/**
 * An EDTF date in plain words, for titles, captions and live messages.
 * @param text - EDTF levels 0 and 1, e.g. `2015-12~`, `2015-12-09/2015-12-10`, `2015-10/..`
 * @param how - `short`: months by three letters, for table cells; English unless there are other words
 * @returns e.g. "about December 2015", "9 to 10 December 2015", "since October 2015"
 */
export const describeDate = (text: string, how: How = {}): string =>
  datePieces(text, how)
    .map((p) => p.text)
    .join('')
