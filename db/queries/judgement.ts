import { sql } from 'kysely'
import type {
  DossierContradiction,
  DossierReview,
  DossierRevision,
  DossierSide,
} from '#server/domain/dossier.ts'
import { groupBy } from '#server/domain/grouping.ts'
import { describeStatus } from '#server/domain/history-content.ts'
import {
  type ContradictionKind,
  type SettledStatus,
  isSettled,
  statusShown,
} from '#server/domain/reviews.ts'
import type { Db } from '../connect.ts'
import { inChunks } from './derivation.ts'
import { revisionRow } from './revisions.ts'
import { identityIn, listIdentities, seal, sealReview, sealReviewEnd } from './seals.ts'
import { type SideColumns, sideOf } from './sides.ts'

/** What people decided about a topic's contradictions, and its history, in the form of a dossier. */
export interface Judgement {
  readonly reviews: DossierReview[]
  readonly contradictions: DossierContradiction[]
  readonly history: DossierRevision[]
}

/** A contradiction by what makes it this one. */
export interface IdentifiedContradiction {
  readonly id: number
  readonly identity: { issue: string; kind: ContradictionKind; a: DossierSide; b: DossierSide }
  readonly status: SettledStatus
  readonly firstOn: string
  readonly lastOn: string
  readonly resolvedOn: string | null
  /** Has each side a claim that counts? Claims may have been withdrawn or corrected since it was filed. */
  readonly isBorneOut: boolean
}

