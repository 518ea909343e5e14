import { type RawBuilder, sql } from 'kysely'
import type { Stance } from '#server/domain/claims.ts'
import type { Day } from '#server/domain/dates.ts'
import type { SearchTerm, SearchType } from '#server/domain/search-query.ts'
import type { Wanted, WantedGroup } from '#server/domain/search-terms.ts'
import type { Db } from '../connect.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/**
 * What a search finds: ids and what facets count, never more than {@link MOST_HITS} of a kind. Topics
 * that the viewer may not see are left out in the statement itself, so they are in no count either.
 */

/** Beyond this many of a kind the newest are taken, and counts say "more than". */
export const MOST_HITS = 1000

/** Things that filters name, by id; undefined where nothing was asked. */
export interface SearchFilter {
  readonly topic?: readonly number[] | undefined
  readonly party?: readonly number[] | undefined
  readonly issue?: readonly number[] | undefined
  readonly speaker?: readonly number[] | undefined
  readonly source?: readonly number[] | undefined
  /** BCP 47; `ru` holds for `ru-RU`. */
  readonly lang?: readonly string[] | undefined
  readonly stance?: readonly Stance[] | undefined
  readonly after?: Day | undefined
  readonly before?: Day | undefined
}

export interface Asked {
  readonly groups: readonly WantedGroup[]
  readonly excluded: readonly SearchTerm[]
  readonly filter: SearchFilter
}

export interface Hit {
  readonly id: number
  readonly topic: string
  readonly topicTitle: string
  readonly rank: number
  /** Of a claim, its first citation's; of a source, its own. */
  readonly lang?: string | null
  /** Of a claim. */
  readonly party?: string
  readonly partyName?: string
}

/**
 * Look something up with a deadline of its own: a search may be expensive, and nobody else should wait
 * for it. What takes longer is a `busy` refusal (SQLSTATE 57014).
 */
export async function withDeadline<T>(db: Db, look: (trx: Db) => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (trx) => {
    await sql`set transaction read only`.execute(trx)
    await sql`set local statement_timeout = 2000`.execute(trx)
    return await look(trx)
  })
}

const phrase = ({ text, isBegun }: Wanted) => sql`search_phrase(${text}, ${isBegun})`

/** The whole search as one tsquery; undefined where no word has to occur. */
export function tsqueryOf({ groups, excluded }: Asked): RawBuilder<unknown> | undefined {
  if (groups.length === 0) return undefined
  const all = groups.map(({ anyOf }) => {
    const any = anyOf.map(({ all: each }) => sql`(${sql.join(each.map(phrase), sql` && `)})`)
    return sql`(${sql.join(any, sql` || `)})`
  })
  const none = excluded.map(({ text }) => sql`!! ${phrase({ text, isBegun: false })}`)
  return sql`(${sql.join([...all, ...none], sql` && `)})`
}

const all = (parts: readonly (RawBuilder<unknown> | undefined)[]) =>
  sql.join([sql`true`, ...parts.filter((part) => part !== undefined)], sql` and `)

const among = (column: string, given: readonly (number | string)[] | undefined) =>
  given === undefined ? undefined : sql`${sql.ref(column)} = any(${[...given]})`

/** Patterns for like; what is no letter, digit or hyphen cannot be in a tag. */
const langs = (column: RawBuilder<unknown>, asked: readonly string[] | undefined) => {
  if (asked === undefined) return undefined
  const tags = asked.map((tag) => tag.toLowerCase().replace(/[^a-z0-9-]/g, ''))
  return sql`(lower(${column}) = any(${tags}::text[])
    or lower(${column}) like any(${tags.map((tag) => `${tag}-%`)}::text[]))`
}

const days = (from: string, to: string, { after, before }: SearchFilter) => [
  after === undefined ? undefined : sql`${sql.ref(to)} >= ${after}::date`,
  before === undefined ? undefined : sql`${sql.ref(from)} < ${before}::date`,
]

const cites = (filter: SearchFilter) => {
  const lang = langs(sql`coalesce(q.language, s.language)`, filter.lang)
  const source = among('q.source_id', filter.source)
  if (lang === undefined && source === undefined) return undefined
  return sql`exists (select from citation q join source s on s.id = q.source_id
    where q.claim_id = c.id and ${all([lang, source])})`
}

