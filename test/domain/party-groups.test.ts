import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareIssue } from '#server/domain/comparison.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { byDivision, compareGroups, listCoalitions } from '#server/domain/party-groups.ts'
import { standOn } from '#server/domain/stands.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'
import { linesOf } from '#test/support/lines-of-a-topic.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { seeded } from '#test/support/seeded.ts'

const judge = judgeOf(anIssue([{ kind: 'contrary', from: 'p', to: 'q' }]))
const parties = ['north', 'east', 'south', 'west']
const claims = [
  heldClaim({ slug: 'n', party: 'north', said: '2015-10-01' }),
  heldClaim({ slug: 'n2', party: 'north', said: '2015-10-01' }),
  heldClaim({ slug: 'e', party: 'east' }),
  heldClaim({ slug: 's', party: 'south', position: 'q' }),
]
const comparison = compareIssue({
  judge,
  parties,
  stands: new Map(
    parties.map((party) => [
      party,
      standOn(
        '2016-01-01',
        claims.filter((claim) => claim.party === party),
        judge,
      ),
    ]),
  ),
  searches: new Map(),
})

describe('two groups on an issue', () => {
  const { groups, between } = compareGroups(comparison, ['north', 'east'], ['south', 'west'])

  test('are told by pairs between them, those that do not meet apart', () => {
    expect(between).toEqual({ pairs: 4, conflict: 2, common: 0, compatible: 0, apart: 2 })
  })

  test('each hold what their parties hold, a party counted once for what it says twice', () => {
    const [a, b] = groups
    expect(a.holdings.map(({ holders }) => holders.map(({ party }) => party))).toEqual([
      ['north', 'east'],
    ])
    expect(a.within).toMatchObject({ pairs: 1, common: 1, conflict: 0 })
    expect([b.speakers, b.silent]).toEqual([1, ['west']])
  })
})

test('pairs within and between two groups of random topics are all pairs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 6 }), (seed, cut) => {
      const dossier = randomDossier(seed)
      const slugs = dossier.parties.map(({ slug }) => slug)
      const [a, b] = [slugs.slice(0, cut), slugs.slice(cut)]
      for (const line of linesOf(dossier)) {
        const all = compareIssue({
          judge: line.judge,
          parties: slugs,
          stands: new Map(
            [...line.claims].map(([party, own]) => [party, standOn('2016-06-30', own, line.judge)]),
          ),
          searches: new Map(),
        })
        const { groups, between } = compareGroups(all, a, b)
        const tallies = [groups[0].within, groups[1].within, between]
        const sum = (key: keyof typeof between) => tallies.reduce((n, one) => n + one[key], 0)
        expect(sum('pairs')).toBe((slugs.length * (slugs.length - 1)) / 2)
        expect(sum('pairs') - sum('apart')).toBe(all.pairs.length)
        expect(sum('conflict')).toBe(all.pairs.filter((p) => p.relation === 'conflict').length)
        for (const { party, stands } of all.cells) {
          const own = groups[a.includes(party) ? 0 : 1]
          const held = own.holdings.filter(({ holders }) =>
            holders.some((holder) => holder.party === party),
          )
          expect(held.length > 0).toBe(stands.length > 0)
        }
      }
    }),
    seeded(60),
  )
})

describe('coalitions', () => {
  const memberships = [
    { party: 'north', coalition: 'league' },
    { party: 'east', coalition: 'league', ends: '2014' },
    { party: 'south', coalition: 'league', starts: '2015-06' },
    { party: 'west', coalition: 'nobody-known' },
  ]

  test('are those with members on the day, themselves first', () => {
    const known = [...parties, 'league']
    expect(listCoalitions(known, memberships, '2015-12-15')).toEqual([
      { slug: 'league', members: ['league', 'north', 'south'] },
    ])
    expect(listCoalitions(known, memberships, '2013-12-15')).toEqual([
      { slug: 'league', members: ['league', 'north', 'east'] },
    ])
    expect(listCoalitions(parties, memberships, '2013-12-15')).toEqual([])
  })
})

test('issues that divide more come first, those on which nobody meets last', () => {
  const tally = (conflict: number, pairs: number, apart = 0) => ({
    between: { pairs, conflict, common: 0, compatible: 0, apart },
  })
  const rows = [tally(0, 4, 4), tally(1, 4), tally(2, 4, 2), tally(4, 4)]
  expect(rows.toSorted(byDivision).map(({ between }) => between.conflict)).toEqual([4, 2, 1, 0])
})
