import type { Db } from '../connect.ts'

/** What a reviewer has put off for a while; nobody else's queue changes. */

export interface Snooze {
  readonly accountId: number
  readonly contradictionId: number
}

export async function saveSnooze(
  db: Db,
  { accountId, contradictionId, now, until }: Snooze & { now: Date; until: Date },
): Promise<void> {
  const times = { snoozed_at: now, until_at: until }
  await db
    .insertInto('contradiction_snooze')
    .values({ account_id: accountId, contradiction_id: contradictionId, ...times })
    .onConflict((c) => c.columns(['account_id', 'contradiction_id']).doUpdateSet(times))
    .execute()
}

/** Until when one is put off; undefined where it is not, or no longer. */
export async function findSnooze(
  db: Db,
  { accountId, contradictionId, now }: Snooze & { now: Date },
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('contradiction_snooze')
    .where('account_id', '=', accountId)
    .where('contradiction_id', '=', contradictionId)
    .where('until_at', '>', now)
    .select('until_at')
    .executeTakeFirst()
  return row?.until_at
}

export async function deleteSnooze(db: Db, { accountId, contradictionId }: Snooze): Promise<void> {
  await db
    .deleteFrom('contradiction_snooze')
    .where('account_id', '=', accountId)
    .where('contradiction_id', '=', contradictionId)
    .execute()
}
