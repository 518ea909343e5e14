import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, counts, inOrderSaid } from '#server/domain/claims.ts'
import { type Judge, judgeOf } from '#server/domain/conflicts.ts'
import { claimOf, modelOf } from '#server/domain/dossier.ts'
import {
  type Succession,
  isReversal,
  standOn,
  standsUntil,
  succeed,
  successionsOf,
  supersedes,
} from '#server/domain/stands.ts'
import { anIssue, heldClaim } from '#test/support/a-claim.ts'
import { randomDossier } from '#test/support/random-topic.ts'
import { diceOf, seeded } from '#test/support/seeded.ts'

const judge = judgeOf(
  anIssue([
    { kind: 'contrary', from: 'p', to: 'q' },
    { kind: 'entails', from: 'p', to: 'wide' },
  ]),
)
const said = (slug: string, day: string, given: Parameters<typeof heldClaim>[0] = {}) =>
  heldClaim({ slug, said: day, ...given })
const replaces = (later: Claim, earlier: Claim, days = 30) =>
  supersedes(later, earlier, judge, days)

describe('a later claim supersedes an earlier one', () => {
  const before = said('a', '2015-10-01')

  test.each<[string, Claim, boolean]>([
    ['when they conflict', said('b', '2015-12-01', { position: 'q' }), true],
    ['when it is about the same position', said('b', '2015-12-01'), true],
    [
      'when it leaves the same position open',
      said('b', '2015-12-01', { stance: 'leaves-open' }),
      true,
    ],
    ['not when it merely declines', said('b', '2015-12-01', { stance: 'declines' }), false],
    [
      'not when it is about something that fits',
      said('b', '2015-12-01', { position: 'wide' }),
      false,
    ],
    [
      'not when it leaves another position open',
      said('b', '2015-12-01', { position: 'q', stance: 'leaves-open' }),
      false,
    ],
    ['not on the same day', said('b', '2015-10-01', { position: 'q' }), false],
    ['not when their order is unknown', said('b', '2015-10', { position: 'q' }), false],
    ['not when the other was said later', said('b', '2015-09', { position: 'q' }), false],
  ])('%s', (_, later, expected) => {
    expect(replaces(later, before)).toBe(expected)
  })

  test('not when their periods are disjoint', () => {
    const for2016 = heldClaim({ ...before, scope: '2016' })
    expect(replaces(said('b', '2015-12-01', { scope: '2017' }), for2016)).toBe(false)
    expect(replaces(said('b', '2015-12-01', { scope: '2016/2017' }), for2016)).toBe(true)
    expect(replaces(said('b', '2015-12-01'), for2016)).toBe(true)
  })

  test('also one that declined on the same position, but not one that named none', () => {
    const declined = heldClaim({ ...before, scope: undefined, stance: 'declines' })
    expect(replaces(said('b', '2015-12-01'), declined)).toBe(true)
    const silent = heldClaim({
      slug: 'a',
      said: '2015-10-01',
      position: undefined,
      stance: 'declines',
    })
    expect(replaces(said('b', '2015-12-01'), silent)).toBe(false)
  })

  test('as a revised estimate when both affirm values, whatever the values', () => {
    const quantities = judgeOf(anIssue([], 'quantity'))
    const estimate = (
      slug: string,
      day: string,
      min: number,
      stance: 'affirms' | 'denies' = 'affirms',
    ) => said(slug, day, { value: { min, max: min + 5 }, stance })
    const old = estimate('a', '2015-10-01', 3)
    expect(supersedes(estimate('b', '2015-12-01', 4), old, quantities, 30)).toBe(true)
    expect(supersedes(estimate('b', '2015-12-01', 4, 'denies'), old, quantities, 30)).toBe(false)
  })
})

