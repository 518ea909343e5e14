import { type Kysely, sql } from 'kysely'

/** What was done already, for whoever sends the same again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table idempotency_key (
    -- SHA-256 of who sent it, the method, the path and the key: paths can hold secrets, and networks are
    -- people's.
    id bytea primary key check (length(id) = 32),
    -- Of the content, under the key itself, which is stored nowhere: content can hold passwords.
    fingerprint bytea not null check (length(fingerprint) = 32),
    -- Written in the transaction that did it.
    done_at timestamptz not null,
    -- What was answered then; null until it was, and for good where the process ended before it.
    status smallint,
    -- Null where the answer was a page, which is not kept.
    location text
  )`,
  `create index idempotency_key_old on idempotency_key (done_at)`,
]
