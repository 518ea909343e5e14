import { type Kysely, sql } from 'kysely'

/**
 * The record: topics and what belongs to them, revisions, and what is derived from claims.
 *
 * Every id is scoped by its topic through composite keys, so that a claim can never point into another
 * topic. What a claim needs to be citable (a source) is checked when its transaction commits.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table topic (
    id integer generated always as identity primary key,
    slug text not null unique,
    title text not null,
    summary text,
    visibility text not null check (visibility in ('public', 'private')),
    -- Raised by every change: what pages and their ETags depend on.
    version integer not null default 1,
    mixed_window_days integer not null default 30 check (mixed_window_days >= 0),
    reviews_to_settle integer not null default 1 check (reviews_to_settle in (1, 2)),
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create table party (
    id integer generated always as identity primary key,
    topic_id integer not null references topic (id),
    slug text not null,
    name text not null,
    kind text not null,
    aliases text[] not null,
    iso3166 text,
    wikidata text,
    -- Its place in the dispute; null for a party only mentioned, such as a coalition.
    part text check (part in ('party', 'observer')),
    -- Order within the topic, as its dossier lists them.
    ordinal integer not null,
    unique (topic_id, slug),
    unique (topic_id, id)
  )`,
  `create table membership (
    topic_id integer not null,
    party_id integer not null,
    coalition_id integer not null check (coalition_id <> party_id),
    starts text,
    ends text,
    ordinal integer not null,
    primary key (party_id, ordinal),
    foreign key (topic_id, party_id) references party (topic_id, id),
    foreign key (topic_id, coalition_id) references party (topic_id, id)
  )`,
  `create index membership_coalition on membership (coalition_id)`,
  `create table person (
    id integer generated always as identity primary key,
    topic_id integer not null references topic (id),
    slug text not null,
    name text not null,
    aliases text[] not null,
    wikidata text,
    ordinal integer not null,
    unique (topic_id, slug),
    unique (topic_id, id)
  )`,
  `create table person_role (
    topic_id integer not null,
    person_id integer not null,
    party_id integer not null,
    title text not null,
    starts text,
    ends text,
    ordinal integer not null,
    primary key (person_id, ordinal),
    foreign key (topic_id, person_id) references person (topic_id, id),
    foreign key (topic_id, party_id) references party (topic_id, id)
  )`,
  `create index person_role_party on person_role (party_id)`,
  `create table source (
    id integer generated always as identity primary key,
    topic_id integer not null references topic (id),
    slug text not null,
    kind text not null,
    publisher text,
    title text not null,
    authors text[] not null,
    url text,
    archive_url text,
    -- EDTF as written, and the days it may mean.
    published text not null,
    published_earliest date not null,
    published_latest date not null check (published_latest >= published_earliest),
    language text not null,
    grade text check (grade in ('A', 'B', 'C', 'D', 'E', 'F')),
    ordinal integer not null,
    unique (topic_id, slug),
    unique (topic_id, id)
  )`,
  `create table capture (
    id integer generated always as identity primary key,
    source_id integer not null references source (id),
    -- From 1; capturing again adds a version and never changes one.
    version integer not null check (version > 0),
    text text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    captured_at text not null,
    unique (source_id, version),
    unique (source_id, id)
  )`,
  `create table issue (
    id integer generated always as identity primary key,
    topic_id integer not null references topic (id),
    slug text not null,
    question text not null,
    nature text not null check (nature in ('factual', 'normative', 'predictive')),
    kind text not null check (kind in ('options', 'list', 'yes-no', 'quantity', 'date')),
    unit text,
    -- Party slug to that party's own name for the thing.
    labels jsonb not null default '{}',
    exclusive boolean not null,
    ordinal integer not null,
    unique (topic_id, slug),
    unique (topic_id, id)
  )`,
  `create table position (
    id integer generated always as identity primary key,
    issue_id integer not null references issue (id),
    slug text not null,
    label text not null,
    description text,
    ordinal integer not null,
    unique (issue_id, slug),
    unique (issue_id, id)
  )`,
  `create table position_relation (
    issue_id integer not null,
    kind text not null check (kind in ('entails', 'contrary', 'contradictory')),
    from_id integer not null,
    to_id integer not null check (to_id <> from_id),
    ordinal integer not null,
    primary key (issue_id, kind, from_id, to_id),
    foreign key (issue_id, from_id) references position (issue_id, id),
    foreign key (issue_id, to_id) references position (issue_id, id)
  )`,
  // A side is a party with one stance on one position: what contradictions are between.
  `create table side (
    id integer generated always as identity primary key,
    issue_id integer not null references issue (id),
    party_id integer not null references party (id),
    stance text not null check (stance in ('affirms', 'denies')),
    position_id integer references position (id),
    value jsonb,
    -- The position's slug, or the value as text: makes the identity unique in one index.
    held text not null,
    -- Claims that count, and when the newest of them was recorded and said.
    claim_count integer not null default 0 check (claim_count >= 0),
    first_on date,
    last_on date,
    last_recorded_at timestamptz,
    unique (issue_id, party_id, stance, held),
    check ((position_id is null) <> (value is null))
  )`,
  `create table claim (
    id integer generated always as identity primary key,
    topic_id integer not null,
    issue_id integer not null,
    party_id integer not null,
    person_id integer,
    slug text not null,
    position_id integer,
    value jsonb,
    stance text not null check (stance in ('affirms', 'denies', 'leaves-open', 'declines')),
    bearing text not null check (bearing in ('states', 'context')),
    form text not null,
    said text not null,
    -- The days it may have been said on, bounded by the publication that reports it.
    earliest date not null,
    latest date not null check (latest >= earliest),
    statement text not null,
    condition text,
    scope_period text,
    scope_earliest date,
    scope_latest date,
    scope_note text,
    hedge text,
    withdrawn_reason text,
    ordinal integer not null,
    version integer not null default 1,
    recorded_at timestamptz not null,
    recorded_by integer references account (id),
    -- Derived: the side it is evidence for, and the first day on which something superseded it.
    side_id integer references side (id),
    stands_until date,
    unique (topic_id, slug),
    unique (topic_id, id),
    foreign key (topic_id, issue_id) references issue (topic_id, id),
    foreign key (topic_id, party_id) references party (topic_id, id),
    foreign key (topic_id, person_id) references person (topic_id, id),
    foreign key (issue_id, position_id) references position (issue_id, id),
    check (position_id is null or value is null),
    check (stance = 'declines' or position_id is not null or value is not null),
    check ((scope_period is null) = (scope_earliest is null)),
    check ((scope_earliest is null) = (scope_latest is null))
  )`,
  // What a party holds, on any day: the covering index of comparisons and of derivation.
  `create index claim_stand on claim (issue_id, party_id, latest, stands_until)
    include (earliest, stance, position_id, person_id)
    where bearing = 'states' and withdrawn_reason is null`,
  // What stands now: all that a newer claim can supersede.
  `create index claim_standing on claim (issue_id, party_id)
    where bearing = 'states' and withdrawn_reason is null and stands_until is null`,
  `create index claim_side on claim (side_id, latest desc, id desc) where withdrawn_reason is null`,
  `create index claim_party_time on claim (party_id, latest desc, id desc)`,
  `create index claim_topic_time on claim (topic_id, recorded_at desc, id desc)`,
  `create index claim_topic_order on claim (topic_id, ordinal)`,
  `create index claim_person on claim (person_id) where person_id is not null`,
  `create table citation (
    id integer generated always as identity primary key,
    topic_id integer not null,
    claim_id integer not null,
    source_id integer not null,
    -- The capture in which the quotation was found, and where, in Unicode code points.
    capture_id integer,
    found_start integer,
    found_end integer check (found_end > found_start),
    quote text,
    language text,
    translation text,
    translator text,
    locator text,
    credibility integer check (credibility between 1 and 6),
    ordinal integer not null,
    unique (claim_id, ordinal),
    foreign key (topic_id, claim_id) references claim (topic_id, id),
    foreign key (topic_id, source_id) references source (topic_id, id),
    foreign key (source_id, capture_id) references capture (source_id, id),
    check ((capture_id is null) = (found_start is null)),
    check ((found_start is null) = (found_end is null)),
    check (found_start is null or quote is not null)
  )`,
  `create index citation_source on citation (source_id)`,
  `create function claim_has_citation() returns trigger language plpgsql as $$
  begin
    if exists (select from claim where id = coalesce(new.id, 0))
       and not exists (select from citation where claim_id = new.id) then
      raise exception 'claim % has no citation', new.slug
        using errcode = 'check_violation', constraint = 'claim_has_citation';
    end if;
    return null;
  end $$`,
  `create constraint trigger claim_has_citation after insert or update on claim
    deferrable initially deferred for each row execute function claim_has_citation()`,
  `create table search (
    topic_id integer not null,
    party_id integer not null,
    issue_id integer not null,
    searched_on date not null,
    searched_by text,
    result text not null check (result in ('none-found', 'not-applicable')),
    ordinal integer not null,
    primary key (issue_id, party_id, searched_on),
    foreign key (topic_id, party_id) references party (topic_id, id),
    foreign key (topic_id, issue_id) references issue (topic_id, id)
  )`,
  // Which claim first superseded which, over which days: see server/domain/stands.ts.
  `create table succession (
    claim_id integer not null references claim (id),
    successor_id integer not null references claim (id),
    from_day date not null,
    until_day date check (until_day > from_day),
    is_reversal boolean not null,
    primary key (claim_id, from_day)
  )`,
  `create index succession_successor on succession (successor_id)`,
  // When a side stood, with what decides whether it can clash then. Repeats extend a span.
  `create table side_span (
    id integer generated always as identity primary key,
    side_id integer not null references side (id),
    from_day date not null,
    until_day date check (until_day > from_day),
    scope_earliest date,
    scope_latest date,
    is_conditional boolean not null,
    is_own_words boolean not null
  )`,
  `create index side_span_side on side_span (side_id, from_day)`,
  `create table contradiction (
    id integer generated always as identity primary key,
    topic_id integer not null references topic (id),
    issue_id integer not null,
    kind text not null check (kind in ('opposed', 'incompatible positions', 'values apart',
      'reversal', 'mixed messages', 'flagged by a person', 'suggested by text')),
    -- One order for the pair: the lower id first; a reversal may hold one side twice.
    side_a_id integer not null references side (id),
    side_b_id integer not null references side (id),
    rule text not null,
    witness text,
    explanation text not null,
    is_conditional boolean not null,
    apart double precision,
    first_on date not null,
    last_on date not null,
    rank integer not null,
    rank_parts jsonb not null,
    status text not null default 'open' check (status in ('open', 'under review', 'confirmed', 'dismissed')),
    -- Since when the sides no longer conflict; null while they do.
    resolved_on date,
    filed_at timestamptz not null,
    settled_at timestamptz,
    version integer not null default 1,
    unique (issue_id, side_a_id, side_b_id, kind),
    foreign key (topic_id, issue_id) references issue (topic_id, id),
    check (side_a_id <= side_b_id),
    check ((settled_at is null) = (status in ('open', 'under review')))
  )`,
  `create index contradiction_queue on contradiction (topic_id, rank desc, id)
    where status in ('open', 'under review')`,
  `create index contradiction_topic on contradiction (topic_id, issue_id)`,
  `create index contradiction_side_a on contradiction (side_a_id)`,
  `create index contradiction_side_b on contradiction (side_b_id)`,
  `create table review (
    id integer generated always as identity primary key,
    contradiction_id integer not null references contradiction (id),
    account_id integer references account (id),
    reviewer text not null,
    verdict text not null check (verdict in ('conflict', 'tension', 'no conflict', 'cannot tell')),
    kind text,
    reason text,
    note text,
    reviewed_at timestamptz not null,
    -- A later review of the same person takes the place of an earlier one.
    replaced_at timestamptz,
    check (verdict <> 'no conflict' or reason is not null)
  )`,
  `create unique index review_once on review (contradiction_id, reviewer) where replaced_at is null`,
  `create table contradiction_event (
    id integer generated always as identity primary key,
    contradiction_id integer not null references contradiction (id),
    happened_at timestamptz not null,
    actor text not null,
    from_status text,
    to_status text not null,
    why text
  )`,
  `create index contradiction_event_of on contradiction_event (contradiction_id, id)`,
  // Who changed what, when, from, to, why. The dossier form of each thing; the newest is what holds.
  `create table revision (
    id integer generated always as identity primary key,
    topic_id integer not null references topic (id),
    entity text not null check (entity in
      ('topic', 'party', 'person', 'source', 'issue', 'claim', 'search')),
    slug text not null,
    version integer not null check (version > 0),
    made_at timestamptz not null,
    made_by text not null,
    account_id integer references account (id),
    why text,
    -- Null for the first version.
    before jsonb,
    after jsonb not null,
    unique (topic_id, entity, slug, version)
  )`,
  `create index revision_recent on revision (topic_id, id desc)`,
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  `create trigger revision_is_append_only before update or delete on revision
    for each row execute function refuse_change()`,
  `create trigger capture_is_immutable before update or delete on capture
    for each row execute function refuse_change()`,
  `create trigger contradiction_event_is_append_only before update or delete on contradiction_event
    for each row execute function refuse_change()`,
  `create table setting (name text primary key, value text not null)`,
]