/** Claims, the best first or, of very many, the newest first. */
export async function listClaimHits(db: Db, viewer: TopicViewer, asked: Asked): Promise<Hit[]> {
  const { filter } = asked
  const query = tsqueryOf(asked)
  const without = asked.excluded.map(
    ({ text }) => sql`not e.words @@ ${phrase({ text, isBegun: false })}`,
  )
  const where = all([
    query === undefined ? undefined : sql`e.words @@ ${query}`,
    ...(query === undefined ? without : []),
    among('c.topic_id', filter.topic),
    among('c.party_id', filter.party),
    among('c.issue_id', filter.issue),
    among('c.person_id', filter.speaker),
    among('c.stance', filter.stance),
    ...days('c.earliest', 'c.latest', filter),
    cites(filter),
  ])
  const found = sql`search_entry e join claim c on c.id = e.thing_id join topic t on t.id = c.topic_id
    where e.kind = 'claim' and ${isVisible(viewer, 't')} and ${where}`
  // Without an order the index alone decides what is read: rare words stay cheap among many claims.
  const { rows: some } = await sql<{ id: number }>`
    select c.id from ${found} limit ${MOST_HITS + 1}`.execute(db)
  if (some.length > MOST_HITS) return await newestHits(db, found)
  const rank = query === undefined ? sql`0::real` : sql`ts_rank_cd(e.words, ${query}, 1)`
  const ids = sql`any(${some.map(({ id }) => id)}::int[])`
  return await describeHits(
    db,
    sql`select c.id, c.party_id, c.topic_id, ${rank} as rank
      from search_entry e join claim c on c.id = e.thing_id
      where e.kind = 'claim' and e.thing_id = ${ids}`,
  )
}

/** Of very many the newest recorded, in that order: to rank them all would take longest of all. */
const newestHits = async (db: Db, found: RawBuilder<unknown>): Promise<Hit[]> =>
  await describeHits(
    db,
    sql`select c.id, c.party_id, c.topic_id, 0::real as rank from ${found}
      order by e.thing_id desc limit ${MOST_HITS + 1}`,
  )

/** Hits with what facets count of them, the best first. */
async function describeHits(db: Db, hits: RawBuilder<unknown>): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    select h.id, t.slug as topic, t.title as "topicTitle", h.rank, p.slug as party,
      p.name as "partyName",
      (select coalesce(q.language, s.language) from citation q join source s on s.id = q.source_id
        where q.claim_id = h.id order by q.ordinal limit 1) as lang
    from (${hits}) h join topic t on t.id = h.topic_id join party p on p.id = h.party_id
    order by h.rank desc, h.id desc`.execute(db)
  return rows
}

const columns: Readonly<Record<Exclude<SearchType, 'claim'>, keyof SearchFilter>> = {
  topic: 'topic',
  issue: 'issue',
  party: 'party',
  person: 'speaker',
  source: 'source',
}

/** Things of one kind but claims, the best first. Sources by what is known of them alone. */
export async function listThingHits(
  db: Db,
  viewer: TopicViewer,
  type: Exclude<SearchType, 'claim'>,
  asked: Asked,
): Promise<Hit[]> {
  const query = tsqueryOf(asked)
  if (query === undefined) return []
  const { filter } = asked
  const ids = filter[columns[type]] as readonly number[] | undefined
  const { rows } = await sql<Hit>`
    select e.thing_id as id, t.slug as topic, t.title as "topicTitle",
      ts_rank_cd(e.words, ${query}, 1) as rank
      ${type === 'source' ? sql`, s.language as lang` : sql``}
    from search_entry e join topic t on t.id = e.topic_id
    ${type === 'source' ? sql`join source s on s.id = e.thing_id` : sql``}
    where e.kind = ${sql.lit(type)} and e.words @@ ${query} and ${isVisible(viewer, 't')}
      and ${all([among('e.topic_id', filter.topic), among('e.thing_id', ids), ...(type === 'source' ? ofSource(filter) : [])])}
    order by rank desc, e.thing_id limit ${MOST_HITS + 1}`.execute(db)
  return rows
}

const ofSource = (filter: SearchFilter) => [
  langs(sql`s.language`, filter.lang),
  ...days('s.published_earliest', 's.published_latest', filter),
]

/** May somebody read the whole text of a source that others see in excerpts only? */
const readsWhole = (viewer: TopicViewer): boolean =>
  viewer !== undefined && viewer.scopes?.includes('read') !== false

/** Sources whose newest text has the words, each with the piece that has them best. */
export async function listTextHits(
  db: Db,
  viewer: TopicViewer,
  asked: Asked,
): Promise<(Hit & { readonly piece: number })[]> {
  const query = tsqueryOf(asked)
  if (query === undefined) return []
  const { filter } = asked
  const { rows } = await sql<Hit & { piece: number }>`
    select distinct on (h.id) h.* from (
      select e.thing_id as id, e.piece, t.slug as topic, t.title as "topicTitle", s.language as lang,
        ts_rank_cd(e.words, ${query}, 1) as rank
      from search_entry e join source s on s.id = e.thing_id join topic t on t.id = e.topic_id
      where e.kind = 'text' and e.words @@ ${query} and ${isVisible(viewer, 't')}
        and ${readsWhole(viewer) ? sql`true` : sql`not s.excerpts_only`}
        and ${all([among('e.topic_id', filter.topic), among('s.id', filter.source), ...ofSource(filter)])}
      limit ${MOST_HITS + 1}) h
    order by h.id, h.rank desc, h.piece`.execute(db)
  return rows
}
