import { sql } from 'kysely'
import type { ErasedMark, ErasedThing } from '#server/domain/erasures.ts'
import type { Db } from '../connect.ts'

/** What words can be erased of, and how much would go with them. */

/** A thing with words, as somebody who asks for its erasure names it. */
export interface Erasable {
  readonly topicId: number
  /** What the history files it under. */
  readonly entity: string
  /** By slug; null for what is about a contradiction. */
  readonly slug: string | null
  readonly contradictionId: number | null
  /** The id of the claim or source itself. */
  readonly id: number
  /** The statement, title or question that names it. */
  readonly label: string
  /** Of a revision. */
  readonly version: number | null
  /** Has it words that could go? */
  readonly hasWords: boolean
}

const rows = {
  claim: sql`
    select topic_id as "topicId", 'claim' as entity, slug, null::int as "contradictionId", id,
      statement as label, null::int as version, erased is null as "hasWords", id as key from claim`,
  source: sql`
    select topic_id, 'source', slug, null::int, id, title, null::int,
      exists (select from capture where source_id = source.id and erased is null), id from source`,
  review: sql`
    select x.topic_id, 'contradiction', null, x.id, r.id, i.question, null::int,
      r.note is not null and r.erasure_id is null, r.id
    from review r join contradiction x on x.id = r.contradiction_id join issue i on i.id = x.issue_id`,
  status: sql`
    select x.topic_id, 'contradiction', null, x.id, e.id, i.question, null::int,
      e.why is not null and e.erasure_id is null and e.from_status is not null, e.id
    from contradiction_event e join contradiction x on x.id = e.contradiction_id
    join issue i on i.id = x.issue_id`,
  revision: sql`
    select topic_id, entity, slug, null::int, id, entity || ' ' || slug, version,
      why is not null and erasure_id is null, id from revision`,
} as const satisfies Readonly<Record<ErasedThing, unknown>>

/** Find a thing by its id in its own table. */
export async function findErasable(
  db: Db,
  thing: ErasedThing,
  id: number,
): Promise<Erasable | undefined> {
  const found = await sql<Erasable>`
    select "topicId", entity, slug, "contradictionId", id, label, version, "hasWords"
    from (${rows[thing]}) as w ("topicId", entity, slug, "contradictionId", id, label, version,
      "hasWords", key)
    where key = ${id}`.execute(db)
  return found.rows[0]
}

/** A captured text, without the text. */
export interface ErasableText {
  readonly version: number
  readonly sha256: string
  readonly capturedAt: string
  /** In code points. */
  readonly length: number
  readonly erased: ErasedMark | null
}

/** Every captured text of a source, the newest first. */
export async function listErasableTexts(db: Db, sourceId: number): Promise<ErasableText[]> {
  const found = await sql<ErasableText>`
    select version, sha256, captured_at as "capturedAt", length(text) as length, erased
    from capture where source_id = ${sourceId} order by version desc`.execute(db)
  return found.rows
}

/** What would go with a claim, and what holds its words besides. */
export interface ClaimExtent {
  readonly versions: number
  /** In its newest version. */
  readonly quotations: number
  /** Claims that somebody began from a source it cites. */
  readonly drafts: number
  /** Sources whose captured text has its quotations; that text stays. */
  readonly sources: readonly {
    readonly id: number
    readonly slug: string
    readonly title: string
  }[]
}

export async function findClaimExtent(db: Db, claimId: number): Promise<ClaimExtent> {
  const found = await sql<ClaimExtent>`
    select (select count(*)::int from revision r
        where r.topic_id = c.topic_id and r.entity = 'claim' and r.slug = c.slug) as versions,
      (select count(*)::int from citation q where q.claim_id = c.id and q.quote is not null)
        as quotations,
      (select count(*)::int from claim_draft d
        where d.source_id in (select source_id from citation where claim_id = c.id)) as drafts,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', s.id, 'slug', s.slug, 'title', s.title))
        from citation q join source s on s.id = q.source_id
        where q.claim_id = c.id and q.capture_id is not null), '[]') as sources
    from claim c where c.id = ${claimId}`.execute(db)
  return found.rows[0] ?? { versions: 0, quotations: 0, drafts: 0, sources: [] }
}

/** What would go with captured texts of a source, and what stays. */
export interface SourceExtent {
  readonly drafts: number
  /** Quotations of claims that stand in these texts; they stay. */
  readonly quotations: number
  /** Other sources of the topic that have the very same text, which goes there too. */
  readonly others: readonly { readonly id: number; readonly slug: string; readonly title: string }[]
}

export async function findSourceExtent(
  db: Db,
  sourceId: number,
  texts: readonly string[],
): Promise<SourceExtent> {
  const found = await sql<SourceExtent>`
    with gone as (
      select k.id, k.source_id, o.slug, o.title from source s
      join source o on o.topic_id = s.topic_id join capture k on k.source_id = o.id
      where s.id = ${sourceId} and k.sha256 = any(${[...texts]}::text[]))
    select (select count(*)::int from claim_draft where source_id in (select source_id from gone))
        as drafts,
      (select count(*)::int from citation where capture_id in (select id from gone)) as quotations,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', source_id, 'slug', slug, 'title', title))
        from gone where source_id <> ${sourceId}), '[]') as others`.execute(db)
  return found.rows[0] ?? { drafts: 0, quotations: 0, others: [] }
}
