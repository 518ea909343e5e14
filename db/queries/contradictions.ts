import { sql } from 'kysely'
import { groupBy } from '#server/domain/grouping.ts'
import {
  type EvidenceClaim,
  type RecordedContradiction,
  type RecordedEvent,
  type RecordedReview,
  type RecordedSide,
} from '#server/domain/recorded-contradiction.ts'
import type { SettledStatus, Status, Verdict } from '#server/domain/reviews.ts'
import type { Db } from '../connect.ts'
import { type LeadClaims, listEvidenceById, listLeadClaims } from './evidence.ts'

/** Contradictions as pages, feeds of them and reviewers read them, and what a review writes. */

/** Signed-in people see private topics; to everybody else these are not there. */
export type Asker = { readonly accountId: number } | undefined

export interface TopicOfContradiction {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly version: number
}

/** The topic of a contradiction that the asker may see: the small read before the large ones. */
export async function findContradictionTopic(
  db: Db,
  id: number,
  asker: Asker,
): Promise<TopicOfContradiction | undefined> {
  return await db
    .selectFrom('contradiction as x')
    .innerJoin('topic as t', 't.id', 'x.topic_id')
    .where('x.id', '=', id)
    .$if(asker === undefined, (q) => q.where('t.visibility', '=', 'public'))
    .select(['t.id', 't.slug', 't.title', 't.version'])
    .executeTakeFirst()
}

/** Since it was settled: claims of either side that were recorded later. */
const newEvidence = sql<number>`case when x.settled_at is null then 0 else (
  select count(*)::int from claim c where c.side_id in (x.side_a_id, x.side_b_id)
    and c.withdrawn_reason is null and c.bearing = 'states' and c.recorded_at > x.settled_at) end`

/** The same as a yes or no, from the sides' own counts: it costs nothing however many claims there are. */
const hasNewEvidence = sql<boolean>`(x.status = 'dismissed' and x.resolved_on is null
  and greatest(a.last_recorded_at, b.last_recorded_at) > x.settled_at)`

/** What readers are told: see `statusShown`. */
const shownStatus = sql<Status>`case when x.resolved_on is not null and x.status <> 'dismissed'
  then 'resolved' else x.status end`

/**
 * What a reviewer has seen: the contradiction's version, and how many claims of which versions are its
 * evidence. A claim added, withdrawn or corrected meanwhile makes it another.
 */
const seen = sql<string>`(select x.version || '.' || count(*) || '.' || coalesce(sum(c.version), 0)
  from claim c where c.side_id in (x.side_a_id, x.side_b_id) and c.withdrawn_reason is null)`

