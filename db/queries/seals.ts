import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { SALT_BYTES, leafOf } from '#server/domain/history-chain.ts'
import {
  type ContradictionIdentity,
  type HistoryContent,
  describeReview,
  describeReviewEnd,
} from '#server/domain/history-content.ts'
import type { ContradictionKind } from '#server/domain/reviews.ts'
import { type SideColumns, sideOf } from './sides.ts'
import type { Db } from '../connect.ts'

/**
 * Sealing what the history tells: a row that says what happened is written with a random salt and its
 * leaf. When the transaction commits, the database appends the leaf to the topic's chain (see
 * db/migrations/2026-11-27-history.ts), and refuses a row that has none.
 */

/** The columns of a sealed row. */
export interface Seal {
  readonly salt: Buffer
  readonly leaf: Buffer
}

/** A salt of its own for each content, so that equal contents have different leaves. */
export function seal(content: HistoryContent): Seal {
  const salt = randomBytes(SALT_BYTES)
  return { salt, leaf: leafOf(salt, content) }
}

/** A contradiction as far as the history needs to know. */
export interface NamedContradiction {
  readonly topicId: number
  readonly identity: ContradictionIdentity
  readonly isSettled: boolean
}

export type Identities = ReadonlyMap<number, NamedContradiction>

/** What makes these contradictions what they are, by id. */
export async function listIdentities(db: Db, ids: readonly number[]): Promise<Identities> {
  if (ids.length === 0) return new Map()
  // One column for each part: JSON made there and read here takes twice as long, and imports file many.
  const { rows } = await sql<IdentityColumns>`
    select x.id, x.topic_id, x.settled_at is not null as is_settled, i.slug as issue, x.kind,
      pa.slug as a_party, a.stance as a_stance, qa.slug as a_position, a.value as a_value,
      pb.slug as b_party, b.stance as b_stance, qb.slug as b_position, b.value as b_value
    from contradiction x join issue i on i.id = x.issue_id
    join side a on a.id = x.side_a_id join party pa on pa.id = a.party_id
    join side b on b.id = x.side_b_id join party pb on pb.id = b.party_id
    left join position qa on qa.id = a.position_id left join position qb on qb.id = b.position_id
    where x.id = any(${[...new Set(ids)]}::int[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      { topicId: row.topic_id, identity: toIdentity(row), isSettled: row.is_settled },
    ]),
  )
}

type Side<Letter extends 'a' | 'b'> = {
  readonly [Name in keyof SideColumns as `${Letter}_${Name}`]: SideColumns[Name]
}

interface IdentityColumns extends Side<'a'>, Side<'b'> {
  readonly id: number
  readonly topic_id: number
  readonly is_settled: boolean
  readonly issue: string
  readonly kind: ContradictionKind
}

const toIdentity = (row: IdentityColumns): ContradictionIdentity => ({
  issue: row.issue,
  kind: row.kind,
  a: sideOf({
    party: row.a_party,
    stance: row.a_stance,
    position: row.a_position,
    value: row.a_value,
  }),
  b: sideOf({
    party: row.b_party,
    stance: row.b_stance,
    position: row.b_position,
    value: row.b_value,
  }),
})

/** One of {@link listIdentities}. @throws when it is not there */
export function identityIn(identities: Identities, id: number): ContradictionIdentity {
  const found = identities.get(id)
  if (found === undefined) throw new Error(`There is no contradiction ${id}`)
  return found.identity
}

/** A review as it is written, as far as the history tells of it. */
interface ReviewColumns {
  readonly account_id: number | null
  readonly reviewer: string
  readonly verdict: string
  readonly kind: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly reviewed_at: Date
}

export const sealReview = (on: ContradictionIdentity, review: ReviewColumns): Seal =>
  seal(
    describeReview(on, {
      at: review.reviewed_at.toISOString(),
      by: review.reviewer,
      account: review.account_id,
      verdict: review.verdict,
      disagreement: review.kind,
      reason: review.reason,
      note: review.note,
    }),
  )

/** What seals that a review was replaced or taken back; nulls while it holds. */
export function sealReviewEnd(
  on: ContradictionIdentity,
  review: Pick<ReviewColumns, 'reviewer' | 'reviewed_at'>,
  endedAt: Date | null,
): { end_salt: Buffer | null; end_leaf: Buffer | null } {
  if (endedAt === null) return { end_salt: null, end_leaf: null }
  const { salt, leaf } = seal(
    describeReviewEnd(on, {
      at: endedAt.toISOString(),
      by: review.reviewer,
      given: review.reviewed_at.toISOString(),
    }),
  )
  return { end_salt: salt, end_leaf: leaf }
}
