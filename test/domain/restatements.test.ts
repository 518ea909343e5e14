import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, type DossierClaim, checkDossier } from '#server/domain/dossier.ts'
import {
  SAME_IN_BOTH,
  circleFinder,
  coverageOf,
  firstStatementFinder,
} from '#server/domain/restatements.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { seeded } from '#test/support/seeded.ts'

/** The bridge with one further claim of North, over its first one. */
const withClaim = (given: Partial<DossierClaim>, ...more: readonly DossierClaim[]): Dossier => {
  const dossier = aDossier()
  const claim = aClaim({ slug: 'again', said: '2020-01-15', restates: 'c1', ...given })
  return { ...dossier, claims: [...dossier.claims, claim, ...more] }
}

const faultsOf = (dossier: Dossier): string[] => {
  const parsed = checkDossier(dossier)
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path} ${message}`)
}

describe('a claim in a dossier', () => {
  test('may restate an earlier one of the same side, in other words, by somebody else', () => {
    expect(faultsOf(withClaim({ statement: 'We stay with the bridge.' }))).toEqual([])
  })

  const differing: readonly [string, Partial<DossierClaim>][] = [
    ['party', { party: 'south' }],
    ['stance', { stance: 'denies' }],
    ['bearing', { bearing: 'context' }],
    ['condition', { condition: 'if it is cheap' }],
    ['period it applies to', { scope: { period: '2020' } }],
    ['scope note', { scope: { note: 'the north bank' } }],
    ['hedge', { hedge: 'may' }],
    ['condition and hedge', { condition: 'if it is cheap', hedge: 'may' }],
  ]
  for (const [words, given] of differing)
    test(`that differs in ${words} restates nothing, and hears why and what to do`, () => {
      expect(faultsOf(withClaim(given))).toEqual([
        '/claims/2/restates “The bridge should be built.” (15 January 2020) is marked as a restatement' +
          ` of “The bridge should be built.” (1 January 2020), but they differ in ${words}, so they do` +
          ' not say the same. Correct the one that is wrong, or take the mark away.',
      ])
    })

  test('is held to every rule there is a word for', () => {
    const named = new Set(differing.flatMap(([words]) => words.split(' and ')))
    const others = ['issue', 'position', 'value']
    expect(SAME_IN_BOTH.filter((word) => !named.has(word)).toSorted()).toEqual(others)
  })

  test('with the same limits in other white space, case or notation says the same', () => {
    const limits = { condition: 'If it is cheap', scope: { period: '2020' }, hedge: 'may' }
    const again = { condition: 'if  it is\ncheap', scope: { period: '2020-01-01/2020-12-31' } }
    const dossier = withClaim({ ...again, hedge: 'May' })
    const [first, ...rest] = dossier.claims
    if (first === undefined) throw new Error('no claim')
    expect(faultsOf({ ...dossier, claims: [{ ...first, ...limits }, ...rest] })).toEqual([])
  })

  test('that was said before the other restates nothing; where the order is unknown it may', () => {
    expect(faultsOf(withClaim({ said: '2019-12-31' }))).toEqual([
      expect.stringMatching(/^\/claims\/2\/restates .*\(31 December 2019\).* said later\. Mark/),
    ])
    expect(faultsOf(withClaim({ said: '2019/2020-01' }))).toEqual([])
  })

  test('restates neither itself, nor a claim that is not there, nor one that leads back to it', () => {
    expect(faultsOf(withClaim({ restates: 'again' }))).toEqual([
      expect.stringContaining(
        '/claims/2/restates “The bridge should be built.” (15 January 2020) can',
      ),
    ])
    expect(faultsOf(withClaim({ restates: 'c9' }))).toEqual([
      '/claims/2/restates There is no claim “c9” in this dossier.',
    ])
    const round = aClaim({ slug: 'third', said: '2020-01-15', restates: 'again' })
    const faults = faultsOf(withClaim({ restates: 'third' }, round))
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      '/claims/2/restates',
      '/claims/3/restates',
    ])
    expect(faults[0]).toContain('in the end, of this one. Take one of the marks away.')
  })
})

describe('the first statement', () => {
  const chain = (...withdrawn: string[]) => {
    const claims = ['a', 'b', 'c'].map((slug, i, all) => ({
      slug,
      restates: all[i - 1],
      isWithdrawn: withdrawn.includes(slug),
    }))
    const bySlug = new Map(claims.map((claim) => [claim.slug, claim]))
    const firstOf = firstStatementFinder((slug: string) => bySlug.get(slug))
    return claims
      .toReversed()
      .map((claim) => firstOf(claim).slug)
      .toReversed()
  }

  test('is found through a chain; a withdrawn one carries nothing', () => {
    expect(chain()).toEqual(['a', 'a', 'a'])
    expect(chain('a')).toEqual(['a', 'b', 'b'])
    expect(chain('b')).toEqual(['a', 'a', 'c'])
    expect(chain('a', 'b')).toEqual(['a', 'b', 'c'])
  })

  const anyClaims = fc
    .array(fc.record({ restates: fc.nat({ max: 7 }), isWithdrawn: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((all) =>
      all.map(({ restates, isWithdrawn }, i) => ({
        slug: String(i),
        restates: restates > 5 ? undefined : String(restates),
        isWithdrawn,
      })),
    )

  test('and circles are found one by one, whatever restates whatever', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const find = (slug: string) => claims.find((claim) => claim.slug === slug)
        const after = (slug: string, steps: number): string | undefined =>
          steps === 0 ? slug : find(after(slug, steps - 1) ?? '')?.restates
        const isRound = ({ slug }: { slug: string }) =>
          [1, 2, 3, 4, 5, 6].some((steps) => after(slug, steps) === slug)
        const isInCircle = circleFinder(find)
        expect(claims.map(({ slug }) => isInCircle(slug))).toEqual(claims.map(isRound))
        if (claims.some(isRound)) return
        type One = (typeof claims)[number]
        const firstOf = (claim: One): One => {
          const restated = find(claim.restates ?? '')
          return restated === undefined || restated.isWithdrawn ? claim : firstOf(restated)
        }
        const found = firstStatementFinder(find)
        expect(claims.map((claim) => found(claim))).toEqual(claims.map(firstOf))
      }),
      seeded(500),
    )
  })

  test('of every claim of a long chain takes one walk, not one for each', () => {
    let asked = 0
    const claims = Array.from({ length: 2000 }, (_, i) => ({
      slug: String(i),
      restates: i === 0 ? undefined : String(i - 1),
      isWithdrawn: false,
    }))
    const find = (slug: string) => {
      asked += 1
      return claims[Number(slug)]
    }
    const [firstOf, isInCircle] = [firstStatementFinder(find), circleFinder(find)]
    for (const claim of claims.toReversed()) {
      expect(firstOf(claim).slug).toBe('0')
      expect(isInCircle(claim.slug)).toBe(false)
    }
    expect(asked).toBeLessThan(3 * claims.length)
  })
})

test('a decision covers what came later where it saw the line, and nothing else', () => {
  const [monday, tuesday, friday] = [1, 2, 5].map((day) => new Date(Date.UTC(2026, 10, day)))
  if (monday === undefined || tuesday === undefined || friday === undefined) throw new Error()
  const of = (recordedAt: Date, firstRecordedAt: Date) =>
    coverageOf({ recordedAt, firstRecordedAt }, tuesday)
  expect(of(monday, monday)).toBe('seen')
  expect(of(tuesday, tuesday)).toBe('seen')
  expect(of(friday, tuesday)).toBe('covered')
  expect(of(friday, friday)).toBe('new')
})
