import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DateError,
  areDisjoint,
  dayNumber,
  daysBetween,
  earlierOf,
  isBefore,
  isDay,
  parseDate,
} from '#server/domain/dates.ts'
import { seeded } from '#test/support/seeded.ts'

const daysOf = (text: string) => {
  const { earliest, latest } = parseDate(text)
  return [earliest, latest]
}

const whyNot = (text: string): string => {
  try {
    return `read as ${parseDate(text).earliest}`
  } catch (error) {
    if (!(error instanceof DateError)) throw error
    return error.message
  }
}

describe('a date means the days it may mean', () => {
  test.each([
    ['2015-12-15', '2015-12-15', '2015-12-15'],
    ['2015-12', '2015-12-01', '2015-12-31'],
    ['2015', '2015-01-01', '2015-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2015-02', '2015-02-01', '2015-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['9999-12-31', '9999-12-31', '9999-12-31'],
    ['2015-12~', '2015-12-01', '2015-12-31'],
    ['2015-12-15?', '2015-12-15', '2015-12-15'],
    ['2015%', '2015-01-01', '2015-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2015-XX', '2015-01-01', '2015-12-31'],
    ['2015-12-XX', '2015-12-01', '2015-12-31'],
    ['2015-XX-XX', '2015-01-01', '2015-12-31'],
    ['2015-12-01T23:59:59Z', '2015-12-01', '2015-12-01'],
    ['2015-12-01T10:30+03:00', '2015-12-01', '2015-12-01'],
    ['2015-10/2015-12', '2015-10-01', '2015-12-31'],
    ['2015-12-09/2015-12-10', '2015-12-09', '2015-12-10'],
    ['2015-12/2015-12-15', '2015-12-01', '2015-12-15'],
    ['2015-10~/2015-12?', '2015-10-01', '2015-12-31'],
    ['2015-10/..', '2015-10-01', 'infinity'],
    ['2015-10/', '2015-10-01', 'infinity'],
    ['../2015-10', '-infinity', '2015-10-31'],
    ['/2015-10', '-infinity', '2015-10-31'],
    // A season names no hemisphere: winter may be July.
    ['2015-21', '2015-01-01', '2015-12-31'],
    ['2015-24', '2015-01-01', '2015-12-31'],
  ])('%s', (text, earliest, latest) => {
    expect(daysOf(text)).toEqual([earliest, latest])
    expect(parseDate(text).text).toBe(text)
  })

  test('and keeps its text, without the white space around it', () => {
    expect(parseDate(' 2015-12~\n').text).toBe('2015-12~')
  })
})

describe('what is no date is refused with the way out', () => {
  test.each([
    ['', 'is not a date'],
    ['tomorrow', 'is not a date'],
    ['15.12.2015', 'is not a date'],
    ['20151215', 'is not a date'],
    ['2015-2', 'is not a date'],
    ['2015-12-15 ~', 'is not a date'],
    ['2015-1X', 'is not a date'],
    ['1XXX', 'is not a date'],
    ['-0044', 'is not a date'],
    ['Y17000000002', 'is not a date'],
    ['２０１５', 'is not a date'],
    ['2015-12T10:00', 'is not a date'],
    ['2015-12-01T25:00', 'is not a date'],
    ['2015-12-01T10:60', 'is not a date'],
    ['2015-12-01T10:00~', 'is not a date'],
    ['2015-12-XXT10:00', 'is not a date'],
    ['0000', 'before the year 0001'],
    ['000X', 'before the year 0001'],
    ['2015-00', 'has no month 00'],
    ['2015-13', 'has no month 13'],
    ['2015-25', 'has no month 25'],
    ['2015-21-01', 'has no month 21'],
    ['2015-02-29', '2015-02 has 28 days'],
    ['1900-02-29', '1900-02 has 28 days'],
    ['2015-04-31', '2015-04 has 30 days'],
    ['2015-12-00', '2015-12 has 31 days'],
    ['2015-XX-05', 'has a day but no month'],
    ['201X-05', 'has a month but no exact year'],
    ['2015/2016/2017', 'more than one “/”'],
    ['..', 'is not a date'],
    ['/', 'no end that is known'],
    ['../..', 'no end that is known'],
    ['2016/2015', 'ends before it starts'],
    ['2015-12-15/2015-12-14', 'ends before it starts'],
    ['2015-12-01T10:00Z/2016', 'time of day in a span'],
  ])('%s', (text, why) => {
    expect(whyNot(text)).toContain(why)
    expect(whyNot(text)).toContain(`“${text}”`)
  })
})

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const anyYear = fc.integer({ min: 1, max: 9999 }).map((y) => pad(y, 4))
const anyPlain = fc
  .tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain(([y, m, d]) => fc.constantFrom(y, `${y}-${pad(m)}`, `${y}-${pad(m)}-${pad(d)}`))
const anyUnspecified = anyYear.chain((y) =>
  fc.constantFrom(
    `${y}-XX`,
    `${y}-XX-XX`,
    `${y}-07-XX`,
    `1${y.slice(1, 3)}X`,
    `2${y.slice(1, 2)}XX`,
  ),
)
const anyDate = fc.oneof(
  anyPlain,
  anyPlain.chain((d) => fc.constantFrom(`${d}?`, `${d}~`, `${d}%`)),
  anyUnspecified,
)
// The package refuses a span from a date to itself; what we make of that is tested by itself.
const anySpan = fc
  .tuple(anyPlain, anyPlain)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (parseDate(a).earliest <= parseDate(b).earliest ? `${a}/${b}` : `${b}/${a}`))
