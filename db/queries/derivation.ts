import { sql } from 'kysely'
import type { Claim, IssueModel } from '#server/domain/claims.ts'
import { type Day, type Days, FOREVER } from '#server/domain/dates.ts'
import { groupBy } from '#server/domain/grouping.ts'
import type { Relation } from '#server/domain/positions.ts'
import { excludeEveryPair } from '#server/domain/positions.ts'
import type { Value } from '#server/domain/values.ts'
import type { Db } from '../connect.ts'

/** Reads and writes of what is derived from claims: successions, sides, their spans. */

/** Rows in one statement: far below PostgreSQL's 65,535 parameters for every table of ours. */
export const CHUNK = 1000

/** Split into pieces of at most {@link CHUNK}. */
export const inChunks = <T>(rows: readonly T[], size = CHUNK): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  )

/** An issue as the logic sees it, with the relations that `exclusive` adds spelt out. */
export async function findIssueModel(db: Db, issueId: number): Promise<IssueModel> {
  return (await listIssueModels(db, [issueId])).get(issueId) ?? unknownIssue(issueId)
}

const unknownIssue = (issueId: number): never => {
  throw new Error(`There is no issue ${issueId}`)
}

/** Issues as the logic sees them, by id. Two queries however many. */
export async function listIssueModels(
  db: Db,
  issueIds: readonly number[],
): Promise<ReadonlyMap<number, IssueModel>> {
  if (issueIds.length === 0) return new Map()
  const issues = await db
    .selectFrom('issue')
    .where('id', 'in', issueIds)
    .select(['id', 'slug', 'kind', 'unit', 'exclusive'])
    .execute()
  const positions = await db
    .selectFrom('position')
    .where('issue_id', 'in', issueIds)
    .where('merged_into_id', 'is', null)
    .select(['issue_id', 'slug', 'label'])
    .orderBy('issue_id')
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const relations = await db
    .selectFrom('position_relation as r')
    .innerJoin('position as f', 'f.id', 'r.from_id')
    .innerJoin('position as t', 't.id', 'r.to_id')
    .where('r.issue_id', 'in', issueIds)
    .select(['r.issue_id', 'r.kind', 'f.slug as from', 't.slug as to'])
    .orderBy('r.issue_id')
    .orderBy('r.ordinal')
    .orderBy('f.ordinal')
    .orderBy('t.ordinal')
    .execute()
  const ofIssue = <T extends { issue_id: number }>(rows: readonly T[]) =>
    groupBy(rows, (r) => r.issue_id)
  const [positionsOf, relationsOf] = [ofIssue(positions), ofIssue(relations)]
  return new Map(
    issues.map(({ id, slug, kind, unit, exclusive }) => {
      const own = (positionsOf.get(id) ?? []).map((p) => ({ slug: p.slug, label: p.label }))
      const given: Relation[] = (relationsOf.get(id) ?? []).map((r) => ({
        kind: r.kind,
        from: r.from,
        to: r.to,
      }))
      const all = exclusive ? excludeEveryPair(own, given) : given
      return [id, { slug, kind, unit: unit ?? undefined, positions: own, relations: all }]
    }),
  )
}

/** A claim as the logic sees it, with the ids that its derived rows need. */
export interface StoredClaim extends Claim {
  readonly id: number
  readonly partyId: number
  readonly sideId: number | undefined
  readonly standsUntil: Day | undefined
}

/** The columns of a {@link StoredClaim}; follow with `where` and {@link toStoredClaim}. */
export const selectStoredClaims = (db: Db) =>
  selectClaimsOnRecord(db).where('c.withdrawn_reason', 'is', null)

/** The same of claims that were withdrawn too: they state a position and count for nothing. */
export const selectClaimsOnRecord = (db: Db) =>
  db
    .selectFrom('claim as c')
    .innerJoin('issue as i', 'i.id', 'c.issue_id')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .leftJoin('person as n', 'n.id', 'c.person_id')
    .leftJoin('position as q', 'q.id', 'c.position_id')
    .where('c.bearing', '=', 'states')
    .where('c.latest', '<', FOREVER)
    .select([
      'c.id',
      'c.slug',
      'c.party_id',
      'c.issue_id',
      'c.side_id',
      'c.value',
      'c.stance',
      'c.form',
      'c.said',
      'c.earliest',
      'c.latest',
      'c.condition',
      'c.scope_earliest',
      'c.scope_latest',
      'c.stands_until',
      'c.withdrawn_reason',
      'i.slug as issue',
      'p.slug as party',
      'n.slug as person',
      'q.slug as position',
    ])

