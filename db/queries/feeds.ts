import { sql } from 'kysely'
import type { ClaimChange, ContradictionChange } from '#server/domain/recorded-changes.ts'
import type { Db } from '../connect.ts'

/** What happened lately to a topic, or to a part of one: for its feed. */

/** What a feed follows. The topic's id is given too: revisions are a topic's. */
export interface Followed {
  readonly topicId: number
  readonly of: 'topic' | 'party' | 'issue' | 'contradiction'
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
  const { rows } = await sql<ClaimChange>`
    select c.id as "claimId", r.version, r.made_at as at,
      case when r.version = 1 then 'recorded'
        when r.after -> 'withdrawn' is not null and r.before -> 'withdrawn' is null then 'withdrawn'
        when r.after -> 'withdrawn' is null and r.before -> 'withdrawn' is not null then 'put back'
        else 'corrected' end as did,
      case when r.version > 1 then r.why end as why,
      p.name as "partyName", i.question, c.withdrawn_reason as "withdrawnReason"
    from revision r
    join claim c on c.topic_id = r.topic_id and c.slug = r.slug
    join party p on p.id = c.party_id
    join issue i on i.id = c.issue_id
    where r.topic_id = ${followed.topicId} and r.entity = 'claim' and ${claimsOf(followed)}
    order by r.id desc limit ${limit}`.execute(db)
  return rows
}

const contradictionsOf = ({ topicId, of, id }: Followed) =>
  ({
    topic: sql<boolean>`x.topic_id = ${topicId}`,
    party: sql<boolean>`(a.party_id = ${id} or b.party_id = ${id})`,
    issue: sql<boolean>`x.issue_id = ${id}`,
    contradiction: sql<boolean>`x.id = ${id}`,
  })[of]

/**
 * The newest changes of contradictions, newest first: filed, settled, reopened, resolved. Steps between
 * unsettled statuses are left out. That two sides no longer conflict is logged nowhere: it counts from
 * when the claim of that day was recorded, or where there is none, because one was withdrawn, from the
 * beginning of that day (UTC).
 */
export async function listContradictionChanges(
  db: Db,
  followed: Followed,
  limit: number,
): Promise<ContradictionChange[]> {
  const settled = sql`('confirmed', 'dismissed')`
  const { rows } = await sql<ContradictionChange>`
    with followed as (
      select x.id, x.issue_id, x.status, x.resolved_on, x.filed_at, a.party_id as a, b.party_id as b
      from contradiction x join side a on a.id = x.side_a_id join side b on b.id = x.side_b_id
      where ${contradictionsOf(followed)}
    )
    select x.id as "contradictionId", e.id as "eventId", e.happened_at as at,
      case when e.from_status is null then 'filed' when e.to_status in ${settled} then 'settled'
        else 'reopened' end as did, e.to_status as status
    from followed x join contradiction_event e on e.contradiction_id = x.id
    where e.from_status is null or e.to_status in ${settled}
      or (e.from_status in ${settled} and e.to_status in ('open', 'under review'))
    union all
    select x.id, null, greatest(x.filed_at, coalesce(
      (select min(c.recorded_at) from claim c where c.issue_id = x.issue_id
        and c.party_id in (x.a, x.b) and c.latest = x.resolved_on and c.withdrawn_reason is null),
      x.resolved_on::timestamp at time zone 'UTC')), 'resolved', x.status
    from followed x where x.resolved_on is not null and x.status <> 'dismissed'
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
