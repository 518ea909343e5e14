import { describe, expect, test } from 'vitest'
import { areAboutTheSame, judgeOf } from '#server/domain/conflicts.ts'
import type { Relation } from '#server/domain/positions.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'

/** What becomes of a leader: two ways to go, one to stay. */
const relations: Relation[] = [
  { kind: 'entails', from: 'before', to: 'goes' },
  { kind: 'entails', from: 'during', to: 'goes' },
  { kind: 'contrary', from: 'before', to: 'during' },
  { kind: 'contrary', from: 'legitimate', to: 'goes' },
  { kind: 'contradictory', from: 'stays', to: 'goes' },
]
const judge = judgeOf(anIssue(relations))
const yes = (position: string) => heldClaim({ position })
const no = (position: string) => heldClaim({ position, stance: 'denies' })

const witnessOf = (clash: ReturnType<typeof judge.clash>) =>
  clash?.on === 'position' ? clash.witness : undefined

describe('two claims conflict', () => {
  test.each([
    ['a yes and a no to the same', yes('goes'), no('goes'), 'goes'],
    ['two ways that exclude each other', yes('before'), yes('during'), 'before'],
    ['a yes to what entails the denied', yes('before'), no('goes'), 'goes'],
    ['an exclusion one entailment away', yes('during'), yes('legitimate'), 'goes'],
    ['a yes to one and a no to both of a contradictory pair', no('goes'), no('stays'), 'goes'],
    ['a no whose contradictory is excluded', no('stays'), yes('legitimate'), 'goes'],
  ])('%s', (_, a, b, witness) => {
    expect(witnessOf(judge.clash(a, b))).toBe(witness)
    expect(witnessOf(judge.clash(b, a))).toBe(witness)
  })

  test.each([
    ['the same', yes('goes'), yes('goes')],
    ['what one entails', yes('before'), yes('goes')],
    ['a no to one way and a yes to the end', no('before'), yes('goes')],
    ['two denials of contraries', no('before'), no('during')],
    ['two that exclude the same', yes('stays'), yes('legitimate')],
  ])('not: %s', (_, a, b) => {
    expect(judge.clash(a, b)).toBeUndefined()
    expect(judge.clash(b, a)).toBeUndefined()
  })

  test('never when one leaves open, declines, or names no position', () => {
    for (const stance of ['leaves-open', 'declines'] as const) {
      const open = heldClaim({ position: 'goes', stance })
      expect(judge.clash(open, no('goes'))).toBeUndefined()
      expect(judge.shared(open, yes('goes'))).toEqual([])
      expect(judge.isSame(open, open)).toBe(false)
    }
    const silent = heldClaim({ position: undefined, stance: 'declines' })
    expect(judge.clash(silent, yes('goes'))).toBeUndefined()
  })

  test('never when their periods are disjoint; they then neither agree nor share', () => {
    const then = heldClaim({ position: 'goes', scope: '2015' })
    const later = heldClaim({ position: 'goes', stance: 'denies', scope: '2016/..' })
    expect(judge.clash(then, later)).toBeUndefined()
    expect(judge.clash(then, heldClaim({ ...later, scope: '2015-12/2016' }))).toBeDefined()
    expect(judge.clash(then, no('goes'))).toBeDefined()
    const same = heldClaim({ position: 'goes', scope: '2017' })
    expect(judge.isSame(then, same)).toBe(false)
    expect(judge.sharesGround(then, same)).toBe(false)
  })

  test('with chains that lead from what was said to the witness', () => {
    const clash = judge.clash(yes('during'), yes('legitimate'))
    expect(clash).toMatchObject({ on: 'position', witness: 'goes', aSaysYes: true })
    expect(clash?.on === 'position' && clash.aChain.map((s) => s.to)).toEqual([
      { position: 'goes', holds: true },
    ])
    expect(clash?.on === 'position' && clash.bChain.map((s) => s.to)).toEqual([
      { position: 'goes', holds: false },
    ])
  })
})

describe('common ground', () => {
  test('is every position both say yes to, sorted, also in a conflict', () => {
    expect(judge.shared(yes('before'), yes('during'))).toEqual(['goes'])
    expect(judge.shared(no('stays'), yes('during'))).toEqual(['goes'])
    expect(judge.shared(yes('before'), yes('before'))).toEqual(['before', 'goes'])
    expect(judge.shared(no('before'), no('before'))).toEqual([])
  })

  test('is not what both say no to', () => {
    const contraries = judgeOf(
      anIssue([
        { kind: 'contrary', from: 'p', to: 'q' },
        { kind: 'contrary', from: 'r', to: 'q' },
      ]),
    )
    expect(contraries.sharesGround(yes('p'), yes('r'))).toBe(false)
  })
})

describe('values', () => {
  const valued = judgeOf(anIssue([], 'quantity'))
  const about = (
    min: number | null,
    max: number | null,
    stance: 'affirms' | 'denies' = 'affirms',
  ) => heldClaim({ value: { min, max }, stance })

  test('conflict when affirmed apart, with the gap', () => {
    expect(valued.clash(about(3, 4), about(12, null))).toEqual({ on: 'value', apart: 8 })
    expect(valued.clash(about(3, 4), about(4, 6))).toBeUndefined()
    expect(valued.sharesGround(about(3, 4), about(4, 6))).toBe(true)
    expect(valued.shared(about(3, 4), about(4, 6))).toEqual([])
  })

  test('conflict when a denial contains what is affirmed', () => {
    expect(valued.clash(about(3, 4), about(2, 6, 'denies'))).toEqual({ on: 'value' })
    expect(valued.clash(about(2, 6, 'denies'), about(3, 4))).toEqual({ on: 'value' })
    expect(valued.clash(about(3, 7), about(2, 6, 'denies'))).toBeUndefined()
  })

  test('conflict when two denials leave nothing', () => {
    const upTo = about(null, 5, 'denies')
    expect(valued.clash(upTo, about(5, null, 'denies'))).toEqual({ on: 'value' })
    expect(valued.clash(upTo, about(5.5, null, 'denies'))).toBeUndefined()
  })

  test('share no ground when one is denied', () => {
    expect(valued.sharesGround(about(3, 4), about(1, 2, 'denies'))).toBe(false)
  })

  test('of days are apart in days', () => {
    const dates = judgeOf(anIssue([], 'date'))
    const on = (min: string, max: string) => heldClaim({ value: { min, max } })
    expect(dates.clash(on('2016-01-01', '2016-02-28'), on('2016-03-01', '2016-03-01'))).toEqual({
      on: 'value',
      apart: 2,
    })
  })

  test('are the same position only when both ends are, whatever the stance', () => {
    expect(areAboutTheSame(about(3, 4), about(3, 4, 'denies'))).toBe(true)
    expect(areAboutTheSame(about(3, 4), about(3, null))).toBe(false)
    expect(valued.isSame(about(3, 4), about(3, 4))).toBe(true)
    expect(valued.isSame(about(3, 4), about(3, 4, 'denies'))).toBe(false)
  })
})

test('two claims that name no position are not about the same', () => {
  const silent = heldClaim({ position: undefined, stance: 'declines' })
  expect(areAboutTheSame(silent, silent)).toBe(false)
})
