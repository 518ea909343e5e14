import { type RawBuilder, sql } from 'kysely'
import { groupBy } from '#server/domain/grouping.ts'
import type { RecordedEvent, RecordedReview } from '#server/domain/recorded-contradiction.ts'
import type { SettledStatus, Verdict } from '#server/domain/reviews.ts'
import type { Db } from '../connect.ts'
import { identityIn, listIdentities, sealReview, sealReviewEnd } from './seals.ts'

/** What people decided about contradictions: read, locked, written. */

/**
 * What a reviewer has seen: the contradiction's version, how many claims of which versions are its
 * evidence, and the id of the newest. A claim added, withdrawn or corrected meanwhile makes it another;
 * one added that only restates what the reviewer has seen does not.
 */
const seenAmong = (counted: RawBuilder<boolean>) => sql<string>`(
  select x.version || '.' || count(*) || '.' || coalesce(sum(c.id::bigint * c.version), 0)
    || '.' || coalesce(max(c.id), 0)
  from claim c where c.side_id in (x.side_a_id, x.side_b_id) and c.withdrawn_reason is null
    and ${counted})`

export const seen = seenAmong(sql<boolean>`true`)

/** The same for who has seen claims up to an id: what came later and restates one of these is left out. */
const seenUpTo = (newest: number) =>
  seenAmong(sql`(c.id <= ${newest}::int or c.first_id is null or c.first_id > ${newest}::int)`)

const newestIn = (given: string): number | undefined => {
  const newest = Number(/^\d+\.\d+\.\d+\.(\d{1,10})$/.exec(given)?.[1] ?? Number.NaN)
  return newest < 2 ** 31 ? newest : undefined
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
    .select('is_adjudication as isAdjudication')
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
  return new Map(
    [...groupBy(rows, (r) => r.contradiction_id)].flatMap(([id, [row]]) =>
      row ? [[id, row]] : [],
    ),
  )
}

export interface LockedContradiction {
  readonly id: number
  readonly topicId: number
  readonly status: SettledStatus
  readonly settledAt: Date | null
  /** How many agreeing reviews settle it. */
  readonly needed: number
  /** What an editor settled it as, unless something else happened or new evidence came since. */
  readonly adjudicated: 'confirmed' | 'dismissed' | undefined
}

const adjudicated = sql<'confirmed' | 'dismissed' | null>`(
  select case when e.is_adjudication and e.to_status in ('confirmed', 'dismissed') and not exists (
    select from side s where s.id in (x.side_a_id, x.side_b_id) and s.last_recorded_at > x.settled_at
  ) then e.to_status end
  from contradiction_event e where e.contradiction_id = x.id order by e.id desc limit 1)`

/** Lock a contradiction, so that of two decisions on it the second sees the first. Needs a transaction. */
export async function lockContradiction(
  trx: Db,
  id: number,
): Promise<LockedContradiction | undefined> {
  const row = await trx
    .selectFrom('contradiction as x')
    .innerJoin('topic as t', 't.id', 'x.topic_id')
    .where('x.id', '=', id)
    .select(adjudicated.as('adjudicated'))
    .select([
      'x.id',
      'x.topic_id as topicId',
      'x.status',
      'x.settled_at as settledAt',
      't.reviews_to_settle as needed',
    ])
    .forUpdate('x')
    .executeTakeFirst()
  return row && { ...row, adjudicated: row.adjudicated ?? undefined }
}

/**
 * What a reviewer of this contradiction has before them now; read it after locking, not with it.
 * @param given - what somebody had before them then: equal to the answer where that still holds
 */
export async function findSeen(trx: Db, id: number, given = ''): Promise<string | undefined> {
  const newest = newestIn(given)
  const row = await trx
    .selectFrom('contradiction as x')
    .where('x.id', '=', id)
    .select((newest === undefined ? seen : seenUpTo(newest)).as('seen'))
    .executeTakeFirst()
  return row?.seen
}

/** Reviews that hold, oldest first. Call it under the lock. */
export async function listHeldReviews(trx: Db, id: number): Promise<RecordedReview[]> {
  const rows = await selectReviews(trx)
    .where('contradiction_id', '=', id)
    .where('replaced_at', 'is', null)
    .execute()
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
  const held = await trx
    .selectFrom('review')
    .where('contradiction_id', '=', review.contradictionId)
    .where('account_id', '=', review.accountId)
    .where('replaced_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  if (held !== undefined) await saveReviewEnded(trx, held.id, review.now)
  const row = {
    contradiction_id: review.contradictionId,
    account_id: review.accountId,
    reviewer: review.reviewer,
    verdict: review.verdict,
    kind: review.kind ?? null,
    reason: review.reason ?? null,
    note: review.note ?? null,
    reviewed_at: review.now,
    replaced_at: null,
  }
  const identities = await listIdentities(trx, [row.contradiction_id])
  const identity = identityIn(identities, row.contradiction_id)
  const { id } = await trx
    .insertInto('review')
    .values({ ...row, ...sealReview(identity, row) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Mark a review as replaced or taken back; that is an entry of the history too. */
export async function saveReviewEnded(trx: Db, reviewId: number, now: Date): Promise<void> {
  const review = await trx
    .selectFrom('review')
    .where('id', '=', reviewId)
    .select(['contradiction_id', 'reviewer', 'reviewed_at'])
    .executeTakeFirstOrThrow()
  const identities = await listIdentities(trx, [review.contradiction_id])
  const end = sealReviewEnd(identityIn(identities, review.contradiction_id), review, now)
  await trx
    .updateTable('review')
    .set({ replaced_at: now, ...end })
    .where('id', '=', reviewId)
    .execute()
}

/** Set all reviews of a contradiction that hold aside: they stay on record, marked as ended. */
export async function saveReviewsSetAside(trx: Db, id: number, now: Date): Promise<void> {
  const held = await trx
    .selectFrom('review')
    .where('contradiction_id', '=', id)
    .where('replaced_at', 'is', null)
    .select('id')
    .orderBy('id')
    .execute()
  for (const review of held) await saveReviewEnded(trx, review.id, now)
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

/** Contradictions of a topic that reviewers have begun on and not settled. */
export async function listUnderReview(db: Db, topicId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('contradiction')
    .where('topic_id', '=', topicId)
    .where('status', '=', 'under review')
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
