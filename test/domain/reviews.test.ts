import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type RecordedReview,
  hideVerdicts,
  onlyOwn,
  statusOf,
} from '#server/domain/recorded-contradiction.ts'
import {
  DISMISSAL_REASONS,
  type Review,
  SETTLED_STATUSES,
  type SettledStatus,
  VERDICTS,
  decideReview,
  rankOf,
  statusShown,
  totalRank,
} from '#server/domain/reviews.ts'

const aReviewOf = (reviewer: fc.Arbitrary<string>): fc.Arbitrary<Review> =>
  fc.record(
    {
      reviewer,
      verdict: fc.constantFrom(...VERDICTS),
      reason: fc.constantFrom(...DISMISSAL_REASONS),
    },
    { requiredKeys: ['reviewer', 'verdict'] },
  )

const names = ['Ana', 'Bo', 'Cy', 'Di']
const someReviews = fc
  .subarray(names)
  .chain((chosen) => fc.tuple(...chosen.map((name) => aReviewOf(fc.constant(name)))))
const aState = fc.record({
  status: fc.constantFrom(...SETTLED_STATUSES),
  reviews: someReviews,
  needed: fc.constantFrom(1, 2),
})

/** The doc comment of `decideReview`, sentence by sentence. */
function byTheComment(reviews: readonly Review[], needed: number): SettledStatus {
  const says = (review: Review) =>
    review.verdict === 'no conflict'
      ? 'dismissed'
      : review.verdict === 'cannot tell'
        ? 'unsure'
        : 'confirmed'
  const counts = { dismissed: 0, confirmed: 0, unsure: 0 }
  for (const review of reviews) counts[says(review)] += 1
  for (const status of ['dismissed', 'confirmed'] as const) {
    const noneDiffers = counts[status] === reviews.length
    if (noneDiffers && counts[status] >= needed) return status
  }
  return 'under review'
}

