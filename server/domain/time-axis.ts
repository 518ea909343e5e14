/** Days on a line: where each stands, and which are named. Pure. */
import { type Day, daysBetween, dayNumber } from './dates.ts'

export interface Tick {
  readonly day: Day
  /** EDTF, as fine as the ticks are: `2015`, `2015-12` or `2015-12-15`. */
  readonly date: string
}

/** A stretch of time, both ends included. */
export interface TimeAxis {
  readonly from: Day
  readonly to: Day
  readonly ticks: readonly Tick[]
  /** Where a day stands, 0 to 1; days outside, open ends among them, stand at the near end. */
  readonly placeOf: (day: Day) => number
}

type Unit = 'day' | 'month' | 'year'

/** From fine to coarse; the last is taken where nothing is coarse enough. */
const STEPS: readonly (readonly [Unit, number])[] = [
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['day', 14],
  ['month', 1],
  ['month', 2],
  ['month', 3],
  ['month', 6],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 20],
  ['year', 50],
  ['year', 100],
  ['year', 500],
  ['year', 1000],
  ['year', 5000],
]

/**
 * Lay out time from the first to the last of some days.
 * @param days - whole days, at least one; open ends are no days here
 * @param mostTicks - how many days may be named, at least 2
 * @throws {Error} without a day
 */
export function layOutAxis(days: readonly Day[], mostTicks: number): TimeAxis {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) throw new Error('An axis takes a day')
  const length = daysBetween(first, last)
  const placeOf = (day: Day) =>
    length === 0 ? 0.5 : Math.min(1, Math.max(0, daysBetween(first, day) / length))
  return { from: first, to: last, placeOf, ticks: ticksBetween(first, last, mostTicks) }
}

function ticksBetween(from: Day, to: Day, most: number): Tick[] {
  for (const step of STEPS) {
    if (daysBetween(from, to) / lengthOf(step) > most) continue
    const days = tickDays(from, to, step)
    if (days.length > most) continue
    // A stretch that holds no whole unit is named by its first day.
    if (days.length === 0) return [{ day: from, date: from }]
    return days.map((day) => ({ day, date: dateOf(day, step[0]) }))
  }
  return [{ day: from, date: from }]
}

const lengthOf = ([unit, n]: readonly [Unit, number]) =>
  n * (unit === 'day' ? 1 : unit === 'month' ? 28 : 365)

function tickDays(from: Day, to: Day, [unit, n]: readonly [Unit, number]): Day[] {
  if (unit === 'day') return everyDay(from, to, n)
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const size = unit === 'year' ? n * 12 : n
  const start = Math.floor((year * 12 + month - 1) / size) * size
  const days: Day[] = []
  for (let at = start; ; at += size) {
    const day = firstOfMonth(at)
    if (day === undefined || day > to) return days
    if (day >= from) days.push(day)
  }
}

/** Months counted from the year 0; undefined outside the years 1 to 9999. */
function firstOfMonth(months: number): Day | undefined {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  if (year > 9999) return undefined
  return `${String(Math.max(year, 0)).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
}

function everyDay(from: Day, to: Day, n: number): Day[] {
  const first = Math.ceil(dayNumber(from) / n) * n
  const days: Day[] = []
  for (let at = first; at <= dayNumber(to); at += n) {
    days.push(new Date(at * 86_400_000).toISOString().slice(0, 10))
  }
  return days
}

const dateOf = (day: Day, unit: Unit): string =>
  unit === 'day' ? day : unit === 'month' ? day.slice(0, 7) : day.slice(0, 4)
