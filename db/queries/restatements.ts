import { sql } from 'kysely'
import type { Stance } from '#server/domain/claims.ts'
import type { DossierClaim } from '#server/domain/dossier.ts'
import type { LinkedClaim, Restatements } from '#server/domain/recorded-claim.ts'
import type { Day } from '#server/domain/dates.ts'
import type { Restatable, RestatableChoice } from '#server/domain/restatements.ts'
import type { Value } from '#server/domain/values.ts'
import type { Db } from '../connect.ts'
import { inChunks } from './derivation.ts'

/** Which claims say again what others say. */

/** Note which claim each of these restates, or that it restates none; slugs of their topic. */
export async function linkRestated(
  trx: Db,
  topicId: number,
  claims: readonly { readonly slug: string; readonly restates?: string | undefined }[],
): Promise<void> {
  for (const piece of inChunks(claims)) {
    const marks = piece.map(({ slug, restates }) => ({ slug, restates: restates ?? null }))
    await sql`
      update claim c set restates_id = t.id
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as w (slug text, restates text)
      left join claim t on t.topic_id = ${topicId} and t.slug = w.restates
      where c.topic_id = ${topicId} and c.slug = w.slug and c.restates_id is distinct from t.id`.execute(
      trx,
    )
  }
}

/** A claim with its id, as the rules of restatements see it. */
export type RelatedClaim = Restatable & { readonly id: number }

interface RelatedRow {
  readonly id: number
  readonly slug: string
  readonly issue: string
  readonly party: string
  readonly position: string | null
  readonly value: Value | null
  readonly stance: Stance
  readonly bearing: 'states' | 'context'
  readonly condition: string | null
  readonly scope_period: string | null
  readonly scope_note: string | null
  readonly hedge: string | null
  readonly statement: string
  readonly said: string
  readonly earliest: Day
  readonly latest: Day
  readonly restates: string | null
  readonly is_withdrawn: boolean
}

/**
 * These claims, everything that restates them and all that any of it restates, as far as chains reach.
 * Claims that are part of no restatement are left out, unless they just ceased to be.
 */
export async function listRelated(trx: Db, claimIds: readonly number[]): Promise<RelatedClaim[]> {
  const { rows } = await sql<RelatedRow>`
    with recursive below as (
      select c.id from claim c where c.id = any(${[...claimIds]}::int[])
        and (c.restates_id is not null or c.first_id is not null
          or exists (select from claim d where d.restates_id = c.id))
      union select d.id from below join claim d on d.restates_id = below.id
    ), related as (
      select id from below
      union select c.restates_id from related join claim c on c.id = related.id
      where c.restates_id is not null
    )
    select c.id, c.slug, i.slug as issue, p.slug as party, o.slug as position, c.value, c.stance,
      c.bearing, c.condition, c.scope_period, c.scope_note, c.hedge, c.statement, c.said, c.earliest,
      c.latest, t.slug as restates, c.withdrawn_reason is not null as is_withdrawn
    from related join claim c on c.id = related.id
    join issue i on i.id = c.issue_id join party p on p.id = c.party_id
    left join position o on o.id = c.position_id left join claim t on t.id = c.restates_id
    order by c.id`.execute(trx)
  return rows.map(toRelated)
}

const toRelated = (row: RelatedRow): RelatedClaim => ({
  id: row.id,
  slug: row.slug,
  issue: row.issue,
  party: row.party,
  position: row.position ?? undefined,
  value: row.value ?? undefined,
  stance: row.stance,
  bearing: row.bearing,
  condition: row.condition ?? undefined,
  scope: { period: row.scope_period ?? undefined, note: row.scope_note ?? undefined },
  hedge: row.hedge ?? undefined,
  statement: row.statement,
  said: row.said,
  earliest: row.earliest,
  latest: row.latest,
  restates: row.restates ?? undefined,
  isWithdrawn: row.is_withdrawn,
})

