import { groupBy } from './grouping.ts'

/**
 * How far observers who judged the same things agree: counts, and Krippendorff's alpha. Pure.
 *
 * Alpha is 1 - observed / expected disagreement: 1 where all agree, 0 where they agree as often as if
 * the values given had been dealt out by chance, below 0 where they agree less than that. It is
 * computed through the coincidence matrix: each unit adds, for every ordered pair of its m values,
 * 1 / (m - 1) to the cell of these two values.
 *
 * - Any number of observers; a value that is missing is left out of its unit.
 * - A unit with a single value is not pairable: it is left out of alpha and of every count.
 * - Where all values that are left are the same one, or none is left, nothing can be expected by
 *   chance: alpha is undefined. It is never 1 for want of variation, and never NaN.
 * - No allowance is made for small samples beyond the n - 1 of the definition; counts stand beside it.
 *
 * @see Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
 *   https://repository.upenn.edu/asc_papers/43
 */

/**
 * What the difference between two values means. *nominal*: the same or not; *ordinal*: how many values
 * lie between them in order; *interval*: by how much; *ratio*: by how much of their sum.
 */
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** What observers said of one thing, one value each, in any order. */
export type Unit = readonly number[]

export interface Agreement {
  /** Units with two values or more. */
  readonly units: number
  /** Of these, the ones in which all values are the same. */
  readonly agreedUnits: number
  /** Pairs of values within units, and how many of them are of the same value. */
  readonly pairs: number
  readonly agreedPairs: number
  readonly alpha: number | undefined
}

/** The largest value: beyond it squares of differences are no numbers any more. */
const LARGEST = 1e100

/**
 * Compare what observers said, unit by unit.
 * @throws {RangeError} when a value is no number up to 1e100 either way, or negative on a ratio scale
 */
export function compareUnits(units: readonly Unit[], scale: Scale): Agreement {
  const least = scale === 'ratio' ? 0 : -LARGEST
  if (units.flat().some((value) => !(value >= least && value <= LARGEST)))
    throw new RangeError(`There is a value that no ${scale} scale of ours has.`)
  const counted = units
    .filter((unit) => unit.length > 1)
    .map((unit) => [...groupBy(unit, (value) => value)].map(([v, all]) => [v, all.length] as const))
  const sizes = counted.map((unit) => unit.reduce((sum, [, n]) => sum + n, 0))
  const pairsOf = (n: number) => (n * (n - 1)) / 2
  return {
    units: counted.length,
    agreedUnits: counted.filter((unit) => unit.length === 1).length,
    pairs: sizes.reduce((sum, n) => sum + pairsOf(n), 0),
    agreedPairs: counted.flat().reduce((sum, [, n]) => sum + pairsOf(n), 0),
    alpha: alphaOf(counted, scale),
  }
}

/** How often each value was given in each unit. */
type Counted = readonly (readonly (readonly [value: number, times: number])[])[]

function alphaOf(units: Counted, scale: Scale): number | undefined {
  const values = [...new Set(units.flat().map(([value]) => value))].sort((a, b) => a - b)
  const coincidences = coincidencesOf(units, values)
  const totals = coincidences.map((row) => row.reduce((sum, n) => sum + n, 0))
  const difference = differences[scale](values, totals)
  const all = totals.reduce((sum, n) => sum + n, 0)
  let observed = 0
  let expected = 0
  for (const [c, row] of coincidences.entries())
    for (const [k, n] of row.entries()) {
      observed += n * difference(c, k)
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * difference(c, k)
    }
  return expected > 0 ? 1 - ((all - 1) * observed) / expected : undefined
}

/** The coincidence matrix: row and column by place in `values`; rows add up to how often each counts. */
function coincidencesOf(units: Counted, values: readonly number[]): number[][] {
  const places = new Map(values.map((value, place) => [value, place]))
  const matrix = values.map(() => values.map(() => 0))
  for (const unit of units) {
    const others = unit.reduce((sum, [, n]) => sum + n, 0) - 1
    for (const [a, n] of unit) {
      const row = matrix[places.get(a) ?? 0] ?? []
      for (const [b, m] of unit) {
        const place = places.get(b) ?? 0
        row[place] = (row[place] ?? 0) + (n * (a === b ? n - 1 : m)) / others
      }
    }
  }
  return matrix
}

type Difference = (c: number, k: number) => number

/** Squared differences between the values at two places, as the paper defines them for each scale. */
const differences: Readonly<
  Record<Scale, (values: readonly number[], totals: readonly number[]) => Difference>
> = {
  nominal: () => (c, k) => (c === k ? 0 : 1),
  ordinal: (_values, totals) => {
    // Where the middle of each value lies when all values given are laid out in order.
    let before = 0
    const middles = totals.map((n) => (before += n) - n / 2)
    return (c, k) => ((middles[c] ?? 0) - (middles[k] ?? 0)) ** 2
  },
  interval: (values) => (c, k) => ((values[c] ?? 0) - (values[k] ?? 0)) ** 2,
  ratio: (values) => (c, k) => {
    const [a = 0, b = 0] = [values[c], values[k]]
    return a === b ? 0 : ((a - b) / (a + b)) ** 2
  },
}