type StoredClaimRow = Awaited<ReturnType<ReturnType<typeof selectStoredClaims>['execute']>>[number]

const scopeOf = (earliest: Day | null, latest: Day | null): Days | undefined =>
  earliest === null || latest === null ? undefined : { earliest, latest }

export const toStoredClaim = (row: StoredClaimRow): StoredClaim => ({
  id: row.id,
  slug: row.slug,
  partyId: row.party_id,
  sideId: row.side_id ?? undefined,
  issue: row.issue,
  party: row.party,
  person: row.person ?? undefined,
  position: row.position ?? undefined,
  value: row.value ?? undefined,
  stance: row.stance,
  bearing: 'states',
  form: row.form,
  said: row.said,
  earliest: row.earliest,
  latest: row.latest,
  condition: row.condition ?? undefined,
  scope: scopeOf(row.scope_earliest, row.scope_latest),
  withdrawn: row.withdrawn_reason !== null,
  standsUntil: row.stands_until ?? undefined,
})

/** Claims that count of some parties on an issue, all of them or only those that stand now; by id. */
export async function listStoredClaims(
  db: Db,
  issueId: number,
  { partyIds, standing }: { partyIds: readonly number[]; standing: boolean },
): Promise<StoredClaim[]> {
  if (partyIds.length === 0) return []
  const rows = await selectStoredClaims(db)
    .where('c.issue_id', '=', issueId)
    .where('c.party_id', 'in', partyIds)
    .$if(standing, (query) => query.where('c.stands_until', 'is', null))
    .orderBy('c.id')
    .execute()
  return rows.map(toStoredClaim)
}

/**
 * Was everything else that counts of a party on an issue said before this claim could be? Then only
 * what stands now can be superseded by it, and nothing supersedes it.
 */
export async function isNewest(db: Db, issueId: number, claim: StoredClaim): Promise<boolean> {
  const newer = await db
    .selectFrom('claim')
    .where('issue_id', '=', issueId)
    .where('party_id', '=', claim.partyId)
    .where('bearing', '=', 'states')
    .where('withdrawn_reason', 'is', null)
    .where('latest', '>=', claim.earliest)
    .where('id', '<>', claim.id)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return newer === undefined
}

export interface SuccessionRow {
  readonly claim_id: number
  readonly successor_id: number
  readonly from_day: Day
  readonly until_day: Day | null
  readonly is_reversal: boolean
}

/** Replace the successions of these claims, and set since when each stands no longer. */
export async function saveSuccessions(
  trx: Db,
  claims: readonly { readonly id: number; readonly standsUntil: Day | undefined }[],
  rows: readonly SuccessionRow[],
): Promise<void> {
  const until = new Map<number, Day>()
  for (const row of rows) {
    const known = until.get(row.claim_id)
    if (known === undefined || row.from_day < known) until.set(row.claim_id, row.from_day)
  }
  for (const piece of inChunks(
    claims.map((c) => c.id),
    5000,
  )) {
    await trx.deleteFrom('succession').where('claim_id', 'in', piece).execute()
  }
  const changed = claims.filter((c) => c.standsUntil !== until.get(c.id))
  for (const piece of inChunks(changed)) {
    const pairs = piece.map((c) => sql`(${c.id}::int, ${until.get(c.id) ?? null}::date)`)
    await sql`update claim set stands_until = v.until from (values ${sql.join(pairs)}) as v (id, until)
      where claim.id = v.id`.execute(trx)
  }
  for (const piece of inChunks(rows)) await trx.insertInto('succession').values(piece).execute()
}

/** Parties that have claims that count on an issue. */
export async function listPartyIdsOn(db: Db, issueId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('claim')
    .where('issue_id', '=', issueId)
    .select('party_id')
    .distinct()
    .execute()
  return rows.map((r) => r.party_id)
}

