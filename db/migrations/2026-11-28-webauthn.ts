import { type Kysely, sql } from 'kysely'

/** Passkeys, and the challenges that they sign: each counts once, for five minutes, for one purpose. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What authenticators know an account by: random, since it leaves the site and names nobody.
  `alter table account add column passkey_handle bytea check (length(passkey_handle) = 32)`,
  `create unique index account_passkey_handle on account (passkey_handle)`,

  `create table passkey (
    id integer generated always as identity primary key,
    account_id integer not null references account (id) on delete cascade,
    credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
    -- As COSE writes a key (RFC 9052).
    public_key bytea not null,
    -- How often it was used, as it says itself; 0 where it does not count.
    counter bigint not null check (counter >= 0),
    transports text[] not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz
  )`,
  `create index passkey_account on passkey (account_id)`,

  `create table passkey_challenge (
    challenge_hash bytea primary key check (length(challenge_hash) = 32),
    purpose text not null check (purpose in ('register', 'sign-in', 'confirm')),
    account_id integer references account (id) on delete cascade,
    expires_at timestamptz not null,
    check ((purpose = 'sign-in') = (account_id is null))
  )`,
  `create index passkey_challenge_expires on passkey_challenge (expires_at)`,
]
