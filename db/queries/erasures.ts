import { type RawBuilder, sql } from 'kysely'
import { hashOfGap } from '#server/domain/history-chain.ts'
import { describeErasure } from '#server/domain/history-content.ts'
import {
  type ErasedEntry,
  type ErasedMark,
  type ErasedText,
  type ErasedThing,
  describeErased,
} from '#server/domain/erasures.ts'
import type { Db } from '../connect.ts'
import { type HistoryRef, listContents } from './history.ts'
import { identityIn, listIdentities, seal } from './seals.ts'

/**
 * Words that go for good. The database makes each gap itself and refuses anything else: see
 * db/migrations/2026-11-29-erasure.ts.
 */

/** An erasure that is being carried out: its id, which the rows it empties name, and its mark. */
export interface Erasing {
  readonly id: number
  readonly mark: ErasedMark
}

/** An id for an erasure whose row is written last. */
export async function nextErasureId(trx: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('erasure', 'id'))::int as id`.execute(trx)
  return rows[0]?.id ?? 0
}

const gap = ({ mark }: Erasing): RawBuilder<string> => sql<string>`${describeErased(mark)}::text`
const marked = ({ mark }: Erasing): RawBuilder<unknown> => sql`${JSON.stringify(mark)}::jsonb`

/** Empty every version of a claim, with the reasons noted. @returns which rows were emptied */
export async function eraseClaimRevisions(
  trx: Db,
  erasing: Erasing,
  claim: { readonly topicId: number; readonly slug: string },
): Promise<HistoryRef[]> {
  const { rows } = await sql<HistoryRef>`
    update revision set salt = null, erasure_id = ${erasing.id},
      before = erased_claim(before, ${marked(erasing)}, ${gap(erasing)}),
      after = erased_claim(after, ${marked(erasing)}, ${gap(erasing)}),
      why = case when why is not null then ${gap(erasing)} end
    where topic_id = ${claim.topicId} and entity = 'claim' and slug = ${claim.slug}
    returning 'revision' as kind, id as ref_id`.execute(trx)
  return rows
}

const PLACES = {
  review: { table: 'review', column: 'note' },
  status: { table: 'contradiction_event', column: 'why' },
  revision: { table: 'revision', column: 'why' },
} as const

/** Empty the one text of a row that somebody typed. @returns the row, where there was such a text */
export async function eraseWords(
  trx: Db,
  erasing: Erasing,
  { thing, id }: { readonly thing: keyof typeof PLACES; readonly id: number },
): Promise<HistoryRef[]> {
  const { table, column } = PLACES[thing]
  const { rows } = await sql<HistoryRef>`
    update ${sql.table(table)} set salt = null, erasure_id = ${erasing.id},
      ${sql.ref(column)} = ${gap(erasing)}
    where id = ${id} and ${sql.ref(column)} is not null
    returning ${thing} as kind, id as ref_id`.execute(trx)
  return rows
}

/** Empty captured texts by their hash, in whichever sources of the topic have them. */
export async function eraseCaptures(
  trx: Db,
  erasing: Erasing,
  { topicId, texts }: { readonly topicId: number; readonly texts: readonly string[] },
): Promise<ErasedText[]> {
  const { rows } = await sql<ErasedText>`
    update capture k set text = ${gap(erasing)}, erased = ${marked(erasing)},
      erasure_id = ${erasing.id}
    from source s where s.id = k.source_id and s.topic_id = ${topicId} and k.erased is null
      and k.sha256 = any(${[...texts]}::text[])
    returning s.slug as source, k.sha256`.execute(trx)
  return rows.sort((a, b) => (a.source + a.sha256 < b.source + b.sha256 ? -1 : 1))
}

const sourcesOf = (topicId: number, slugs: readonly string[]): RawBuilder<unknown> => sql`(
  select id from source where topic_id = ${topicId} and slug = any(${[...slugs]}::text[]))`

/**
 * Remove what was made from the words and is on no record: claims begun from these sources, and what
 * webhooks of the topic were sent. The planner’s samples of the tables, which hold texts, are made anew.
 */
export async function removeTraces(
  trx: Db,
  { topicId, sources }: { readonly topicId: number; readonly sources: readonly string[] },
): Promise<void> {
  await sql`delete from claim_draft where source_id in ${sourcesOf(topicId, sources)}`.execute(trx)
  await sql`update webhook_delivery set body = null where body is not null
    and webhook_id in (select id from webhook where topic_id = ${topicId})`.execute(trx)
  await sql`analyze revision, claim, citation, capture, review, contradiction_event, claim_draft,
    webhook_delivery, search_entry`.execute(trx)
}

/** An erasure as it was carried out. */
export interface NewErasure {
  readonly erasing: Erasing
  readonly topicId: number
  readonly accountId: number
  readonly request: Pick<ErasureRequest, 'askedAt' | 'askedBy' | 'askerId' | 'thing'>
  readonly isByOne: boolean
  readonly entity: string
  readonly slug: string | null
  readonly contradictionId: number | null
  /** Rows that were emptied. */
  readonly refs: readonly HistoryRef[]
  readonly texts: readonly ErasedText[]
}

/** Note an erasure, sealed for the history, with what is left of each entry whose words went. */
export async function insertErasure(trx: Db, given: NewErasure): Promise<void> {
  const { erasing, topicId, request, contradictionId } = given
  const { mark } = erasing
  const entries = await listGaps(trx, topicId, given.refs)
  const on = contradictionId === null ? [] : [contradictionId]
  const identities = await listIdentities(trx, on)
  const content = describeErasure(on[0] === undefined ? undefined : identityIn(identities, on[0]), {
    at: mark.at,
    by: mark.by,
    account: given.accountId,
    askedAt: request.askedAt.toISOString(),
    askedBy: request.askedBy,
    asker: request.askerId,
    byOne: given.isByOne || null,
    thing: request.thing,
    entity: given.entity,
    slug: given.slug,
    reason: mark.reason,
    why: mark.why,
    entries,
    texts: given.texts,
  })
  await trx
    .insertInto('erasure')
    .values({
      id: erasing.id,
      topic_id: topicId,
      made_at: new Date(mark.at),
      made_by: mark.by,
      account_id: given.accountId,
      asked_at: request.askedAt,
      asked_by: request.askedBy,
      asker_id: request.askerId,
      is_by_one: given.isByOne,
      thing: request.thing,
      entity: given.entity,
      slug: given.slug,
      contradiction_id: contradictionId,
      reason: mark.reason,
      why: mark.why,
      entries: JSON.stringify(entries),
      texts: JSON.stringify(given.texts),
      ...seal(content),
    })
    .execute()
}

/** What is left of rows that were emptied, by the number of the entry that is about each. */
async function listGaps(
  trx: Db,
  topicId: number,
  refs: readonly HistoryRef[],
): Promise<ErasedEntry[]> {
  if (refs.length === 0) return []
  const contents = await listContents(trx, topicId, refs)
  const numbers = await trx
    .selectFrom('history_entry')
    .where('topic_id', '=', topicId)
    .where(
      'ref_id',
      'in',
      refs.map((r) => r.ref_id),
    )
    .select(['kind', 'ref_id', 'seq'])
    .orderBy('seq')
    .execute()
  const wanted = new Set(refs.map(({ kind, ref_id }) => `${kind} ${ref_id}`))
  return numbers.flatMap(({ kind, ref_id, seq }) => {
    const content = wanted.has(`${kind} ${ref_id}`) ? contents(kind, ref_id)?.content : undefined
    return content === undefined ? [] : [{ seq, left: hashOfGap(content) }]
  })
}

/** The number of the entry that tells of each erasure of a topic, by the erasure's id. */
export async function listErasureNumbers(
  db: Db,
  topicId: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('history_entry')
    .where('topic_id', '=', topicId)
    .where('kind', '=', 'erasure')
    .select(['ref_id', 'seq'])
    .execute()
  return new Map(rows.map((row) => [row.ref_id, row.seq]))
}

/** Which of these texts were erased from a topic, by hash, with what the gap says. */
export async function listErasedTexts(
  db: Db,
  topicId: number,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ErasedMark>> {
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<{ sha256: string; erased: ErasedMark }>`
    select k.sha256, k.erased from capture k join source s on s.id = k.source_id
    where s.topic_id = ${topicId} and k.erasure_id is not null
      and k.sha256 = any(${[...hashes]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.sha256, row.erased]))
}

