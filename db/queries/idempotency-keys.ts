import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/** What was done under a key before. */
export interface Done {
  readonly fingerprint: Buffer
  readonly doneAt: Date
  /** As it was answered; null until it was, and for good where the process ended before it. */
  readonly status: number | null
  /** Null where the answer was a page. */
  readonly location: string | null
}

/** @param since - what was done up to then counts as forgotten */
export async function findDone(db: Db, id: Buffer, since: Date): Promise<Done | undefined> {
  return await db
    .selectFrom('idempotency_key')
    .where('id', '=', id)
    .where('done_at', '>', since)
    .select(['fingerprint', 'done_at as doneAt', 'status', 'location'])
    .executeTakeFirst()
}

/** As many as one answer deletes of those that are too old: more than come in with it. */
const MOST_DELETED = 100

/**
 * Keep how it was answered, and forget what was done up to `since`. Does not wait for the disk: should
 * the machine stop just then, what was done is there and the answer is told in other words.
 */
export async function saveAnswer(
  db: Db,
  id: Buffer,
  answer: { readonly status: number; readonly location: string | null; readonly since: Date },
): Promise<void> {
  const { since, ...kept } = answer
  await db
    .with('forgotten', (qb) =>
      qb
        .deleteFrom('idempotency_key')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('idempotency_key')
            .where('done_at', '<=', since)
            .select('id')
            .orderBy('done_at')
            .limit(MOST_DELETED)
            .forUpdate()
            .skipLocked(),
        ),
    )
    .updateTable('idempotency_key')
    .set(kept)
    .where('id', '=', id)
    .where(sql`(select set_config('synchronous_commit', 'off', true))`, '=', 'off')
    .execute()
}
