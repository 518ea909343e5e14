import type { Db } from '#db/connect.ts'
import { isInvolved } from '#db/queries/involvement.ts'
import {
  findSeen,
  listHeldReviews,
  lockContradiction,
  saveReviewsSetAside,
} from '#db/queries/reviews.ts'
import { Refusal } from '../domain/errors.ts'
import { statusOf, toReview } from '../domain/recorded-contradiction.ts'
import { type Adjudication, decideAdjudication } from '../domain/reviews.ts'
import type { By } from './change-account.ts'
import { settleContradiction } from './settle-contradiction.ts'

export interface GivenAdjudication extends Adjudication {
  readonly contradictionId: number
  /** What the editor had before them: the `seen` of the page they decided on. */
  readonly seen: string
  readonly by: By
}

/**
 * Settle what reviewers differ on, or set their reviews aside: all of it, or nothing.
 * @throws {Refusal} contradiction-not-found | conflict-of-interest | edit-conflict | not-disputed |
 *   review-reason-missing
 */
export async function adjudicate(db: Db, given: GivenAdjudication): Promise<void> {
  const { contradictionId, by } = given
  await db.transaction().execute(async (trx) => {
    const locked = await lockContradiction(trx, contradictionId)
    if (locked === undefined) throw new Refusal('contradiction-not-found')
    if (await isInvolved(trx, locked.id, by.accountId)) throw new Refusal('conflict-of-interest')
    if ((await findSeen(trx, locked.id, given.seen)) !== given.seen)
      throw new Refusal('edit-conflict')
    const reviews = (await listHeldReviews(trx, locked.id)).map(toReview)
    const decision = decideAdjudication({ status: locked.status, reviews }, given)
    if (!decision.ok) throw new Refusal(decision.refusal)
    if (decision.status === 'open') await saveReviewsSetAside(trx, locked.id, by.now)
    const { status, says: why } = decision
    const settled = { status, why, actor: by, now: by.now, isAdjudication: true }
    await settleContradiction(trx, locked, settled)
  })
}

/**
 * Take an adjudication back: the reviews decide again, which differ. Taking back what does not hold
 * changes nothing, so sending it twice is safe.
 * @throws {Refusal} contradiction-not-found
 */
export async function takeBackAdjudication(
  db: Db,
  { contradictionId, by }: { contradictionId: number; by: By },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const locked = await lockContradiction(trx, contradictionId)
    if (locked === undefined) throw new Refusal('contradiction-not-found')
    if (locked.adjudicated === undefined) return
    const reviews = (await listHeldReviews(trx, locked.id)).map(toReview)
    const status = statusOf(reviews, { needed: locked.needed, adjudicated: undefined })
    const why = 'The editor’s decision was taken back.'
    await settleContradiction(trx, locked, { status, why, actor: by, now: by.now })
  })
}