/** When a side stood, with what decides whether it clashes then. */
export interface Span {
  readonly sideId: number
  readonly from: Day
  readonly until: Day | undefined
  readonly scope: Days | undefined
  readonly isConditional: boolean
  readonly isOwnWords: boolean
}

/** A side, with who and what it is. */
export interface Side {
  readonly id: number
  readonly partyId: number
  readonly party: string
  readonly partyName: string
  readonly stance: 'affirms' | 'denies'
  readonly position: string | undefined
  readonly value: Value | undefined
  readonly lastOn: Day | undefined
  readonly spans: readonly Span[]
}

/** Every side on an issue with the spans in which it stood, by id. */
export async function listSides(db: Db, issueId: number): Promise<Side[]> {
  const sides = await db
    .selectFrom('side as s')
    .innerJoin('party as p', 'p.id', 's.party_id')
    .leftJoin('position as q', 'q.id', 's.position_id')
    .where('s.issue_id', '=', issueId)
    .select([
      's.id',
      's.party_id',
      's.stance',
      's.value',
      's.last_on',
      'p.slug as party',
      'p.name as party_name',
      'q.slug as position',
    ])
    .orderBy('s.id')
    .execute()
  const spans = await db
    .selectFrom('side_span as n')
    .innerJoin('side as s', 's.id', 'n.side_id')
    .where('s.issue_id', '=', issueId)
    .selectAll('n')
    .orderBy('n.side_id')
    .orderBy('n.from_day')
    .orderBy('n.id')
    .execute()
  const spansOf = groupBy(spans, (s) => s.side_id)
  return sides.map((side) => ({
    id: side.id,
    partyId: side.party_id,
    party: side.party,
    partyName: side.party_name,
    stance: side.stance,
    position: side.position ?? undefined,
    value: side.value ?? undefined,
    lastOn: side.last_on ?? undefined,
    spans: (spansOf.get(side.id) ?? []).map((span) => ({
      sideId: side.id,
      from: span.from_day,
      until: span.until_day ?? undefined,
      scope: scopeOf(span.scope_earliest, span.scope_latest),
      isConditional: span.is_conditional,
      isOwnWords: span.is_own_words,
    })),
  }))
}

const spanRow = (span: Span) => ({
  side_id: span.sideId,
  from_day: span.from,
  until_day: span.until ?? null,
  scope_earliest: span.scope?.earliest ?? null,
  scope_latest: span.scope?.latest ?? null,
  is_conditional: span.isConditional,
  is_own_words: span.isOwnWords,
})

/** Replace every span of the parties' sides on an issue. */
export async function replaceSpans(
  trx: Db,
  {
    issueId,
    partyIds,
    spans,
  }: { issueId: number; partyIds: readonly number[]; spans: readonly Span[] },
): Promise<void> {
  await trx
    .deleteFrom('side_span')
    .where('side_id', 'in', (q) =>
      q
        .selectFrom('side')
        .where('issue_id', '=', issueId)
        .where('party_id', 'in', partyIds)
        .select('id'),
    )
    .execute()
  for (const piece of inChunks(spans))
    await trx.insertInto('side_span').values(piece.map(spanRow)).execute()
}

/** Replace the spans of a party's sides on an issue that are open, and leave those that ended. */
export async function replaceOpenSpans(
  trx: Db,
  { issueId, partyId, spans }: { issueId: number; partyId: number; spans: readonly Span[] },
): Promise<void> {
  await trx
    .deleteFrom('side_span')
    .where('until_day', 'is', null)
    .where('side_id', 'in', (q) =>
      q
        .selectFrom('side')
        .where('issue_id', '=', issueId)
        .where('party_id', '=', partyId)
        .select('id'),
    )
    .execute()
  if (spans.length > 0) await trx.insertInto('side_span').values(spans.map(spanRow)).execute()
}

/**
 * Count again what is evidence for the parties' sides on an issue. A line, which is a statement and all
 * that restates it, was recorded when the first of it was.
 */
