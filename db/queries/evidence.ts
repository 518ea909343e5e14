import { sql } from 'kysely'
import { groupBy } from '#server/domain/grouping.ts'
import type {
  EvidenceClaim,
  EvidenceLine,
  EvidenceRestatement,
  QuotationContext,
} from '#server/domain/recorded-contradiction.ts'
import type { Db } from '../connect.ts'
import { type ClaimDetail, listClaimDetails } from './comparison.ts'

/** The claims behind the sides of contradictions, newest and strongest first. */

/** How directly a form shows what was said; the smaller the stronger. */
const strength = sql`case c.form when 'direct quotation' then 0 when 'official document' then 0
  when 'vote or other act' then 0 when 'own assertion' then 1 when 'partial quotation' then 2
  when 'paraphrase' then 3 else 4 end`

const isEvidence = sql`c.withdrawn_reason is null and c.bearing = 'states'`

const newestFirst = sql`c.latest desc, ${strength}, c.id desc`

/** The claims that speak for the two sides of a contradiction, as stored (`a` has the lower id). */
export interface LeadClaims {
  readonly a: number | null
  readonly b: number | null
  /** Of a reversal on record: was side b held before side a? Undefined for everything else. */
  readonly bIsBefore?: boolean | undefined
}

/**
 * Pick the claims that speak for each contradiction: of a reversal the latest change itself, of mixed
 * messages two people where there are two, else the newest of each side.
 */
