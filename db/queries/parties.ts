import type { Db } from '../connect.ts'

/** A party with what is known of it beside its claims. */
export interface FoundParty {
  readonly id: number
  readonly topicId: number
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly iso3166: string | null
  readonly wikidata: string | null
  readonly part: 'party' | 'observer' | null
}

export async function findParty(db: Db, id: number): Promise<FoundParty | undefined> {
  return await db
    .selectFrom('party')
    .where('id', '=', id)
    .select(['id', 'topic_id as topicId', 'slug', 'name', 'kind', 'aliases', 'iso3166', 'wikidata', 'part'])
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
      .map((r) => ({ party: { id: r.id, slug: r.slug, name: r.name }, starts: r.starts, ends: r.ends })),
  }
}

export interface RoleHolder {
  readonly name: string
  readonly title: string
  readonly starts: string | null
  readonly ends: string | null
}

/** People who speak for a party, in the order of the topic. */
export async function listRoleHolders(db: Db, partyId: number): Promise<RoleHolder[]> {
  return await db
    .selectFrom('person_role as r')
    .innerJoin('person as n', 'n.id', 'r.person_id')
    .where('r.party_id', '=', partyId)
    .select(['n.name', 'r.title', 'r.starts', 'r.ends'])
    .orderBy('n.ordinal')
    .orderBy('r.ordinal')
    .execute()
}

export interface ListedParty extends FoundParty {
  readonly claims: number
  readonly issues: number
}

/** A topic's parties: those in the dispute, observers, then those only mentioned. */
export async function listParties(db: Db, topicId: number): Promise<ListedParty[]> {
  const rows = await db
    .selectFrom('party as p')
    .leftJoin('claim as c', (join) => join.onRef('c.party_id', '=', 'p.id').on('c.withdrawn_reason', 'is', null))
    .where('p.topic_id', '=', topicId)
    .groupBy('p.id')
    .select((eb) => [
      'p.id',
      'p.topic_id as topicId',
      'p.slug',
      'p.name',
      'p.kind',
      'p.aliases',
      'p.iso3166',
      'p.wikidata',
      'p.part',
      eb.fn.count<string>('c.id').as('claims'),
      eb.fn.count<string>('c.issue_id').distinct().as('issues'),
    ])
    .orderBy((eb) => eb.case().when('p.part', '=', 'party').then(0).when('p.part', '=', 'observer').then(1).else(2).end())
    .orderBy('p.ordinal')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...row, claims: Number(row.claims), issues: Number(row.issues) }))
}
