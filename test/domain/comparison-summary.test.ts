import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  SHOWN,
  byDivisiveness,
  bySimilarity,
  countShown,
  inPartyOrder,
  isShown,
  relateToBaseline,
} from '#server/domain/comparison-summary.ts'
import { type IssueComparison, compareIssue } from '#server/domain/comparison.ts'
import type { Claim } from '#server/domain/claims.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { standOn } from '#server/domain/stands.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'

const judge = judgeOf(anIssue([{ kind: 'contrary', from: 'p', to: 'q' }]))

type Held = Partial<Omit<Claim, 'scope'>>

/** Who says what on the issue with the contrary positions p and q, and r beside them. */
const compared = (held: Readonly<Record<string, readonly Held[]>>): IssueComparison =>
  compareIssue({
    judge,
    parties: Object.keys(held),
    stands: new Map(
      Object.entries(held).map(([party, claims]) => [
        party,
        standOn(
          '2016-01-01',
          claims.map((c, i) => heldClaim({ slug: `${party}-${i}`, party, ...c })),
          judge,
        ),
      ]),
    ),
    searches: new Map(),
  })

const p = { position: 'p' }
const q = { position: 'q' }

describe('relations to the baseline', () => {
  const all = compared({
    base: [p],
    same: [p],
    other: [q],
    denies: [{ position: 'q', stance: 'denies' }],
    open: [{ position: 'p', stance: 'leaves-open' }],
    declines: [{ position: 'p', stance: 'declines' }],
    silent: [],
  })

  test('tell every cell apart', () => {
    expect(
      relateToBaseline(all, 'base').map(({ cell, relation }) => `${cell.party} ${relation}`),
    ).toEqual([
      'base baseline',
      'same agreement',
      'other conflict',
      'denies compatible',
      'open open',
      'declines silent',
      'silent silent',
    ])
  })

  test('are none where the baseline commits to nothing', () => {
    const relations = relateToBaseline(all, 'open').map(({ relation }) => relation)
    expect(relations.slice(0, 5)).toEqual([
      'unrelated',
      'unrelated',
      'unrelated',
      'unrelated',
      'baseline',
    ])
    expect(relateToBaseline(all, 'silent').at(-1)?.relation).toBe('silent')
  })

  test('are the same from both sides', () => {
    const parties = all.cells.map((cell) => cell.party)
    fc.assert(
      fc.property(fc.constantFrom(...parties), fc.constantFrom(...parties), (a, b) => {
        const pairOf = (base: string, party: string) =>
          relateToBaseline(all, base).find(({ cell }) => cell.party === party)?.pair
        expect(pairOf(a, b)).toBe(pairOf(b, a))
      }),
    )
  })
})

const quarrel = compared({ a: [p], b: [q], c: [q] })
const accord = compared({ a: [p], b: [p], c: [] })
const mixed = compared({
  a: [
    { ...p, person: 'ann', said: '2015-12-01' },
    { ...q, person: 'bob', said: '2015-12-02' },
  ],
  b: [],
  c: [],
})
const changed = compared({
  a: [
    { ...p, said: '2015-01-01' },
    { ...q, said: '2015-12-01' },
  ],
  b: [q],
  c: [p],
})
const issues = [quarrel, accord, mixed, changed]

describe('filters', () => {
  test('show the issues that they name', () => {
    const shown = (show: (typeof SHOWN)[number]) => issues.map((issue) => isShown(show, issue))
    expect(shown('all')).toEqual([true, true, true, true])
    expect(shown('conflict')).toEqual([true, false, false, true])
    expect(shown('agreement')).toEqual([true, true, false, true])
    expect(shown('shared-ground')).toEqual([true, true, false, true])
    expect(shown('changed')).toEqual([false, false, false, true])
    expect(shown('mixed')).toEqual([false, false, true, false])
    expect(shown('silent')).toEqual([false, true, true, false])
  })

  test('are counted before they are chosen', () => {
    const counts = countShown(issues)
    for (const show of SHOWN)
      expect(counts[show]).toBe(issues.filter((issue) => isShown(show, issue)).length)
  })
})

describe('orders', () => {
  test('put the most divisive issues first and leave the rest as given', () => {
    const ordered = byDivisiveness(issues.map((comparison, i) => ({ i, comparison })))
    expect(ordered.map(({ i }) => i)).toEqual([0, 3, 2, 1])
  })

  test('put the baseline first, then who is most like it', () => {
    const parties = ['a', 'b', 'c', 'd'].map((slug) => ({ slug }))
    const ordered = (base: string) =>
      bySimilarity(parties, base, [quarrel, accord, changed]).map(({ slug }) => slug)
    expect(ordered('b')).toEqual(['b', 'a', 'c', 'd'])
    expect(ordered('c')).toEqual(['c', 'b', 'd', 'a'])
  })

  test('of cells follow the parties and drop who is not among them', () => {
    const { cells } = inPartyOrder(quarrel, [{ slug: 'c' }, { slug: 'a' }])
    expect(cells.map((cell) => cell.party)).toEqual(['c', 'a'])
  })
})