const selectContradictions = (db: Db) =>
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
function inOrder(row: Row, lead: LeadClaims | undefined, claims: ReadonlyMap<number, EvidenceClaim>) {
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

export async function findContradiction(db: Db, id: number): Promise<RecordedContradiction | undefined> {
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
  return await listContradictionsById(db, rows.map((r) => r.id))
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
): Promise<{ issues: { slug: string; label: string }[]; parties: { slug: string; label: string }[] }> {
  const issues = await db
    .selectFrom('issue')
    .where('topic_id', '=', topicId)
    .where('id', 'in', (q) => q.selectFrom('contradiction').select('issue_id').where('topic_id', '=', topicId))
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
          join.on((eb) => eb.or([eb('s.id', '=', eb.ref('x.side_a_id')), eb('s.id', '=', eb.ref('x.side_b_id'))])),
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

/** Reviews, newest first, those that were replaced included, and changes of status, newest first. */
export async function listReviewRecord(
  db: Db,
  id: number,
): Promise<{ reviews: RecordedReview[]; events: RecordedEvent[] }> {
  const reviews = await selectReviews(db).where('contradiction_id', '=', id).execute()
  const events = await db
    .selectFrom('contradiction_event')
    .where('contradiction_id', '=', id)
    .select(['id', 'happened_at as at', 'actor', 'from_status as from', 'to_status as to', 'why'])
    .orderBy('id', 'desc')
    .execute()
  return { reviews, events }
}

const selectReviews = (db: Db) =>
  db
    .selectFrom('review')
    .select([
      'id',
      'reviewer',
      'account_id as accountId',
      'verdict',
      'kind',
      'reason',
      'note',
      'reviewed_at as reviewedAt',
      'replaced_at as replacedAt',
    ])
    .orderBy('id', 'desc')

/** The review that holds of each of these contradictions by one reviewer, by contradiction. */
export async function listOwnReviews(
  db: Db,
  ids: readonly number[],
  accountId: number,
): Promise<ReadonlyMap<number, RecordedReview>> {
  const rows = await selectReviews(db)
    .select('contradiction_id')
    .where('contradiction_id', '=', sql<number>`any(${[...ids]}::int[])`)
    .where('account_id', '=', accountId)
    .where('replaced_at', 'is', null)
    .execute()
  return new Map([...groupBy(rows, (r) => r.contradiction_id)].flatMap(([id, [row]]) => (row ? [[id, row]] : [])))
}

export const QUEUES = ['open', 'under-review', 'new-evidence', 'done'] as const
export type Queue = (typeof QUEUES)[number]

const inQueue = {
  open: sql<boolean>`x.status = 'open' and x.resolved_on is null`,
  'under-review': sql<boolean>`x.status = 'under review' and x.resolved_on is null`,
  'new-evidence': hasNewEvidence,
  done: sql<boolean>`x.status in ('confirmed', 'dismissed') and not ${hasNewEvidence}`,
}

const queued = (db: Db, topicId: number | undefined) =>
  db
    .selectFrom('contradiction as x')
    .innerJoin('side as a', 'a.id', 'x.side_a_id')
    .innerJoin('side as b', 'b.id', 'x.side_b_id')
    .$if(topicId !== undefined, (q) => q.where('x.topic_id', '=', topicId ?? 0))

/** How many contradictions wait in each queue, of one topic or of all. */
export async function countQueues(
  db: Db,
  topicId: number | undefined,
): Promise<Readonly<Record<Queue, number>>> {
  const count = (queue: Queue) => sql<number>`(count(*) filter (where ${inQueue[queue]}))::int`
  return await queued(db, topicId)
    .select([
      count('open').as('open'),
      count('under-review').as('under-review'),
      count('new-evidence').as('new-evidence'),
      count('done').as('done'),
    ])
    .executeTakeFirstOrThrow()
}

export interface QueuePlace {
  readonly id: number
  /** From 1. */
  readonly place: number
}

/**
 * The next contradiction of a queue, by rank, then id.
 * @param from - start after this one, or at it; where it left the queue, at what followed it
 */
export async function findNextInQueue(
  db: Db,
  { queue, topicId, from }: {
    queue: Exclude<Queue, 'done'>
    topicId: number | undefined
    from?: { id: number; isIncluded: boolean } | undefined
  },
): Promise<QueuePlace | undefined> {
  const id = from?.id ?? 0
  return await db
    .with('queue', (q) =>
      queued(q as unknown as Db, topicId)
        .where(inQueue[queue])
        .select(['x.id', 'x.rank', sql<number>`(row_number() over (order by x.rank desc, x.id))::int`.as('place')]),
    )
    .selectFrom('queue')
    .$if(from !== undefined, (q) =>
      q.where(sql<boolean>`(exists (select from contradiction f where f.id = ${id}
        and (queue.rank < f.rank or (queue.rank = f.rank and queue.id > f.id)))
        or ${from?.isIncluded === true} and queue.id = ${id})`),
    )
    .select(['id', 'place'])
    .orderBy('place')
    .limit(1)
    .executeTakeFirst()
}

/** What is settled, latest first: for the queue's list of what is done. */
export async function listDone(
  db: Db,
  topicId: number | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<RecordedContradiction[]> {
  const rows = await queued(db, topicId)
    .where(inQueue.done)
    .select('x.id')
    .orderBy('x.settled_at', 'desc')
    .orderBy('x.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return await listContradictionsById(db, rows.map((r) => r.id))
}

/** Every topic that has contradictions, for the queue's filter. */
export async function listReviewedTopics(db: Db): Promise<{ slug: string; label: string }[]> {
  return await db
    .selectFrom('topic')
    .where('id', 'in', (q) => q.selectFrom('contradiction').select('topic_id'))
    .select(['slug', 'title as label'])
    .orderBy('title')
    .orderBy('id')
    .execute()
}

export interface LockedContradiction {
  readonly id: number
  readonly topicId: number
  readonly status: SettledStatus
  readonly settledAt: Date | null
  /** How many agreeing reviews settle it. */
  readonly needed: number
}

/** Lock a contradiction, so that of two decisions on it the second sees the first. Needs a transaction. */
export async function lockContradiction(trx: Db, id: number): Promise<LockedContradiction | undefined> {
  return await trx
    .selectFrom('contradiction as x')
    .innerJoin('topic as t', 't.id', 'x.topic_id')
    .where('x.id', '=', id)
    .select([
      'x.id',
      'x.topic_id as topicId',
      'x.status',
      'x.settled_at as settledAt',
      't.reviews_to_settle as needed',
    ])
    .forUpdate('x')
    .executeTakeFirst()
}

/** What a reviewer of this contradiction has before them now; read it after locking, not with it. */
export async function findSeen(trx: Db, id: number): Promise<string | undefined> {
  const row = await trx.selectFrom('contradiction as x').where('x.id', '=', id).select(seen.as('seen')).executeTakeFirst()
  return row?.seen
}

/** Reviews that hold, oldest first. Call it under the lock. */
export async function listHeldReviews(trx: Db, id: number): Promise<RecordedReview[]> {
  const rows = await selectReviews(trx).where('contradiction_id', '=', id).where('replaced_at', 'is', null).execute()
  return rows.toReversed()
}

/** One review of a contradiction, whether it holds or not. */
export async function findReview(
  db: Db,
  contradictionId: number,
  reviewId: number,
): Promise<RecordedReview | undefined> {
  return await selectReviews(db)
    .where('contradiction_id', '=', contradictionId)
    .where('id', '=', reviewId)
    .executeTakeFirst()
}

export interface NewReview {
  readonly contradictionId: number
  readonly accountId: number
  readonly reviewer: string
  readonly verdict: Verdict
  readonly kind?: string | undefined
  readonly reason?: string | undefined
  readonly note?: string | undefined
  readonly now: Date
}

/** Add a review; an earlier one of the same reviewer stays, marked as replaced. @returns its id */
export async function saveReview(trx: Db, review: NewReview): Promise<number> {
  await trx
    .updateTable('review')
    .set({ replaced_at: review.now })
    .where('contradiction_id', '=', review.contradictionId)
    .where('reviewer', '=', review.reviewer)
    .where('replaced_at', 'is', null)
    .execute()
  const { id } = await trx
    .insertInto('review')
    .values({
      contradiction_id: review.contradictionId,
      account_id: review.accountId,
      reviewer: review.reviewer,
      verdict: review.verdict,
      kind: review.kind ?? null,
      reason: review.reason ?? null,
      note: review.note ?? null,
      reviewed_at: review.now,
      replaced_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveReviewTakenBack(trx: Db, reviewId: number, now: Date): Promise<void> {
  await trx.updateTable('review').set({ replaced_at: now }).where('id', '=', reviewId).execute()
}

/** Set what people decided, and raise the version that forms carry. */
export async function saveDecision(
  trx: Db,
  { id, status, settledAt }: { id: number; status: SettledStatus; settledAt: Date | null },
): Promise<void> {
  await trx
    .updateTable('contradiction')
    .set((eb) => ({ status, settled_at: settledAt, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
