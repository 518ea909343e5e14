import { type Kysely, sql } from 'kysely'

/** Claims that somebody has begun from a source's text and not saved: one for each person and source. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table claim_draft (
    account_id integer not null references account (id) on delete cascade,
    source_id integer not null references source (id) on delete cascade,
    -- Numbers of the sentences it was begun from, and its fields as JSON: as text, since what was
    -- typed may hold characters that jsonb refuses.
    sentences integer[] not null,
    fields text not null check (length(fields) <= 300000),
    kept_at timestamptz not null,
    primary key (account_id, source_id)
  )`.execute(db)
}
