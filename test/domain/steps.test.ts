import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, counts } from '#server/domain/claims.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { standOn } from '#server/domain/stands.ts'
import { type Grade, countGrades, listSteps } from '#server/domain/steps.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'
import { linesOf } from '#test/support/lines-of-a-topic.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { seeded } from '#test/support/seeded.ts'

const judge = judgeOf(
  anIssue([
    { kind: 'contrary', from: 'p', to: 'q' },
    { kind: 'entails', from: 'p', to: 'wide' },
  ]),
)
const values = judgeOf(anIssue([], 'quantity'))

const first = heldClaim({ slug: 'a', said: '2015-10-01' })
const second = (given: Parameters<typeof heldClaim>[0]) =>
  heldClaim({ slug: 'b', said: '2015-12-01', ...given })

const gradeAfter = (earlier: Claim, later: Claim, by = judge): Grade | undefined =>
  listSteps('2016-01-01', [later, earlier], by, 30).find(({ claim }) => claim === later)?.grade

describe('what a statement does to the one before it', () => {
  test.each<[string, Parameters<typeof heldClaim>[0], Grade]>([
    ['the same again changes nothing', {}, 'unchanged'],
    ['a conflicting position reverses it', { position: 'q' }, 'reversed'],
    ['denying it reverses it', { stance: 'denies' }, 'reversed'],
    ['leaving it open qualifies it', { stance: 'leaves-open' }, 'qualified'],
    ['a new condition qualifies it', { condition: 'provided that talks start' }, 'qualified'],
    ['something that fits beside it is newly stated', { position: 'wide' }, 'newly-stated'],
    ['declining is no change of position', { stance: 'declines' }, 'newly-stated'],
    [
      'what a third party reports reverses nothing',
      { position: 'q', form: 'reported by a third party' },
      'newly-stated',
    ],
    ['what was withdrawn from the record is withdrawn', { withdrawn: true }, 'withdrawn'],
  ])('%s', (_, given, grade) => {
    expect(gradeAfter(first, second(given))).toBe(grade)
  })

  test('a stance where it was left open, or without its condition, is newly stated', () => {
    expect(
      gradeAfter(heldClaim({ ...first, scope: undefined, stance: 'leaves-open' }), second({})),
    ).toBe('newly-stated')
    expect(gradeAfter(heldClaim({ ...first, scope: undefined, condition: 'if' }), second({}))).toBe(
      'newly-stated',
    )
  })

  test('another condition qualifies, the same one does not', () => {
    const onCondition = heldClaim({ ...first, scope: undefined, condition: 'if asked' })
    expect(gradeAfter(onCondition, second({ condition: 'if paid' }))).toBe('qualified')
    expect(gradeAfter(onCondition, second({ condition: 'if asked' }))).toBe('unchanged')
  })

  test.each<[string, [number, number], Grade]>([
    ['the same value changes nothing', [4, 6], 'unchanged'],
    ['a wider one qualifies', [3, 9], 'qualified'],
    ['a narrower one is newly stated', [5, 5], 'newly-stated'],
    ['one that overlaps is newly stated', [5, 9], 'newly-stated'],
    ['one apart reverses', [8, 9], 'reversed'],
  ])('of values: %s', (_, [min, max], grade) => {
    const before = heldClaim({ slug: 'a', said: '2015-10-01', value: { min: 4, max: 6 } })
    expect(gradeAfter(before, second({ value: { min, max } }), values)).toBe(grade)
  })

  test('the same stance on a day that overlaps is unchanged, a conflicting one newly stated', () => {
    expect(gradeAfter(first, second({ said: '2015-10' }))).toBe('unchanged')
    expect(gradeAfter(first, second({ said: '2015-10', position: 'q' }))).toBe('newly-stated')
  })

  test('a return to a former position reverses what came between', () => {
    const steps = listSteps(
      '2016-12-31',
      [first, second({ position: 'q' }), heldClaim({ slug: 'c', said: '2016-02-01' })],
      judge,
      30,
    )
    expect(
      steps.map(({ claim, grade, from, until }) => [claim.slug, grade, from?.slug, until]),
    ).toEqual([
      ['a', 'newly-stated', undefined, '2015-12-01'],
      ['b', 'reversed', 'a', '2016-02-01'],
      ['c', 'reversed', 'b', undefined],
    ])
    expect(countGrades(steps)).toMatchObject({ 'newly-stated': 1, reversed: 2, unchanged: 0 })
  })
})

describe('steps of random topics', () => {
  const days = ['2014-06-30', '2015-06-30', '2015-12-15', '2016-06-30', '2020-01-01']

  test('stand on exactly the days on which the stand of their party holds them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (seed) => {
        forEachLine(seed, (claims, own, windowDays) => {
          for (const day of days) {
            const steps = listSteps(day, claims, own, windowDays)
            for (const before of days.filter((d) => d <= day)) {
              const standing = steps.filter(
                ({ claim, until, grade }) =>
                  grade !== 'withdrawn' &&
                  claim.latest <= before &&
                  (until === undefined || until > before),
              )
              expect(standing.map(({ claim }) => claim.slug)).toEqual(
                standOn(before, claims, own, windowDays).claims.map(({ slug }) => slug),
              )
            }
          }
        })
      }),
      seeded(40),
    )
  })

  test('are reversed exactly where the stand has a reversal to them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (seed) => {
        forEachLine(seed, (claims, own, windowDays) => {
          for (const day of days) {
            const reversed = listSteps(day, claims, own, windowDays).filter(
              ({ grade }) => grade === 'reversed',
            )
            const { reversals } = standOn(day, claims, own, windowDays)
            expect(reversed.map(({ claim }) => claim.slug)).toEqual(
              [...new Set(reversals.map(({ to }) => to))]
                .map(({ slug }) => slug)
                .sort(
                  (a, b) =>
                    reversed.findIndex((s) => s.claim.slug === a) -
                    reversed.findIndex((s) => s.claim.slug === b),
                ),
            )
            for (const { claim, from } of reversed) {
              expect(
                reversals.some((r) => r.from.slug === from?.slug && r.to.slug === claim.slug),
              ).toBe(true)
            }
          }
        })
      }),
      seeded(40),
    )
  })

  test('count every statement that states a position once', () => {
    forEachLine(7, (claims, own, windowDays) => {
      const steps = listSteps('2030-01-01', claims, own, windowDays)
      const expected = claims.filter(
        (c) => c.latest !== 'infinity' && (counts(c) || (c.withdrawn && c.bearing === 'states')),
      )
      expect(steps.map(({ claim }) => claim.slug).sort()).toEqual(
        expected.map(({ slug }) => slug).sort(),
      )
    })
  })
})

function forEachLine(
  seed: number,
  check: (claims: readonly Claim[], judge: ReturnType<typeof judgeOf>, windowDays: number) => void,
) {
  for (const line of linesOf(randomDossier(seed))) {
    for (const claims of line.claims.values()) if (claims.length > 0) check(claims, line.judge, 30)
  }
}