/** Every contradiction of a topic with its identity, in the order they were filed. */
export async function listIdentified(db: Db, topicId: number): Promise<IdentifiedContradiction[]> {
  const { rows } = await sql<{
    id: number
    issue: string
    kind: ContradictionKind
    status: SettledStatus
    first_on: string
    last_on: string
    resolved_on: string | null
    is_borne_out: boolean
    a: SideColumns
    b: SideColumns
  }>`
    select x.id, i.slug as issue, x.kind, x.status, x.first_on, x.last_on, x.resolved_on,
      a.claim_count > 0 and b.claim_count > 0 as is_borne_out,
      jsonb_build_object('party', pa.slug, 'stance', a.stance, 'position', qa.slug, 'value', a.value) as a,
      jsonb_build_object('party', pb.slug, 'stance', b.stance, 'position', qb.slug, 'value', b.value) as b
    from contradiction x join issue i on i.id = x.issue_id
    join side a on a.id = x.side_a_id join party pa on pa.id = a.party_id
    join side b on b.id = x.side_b_id join party pb on pb.id = b.party_id
    left join position qa on qa.id = a.position_id left join position qb on qb.id = b.position_id
    where x.topic_id = ${topicId} order by x.id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    identity: { issue: row.issue, kind: row.kind, a: sideOf(row.a), b: sideOf(row.b) },
    status: row.status,
    firstOn: row.first_on,
    lastOn: row.last_on,
    resolvedOn: row.resolved_on,
    isBorneOut: row.is_borne_out,
  }))
}

/** Events of some contradictions, oldest first, by contradiction id. */
export async function listEvents(db: Db, topicId: number) {
  const rows = await db
    .selectFrom('contradiction_event as e')
    .innerJoin('contradiction as x', 'x.id', 'e.contradiction_id')
    .where('x.topic_id', '=', topicId)
    .selectAll('e')
    .orderBy('e.happened_at')
    .orderBy('e.id')
    .execute()
  return groupBy(rows, (row) => row.contradiction_id)
}

/** Every review of a topic, replaced ones too, oldest first. */
export async function listReviews(db: Db, topicId: number) {
  return await db
    .selectFrom('review as r')
    .innerJoin('contradiction as x', 'x.id', 'r.contradiction_id')
    .where('x.topic_id', '=', topicId)
    .selectAll('r')
    .orderBy('r.reviewed_at')
    .orderBy('r.id')
    .execute()
}

const optional = <Key extends string, Given>(key: Key, value: Given | null) =>
  (value === null ? {} : { [key]: value }) as { [K in Key]?: Given }

/**
 * A contradiction that no claims bear out any more and that nobody has judged says nothing, and is left
 * out: whoever imports the dossier could not file it.
 * @param withUnsettled - what reviewers said of contradictions that are not settled yet, too
 */
export async function listJudgement(
  db: Db,
  topicId: number,
  { withUnsettled }: { withUnsettled: boolean },
): Promise<Judgement> {
  const events = await listEvents(db, topicId)
  const isJudged = (x: IdentifiedContradiction) => (events.get(x.id) ?? []).length > 1
  const all = await listIdentified(db, topicId)
  const contradictions = all.filter((x) => x.isBorneOut || isJudged(x))
  const isTold = (x: IdentifiedContradiction) => withUnsettled || isSettled(x.status)
  const identities = new Map(contradictions.filter(isTold).map((x) => [x.id, x.identity]))
  const reviews = (await listReviews(db, topicId)).flatMap((r) => {
    const identity = identities.get(r.contradiction_id)
    return identity === undefined ? [] : [{ ...identity, ...reviewOf(r) }]
  })
  return {
    reviews,
    contradictions: contradictions.map((x) => {
      const log = events.get(x.id) ?? []
      return contradictionOf(x, isTold(x) ? log : log.map(withoutVerdict))
    }),
    history: await listHistory(db, topicId),
  }
}

/** A change of status with its reason left out, which says what the reviewer decided. */
const withoutVerdict = (event: EventRow): EventRow =>
  event.from_status === null ? event : { ...event, why: null }

type ReviewRow = Awaited<ReturnType<typeof listReviews>>[number]

const reviewOf = (r: ReviewRow) => ({
  by: r.reviewer,
  at: r.reviewed_at.toISOString(),
  ...(r.replaced_at === null ? {} : { replacedAt: r.replaced_at.toISOString() }),
  verdict: r.verdict,
  ...optional('disagreement', r.kind as NonNullable<DossierReview['disagreement']> | null),
  ...optional('reason', r.reason as NonNullable<DossierReview['reason']> | null),
  ...optional('note', r.note),
})

type EventRow = NonNullable<ReturnType<Awaited<ReturnType<typeof listEvents>>['get']>>[number]

const contradictionOf = (
  x: IdentifiedContradiction,
  events: readonly EventRow[],
): DossierContradiction => ({
  ...x.identity,
  status: statusShown(x.status, x.resolvedOn),
  firstOn: x.firstOn,
  lastOn: x.lastOn,
  log: events.map((e) => ({
    at: e.happened_at.toISOString(),
    by: e.actor,
    ...optional('from', e.from_status as SettledStatus | null),
    to: e.to_status as SettledStatus,
    ...optional('why', e.why),
    ...(e.is_adjudication ? { adjudicated: true as const } : {}),
  })),
})

async function listHistory(db: Db, topicId: number): Promise<DossierRevision[]> {
  const rows = await db
    .selectFrom('revision')
    .where('topic_id', '=', topicId)
    .selectAll()
    .orderBy('id')
    .execute()
  return rows.map(
    (r, i) =>
      ({
        seq: i + 1,
        at: r.made_at.toISOString(),
        by: r.made_by,
        entity: r.entity,
        slug: r.slug,
        action: r.version === 1 ? 'created' : 'revised',
        ...optional('why', r.why),
        ...optional('before', r.before),
        after: r.after,
      }) as DossierRevision,
  )
}

/** Note that contradictions were filed by rule. */
export async function noteFiled(trx: Db, ids: readonly number[], at: Date): Promise<void> {
  await insertEvents(
    trx,
    ids.map((id) => ({
      contradiction_id: id,
      happened_at: at,
      actor: 'Gainsay',
      from_status: null,
      to_status: 'open',
      why: 'Filed by rule.',
    })),
  )
}

export interface NewEvent {
  readonly contradiction_id: number
  readonly happened_at: Date
  readonly actor: string
  readonly from_status: string | null
  readonly to_status: string
  readonly why: string | null
  readonly is_adjudication?: boolean
  readonly account_id?: number
}

/** Append to the logs of contradictions, and to the history. */
export async function insertEvents(trx: Db, events: readonly NewEvent[]): Promise<void> {
  for (const piece of inChunks(events)) {
    const identities = await listIdentities(
      trx,
      piece.map((e) => e.contradiction_id),
    )
    const sealed = piece.map((e) => ({
      ...e,
      ...seal(
        describeStatus(identityIn(identities, e.contradiction_id), {
          at: e.happened_at.toISOString(),
          by: e.actor,
          account: e.account_id ?? null,
          from: e.from_status,
          to: e.to_status,
          why: e.why,
          adjudicated: e.is_adjudication === true ? true : null,
        }),
      ),
    }))
    await trx.insertInto('contradiction_event').values(sealed).execute()
  }
}

/** Set what an imported log comes to; whoever is reviewing one of them has to look again. */
export async function saveStatuses(
  trx: Db,
  statuses: readonly { id: number; status: SettledStatus; settledAt: Date | null }[],
): Promise<void> {
  for (const { id, status, settledAt } of statuses) {
    await trx
      .updateTable('contradiction')
      .set((eb) => ({ status, settled_at: settledAt, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where((eb) =>
        eb.or([eb('status', '<>', status), eb('settled_at', 'is distinct from', settledAt)]),
      )
      .execute()
  }
}

export interface NewReview {
  readonly contradiction_id: number
  readonly reviewer: string
  readonly verdict: ReviewRow['verdict']
  readonly kind: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly reviewed_at: Date
  readonly replaced_at: Date | null
}

/** Append reviews that somebody gave elsewhere, and for those that ended their end, to the history. */
export async function insertReviews(trx: Db, reviews: readonly NewReview[]): Promise<void> {
  for (const piece of inChunks(reviews)) {
    const identities = await listIdentities(
      trx,
      piece.map((r) => r.contradiction_id),
    )
    const rows = piece.map((r) => {
      const identity = identityIn(identities, r.contradiction_id)
      const row = { ...r, account_id: null }
      const end = sealReviewEnd(identity, row, r.replaced_at)
      return { ...row, ...sealReview(identity, row), ...end }
    })
    await trx.insertInto('review').values(rows).execute()
  }
}

/** Contradictions of a topic whose log is empty. */
export async function listUnlogged(db: Db, topicId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('contradiction as x')
    .where('x.topic_id', '=', topicId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contradiction_event as e')
            .whereRef('e.contradiction_id', '=', 'x.id')
            .select('e.id'),
        ),
      ),
    )
    .select('x.id')
    .orderBy('x.id')
    .execute()
  return rows.map((r) => r.id)
}

/** Write the history that a new topic comes with, as it is: who, when, from, to, why. */
export async function insertHistory(
  trx: Db,
  topicId: number,
  history: readonly DossierRevision[],
): Promise<void> {
  const versions = new Map<string, number>()
  const rows = [...history]
    .sort((a, b) => a.seq - b.seq)
    .map((r) => {
      const key = `${r.entity} ${r.slug}`
      const version = (versions.get(key) ?? 0) + 1
      versions.set(key, version)
      const { entity, slug, before, after } = r
      const made = { madeAt: new Date(r.at), madeBy: r.by, accountId: undefined, why: r.why }
      return revisionRow({ topicId, entity, ...made }, { slug, version, before, after })
    })
  for (const piece of inChunks(rows)) await trx.insertInto('revision').values(piece).execute()
}
