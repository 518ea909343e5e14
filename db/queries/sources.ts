import { sql } from 'kysely'
import type { Db } from '../connect.ts'
import { type CitedBy, selectCitations } from './citations.ts'

/** A source without its text, which may be long. */
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
  /** Do readers see only what is quoted, with some text around it? */
  readonly isExcerptsOnly: boolean
}

export async function findSource(db: Db, id: number): Promise<FoundSource | undefined> {
  return await db
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
      'excerpts_only as isExcerptsOnly',
    ])
    .executeTakeFirst()
}

/** What a claim, or a reply, takes from a source, and where it stands in the capture. */
export interface SourcePassage {
  /** Of the claim or reply. */
  readonly ofId: number
  /** In code points; null where the quotation is not in this capture, or there is none. */
  readonly start: number | null
  readonly end: number | null
  /** Of the capture in which the quotation stands; null where it stands in none. */
  readonly version: number | null
  readonly quote: string | null
  /** Of the quotation, BCP 47. */
  readonly language: string
  readonly translation: string | null
  readonly translator: string | null
  /** Page or time code. */
  readonly locator: string | null
}

/**
 * Every citation of a source by claims, or by replies, in the order of the text, then of what cites it.
 * Those of withdrawn claims too: their pages go on leading here.
 */
export async function listPassages(
  db: Db,
  source: Pick<FoundSource, 'id' | 'language'>,
  captureId: number | undefined,
  by: CitedBy = 'claim',
): Promise<SourcePassage[]> {
  const rows = await selectCitations(db, by)
    .leftJoin('capture as k', 'k.id', 'q.capture_id')
    .where('q.source_id', '=', source.id)
    .select([
      'k.version',
      'q.of_id as ofId',
      'q.capture_id',
      'q.found_start',
      'q.found_end',
      'q.quote',
      'q.language',
      'q.translation',
      'q.translator',
      'q.locator',
    ])
    .orderBy(sql`q.found_start nulls last`)
    .orderBy('q.of_id')
    .orderBy('q.ordinal')
    .execute()
  return rows.map(({ capture_id, found_start, found_end, language, ...rest }) => {
    const isHere = capture_id !== null && capture_id === captureId
    return {
      ...rest,
      start: isHere ? found_start : null,
      end: isHere ? found_end : null,
      language: language ?? source.language,
    }
  })
}

/** A reply that a source reports, with the claim that it answers. */
export interface SourceReply {
  readonly id: number
  readonly claim: { readonly id: number; readonly slug: string; readonly statement: string }
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly personName: string | null
  readonly said: string
  readonly statement: string
  readonly isWithdrawn: boolean
}

/** The replies that cite a source; withdrawn ones too. */
export async function listSourceReplies(db: Db, sourceId: number): Promise<SourceReply[]> {
  const { rows } = await sql<SourceReply>`
    select r.id, r.said, r.statement, r.withdrawn_reason is not null as "isWithdrawn",
      jsonb_build_object('id', c.id, 'slug', c.slug, 'statement', c.statement) as claim,
      jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as party,
      n.name as "personName"
    from reply r join claim c on c.id = r.claim_id join party p on p.id = r.party_id
    left join person n on n.id = r.person_id
    where r.id in (select reply_id from reply_citation where source_id = ${sourceId})
    order by r.latest, r.id`.execute(db)
  return rows
}

export interface ListedSource {
  readonly id: number
  readonly slug: string
  readonly kind: string
  readonly title: string
  readonly publisher: string | null
  readonly published: string
  readonly language: string
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
    select s.id, s.slug, s.kind, s.title, s.publisher, s.published, s.language,
      (select count(distinct claim_id)::int from citation where source_id = s.id) as claims,
      exists (select from capture where source_id = s.id) as "isCaptured"
    from source s where s.topic_id = ${topicId}
    order by s.published_latest desc, s.ordinal, s.id limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  )
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

/** A source as far as it takes to see that another is the same. */
export interface KnownSource {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly url: string | null
  /** SHA-256 of each of its captures. */
  readonly hashes: readonly string[]
  readonly claims: number
}

/** Every source of a topic with what identifies it, in the topic's order. */
export async function listKnownSources(db: Db, topicId: number): Promise<KnownSource[]> {
  const { rows } = await sql<KnownSource>`
    select s.id, s.slug, s.title, s.url,
      coalesce((select array_agg(sha256) from capture where source_id = s.id), '{}') as hashes,
      (select count(distinct claim_id)::int from citation where source_id = s.id) as claims
    from source s where s.topic_id = ${topicId} order by s.ordinal, s.id`.execute(db)
  return rows
}
