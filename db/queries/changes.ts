import { type RawBuilder, sql } from 'kysely'
import type {
  Change,
  ClaimChange,
  ContradictionChange,
  Told,
} from '#server/domain/recorded-changes.ts'
import type { Db } from '../connect.ts'
import { listContradictionsById } from './contradictions.ts'
import { listEvidenceById } from './evidence.ts'

/**
 * What happened to the record: claims recorded, corrected, withdrawn, put back; contradictions filed,
 * settled, reopened, resolved. The one listing that feeds, inboxes and webhooks tell from.
 */

type Where = RawBuilder<boolean>

/** Rows of {@link ClaimChange}: of the revision `r` and the claim `c` that `which` picks. */
export const claimChanges = (which: Where): RawBuilder<ClaimChange> => sql`
  select r.id as "revisionId", c.id as "claimId", r.version, r.made_at as at,
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
  where r.entity = 'claim' and ${which}`

const settled = sql`('confirmed', 'dismissed')`

/** Is an entry `e` of the log told? Steps between unsettled statuses are not. */
export const isTold: Where = sql`(e.from_status is null or e.to_status in ${settled}
  or (e.from_status in ${settled} and e.to_status in ('open', 'under review')))`

/** Is it told that the sides of `x` no longer conflict? */
export const isResolutionTold: Where = sql`(x.resolved_at is not null and x.status <> 'dismissed')`

/**
 * Rows of {@link ContradictionChange}, of the contradiction `x` and its sides `a` and `b`.
 * @param events - picks entries `e` of the log
 * @param resolved - picks contradictions whose resolution is told; that has no entry in the log
 */
export const contradictionChanges = (
  events: Where,
  resolved: Where,
): RawBuilder<ContradictionChange> => sql`
  select x.id as "contradictionId", e.id as "eventId", e.happened_at as at,
    case when e.from_status is null then 'filed' when e.to_status in ${settled} then 'settled'
      else 'reopened' end as did, e.to_status as status, null::date as "resolvedOn"
  from contradiction x join side a on a.id = x.side_a_id join side b on b.id = x.side_b_id
  join contradiction_event e on e.contradiction_id = x.id
  where ${isTold} and ${events}
  union all
  select x.id, null, x.resolved_at, 'resolved', x.status, x.resolved_on
  from contradiction x join side a on a.id = x.side_a_id join side b on b.id = x.side_b_id
  where ${isResolutionTold} and ${resolved}`

const among = (column: string, ids: readonly number[]) =>
  sql<boolean>`${sql.ref(column)} = any(${[...ids]}::int[])`

/**
 * Changes by what they are and an id: "claim 7" by its revision, "event 7" by its entry in the log,
 * "resolved 7" by its contradiction. What is not there, or not told any more, is left out.
 */
export async function listChangesById(
  db: Db,
  ids: Readonly<Record<'claim' | 'event' | 'resolved', readonly number[]>>,
): Promise<ReadonlyMap<string, Change>> {
  const claims = await sql<ClaimChange>`${claimChanges(among('r.id', ids.claim))}`.execute(db)
  const contradictions = await sql<ContradictionChange>`
    ${contradictionChanges(among('e.id', ids.event), among('x.id', ids.resolved))}`.execute(db)
  return new Map<string, Change>([
    ...claims.rows.map((change) => [`claim ${change.revisionId}`, change] as const),
    ...contradictions.rows.map(
      (change) =>
        [
          change.eventId === null
            ? `resolved ${change.contradictionId}`
            : `event ${change.eventId}`,
          change,
        ] as const,
    ),
  ])
}

/** Put each change together with its thing as that is now; a change whose thing is gone is left out. */
export async function findTold(db: Db, changes: readonly Change[]): Promise<Told[]> {
  const claimIds = changes.flatMap((change) => ('claimId' in change ? [change.claimId] : []))
  const ids = changes.flatMap((one) => ('contradictionId' in one ? [one.contradictionId] : []))
  const claims = await listEvidenceById(db, [...new Set(claimIds)])
  const found = await listContradictionsById(db, [...new Set(ids)])
  const contradictions = new Map(found.map((x) => [x.id, x]))
  return changes.flatMap((change): Told[] => {
    if ('claimId' in change) {
      const claim = claims.get(change.claimId)
      return claim === undefined ? [] : [{ change, claim }]
    }
    const x = contradictions.get(change.contradictionId)
    return x === undefined ? [] : [{ change, x }]
  })
}
