import type { Db } from '../connect.ts'

/**
 * Write a setting unless it is there: the first of several who ask wins, the others wait for its
 * transaction.
 * @returns true for the one who wrote it
 */
export async function claimSetting(trx: Db, name: string, value: string): Promise<boolean> {
  const row = await trx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((c) => c.column('name').doNothing())
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** A setting, once somebody has written it. */
export async function findSetting(db: Db, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('setting')
    .where('name', '=', name)
    .select('value')
    .executeTakeFirst()
  return row?.value
}
