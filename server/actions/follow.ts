import type { Db } from '#db/connect.ts'
import type { Followed } from '#db/queries/feeds.ts'
import { countFollows, insertFollow } from '#db/queries/follows.ts'
import { Refusal } from '../domain/errors.ts'

/** What one account may follow: each costs its inbox something. */
const MOST_FOLLOWS = 500

/**
 * Follow something from now on; what is followed already is followed on, since when it was.
 * @throws {Refusal} too-many-follows
 */
export async function follow(
  db: Db,
  followed: Followed,
  by: { readonly accountId: number; readonly now: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const isNew = await insertFollow(trx, followed, by)
    if (isNew && (await countFollows(trx, by.accountId)) > MOST_FOLLOWS)
      throw new Refusal('too-many-follows', { detail: `That is ${MOST_FOLLOWS}.` })
  })
}