describe('different people of one party who contradict each other within the window', () => {
  const minister = said('a', '2015-12-01', { person: 'minister' })
  const envoy = (day: string, given: Parameters<typeof heldClaim>[0] = {}) =>
    said('b', day, { person: 'envoy', position: 'q', ...given })

  test('do not supersede each other, the last day included', () => {
    expect(replaces(envoy('2015-12-31'), minister)).toBe(false)
    expect(replaces(envoy('2016-01-01'), minister)).toBe(true)
    expect(replaces(envoy('2015-12-02'), minister, 0)).toBe(true)
  })

  test('is counted from the latest day of one to the earliest of the other', () => {
    const early = said('a', '2015-11', { person: 'minister' })
    expect(replaces(envoy('2015-12-30'), early)).toBe(false)
    expect(replaces(envoy('2015-12-31'), early)).toBe(true)
  })

  test('do when one of them is not known, or both are the same', () => {
    expect(replaces(envoy('2015-12-10', { person: undefined }), minister)).toBe(true)
    expect(replaces(envoy('2015-12-10', { person: 'minister' }), minister)).toBe(true)
  })

  test('do when they say the same', () => {
    expect(replaces(envoy('2015-12-10', { position: 'p' }), minister)).toBe(true)
  })
})

describe('a stand', () => {
  const slugsOn = (day: string, claims: Claim[], windowDays?: number) => {
    const { claims: stands, reversals } = standOn(day, claims, judge, windowDays)
    return {
      stands: stands.map((c) => c.slug),
      reversals: reversals.map((r) => `${r.from.slug} ${r.to.slug}`),
    }
  }

  test('holds what was certainly said by the day', () => {
    const claims = [said('a', '2015-12'), said('open', '2015-01/..', { position: 'wide' })]
    expect(slugsOn('2015-12-30', claims).stands).toEqual([])
    expect(slugsOn('2015-12-31', claims).stands).toEqual(['a'])
    expect(slugsOn('infinity', claims).stands).toEqual(['a'])
  })

  test('leaves out context and what was withdrawn', () => {
    const claims = [
      said('a', '2015-12-01', { bearing: 'context' }),
      said('b', '2015-12-01', { withdrawn: true }),
    ]
    expect(slugsOn('2016-01-01', claims).stands).toEqual([])
  })

  test('changes over time, and the change is a reversal', () => {
    const claims = [said('a', '2015-10-01'), said('b', '2015-12-15', { position: 'q' })]
    expect(slugsOn('2015-11-15', claims)).toEqual({ stands: ['a'], reversals: [] })
    expect(slugsOn('2015-12-31', claims)).toEqual({ stands: ['b'], reversals: ['a b'] })
  })

  test('does not get back what was superseded by something itself superseded', () => {
    const claims = [
      said('a', '2015-10-01'),
      said('b', '2015-11-15', { position: 'q' }),
      said('c', '2015-12-20', { position: 'q', stance: 'leaves-open' }),
    ]
    expect(slugsOn('2016-01-01', claims)).toEqual({ stands: ['c'], reversals: ['a b'] })
  })

  test('shows a reversal only to the first successor', () => {
    const claims = [
      said('a', '2015-10-01'),
      said('b', '2015-11-15'),
      said('c', '2015-12-20', { position: 'q' }),
    ]
    expect(slugsOn('2016-01-01', claims).reversals).toEqual(['b c'])
  })

  test('takes for the first successor the smallest earliest day, then latest, then slug', () => {
    const a = said('a', '2015-10-01')
    const known = said('known', '2015-11-20', { position: 'q' })
    const vague = said('vague', '2015-11', { position: 'q' })
    expect(slugsOn('2015-11-25', [a, known, vague]).reversals).toEqual(['a known'])
    expect(slugsOn('2015-12-31', [a, known, vague]).reversals).toEqual(['a vague'])
    const twin = said('also', '2015-11-20', { position: 'q' })
    expect(slugsOn('2015-12-31', [a, known, twin]).reversals).toEqual(['a also'])
  })

  test('calls nothing a reversal that a third party reports', () => {
    const form = 'reported by a third party'
    const claims = [said('a', '2015-10-01'), said('b', '2015-12-15', { position: 'q', form })]
    expect(slugsOn('2015-12-31', claims)).toEqual({ stands: ['b'], reversals: [] })
  })
})

