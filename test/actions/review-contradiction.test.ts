import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findContradiction } from '#db/queries/contradictions.ts'
import { findSeen, listReviewRecord } from '#db/queries/reviews.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import { takeBackReview } from '#server/actions/take-back-review.ts'
import { Refusal } from '#server/domain/errors.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aClaim } from '#test/support/a-dossier.ts'
import { anAccount } from '#test/support/an-account.ts'
import { later, noon } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const aReviewer = async (db: Db, name: string) => await anAccount(db, { name })

const seenOf = async (db: Db, id: number) => (await findSeen(db, id)) ?? ''

const rowOf = async (db: Db, id: number) =>
  await db
    .selectFrom('contradiction')
    .where('id', '=', id)
    .select(['status', 'settled_at', 'version'])
    .executeTakeFirstOrThrow()

const topicVersion = async (db: Db) =>
  (await db.selectFrom('topic').select('version').executeTakeFirstOrThrow()).version

const refusalOf = (error: unknown) => (error instanceof Refusal ? error.code : error)

describe('a review', () => {
  test('settles the contradiction, logs the change, and raises the topic’s version', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const reviewer = await aReviewer(db, 'Owner')
    const before = await topicVersion(db)
    const given = { contradictionId: id, seen: await seenOf(db, id), reviewer, now: later(1) }
    await reviewContradiction(db, {
      ...given,
      verdict: 'no conflict',
      reason: 'translation',
      note: 'See p. 3',
    })
    expect(await rowOf(db, id)).toEqual({ status: 'dismissed', settled_at: later(1), version: 2 })
    expect(await topicVersion(db)).toBe(before + 1)
    const { reviews, events } = await listReviewRecord(db, id)
    expect(reviews).toMatchObject([
      { reviewer: 'Owner', verdict: 'no conflict', reason: 'translation', note: 'See p. 3' },
    ])
    expect(events[0]).toMatchObject({
      actor: 'Owner',
      from: 'open',
      to: 'dismissed',
      why: 'Review: no conflict (translation).',
    })
  })

  test('without a reason for no conflict changes nothing', async ({ db }) => {
    const id = (await imported(db))('strikes')
    const given = {
      contradictionId: id,
      seen: await seenOf(db, id),
      reviewer: await aReviewer(db, 'Owner'),
      now: noon,
    }
    await expect(reviewContradiction(db, { ...given, verdict: 'no conflict' })).rejects.toThrow(
      Refusal,
    )
    expect((await rowOf(db, id)).version).toBe(1)
    expect((await listReviewRecord(db, id)).reviews).toEqual([])
  })

  test('of the same reviewer takes the place of the earlier one, which stays on record', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const reviewer = await aReviewer(db, 'Owner')
    const given = { contradictionId: id, reviewer }
    await reviewContradiction(db, {
      ...given,
      seen: await seenOf(db, id),
      verdict: 'conflict',
      now: later(1),
    })
    await reviewContradiction(db, {
      ...given,
      seen: await seenOf(db, id),
      verdict: 'cannot tell',
      now: later(2),
    })
    const { reviews, events } = await listReviewRecord(db, id)
    expect(reviews.map((r) => [r.verdict, r.replacedAt])).toEqual([
      ['cannot tell', null],
      ['conflict', later(2)],
    ])
    expect(events.map((e) => e.to)).toEqual(['under review', 'confirmed', 'open'])
    expect(await rowOf(db, id)).toMatchObject({ status: 'under review', settled_at: null })
  })

  test('sent twice is one review, with the same answer', async ({ db }) => {
    const id = (await imported(db))('strikes')
    const reviewer = await aReviewer(db, 'Owner')
    const given = {
      contradictionId: id,
      seen: await seenOf(db, id),
      reviewer,
      now: noon,
      verdict: 'conflict',
    } as const
    const answers = await Promise.all([1, 2, 3].map(() => reviewContradiction(db, given)))
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    expect((await listReviewRecord(db, id)).reviews).toHaveLength(1)
    expect((await rowOf(db, id)).version).toBe(2)
  })

  test('of eight at the same moment on one page: exactly one holds, the others are told', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const seen = await seenOf(db, id)
    const reviewers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => aReviewer(db, `Reviewer ${i}`)),
    )
    const outcomes = await Promise.allSettled(
      reviewers.map((reviewer) =>
        reviewContradiction(db, {
          contradictionId: id,
          seen,
          reviewer,
          verdict: 'conflict',
          now: noon,
        }),
      ),
    )
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [refusalOf(o.reason)] : []))
    expect(refused).toEqual(Array.from({ length: 7 }, () => 'edit-conflict'))
    const { reviews, events } = await listReviewRecord(db, id)
    expect(reviews).toHaveLength(1)
    expect(events.filter((e) => e.from !== null)).toHaveLength(1)
    expect((await rowOf(db, id)).version).toBe(2)
  })

  test('of evidence that changed meanwhile is refused: added, corrected or withdrawn', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const reviewer = await aReviewer(db, 'Owner')
    const dossier = aDispute()
    const [only, ...rest] = dossier.claims ?? []
    if (only === undefined) throw new Error('no claim')
    const changes = [
      { ...dossier, claims: [aClaim({ ...only, slug: 'one-more', said: '2015-12-16' })] },
      { ...dossier, claims: [{ ...only, statement: 'Corrected.' }, ...rest] },
      {
        ...dossier,
        claims: [{ ...only, statement: 'Corrected.', withdrawn: { reason: 'Wrong.' } }, ...rest],
      },
    ]
    for (const change of changes) {
      const seen = await seenOf(db, id)
      await importDossier(db, { text: JSON.stringify(change), file: 'change.json', now: later(5) })
      const given = {
        contradictionId: id,
        seen,
        reviewer,
        now: later(6),
        verdict: 'conflict',
      } as const
      await expect(reviewContradiction(db, given).catch(refusalOf)).resolves.toBe('edit-conflict')
    }
    expect((await listReviewRecord(db, id)).reviews).toEqual([])
  })

  test('of what is not there is refused', async ({ db }) => {
    const reviewer = await aReviewer(db, 'Owner')
    const given = {
      contradictionId: 4711,
      seen: '1.0.0',
      reviewer,
      now: noon,
      verdict: 'conflict',
    } as const
    await expect(reviewContradiction(db, given).catch(refusalOf)).resolves.toBe(
      'contradiction-not-found',
    )
  })

  test('where two are asked for settles with the second that agrees, and not when they differ', async ({
    db,
  }) => {
    const id = await imported(db)
    await db.updateTable('topic').set({ reviews_to_settle: 2 }).execute()
    const [ana, bo] = [await aReviewer(db, 'Ana'), await aReviewer(db, 'Bo')]
    const give = async (
      issue: string,
      reviewer: typeof ana,
      verdict: 'conflict' | 'tension' | 'cannot tell',
    ) =>
      await reviewContradiction(db, {
        contradictionId: id(issue),
        seen: await seenOf(db, id(issue)),
        reviewer,
        verdict,
        now: noon,
      })
    expect(await give('strikes', ana, 'conflict')).toMatchObject({ status: 'under review' })
    expect(await give('strikes', bo, 'tension')).toMatchObject({ status: 'confirmed' })
    await give('talks', ana, 'conflict')
    expect(await give('talks', bo, 'cannot tell')).toMatchObject({ status: 'under review' })
  })
})

