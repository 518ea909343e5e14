import { type Kysely, sql } from 'kysely'

/** What parties answer to claims on record, with the citations of each answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table revision drop constraint revision_entity_check`,
  `alter table revision add constraint revision_entity_check check (entity in
    ('topic', 'party', 'person', 'source', 'issue', 'claim', 'search', 'reply'))`,
  `create table reply (
    id integer generated always as identity primary key,
    topic_id integer not null,
    -- What it answers.
    claim_id integer not null,
    party_id integer not null,
    person_id integer,
    slug text not null,
    said text not null,
    -- The days it may have been said on, bounded by the publication that reports it.
    earliest date not null,
    latest date not null check (latest >= earliest),
    statement text not null,
    withdrawn_reason text,
    ordinal integer not null,
    version integer not null default 1,
    recorded_at timestamptz not null,
    recorded_by integer references account (id),
    unique (topic_id, slug),
    unique (topic_id, id),
    foreign key (topic_id, claim_id) references claim (topic_id, id),
    foreign key (topic_id, party_id) references party (topic_id, id),
    foreign key (topic_id, person_id) references person (topic_id, id)
  )`,
  `create index reply_claim on reply (claim_id, latest, id)`,
  // A citation of a claim in every column: the same rules find its words.
  `create table reply_citation (
    id integer generated always as identity primary key,
    topic_id integer not null,
    reply_id integer not null,
    source_id integer not null,
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
    unique (reply_id, ordinal),
    foreign key (topic_id, reply_id) references reply (topic_id, id),
    foreign key (topic_id, source_id) references source (topic_id, id),
    foreign key (source_id, capture_id) references capture (source_id, id),
    check ((capture_id is null) = (found_start is null)),
    check ((found_start is null) = (found_end is null)),
    check (found_start is null or quote is not null)
  )`,
  `create index reply_citation_source on reply_citation (source_id)`,
  `create function reply_has_citation() returns trigger language plpgsql as $$
  begin
    if not exists (select from reply_citation where reply_id = new.id) then
      raise exception 'reply % has no citation', new.slug
        using errcode = 'check_violation', constraint = 'reply_has_citation';
    end if;
    return null;
  end $$`,
  `create constraint trigger reply_has_citation after insert or update on reply
    deferrable initially deferred for each row execute function reply_has_citation()`,
]