export async function listLeadClaims(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, LeadClaims>> {
  const { rows } = await sql<{ id: number; a: number | null; b: number | null }>`
    select x.id, a.id as a, b.id as b
    from contradiction x
    left join lateral (
      select c.id, c.person_id from claim c where c.side_id = x.side_a_id and ${isEvidence}
      order by ${newestFirst} limit 1
    ) a on true
    left join lateral (
      select c.id from claim c where c.side_id = x.side_b_id and ${isEvidence}
      order by (x.kind = 'mixed messages' and c.person_id is not distinct from a.person_id), ${newestFirst}
      limit 1
    ) b on true
    where x.id = any(${[...ids]}::int[])`.execute(db)
  const leads = new Map<number, LeadClaims>(rows.map(({ id, a, b }) => [id, { a, b }]))
  for (const { id, ...lead } of await listLatestChanges(db, ids)) leads.set(id, lead)
  return leads
}

async function listLatestChanges(
  db: Db,
  ids: readonly number[],
): Promise<{ id: number; a: number; b: number; bIsBefore: boolean }[]> {
  const { rows } = await sql<{ id: number; before: number; after: number; bIsBefore: boolean }>`
    select distinct on (x.id) x.id, c.id as before, d.id as after, c.side_id = x.side_b_id as "bIsBefore"
    from contradiction x
    join claim c on c.side_id in (x.side_a_id, x.side_b_id)
    join succession n on n.claim_id = c.id and n.is_reversal and n.until_day is null
    join claim d on d.id = n.successor_id and d.side_id in (x.side_a_id, x.side_b_id) and d.side_id <> c.side_id
    where x.id = any(${[...ids]}::int[]) and x.kind = 'reversal'
    order by x.id, d.latest desc, d.id desc, c.latest desc, c.id desc`.execute(db)
  return rows.map(({ id, before, after, bIsBefore }) =>
    bIsBefore ? { id, a: after, b: before, bIsBefore } : { id, a: before, b: after, bIsBefore },
  )
}

/** One page of the claims of a side, newest and strongest first. */
export async function listEvidence(
  db: Db,
  sideId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<EvidenceClaim[]> {
  const rows = await db
    .selectFrom('claim as c')
    .where('c.side_id', '=', sideId)
    .where(sql<boolean>`${isEvidence}`)
    .select('c.id')
    .orderBy(newestFirst)
    .limit(limit)
    .offset(offset)
    .execute()
  const ids = rows.map((r) => r.id)
  const claims = await listEvidenceById(db, ids)
  return ids.flatMap((id) => claims.get(id) ?? [])
}

/** Restatements of a statement that are listed under it; all are counted. */
const MOST_RESTATEMENTS = 100

interface LineRow {
  readonly first: number
  readonly recordedAt: Date
  readonly count: number
  readonly restated: readonly (Omit<EvidenceRestatement, 'recordedAt'> & { recordedAt: string })[]
}

/** One page of the lines of a side, that of which something was said last first. */
export async function listEvidenceLines(
  db: Db,
  sideId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<EvidenceLine[]> {
  const { rows } = await sql<LineRow>`
    with line as (
      select coalesce(c.first_id, c.id) as first, min(c.recorded_at) as recorded_at,
        (count(*) - 1)::int as count, max(c.latest) as latest, min(${strength}) as strength, max(c.id) as id
      from claim c where c.side_id = ${sideId} and ${isEvidence}
      group by 1 order by latest desc, strength, id desc limit ${limit} offset ${offset}
    )
    select l.first, l.recorded_at as "recordedAt", l.count, coalesce((
      select json_agg(json_build_object('id', r.id, 'slug', r.slug, 'said', r.said, 'recordedAt', r.recorded_at)
        order by r.latest desc, r.id desc)
      from (
        select c.* from claim c where c.first_id = l.first and ${isEvidence}
        order by c.latest desc, c.id desc limit ${MOST_RESTATEMENTS}
      ) r), '[]') as restated
    from line l order by l.latest desc, l.strength, l.id desc`.execute(db)
  const claims = await listEvidenceById(
    db,
    rows.map((row) => row.first),
  )
  return rows.flatMap(({ first, recordedAt, count, restated }) => {
    const claim = claims.get(first)
    if (claim === undefined) return []
    const dated = restated.map((r) => ({ ...r, recordedAt: new Date(r.recordedAt) }))
    return [{ first: claim, firstRecordedAt: recordedAt, restated: dated, restatedCount: count }]
  })
}

/** How many lines the evidence of a side comes to. */
export async function countEvidenceLines(db: Db, sideId: number): Promise<number> {
  const row = await db
    .selectFrom('claim as c')
    .where('c.side_id', '=', sideId)
    .where(sql<boolean>`${isEvidence}`)
    .select(sql<number>`count(distinct coalesce(c.first_id, c.id))::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Claims by id with what shows them as evidence. */
export async function listEvidenceById(
  db: Db,
  ids: readonly number[],
  { context = false }: { context?: boolean } = {},
): Promise<ReadonlyMap<number, EvidenceClaim>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('claim as c')
    .leftJoin('claim as f', 'f.id', 'c.first_id')
    .where('c.id', '=', sql<number>`any(${[...ids]}::int[])`)
    .select(['c.id', 'c.topic_id as topicId', 'c.latest', 'c.condition'])
    .select(['c.recorded_at as recordedAt', 'f.slug as restates'])
    .execute()
  const details = await listDetailsById(db, rows)
  const contexts = context ? await listContexts(db, ids) : new Map<number, QuotationContext>()
  return new Map(
    rows.flatMap(({ id, latest, condition, recordedAt, restates }) => {
      const detail = details.get(id)
      if (detail === undefined) return []
      const own = {
        latest,
        condition: condition ?? undefined,
        recordedAt,
        restates: restates ?? undefined,
        context: contexts.get(id),
      }
      return [[id, { ...detail, ...own }]]
    }),
  )
}

/** Slugs are a topic's own, so details keyed by them are read topic by topic. */
async function listDetailsById(
  db: Db,
  rows: readonly { id: number; topicId: number }[],
): Promise<ReadonlyMap<number, ClaimDetail>> {
  const details = new Map<number, ClaimDetail>()
  for (const ofTopic of groupBy(rows, (r) => r.topicId).values()) {
    const found = await listClaimDetails(
      db,
      ofTopic.map((r) => r.id),
    )
    for (const detail of found.values()) details.set(detail.id, detail)
  }
  return details
}

const AROUND = 300

/** What stands around the first marked quotation of each claim. PostgreSQL counts code points, as we do. */
async function listContexts(
  db: Db,
  claimIds: readonly number[],
): Promise<ReadonlyMap<number, QuotationContext>> {
  const { rows } = await sql<QuotationContext & { claimId: number }>`
    select distinct on (q.claim_id) q.claim_id as "claimId",
      substring(k.text from greatest(q.found_start - ${AROUND}::int, 0) + 1
        for least(q.found_start, ${AROUND}::int)) as before,
      substring(k.text from q.found_end + 1 for ${AROUND}::int) as after,
      q.found_start > ${AROUND}::int as "isCutBefore",
      char_length(k.text) > q.found_end + ${AROUND}::int as "isCutAfter"
    from citation q join capture k on k.id = q.capture_id
    where q.claim_id = any(${[...claimIds]}::int[]) and q.found_start is not null
    order by q.claim_id, q.ordinal`.execute(db)
  return new Map(rows.map(({ claimId, ...context }) => [claimId, context]))
}
