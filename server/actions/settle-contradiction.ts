import type { Db } from '#db/connect.ts'
import { type LockedContradiction, saveDecision } from '#db/queries/reviews.ts'
import { insertEvents } from '#db/queries/judgement.ts'
import { raiseTopicVersion } from '#db/queries/record.ts'
import { type SettledStatus, isSettled } from '../domain/reviews.ts'

export interface Settling {
  readonly status: SettledStatus
  readonly why: string
  readonly actor: { readonly accountId: number; readonly name: string }
  readonly now: Date
  /** Did an editor settle what reviewers differed on? */
  readonly isAdjudication?: boolean | undefined
}

/**
 * Set what follows from the reviews, log it where the status changes, and let pages know. Needs the
 * transaction that locked the contradiction. Every decision raises the version that forms carry, so
 * that of two made on the same page only one holds.
 */
export async function settleContradiction(
  trx: Db,
  locked: LockedContradiction,
  { status, why, actor, now, isAdjudication = false }: Settling,
): Promise<void> {
  await saveDecision(trx, { id: locked.id, status, settledAt: isSettled(status) ? now : null })
  if (status !== locked.status) {
    const event = {
      contradiction_id: locked.id,
      happened_at: now,
      actor: actor.name,
      account_id: actor.accountId,
      why,
      is_adjudication: isAdjudication,
    }
    await insertEvents(trx, [{ ...event, from_status: locked.status, to_status: status }])
  }
  await raiseTopicVersion(trx, locked.topicId, now)
}
