import { describe, expect, test } from 'vitest'
import type { Claim } from '#server/domain/claims.ts'
import {
  type Ground,
  findDifferences,
  findGround,
  isHeldByAll,
  isHeldByMost,
} from '#server/domain/common-ground.ts'
import { compareIssue } from '#server/domain/comparison.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { modelOf } from '#server/domain/dossier.ts'
import type { IssueModel } from '#server/domain/claims.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'
import { randomPositions } from '#test/support/random-topic.ts'
import { SEED, diceOf } from '#test/support/seeded.ts'
import { worldsOf } from '#test/support/worlds.ts'

/** The issue as these claims leave it; parties in the order in which they speak. */
function comparedBy(issue: IssueModel, claims: readonly Claim[]) {
  const parties = [...new Set(claims.map(({ party }) => party))]
  const stands = new Map(
    parties.map((party) => [
      party,
      { claims: claims.filter((claim) => claim.party === party), reversals: [] },
    ]),
  )
  return compareIssue({ judge: judgeOf(issue), parties, stands, searches: new Map() })
}

const groundOf = (issue: IssueModel, claims: readonly Claim[]) =>
  findGround(comparedBy(issue, claims))

const partiesOf = ({ holders }: Ground) => holders.map(({ party }) => party)

const leaves = anIssue([
  { kind: 'entails', from: 'before', to: 'p' },
  { kind: 'entails', from: 'after', to: 'p' },
  { kind: 'contrary', from: 'before', to: 'after' },
  { kind: 'contrary', from: 'p', to: 'stays' },
])

describe('common ground', () => {
  test('is what parties are committed to, by whatever way', () => {
    const [ground, ...more] = groundOf(leaves, [
      heldClaim({ slug: 'a', party: 'north', position: 'before' }),
      heldClaim({ slug: 'b', party: 'south', position: 'after', condition: 'Talks begin.' }),
      heldClaim({ slug: 'c', party: 'east', position: 'stays' }),
    ])
    expect(more).toEqual([])
    expect(ground).toMatchObject({
      on: { position: 'p', holds: true },
      against: ['east'],
      speakers: 3,
      conditional: true,
    })
    expect(ground && partiesOf(ground)).toEqual(['north', 'south'])
    expect(ground?.holders.map(({ chain }) => chain.length)).toEqual([1, 1])
    expect(ground && [isHeldByAll(ground), isHeldByMost(ground)]).toEqual([false, true])
  })

  test('names once what follows from something else that the same parties hold', () => {
    const grounds = groundOf(leaves, [
      heldClaim({ slug: 'a', party: 'north', position: 'before' }),
      heldClaim({ slug: 'b', party: 'south', position: 'before' }),
    ])
    expect(grounds.map(({ on, so }) => ({ on, so }))).toEqual([
      { on: { position: 'before', holds: true }, so: ['p'] },
    ])
  })

  test('is a rejection where several reject the same', () => {
    const grounds = groundOf(leaves, [
      heldClaim({ slug: 'a', party: 'north', position: 'stays', stance: 'denies' }),
      heldClaim({ slug: 'b', party: 'south', position: 'stays', stance: 'denies' }),
      heldClaim({ slug: 'c', party: 'east', position: 'before' }),
    ])
    expect(grounds).toHaveLength(1)
    expect(grounds[0]).toMatchObject({ on: { position: 'stays', holds: false }, against: [] })
    expect(grounds.map(partiesOf)).toEqual([['north', 'south']])
  })

  test('leaves out who says both, and claims about other times', () => {
    const both = groundOf(leaves, [
      heldClaim({ slug: 'a', party: 'north', position: 'before' }),
      heldClaim({ slug: 'b', party: 'south', position: 'before' }),
      heldClaim({ slug: 'c', party: 'south', position: 'stays' }),
    ])
    expect(both).toEqual([])
    const apart = groundOf(leaves, [
      heldClaim({ slug: 'a', party: 'north', position: 'before', scope: '2015' }),
      heldClaim({ slug: 'b', party: 'south', position: 'before', scope: '2016' }),
    ])
    expect(apart).toEqual([])
  })

  test('of values is where most of them overlap', () => {
    const claim = (party: string, min: number | null, max: number | null, more = {}) =>
      heldClaim({ slug: party, party, value: { min, max }, ...more })
    const months = anIssue([], 'quantity')
    const grounds = groundOf(months, [
      claim('a', 1, 6),
      claim('b', 4, 9),
      claim('c', 5, null),
      claim('d', 20, 30),
      claim('e', 0, 40, { stance: 'denies' }),
    ])
    expect(grounds).toHaveLength(1)
    expect(grounds[0]).toMatchObject({ on: { value: { min: 5, max: 6 } }, against: ['d', 'e'] })
    expect(grounds.map(partiesOf)).toEqual([['a', 'b', 'c']])
    expect(groundOf(months, [claim('a', 1, 2), claim('b', 3, 4)])).toEqual([])
  })

  test('agrees with trying every world, and for two parties with comparing them', () => {
    const dice = diceOf(SEED)
    for (let run = 0; run < 300; run++) {
      const rules = randomPositions(dice, 'options')
      const slugs = (rules.positions ?? []).map(({ slug }) => slug)
      const issue = modelOf({
        slug: 'q',
        question: '?',
        nature: 'factual',
        kind: 'options',
        ...rules,
      })
      const claims = Array.from({ length: 2 + dice.int(4) }, (_, i) =>
        heldClaim({
          slug: `c${i}`,
          party: `party${i}`,
          position: dice.pick(slugs),
          stance: dice.pick(['affirms', 'affirms', 'denies', 'leaves-open']),
        }),
      )
      const comparison = comparedBy(issue, claims)
      const grounds = findGround(comparison)
      const named = grounds.flatMap((ground) => {
        const of = partiesOf(ground).join(' ')
        if (!('position' in ground.on) || !ground.on.holds) return []
        return [ground.on.position, ...ground.so].map((position) => `${position}: ${of}`)
      })
      expect(named.sort()).toEqual(heldInEveryWorld(rules, slugs, claims).sort())
      const [pair] = comparison.pairs
      const shared = claims.length === 2 ? (pair?.shared ?? []) : positionsOf(named)
      expect(positionsOf(named)).toEqual(shared)
    }
  })
})

