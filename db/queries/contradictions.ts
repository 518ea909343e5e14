import { sql } from 'kysely'
import type {
  EvidenceClaim,
  RecordedContradiction,
  RecordedSide,
} from '#server/domain/recorded-contradiction.ts'
import type { Visibility } from '#server/domain/access.ts'
import type { Status } from '#server/domain/reviews.ts'
import type { Db } from '../connect.ts'
import { type LeadClaims, listEvidenceById, listLeadClaims } from './evidence.ts'
import { seen } from './reviews.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** Contradictions as pages and reviewers read them. */

/** Signed-in people see private topics; to everybody else these are not there. */
export interface TopicOfContradiction {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly visibility: Visibility
  readonly version: number
  readonly mixedWindowDays: number
}

/** The topic of a contradiction that the viewer may see: the small read before the large ones. */
export async function findContradictionTopic(
  db: Db,
  id: number,
  viewer: TopicViewer,
): Promise<TopicOfContradiction | undefined> {
  return await db
    .selectFrom('contradiction as x')
    .innerJoin('topic as t', 't.id', 'x.topic_id')
    .where('x.id', '=', id)
    .where(isVisible(viewer, 't'))
    .select(['t.id', 't.slug', 't.title', 't.visibility', 't.version'])
    .select('t.mixed_window_days as mixedWindowDays')
    .executeTakeFirst()
}

/**
 * Since it was settled: claims of either side that were recorded later, and say no line that was on
 * record then. The same as coverageOf in server/domain/restatements.ts.
 */
const newEvidence = sql<number>`case when x.settled_at is null then 0 else (
  select count(*)::int from claim c where c.side_id in (x.side_a_id, x.side_b_id)
    and c.withdrawn_reason is null and c.bearing = 'states' and c.recorded_at > x.settled_at
    and not exists (select from claim d
      where (d.id = coalesce(c.first_id, c.id) or d.first_id = coalesce(c.first_id, c.id))
        and d.withdrawn_reason is null and d.bearing = 'states' and d.recorded_at <= x.settled_at)) end`

/** What readers are told: see `statusShown`. */
const shownStatus = sql<Status>`case when x.resolved_on is not null and x.status <> 'dismissed'
  then 'resolved' else x.status end`

/** Contradictions `x` with their issue `i`, sides `a` and `b`, their parties `p` and `q`, positions `m` and `n`. */
export const selectContradictions = (db: Db) =>
  db
    .selectFrom('contradiction as x')
    .innerJoin('issue as i', 'i.id', 'x.issue_id')
    .innerJoin('side as a', 'a.id', 'x.side_a_id')
    .innerJoin('side as b', 'b.id', 'x.side_b_id')
    .innerJoin('party as p', 'p.id', 'a.party_id')
    .innerJoin('party as q', 'q.id', 'b.party_id')
    .leftJoin('position as m', 'm.id', 'a.position_id')
    .leftJoin('position as n', 'n.id', 'b.position_id')

