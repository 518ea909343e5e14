import { sql } from 'kysely'
import type {
  ClaimChange,
  ContradictionChange,
  FollowedKind,
} from '#server/domain/recorded-changes.ts'
import type { Db } from '../connect.ts'
import { claimChanges, contradictionChanges } from './changes.ts'

/** What happened lately to a topic, or to a part of one: for its feed. */

/** What a feed follows. The topic's id is given too: revisions are a topic's. */
export interface Followed {
  readonly topicId: number
  readonly of: FollowedKind
  readonly id: number
}

const claimsOf = ({ of, id }: Followed) =>
  ({
    topic: sql<boolean>`true`,
    party: sql<boolean>`c.party_id = ${id}`,
    issue: sql<boolean>`c.issue_id = ${id}`,
    contradiction: sql<boolean>`c.side_id in (
      select unnest(array[side_a_id, side_b_id]) from contradiction where id = ${id})`,
  })[of]

/** The newest changes of claims, newest first: recorded, corrected, withdrawn, put back. */
export async function listClaimChanges(
  db: Db,
  followed: Followed,
  limit: number,
): Promise<ClaimChange[]> {
  const which = sql<boolean>`r.topic_id = ${followed.topicId} and ${claimsOf(followed)}`
  const { rows } = await sql<ClaimChange>`
    ${claimChanges(which)} order by r.id desc limit ${limit}`.execute(db)
  return rows
}

const contradictionsOf = ({ topicId, of, id }: Followed) =>
  ({
    topic: sql<boolean>`x.topic_id = ${topicId}`,
    party: sql<boolean>`(a.party_id = ${id} or b.party_id = ${id})`,
    issue: sql<boolean>`x.issue_id = ${id}`,
    contradiction: sql<boolean>`x.id = ${id}`,
  })[of]

/** The newest changes of contradictions, newest first: filed, settled, reopened, resolved. */
export async function listContradictionChanges(
  db: Db,
  followed: Followed,
  limit: number,
): Promise<ContradictionChange[]> {
  const which = contradictionsOf(followed)
  const { rows } = await sql<ContradictionChange>`
    ${contradictionChanges(which, which)}
    order by at desc, "eventId" desc nulls first, "contradictionId" desc
    limit ${limit}`.execute(db)
  return rows
}

/** When a topic began. */
export async function findTopicStart(db: Db, topicId: number): Promise<Date> {
  const row = await db
    .selectFrom('topic')
    .where('id', '=', topicId)
    .select('created_at')
    .executeTakeFirstOrThrow()
  return row.created_at
}
