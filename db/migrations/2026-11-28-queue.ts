import { type Kysely, sql } from 'kysely'

/** What reviewers put off, and which changes of status an editor made where reviewers differed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table contradiction_event add column is_adjudication boolean not null default false`.execute(
    db,
  )
  await sql`create table contradiction_snooze (
    contradiction_id integer not null references contradiction (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,
    snoozed_at timestamptz not null,
    until_at timestamptz not null check (until_at > snoozed_at),
    primary key (account_id, contradiction_id)
  )`.execute(db)
}