const columnsOf = (db: Db, ids: readonly number[]) =>
  selectContradictions(db)
    .where('x.id', '=', sql<number>`any(${[...ids]}::int[])`)
    .select([
      'x.id',
      'x.kind',
      'x.rule',
      'x.explanation',
      'x.is_conditional',
      'x.apart',
      'x.first_on',
      'x.last_on',
      'x.rank',
      'x.rank_parts',
      'x.status',
      'x.resolved_on',
      'x.filed_at',
      'x.settled_at',
      'i.id as issue_id',
      'i.slug as issue_slug',
      'i.question',
      'i.kind as issue_kind',
      'i.unit',
      'a.id as a_id',
      'a.stance as a_stance',
      'a.value as a_value',
      'a.claim_count as a_count',
      'b.id as b_id',
      'b.stance as b_stance',
      'b.value as b_value',
      'b.claim_count as b_count',
      'm.label as a_label',
      'n.label as b_label',
      'p.id as a_party_id',
      'p.slug as a_party_slug',
      'p.name as a_party_name',
      'q.id as b_party_id',
      'q.slug as b_party_slug',
      'q.name as b_party_name',
    ])
    .select([
      seen.as('seen'),
      newEvidence.as('new_evidence'),
      sql<{ count: number; at: string | null; reasons: string[] }>`(
        select json_build_object('count', count(*), 'at', max(reviewed_at),
          'reasons', coalesce(json_agg(distinct reason) filter (where reason is not null), '[]'))
        from review where contradiction_id = x.id and replaced_at is null)`.as('reviewed'),
      sql<{ by: string; at: string; why: string | null } | null>`(
        select case when e.is_adjudication and e.to_status = x.status and x.settled_at is not null
          then json_build_object('by', e.actor, 'at', e.happened_at, 'why', e.why) end
        from contradiction_event e where e.contradiction_id = x.id order by e.id desc limit 1)`.as(
        'adjudication',
      ),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof columnsOf>['execute']>>[number]

const sidesOf = (row: Row): { a: RecordedSide; b: RecordedSide } => ({
  a: {
    id: row.a_id,
    party: { id: row.a_party_id, slug: row.a_party_slug, name: row.a_party_name },
    stance: row.a_stance,
    position: row.a_label ?? undefined,
    value: row.a_value ?? undefined,
    claimCount: row.a_count,
    claim: undefined,
  },
  b: {
    id: row.b_id,
    party: { id: row.b_party_id, slug: row.b_party_slug, name: row.b_party_name },
    stance: row.b_stance,
    position: row.b_label ?? undefined,
    value: row.b_value ?? undefined,
    claimCount: row.b_count,
    claim: undefined,
  },
})

/** Put the sides in order (of a reversal: before, after), each with the claim that speaks for it. */
function inOrder(
  row: Row,
  lead: LeadClaims | undefined,
  claims: ReadonlyMap<number, EvidenceClaim>,
) {
  const { a, b } = sidesOf(row)
  const x = { ...a, claim: claims.get(lead?.a ?? 0) }
  const y = { ...b, claim: claims.get(lead?.b ?? 0) }
  const isLater = (x.claim?.latest ?? '') > (y.claim?.latest ?? '')
  const turned = row.kind === 'reversal' && (lead?.bIsBefore ?? isLater)
  return turned ? { a: y, b: x } : { a: x, b: y }
}

const toRecorded = (
  row: Row,
  lead: LeadClaims | undefined,
  claims: ReadonlyMap<number, EvidenceClaim>,
): RecordedContradiction => ({
  id: row.id,
  issue: {
    id: row.issue_id,
    slug: row.issue_slug,
    question: row.question,
    kind: row.issue_kind,
    unit: row.unit ?? undefined,
  },
  kind: row.kind,
  ...inOrder(row, lead, claims),
  rule: row.rule,
  explanation: row.explanation,
  isConditional: row.is_conditional,
  apart: row.apart ?? undefined,
  firstOn: row.first_on,
  lastOn: row.last_on,
  rank: row.rank,
  rankParts: row.rank_parts,
  status: row.status,
  resolvedOn: row.resolved_on,
  filedAt: row.filed_at,
  settledAt: row.settled_at,
  seen: row.seen,
  reviewed: {
    ...row.reviewed,
    at: row.reviewed.at === null ? null : new Date(row.reviewed.at),
  },
  adjudication:
    row.adjudication === null
      ? undefined
      : {
          by: row.adjudication.by,
          at: new Date(row.adjudication.at),
          why: row.adjudication.why ?? '',
        },
  newEvidence: row.new_evidence,
})

/**
 * Contradictions by id, in the order given; ids that are not there are left out. Each side has the
 * claim that speaks for it. Seven queries however many.
 * @param context - also read what stands around each quotation in its capture
 */
export async function listContradictionsById(
  db: Db,
  ids: readonly number[],
  { context = false }: { context?: boolean } = {},
): Promise<RecordedContradiction[]> {
  if (ids.length === 0) return []
  const rows = new Map((await columnsOf(db, ids).execute()).map((row) => [row.id, row]))
  const leads = await listLeadClaims(db, ids)
  const claimIds = [...leads.values()].flatMap(({ a, b }) => [a, b].filter((id) => id !== null))
  const claims = await listEvidenceById(db, claimIds, { context })
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [toRecorded(row, leads.get(id), claims)]
  })
}

export async function findContradiction(
  db: Db,
  id: number,
): Promise<RecordedContradiction | undefined> {
  return (await listContradictionsById(db, [id], { context: true }))[0]
}

export interface ContradictionFilter {
  readonly topicId: number
  readonly status?: Status | undefined
  /** Slugs; unknown ones match nothing. */
  readonly issue?: string | undefined
  readonly party?: string | undefined
}

