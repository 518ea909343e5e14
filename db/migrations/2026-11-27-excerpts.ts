import { type Kysely, sql } from 'kysely'

/** Sources whose text readers see in excerpts only, around what is quoted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table source add column excerpts_only boolean not null default false`.execute(db)
}
