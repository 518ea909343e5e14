import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, type DossierClaim, checkDossier } from '#server/domain/dossier.ts'
import { SAME_IN_BOTH, coverageOf, findFirstStatement } from '#server/domain/restatements.ts'
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
    return claims.map((claim) => findFirstStatement(claim, (slug) => bySlug.get(slug)).slug)
  }

  test('is found through a chain; a withdrawn one carries nothing', () => {
    expect(chain()).toEqual(['a', 'a', 'a'])
    expect(chain('a')).toEqual(['a', 'b', 'b'])
    expect(chain('b')).toEqual(['a', 'a', 'c'])
    expect(chain('a', 'b')).toEqual(['a', 'b', 'c'])
  })

  test('is always found, whatever restates whatever', () => {
    const anyone = fc.record({
      restates: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
      isWithdrawn: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyone, { minLength: 1, maxLength: 6 }), (all) => {
        const claims = all.map(({ restates, isWithdrawn }, i) => ({
          slug: String(i),
          restates: restates === undefined ? undefined : String(restates),
          isWithdrawn,
        }))
        const find = (slug: string) => claims[Number(slug)]
        for (const claim of claims) expect(claims).toContain(findFirstStatement(claim, find))
      }),
      seeded(300),
    )
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