/** Note the first statement that each claim restates; null where it stands on its own. */
export async function saveFirstStatements(
  trx: Db,
  claims: readonly { readonly id: number; readonly firstId: number | null }[],
): Promise<void> {
  for (const piece of inChunks(claims))
    await sql`
      update claim c set first_id = w."firstId"
      from jsonb_to_recordset(${JSON.stringify(piece)}::jsonb) as w (id int, "firstId" int)
      where c.id = w.id and c.first_id is distinct from w."firstId"`.execute(trx)
}

/** What a claim's form says of its side, as far as a restatement has to agree with it. */
export type SideOfClaim = Pick<DossierClaim, 'issue' | 'party' | 'position' | 'value' | 'stance'>

/** As many as a list of choices is good for. */
const MOST_CHOICES = 100

/**
 * What a claim of a side may restate, newest first: the first statements of the side, at most 100, and
 * besides them those named. Withdrawn ones are left out.
 * @param except - the claim itself
 */
export async function listRestatable(
  db: Db,
  topicId: number,
  side: SideOfClaim,
  { except, named }: { except?: string | undefined; named: readonly string[] },
): Promise<RestatableChoice[]> {
  const value = side.value === undefined ? null : JSON.stringify(side.value)
  return await db
    .selectFrom('claim as c')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .innerJoin('issue as i', 'i.id', 'c.issue_id')
    .leftJoin('position as o', 'o.id', 'c.position_id')
    .where('c.topic_id', '=', topicId)
    .where('p.slug', '=', side.party)
    .where('i.slug', '=', side.issue)
    .where('c.stance', '=', side.stance)
    .where(sql<boolean>`o.slug is not distinct from ${side.position ?? null}::text`)
    .where(sql<boolean>`c.value is not distinct from ${value}::jsonb`)
    .where('c.withdrawn_reason', 'is', null)
    .where('c.slug', '<>', except ?? '')
    .where(sql<boolean>`(c.first_id is null or c.slug = any(${[...named]}::text[]))`)
    .select(['c.slug', 'c.statement', 'c.said'])
    .orderBy(sql`c.slug = any(${[...named]}::text[])`, 'desc')
    .orderBy('c.latest', 'desc')
    .orderBy('c.id', 'desc')
    .limit(MOST_CHOICES)
    .execute()
}

/** Claims by slug, as a list of choices or a history names them. */
export async function listClaimNames(
  db: Db,
  topicId: number,
  slugs: readonly string[],
): Promise<RestatableChoice[]> {
  if (slugs.length === 0) return []
  return await db
    .selectFrom('claim')
    .where('topic_id', '=', topicId)
    .where('slug', '=', sql<string>`any(${[...slugs]}::text[])`)
    .select(['slug', 'statement', 'said'])
    .execute()
}

const linked = (db: Db) =>
  db
    .selectFrom('claim as c')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .select(['c.id', 'c.slug', 'c.statement', 'c.said', 'c.stance', 'p.name as partyName'])

/** What a claim restates, and what restates it, directly or through a chain; withdrawn ones left out of the latter. */
export async function findRestatements(
  db: Db,
  claimId: number,
  most: number,
): Promise<Restatements> {
  const above = await linked(db)
    .innerJoin('claim as b', (join) =>
      join.on((eb) =>
        eb.or([eb('c.id', '=', eb.ref('b.restates_id')), eb('c.id', '=', eb.ref('b.first_id'))]),
      ),
    )
    .where('b.id', '=', claimId)
    .select(sql<boolean>`c.id = b.restates_id`.as('isDirect'))
    .execute()
  const below = await linked(db)
    .where((eb) => eb.or([eb('c.restates_id', '=', claimId), eb('c.first_id', '=', claimId)]))
    .where('c.withdrawn_reason', 'is', null)
    .select(sql<number>`(count(*) over ())::int`.as('count'))
    .orderBy('c.latest', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()
  const pick = (isDirect: boolean): LinkedClaim | undefined => {
    const found = above.find((one) => one.isDirect === isDirect)
    if (found === undefined) return undefined
    const { isDirect: _, ...claim } = found
    return claim
  }
  return {
    restates: pick(true),
    first: pick(false),
    restatedBy: below.map(({ count: _, ...claim }) => claim),
    count: below[0]?.count ?? 0,
  }
}
