import { describe, expect, test } from 'vitest'
import {
  ERASURE_REASONS,
  decideErasure,
  describeErased,
  findWords,
} from '#server/domain/erasures.ts'
import { aClaim } from '#test/support/a-dossier.ts'

const mark = {
  at: '2027-01-03T23:59:59.999Z',
  by: 'Edith',
  reason: 'personal data',
  why: 'Asked for by the person.',
} as const
const says = 'Erased on 3 January 2027 by Edith: personal data.'

describe('an erasure', () => {
  test('is told in one sentence, whatever the reason', () => {
    expect(describeErased(mark)).toBe(says)
    for (const reason of ERASURE_REASONS)
      expect(describeErased({ ...mark, reason })).toBe(
        `Erased on 3 January 2027 by Edith: ${reason}.`,
      )
  })

  test('takes two people, or the only one who could ask', () => {
    expect(decideErasure({ askedBy: 1, by: 2, askers: 2 })).toBe('by two')
    expect(decideErasure({ askedBy: 1, by: 1, askers: 2 })).toBe('refused')
    expect(decideErasure({ askedBy: 1, by: 1, askers: 1 })).toBe('by one')
    // Whoever asked may have no account any more.
    expect(decideErasure({ askedBy: 2, by: 1, askers: 1 })).toBe('by two')
  })

  test('leaves no words in a claim: each field that has some is named', () => {
    const gap = { ...aClaim({ slug: 'c' }), erased: mark, statement: says }
    expect(findWords(gap)).toEqual([])
    expect(findWords(aClaim({ slug: 'c', hedge: 'may' }))).toEqual([])
    const full = {
      ...gap,
      statement: 'Words.',
      condition: 'If so',
      scope: { note: 'There' },
      hedge: 'may',
      withdrawn: { reason: 'Wrong.' },
      citations: [{ source: 'gazette', credibility: 2, quote: 'Words', locator: 'p. 3' }],
    }
    expect(findWords(full).map((path) => path.join('/'))).toEqual([
      'statement',
      'condition',
      'scope/note',
      'hedge',
      'withdrawn/reason',
      'citations/0/quote',
      'citations/0/locator',
    ])
  })
})