export async function recountSides(
  trx: Db,
  issueId: number,
  partyIds: readonly number[],
): Promise<void> {
  await sql`
    update side set claim_count = n.claims, first_on = n.first_on, last_on = n.last_on,
      last_recorded_at = n.recorded_at
    from (
      select s.id, coalesce(sum(l.claims), 0)::int as claims, min(l.first_on) as first_on,
        max(l.last_on) as last_on, max(l.recorded_at) as recorded_at
      from side s left join (
        select c.side_id, count(*) as claims, min(c.latest) as first_on, max(c.latest) as last_on,
          min(c.recorded_at) as recorded_at
        from claim c
        where c.side_id in (
            select id from side where issue_id = ${issueId} and party_id = any(${[...partyIds]}::int[]))
          and c.bearing = 'states' and c.withdrawn_reason is null and c.latest < 'infinity'
        group by c.side_id, coalesce(c.first_id, c.id)
      ) l on l.side_id = s.id
      where s.issue_id = ${issueId} and s.party_id = any(${[...partyIds]}::int[])
      group by s.id
    ) n
    where side.id = n.id and (side.claim_count, side.first_on, side.last_on, side.last_recorded_at)
      is distinct from (n.claims, n.first_on, n.last_on, n.recorded_at)`.execute(trx)
}

/** Add one claim, newer than all others of its side, to the side's count. */
export async function countOneMore(
  trx: Db,
  sideId: number,
  { claimId, day, recordedAt }: { claimId: number; day: Day; recordedAt: Date },
): Promise<void> {
  await sql`
    update side set claim_count = claim_count + 1, first_on = least(first_on, ${day}::date),
      last_on = greatest(last_on, ${day}::date),
      last_recorded_at = case
        when exists (select from claim c where c.id = ${claimId} and c.first_id is not null)
        then last_recorded_at else greatest(last_recorded_at, ${recordedAt}::timestamptz) end
    where id = ${sideId}`.execute(trx)
}

/** The newest evidence of a side, for its rank. */
export interface Evidence {
  readonly form: string
  readonly grade: string | undefined
  readonly isHedged: boolean
  readonly latest: Day
}

/** The newest claim of each side with the best grade among its sources. One probe for each side. */
export async function listNewestEvidence(
  db: Db,
  sideIds: readonly number[],
): Promise<ReadonlyMap<number, Evidence>> {
  const { rows } = await sql<{
    side_id: number
    form: string
    grade: string | null
    hedge: string | null
    latest: Day
  }>`
    select s.id as side_id, c.form, c.hedge, c.latest,
      (select min(source.grade) from citation join source on source.id = citation.source_id
        where citation.claim_id = c.id) as grade
    from unnest(${[...sideIds]}::int[]) as s (id)
    cross join lateral (
      select id, form, hedge, latest from claim
      where side_id = s.id and withdrawn_reason is null and bearing = 'states'
      order by latest desc, id desc limit 1
    ) c`.execute(db)
  return new Map(
    rows.map((r) => [
      r.side_id,
      { form: r.form, grade: r.grade ?? undefined, isHedged: r.hedge !== null, latest: r.latest },
    ]),
  )
}

/** The reversals of a party on an issue: which side gave way to which, and when. */
export async function listReversals(
  db: Db,
  issueId: number,
  partyIds: readonly number[],
): Promise<{ fromSide: number; toSide: number; fromDay: Day; fromSaid: string; toSaid: string }[]> {
  return await db
    .selectFrom('succession as n')
    .innerJoin('claim as a', 'a.id', 'n.claim_id')
    .innerJoin('claim as b', 'b.id', 'n.successor_id')
    .where('n.is_reversal', '=', true)
    .where('n.until_day', 'is', null)
    .where('a.issue_id', '=', issueId)
    .where('a.party_id', 'in', partyIds)
    .where('a.side_id', 'is not', null)
    .where('b.side_id', 'is not', null)
    .select([
      sql<number>`a.side_id`.as('fromSide'),
      sql<number>`b.side_id`.as('toSide'),
      sql<Day>`min(a.latest)`.as('fromDay'),
      // As their dates were written: of the first claim that gave way, and of the one it gave way to.
      sql<string>`(array_agg(a.said order by a.latest, a.id))[1]`.as('fromSaid'),
      sql<string>`(array_agg(b.said order by a.latest, a.id))[1]`.as('toSaid'),
    ])
    .groupBy(['a.party_id', 'a.side_id', 'b.side_id'])
    .orderBy('a.side_id')
    .orderBy('b.side_id')
    .execute()
}
