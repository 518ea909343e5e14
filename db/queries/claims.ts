import type { Visibility } from '#server/domain/access.ts'
import { sql } from 'kysely'
import type { ClaimSuccession, LinkedClaim, RecordedClaim } from '#server/domain/recorded-claim.ts'
import type { DossierClaim } from '#server/domain/dossier.ts'
import type { Db } from '../connect.ts'
import { listRecordedCitations, toSpeaker } from './citations.ts'
import { listClaimDetails } from './comparison.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** Claims as their own pages show them, and what recording one has to look up. */

/** The topic around a claim. */
export interface ClaimTopic {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly visibility: Visibility
  readonly version: number
  readonly mixedWindowDays: number
}

/** The topic of a claim that the viewer may see: the small read before the large ones. */
export async function findClaimTopic(
  db: Db,
  claimId: number,
  viewer: TopicViewer,
): Promise<ClaimTopic | undefined> {
  return await db
    .selectFrom('claim as c')
    .innerJoin('topic as t', 't.id', 'c.topic_id')
    .where('c.id', '=', claimId)
    .where(isVisible(viewer, 't'))
    .select(['t.id', 't.slug', 't.title', 't.visibility', 't.version'])
    .select('t.mixed_window_days as mixedWindowDays')
    .executeTakeFirst()
}

const selectClaim = (db: Db, claimId: number) =>
  db
    .selectFrom('claim as c')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .innerJoin('issue as i', 'i.id', 'c.issue_id')
    .leftJoin('position as o', 'o.id', 'c.position_id')
    .leftJoin('person as n', 'n.id', 'c.person_id')
    .where('c.id', '=', claimId)
    .select(['c.id', 'c.slug', 'c.version', 'c.value', 'c.stance', 'c.bearing', 'c.form', 'c.said'])
    .select(['c.statement', 'c.condition', 'c.scope_period', 'c.scope_note', 'c.hedge'])
    .select([
      'c.erased',
      'c.withdrawn_reason',
      'c.side_id',
      'c.stands_until',
      'c.recorded_at',
      'c.recorded_by',
    ])
    .select(['p.id as party_id', 'p.slug as party_slug', 'p.name as party_name'])
    .select(['i.id as issue_id', 'i.slug as issue_slug', 'i.question', 'i.kind', 'i.unit'])
    .select(['o.slug as position_slug', 'o.label'])
    .select(['n.id as person_id', 'n.slug as person_slug', 'n.name as person_name'])
    .select(
      sql<number>`(select count(*)::int from position b where b.issue_id = o.issue_id
        and (b.ordinal, b.id) < (o.ordinal, o.id))`.as('place'),
    )

/** The account that recorded a claim; null where it came with a dossier. */
export async function findRecorder(db: Db, claimId: number): Promise<number | null> {
  const row = await db
    .selectFrom('claim')
    .where('id', '=', claimId)
    .select('recorded_by')
    .executeTakeFirst()
  return row?.recorded_by ?? null
}

/** A claim with everything its page shows. */
export async function findClaim(db: Db, claimId: number): Promise<RecordedClaim | undefined> {
  const row = await selectClaim(db, claimId).executeTakeFirst()
  if (row === undefined) return undefined
  const detail = (await listClaimDetails(db, [claimId])).get(row.slug)
  return {
    id: row.id,
    slug: row.slug,
    version: row.version,
    party: { id: row.party_id, slug: row.party_slug, name: row.party_name },
    person: toSpeaker(row, detail?.personRole),
    issue: {
      id: row.issue_id,
      slug: row.issue_slug,
      question: row.question,
      kind: row.kind,
      unit: row.unit ?? undefined,
    },
    position:
      row.position_slug === null || row.label === null
        ? undefined
        : { slug: row.position_slug, label: row.label, place: row.place },
    value: row.value ?? undefined,
    stance: row.stance,
    bearing: row.bearing,
    form: row.form,
    said: row.said,
    statement: row.statement,
    condition: row.condition ?? undefined,
    scopePeriod: row.scope_period ?? undefined,
    scopeNote: row.scope_note ?? undefined,
    hedge: row.hedge ?? undefined,
    withdrawnReason: row.withdrawn_reason ?? undefined,
    erased: row.erased ?? undefined,
    sideId: row.side_id ?? undefined,
    standsUntil: row.stands_until ?? undefined,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    citations: (await listRecordedCitations(db, 'claim', [claimId])).get(claimId) ?? [],
  }
}

const linkColumns = [
  'c.id',
  'c.slug',
  'c.statement',
  'c.said',
  'c.stance',
  'p.name as partyName',
] as const

/** What replaced a claim as far as is known now; undefined while it stands. */
export async function findSuccessor(db: Db, claimId: number): Promise<ClaimSuccession | undefined> {
  const row = await db
    .selectFrom('succession as n')
    .innerJoin('claim as c', 'c.id', 'n.successor_id')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .where('n.claim_id', '=', claimId)
    .where('n.until_day', 'is', null)
    .select([...linkColumns, 'n.is_reversal as isReversal'])
    .executeTakeFirst()
  return row && toSuccession(row)
}

