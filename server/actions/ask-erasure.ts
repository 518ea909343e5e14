import type { Db } from '#db/connect.ts'
import { insertErasureRequest } from '#db/queries/erasures.ts'
import type { ErasedThing, ErasureReason } from '#server/domain/erasures.ts'

export interface AskedErasure {
  readonly topicId: number
  readonly thing: ErasedThing
  readonly thingId: number
  /** Of a source: the SHA-256 of each text that has to go. */
  readonly texts: readonly string[]
  readonly reason: ErasureReason
  /** Public once it is carried out. */
  readonly why: string
  readonly by: { readonly accountId: number; readonly name: string; readonly now: Date }
}

/**
 * Ask for words to be erased: nothing changes until somebody else carries it out. Of one thing at a time
 * there is one request; asking again while it waits changes nothing.
 */
export async function askErasure(db: Db, { by, ...asked }: AskedErasure): Promise<void> {
  const { accountId: askerId, name: askedBy, now: askedAt } = by
  await insertErasureRequest(db, { ...asked, askerId, askedBy, askedAt })
}
