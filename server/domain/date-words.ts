/**
 * Dates in words, from EDTF text. What is uncertain stays uncertain: "about", "perhaps", "on an
 * unknown day in". A text this does not know is shown as it is written. Pure.
 */

const MONTHS = [
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
]
const SEASONS = ['spring', 'summer', 'autumn', 'winter']

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

const QUALIFIERS: Record<string, string> = { '?': 'perhaps ', '~': 'about ', '%': 'perhaps about ' }

function readSingle(text: string, short: boolean): Single | undefined {
  const match = SHAPE.exec(text)
  if (match === null) return undefined
  const [, year = '', monthText, dayText, clock, zone, mark = ''] = match
  const qualifier = QUALIFIERS[mark] ?? ''
  if (year.includes('X')) return { year, before: qualifier, words: inexactYear(year) }
  const month = monthText === undefined || monthText === 'XX' ? undefined : Number(monthText)
  if (month === undefined) {
    const unknown =
      monthText === undefined
        ? ''
        : dayText === undefined
          ? 'an unknown month of '
          : 'an unknown day of '
    return { year, before: qualifier + unknown, words: String(Number(year)), machine: year }
  }
  const season = SEASONS[month - 21]
  if (season !== undefined)
    return { year, before: qualifier, words: `${season} ${Number(year)}`, machine: year }
  const name = MONTHS[month - 1]
  if (name === undefined) return undefined
  const monthWord = short ? name.slice(0, 3) : name
  const day = dayText === undefined || dayText === 'XX' ? undefined : Number(dayText)
  const machineMonth = `${year}-${monthText}`
  if (day === undefined) {
    const before = qualifier + (dayText === undefined ? '' : 'an unknown day of ')
    return { year, month, before, words: `${monthWord} ${Number(year)}`, machine: machineMonth }
  }
  const time =
    clock === undefined
      ? undefined
      : `${clock}${zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`}`
  const words = `${day} ${monthWord} ${Number(year)}${time === undefined ? '' : `, ${time}`}`
  return { year, month, day, time, before: qualifier, words, machine: `${machineMonth}-${dayText}` }
}

const inexactYear = (year: string): string =>
  year.endsWith('XX')
    ? `between ${Number(year.replace('XX', '00'))} and ${Number(year.replace('XX', '99'))}`
    : `the ${Number(year.replace('X', '0'))}s`

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
function shortened(from: Single, to: Single, short: boolean): string {
  if (from.year !== to.year || from.month === undefined || to.month === undefined) return from.words
  if (from.time !== undefined || to.time !== undefined || from.before !== '') return from.words
  if ((from.day === undefined) !== (to.day === undefined)) return from.words
  if (from.day !== undefined && from.month === to.month && to.before === '') return String(from.day)
  const name = MONTHS[from.month - 1] ?? ''
  const month = short ? name.slice(0, 3) : name
  return from.day === undefined ? month : `${from.day} ${month}`
}

/**
 * The words of {@link describeDate} in pieces, each date apart.
 * @param text - EDTF levels 0 and 1
 */
export function datePieces(text: string, { short = false }: { short?: boolean } = {}): DatePiece[] {
  const asWritten = [{ text }]
  const [start = '', end, more] = text.trim().split('/')
  if (more !== undefined) return asWritten
  const from = readSingle(start, short)
  if (end === undefined) return from === undefined ? asWritten : piece(from)
  const to = readSingle(end, short)
  if (from !== undefined && to !== undefined) {
    if (start === end) return piece(from)
    return [...piece(from, shortened(from, to, short)), { text: ' to ' }, ...piece(to)]
  }
  if (from !== undefined && end === '..') return [{ text: 'since ' }, ...piece(from)]
  if (from !== undefined && end === '')
    return [{ text: 'from ' }, ...piece(from), { text: ', end not known' }]
  if (to !== undefined && start === '..') return [{ text: 'until ' }, ...piece(to)]
  if (to !== undefined && start === '')
    return [{ text: 'until ' }, ...piece(to), { text: ', start not known' }]
  return asWritten
}

/**
 * An EDTF date in plain words, for titles, captions and live messages.
 * @param text - EDTF levels 0 and 1, e.g. `2015-12~`, `2015-12-09/2015-12-10`, `2015-10/..`
 * @param short - months by three letters, for table cells
 * @returns e.g. "about December 2015", "9 to 10 December 2015", "since October 2015"
 */
export const describeDate = (text: string, { short = false }: { short?: boolean } = {}): string =>
  datePieces(text, { short })
    .map((p) => p.text)
    .join('')
