import { sql } from 'kysely'
import type { SearchType } from '#server/domain/search-query.ts'
import type { Db } from '../connect.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** What is spelt nearly like a search that found nothing. */

/** As many claims, the newest, as are compared letter by letter: there is no index for that. */
const NEWEST = 3000
const MOST_NEAR = 8

export interface NearThing {
  readonly type: SearchType
  readonly id: number
  /** Its words as they are compared. */
  readonly plain: string
}

/** Names, questions and titles in which something is spelt nearly like this, the nearest first. */
export async function listNearThings(
  db: Db,
  viewer: TopicViewer,
  text: string,
): Promise<NearThing[]> {
  await sql`set local pg_trgm.word_similarity_threshold = 0.45`.execute(db)
  const { rows } = await sql<NearThing>`
    select e.kind as type, e.thing_id as id, e.plain
    from search_entry e join topic t on t.id = e.topic_id and ${isVisible(viewer, 't')}
    where e.plain is not null and left(plain_text(${text}), 100) <% e.plain
    order by word_similarity(left(plain_text(${text}), 100), e.plain) desc, e.kind, e.thing_id
    limit ${MOST_NEAR}`.execute(db)
  return rows
}

/** Claims among the newest that say nearly this, the nearest first. */
export async function listNearClaims(db: Db, viewer: TopicViewer, text: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select h.id from (
      select c.id, c.statement from claim c join topic t on t.id = c.topic_id and ${isVisible(viewer, 't')}
      where c.erased is null order by c.id desc limit ${NEWEST}) h
    cross join lateral (
      select word_similarity(left(plain_text(${text}), 100), plain_text(h.statement)) as near) s
    where s.near >= 0.5 order by s.near desc, h.id desc limit ${MOST_NEAR}`.execute(db)
  return rows.map(({ id }) => id)
}

/** For each word that nothing has, the word of these that is spelt most like it. */
export async function listSpellings(
  db: Db,
  words: readonly string[],
  plains: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (words.length === 0 || plains.length === 0) return new Map()
  const { rows } = await sql<{ word: string; spelling: string }>`
    select distinct on (w.word) w.word, v.spelling
    from unnest(${[...words]}::text[]) w (word)
    cross join (select distinct s.spelling from unnest(${[...plains]}::text[]) p (plain),
      regexp_split_to_table(p.plain, '\\s+') s (spelling) where length(s.spelling) > 2) v
    where similarity(plain_text(w.word), v.spelling) between 0.3 and 0.99
    order by w.word, similarity(plain_text(w.word), v.spelling) desc, v.spelling`.execute(db)
  return new Map(rows.map(({ word, spelling }) => [word, spelling]))
}