const anyOpen = anyPlain.chain((d) => fc.constantFrom(`${d}/..`, `../${d}`))

const oracleDay = (ms: number) =>
  Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : ms > 0 ? 'infinity' : '-infinity'

test('dates agree with the edtf package where that is right', () => {
  fc.assert(
    fc.property(fc.oneof(anyDate, anySpan, anyOpen), (text) => {
      const { min, max } = edtf(text)
      expect(daysOf(text)).toEqual([oracleDay(min), oracleDay(max)])
    }),
    seeded(1000),
  )
})

test('a span from a date to itself is that date', () => {
  fc.assert(
    fc.property(anyPlain, (date) => {
      expect(daysOf(`${date}/${date}`)).toEqual(daysOf(date))
    }),
    seeded(200),
  )
})

test('any text is read or refused, never anything else', () => {
  const soup = fc.string({ unit: fc.constantFrom(...Array.from('0125-/XT:Z~?%.+')) })
  fc.assert(
    fc.property(fc.oneof(fc.string(), soup), (text) => {
      expect(whyNot(text)).toEqual(expect.any(String))
    }),
    seeded(2000),
  )
})

describe('order', () => {
  test('is known only where no day is shared', () => {
    expect(isBefore(parseDate('2015-11'), parseDate('2015-12-01'))).toBe(true)
    expect(isBefore(parseDate('2015-12'), parseDate('2015-12-31'))).toBe(false)
    expect(isBefore(parseDate('2015-12-31'), parseDate('2015-12'))).toBe(false)
    expect(isBefore(parseDate('2015-12/..'), parseDate('2099'))).toBe(false)
    expect(isBefore(parseDate('../2015-12'), parseDate('2016'))).toBe(true)
  })

  test('of spans that share no day makes them disjoint; no span is all of time', () => {
    expect(areDisjoint(parseDate('2015'), parseDate('2016/..'))).toBe(true)
    expect(areDisjoint(parseDate('2016/..'), parseDate('2015'))).toBe(true)
    expect(areDisjoint(parseDate('2015/2016-01-01'), parseDate('2016'))).toBe(false)
    expect(areDisjoint(undefined, parseDate('2016'))).toBe(false)
  })
})

test('days are counted whole, across leap days and the ends of time', () => {
  expect(daysBetween('2015-12-31', '2016-01-30')).toBe(30)
  expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2)
  expect(daysBetween('2016-03-01', '2016-02-28')).toBe(-2)
  expect(dayNumber('infinity')).toBe(Infinity)
  expect(dayNumber('-infinity')).toBe(-Infinity)
  expect(dayNumber('0001-01-01')).toBe(-719_162)
  expect(earlierOf('infinity', '2015-01-01')).toBe('2015-01-01')
  expect(earlierOf('-infinity', '2015-01-01')).toBe('-infinity')
})

test('only a whole day of the calendar is a day', () => {
  expect(isDay('2016-02-29')).toBe(true)
  for (const text of [
    '2015-02-29',
    '2015-12',
    '2015-12-1',
    '0000-01-01',
    '2015-12-15~',
    'infinity',
  ])
    expect(isDay(text), text).toBe(false)
})
