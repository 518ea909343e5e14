import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Db } from '../connect.ts'
import type { Entity, Schema } from '../schema.ts'
import type { HistoryThing } from '#server/domain/history-content.ts'
import { type StoredEntry, selectEntries, withContents } from './history.ts'

/** The history as pages show it: the newest first, of all or of some things, by all or by one person. */
export interface HistoryFilter {
  readonly of?: HistoryThing | undefined
  /** Who did it. What was said of contradictions that are not settled is by nobody here. */
  readonly by?: string | undefined
  /** One thing alone. */
  readonly thing?: { readonly entity: Entity; readonly slug: string } | undefined
}

type Where = (eb: ExpressionBuilder<Schema, 'history_entry'>) => RawBuilder<boolean>

const matches =
  (topicId: number, { of, by, thing }: HistoryFilter): Where =>
  () =>
    sql<boolean>`${ofThing(of)} and ${byPerson(by)} and ${
      thing === undefined
        ? sql`true`
        : sql`(kind = 'revision' and ref_id in (select id from revision
            where topic_id = ${topicId} and entity = ${thing.entity} and slug = ${thing.slug})
          or kind = 'erasure' and ref_id in (select id from erasure
            where topic_id = ${topicId} and entity = ${thing.entity} and slug = ${thing.slug}))`
    }`

function ofThing(of: HistoryThing | undefined): RawBuilder<unknown> {
  if (of === undefined) return sql`true`
  const erased = sql`kind = 'erasure' and exists (
    select from erasure g where g.id = ref_id and g.entity = ${of})`
  if (of === 'contradiction') return sql`(kind not in ('revision', 'erasure') or ${erased})`
  return sql`(${erased} or kind = 'revision' and exists (
    select from revision r where r.id = ref_id and r.entity = ${of}))`
}

function byPerson(by: string | undefined): RawBuilder<unknown> {
  if (by === undefined) return sql`true`
  return sql`case kind
    when 'revision' then exists (select from revision r where r.id = ref_id and r.made_by = ${by})
    when 'status' then exists (
      select from contradiction_event e where e.id = ref_id and e.actor = ${by})
    when 'erasure' then exists (select from erasure g where g.id = ref_id and g.made_by = ${by})
    else exists (select from review v join contradiction x on x.id = v.contradiction_id
      where v.id = ref_id and v.reviewer = ${by} and x.settled_at is not null) end`
}

export async function countHistory(
  db: Db,
  topicId: number,
  filter: HistoryFilter,
): Promise<number> {
  const { count } = await db
    .selectFrom('history_entry')
    .where('topic_id', '=', topicId)
    .where(matches(topicId, filter))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Entries, the newest first. @param before - only those with a smaller number */
export async function listHistory(
  db: Db,
  topicId: number,
  filter: HistoryFilter,
  { limit, offset = 0, before }: { limit: number; offset?: number; before?: number | undefined },
): Promise<StoredEntry[]> {
  const rows = await selectEntries(db, topicId)
    .where(matches(topicId, filter))
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return await withContents(db, topicId, rows)
}

/** Names of everybody who did something that is told with its author, in order of the alphabet. */
export async function listActors(db: Db, topicId: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select made_by as name from revision where topic_id = ${topicId}
    union select made_by from erasure where topic_id = ${topicId}
    union select e.actor from contradiction_event e join contradiction x on x.id = e.contradiction_id
      where x.topic_id = ${topicId}
    union select v.reviewer from review v join contradiction x on x.id = v.contradiction_id
      where x.topic_id = ${topicId} and x.settled_at is not null
    order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** A contradiction as a line about it names it. */
export interface ContradictionNames {
  readonly kind: string
  readonly question: string
  readonly a: string
  readonly b: string
}

export async function listContradictionNames(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ContradictionNames>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ContradictionNames & { id: number }>`
    select x.id, x.kind, i.question, pa.name as a, pb.name as b
    from contradiction x join issue i on i.id = x.issue_id
    join side a on a.id = x.side_a_id join party pa on pa.id = a.party_id
    join side b on b.id = x.side_b_id join party pb on pb.id = b.party_id
    where x.id = any(${[...new Set(ids)]}::int[])`.execute(db)
  return new Map(rows.map(({ id, ...names }) => [id, names]))
}
