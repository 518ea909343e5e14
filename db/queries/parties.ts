import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/** A party with what is known of it beside its claims. */
export interface FoundParty {
  readonly id: number
  readonly topicId: number
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly aliases: readonly string[]
  /** In other languages (BCP 47). */
  readonly names: readonly { readonly language: string; readonly name: string }[]
  readonly iso3166: string | null
  readonly wikidata: string | null
  readonly part: 'party' | 'observer' | null
}

export async function findParty(db: Db, id: number): Promise<FoundParty | undefined> {
  return await db
    .selectFrom('party')
    .where('id', '=', id)
    .select([
      'id',
      'topic_id as topicId',
      'slug',
      'name',
      'kind',
      'aliases',
      'names',
      'iso3166',
      'wikidata',
      'part',
    ])
    .executeTakeFirst()
}

/** Another party that this one belongs to, or that belongs to it, with the period as written. */
export interface Membership {
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly starts: string | null
  readonly ends: string | null
}

export async function listMemberships(
  db: Db,
  partyId: number,
): Promise<{ memberOf: Membership[]; members: Membership[] }> {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('party as p', 'p.id', 'm.party_id')
    .innerJoin('party as c', 'c.id', 'm.coalition_id')
    .where((eb) => eb.or([eb('m.party_id', '=', partyId), eb('m.coalition_id', '=', partyId)]))
    .select([
      'm.starts',
      'm.ends',
      'p.id',
      'p.slug',
      'p.name',
      'c.id as coalition_id',
      'c.slug as coalition_slug',
      'c.name as coalition_name',
    ])
    .orderBy('m.ordinal')
    .orderBy('p.name')
    .execute()
  return {
    memberOf: rows
      .filter((r) => r.id === partyId)
      .map((r) => ({
        party: { id: r.coalition_id, slug: r.coalition_slug, name: r.coalition_name },
        starts: r.starts,
        ends: r.ends,
      })),
    members: rows
      .filter((r) => r.coalition_id === partyId)
      .map((r) => ({
        party: { id: r.id, slug: r.slug, name: r.name },
        starts: r.starts,
        ends: r.ends,
      })),
  }
}

/** Who belongs to which coalition in a topic, by slugs, in the order of the dossier. */
export async function listTopicMemberships(
  db: Db,
  topicId: number,
): Promise<{ party: string; coalition: string; starts?: string; ends?: string }[]> {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('party as p', 'p.id', 'm.party_id')
    .innerJoin('party as c', 'c.id', 'm.coalition_id')
    .where('p.topic_id', '=', topicId)
    .select(['p.slug as party', 'c.slug as coalition', 'm.starts', 'm.ends'])
    .orderBy('p.ordinal')
    .orderBy('p.id')
    .orderBy('m.ordinal')
    .execute()
  return rows.map(({ starts, ends, ...of }) => ({
    ...of,
    ...(starts === null ? {} : { starts }),
    ...(ends === null ? {} : { ends }),
  }))
}

export interface RoleHolder {
  readonly person: { readonly id: number; readonly slug: string; readonly name: string }
  readonly title: string
  readonly starts: string | null
  readonly ends: string | null
}

/** People who speak for a party, in the order of the topic. */
export async function listRoleHolders(db: Db, partyId: number): Promise<RoleHolder[]> {
  const rows = await db
    .selectFrom('person_role as r')
    .innerJoin('person as n', 'n.id', 'r.person_id')
    .where('r.party_id', '=', partyId)
    .select(['n.id', 'n.slug', 'n.name', 'r.title', 'r.starts', 'r.ends'])
    .orderBy('n.ordinal')
    .orderBy('r.ordinal')
    .execute()
  return rows.map(({ id, slug, name, ...role }) => ({ ...role, person: { id, slug, name } }))
}

export interface ListedParty extends FoundParty {
  /** Withdrawn claims are left out, and so are the issues of no other. */
  readonly claims: number
  readonly issues: number
}

/**
 * A topic's parties: those in the dispute, observers, then those only mentioned.
 * @param page - from 1, of `size`
 */
export async function listParties(
  db: Db,
  topicId: number,
  { page, size }: { page: number; size: number },
): Promise<ListedParty[]> {
  const { rows } = await sql<ListedParty>`
    select p.id, p.topic_id as "topicId", p.slug, p.name, p.kind, p.aliases, p.names, p.iso3166, p.wikidata, p.part,
      n.claims, n.issues
    from party p cross join lateral (
      select count(*)::int as claims, count(distinct issue_id)::int as issues
      from claim where party_id = p.id and withdrawn_reason is null
    ) n
    where p.topic_id = ${topicId}
    order by case p.part when 'party' then 0 when 'observer' then 1 else 2 end, p.ordinal, p.id
    limit ${size} offset ${(page - 1) * size}`.execute(db)
  return rows
}

export async function countParties(db: Db, topicId: number): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from party where topic_id = ${topicId}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Slugs of a topic's parties and observers, parties first: whom a party is compared with. */
export async function listComparableSlugs(db: Db, topicId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('party')
    .where('topic_id', '=', topicId)
    .where('part', 'is not', null)
    .select('slug')
    .orderBy((eb) => eb.case().when('part', '=', 'party').then(0).else(1).end())
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map((r) => r.slug)
}

/** Somebody who speaks, with the roles on record. */
export interface FoundPerson {
  readonly id: number
  readonly topicId: number
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly wikidata: string | null
}

export async function findPerson(db: Db, id: number): Promise<FoundPerson | undefined> {
  return await db
    .selectFrom('person')
    .where('id', '=', id)
    .select(['id', 'topic_id as topicId', 'slug', 'name', 'aliases', 'wikidata'])
    .executeTakeFirst()
}

export interface HeldRole {
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly title: string
  readonly starts: string | null
  readonly ends: string | null
}

/** The roles of a person, as recorded. */
export async function listRoles(db: Db, personId: number): Promise<HeldRole[]> {
  const rows = await db
    .selectFrom('person_role as r')
    .innerJoin('party as p', 'p.id', 'r.party_id')
    .where('r.person_id', '=', personId)
    .select(['p.id', 'p.slug', 'p.name', 'r.title', 'r.starts', 'r.ends'])
    .orderBy('r.ordinal')
    .execute()
  return rows.map(({ id, slug, name, ...role }) => ({ ...role, party: { id, slug, name } }))
}