describe('a review', () => {
  test('does what its rule says, for every state and every review', () => {
    fc.assert(
      fc.property(aState, aReviewOf(fc.constantFrom(...names, 'Eve')), (state, review) => {
        const left = state.reviews.filter((r) => r.reviewer !== review.reviewer)
        const expected =
          review.verdict === 'no conflict' && review.reason === undefined
            ? { ok: false, refusal: 'review-reason-missing' }
            : { ok: true, status: byTheComment([...left, review], state.needed) }
        expect(decideReview(state, review)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test('settles alone where one is enough, and not where two are asked for', () => {
    const review: Review = { reviewer: 'Ana', verdict: 'tension' }
    expect(decideReview({ status: 'open', reviews: [], needed: 1 }, review)).toMatchObject({
      status: 'confirmed',
    })
    expect(decideReview({ status: 'open', reviews: [], needed: 2 }, review)).toMatchObject({
      status: 'under review',
    })
  })

  test('does not depend on the order in which the others were given, nor on the status so far', () => {
    fc.assert(
      fc.property(
        aState,
        aReviewOf(fc.constant('Eve')),
        fc.constantFrom(...SETTLED_STATUSES),
        (state, review, status) => {
          const turned = { ...state, status, reviews: state.reviews.toReversed() }
          expect(decideReview(turned, review)).toEqual(decideReview(state, review))
        },
      ),
    )
  })

  test('given twice does what it does once', () => {
    fc.assert(
      fc.property(aState, aReviewOf(fc.constantFrom(...names)), (state, review) => {
        const once = decideReview(state, review)
        const held = [...state.reviews.filter((r) => r.reviewer !== review.reviewer), review]
        expect(decideReview({ ...state, reviews: held }, review)).toEqual(once)
      }),
    )
  })
})

describe('what reviews come to', () => {
  test('is the same as deciding them one after another, and open when none is left', () => {
    fc.assert(
      fc.property(someReviews, fc.constantFrom(1, 2), (reviews, needed) => {
        const valid = reviews.map((r) => ({ ...r, reason: r.reason ?? ('translation' as const) }))
        expect(statusOf(valid, { needed })).toBe(
          valid.length === 0 ? 'open' : byTheComment(valid, needed),
        )
      }),
    )
  })
})

describe('the rank', () => {
  const parts = fc.record({
    steps: fc.nat(12),
    isConditional: fc.boolean(),
    forms: fc.tuple(
      fc.constantFrom('direct quotation', 'paraphrase', 'reported by a third party', 'unheard of'),
      fc.constantFrom('own assertion', 'vote or other act'),
    ),
    grades: fc.tuple(
      fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', undefined),
      fc.constantFrom('A', 'F', undefined),
    ),
    isHedged: fc.boolean(),
    daysApart: fc.integer({ min: -5000, max: 5000 }),
  })

  test('lies from 0 to 100, in whole points, and never rises with a condition, a hedge or more steps', () => {
    fc.assert(
      fc.property(parts, (evidence) => {
        const rank = totalRank(rankOf(evidence))
        expect(Number.isInteger(rank)).toBe(true)
        expect(rank).toBeGreaterThanOrEqual(0)
        expect(rank).toBeLessThanOrEqual(100)
        for (const worse of [
          { isConditional: true },
          { isHedged: true },
          { steps: evidence.steps + 1 },
        ]) {
          expect(totalRank(rankOf({ ...evidence, ...worse }))).toBeLessThanOrEqual(rank)
        }
      }),
    )
  })

  test('is whole for a direct clash of words, well sourced, on one day', () => {
    const best = rankOf({
      steps: 0,
      isConditional: false,
      forms: ['direct quotation', 'direct quotation'],
      grades: ['A', 'A'],
      isHedged: false,
      daysApart: 0,
    })
    expect(totalRank(best)).toBe(100)
  })
})

test('readers are told that it is resolved, unless reviewers had dismissed it', () => {
  expect(SETTLED_STATUSES.map((s) => statusShown(s, null))).toEqual([...SETTLED_STATUSES])
  expect(SETTLED_STATUSES.map((s) => statusShown(s, '2016-01-01'))).toEqual([
    'resolved',
    'resolved',
    'resolved',
    'dismissed',
  ])
})

const accounts: Readonly<Record<string, number>> = { Ana: 1, Bo: 2 }

describe('verdicts of others', () => {
  const review = (reviewer: string, replacedAt: Date | null = null): RecordedReview => ({
    id: 1,
    reviewer,
    accountId: accounts[reviewer] ?? null,
    verdict: 'conflict',
    kind: null,
    reason: null,
    note: 'secret',
    reviewedAt: new Date(0),
    replacedAt,
  })
  const event = (actor: string, from: string | null) => ({
    id: 1,
    at: new Date(0),
    actor,
    from,
    to: 'under review',
    why: 'secret',
    isAdjudication: false,
  })
  const record = { reviews: [review('Bo')], events: [event('Bo', 'open'), event('Gainsay', null)] }

  test('are hidden from whoever has not decided, until it is settled', () => {
    const hidden = hideVerdicts(record, 'under review', 1)
    expect(hidden.isHidden).toBe(true)
    expect(hidden.reviews).toEqual([])
    expect(hidden.events.map((e) => e.why)).toEqual([null, 'secret'])
    expect(hideVerdicts(record, 'under review', undefined)).toEqual(hidden)
    expect(hideVerdicts(record, 'dismissed', undefined).isHidden).toBe(false)
    expect(hideVerdicts(record, 'under review', 2).isHidden).toBe(false)
    expect(hideVerdicts(record, 'confirmed', 1).isHidden).toBe(false)
  })

  test('stay hidden from one whose review was taken back', () => {
    const reviews = [...record.reviews, review('Ana', new Date(0))]
    expect(hideVerdicts({ ...record, reviews }, 'under review', 1).reviews).toEqual([
      review('Ana', new Date(0)),
    ])
  })

  test('are never beside the form', () => {
    expect(onlyOwn({ ...record, reviews: [review('Bo'), review('Ana')] }, 1).reviews).toEqual([
      review('Ana'),
    ])
  })
})
