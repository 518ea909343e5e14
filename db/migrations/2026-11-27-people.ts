import { type Kysely, sql } from 'kysely'

/**
 * People: roles and how they sign in, invitations, who belongs to a private topic, tokens for programs,
 * counted attempts, and a log of what was done to accounts. Secrets are stored as hashes alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table account drop constraint account_role_check`,
  `alter table account add constraint account_role
    check (role in ('reader', 'contributor', 'reviewer', 'editor', 'owner'))`,
  // There may be several owners; two starts at once still make one account (see saveOwner).
  `drop index account_one_owner`,
  // What tells names apart for people: one that only looks like another is the same key.
  `alter table account add column name_key text`,
  `update account set name_key = lower(name) || case when disabled_at is null then '' else ' ' || id end`,
  `alter table account alter column name_key set not null`,
  `create unique index account_name on account (name_key)`,
  `alter table account add column email text check (email = lower(email))`,
  `create unique index account_email on account (email)`,
  `alter table account add column password_hash text`,

  // A session can be named and ended without its token.
  `alter table session add column id integer generated always as identity`,
  `create unique index session_id on session (id)`,
  `alter table session add column browser text`,
  `alter table session add column came_by text not null default 'link'
    check (came_by in ('link', 'invitation', 'password', 'passkey'))`,
  // When its person last proved who they are; what can take an account over asks again after a while.
  `alter table session add column confirmed_at timestamptz`,
  `update session set confirmed_at = created_at`,
  `alter table session alter column confirmed_at set not null`,

  `create table invitation (
    id integer generated always as identity primary key,
    token_hash bytea not null unique check (length(token_hash) = 32),
    role text not null check (role in ('reader', 'contributor', 'reviewer', 'editor', 'owner')),
    -- For whom, as the one who invites knows them.
    note text,
    topic_id integer references topic (id) on delete cascade,
    invited_by integer not null references account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz,
    used_at timestamptz,
    used_by integer references account (id),
    check ((used_at is null) = (used_by is null))
  )`,
  `create index invitation_recent on invitation (created_at desc)`,

  `alter table topic drop constraint topic_visibility_check`,
  `alter table topic add constraint topic_visibility check (visibility in ('public', 'team', 'private'))`,
  `create table topic_member (
    topic_id integer not null references topic (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,
    added_at timestamptz not null,
    added_by integer references account (id),
    primary key (topic_id, account_id)
  )`,
  `create index topic_member_account on topic_member (account_id)`,

  `create table api_token (
    id integer generated always as identity primary key,
    account_id integer not null references account (id) on delete cascade,
    name text not null,
    token_hash bytea not null unique check (length(token_hash) = 32),
    scopes text[] not null check (scopes <@ array['read', 'record', 'review']),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    last_used_at timestamptz
  )`,
  `create index api_token_account on api_token (account_id)`,

  // How often something was tried in the window that began then; old windows are forgotten.
  `create table attempt (
    key text not null,
    window_at timestamptz not null,
    count integer not null check (count > 0),
    primary key (key, window_at)
  )`,
  `create index attempt_old on attempt (window_at)`,

  // What was done to accounts and who may see what: by whom, to whom, when, why.
  `create table people_event (
    id integer generated always as identity primary key,
    happened_at timestamptz not null,
    actor_id integer references account (id),
    actor text not null,
    subject_id integer references account (id),
    subject text,
    topic_id integer references topic (id),
    what text not null,
    why text
  )`,

  `create trigger people_event_is_append_only before update or delete on people_event
    for each row execute function refuse_change()`,

  // Whether somebody has a part in a claim: nobody reviews what they recorded.
  `create index revision_account on revision (account_id) where account_id is not null`,
  // A review is its account's, whatever the account is called at the time; an imported one its name's.
  `drop index review_once`,
  `create unique index review_once_account on review (contradiction_id, account_id)
    where replaced_at is null and account_id is not null`,
  `create unique index review_once_name on review (contradiction_id, reviewer)
    where replaced_at is null and account_id is null`,
]
