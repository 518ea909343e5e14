import { describe, expect, test } from 'vitest'
import type { Claim, IssueModel } from '#server/domain/claims.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { explainClash, explainReversal } from '#server/domain/explanation.ts'
import { heldClaim } from '#test/support/a-claim.ts'

const assad: IssueModel = {
  slug: 'assad-future',
  kind: 'options',
  positions: [
    { slug: 'goes', label: 'He leaves power' },
    { slug: 'before', label: 'He leaves before talks' },
    { slug: 'during', label: 'He leaves in the course of a political transition' },
    { slug: 'legitimate', label: 'He is the legitimate leader' },
    { slug: 'remains', label: 'He remains' },
  ],
  relations: [
    { kind: 'entails', from: 'before', to: 'goes' },
    { kind: 'entails', from: 'during', to: 'goes' },
    { kind: 'contrary', from: 'goes', to: 'legitimate' },
    { kind: 'contrary', from: 'before', to: 'during' },
    { kind: 'contradictory', from: 'remains', to: 'goes' },
  ],
}
const length: IssueModel = {
  slug: 'l',
  kind: 'quantity',
  unit: 'months',
  positions: [],
  relations: [],
}
const start: IssueModel = { slug: 's', kind: 'date', positions: [], relations: [] }

function explain(
  issue: IssueModel,
  a: Claim,
  b: Claim,
  names = ['United States', 'Russia'],
): string {
  const clash = judgeOf(issue).clash(a, b)
  if (clash === undefined) return 'no conflict'
  const [partyA = '', partyB = ''] = names
  return explainClash({
    issue,
    clash,
    a: { partyName: partyA, claim: a },
    b: { partyName: partyB, claim: b },
  })
}

const yes = (position: string) => heldClaim({ position })
const no = (position: string) => heldClaim({ position, stance: 'denies' })
const value = (min: number | string | null, max: number | string | null) =>
  heldClaim({ value: { min, max } })
const not = (min: number | null, max: number | null) =>
  heldClaim({ value: { min, max }, stance: 'denies' })

describe('a conflict in a sentence', () => {
  test.each<[string, Claim, Claim, string]>([
    [
      'that meets in the middle',
      yes('during'),
      yes('legitimate'),
      'United States says yes to “He leaves in the course of a political transition”, which entails ' +
        '“He leaves power”; Russia says yes to “He is the legitimate leader”, which excludes “He leaves power”.',
    ],
    [
      'about the same position',
      yes('goes'),
      no('goes'),
      'United States says yes to “He leaves power”; Russia says no to “He leaves power”.',
    ],
    [
      'against a denial of what is entailed',
      no('goes'),
      yes('before'),
      'United States says no to “He leaves power”; Russia says yes to “He leaves before talks”, ' +
        'which entails “He leaves power”.',
    ],
    [
      'between positions that exclude each other',
      yes('during'),
      yes('before'),
      'United States says yes to “He leaves in the course of a political transition”, which excludes ' +
        '“He leaves before talks”; Russia says yes to “He leaves before talks”.',
    ],
    [
      'by way of what is left',
      no('remains'),
      yes('legitimate'),
      'United States says no to “He remains”, which leaves only “He leaves power”; ' +
        'Russia says yes to “He is the legitimate leader”, which excludes “He leaves power”.',
    ],
  ])('%s', (_, a, b, sentence) => {
    expect(explain(assad, a, b)).toBe(sentence)
  })

  test('within one party is its mixed messages', () => {
    expect(explain(assad, yes('goes'), yes('legitimate'), ['Russia', 'Russia'])).toBe(
      'Russia says yes to “He leaves power”; ' +
        'it also says yes to “He is the legitimate leader”, which excludes “He leaves power”.',
    )
  })

  test.each<[string, IssueModel, Claim, Claim, string]>([
    [
      'values apart',
      length,
      value(3, 4),
      value(12, null),
      'US: 3 to 4 months; Post: 12 months or more; 8 months apart.',
    ],
    [
      'a value denied',
      length,
      value(3, 4),
      not(2, 6),
      'US: 3 to 4 months; Post: not 2 to 6 months; what is denied contains what is affirmed.',
    ],
    [
      'the same value denied',
      length,
      value(3, 4),
      not(3, 4),
      'US: 3 to 4 months; Post: not 3 to 4 months.',
    ],
    [
      'denials that leave nothing',
      length,
      not(null, 5),
      not(5, null),
      'US: not up to 5 months; Post: not 5 months or more; together they leave no value.',
    ],
    [
      'days apart',
      start,
      value('2016-01-01', '2016-01-05'),
      value('2016-01-06', null),
      'US: 1 to 5 January 2016; Post: from 6 January 2016 on; 1 day apart.',
    ],
  ])('%s', (_, issue, a, b, sentence) => {
    expect(explain(issue, a, b, ['US', 'Post'])).toBe(sentence)
  })

  test('of two values of one party says so', () => {
    expect(explain(length, value(1, 2), value(4, 4), ['US', 'US'])).toBe(
      'US: 1 to 2 months; US also: 4 months; 2 months apart.',
    )
  })
})

/** Every step of a chain must be one that the issue's relations give, or the reader cannot check it. */
test('every conflict of every two claims can be explained, in either order', () => {
  const judge = judgeOf(assad)
  const claims = assad.positions.flatMap((p) => [yes(p.slug), no(p.slug)])
  const conflicts = claims.flatMap((a) =>
    claims.flatMap((b) => (judge.clash(a, b) ? [[a, b] as const] : [])),
  )
  expect(conflicts.length).toBeGreaterThan(20)
  for (const [a, b] of conflicts) {
    const sentence = explain(assad, a, b)
    const [left = '', right = ''] = sentence.slice(0, -1).split('; ')
    expect(left).toMatch(
      /^United States says (yes|no) to “[^”]+”(, which (entails|excludes|leaves only|is entailed by) “[^”]+”)*$/,
    )
    expect(right).toMatch(
      /^Russia says (yes|no) to “[^”]+”(, which (entails|excludes|leaves only|is entailed by) “[^”]+”)*$/,
    )
    // Both sides end on the witness.
    expect(left.slice(left.lastIndexOf('“'))).toBe(right.slice(right.lastIndexOf('“')))
  }
})

describe('a shift in a sentence', () => {
  test('says what gave way to what, and when', () => {
    const from = heldClaim({ position: 'legitimate', said: '2015-10' })
    const to = heldClaim({ position: 'during', said: '2015-12-15' })
    const clash = judgeOf(assad).clash(from, to)
    expect(clash && explainReversal({ issue: assad, clash, partyName: 'Russia', from, to })).toBe(
      'Russia: yes to “He is the legitimate leader”, which excludes “He leaves power” (October 2015), then ' +
        'yes to “He leaves in the course of a political transition”, which entails “He leaves power” (15 December 2015).',
    )
  })

  test('of an estimate says by how much', () => {
    const from = heldClaim({ value: { min: 3, max: 4 }, said: '2015-10' })
    const to = heldClaim({ value: { min: 12, max: null }, said: '2015-12-15' })
    const clash = judgeOf(length).clash(from, to)
    expect(clash && explainReversal({ issue: length, clash, partyName: 'Russia', from, to })).toBe(
      'Russia: 3 to 4 months (October 2015), then 12 months or more (15 December 2015); 8 months apart.',
    )
  })
})
