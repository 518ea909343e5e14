import type { Db } from '#db/connect.ts'
import { insertReviews } from '#db/queries/judgement.ts'
import type { SettledStatus, Verdict } from '#server/domain/reviews.ts'
import { noon } from './app.ts'

/** Verdicts by the reviewers' names. */
export type Verdicts = Readonly<Record<string, Verdict>>

/** Set what became of a contradiction, whatever its reviews say. */
export async function settle(db: Db, id: number, status: SettledStatus): Promise<void> {
  const isSettled = status === 'confirmed' || status === 'dismissed'
  await db
    .updateTable('contradiction')
    .set({ status, settled_at: isSettled ? noon : null })
    .where('id', '=', id)
    .execute()
}

/** Let people who are known by name alone judge a contradiction, and settle it as they say. */
export async function judge(db: Db, id: number, verdicts: Verdicts): Promise<void> {
  await insertReviews(
    db,
    Object.entries(verdicts).map(([reviewer, verdict]) => ({
      contradiction_id: id,
      reviewer,
      verdict,
      kind: null,
      reason: verdict === 'no conflict' ? 'both can hold' : null,
      note: null,
      reviewed_at: noon,
      replaced_at: null,
    })),
  )
  await settle(db, id, Object.values(verdicts).includes('no conflict') ? 'dismissed' : 'confirmed')
}
