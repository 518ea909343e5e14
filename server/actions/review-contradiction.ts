import type { Db } from '#db/connect.ts'
import { isInvolved } from '#db/queries/involvement.ts'
import { findSeen, listHeldReviews, lockContradiction, saveReview } from '#db/queries/reviews.ts'
import { Refusal } from '../domain/errors.ts'
import { type RecordedReview, reviewerKey, toReview } from '../domain/recorded-contradiction.ts'
import {
  type DisagreementKind,
  type DismissalReason,
  type SettledStatus,
  type Verdict,
  decideReview,
} from '../domain/reviews.ts'
import { settleContradiction } from './settle-contradiction.ts'

export interface GivenReview {
  readonly contradictionId: number
  /** What the reviewer had before them: the `seen` of the page they decided on. */
  readonly seen: string
  readonly reviewer: { readonly accountId: number; readonly name: string }
  readonly verdict: Verdict
  readonly reason?: DismissalReason | undefined
  readonly kind?: DisagreementKind | undefined
  readonly note?: string | undefined
  readonly now: Date
}

/**
 * Record a review: one row added, an earlier one of the same reviewer marked as replaced, the status
 * brought up to date and its change logged, or nothing at all.
 *
 * The same form sent twice (a double click, a retry) is one review. Whoever decides on something else
 * than what is there now, because somebody was faster or the evidence changed, is refused.
 * @throws {Refusal} contradiction-not-found | conflict-of-interest | edit-conflict | review-reason-missing
 */
export async function reviewContradiction(
  db: Db,
  given: GivenReview,
): Promise<{ reviewId: number; status: SettledStatus }> {
  return await db.transaction().execute(async (trx) => {
    const locked = await lockContradiction(trx, given.contradictionId)
    if (locked === undefined) throw new Refusal('contradiction-not-found')
    if (await isInvolved(trx, locked.id, given.reviewer.accountId))
      throw new Refusal('conflict-of-interest')
    const held = await listHeldReviews(trx, locked.id)
    const seen = await findSeen(trx, locked.id, given.seen)
    if (seen !== given.seen) return repeated(held, given, { seen, status: locked.status })
    const { accountId, name } = given.reviewer
    const reviewer = reviewerKey({ accountId, reviewer: name })
    const review = { reviewer, verdict: given.verdict, reason: given.reason }
    const decision = decideReview({ ...locked, reviews: held.map(toReview) }, review)
    if (!decision.ok) throw new Refusal(decision.refusal)
    const reviewId = await saveReview(trx, { ...given, accountId, reviewer: name })
    const to = { status: decision.status, why: whyOf(given), actor: given.reviewer, now: given.now }
    await settleContradiction(trx, locked, to)
    return { reviewId, status: decision.status }
  })
}

/**
 * What is there now is not what was shown: refused, unless this very review is all that changed since.
 * @throws {Refusal} edit-conflict
 */
function repeated(
  held: readonly RecordedReview[],
  given: GivenReview,
  now: { seen: string | undefined; status: SettledStatus },
): { reviewId: number; status: SettledStatus } {
  const last = held.at(-1)
  const isSame =
    last?.accountId === given.reviewer.accountId &&
    last.verdict === given.verdict &&
    last.reason === (given.reason ?? null) &&
    last.kind === (given.kind ?? null) &&
    last.note === (given.note ?? null)
  if (!isSame || now.seen !== oneLater(given.seen)) throw new Refusal('edit-conflict')
  return { reviewId: last.id, status: now.status }
}

/** The same evidence at the next version. */
const oneLater = (seen: string): string =>
  seen.replace(/^\d+/, (version) => String(Number(version) + 1))

const whyOf = ({ verdict, reason }: GivenReview): string =>
  reason === undefined ? `Review: ${verdict}.` : `Review: ${verdict} (${reason}).`
