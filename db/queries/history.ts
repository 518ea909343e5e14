import { type RawBuilder, sql } from 'kysely'
import {
  type HistoryContent,
  type HistoryKind,
  describeErasure,
  describeReview,
  describeReviewEnd,
  describeRevised,
  describeStatus,
} from '#server/domain/history-content.ts'
import { describeInstant } from '#server/domain/stored-instant.ts'
import type { Db } from '../connect.ts'
import { type NamedContradiction, listIdentities } from './seals.ts'

/** Reading the history as it is stored: entries in their order, each with what its row says now. */

/** What a row that the history tells of says now. */
export interface StoredContent {
  readonly content: HistoryContent
  readonly salt: Buffer | null
  /** As it stands beside the content. */
  readonly leaf: Buffer | null
  /** Is it, or was it, what somebody said of a contradiction that is not settled? Those are independent. */
  readonly isUnsettled: boolean
  /** Which contradiction it is about; undefined for a revision. */
  readonly contradictionId?: number | undefined
  /** The erasure that took its words; null or undefined where none did. */
  readonly erasureId?: number | null | undefined
}

export interface StoredEntry {
  readonly seq: number
  readonly kind: HistoryKind
  readonly leaf: Buffer
  readonly hash: Buffer
  /** Undefined where the row that it is about is not there, or not in this topic. */
  readonly stored: StoredContent | undefined
}

/** Something that an entry is, or should be, about. */
export interface HistoryRef {
  readonly kind: HistoryKind
  readonly ref_id: number
}