/** What somebody asked to have erased. */
export interface ErasureRequest {
  readonly id: number
  readonly topicId: number
  readonly thing: ErasedThing
  readonly thingId: number
  /** Of a source: the SHA-256 of each text. */
  readonly texts: readonly string[]
  readonly reason: ErasedMark['reason']
  readonly why: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly askerId: number
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  /** Null where it was carried out, or is not decided. */
  readonly declinedWhy: string | null
}

const selectRequests = (db: Db) =>
  db
    .selectFrom('erasure_request')
    .select(['id', 'topic_id as topicId', 'thing', 'thing_id as thingId', 'texts', 'reason', 'why'])
    .select(['asked_at as askedAt', 'asked_by as askedBy', 'account_id as askerId'])
    .select(['decided_at as decidedAt', 'decided_by as decidedBy', 'declined_why as declinedWhy'])

export async function findErasureRequest(db: Db, id: number): Promise<ErasureRequest | undefined> {
  return await selectRequests(db).where('id', '=', id).executeTakeFirst()
}

/** The same, so that nobody else decides it until this transaction ends. */
export async function lockErasureRequest(trx: Db, id: number): Promise<ErasureRequest | undefined> {
  return await selectRequests(trx).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The newest request about a thing; undefined where there was none. */
export async function findRequestOf(
  db: Db,
  thing: ErasedThing,
  thingId: number,
): Promise<ErasureRequest | undefined> {
  return await selectRequests(db)
    .where('thing', '=', thing)
    .where('thing_id', '=', thingId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Those that wait, the oldest first; and the last that were decided, the newest first. */
export async function listErasureRequests(
  db: Db,
  { decided }: { decided: number },
): Promise<{ pending: ErasureRequest[]; decided: ErasureRequest[] }> {
  return {
    pending: await selectRequests(db).where('decided_at', 'is', null).orderBy('id').execute(),
    decided: await selectRequests(db)
      .where('decided_at', 'is not', null)
      .orderBy('decided_at', 'desc')
      .limit(decided)
      .execute(),
  }
}

/** @returns its id; undefined where one about the thing waits already */
export async function insertErasureRequest(
  db: Db,
  given: Omit<ErasureRequest, 'id' | 'decidedAt' | 'decidedBy' | 'declinedWhy'>,
): Promise<number | undefined> {
  const row = await db
    .insertInto('erasure_request')
    .values({
      topic_id: given.topicId,
      thing: given.thing,
      thing_id: given.thingId,
      texts: [...given.texts],
      reason: given.reason,
      why: given.why,
      asked_at: given.askedAt,
      asked_by: given.askedBy,
      account_id: given.askerId,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function saveDecided(
  trx: Db,
  id: number,
  by: { readonly accountId: number; readonly name: string; readonly now: Date },
  declinedWhy: string | null,
): Promise<void> {
  await trx
    .updateTable('erasure_request')
    .set({ decided_at: by.now, decided_by: by.name, decider_id: by.accountId })
    .set({ declined_why: declinedWhy })
    .where('id', '=', id)
    .execute()
}

/** Enabled accounts that may ask for an erasure: editors and owners. */
export async function countAskers(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('account')
    .where('role', 'in', ['editor', 'owner'])
    .where('disabled_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
