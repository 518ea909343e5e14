import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#server/domain/dates.ts'
import {
  HISTORY_KINDS,
  type HistoryKind,
  type HistoryThing,
} from '#server/domain/history-content.ts'
import { groupBy } from '#server/domain/grouping.ts'
import { type HistoryPlace, ORDER_OF_KINDS } from '#server/domain/history-place.ts'
import type { Db } from '../connect.ts'
import type { Entity } from '../schema.ts'
import { type StoredEntry, withContents } from './history.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** The history of all topics together: read by time, where that of one topic is read by its chain. */

/** One thing with a history. */
export type OneThing =
  | {
      readonly of: 'thing'
      readonly topicId: number
      readonly entity: Entity
      readonly slug: string
    }
  | { readonly of: 'contradiction'; readonly id: number }

export interface AllHistoryFilter {
  readonly topicId?: number | undefined
  readonly kind?: HistoryThing | undefined
  /** Who did it. What was said of contradictions that are not settled is by nobody here. */
  readonly by?: string | undefined
  readonly thing?: OneThing | undefined
  /** Days in UTC, both included. */
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** An entry of a topic's history, and where it stands among those of all topics. */
export interface PlacedEntry {
  readonly topicId: number
  readonly entry: StoredEntry
  readonly place: HistoryPlace
}

/** Where the rows of one kind of entry are, and what the filters ask of them. */
interface Rows {
  readonly from: RawBuilder<unknown>
  readonly at: string
  readonly by: RawBuilder<unknown>
  /** Undefined where none of them is of what is asked for. */
  readonly of: (filter: AllHistoryFilter) => RawBuilder<unknown> | undefined
}

const ofRevision = ({ kind, thing }: AllHistoryFilter) => {
  if (kind === 'contradiction' || thing?.of === 'contradiction') return undefined
  return sql`${kind === undefined ? sql`true` : sql`e.entity = ${kind}`} and ${isThing(thing)}`
}

const isThing = (thing: OneThing | undefined) =>
  thing?.of === 'thing'
    ? sql`e.topic_id = ${thing.topicId} and e.entity = ${thing.entity} and e.slug = ${thing.slug}`
    : sql`true`

const ofErasure = ({ kind, thing }: AllHistoryFilter) =>
  sql`${kind === undefined ? sql`true` : sql`e.entity = ${kind}`} and ${
    thing?.of === 'contradiction' ? sql`e.contradiction_id = ${thing.id}` : isThing(thing)
  }`

const ofContradiction = ({ kind, thing }: AllHistoryFilter) => {
  if (thing?.of === 'thing' || (kind !== undefined && kind !== 'contradiction')) return undefined
  return thing === undefined ? sql`true` : sql`e.contradiction_id = ${thing.id}`
}

const ofReviews = {
  of: ofContradiction,
  from: sql`review e join contradiction x on x.id = e.contradiction_id`,
}
/** Whose review it was is told once the contradiction is settled. */
const bySettled = sql`case when x.settled_at is not null then e.reviewer end`

const ROWS: Readonly<Record<HistoryKind, Rows>> = {
  revision: { from: sql`revision e`, at: 'e.made_at', by: sql`e.made_by`, of: ofRevision },
  status: {
    from: sql`contradiction_event e join contradiction x on x.id = e.contradiction_id`,
    at: 'e.happened_at',
    by: sql`e.actor`,
    of: ofContradiction,
  },
  review: { ...ofReviews, at: 'e.reviewed_at', by: bySettled },
  'review end': { ...ofReviews, at: 'e.replaced_at', by: bySettled },
  erasure: { from: sql`erasure e`, at: 'e.made_at', by: sql`e.made_by`, of: ofErasure },
}

const instantOf = (microseconds: string): RawBuilder<unknown> =>
  sql`(timestamptz 'epoch' + ${microseconds}::bigint * interval '1 microsecond')`

/** Is it older than a place? What is of one instant is in the order of kinds, then of rows. */
function isBefore(kind: HistoryKind, at: RawBuilder<unknown>, before: HistoryPlace | undefined) {
  if (before === undefined) return sql`true`
  const order = ORDER_OF_KINDS[kind] - ORDER_OF_KINDS[before.kind]
  const then = instantOf(before.at)
  if (order !== 0) return order < 0 ? sql`${at} <= ${then}` : sql`${at} < ${then}`
  return sql`(${at}, e.id) < (${then}, ${before.id}::int)`
}

const inPeriod = (at: RawBuilder<unknown>, { from, to }: AllHistoryFilter) =>
  sql`${from === undefined ? sql`true` : sql`${at} >= (${from}::date at time zone 'UTC')`} and ${
    to === undefined ? sql`true` : sql`${at} < ((${to}::date + 1) at time zone 'UTC')`
  }`

export interface AskedHistory {
  readonly viewer: TopicViewer
  readonly filter: AllHistoryFilter
  readonly limit: number
  readonly before?: HistoryPlace | undefined
}

/** The newest rows of one kind; undefined where none can fit. Each is read by the index of its time. */
function newestOf(kind: HistoryKind, { viewer, filter, limit, before }: AskedHistory) {
  const rows = ROWS[kind]
  const of = rows.of(filter)
  if (of === undefined) return undefined
  const at = sql`${sql.ref(rows.at)}`
  const topicOf = kind === 'revision' || kind === 'erasure' ? sql`e.topic_id` : sql`x.topic_id`
  return sql`(select ${kind}::text as kind, e.id, ${at} as at, ${ORDER_OF_KINDS[kind]}::int as place
    from ${rows.from} join topic t on t.id = ${topicOf}
    where ${isVisible(viewer, 't')} and ${of} and ${isBefore(kind, at, before)}
      and ${inPeriod(at, filter)} and ${at} is not null
      and ${filter.topicId === undefined ? sql`true` : sql`${topicOf} = ${filter.topicId}`}
      and ${filter.by === undefined ? sql`true` : sql`${rows.by} = ${filter.by}`}
    order by ${at} desc, e.id desc limit ${limit})`
}

interface Row {
  readonly kind: HistoryKind
  readonly id: number
  readonly at: string
  readonly topicId: number
  readonly seq: number
  readonly leaf: Buffer
  readonly hash: Buffer
}

/** Entries of all topics that the viewer may see, the newest first. */
export async function listAllHistory(db: Db, asked: AskedHistory): Promise<PlacedEntry[]> {
  const kinds = HISTORY_KINDS.flatMap((kind) => newestOf(kind, asked) ?? [])
  if (kinds.length === 0) return []
  const { rows } = await sql<Row>`
    select n.kind, n.id, trunc(extract(epoch from n.at) * 1000000)::text as at,
      h.topic_id as "topicId", h.seq, h.leaf, h.hash
    from (select * from (${sql.join(kinds, sql` union all `)}) each_kind
      order by at desc, place desc, id desc limit ${asked.limit}) n
    join history_entry h on h.kind = n.kind and h.ref_id = n.id
    order by n.at desc, n.place desc, n.id desc`.execute(db)
  return await placed(db, rows)
}

/** The rows with what they say, read topic by topic. */
async function placed(db: Db, rows: readonly Row[]): Promise<PlacedEntry[]> {
  const found = new Map<string, StoredEntry>()
  for (const [topicId, own] of groupBy(rows, (row) => row.topicId)) {
    const entries = own.map(({ id, ...row }) => ({ ...row, ref_id: id }))
    for (const entry of await withContents(db, topicId, entries))
      found.set(`${topicId} ${entry.seq}`, entry)
  }
  return rows.flatMap(({ topicId, seq, at, kind, id }) => {
    const entry = found.get(`${topicId} ${seq}`)
    return entry === undefined ? [] : [{ topicId, entry, place: { at, kind, id } }]
  })
}
