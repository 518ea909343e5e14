import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findChanges } from '#server/domain/changes-between.ts'
import { compareIssue } from '#server/domain/comparison.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import type { Claim } from '#server/domain/claims.ts'
import { standOn } from '#server/domain/stands.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'
import { compareDossier } from '#test/support/compare-dossier.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { linesOf } from '#test/support/lines-of-a-topic.ts'
import { seeded } from '#test/support/seeded.ts'

const judge = judgeOf(anIssue([{ kind: 'contrary', from: 'p', to: 'q' }]))
const parties = ['north', 'south']

const on = (day: string, claims: readonly Claim[]) =>
  compareIssue({
    judge,
    parties,
    stands: new Map(
      parties.map((party) => [
        party,
        standOn(
          day,
          claims.filter((c) => c.party === party),
          judge,
        ),
      ]),
    ),
    searches: new Map(),
  })

const claims = [
  heldClaim({ slug: 'n1', said: '2015-09-01' }),
  heldClaim({ slug: 'n2', said: '2015-12-01', position: 'q' }),
  heldClaim({ slug: 's1', party: 'south', said: '2015-10-01' }),
]
const between = (from: string, to: string) => findChanges(on(from, claims), on(to, claims))

describe('what changed between two days', () => {
  test('is what is newly held, and how pairs moved', () => {
    expect(between('2015-08-01', '2015-09-30')).toMatchObject({
      stands: [{ party: 'north', grade: 'newly-stated', to: { slug: 'n1' } }],
      moves: [],
    })
    expect(between('2015-09-30', '2015-10-31')).toMatchObject({
      stands: [{ party: 'south', grade: 'newly-stated' }],
      moves: [{ parties, before: undefined, after: 'agreement' }],
    })
    expect(between('2015-10-31', '2015-12-31')).toMatchObject({
      stands: [{ party: 'north', grade: 'reversed', to: { slug: 'n2' }, from: { slug: 'n1' } }],
      moves: [{ parties, before: 'agreement', after: 'conflict' }],
    })
  })

  test('is nothing from a day to itself, and says what was only said again', () => {
    expect(between('2015-12-31', '2015-12-31')).toEqual({ stands: [], moves: [], repeats: 0 })
    const again = [...claims, heldClaim({ slug: 's2', party: 'south', said: '2015-11-01' })]
    expect(findChanges(on('2015-10-31', again), on('2015-11-30', again))).toEqual({
      stands: [],
      moves: [],
      repeats: 1,
    })
  })
})

test('pairs of random topics move exactly as two comparisons differ', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (seed) => {
      const dossier = randomDossier(seed)
      const [from, to] = ['2015-06-30', '2016-03-31']
      const [then, now] = [compareDossier(dossier, from), compareDossier(dossier, to)]
      for (const line of linesOf(dossier)) {
        const at = (day: string) =>
          compareIssue({
            judge: line.judge,
            parties: now.parties,
            stands: new Map(
              now.parties.map((p) => [p, standOn(day, line.claims.get(p) ?? [], line.judge)]),
            ),
            searches: new Map(),
          })
        const { moves, stands } = findChanges(at(from), at(to))
        const relations = (of: typeof now) =>
          new Map(
            of.issues
              .find(({ slug }) => slug === line.issue)
              ?.pairs.map(({ parties: pair, relation }) => [pair.join(' '), relation]),
          )
        const [before, after] = [relations(then), relations(now)]
        const expected = [...new Set([...before.keys(), ...after.keys()])].filter(
          (key) => before.get(key) !== after.get(key),
        )
        expect(moves.map((move) => move.parties.join(' ')).sort()).toEqual(expected.sort())
        for (const { to: held } of stands) expect(held.latest > from).toBe(true)
      }
    }),
    seeded(60),
  )
})
