import { type RawBuilder, sql } from 'kysely'
import type { ErasedMark } from '#server/domain/erasures.ts'
import type { Db } from '../connect.ts'

/** The texts of a source as they were captured, each a version that never changes. */

/** A capture without its text, which may be long. */
export interface ListedCapture {
  /** From 1. */
  readonly version: number
  readonly sha256: string
  /** A day or an instant. */
  readonly capturedAt: string
  /** Who erased it; null where nobody did. Its text is the sentence that says so. */
  readonly erased: ErasedMark | null
}

export interface FoundCapture extends ListedCapture {
  readonly id: number
  readonly text: string
}

/**
 * A capture of a source.
 * @param version - the newest where it is left out
 * @returns undefined where there is none
 */
export async function findCapture(
  db: Db,
  sourceId: number,
  version?: number,
): Promise<FoundCapture | undefined> {
  return await db
    .selectFrom('capture')
    .where('source_id', '=', sourceId)
    .$if(version !== undefined, (q) => q.where('version', '=', version ?? 0))
    .select(['id', 'version', 'text', 'sha256', 'captured_at as capturedAt', 'erased'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Every capture of a source, the newest first. */
export async function listCaptures(db: Db, sourceId: number): Promise<ListedCapture[]> {
  return await db
    .selectFrom('capture')
    .where('source_id', '=', sourceId)
    .select(['version', 'sha256', 'captured_at as capturedAt', 'erased'])
    .orderBy('version', 'desc')
    .execute()
}

/**
 * The version of the capture in which a citation `q` stands, where it is not the source's newest: that
 * is where links to the passage lead.
 */
export const earlierVersion: RawBuilder<number | null> = sql<number | null>`(
  select k.version from capture k where k.id = q.capture_id
    and exists (select from capture n where n.source_id = k.source_id and n.version > k.version))`

/** A quotation from a source, with whose claim it is and where it stands. */
export interface QuotedClaim {
  readonly claim: { readonly id: number; readonly slug: string; readonly statement: string }
  readonly party: string
  readonly quote: string
  readonly language: string
  /** In the source's newest capture, in code points; null where it is not in that. */
  readonly start: number | null
  readonly end: number | null
}

/** Every quotation from a source, in the order of its text; those of withdrawn claims too. */
export async function listQuotedClaims(
  db: Db,
  source: { readonly id: number; readonly language: string },
): Promise<QuotedClaim[]> {
  const { rows } = await sql<QuotedClaim>`
    select jsonb_build_object('id', c.id, 'slug', c.slug, 'statement', c.statement) as claim,
      p.name as party, q.quote, coalesce(q.language, ${source.language}) as language,
      case when ${earlierVersion} is null then q.found_start end as start,
      case when ${earlierVersion} is null then q.found_end end as end
    from citation q join claim c on c.id = q.claim_id join party p on p.id = c.party_id
    where q.source_id = ${source.id} and q.quote is not null
    order by q.found_start nulls last, c.id, q.ordinal`.execute(db)
  return rows
}
