import { type Kysely, sql } from 'kysely'

/**
 * The history as a hash chain, one for each topic.
 *
 * What happened stays in its own row with a random salt and its leaf, SHA-256 of salt and content.
 * `history_entry` orders the leaves: hash = SHA-256(previous hash, seq as 8 bytes, leaf), where the hash
 * before the first is that of the topic's slug. Entries are appended when the transaction commits: the
 * lock on the end of a chain is the last that a transaction takes, so no order of other locks can run in
 * a circle with it. Entries of one transaction keep the order of its statements and of its rows.
 *
 * A statement leaves one batch for commit rather than one event for each of its rows: an import has
 * tens of thousands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** After an insert into `table`: its new rows, in order of id, as a batch for each topic. */
const chained = (table: string, kind: string, topics: string) => [
  `create function chain_${table}() returns trigger language plpgsql as $$
  begin
    insert into history_batch (topic_id, kind, ref_ids, leaves)
    select topic_id, '${kind}', array_agg(id order by id), array_agg(leaf order by id)
    from (${topics}) added_of group by topic_id order by topic_id;
    return null;
  end $$`,
  `create trigger ${table}_is_chained after insert on ${table} referencing new table as added
    for each statement execute function chain_${table}()`,
]

const ofContradictions =
  'select x.topic_id, a.id, a.leaf from added a join contradiction x on x.id = a.contradiction_id'

const statements = [
  // Null only in rows from before this migration, until db/chain-past.ts has been over them.
  `alter table revision add column salt bytea, add column leaf bytea`,
  `alter table contradiction_event add column salt bytea, add column leaf bytea`,
  // That a review was replaced or taken back is an entry of its own.
  `alter table review add column salt bytea, add column leaf bytea,
    add column end_salt bytea, add column end_leaf bytea`,
  // No foreign key to the topic: it would be checked for every row, and only append_history inserts.
  `create table history_entry (
    topic_id integer not null,
    seq integer not null check (seq > 0),
    kind text not null check (kind in ('revision', 'status', 'review', 'review end')),
    -- The id of the row that it is about.
    ref_id integer not null,
    leaf bytea not null check (length(leaf) = 32),
    hash bytea not null check (length(hash) = 32),
    primary key (topic_id, seq),
    unique (kind, ref_id)
  )`,
  // Empty but inside a transaction: what is to be chained when it commits.
  `create unlogged table history_batch (
    id bigint generated always as identity primary key,
    topic_id integer not null,
    kind text not null,
    ref_ids integer[] not null,
    leaves bytea[] not null
  )`,
  `create function append_history(of_topic integer, kinds text[], refs integer[], leaves bytea[])
  returns void language plpgsql as $$
  declare
    last record;
    head bytea;
    next bytea;
    place integer;
    hashes bytea[] := '{}';
  begin
    place := array_position(leaves, null);
    if place is not null then
      raise exception 'The % % came without its leaf', kinds[place], refs[place]
        using errcode = 'not_null_violation';
    end if;
    perform pg_advisory_xact_lock(3, of_topic);
    select seq, hash into last from history_entry where topic_id = of_topic order by seq desc limit 1;
    if last is null then
      select 0 as seq, sha256(convert_to('gainsay-history/1 ' || slug, 'UTF8')) as hash
        into last from topic where id = of_topic;
    end if;
    head := last.hash;
    place := last.seq;
    foreach next in array leaves loop
      place := place + 1;
      head := sha256(head || int8send(place) || next);
      hashes := hashes || head;
    end loop;
    insert into history_entry (topic_id, seq, kind, ref_id, leaf, hash)
      select of_topic, last.seq + n, e.kind, e.ref, e.leaf, e.hash
      from unnest(kinds, refs, leaves, hashes) with ordinality as e (kind, ref, leaf, hash, n);
  end $$`,
  `create function append_batch() returns trigger language plpgsql as $$
  begin
    perform append_history(new.topic_id,
      array_fill(new.kind, array[cardinality(new.ref_ids)]), new.ref_ids, new.leaves);
    delete from history_batch where id = new.id;
    return null;
  end $$`,
  `create constraint trigger history_batch_is_appended after insert on history_batch
    deferrable initially deferred for each row execute function append_batch()`,
  ...chained('revision', 'revision', 'select topic_id, id, leaf from added'),
  ...chained('contradiction_event', 'status', ofContradictions),
  ...chained('review', 'review', ofContradictions),
  // The end of a review, whether it comes later or with it; after chain_review by its name.
  `create function chain_review_end() returns trigger language plpgsql as $$
  begin
    insert into history_batch (topic_id, kind, ref_ids, leaves)
    select x.topic_id, 'review end', array_agg(a.id order by a.id), array_agg(a.end_leaf order by a.id)
    from added a join contradiction x on x.id = a.contradiction_id
    where a.replaced_at is not null group by x.topic_id order by x.topic_id;
    return null;
  end $$`,
  `create trigger review_is_chained_with_its_end after insert on review
    referencing new table as added for each statement execute function chain_review_end()`,
  `create trigger review_end_is_chained after update on review
    referencing new table as added for each statement execute function chain_review_end()`,
  `create trigger history_entry_is_append_only before update or delete on history_entry
    for each row execute function refuse_change()`,
  // All that may become of a review is that it ends, once.
  `create trigger review_is_append_only before delete on review
    for each row execute function refuse_change()`,
  `create trigger review_ends_once before update on review for each row
    when (old.replaced_at is not null or new.replaced_at is null
      or (old.id, old.contradiction_id, old.account_id, old.reviewer, old.verdict, old.kind, old.reason,
          old.note, old.reviewed_at, old.salt, old.leaf)
        is distinct from (new.id, new.contradiction_id, new.account_id, new.reviewer, new.verdict,
          new.kind, new.reason, new.note, new.reviewed_at, new.salt, new.leaf))
    execute function refuse_change()`,
  // Its leaves are made by the program, at the start that ran this.
  `insert into setting (name, value) select 'history-to-chain', 'all' where exists (select from revision)`,
]