/** Entries after one number, in order. @param limit - at most so many */
export async function listEntries(
  db: Db,
  topicId: number,
  { after, limit }: { after: number; limit: number },
): Promise<StoredEntry[]> {
  const rows = await selectEntries(db, topicId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return await withContents(db, topicId, rows)
}

export const selectEntries = (db: Db, topicId: number) =>
  db
    .selectFrom('history_entry')
    .where('topic_id', '=', topicId)
    .select(['seq', 'kind', 'ref_id', 'leaf', 'hash'])

type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

/** The same entries with what their rows say. */
export async function withContents(
  db: Db,
  topicId: number,
  rows: readonly EntryRow[],
): Promise<StoredEntry[]> {
  const contents = await listContents(db, topicId, rows)
  return rows.map(({ seq, kind, ref_id, leaf, hash }) => {
    const stored = contents(kind, ref_id)
    return { seq, kind, leaf, hash, stored }
  })
}

/** The hash of one entry. */
export async function findEntryHash(
  db: Db,
  topicId: number,
  seq: number,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('history_entry')
    .where('topic_id', '=', topicId)
    .where('seq', '=', seq)
    .select('hash')
    .executeTakeFirst()
  return row?.hash
}

/** How many entries a topic's history has, and the hash of the last. */
export async function findHead(
  db: Db,
  topicId: number,
): Promise<{ size: number; hash: Buffer } | undefined> {
  return await db
    .selectFrom('history_entry')
    .where('topic_id', '=', topicId)
    .select(['seq as size', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export type Contents = (kind: HistoryKind, id: number) => StoredContent | undefined

/**
 * What the rows behind these say now. The topic is looked at here and not in the queries, where it leads
 * PostgreSQL to read all of it for each page.
 */
export async function listContents(
  db: Db,
  topicId: number,
  refs: readonly HistoryRef[],
): Promise<Contents> {
  const idsOf = (...kinds: readonly HistoryKind[]) =>
    refs.flatMap(({ kind, ref_id }) => (kinds.includes(kind) ? [ref_id] : []))
  const revisions = await listRevisionContents(db, topicId, idsOf('revision'))
  const statuses = await listStatusContents(db, topicId, idsOf('status'))
  const reviews = await listReviewContents(db, topicId, idsOf('review', 'review end'))
  const of = {
    revision: revisions,
    status: statuses,
    review: reviews.given,
    'review end': reviews.ended,
    erasure: await listErasureContents(db, topicId, idsOf('erasure')),
  }
  return (kind, id) => of[kind].get(id)
}

type ById = ReadonlyMap<number, StoredContent>

/** An instant to the microsecond, as text: a Date would hide the last three digits. */
const microseconds = (column: string): RawBuilder<string> =>
  sql<string>`trunc(extract(epoch from ${sql.ref(column)}) * 1000000)::text`

const anyOf = (ids: readonly number[]): RawBuilder<number> => sql<number>`any(${[...ids]}::int[])`

async function listRevisionContents(
  db: Db,
  topicId: number,
  ids: readonly number[],
): Promise<ById> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revision')
    .where('id', '=', anyOf(ids))
    .select([
      'id',
      'topic_id',
      'entity',
      'slug',
      'version',
      'made_by as by',
      'account_id as account',
      'why',
    ])
    .select(['before', 'after', 'salt', 'leaf', 'erasure_id as erasureId'])
    .select(microseconds('made_at').as('at'))
    .execute()
  return new Map(
    rows.flatMap(({ id, topic_id, salt, leaf, erasureId, at, ...revision }) => {
      if (topic_id !== topicId) return []
      const content = describeRevised({ ...revision, at: describeInstant(at) })
      return [[id, { content, salt, leaf, isUnsettled: false, erasureId }]]
    }),
  )
}

async function listStatusContents(db: Db, topicId: number, ids: readonly number[]): Promise<ById> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('contradiction_event')
    .where('id', '=', anyOf(ids))
    .select(['id', 'contradiction_id', 'actor as by', 'from_status as from', 'to_status as to'])
    .select([
      'account_id as account',
      'why',
      'is_adjudication',
      'salt',
      'leaf',
      'erasure_id as erasureId',
      microseconds('happened_at').as('at'),
    ])
    .execute()
  const on = await listContradictions(db, topicId, rows)
  return new Map(
    rows.flatMap((row) => {
      const { id, contradiction_id: contradictionId, salt, leaf, at, ...others } = row
      const { is_adjudication, erasureId, ...rest } = others
      const found = on(contradictionId)
      if (found === undefined) return []
      const adjudicated = is_adjudication || null
      const event = { at: describeInstant(at), ...rest, adjudicated }
      const content = describeStatus(found.identity, event)
      const isUnsettled = !found.isSettled && rest.from !== null
      return [[id, { content, salt, leaf, isUnsettled, contradictionId, erasureId }]]
    }),
  )
}

async function listReviewContents(
  db: Db,
  topicId: number,
  ids: readonly number[],
): Promise<{ given: ById; ended: ById }> {
  const [given, ended] = [new Map<number, StoredContent>(), new Map<number, StoredContent>()]
  if (ids.length === 0) return { given, ended }
  const rows = await db
    .selectFrom('review')
    .where('id', '=', anyOf(ids))
    .select([
      'id',
      'contradiction_id',
      'reviewer as by',
      'account_id as account',
      'verdict',
      'kind',
    ])
    .select(['reason', 'note', 'salt', 'leaf', 'end_salt', 'end_leaf', 'erasure_id as erasureId'])
    .select([microseconds('reviewed_at').as('at'), microseconds('replaced_at').as('endedAt')])
    .execute()
  const on = await listContradictions(db, topicId, rows)
  for (const row of rows) {
    const found = on(row.contradiction_id)
    if (found === undefined) continue
    const { identity } = found
    const isUnsettled = !found.isSettled
    const { by, account, verdict, kind: disagreement, reason, note, salt, leaf } = row
    const at = describeInstant(row.at)
    const said = { at, by, account, verdict, disagreement, reason, note }
    const about = { isUnsettled, contradictionId: row.contradiction_id }
    const content = describeReview(identity, said)
    given.set(row.id, { content, salt, leaf, ...about, erasureId: row.erasureId })
    // PostgreSQL has no time for what has not ended.
    const endedAt = row.endedAt as string | null
    if (endedAt === null) continue
    const end = describeReviewEnd(identity, { at: describeInstant(endedAt), by, given: at })
    ended.set(row.id, { content: end, salt: row.end_salt, leaf: row.end_leaf, ...about })
  }
  return { given, ended }
}

async function listErasureContents(db: Db, topicId: number, ids: readonly number[]): Promise<ById> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('erasure')
    .where('id', '=', anyOf(ids))
    .where('topic_id', '=', topicId)
    .select(['id', 'made_by as by', 'account_id as account', 'asked_by as askedBy'])
    .select(['asker_id as asker', 'is_by_one', 'thing', 'entity', 'slug', 'contradiction_id'])
    .select(['reason', 'why', 'entries', 'texts', 'salt', 'leaf'])
    .select([microseconds('made_at').as('at'), microseconds('asked_at').as('askedAt')])
    .execute()
  const about = rows.flatMap(({ contradiction_id: id }) => id ?? [])
  const found = await listIdentities(db, about)
  return new Map(
    rows.map(({ id, is_by_one, contradiction_id, salt, leaf, at, askedAt, ...rest }) => {
      const times = { at: describeInstant(at), askedAt: describeInstant(askedAt) }
      const on = found.get(contradiction_id ?? 0)?.identity
      const content = describeErasure(on, { ...rest, ...times, byOne: is_by_one || null })
      const contradictionId = contradiction_id ?? undefined
      return [id, { content, salt, leaf, isUnsettled: false, contradictionId }]
    }),
  )
}

/** The contradictions of one topic that rows are about. */
async function listContradictions(
  db: Db,
  topicId: number,
  rows: readonly { readonly contradiction_id: number }[],
): Promise<(id: number) => NamedContradiction | undefined> {
  const found = await listIdentities(
    db,
    rows.map((row) => row.contradiction_id),
  )
  return (id) => {
    const contradiction = found.get(id)
    return contradiction?.topicId === topicId ? contradiction : undefined
  }
}
