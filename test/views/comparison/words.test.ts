import { describe, expect, test } from 'vitest'
import type { Shown } from '#server/domain/comparison-summary.ts'
import type { CellRelation } from '#server/domain/comparison-summary.ts'
import type { Standing } from '#server/domain/reviews.ts'
import type { Row } from '#views/comparison/comparison-view.ts'
import type { ComparedIssueView } from '#views/issue/issue-view.ts'
import {
  announce,
  describeNothing,
  describeRelation,
  listNames,
  monthsBetween,
  summarise,
  summariseRow,
  titleOf,
} from '#views/comparison/words.ts'

const parties = ['a', 'b', 'c'].map((slug, id) => ({ id, slug, name: slug.toUpperCase() }))

const countsOf = (given: Partial<Record<Shown, number>> = {}): Record<Shown, number> => ({
  all: 3,
  conflict: 0,
  agreement: 0,
  'shared-ground': 0,
  changed: 0,
  mixed: 0,
  silent: 0,
  ...given,
})

const table = {
  parties,
  asOf: '2015-12-15',
  counts: countsOf(),
  topic: { slug: 't', title: 'The war' },
}

/** A row in which the parties a, b, c … relate to a like this, and those pairs of others conflict. */
const rowOf = (
  relations: readonly CellRelation[],
  conflicts: readonly [string, string][] = [],
  standings: readonly (Standing | undefined)[] = [],
): Row => ({
  issue: {
    comparison: { pairs: conflicts.map((pair) => ({ parties: pair, relation: 'conflict' })) },
  } as unknown as ComparedIssueView,
  positions: [],
  cells: relations.map((relation, i) => ({
    relation,
    pair: undefined,
    standing: standings[i] ?? (relation === 'conflict' ? 'confirmed' : undefined),
    cell: { party: 'abcdef'[i] ?? '', stands: [], silence: undefined, reversals: [], mixed: [] },
  })),
})

describe('names', () => {
  test('are listed up to four and counted beyond', () => {
    expect(listNames([])).toBe('')
    expect(listNames(['A'])).toBe('A')
    expect(listNames(['A', 'B'])).toBe('A and B')
    expect(listNames(['A', 'B', 'C', 'D'])).toBe('A, B, C and D')
    expect(listNames(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more')
  })

  test('come first in the title', () => {
    expect(titleOf(table)).toBe('A, B and C, 15 Dec 2015: The war')
    expect(titleOf({ ...table, parties: [] })).toBe('Comparison, 15 Dec 2015: The war')
  })
})

describe('the first sentence', () => {
  test('counts issues, parties and what they come to', () => {
    const counts = countsOf({ conflict: 2, 'shared-ground': 1, changed: 1 })
    expect(summarise({ ...table, counts })).toBe(
      '3 issues, 3 parties, as of 15 December 2015. 2 issues have a conflict; 1 has common ground; on 1 somebody changed position.',
    )
    expect(summarise(table)).toContain('No issue has a conflict; none has common ground.')
  })

  test('of one party says nothing of conflicts', () => {
    const one = { ...table, parties: parties.slice(0, 1) }
    expect(summarise(one)).toBe('3 issues, 1 party, as of 15 December 2015.')
  })

  test('is said aloud with how much is shown', () => {
    const said = announce({ ...table, rows: [rowOf([])], baseline: parties[1] })
    expect(said).toMatch(/^1 of 3 issues shown, compared with B\. 3 issues/)
  })
})

describe('a row in words', () => {
  const base = { baseline: parties[0] }

  test('counts what others are to the baseline, the heaviest first', () => {
    const row = rowOf(['baseline', 'silent', 'agreement', 'conflict', 'conflict'])
    expect(summariseRow(row, base)).toMatchObject({
      relation: 'conflict',
      words: '2 in conflict, 1 agrees, 1 silent',
      short: '2 in conflict, 1 agrees',
    })
  })

  test('tells what reviewers confirmed from what they dismissed or have not decided', () => {
    const standings = [undefined, 'suggested', 'dismissed', 'suggested'] as const
    const row = rowOf(['baseline', 'conflict', 'conflict', 'conflict'], [], standings)
    expect(summariseRow(row, base)).toMatchObject({
      relation: 'conflict',
      standing: 'suggested',
      words: '2 suggested conflicts, 1 dismissed conflict',
      short: '2 suggested conflicts',
    })
    const confirmed = rowOf(
      ['baseline', 'conflict', 'conflict'],
      [],
      [undefined, undefined, 'suggested'],
    )
    expect(summariseRow(confirmed, base)).toMatchObject({
      standing: undefined,
      words: '1 in conflict, 1 suggested conflict',
    })
  })

  test('says so when the baseline is silent while others conflict', () => {
    const row = rowOf(['silent', 'unrelated', 'unrelated'], [['b', 'c']])
    expect(summariseRow(row, base)).toMatchObject({
      words: '2 spoke',
      note: 'The baseline is silent. 1 pair of the others in conflict.',
    })
  })

  test('of one party says that there is no other', () => {
    expect(summariseRow(rowOf(['baseline']), base)).toMatchObject({
      relation: 'baseline',
      words: 'No other party chosen',
    })
  })
})

describe('a cell in words', () => {
  test('says which kind of silence it is', () => {
    expect(describeRelation('silent', { silence: 'declined' })).toBe('Declined to say')
    expect(describeRelation('silent', { silence: 'not-searched' })).toBe('Not searched yet')
  })
  test('tells speaking without a position from silence', () => {
    expect(describeRelation('open')).toBe('Leaves it open')
    expect(describeRelation('unrelated')).toBe('No relation')
  })
})

test('a filter that leaves nothing says what there is instead', () => {
  const counts = countsOf({ agreement: 1, silent: 5 })
  expect(describeNothing('conflict', { ...table, counts })).toBe(
    'No conflicts between these parties as of 15 December 2015. They agree on 1 issue and are silent, at least one of them, on 5 issues.',
  )
  expect(describeNothing('mixed', table)).toBe(
    'No mixed messages of these parties as of 15 December 2015.',
  )
})

test('months are counted whole, and not at all from open ends', () => {
  expect(monthsBetween('2014-10-16', '2015-12-15')).toBe(13)
  expect(monthsBetween('2014-10-15', '2015-12-15')).toBe(14)
  expect(monthsBetween('2016-01-01', '2015-12-15')).toBe(0)
  expect(monthsBetween('-infinity', '2015-12-15')).toBeUndefined()
  expect(monthsBetween('infinity', '2015-12-15')).toBeUndefined()
})