const anySeed = fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 }))

/** One party's claims on one issue of a random topic, with the judge of that issue. */
function someClaims(seed: number): { claims: Claim[]; judge: Judge } {
  const dice = diceOf(seed)
  const dossier = randomDossier(seed)
  const issue = dice.pick(dossier.issues)
  const claims = dossier.claims
    .filter((c) => c.issue === issue.slug)
    .map((c) => claimOf({ ...c, party: 'one' }, dossier.sources))
    .filter(counts)
  return { claims, judge: judgeOf(modelOf(issue)) }
}

/** Straight from the definition: who is the first successor among what was said by a day. */
function firstSuccessor(day: string, claim: Claim, claims: Claim[], by: Judge, windowDays: number) {
  const known = claims.filter((c) => c.latest <= day && c.latest !== 'infinity')
  return known.sort(inOrderSaid).find((c) => supersedes(c, claim, by, windowDays))
}

const successorOn = (day: string, successions: readonly Succession[]) =>
  successions.find((s) => s.from <= day && (s.until === undefined || day < s.until))?.successor

describe('successions', () => {
  const window = fc.constantFrom(0, 30, 90)

  test('name the first successor of every claim on every day', () => {
    let replaced = 0
    fc.assert(
      fc.property(anySeed, window, (seed, windowDays) => {
        const { claims, judge: by } = someClaims(seed)
        const successions = successionsOf(claims, by, windowDays)
        const days = [...new Set(claims.map((c) => c.latest))].filter((day) => day !== 'infinity')
        for (const claim of claims) {
          const own = successions.filter((s) => s.claim === claim)
          if (own.length > 1) replaced++
          for (const day of days) {
            expect(successorOn(day, own)).toBe(firstSuccessor(day, claim, claims, by, windowDays))
          }
        }
      }),
      seeded(500),
    )
    expect(replaced).toBeGreaterThan(5)
  })

  test('come out the same when claims arrive one by one, in any order', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { claims, judge: by } = someClaims(seed)
        const dice = diceOf(seed + 1)
        const arriving = [...claims].sort(() => dice.int(3) - 1)
        const all = successionsOf(claims, by, 30)
        for (const claim of claims) {
          const found = arriving
            .filter((c) => supersedes(c, claim, by, 30))
            .reduce<readonly Succession[]>((list, c) => succeed(list, claim, c), [])
          expect(found).toEqual(all.filter((s) => s.claim === claim))
          expect(standsUntil(found)).toBe(
            all
              .filter((s) => s.claim === claim)
              .map((s) => s.from)
              .sort()[0],
          )
        }
      }),
      seeded(500),
    )
  })

  test('give the stand of every day', () => {
    fc.assert(
      fc.property(anySeed, window, (seed, windowDays) => {
        const { claims, judge: by } = someClaims(seed)
        for (const day of ['2015-10-20', '2015-12-01', '2015-12-31', '2016-01-20']) {
          const stand = standOn(day, claims, by, windowDays)
          const known = claims.filter((c) => c.latest <= day).sort(inOrderSaid)
          const next = (c: Claim) => firstSuccessor(day, c, known, by, windowDays)
          expect(stand.claims).toEqual(known.filter((c) => next(c) === undefined))
          const reversals = known.flatMap((from) => {
            const to = next(from)
            const succession = to && { claim: from, successor: to, from: to.latest }
            return succession && isReversal(succession, by) ? [{ from, to }] : []
          })
          expect(stand.reversals).toEqual(reversals)
        }
      }),
      seeded(500),
    )
  })

  test('of 2,000 repeats are found in the time it takes to look at each once or twice', () => {
    const claims = Array.from({ length: 2000 }, (_, i) =>
      said(`c${i}`, new Date(Date.UTC(2010, 0, 1 + i)).toISOString().slice(0, 10)),
    )
    const started = performance.now()
    expect(successionsOf(claims, judge, 30)).toHaveLength(1999)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
