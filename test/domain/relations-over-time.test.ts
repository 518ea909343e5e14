import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareIssue } from '#server/domain/comparison.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { countPairs } from '#server/domain/pair-counts.ts'
import { countGaps } from '#server/domain/relations-over-time.ts'
import { standOn } from '#server/domain/stands.ts'
import { listSteps } from '#server/domain/steps.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'
import { linesOf } from '#test/support/lines-of-a-topic.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { seeded } from '#test/support/seeded.ts'

const judge = judgeOf(anIssue([{ kind: 'contrary', from: 'p', to: 'q' }]))

describe('a gap between two parties', () => {
  const north = [heldClaim({ slug: 'n1', said: '2015-10-01' })]
  const south = [
    heldClaim({ slug: 's1', party: 'south', said: '2015-11-01', position: 'q' }),
    heldClaim({ slug: 's2', party: 'south', said: '2015-12-01' }),
  ]
  const issue = {
    judge,
    steps: new Map([
      ['north', listSteps('2016-01-01', north, judge, 30)],
      ['south', listSteps('2016-01-01', south, judge, 30)],
    ]),
  }

  test('opens when they conflict and narrows when one comes round', () => {
    expect(countGaps([issue], [['north', 'south']])).toEqual([
      { day: '2015-10-01', conflict: 0, common: 0, compatible: 0, apart: 1 },
      { day: '2015-11-01', conflict: 1, common: 0, compatible: 0, apart: 0 },
      { day: '2015-12-01', conflict: 0, common: 1, compatible: 0, apart: 0 },
    ])
  })

  test('is on record from the first statement, also where the other never speaks', () => {
    expect(countGaps([issue], [['north', 'east']])).toEqual([
      { day: '2015-10-01', conflict: 0, common: 0, compatible: 0, apart: 1 },
    ])
    expect(countGaps([issue], [['east', 'west']])).toEqual([])
  })
})

test('counts of random topics are those of a comparison on each day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (seed) => {
      const dossier = randomDossier(seed)
      const parties = dossier.parties.map(({ slug }) => slug)
      const pairs = parties.flatMap((a, i) =>
        parties.slice(i + 1).map((b): [string, string] => [a, b]),
      )
      const lines = linesOf(dossier)
      const counted = countGaps(
        lines.map((line) => ({
          judge: line.judge,
          steps: new Map(
            [...line.claims].map(([party, own]) => [
              party,
              listSteps('2020-01-01', own, line.judge, 30),
            ]),
          ),
        })),
        pairs,
      )
      for (const { day, conflict, common, compatible, apart } of counted) {
        const compared = lines.map((line) =>
          compareIssue({
            judge: line.judge,
            parties,
            stands: new Map(
              [...line.claims].map(([party, own]) => [party, standOn(day, own, line.judge, 30)]),
            ),
            searches: new Map(),
          }),
        )
        const sums = countPairs(compared)
        const of = (key: 'both' | 'conflicts' | 'common') =>
          sums.reduce((sum, pair) => sum + pair[key], 0)
        expect({ conflict, common, both: conflict + common + compatible, apart }).toEqual({
          conflict: of('conflicts'),
          common: of('common'),
          both: of('both'),
          apart: pairs.length * lines.length - of('both'),
        })
      }
    }),
    seeded(40),
  )
})
