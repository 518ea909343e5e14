import { describe, expect, test } from 'vitest'
import {
  type Asked,
  type ChoosableParty,
  chooseComparison,
  readDay,
  stepsAround,
} from '#server/domain/comparison-choice.ts'

const asked = (given: Partial<Asked> = {}): Asked => ({
  p: [],
  show: 'all',
  view: 'auto',
  order: 'recorded',
  ...given,
})

const parties = (...claims: readonly number[]): ChoosableParty[] =>
  claims.map((n, i) => ({ slug: `p${i}`, name: `Party ${i}`, part: 'party', claims: n }))

const issues = [{ slug: 'q', question: 'Who?' }]

const many = (n: number) => parties(...Array.from({ length: n }, () => 1))

describe('choosing what to compare', () => {
  test('takes the parties asked for, in that order and once each', () => {
    const chosen = chooseComparison(asked({ p: ['p2', 'p0', 'p2'] }), parties(1, 1, 1), issues)
    expect(chosen).toMatchObject({
      parties: ['p2', 'p0'],
      base: 'p2',
      isDefault: false,
      notices: [],
    })
  })

  test('takes the four with the most claims when none is asked for, in the order of the topic', () => {
    const chosen = chooseComparison(asked(), parties(3, 0, 1, 5, 2, 9), issues)
    expect(chosen).toMatchObject({ parties: ['p0', 'p3', 'p4', 'p5'], isDefault: true })
  })

  test('takes observers only where parties to the dispute leave room', () => {
    const [a, b, c, d, e] = parties(1, 1, 9, 1, 1)
    const given = [a, b, { ...c, part: 'observer' }, d, e] as ChoosableParty[]
    expect(chooseComparison(asked(), given, issues).parties).toEqual(['p0', 'p1', 'p3', 'p4'])
    expect(chooseComparison(asked(), given.slice(0, 3), issues).parties).toEqual(['p0', 'p1', 'p2'])
  })

  test('takes parties that said nothing when nobody said anything', () => {
    expect(chooseComparison(asked(), parties(0, 0), issues).parties).toEqual(['p0', 'p1'])
  })

  test('names parties that are not there and shows the rest', () => {
    const chosen = chooseComparison(asked({ p: ['p1', 'x', 'y', 'z', 'w'] }), parties(1, 1), issues)
    expect(chosen.parties).toEqual(['p1'])
    expect(chosen.notices).toEqual([
      'No party of this topic has the short name “x”, “y”, “z” and 1 more.',
    ])
  })

  test('shows the default when none of the parties is there, and says so', () => {
    const chosen = chooseComparison(asked({ p: ['x'] }), parties(1, 1), issues)
    expect(chosen).toMatchObject({ parties: ['p0', 'p1'], isDefault: true })
    expect(chosen.notices).toHaveLength(1)
  })

  test('shows forty parties at most, and says so', () => {
    const p = many(45).map((party) => party.slug)
    const chosen = chooseComparison(asked({ p }), many(45), issues)
    expect(chosen.parties).toHaveLength(40)
    expect(chosen.notices).toEqual(['45 parties were asked for. The first 40 are shown.'])
  })

  test('compares with the first party when the baseline is not among them', () => {
    expect(chooseComparison(asked({ p: ['p1'], base: 'p0' }), parties(1, 1), issues)).toMatchObject(
      {
        base: 'p1',
        notices: [],
      },
    )
    expect(chooseComparison(asked({ base: 'x' }), parties(1, 1), issues).notices).toEqual([
      'No party of this topic has the short name “x”.',
    ])
  })

  test('shows all issues when the one asked for is not there, and says so', () => {
    const chosen = chooseComparison(asked({ issue: 'r' }), parties(1), issues)
    expect(chosen.issue).toBeUndefined()
    expect(chosen.notices[0]).toContain('“r”. All issues are shown.')
  })

  test.each([
    [1, 'pair'],
    [2, 'pair'],
    [3, 'wide'],
    [4, 'wide'],
    [5, 'grid'],
    [40, 'grid'],
  ] as const)('lays %i parties out as %s', (n, layout) => {
    const p = many(n).map((party) => party.slug)
    expect(chooseComparison(asked({ p }), many(n), issues).layout).toBe(layout)
  })

  test('keeps the view that is asked for, save a pair of three', () => {
    const p = ['p0', 'p1', 'p2']
    expect(chooseComparison(asked({ p, view: 'grid' }), many(3), issues).layout).toBe('grid')
    const pair = chooseComparison(asked({ p, view: 'pair' }), many(3), issues)
    expect([pair.layout, pair.notices.length]).toEqual(['wide', 1])
  })

  test('is possible without any party', () => {
    expect(chooseComparison(asked(), [], [])).toMatchObject({ parties: [], base: undefined })
  })
})

describe('the day asked for', () => {
  const today = '2026-11-24'
  test('is today when none is given', () => {
    expect(readDay(undefined, today)).toEqual({ day: today })
    expect(readDay(' ', today)).toEqual({ day: today })
  })
  test('is the day that is given', () => {
    expect(readDay('2015-12-15', today)).toEqual({ day: '2015-12-15' })
  })
  test.each([
    ['2015-02-30', '“2015-02-30” is not a day: 2015-02 has 28 days.'],
    ['2015-12', '“2015-12” is not one day. Give a whole day such as 2015-12-15.'],
    ['x'.repeat(99), `“${'x'.repeat(60)}…” is not a day. Give one such as 2015-12-15.`],
  ])('is today, with the reason, for %s', (given, error) => {
    expect(readDay(given, today)).toEqual({ day: today, error })
  })
})

describe('steps in time', () => {
  const days = ['2015-10-01', '2015-12-01', '2015-12-15']
  test('lead to days that show another table', () => {
    expect(stepsAround('2026-11-24', days)).toEqual({
      previous: '2015-12-01',
      last: '2015-12-15',
      next: undefined,
    })
    expect(stepsAround('2015-12-01', days)).toEqual({
      previous: '2015-10-01',
      last: '2015-12-01',
      next: '2015-12-15',
    })
  })
  test('lead forward only where nothing was said yet', () => {
    expect(stepsAround('2015-01-01', days)).toEqual({
      previous: undefined,
      last: undefined,
      next: '2015-10-01',
    })
  })
  test('lead nowhere where nothing was ever said', () => {
    expect(stepsAround('2015-01-01', [])).toEqual({})
  })
})
