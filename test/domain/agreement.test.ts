import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Scale, type Unit, compareUnits } from '#server/domain/agreement.ts'

/** Each row is what one observer said, unit by unit; a full stop is a missing value. */
const unitsOf = (...rows: string[]): Unit[] =>
  Array.from(rows[0] ?? '', (_, i) =>
    rows.flatMap((row) => (row[i] === '.' ? [] : [row.codePointAt(i) ?? 0])),
  ).map((unit) => unit.map((code) => (code < 97 ? code - 48 : code)))

const alphaOf = (units: readonly Unit[], scale: Scale) => compareUnits(units, scale).alpha

const binary = unitsOf('0100000010', '1110010000')
const letters = unitsOf('aabbdcccedda', 'babbbccceddd')
const four = unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.')

describe('the worked examples of Krippendorff 2011', () => {
  /*
   * Alpha of nominal data by the paper's own formula over its coincidence tables:
   * ((n - 1) * sum of the diagonal - S) / (n(n - 1) - S), where S is the sum of n_c(n_c - 1).
   */
  const examples: readonly {
    name: string
    units: readonly Unit[]
    scale: Scale
    printed: number
    exactly: number
  }[] = [
    {
      // Diagonal 10 and 2; n_c 14 and 6.
      name: 'section A, nominal, two observers, two values',
      units: binary,
      scale: 'nominal',
      printed: 0.095,
      exactly: (19 * 12 - (14 * 13 + 6 * 5)) / (20 * 19 - (14 * 13 + 6 * 5)),
    },
    {
      // Diagonal 2, 4, 6, 4, 2; n_c 4, 6, 6, 6, 2.
      name: 'section B, nominal, two observers, five values',
      units: letters,
      scale: 'nominal',
      printed: 0.692,
      exactly: (23 * 18 - (12 + 30 + 30 + 30 + 2)) / (24 * 23 - (12 + 30 + 30 + 30 + 2)),
    },
    {
      // Diagonal 7, 10, 8, 4, 3; n_c 9, 13, 10, 5, 3; the twelfth unit has one value and no part in it.
      name: 'section C, nominal, four observers, missing values',
      units: four,
      scale: 'nominal',
      printed: 0.743,
      exactly: (39 * 32 - (72 + 156 + 90 + 20 + 6)) / (40 * 39 - (72 + 156 + 90 + 20 + 6)),
    },
    { name: 'ordinal', units: four, scale: 'ordinal', printed: 0.815, exactly: byTable(ranks) },
    { name: 'interval', units: four, scale: 'interval', printed: 0.849, exactly: byTable(steps) },
    { name: 'ratio', units: four, scale: 'ratio', printed: 0.797, exactly: byTable(ratios) },
  ]
  for (const { name, units, scale, printed, exactly } of examples)
    test(`${name}: ${printed}`, () => {
      const alpha = alphaOf(units, scale)
      expect(alpha).toBeCloseTo(exactly, 12)
      expect(alpha?.toFixed(4)).toBe(exactly.toFixed(4))
      expect(alpha).toBeCloseTo(printed, 3)
    })

  test('as fractions', () => {
    expect(alphaOf(binary, 'nominal')).toBeCloseTo(2 / 21, 14)
    expect(alphaOf(letters, 'nominal')).toBeCloseTo(155 / 224, 14)
    expect(alphaOf(four, 'nominal')).toBeCloseTo(113 / 152, 14)
    expect(alphaOf(four, 'ordinal')).toBeCloseTo(108577 / 133160, 14)
    expect(alphaOf(four, 'interval')).toBeCloseTo(951 / 1120, 14)
    expect(alphaOf(four, 'ratio')).toBeCloseTo(18222619 / 22852465, 14)
  })

  test('in counts: units that can be compared, and pairs of the same value', () => {
    // By unit: 3 of 3, 3 of 6, 6 of 6 three times, 0 of 6, 6 of 6, 3 of 6, 6 of 6, 3 of 3, 1 of 1.
    expect(compareUnits(four, 'nominal')).toMatchObject({
      units: 11,
      agreedUnits: 8,
      pairs: 55,
      agreedPairs: 43,
    })
    expect(compareUnits(letters, 'nominal')).toMatchObject({ units: 12, agreedUnits: 9 })
  })
})

/** Squared differences of section C's values from each other, by the definitions on paper. */
interface Table {
  readonly '12': number
  readonly '13': number
  readonly '14': number
  readonly '15': number
  readonly '23': number
  readonly '24': number
  readonly '25': number
  readonly '34': number
  readonly '35': number
  readonly '45': number
}

/** Halves of the values at both ends and all that lies between: n_c is 9, 13, 10, 5, 3. */
const ranks: Table = {
  '12': 11 ** 2,
  '13': 22.5 ** 2,
  '14': 30 ** 2,
  '15': 34 ** 2,
  '23': 11.5 ** 2,
  '24': 19 ** 2,
  '25': 23 ** 2,
  '34': 7.5 ** 2,
  '35': 11.5 ** 2,
  '45': 4 ** 2,
}
const steps: Table = {
  '12': 1,
  '13': 4,
  '14': 9,
  '15': 16,
  '23': 1,
  '24': 4,
  '25': 9,
  '34': 1,
  '35': 4,
  '45': 1,
}
const ratios: Table = {
  '12': 1 / 9,
  '13': 1 / 4,
  '14': 9 / 25,
  '15': 4 / 9,
  '23': 1 / 25,
  '24': 1 / 9,
  '25': 9 / 49,
  '34': 1 / 49,
  '35': 1 / 16,
  '45': 1 / 81,
}

