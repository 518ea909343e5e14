import { describe, expect, test } from 'vitest'
import type { Dossier, DossierClaim } from '#server/domain/dossier.ts'
import { aClaim, aDossier } from '#test/support/a-dossier.ts'
import { compareDossier } from '#test/support/compare-dossier.ts'

const north = (given: Partial<DossierClaim> & { slug: string }) => aClaim(given)
const south = (given: Partial<DossierClaim> & { slug: string }) =>
  aClaim({ party: 'south', ...given })

const withClaims = (claims: DossierClaim[], rest: Partial<Dossier> = {}): Dossier => ({
  ...aDossier(),
  ...rest,
  claims,
})
const theIssue = (claims: DossierClaim[], rest: Partial<Dossier> = {}) => {
  const [issue] = compareDossier(withClaims(claims, rest), '2020-12-31').issues
  if (issue === undefined) throw new Error('no issue')
  return issue
}

test('compare.json has exactly the keys of the contract', () => {
  expect(compareDossier(aDossier(), '2020-12-31')).toEqual({
    topic: 'bridge',
    asOf: '2020-12-31',
    known: null,
    version: 1,
    parties: ['north', 'south'],
    issues: [
      {
        slug: 'bridge',
        question: 'Should the bridge be built?',
        cells: {
          north: {
            stands: [{ claim: 'c1', position: 'yes', stance: 'affirms', said: '2020-01-01' }],
            silence: null,
          },
          south: {
            stands: [{ claim: 'c2', position: 'yes', stance: 'denies', said: '2020-01-02' }],
            silence: null,
          },
        },
        pairs: [
          {
            parties: ['north', 'south'],
            relation: 'conflict',
            conditional: false,
            shared: [],
            apart: null,
            witnesses: [
              {
                position: 'yes',
                a: 'c1',
                b: 'c2',
                explanation:
                  'North says yes to “Build the bridge”; South says no to “Build the bridge”.',
              },
            ],
          },
        ],
        reversals: [],
        mixed: [],
      },
    ],
  })
})

describe('conditional', () => {
  const condition = 'if the south pays'

  test('is true when every pair of claims that carries the relation has a condition', () => {
    const pair = theIssue([north({ slug: 'a', condition }), south({ slug: 'b' })]).pairs[0]
    expect(pair).toMatchObject({ relation: 'agreement', conditional: true })
  })

  test('is false when one of them has none', () => {
    const claims = [north({ slug: 'a', condition }), north({ slug: 'a2' }), south({ slug: 'b' })]
    expect(theIssue(claims).pairs[0]).toMatchObject({ relation: 'agreement', conditional: false })
  })

  test('is false for compatible, whatever the conditions', () => {
    const claims = [
      north({ slug: 'a', condition, scope: { period: '2021' } }),
      south({ slug: 'b', condition, scope: { period: '2022' } }),
    ]
    expect(theIssue(claims).pairs[0]).toMatchObject({ relation: 'compatible', conditional: false })
  })
})

describe('silence', () => {
  const declined = south({ slug: 'd', stance: 'declines' })
  const search = {
    party: 'south',
    issue: 'bridge',
    on: '2021-06-01',
    result: 'none-found' as const,
  }

  test.each<[string, DossierClaim[], Partial<Dossier>, string | null]>([
    ['not searched', [], {}, 'not-searched'],
    ['searched, whenever that was', [], { searches: [search] }, 'none-found'],
    [
      'not applicable',
      [],
      { searches: [{ ...search, result: 'not-applicable' }] },
      'not-applicable',
    ],
    ['declined, though somebody searched', [declined], { searches: [search] }, 'declined'],
    [
      'none, when something is left open',
      [declined, south({ slug: 'o', stance: 'leaves-open' })],
      {},
      null,
    ],
    ['not broken by context', [south({ slug: 'x', bearing: 'context' })], {}, 'not-searched'],
    [
      'not broken by what was withdrawn',
      [south({ slug: 'x', withdrawn: { reason: 'x' } })],
      {},
      'not-searched',
    ],
  ])('%s', (_, claims, rest, silence) => {
    const issue = theIssue([north({ slug: 'a' }), ...claims], rest)
    expect(issue.cells['south']?.silence).toBe(silence)
    expect(issue.pairs).toEqual([])
  })
})

test('witnesses are all conflicting pairs of claims, the first party’s in order said, then the second’s', () => {
  const claims = [
    north({ slug: 'b', said: '2020-01-02' }),
    north({ slug: 'a', said: '2020-01-02', person: 'mayor' }),
    south({ slug: 'z', stance: 'denies', said: '2020-01' }),
    south({ slug: 'y', stance: 'denies', said: '2020-01-05' }),
  ]
  const witnesses = theIssue(claims).pairs[0]?.witnesses.map((w) => `${w.a} ${w.b}`)
  expect(witnesses).toEqual(['a z', 'a y', 'b z', 'b y'])
})

describe('values', () => {
  const issues = (kind: 'quantity' | 'date'): Dossier['issues'] => [
    {
      slug: 'bridge',
      question: 'When?',
      nature: 'predictive',
      kind,
      ...(kind === 'quantity' && { unit: 'months' }),
    },
  ]
  const valued = (
    slug: string,
    party: string,
    min: number | string | null,
    max: number | string | null,
  ) => {
    const { position: _, ...claim } = aClaim({ slug, party, value: { min, max } })
    return claim
  }

  test('apart by the smallest gap between conflicting ones, as values and with no position', () => {
    const claims = [
      valued('a', 'north', 3, 4),
      valued('b', 'south', 12, null),
      { ...valued('c', 'south', 9, 10), said: '2020-01-01' },
    ]
    const { cells, pairs } = theIssue(claims, { issues: issues('quantity') })
    expect(cells['south']?.stands[0]?.value).toEqual({ min: 12, max: null })
    expect(cells['south']?.stands[0]).not.toHaveProperty('position')
    expect(pairs[0]).toMatchObject({ relation: 'conflict', apart: { value: 5, unit: 'months' } })
    expect(pairs[0]?.witnesses.map((w) => w.position)).toEqual([null, null])
  })

  test('that are days are apart in days', () => {
    const claims = [
      valued('a', 'north', '2020-02-01', '2020-02-28'),
      valued('b', 'south', '2020-03-01', null),
    ]
    expect(theIssue(claims, { issues: issues('date') }).pairs[0]?.apart).toEqual({
      value: 2,
      unit: 'days',
    })
  })

  test('that touch share ground, with no position to name', () => {
    const claims = [valued('a', 'north', 3, 4), valued('b', 'south', 4, 6)]
    expect(theIssue(claims, { issues: issues('quantity') }).pairs[0]).toMatchObject({
      relation: 'shared-ground',
      shared: [],
      apart: null,
    })
  })
})

test('two speakers of one party who differ are mixed messages, unless a third party reports it', () => {
  const people = ['mayor', 'deputy'].map((slug) => ({
    slug,
    name: slug,
    roles: [{ party: 'north', title: slug }],
  }))
  const claims = (form: DossierClaim['form']) => [
    north({ slug: 'a', person: 'mayor' }),
    north({ slug: 'b', person: 'deputy', stance: 'denies', said: '2020-01-15', form }),
  ]
  expect(theIssue(claims('paraphrase'), { people }).mixed).toEqual([
    { party: 'north', a: 'a', b: 'b' },
  ])
  expect(theIssue(claims('reported by a third party'), { people }).mixed).toEqual([])
})