/** The newest claims that a claim replaced, newest first. */
export async function listPredecessors(
  db: Db,
  claimId: number,
  limit: number,
): Promise<ClaimSuccession[]> {
  const rows = await db
    .selectFrom('succession as n')
    .innerJoin('claim as c', 'c.id', 'n.claim_id')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .where('n.successor_id', '=', claimId)
    .where('n.until_day', 'is', null)
    .select([...linkColumns, 'n.is_reversal as isReversal'])
    .orderBy('c.latest', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toSuccession)
}

const toSuccession = ({
  isReversal,
  ...claim
}: LinkedClaim & { isReversal: boolean }): ClaimSuccession => ({
  claim,
  isReversal,
})

/** Contradictions of a side: those that hold now first, then by rank. At most 100. */
export async function listContradictionIdsOfSide(db: Db, sideId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('contradiction')
    .where((eb) => eb.or([eb('side_a_id', '=', sideId), eb('side_b_id', '=', sideId)]))
    .select('id')
    .orderBy(sql`status = 'dismissed' or resolved_on is not null`)
    .orderBy('rank', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((r) => r.id)
}

/** One version of a claim in its dossier form. */
export async function findClaimRevision(
  db: Db,
  { topicId, slug, version }: { topicId: number; slug: string; version: number },
): Promise<unknown> {
  const row = await db
    .selectFrom('revision')
    .where('topic_id', '=', topicId)
    .where('entity', '=', 'claim')
    .where('slug', '=', slug)
    .where('version', '=', version)
    .select('after')
    .executeTakeFirst()
  return row?.after
}

/** Where a claim is kept, for changing it. */
export interface ClaimPlace {
  readonly topicId: number
  readonly topicSlug: string
  readonly slug: string
  readonly issueId: number
}

export async function findClaimPlace(db: Db, claimId: number): Promise<ClaimPlace | undefined> {
  return await db
    .selectFrom('claim as c')
    .innerJoin('topic as t', 't.id', 'c.topic_id')
    .where('c.id', '=', claimId)
    .select(['c.topic_id as topicId', 't.slug as topicSlug', 'c.slug', 'c.issue_id as issueId'])
    .executeTakeFirst()
}

export async function findClaimLink(
  db: Db,
  topicId: number,
  slug: string,
): Promise<LinkedClaim | undefined> {
  return await db
    .selectFrom('claim as c')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .where('c.topic_id', '=', topicId)
    .where('c.slug', '=', slug)
    .select(linkColumns)
    .executeTakeFirst()
}

/** Wait for whoever else sends this claim's form, until this transaction ends. */
export async function lockClaimSlug(trx: Db, topicSlug: string, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(3, hashtext(${`${topicSlug} ${slug}`}))`.execute(trx)
}

/**
 * Claims that a new one may repeat: the same party's same stance on the same thing said on the same
 * date; or, on the same issue, made of the same words in the same source. One sentence may well carry
 * claims of several parties, on several issues, or of several things on a list. Withdrawn ones do not
 * count. At most 5, oldest first.
 */
export async function listSimilarClaims(
  db: Db,
  topicId: number,
  claim: DossierClaim,
): Promise<LinkedClaim[]> {
  const quotes = claim.citations.flatMap((q) =>
    q.quote === undefined ? [] : [{ source: q.source, quote: q.quote.replace(/\s+/g, ' ').trim() }],
  )
  const value = claim.value === undefined ? null : JSON.stringify(claim.value)
  // Two searches by index, joined: either alone would walk all claims of a large topic.
  const similar = sql<number>`(
    select x.id from claim x
    join party p on p.id = x.party_id join issue i on i.id = x.issue_id
    left join position o on o.id = x.position_id
    where p.topic_id = ${topicId} and p.slug = ${claim.party} and i.slug = ${claim.issue}
      and o.slug is not distinct from ${claim.position ?? null}::text
      and x.value is not distinct from ${value}::jsonb
      and x.stance = ${claim.stance} and x.said = ${claim.said}
    union
    select q.claim_id from jsonb_to_recordset(${JSON.stringify(quotes)}::jsonb) as w (source text, quote text)
    join source s on s.topic_id = ${topicId} and s.slug = w.source
    join citation q on q.source_id = s.id
      and btrim(regexp_replace(q.quote, '\\s+', ' ', 'g')) = w.quote
    join claim x on x.id = q.claim_id
    join party p on p.id = x.party_id and p.slug = ${claim.party}
    join issue i on i.id = x.issue_id and i.slug = ${claim.issue}
    left join position o on o.id = x.position_id
    where i.kind <> 'list' or o.slug is not distinct from ${claim.position ?? null}::text)`
  return await db
    .selectFrom('claim as c')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .where('c.id', 'in', similar)
    .where('c.slug', '<>', claim.slug)
    .where('c.withdrawn_reason', 'is', null)
    .select(linkColumns)
    .orderBy('c.id')
    .limit(5)
    .execute()
}
