import { sql } from 'kysely'
import type { ErasedEntry, ErasedText } from '#server/domain/erasures.ts'
import type { HistoryKind } from '#server/domain/history-content.ts'
import type { Db } from '../connect.ts'

/** What is wrong with the history that no entry shows: rows without an entry, entries without a topic. */

/** A row that no entry of its topic is about. */
export interface UnchainedRow {
  readonly topic: string
  readonly kind: HistoryKind
  readonly id: number
  /** The entry after which it belongs: of the review that ended, of the row before; null for none. */
  readonly after: number | null
  /** What a revision is of; null for anything else. */
  readonly entity: string | null
  readonly slug: string | null
  readonly version: number | null
}

/** Rows that are in no entry, by topic, kind and id; at most `limit`. */
export async function listUnchained(db: Db, limit: number): Promise<UnchainedRow[]> {
  const { rows } = await sql<UnchainedRow>`
    select t.slug as topic, r.kind, r.id, r.entity, r.slug, r.version, (
        select max(e.seq) from history_entry e where e.topic_id = r.topic_id
          and (e.kind = r.kind and e.ref_id < r.id
            or r.kind = 'review end' and e.kind = 'review' and e.ref_id = r.id)
      ) as after
    from (
      select topic_id, 'revision' as kind, id, entity, slug, version from revision
      union all select x.topic_id, 'status', e.id, null, null, null
        from contradiction_event e join contradiction x on x.id = e.contradiction_id
      union all select x.topic_id, 'review', r.id, null, null, null
        from review r join contradiction x on x.id = r.contradiction_id
      union all select x.topic_id, 'review end', r.id, null, null, null
        from review r join contradiction x on x.id = r.contradiction_id
        where num_nonnulls(r.replaced_at, r.end_salt, r.end_leaf) > 0
      union all select topic_id, 'erasure', id, null, null, null from erasure
    ) r left join topic t on t.id = r.topic_id
    where not exists (
      select from history_entry e
      where e.kind = r.kind and e.ref_id = r.id and e.topic_id = r.topic_id)
    order by t.slug, r.kind, r.id limit ${limit}`.execute(db)
  return rows
}

/** Ids of topics that have entries and are not there, with how many. */
export async function listOrphans(db: Db): Promise<{ topicId: number; entries: number }[]> {
  const { rows } = await sql<{ topicId: number; entries: number }>`
    select topic_id as "topicId", count(*)::int as entries from history_entry e
    where not exists (select from topic where id = e.topic_id)
    group by topic_id order by topic_id`.execute(db)
  return rows
}

/** A source's texts as its newest revision names them, and as they are stored. */
export interface StoredCaptures {
  readonly id: number
  readonly slug: string
  /** The number of the entry that names them; null where there is none. */
  readonly seq: number | null
  /** The source's newest form; null where no revision tells of it. */
  readonly form: unknown
  readonly stored: readonly {
    readonly version: number
    readonly sha256: string
    readonly capturedAt: string
    /** SHA-256 of the text that is there, in hexadecimal. */
    readonly found: string
    /** What the gap says, where there is one; null where there is none. */
    readonly erased: unknown
    /** The erasure that made it, where that was done here. */
    readonly erasureId: number | null
  }[]
}

/** Sources of a topic with an id above `after` that have, or should have, a text; by id. */
export async function listStoredCaptures(
  db: Db,
  topicId: number,
  { after, limit }: { after: number; limit: number },
): Promise<StoredCaptures[]> {
  const { rows } = await sql<StoredCaptures>`
    select s.id, s.slug, r.after as form, e.seq, coalesce((
        select jsonb_agg(jsonb_build_object('version', c.version, 'sha256', c.sha256,
          'capturedAt', c.captured_at, 'found', encode(sha256(convert_to(c.text, 'UTF8')), 'hex'),
          'erased', c.erased, 'erasureId', c.erasure_id) order by c.version)
        from capture c where c.source_id = s.id
      ), '[]') as stored
    from source s
    left join lateral (
      select id, after from revision
      where topic_id = s.topic_id and entity = 'source' and slug = s.slug
      order by version desc limit 1
    ) r on true
    left join history_entry e on e.kind = 'revision' and e.ref_id = r.id
    where s.topic_id = ${topicId} and s.id > ${after} order by s.id limit ${limit}`.execute(db)
  return rows
}

/** A claim or a reply whose quotation points at a text which is not there or is another source's. */
export interface LostQuotation {
  readonly topic: string
  readonly of: 'claim' | 'reply'
  readonly slug: string
  /** Of the newest entry that tells of it. */
  readonly seq: number | null
}

export async function listLostQuotations(db: Db, limit: number): Promise<LostQuotation[]> {
  const { rows } = await sql<LostQuotation>`
    select t.slug as topic, q.of, q.slug, (
        select max(e.seq) from revision r
        join history_entry e on e.kind = 'revision' and e.ref_id = r.id
        where r.topic_id = q.topic_id and r.entity = q.of and r.slug = q.slug
      ) as seq
    from (
      select 'claim' as of, c.slug, c.topic_id, capture_id, source_id
        from citation join claim c on c.id = claim_id
      union all select 'reply', r.slug, r.topic_id, capture_id, source_id
        from reply_citation join reply r on r.id = reply_id
    ) q join topic t on t.id = q.topic_id
    where q.capture_id is not null and not exists (
      select from capture k where k.id = q.capture_id and k.source_id = q.source_id)
    order by t.slug, q.of, q.slug limit ${limit}`.execute(db)
  return rows
}

/** Captures of sources that are not there. */
export async function countLostCaptures(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from capture c
    where not exists (select from source where id = c.source_id)`.execute(db)
  return rows[0]?.count ?? 0
}

/** What an erasure that the history tells of says it took. */
export interface ToldErasure {
  readonly id: number
  readonly entries: readonly ErasedEntry[]
  readonly texts: readonly ErasedText[]
}

/** Every erasure that is an entry of the topic's history. */
export async function listToldErasures(db: Db, topicId: number): Promise<ToldErasure[]> {
  const { rows } = await sql<ToldErasure>`
    select g.id, g.entries, g.texts from erasure g
    join history_entry e on e.kind = 'erasure' and e.ref_id = g.id and e.topic_id = g.topic_id
    where g.topic_id = ${topicId}`.execute(db)
  return rows
}
