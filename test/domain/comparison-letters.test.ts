import { describe, expect, test } from 'vitest'
import type { Claim } from '#server/domain/claims.ts'
import { letterPositions, markOf, positionOf } from '#server/domain/comparison-letters.ts'
import type { Cell } from '#server/domain/comparison.ts'
import { letterOf } from '#server/domain/letters.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'

const cellOf = (...stands: Claim[]): Cell => ({
  party: 'north',
  stands,
  silence: undefined,
  reversals: [],
  mixed: [],
})

const options = anIssue([{ kind: 'contrary', from: 'q', to: 'r' }])

describe('letters of positions', () => {
  test('follow the order of the issue, whoever holds them', () => {
    const letters = letterPositions(options, [cellOf(heldClaim({ position: 'r' }))])
    expect(letters.map(({ letter, slug }) => `${letter} ${slug}`)).toEqual(['A p', 'B q', 'C r'])
  })

  test('go on with two letters after Z', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })

  test('say the stance', () => {
    const letters = letterPositions(options, [])
    const mark = (given: Partial<Claim>) =>
      markOf(heldClaim({ position: 'q', ...given, scope: undefined }), letters)
    expect(mark({})).toBe('B')
    expect(mark({ stance: 'denies' })).toBe('not B')
    expect(mark({ stance: 'leaves-open' })).toBe('B?')
    expect(mark({ stance: 'declines' })).toBe('no word on B')
    expect(mark({ stance: 'declines', position: undefined })).toBe('')
  })
})

describe('letters of values', () => {
  const issue = anIssue([], 'quantity')
  const claim = (min: number | null, max: number | null) => heldClaim({ value: { min, max } })

  test('follow the lower ends, open ones first, each value once', () => {
    const cells = [
      cellOf(claim(3, 4), claim(null, 9)),
      cellOf(claim(3, 4), claim(3, null), claim(1, 2)),
    ]
    expect(letterPositions(issue, cells).map(({ letter, label }) => `${letter} ${label}`)).toEqual([
      'A up to 9 months',
      'B 1 to 2 months',
      'C 3 to 4 months',
      'D 3 months or more',
    ])
  })

  test('find the value of a claim', () => {
    const letters = letterPositions(issue, [cellOf(claim(1, 2), claim(3, 4))])
    expect(positionOf(claim(3, 4), letters)?.letter).toBe('B')
    expect(positionOf(claim(3, 5), letters)).toBeUndefined()
  })
})
