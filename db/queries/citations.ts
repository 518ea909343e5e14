import { type Selectable, sql } from 'kysely'
import { groupBy } from '#server/domain/grouping.ts'
import type { RecordedCitation, RecordedClaim } from '#server/domain/recorded-claim.ts'
import type { Db } from '../connect.ts'
import type { CitationTable, SourceTable } from '../schema.ts'
import { earlierVersion } from './captures.ts'

/** Citations of claims and of replies, which are alike: `q`, with what each is a citation of as `of_id`. */
export type CitedBy = 'claim' | 'reply'

type CitationRow = Omit<Selectable<CitationTable>, 'claim_id'> & { readonly of_id: number }

const all = {
  claim: sql<CitationRow>`(select claim_id as of_id, * from citation)`.as<'q'>('q'),
  reply: sql<CitationRow>`(select reply_id as of_id, * from reply_citation)`.as<'q'>('q'),
}

/** Who said it, as rows with a person have it: undefined where nobody is named. */
export const toSpeaker = (
  row: {
    readonly person_id: number | null
    readonly person_slug: string | null
    readonly person_name: string | null
  },
  role: string | null | undefined,
): RecordedClaim['person'] =>
  row.person_id === null || row.person_slug === null || row.person_name === null
    ? undefined
    : { id: row.person_id, slug: row.person_slug, name: row.person_name, role: role ?? undefined }

/** @param by - whose citations */
export const selectCitations = (db: Db, by: CitedBy) => db.selectFrom(all[by])

/** Citations with their sources, in their order, by the claim or reply. */
export async function listRecordedCitations(
  db: Db,
  by: CitedBy,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly RecordedCitation[]>> {
  if (ids.length === 0) return new Map()
  const rows = await selectCitations(db, by)
    .innerJoin('source as s', 's.id', 'q.source_id')
    .where('q.of_id', '=', sql<number>`any(${[...ids]}::int[])`)
    .select(['q.of_id', 'q.quote', 'q.language', 'q.translation', 'q.translator', 'q.locator'])
    .select(['q.credibility', 'q.found_start', 's.id', 's.slug', 's.kind', 's.title'])
    .select(['s.publisher', 's.authors', 's.url', 's.archive_url', 's.published', 's.grade'])
    .select(['s.language as source_language', earlierVersion.as('version')])
    .orderBy('q.ordinal')
    .execute()
  const grouped = groupBy(rows, (row) => row.of_id)
  return new Map([...grouped].map(([id, own]) => [id, own.map(toCitation)]))
}

const toCitation = (row: JoinedRow): RecordedCitation => ({
  source: {
    id: row.id,
    slug: row.slug,
    version: row.version ?? undefined,
    kind: row.kind,
    title: row.title,
    publisher: row.publisher ?? undefined,
    authors: row.authors,
    url: row.url ?? undefined,
    archiveUrl: row.archive_url ?? undefined,
    published: row.published,
    language: row.source_language,
    grade: row.grade ?? undefined,
  },
  quote: row.quote ?? undefined,
  language: row.language ?? row.source_language,
  translation: row.translation ?? undefined,
  translator: row.translator ?? undefined,
  locator: row.locator ?? undefined,
  credibility: row.credibility ?? undefined,
  isPlaced: row.found_start !== null,
})

type JoinedRow = Pick<
  CitationRow,
  'quote' | 'language' | 'translation' | 'translator' | 'locator' | 'credibility' | 'found_start'
> &
  Pick<
    Selectable<SourceTable>,
    | 'id'
    | 'slug'
    | 'kind'
    | 'title'
    | 'publisher'
    | 'authors'
    | 'url'
    | 'archive_url'
    | 'published'
    | 'grade'
  > & { readonly source_language: string; readonly version: number | null }