const positionsOf = (named: readonly string[]) => named.map((name) => name.split(':')[0])

/** Positions that hold in every world that a party's claim leaves, for two parties or more. */
function heldInEveryWorld(
  rules: Parameters<typeof worldsOf>[0],
  slugs: readonly string[],
  claims: readonly Claim[],
): string[] {
  const worlds = worldsOf(rules)
  const committed = claims.filter(({ stance }) => stance !== 'leaves-open')
  return slugs.flatMap((slug) => {
    const holders = committed.filter(({ position = '', stance }) =>
      worlds
        .filter((world) => world[position] === (stance === 'affirms'))
        .every((world) => world[slug]),
    )
    return holders.length < 2 ? [] : [`${slug}: ${holders.map(({ party }) => party).join(' ')}`]
  })
}

describe('open differences', () => {
  test('come with the smallest kind first', () => {
    const { pairs } = comparedBy(leaves, [
      heldClaim({ slug: 'a', party: 'north', position: 'before' }),
      heldClaim({ slug: 'b', party: 'east', position: 'stays' }),
      heldClaim({ slug: 'c', party: 'south', position: 'after' }),
      heldClaim({ slug: 'd', party: 'west', position: 'stays', condition: 'Peace.' }),
    ])
    expect(findDifferences({ pairs }).map(({ kind, pair }) => [kind, ...pair.parties])).toEqual([
      ['common ground beside it', 'north', 'south'],
      ['on a condition', 'north', 'west'],
      ['on a condition', 'south', 'west'],
      ['other', 'north', 'east'],
      ['other', 'east', 'south'],
    ])
  })
})
