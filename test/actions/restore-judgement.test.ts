import { describe, expect } from 'vitest'
import type { Db } from '#db/connect.ts'
import { findSeen, listReviewRecord } from '#db/queries/reviews.ts'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { reviewContradiction } from '#server/actions/review-contradiction.ts'
import type { Dossier } from '#server/domain/dossier.ts'
import type { Verdict } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import { aDispute, imported } from '#test/support/a-dispute.ts'
import { aForm, anApp, later, noon, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

const read = async (db: Db, slug = 'strait'): Promise<Dossier> =>
  JSON.parse(await exportDossier(db, slug, 'operators')) as Dossier

const load = async (db: Db, dossier: Dossier) =>
  await importDossier(db, { text: JSON.stringify(dossier), file: 'back.json', now: noon })

/** The same dossier as a topic of its own, without the history that would bring its slug along. */
const elsewhere = ({ history: _, ...dossier }: Dossier): Dossier => ({
  ...dossier,
  topic: { ...dossier.topic, slug: 'elsewhere' },
})

async function statusIn(db: Db, topic: string, issue: string): Promise<string> {
  const { status } = await db
    .selectFrom('contradiction as x')
    .innerJoin('issue as i', 'i.id', 'x.issue_id')
    .innerJoin('topic as t', 't.id', 'x.topic_id')
    .where('t.slug', '=', topic)
    .where('i.slug', '=', issue)
    .select('x.status')
    .executeTakeFirstOrThrow()
  return status
}

const verdicts = ({ reviews = [] }: Dossier) => reviews.map((r) => [r.verdict, r.replacedAt])

async function aReviewer(db: Db, name = 'Owner') {
  const { app } = anApp({ db })
  const { Cookie, csrf } = await signedIn(app, db)
  const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const review = async (contradictionId: number, verdict: Verdict, minutes = 0) =>
    await reviewContradiction(db, {
      contradictionId,
      seen: (await findSeen(db, contradictionId)) ?? '',
      reviewer: { accountId, name },
      verdict,
      now: later(minutes),
    })
  const takeBack = async (id: number, reviewId: number) =>
    await app.request(
      paths.takeBackReview({ id }, { id: reviewId }),
      aForm({ csrf, next: 'page' }, { Cookie }),
    )
  return { review, takeBack }
}

describe('a dossier tells which reviews hold', () => {
  test('a review taken back is not held again by whoever imports it', async ({ db }) => {
    const id = (await imported(db))('strikes')
    const { review, takeBack } = await aReviewer(db)
    const { reviewId } = await review(id, 'conflict')
    await takeBack(id, reviewId)
    const dossier = await read(db)
    expect(verdicts(dossier)).toEqual([['conflict', noon.toISOString()]])
    await load(db, elsewhere(dossier))
    expect(await statusIn(db, 'elsewhere', 'strikes')).toBe('open')
    expect(verdicts(await read(db, 'elsewhere'))).toEqual(verdicts(dossier))
  })

  test('of several by one person the last holds, and they come back as they were', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const { review } = await aReviewer(db)
    await review(id, 'cannot tell')
    await review(id, 'conflict', 5)
    const dossier = await read(db)
    await load(db, elsewhere(dossier))
    expect(verdicts(await read(db, 'elsewhere'))).toEqual([
      ['cannot tell', later(5).toISOString()],
      ['conflict', undefined],
    ])
    expect(await statusIn(db, 'elsewhere', 'strikes')).toBe('confirmed')
    const before = JSON.stringify(await read(db))
    await load(db, dossier)
    expect(JSON.stringify(await read(db))).toBe(before)
  })

  test('an older export undoes nothing that was decided since', async ({ db }) => {
    const id = (await imported(db))('strikes')
    const { review } = await aReviewer(db)
    await review(id, 'cannot tell')
    const early = await read(db)
    await review(id, 'conflict', 5)
    const now = JSON.stringify(await read(db))
    await load(db, early)
    expect(JSON.stringify(await read(db))).toBe(now)
  })

  test('what was decided elsewhere since replaces an earlier review of the same person', async ({
    db,
  }) => {
    const id = (await imported(db))('strikes')
    const { review } = await aReviewer(db)
    await review(id, 'cannot tell')
    const early = await read(db)
    await review(id, 'conflict', 5)
    const late = await read(db)
    await load(db, elsewhere(early))
    expect(await statusIn(db, 'elsewhere', 'strikes')).toBe('under review')
    await load(db, elsewhere(late))
    expect(await statusIn(db, 'elsewhere', 'strikes')).toBe('confirmed')
    expect(verdicts(await read(db, 'elsewhere'))).toEqual(verdicts(late))
  })

  test('the same review twice in a file is one', async ({ db }) => {
    const id = (await imported(db))('strikes')
    await (await aReviewer(db)).review(id, 'conflict')
    const dossier = await read(db)
    await load(
      db,
      elsewhere({ ...dossier, reviews: [...(dossier.reviews ?? []), ...(dossier.reviews ?? [])] }),
    )
    expect((await read(db, 'elsewhere')).reviews).toHaveLength(1)
  })
})

test('what is public holds no verdict of what is not settled yet', async ({ db }) => {
  const id = await imported(db, aDispute())
  const { review } = await aReviewer(db)
  await review(id('strikes'), 'cannot tell')
  await review(id('talks'), 'conflict')
  const { app } = anApp({ db })
  const dossier = (await (await app.request(paths.dossier('strait'))).json()) as Dossier
  expect(dossier.reviews?.map((r) => [r.issue, r.verdict])).toEqual([['talks', 'conflict']])
  const whys = dossier.contradictions?.flatMap((x) => x.log.map((e) => e.why))
  expect(whys).toContain('Review: conflict.')
  expect(JSON.stringify(dossier)).not.toContain('cannot tell')
  const page = await (await app.request(paths.contradiction({ id: id('strikes') }))).text()
  expect(page).not.toMatch(/cannot tell/i)
  expect(page).toContain('verdicts, reasons and the rank are shown once it is settled')
  expect((await listReviewRecord(db, id('strikes'))).reviews).toHaveLength(1)
})
