import { type Kysely, sql } from 'kysely'

/** What people follow, up to when they have read, and since when contradictions are resolved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The topic stands beside the thing, so that what one may not see any more drops out by one join.
  `create table follow (
    account_id integer not null references account (id) on delete cascade,
    kind text not null check (kind in ('topic', 'party', 'issue', 'contradiction')),
    thing_id integer not null,
    topic_id integer not null references topic (id) on delete cascade,
    followed_at timestamptz not null,
    primary key (account_id, kind, thing_id)
  )`,
  `create index follow_topic on follow (topic_id)`,
  // What happened up to this instant has been read.
  `alter table account add column inbox_read_at timestamptz`,
  // Whose decision it was, where an account made it: nobody is told of what they did themselves.
  `alter table contradiction_event add column account_id integer references account (id)`,

  // When it was noted that the sides no longer conflict; resolved_on is the day since which they do not.
  `alter table contradiction add column resolved_at timestamptz`,
  `update contradiction x set resolved_at = greatest(x.filed_at, coalesce(
    (select min(c.recorded_at) from claim c, side a, side b
      where a.id = x.side_a_id and b.id = x.side_b_id and c.issue_id = x.issue_id
        and c.party_id in (a.party_id, b.party_id) and c.latest = x.resolved_on
        and c.withdrawn_reason is null),
    x.resolved_on::timestamp at time zone 'UTC'))
  where x.resolved_on is not null`,

  // What happened since an instant, in topics that somebody follows a part of.
  `create index revision_claim_made on revision (topic_id, made_at) where entity = 'claim'`,
  `create index contradiction_event_made on contradiction_event (happened_at)`,
  `create index contradiction_resolved on contradiction (topic_id, resolved_at)
    where resolved_at is not null`,
]
