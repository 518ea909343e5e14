import type { Db } from '#db/connect.ts'
import {
  findReview,
  listHeldReviews,
  lockContradiction,
  saveReviewEnded,
} from '#db/queries/reviews.ts'
import { Refusal } from '../domain/errors.ts'
import { statusOf, toReview } from '../domain/recorded-contradiction.ts'
import { settleContradiction } from './settle-contradiction.ts'

export interface TakenBack {
  readonly contradictionId: number
  readonly reviewId: number
  readonly reviewer: { readonly accountId: number; readonly name: string }
  readonly now: Date
}

/**
 * Take one's own review back: it stays on record, marked, and the status becomes what the reviews that
 * are left come to. Taking back what no longer holds changes nothing, so sending it twice is safe.
 * @throws {Refusal} contradiction-not-found | not-found | forbidden
 */
export async function takeBackReview(db: Db, given: TakenBack): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const locked = await lockContradiction(trx, given.contradictionId)
    if (locked === undefined) throw new Refusal('contradiction-not-found')
    const review = await findReview(trx, locked.id, given.reviewId)
    if (review === undefined) throw new Refusal('not-found')
    if (review.accountId !== given.reviewer.accountId)
      throw new Refusal('forbidden', { detail: 'Only whoever gave a review can take it back.' })
    if (review.replacedAt !== null) return
    await saveReviewEnded(trx, review.id, given.now)
    const left = (await listHeldReviews(trx, locked.id)).map(toReview)
    const status = statusOf(left, locked)
    const why = `Review taken back: ${review.verdict}.`
    await settleContradiction(trx, locked, {
      status,
      why,
      actor: given.reviewer,
      now: given.now,
    })
  })
}
