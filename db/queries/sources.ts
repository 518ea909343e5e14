import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/** A source with its newest capture. */
export interface FoundSource {
  readonly id: number
  readonly topicId: number
  readonly slug: string
  readonly kind: string
  readonly title: string
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  readonly archiveUrl: string | null
  /** EDTF. */
  readonly published: string
  readonly language: string
  readonly grade: string | null
  readonly capture: { readonly id: number; readonly text: string; readonly sha256: string; readonly capturedAt: string } | undefined
}

export async function findSource(db: Db, id: number): Promise<FoundSource | undefined> {
  const source = await db
    .selectFrom('source')
    .where('id', '=', id)
    .select([
      'id',
      'topic_id as topicId',
      'slug',
      'kind',
      'title',
      'publisher',
      'authors',
      'url',
      'archive_url as archiveUrl',
      'published',
      'language',
      'grade',
    ])
    .executeTakeFirst()
  if (source === undefined) return undefined
  const capture = await db
    .selectFrom('capture')
    .where('source_id', '=', id)
    .select(['id', 'text', 'sha256', 'captured_at as capturedAt'])
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return { ...source, capture }
}

/** A quotation taken from a source, and where it stands in the capture. */
export interface SourcePassage {
  readonly claimId: number
  /** In code points; null where the quotation is not in this capture. */
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  /** Of the quotation, BCP 47. */
  readonly language: string
}

/** Every citation of a source that is not of a withdrawn claim, in the order of the text. */
export async function listPassages(db: Db, source: FoundSource): Promise<SourcePassage[]> {
  const rows = await db
    .selectFrom('citation as q')
    .innerJoin('claim as c', 'c.id', 'q.claim_id')
    .where('q.source_id', '=', source.id)
    .select(['q.claim_id', 'q.capture_id', 'q.found_start', 'q.found_end', 'q.quote', 'q.language'])
    .orderBy(sql`q.found_start nulls last`)
    .orderBy('q.claim_id')
    .execute()
  return rows.map((row) => {
    const isHere = row.capture_id === source.capture?.id
    return {
      claimId: row.claim_id,
      start: isHere ? row.found_start : null,
      end: isHere ? row.found_end : null,
      quote: row.quote,
      language: row.language ?? source.language,
    }
  })
}

export interface ListedSource {
  readonly id: number
  readonly slug: string
  readonly kind: string
  readonly title: string
  readonly publisher: string | null
  readonly published: string
  readonly claims: number
  readonly isCaptured: boolean
}

/** A topic's sources, the newest first. @param page - from 1, of `size` */
export async function listSources(
  db: Db,
  topicId: number,
  { page, size }: { page: number; size: number },
): Promise<ListedSource[]> {
  const { rows } = await sql<ListedSource>`
    select s.id, s.slug, s.kind, s.title, s.publisher, s.published,
      (select count(distinct claim_id)::int from citation where source_id = s.id) as claims,
      exists (select from capture where source_id = s.id) as "isCaptured"
    from source s where s.topic_id = ${topicId}
    order by s.published_latest desc, s.ordinal, s.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return rows
}

export async function countSources(db: Db, topicId: number): Promise<number> {
  const row = await db
    .selectFrom('source')
    .where('topic_id', '=', topicId)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
