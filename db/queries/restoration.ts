import { sql } from 'kysely'
import type { PositionUse, RestorableEntity } from '#server/domain/restoration.ts'
import type { Db } from '../connect.ts'

/** What bringing an earlier version back has to look up. */

/** A thing of a topic, by what its revisions call it. */
export interface ThingRef {
  readonly topicId: number
  readonly entity: RestorableEntity
  readonly slug: string
}

/** One version of a thing: what it said, and who made it so, when and why. */
export interface StoredVersion {
  readonly version: number
  readonly form: unknown
  readonly at: Date
  readonly by: string
  readonly accountId: number | null
  readonly why: string | null
}

const selectVersions = (db: Db, { topicId, entity, slug }: ThingRef) =>
  db
    .selectFrom('revision')
    .where('topic_id', '=', topicId)
    .where('entity', '=', entity)
    .where('slug', '=', slug)
    .select(['version', 'after as form', 'made_at as at', 'made_by as by'])
    .select(['account_id as accountId', 'why'])

/** A version of a thing by its number; undefined where there is none. */
export async function findVersion(
  db: Db,
  thing: ThingRef,
  version: number,
): Promise<StoredVersion | undefined> {
  return await selectVersions(db, thing).where('version', '=', version).executeTakeFirst()
}

/** The newest version of a thing; undefined where there is no such thing. */
export async function findNewestVersion(
  db: Db,
  thing: ThingRef,
): Promise<StoredVersion | undefined> {
  return await selectVersions(db, thing).orderBy('version', 'desc').limit(1).executeTakeFirst()
}

/** Versions of a thing after one and up to another, the newest first. @param most - of them */
export async function listVersions(
  db: Db,
  thing: ThingRef,
  { after, upTo, most }: { readonly after: number; readonly upTo: number; readonly most: number },
): Promise<StoredVersion[]> {
  return await selectVersions(db, thing)
    .where('version', '>', after)
    .where('version', '<=', upTo)
    .orderBy('version', 'desc')
    .limit(most)
    .execute()
}

/** The numbers of the newest versions of things of one kind, by slug. */
export async function listNewestVersions(
  db: Db,
  topicId: number,
  entity: RestorableEntity,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('revision')
    .where('topic_id', '=', topicId)
    .where('entity', '=', entity)
    .groupBy('slug')
    .select((eb) => ['slug', eb.fn.max('version').as('version')])
    .execute()
  return new Map(rows.map(({ slug, version }) => [slug, version]))
}

/** What refers to each position of an issue. */
export async function listPositionUses(
  db: Db,
  topicId: number,
  issueSlug: string,
): Promise<PositionUse[]> {
  const { rows } = await sql<PositionUse>`
    select o.slug, o.label,
      (select count(*)::int from claim c where c.issue_id = o.issue_id and c.position_id = o.id)
        as claims,
      (select count(*)::int from contradiction x join side a on a.id = x.side_a_id
        join side b on b.id = x.side_b_id
        where x.issue_id = o.issue_id and (a.position_id = o.id or b.position_id = o.id))
        as contradictions
    from position o join issue i on i.id = o.issue_id
    where i.topic_id = ${topicId} and i.slug = ${issueSlug} order by o.ordinal, o.id`.execute(db)
  return rows
}

/** How many claims on an issue give an answer, withdrawn ones and context too. */
export async function countAnswers(db: Db, topicId: number, issueSlug: string): Promise<number> {
  const { count } = await db
    .selectFrom('claim as c')
    .innerJoin('issue as i', 'i.id', 'c.issue_id')
    .where('i.topic_id', '=', topicId)
    .where('i.slug', '=', issueSlug)
    .where((eb) => eb.or([eb('c.position_id', 'is not', null), eb('c.value', 'is not', null)]))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** How much of what is derived a change of a thing is worked out again for. */
export interface Touched {
  readonly claims: number
  /** What one party holds on one issue. */
  readonly cells: number
  readonly contradictions: number
}

/**
 * Claims that rest on a thing, the cells they stand in, and the contradictions of those cells' sides.
 * Of people, topics and searches nothing is derived but what is shown.
 */
export async function countTouched(
  db: Db,
  { topicId, entity, slug }: ThingRef,
): Promise<Touched | undefined> {
  const of = {
    issue: sql`c.issue_id = (select id from issue where topic_id = ${topicId} and slug = ${slug})`,
    party: sql`c.party_id = (select id from party where topic_id = ${topicId} and slug = ${slug})`,
    claim: sql`c.slug = ${slug}`,
    source: sql`exists (select from citation q join source s on s.id = q.source_id
      where q.claim_id = c.id and s.topic_id = ${topicId} and s.slug = ${slug})`,
    topic: undefined,
    person: undefined,
    search: undefined,
  }[entity]
  if (of === undefined) return undefined
  const { rows } = await sql<Touched>`
    with touched as (
      select c.id, c.issue_id, c.party_id, c.side_id from claim c
      where c.topic_id = ${topicId} and ${of}
    ), sides as (select distinct side_id as id from touched where side_id is not null)
    select (select count(*)::int from touched) as claims,
      (select count(*)::int from (select distinct issue_id, party_id from touched) as t) as cells,
      (select count(*)::int from contradiction x where x.topic_id = ${topicId}
        and (x.side_a_id in (select id from sides) or x.side_b_id in (select id from sides)))
        as contradictions`.execute(db)
  return rows[0]
}
