import { type Insertable, sql } from 'kysely'
import { groupBy } from '#server/domain/grouping.ts'
import type { RecordedReply, RepliesByClaim } from '#server/domain/recorded-reply.ts'
import type { Db } from '../connect.ts'
import type { ReplyCitationTable, ReplyTable } from '../schema.ts'
import { listRecordedCitations, toSpeaker } from './citations.ts'
import { roleHeld } from './comparison.ts'
import { inChunks } from './derivation.ts'
import type { Ids } from './record.ts'

/** What parties answer to claims on record. */

const anyText = (texts: readonly string[]) => sql<string>`any(${[...texts]}::text[])`

/** Replies to some claims with everything that shows them, the oldest first, by the claim's id. */
export async function listReplies(db: Db, claimIds: readonly number[]): Promise<RepliesByClaim> {
  if (claimIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('reply as c')
    .innerJoin('party as p', 'p.id', 'c.party_id')
    .leftJoin('person as n', 'n.id', 'c.person_id')
    .where('c.claim_id', '=', sql<number>`any(${[...claimIds]}::int[])`)
    .select(['c.id', 'c.slug', 'c.claim_id', 'c.version', 'c.said', 'c.latest'])
    .select(['c.statement', 'c.withdrawn_reason', 'c.recorded_at', 'c.recorded_by'])
    .select(['p.id as party_id', 'p.slug as party_slug', 'p.name as party_name'])
    .select(['n.id as person_id', 'n.slug as person_slug', 'n.name as person_name'])
    .select(roleHeld.as('role'))
    .orderBy('c.latest')
    .orderBy('c.id')
    .execute()
  const ids = rows.map((row) => row.id)
  const citations = await listRecordedCitations(db, 'reply', ids)
  const replies = rows.map((row): RecordedReply => ({
    id: row.id,
    slug: row.slug,
    claimId: row.claim_id,
    version: row.version,
    party: { id: row.party_id, slug: row.party_slug, name: row.party_name },
    person: toSpeaker(row, row.role),
    said: row.said,
    latest: row.latest,
    statement: row.statement,
    withdrawnReason: row.withdrawn_reason ?? undefined,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    citations: citations.get(row.id) ?? [],
  }))
  return groupBy(replies, (reply) => reply.claimId)
}

/** A reply as far as changing it needs to know. */
export interface ReplyPlace {
  readonly id: number
  readonly slug: string
  /** The account that recorded it; null where it came with a dossier. */
  readonly recordedBy: number | null
}

/** A reply to a claim, by its own id or by its slug. */
export async function findReplyPlace(
  db: Db,
  claimId: number,
  reply: { readonly id: number } | { readonly slug: string },
): Promise<ReplyPlace | undefined> {
  return await db
    .selectFrom('reply')
    .where('claim_id', '=', claimId)
    .where((eb) => ('id' in reply ? eb('id', '=', reply.id) : eb('slug', '=', reply.slug)))
    .select(['id', 'slug', 'recorded_by as recordedBy'])
    .executeTakeFirst()
}

/** Slugs of the replies to a claim; withdrawn ones too. */
export async function listReplySlugs(db: Db, claimId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('reply')
    .where('claim_id', '=', claimId)
    .select('slug')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.slug)
}

/** Where the claim of each reply has its page: the claim's id and slug, by the reply's slug. */
export async function listClaimsOfReplies(
  db: Db,
  topicId: number,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, { id: number; claim: { id: number; slug: string } }>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .selectFrom('reply as r')
    .innerJoin('claim as c', 'c.id', 'r.claim_id')
    .where('r.topic_id', '=', topicId)
    .where('r.slug', '=', anyText(slugs))
    .select(['r.id', 'r.slug', 'c.id as claim_id', 'c.slug as claim_slug'])
    .execute()
  return new Map(
    rows.map((r) => [r.slug, { id: r.id, claim: { id: r.claim_id, slug: r.claim_slug } }]),
  )
}

/** Claims by slug as far as a reply to them has to know. */
export async function listAnswered(
  db: Db,
  topicId: number,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: number; readonly said: string }>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .selectFrom('claim')
    .where('topic_id', '=', topicId)
    .where('slug', '=', anyText(slugs))
    .select(['id', 'slug', 'said'])
    .execute()
  return new Map(rows.map(({ slug, ...claim }) => [slug, claim]))
}

/** Slugs of replies that answer one of these claims or cite one of these sources. */
export async function listReplySlugsOn(
  db: Db,
  topicId: number,
  { claims, sources }: { claims: readonly string[]; sources: readonly string[] },
): Promise<string[]> {
  if (claims.length === 0 && sources.length === 0) return []
  const { rows } = await sql<{ slug: string }>`
    select r.slug from reply r join claim c on c.id = r.claim_id
      where r.topic_id = ${topicId} and c.slug = ${anyText(claims)}
    union select r.slug from source s join reply_citation q on q.source_id = s.id
      join reply r on r.id = q.reply_id
      where s.topic_id = ${topicId} and s.slug = ${anyText(sources)}`.execute(db)
  return rows.map((row) => row.slug)
}

/** Write replies; one that is there already keeps who recorded it, and when. @returns ids by slug */
export async function saveReplies(
  trx: Db,
  replies: readonly Insertable<ReplyTable>[],
): Promise<Ids> {
  const ids = new Map<string, number>()
  for (const piece of inChunks(replies)) {
    const saved = await trx
      .insertInto('reply')
      .values(piece)
      .onConflict((c) =>
        c.columns(['topic_id', 'slug']).doUpdateSet((eb) => ({
          claim_id: eb.ref('excluded.claim_id'),
          party_id: eb.ref('excluded.party_id'),
          person_id: eb.ref('excluded.person_id'),
          said: eb.ref('excluded.said'),
          earliest: eb.ref('excluded.earliest'),
          latest: eb.ref('excluded.latest'),
          statement: eb.ref('excluded.statement'),
          withdrawn_reason: eb.ref('excluded.withdrawn_reason'),
          version: eb.ref('excluded.version'),
        })),
      )
      .returning(['id', 'slug'])
      .execute()
    for (const { id, slug } of saved) ids.set(slug, id)
  }
  return ids
}

export async function replaceReplyCitations(
  trx: Db,
  replyIds: readonly number[],
  rows: readonly Insertable<ReplyCitationTable>[],
): Promise<void> {
  for (const piece of inChunks(replyIds, 10_000))
    await trx.deleteFrom('reply_citation').where('reply_id', 'in', piece).execute()
  for (const piece of inChunks(rows)) await trx.insertInto('reply_citation').values(piece).execute()
}
