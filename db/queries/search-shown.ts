import { type RawBuilder, sql } from 'kysely'
import type { SearchType } from '#server/domain/search-query.ts'
import type { Db } from '../connect.ts'
import { earlierVersion } from './captures.ts'

/** What results show, of ids that the search has found, and so of nothing that the viewer may not see. */

/** A topic, issue, party, person or source as a result. */
export interface ShownThing {
  readonly type: Exclude<SearchType, 'claim'>
  readonly id: number
  readonly slug: string
  readonly title: string
  /** What else may hold the words: labels of positions, aliases, publisher and authors, a summary. */
  readonly also: readonly string[]
  readonly topic: { readonly slug: string; readonly title: string }
  /** Of a source. */
  readonly language?: string
  readonly published?: string
  readonly publisher?: string | null
  /** How many claims there are about, of, or from it. */
  readonly claims: number
}

const topicOf = (id: string): RawBuilder<unknown> =>
  sql`(select jsonb_build_object('slug', t.slug, 'title', t.title) from topic t where t.id = ${sql.ref(id)})`

const count = (where: RawBuilder<unknown>) =>
  sql`(select count(*)::int from claim c where ${where} and c.withdrawn_reason is null)`

const selects: Readonly<Record<ShownThing['type'], RawBuilder<unknown>>> = {
  topic: sql`x.title as title, array_remove(array[x.summary], null) as also,
    ${topicOf('x.id')} as topic, ${count(sql`c.topic_id = x.id`)} as claims from topic x`,
  issue: sql`x.question as title, coalesce((select array_agg(value order by key) from jsonb_each_text(x.labels)), '{}')
      || coalesce((select array_agg(concat_ws(': ', p.label, p.description) order by p.ordinal)
        from position p where p.issue_id = x.id), '{}') as also,
    ${topicOf('x.topic_id')} as topic, ${count(sql`c.issue_id = x.id`)} as claims from issue x`,
  party: sql`x.name as title, x.aliases as also, ${topicOf('x.topic_id')} as topic,
    ${count(sql`c.party_id = x.id`)} as claims from party x`,
  person: sql`x.name as title, x.aliases as also, ${topicOf('x.topic_id')} as topic,
    ${count(sql`c.person_id = x.id`)} as claims from person x`,
  source: sql`x.title as title, array_remove(x.publisher || x.authors, null) as also,
    ${topicOf('x.topic_id')} as topic, x.language, x.published, x.publisher,
    (select count(distinct claim_id)::int from citation where source_id = x.id) as claims from source x`,
}

/** Things of one kind, in the order of their ids as given. */
export async function listShown(
  db: Db,
  type: ShownThing['type'],
  ids: readonly number[],
): Promise<ShownThing[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ShownThing>`
    select ${type} as type, x.id, x.slug, ${selects[type]}
    where x.id = any(${[...ids]}::int[])`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** A quotation of a claim that was found, with where it stands. */
export interface ShownQuote {
  readonly claimId: number
  readonly quote: string | null
  readonly language: string
  readonly translation: string | null
  readonly translator: string | null
  readonly source: { readonly id: number; readonly slug: string; readonly version?: number }
}

/** What claims quote, in the order of their citations. */
export async function listShownQuotes(db: Db, claimIds: readonly number[]): Promise<ShownQuote[]> {
  if (claimIds.length === 0) return []
  const { rows } = await sql<ShownQuote>`
    select q.claim_id as "claimId", q.quote, coalesce(q.language, s.language) as language,
      q.translation, q.translator,
      jsonb_strip_nulls(jsonb_build_object('id', s.id, 'slug', s.slug, 'version', ${earlierVersion})) as source
    from citation q join source s on s.id = q.source_id
    where q.claim_id = any(${[...claimIds]}::int[]) and q.quote is not null
    order by q.claim_id, q.found_start is null, q.ordinal`.execute(db)
  return rows
}

/** Pieces of the newest texts of sources; a search has found the words in them. */
export async function listShownTexts(
  db: Db,
  hits: readonly { readonly id: number; readonly piece: number }[],
): Promise<ReadonlyMap<number, string>> {
  if (hits.length === 0) return new Map()
  const { rows } = await sql<{ id: number; text: string }>`
    select h.id, substr(k.text, h.piece * 50000 + 1, 50200) as text
    from unnest(${hits.map((hit) => hit.id)}::int[], ${hits.map((hit) => hit.piece)}::int[]) h (id, piece)
    cross join lateral (select text, erased from capture where source_id = h.id
      order by version desc limit 1) k where k.erased is null`.execute(db)
  return new Map(rows.map((row) => [row.id, row.text]))
}
