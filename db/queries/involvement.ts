import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connect.ts'

/**
 * Sides with a claim among their evidence that this account recorded or changed: what somebody wrote,
 * somebody else reviews. A subquery of side ids.
 */
export const sidesWrittenBy = (accountId: number): RawBuilder<unknown> => sql`(
  select c.side_id from revision r
  join claim c on c.topic_id = r.topic_id and c.slug = r.slug
  where r.account_id = ${accountId} and r.entity = 'claim'
    and c.side_id is not null and c.withdrawn_reason is null)`

/** Has this account a part in the evidence of the contradiction? */
export async function isInvolved(db: Db, id: number, accountId: number): Promise<boolean> {
  const row = await db
    .selectFrom('contradiction as x')
    .where('x.id', '=', id)
    .select(
      sql<boolean>`(x.side_a_id in ${sidesWrittenBy(accountId)}
        or x.side_b_id in ${sidesWrittenBy(accountId)})`.as('isInvolved'),
    )
    .executeTakeFirst()
  return row?.isInvolved ?? false
}
