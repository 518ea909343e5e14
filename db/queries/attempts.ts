import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/**
 * Count one more attempt in the window that began at `windowAt`. One statement, so that of many at once
 * each is counted, in every process that shares the database.
 * @returns how many there are now, this one included
 */
export async function countAttempt(db: Db, key: string, windowAt: Date): Promise<number> {
  const row = await db
    .insertInto('attempt')
    .values({ key, window_at: windowAt, count: 1 })
    .onConflict((c) =>
      c.columns(['key', 'window_at']).doUpdateSet({ count: sql<number>`attempt.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count
}

/** Take an attempt back that turned out to be none: somebody who did sign in was not guessing. */
export async function uncountAttempt(db: Db, key: string, windowAt: Date): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ count: sql<number>`count - 1` })
    .where('key', '=', key)
    .where('window_at', '=', windowAt)
    .where('count', '>', 1)
    .execute()
}

export async function deleteAttemptsBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('attempt').where('window_at', '<', before).execute()
}