/** 1 - (n - 1) * sum of o_ck d_ck / sum of n_c n_k d_ck, from the paper's coincidences by hand. */
function byTable(d: Table): number {
  const observed =
    (4 / 3) * d['12'] +
    (1 / 3) * d['13'] +
    (1 / 3) * d['14'] +
    (4 / 3) * d['23'] +
    (1 / 3) * d['24'] +
    (1 / 3) * d['34']
  const expected =
    9 * (13 * d['12'] + 10 * d['13'] + 5 * d['14'] + 3 * d['15']) +
    13 * (10 * d['23'] + 5 * d['24'] + 3 * d['25']) +
    10 * (5 * d['34'] + 3 * d['35']) +
    5 * 3 * d['45']
  return 1 - (39 * observed) / expected
}

/** Alpha from its definition: every pair of values in a unit, every pair of all values. */
function reference(units: readonly Unit[], scale: Scale): number | undefined {
  const pairable = units.filter((unit) => unit.length >= 2)
  const all = pairable.flat()
  const difference = (x: number, y: number): number => {
    const [low, high] = [Math.min(x, y), Math.max(x, y)]
    const ends = all.filter((v) => v === low || v === high).length / 2
    const between = all.filter((v) => v > low && v < high).length
    if (low === high) return 0
    if (scale === 'nominal') return 1
    if (scale === 'ordinal') return (ends + between) ** 2
    return scale === 'interval' ? (high - low) ** 2 : ((high - low) / (high + low)) ** 2
  }
  const overPairs = (values: readonly number[]) =>
    values.flatMap((x, i) => values.flatMap((y, j) => (i === j ? [] : [difference(x, y)])))
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const observed =
    sum(pairable.map((unit) => sum(overPairs(unit)) / (unit.length - 1))) / all.length
  const expected = sum(overPairs(all)) / (all.length * (all.length - 1))
  return new Set(all).size < 2 ? undefined : 1 - observed / expected
}

/** Both undefined, or the same but for the last digits. */
const isNear = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b))

const someUnits = (value: fc.Arbitrary<number>) =>
  fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 10 })

describe('for any units', () => {
  for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
    const values = [fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 1_000_000 })]
    test(`alpha of ${scale} data is what its definition says`, () => {
      for (const value of values)
        fc.assert(
          fc.property(someUnits(value), (units) => {
            const [alpha, expected] = [alphaOf(units, scale), reference(units, scale)]
            expect(isNear(alpha, expected)).toBe(true)
          }),
        )
    })

    test(`alpha of ${scale} data is no more than 1, and 1 only where every unit agrees`, () => {
      fc.assert(
        fc.property(someUnits(fc.integer({ min: 0, max: 3 })), (units) => {
          const { alpha, units: n, agreedUnits } = compareUnits(units, scale)
          if (alpha === undefined) return
          expect(Number.isFinite(alpha)).toBe(true)
          expect(alpha).toBeLessThanOrEqual(1)
          expect(alpha === 1).toBe(agreedUnits === n)
        }),
      )
    })
  }

  test('neither the order of units or of values in them, nor a lone value, makes a difference', () => {
    fc.assert(
      fc.property(someUnits(fc.integer({ min: 0, max: 4 })), fc.nat(4), (units, lone) => {
        const turned = [[lone], ...units.map((unit) => unit.toReversed()).toReversed(), []]
        const [before, after] = [compareUnits(units, 'interval'), compareUnits(turned, 'interval')]
        expect({ ...after, alpha: 0 }).toEqual({ ...before, alpha: 0 })
        expect(isNear(after.alpha, before.alpha)).toBe(true)
      }),
    )
  })

  test('counts are those of a walk through every pair', () => {
    fc.assert(
      fc.property(someUnits(fc.integer({ min: 0, max: 3 })), (units) => {
        const walked = units
          .filter((unit) => unit.length > 1)
          .map((unit) => unit.flatMap((x, i) => unit.slice(i + 1).map((y) => x === y)))
        const all = walked.flat()
        expect(compareUnits(units, 'nominal')).toMatchObject({
          units: walked.length,
          agreedUnits: walked.filter((same) => !same.includes(false)).length,
          pairs: all.length,
          agreedPairs: all.filter(Boolean).length,
        })
      }),
    )
  })
})

describe('where alpha says nothing it is undefined', () => {
  const nothing: readonly (readonly [string, readonly Unit[]])[] = [
    ['without units', []],
    ['where no unit has two values', [[1], [2], []]],
    ['where everybody always said the same', [[3, 3], [3, 3, 3], [1]]],
  ]
  for (const [name, units] of nothing)
    test(name, () => {
      for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
        expect(alphaOf(units, scale)).toBeUndefined()
    })
})

test('what is no number on the scale is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e101])
    expect(() => compareUnits([[value, 1]], 'interval')).toThrow(RangeError)
  expect(() => compareUnits([[-1, 1]], 'ratio')).toThrow(RangeError)
  expect(
    alphaOf(
      [
        [-1, 1],
        [0, 0],
      ],
      'interval',
    ),
  ).toBeCloseTo(-0.5, 12)
})