test('what was dismissed stays dismissed when it is derived again, and shows what is new', async ({
  db,
}) => {
  const id = (await imported(db))('strikes')
  const reviewer = await aReviewer(db, 'Owner')
  const given = { contradictionId: id, seen: await seenOf(db, id), reviewer, now: later(1) }
  await reviewContradiction(db, { ...given, verdict: 'no conflict', reason: 'different scope' })
  const [only] = aDispute().claims ?? []
  if (only === undefined) throw new Error('no claim')
  const more = { ...aDispute(), claims: [aClaim({ ...only, slug: 'again', said: '2015-12-18' })] }
  await importDossier(db, { text: JSON.stringify(more), file: 'more.json', now: later(60) })
  expect(await findContradiction(db, id)).toMatchObject({ status: 'dismissed', newEvidence: 1 })
  expect(await db.selectFrom('contradiction').select('id').execute()).toHaveLength(5)
})

describe('taking a review back', () => {
  test('returns the contradiction to what the others come to, logged, and keeps the review', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const reviewer = await aReviewer(db, 'Owner')
    const { reviewId } = await reviewContradiction(db, {
      contradictionId: id,
      seen: await seenOf(db, id),
      reviewer,
      verdict: 'conflict',
      now: later(1),
    })
    const taken = { contradictionId: id, reviewId, reviewer, now: later(2) }
    await takeBackReview(db, taken)
    await takeBackReview(db, { ...taken, now: later(3) })
    expect(await rowOf(db, id)).toEqual({ status: 'open', settled_at: null, version: 3 })
    const { reviews, events } = await listReviewRecord(db, id)
    expect(reviews).toMatchObject([{ verdict: 'conflict', replacedAt: later(2) }])
    expect(events[0]).toMatchObject({
      from: 'confirmed',
      to: 'open',
      why: 'Review taken back: conflict.',
    })
  })

  test('is for whoever gave it', async ({ db }) => {
    const id = await imported(db)
    const [ana, bo] = [await aReviewer(db, 'Ana'), await aReviewer(db, 'Bo')]
    const { reviewId } = await reviewContradiction(db, {
      contradictionId: id('strikes'),
      seen: await seenOf(db, id('strikes')),
      reviewer: ana,
      verdict: 'conflict',
      now: noon,
    })
    const taken = { contradictionId: id('strikes'), reviewId, now: noon }
    await expect(takeBackReview(db, { ...taken, reviewer: bo }).catch(refusalOf)).resolves.toBe(
      'forbidden',
    )
    const elsewhere = { ...taken, contradictionId: id('talks'), reviewer: ana }
    await expect(takeBackReview(db, elsewhere).catch(refusalOf)).resolves.toBe('not-found')
    expect(await rowOf(db, id('strikes'))).toMatchObject({ status: 'confirmed' })
  })
})
