import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Judgement,
  READINGS,
  compareReviewers,
  compareTogether,
  compareVerdicts,
} from '#server/domain/reviewer-agreement.ts'
import { VERDICTS, type Verdict } from '#server/domain/reviews.ts'

/** Verdicts by letter: conflict, tension, no conflict, cannot tell (?). A full stop is no review. */
const letters: Readonly<Record<string, Verdict>> = {
  c: 'conflict',
  t: 'tension',
  n: 'no conflict',
  '?': 'cannot tell',
}

/** Each row is one reviewer's verdicts, contradiction by contradiction. */
const judgedBy = (rows: Readonly<Record<string, string>>): Judgement[] =>
  Object.entries(rows).flatMap(([reviewer, row]) =>
    Array.from(row).flatMap((letter, i) => {
      const verdict = letters[letter]
      return verdict === undefined
        ? []
        : [{ contradictionId: i + 1, accountId: null, reviewer, verdict }]
    }),
  )

const verdictsOf = (...units: string[]) =>
  units.map((unit) => Array.from(unit).flatMap((letter) => letters[letter] ?? []))

describe('verdicts are compared in three ways', () => {
  test('by outcome a tension is a conflict, and who cannot tell says nothing', () => {
    expect(
      compareVerdicts(verdictsOf('ct', 'nn', 'cn', 'c?', '??', 'c?t'), 'outcome'),
    ).toMatchObject({ units: 4, agreedUnits: 3, pairs: 4, agreedPairs: 3 })
  })

  test('as given each verdict is its own, “cannot tell” too', () => {
    expect(
      compareVerdicts(verdictsOf('ct', 'nn', 'cn', 'c?', '??', 'c?t'), 'verdict'),
    ).toMatchObject({ units: 6, agreedUnits: 2, pairs: 8, agreedPairs: 2 })
  })

  test('as steps a tension is nearer to a conflict than no conflict is', () => {
    const near = compareVerdicts(verdictsOf('cc', 'nn', 'tt', 'ct'), 'order').alpha ?? 0
    const far = compareVerdicts(verdictsOf('cc', 'nn', 'tt', 'cn'), 'order').alpha ?? 0
    expect(near).toBeGreaterThan(far)
    expect(compareVerdicts(verdictsOf('c?', '??', 'cc'), 'order').units).toBe(1)
  })

  test('one verdict throughout says nothing about agreement', () => {
    for (const reading of READINGS)
      expect(compareVerdicts(verdictsOf('cc', 'cc'), reading)).toMatchObject({
        agreedUnits: 2,
        alpha: undefined,
      })
  })
})

describe('reviewers of a topic', () => {
  test('are counted where two or more judged the same contradiction', () => {
    const found = compareReviewers(judgedBy({ Ana: 'ccnt.c', Bo: 'ctn.n.', Cy: '..n...' }))
    expect(found.contradictions).toBe(3)
    expect(found.reviewersEach).toEqual({ least: 2, most: 3 })
    expect(found.readings.verdict).toMatchObject({ agreedUnits: 2, pairs: 5, agreedPairs: 4 })
    expect(found.met).toEqual([
      { verdicts: ['conflict', 'conflict'], pairs: 1 },
      { verdicts: ['conflict', 'tension'], pairs: 1 },
      { verdicts: ['no conflict', 'no conflict'], pairs: 3 },
    ])
  })

  test('are paired by how much they judged together, then by name', () => {
    const found = compareReviewers(judgedBy({ Cy: 'c..', Bo: 'cnc', Ana: 'cnt' }))
    expect(found.pairs.map(({ reviewers: [a, b], both }) => [a.name, b.name, both])).toEqual([
      ['Ana', 'Bo', 3],
      ['Ana', 'Cy', 1],
      ['Bo', 'Cy', 1],
    ])
    expect(found.pairs[0]?.readings.verdict).toMatchObject({ units: 3, agreedUnits: 2 })
    expect(found.pairs[0]?.readings.outcome).toMatchObject({ units: 3, agreedUnits: 3 })
  })

  test('are who their account says, under their latest name; without one, who their name says', () => {
    const judgement = (contradictionId: number, accountId: number | null, reviewer: string) => ({
      contradictionId,
      accountId,
      reviewer,
      verdict: 'conflict' as const,
    })
    const found = compareReviewers([
      judgement(1, 7, 'Ana'),
      judgement(1, null, 'Bo'),
      judgement(2, 7, 'Ana Alder'),
      judgement(2, null, 'Bo'),
      judgement(3, 7, 'Ana'),
      judgement(3, 7, 'Ana Alder'),
      judgement(4, 7, 'Ana Alder'),
      judgement(4, null, 'Ana Alder'),
    ])
    expect(found.contradictions).toBe(3)
    expect(found.pairs.map(({ reviewers, both }) => [reviewers, both])).toEqual([
      [[named('Ana Alder', false), named('Bo', true)], 2],
      [[named('Ana Alder', false), named('Ana Alder', true)], 1],
    ])
  })

  const named = (name: string, isImported: boolean) => ({ name, isImported })

  test('none at all make nothing to compare', () => {
    const found = compareReviewers(judgedBy({ Ana: 'cnt' }))
    expect(found).toMatchObject({
      contradictions: 0,
      reviewersEach: { least: 0, most: 0 },
      pairs: [],
      met: [],
    })
    expect(found.readings.verdict).toMatchObject({ units: 0, pairs: 0, alpha: undefined })
  })
})

const anyJudgements = fc.uniqueArray(
  fc.record({
    contradictionId: fc.integer({ min: 1, max: 6 }),
    accountId: fc.constant(null),
    reviewer: fc.constantFrom('Ana', 'Bo', 'Cy', 'بيتا', '__proto__'),
    verdict: fc.constantFrom(...VERDICTS),
  }),
  { selector: (j) => `${j.contradictionId} ${j.reviewer}`, maxLength: 30 },
)

test('pairs of reviewers and pairs of verdicts add up to all pairs of judgements', () => {
  fc.assert(
    fc.property(anyJudgements, (judgements) => {
      const found = compareReviewers(judgements)
      expect(found).toMatchObject(compareTogether(judgements))
      const together = judgements.flatMap((a, i) =>
        judgements
          .slice(i + 1)
          .filter((b) => b.contradictionId === a.contradictionId)
          .map((b) => [a, b]),
      )
      const same = together.filter(([a, b]) => a?.verdict === b?.verdict).length
      const sum = (numbers: readonly number[]) => numbers.reduce((x, y) => x + y, 0)
      expect(found.readings.verdict).toMatchObject({ pairs: together.length, agreedPairs: same })
      expect(sum(found.pairs.map((p) => p.both))).toBe(together.length)
      expect(sum(found.pairs.map((p) => p.readings.verdict.agreedUnits))).toBe(same)
      expect(sum(found.met.map((m) => m.pairs))).toBe(together.length)
      expect(sum(found.met.flatMap((m) => (m.verdicts[0] === m.verdicts[1] ? m.pairs : [])))).toBe(
        same,
      )
      expect(new Set(found.pairs.map((p) => p.reviewers.map((r) => r.name).join(' '))).size).toBe(
        found.pairs.length,
      )
    }),
  )
})
