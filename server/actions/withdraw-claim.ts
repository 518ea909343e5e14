import type { Db } from '#db/connect.ts'
import type { DossierClaim } from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import { findNewest, lockClaim } from './edit-claim.ts'
import { type Change, saveRecord } from './save-record.ts'

export interface Withdrawal {
  readonly claimId: number
  /** The version that the form was rendered from. */
  readonly version: number
  /** Withdraw it, or put it back. */
  readonly withdraw: boolean
  readonly reason: string
  readonly change: Omit<Change, 'why'>
}

/**
 * Withdraw a claim, or put it back: it stays on record either way, with the reason.
 * @returns stale when somebody changed it since; nothing was saved then
 * @throws {Refusal} claim-not-found | erased
 */
export async function withdrawClaim(db: Db, given: Withdrawal): Promise<'saved' | 'stale'> {
  const { claimId, version, withdraw, reason, change } = given
  return await db.transaction().execute(async (trx) => {
    const place = await lockClaim(trx, claimId)
    const saved = await findNewest(trx, place)
    if (saved.form.erased !== undefined) throw new Refusal('erased')
    if (saved.version !== version) return 'stale'
    const { withdrawn: _, ...rest } = saved.form
    const claim: DossierClaim = withdraw ? { ...rest, withdrawn: { reason } } : rest
    await saveRecord(trx, place.topicSlug, { claims: [claim] }, { ...change, why: reason })
    return 'saved'
  })
}
