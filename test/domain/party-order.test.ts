import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Membership,
  distanceOf,
  holdsOn,
  orderByCoalition,
  orderBySimilarity,
} from '#server/domain/party-order.ts'
import type { PairCounts } from '#server/domain/pair-counts.ts'

const aPair = (a: string, b: string, both: number, conflicts: number, common: number) =>
  ({ parties: [a, b], both, conflicts, common }) satisfies PairCounts

/** a, b, and so on. */
const letters = (last: string): string[] =>
  Array.from({ length: last.charCodeAt(0) - 96 }, (_, i) => String.fromCharCode(97 + i))

const names = fc.uniqueArray(fc.constantFrom(...letters('l')), { minLength: 1, maxLength: 12 })

const pairsOf = (parties: readonly string[], counts: (a: string, b: string) => number[]) =>
  parties.flatMap((a, i) =>
    parties.slice(i + 1).map((b) => {
      const [both = 0, conflicts = 0, common = 0] = counts(a, b)
      return aPair(a, b, both, conflicts, common)
    }),
  )

describe('distance', () => {
  test('grows with conflicts, shrinks with what is in common, and is surer with more issues', () => {
    expect(distanceOf({ both: 4, conflicts: 4, common: 0 })).toBe(0.9)
    expect(distanceOf({ both: 4, conflicts: 0, common: 4 })).toBe(0.1)
    expect(distanceOf({ both: 4, conflicts: 0, common: 0 })).toBe(0.5)
    expect(distanceOf({ both: 0, conflicts: 0, common: 0 })).toBe(0.5)
    expect(distanceOf({ both: 1, conflicts: 1, common: 0 })).toBeLessThan(
      distanceOf({ both: 9, conflicts: 9, common: 0 }),
    )
  })
})

describe('order by similarity', () => {
  test('holds every party once, whatever the counts, and is the same every time', () => {
    fc.assert(
      fc.property(names, fc.array(fc.nat(5), { minLength: 66, maxLength: 66 }), (parties, ns) => {
        let at = 0
        const pairs = pairsOf(parties, () => {
          const conflicts = ns[at++ % 66] ?? 0
          const common = ns[(at * 7) % 66] ?? 0
          return [conflicts + common, conflicts, common]
        })
        const order = orderBySimilarity(parties, pairs)
        expect([...order].sort()).toEqual([...parties].sort())
        expect(orderBySimilarity(parties, pairs)).toEqual(order)
        const meeting = parties.filter((party) =>
          pairs.some((pair) => pair.both > 0 && pair.parties.includes(party)),
        )
        expect(order.slice(meeting.length)).toEqual(parties.filter((p) => !meeting.includes(p)))
        const half = order.slice(0, Math.ceil(meeting.length / 2))
        expect(half).toEqual(expect.arrayContaining(meeting.slice(0, 1)))
      }),
    )
  })

  test('keeps camps together that agree within and conflict between', () => {
    const camps = fc.array(fc.nat(2), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(names, camps, (parties, campOf) => {
        const camp = (party: string) => campOf[party.charCodeAt(0) - 97] ?? 0
        const pairs = pairsOf(parties, (a, b) => (camp(a) === camp(b) ? [6, 0, 6] : [6, 6, 0]))
        const runs = orderBySimilarity(parties, pairs)
          .map(camp)
          .filter((one, i, all) => one !== all[i - 1])
        expect(runs).toHaveLength(new Set(runs).size)
      }),
    )
  })

  test('puts who stands between two others between them', () => {
    const pairs = [aPair('left', 'right', 8, 8, 0), aPair('left', 'middle', 8, 3, 5)]
    const all = [...pairs, aPair('right', 'middle', 8, 3, 5)]
    expect(orderBySimilarity(['left', 'right', 'middle'], all)).toEqual(['left', 'middle', 'right'])
  })
})

describe('order by coalition', () => {
  const member = (
    party: string,
    coalition: string,
    starts?: string,
    ends?: string,
  ): Membership => ({
    party,
    coalition,
    starts,
    ends,
  })

  test('puts members under their coalition and leaves the rest where it was', () => {
    const placed = orderByCoalition(
      ['a', 'b', 'league', 'c', 'd'],
      [member('d', 'league'), member('a', 'league')],
      '2015-12-15',
    )
    expect(placed).toEqual([
      { slug: 'b' },
      { slug: 'league' },
      { slug: 'a', under: 'league' },
      { slug: 'd', under: 'league' },
      { slug: 'c' },
    ])
  })

  test('counts a membership on the days on which it may have held', () => {
    expect(holdsOn(member('a', 'b', '2015-12'), '2015-12-01')).toBe(true)
    expect(holdsOn(member('a', 'b', '2015-12'), '2015-11-30')).toBe(false)
    expect(holdsOn(member('a', 'b', undefined, '2015'), '2015-12-31')).toBe(true)
    expect(holdsOn(member('a', 'b', undefined, '2015'), '2016-01-01')).toBe(false)
    expect(holdsOn(member('a', 'b', '2015', '..'), '2026-01-01')).toBe(true)
  })

  test('loses nobody, whoever belongs to whom, in circles too', () => {
    const memberships = fc.array(
      fc.tuple(fc.constantFrom(...letters('m')), fc.constantFrom(...letters('m'))),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(names, memberships, (parties, of) => {
        const placed = orderByCoalition(
          parties,
          of.map(([party, coalition]) => member(party, coalition)),
          '2015-12-15',
        )
        expect(placed.map((p) => p.slug).sort()).toEqual([...parties].sort())
        const heads = placed.map((_, i) => placed.slice(0, i + 1).findLast((p) => !p.under)?.slug)
        expect(placed.map((p, i) => p.under ?? heads[i])).toEqual(heads)
      }),
    )
  })
})