const filtered = (db: Db, { topicId, status, issue, party }: ContradictionFilter) =>
  selectContradictions(db)
    .where('x.topic_id', '=', topicId)
    .$if(issue !== undefined, (q) => q.where('i.slug', '=', issue ?? ''))
    .$if(party !== undefined, (q) =>
      q.where((eb) => eb.or([eb('p.slug', '=', party ?? ''), eb('q.slug', '=', party ?? '')])),
    )
    .$if(status !== undefined, (q) => q.where(shownStatus, '=', status ?? 'open'))

/** One page of a topic's contradictions: what conflicts now before what does not, by rank, then id. */
export async function listContradictions(
  db: Db,
  filter: ContradictionFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<RecordedContradiction[]> {
  const rows = await filtered(db, filter)
    .select('x.id')
    .orderBy(sql`x.status = 'dismissed' or x.resolved_on is not null`)
    .orderBy('x.rank', 'desc')
    .orderBy('x.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return await listContradictionsById(
    db,
    rows.map((r) => r.id),
  )
}

/** How many contradictions of each status there are; a status that none has is left out. */
export async function countByStatus(
  db: Db,
  filter: Omit<ContradictionFilter, 'status'>,
): Promise<ReadonlyMap<Status, number>> {
  const rows = await filtered(db, filter)
    .select([shownStatus.as('status'), sql<number>`count(*)::int`.as('count')])
    .groupBy(shownStatus)
    .execute()
  return new Map(rows.map((r) => [r.status, r.count]))
}

/** Issues and parties that a topic's contradictions can be narrowed to, as the dossier orders them. */
export async function listFilterChoices(
  db: Db,
  topicId: number,
): Promise<{
  issues: { slug: string; label: string }[]
  parties: { slug: string; label: string }[]
}> {
  const issues = await db
    .selectFrom('issue')
    .where('topic_id', '=', topicId)
    .where('id', 'in', (q) =>
      q.selectFrom('contradiction').select('issue_id').where('topic_id', '=', topicId),
    )
    .select(['slug', 'question as label'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const parties = await db
    .selectFrom('party')
    .where('topic_id', '=', topicId)
    .where('id', 'in', (q) =>
      q
        .selectFrom('contradiction as x')
        .innerJoin('side as s', (join) =>
          join.on((eb) =>
            eb.or([eb('s.id', '=', eb.ref('x.side_a_id')), eb('s.id', '=', eb.ref('x.side_b_id'))]),
          ),
        )
        .where('x.topic_id', '=', topicId)
        .select('s.party_id'),
    )
    .select(['slug', 'name as label'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return { issues, parties }
}

/** A contradiction that merging positions made one with another, and the positions that were merged. */
export interface KinOfContradiction {
  readonly id: number
  /** Is it the one that stands on the merged position? */
  readonly isSuccessor: boolean
}

export interface MergedSides {
  /** Positions of its sides that others took the place of. */
  readonly merged: readonly { readonly label: string; readonly into: string }[]
  readonly kin: readonly KinOfContradiction[]
}

/** What merging positions made of a contradiction: of nearly all, nothing. */
export async function findMergedSides(db: Db, id: number): Promise<MergedSides> {
  const { rows: merged } = await sql<MergedSides['merged'][number]>`
    select distinct o.label, t.label as into from contradiction x
    join side s on s.id in (x.side_a_id, x.side_b_id)
    join position o on o.id = s.position_id join position t on t.id = o.merged_into_id
    where x.id = ${id} order by o.label`.execute(db)
  const { rows: kin } = await sql<KinOfContradiction>`
    with one as (
      select x.id, x.kind, x.issue_id,
        a.position_id as pa, b.position_id as pb,
        array[(a.party_id, a.stance, coalesce(p.merged_into_id, p.id))::text,
              (b.party_id, b.stance, coalesce(q.merged_into_id, q.id))::text] as sides
      from contradiction x join side a on a.id = x.side_a_id join side b on b.id = x.side_b_id
      join position p on p.id = a.position_id join position q on q.id = b.position_id
      where x.issue_id = (select issue_id from contradiction where id = ${id})
        and exists (select from position m where m.issue_id = x.issue_id and m.merged_into_id is not null)
    )
    select k.id, not exists (
        select from position m where m.id in (k.pa, k.pb) and m.merged_into_id is not null
      ) as "isSuccessor"
    from one x join one k on k.id <> x.id and k.sides @> x.sides and k.sides <@ x.sides
      and (k.kind = 'reversal') = (x.kind = 'reversal')
    where x.id = ${id} order by k.id`.execute(db)
  return { merged, kin }
}
