import { type Kysely, sql } from 'kysely'

/** A draft that was discarded can be put back for a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table claim_draft add column discarded_at timestamptz`.execute(db)
}
