import type { Db } from '#db/connect.ts'
import { lockErasureRequest, saveDecided } from '#db/queries/erasures.ts'
import { Refusal } from '#server/domain/errors.ts'

interface Declining {
  readonly requestId: number
  readonly why: string
  readonly by: { readonly accountId: number; readonly name: string; readonly now: Date }
}

/**
 * Decline an erasure that somebody asked for: the words stay. Whoever asked may take it back this way.
 * @throws {Refusal} erasure-not-found | erasure-decided
 */
export async function declineErasure(db: Db, { requestId, why, by }: Declining): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const request = await lockErasureRequest(trx, requestId)
    if (request === undefined) throw new Refusal('erasure-not-found')
    if (request.decidedAt !== null) throw new Refusal('erasure-decided')
    await saveDecided(trx, requestId, by, why)
  })
}
