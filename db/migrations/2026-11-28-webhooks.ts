import { type Kysely, sql } from 'kysely'

/** Who is told of what happens by a signed request, and each of these requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table webhook (
    id integer generated always as identity primary key,
    account_id integer not null references account (id) on delete cascade,
    topic_id integer not null references topic (id) on delete cascade,
    url text not null,
    -- Kept as it is: signing takes it.
    secret text not null,
    -- Null for all.
    events text[],
    created_at timestamptz not null,
    disabled_at timestamptz,
    -- What became of the newest attempt, in words.
    last_status text,
    -- Only what is later is looked at; see below.
    from_revision integer not null,
    from_event integer not null,
    from_at timestamptz not null,
    -- What was newest at seen_at. An hour later it becomes from_*: numbers are given before they are
    -- committed, and what was under way at seen_at has ended by then.
    seen_revision integer not null,
    seen_event integer not null,
    seen_at timestamptz not null,
    -- The topic's version when it was looked at last; null to look in any case.
    swept_version integer,
    -- Until when one process is sending, or when it last was.
    busy_until timestamptz
  )`,
  `create index webhook_account on webhook (account_id)`,
  `create index webhook_topic on webhook (topic_id) where disabled_at is null`,
  `create table webhook_delivery (
    id integer generated always as identity primary key,
    webhook_id integer not null references webhook (id) on delete cascade,
    -- What is told: "claim" with a revision's id, "event" with an entry's, "resolved" with a
    -- contradiction's and a day, or "test".
    key text not null,
    event text not null,
    noted_at timestamptz not null,
    -- As it was sent last.
    body text,
    attempts integer not null default 0,
    -- Null when it was delivered, or given up.
    next_attempt_at timestamptz,
    delivered_at timestamptz,
    last_error text,
    unique (webhook_id, key)
  )`,
  `create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at)
    where next_attempt_at is not null`,
  `create index webhook_delivery_recent on webhook_delivery (webhook_id, id desc)`,
]
