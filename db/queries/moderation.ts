import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#server/domain/access.ts'
import type { ModerationKind } from '#server/domain/moderation.ts'
import type { Db } from '../connect.ts'
import { type StoredEntry, withContents } from './history.ts'

/** What editors and owners did, as the history and the log of people have it. */

/** Which revisions `r` later than the first are of a kind. */
type RevisionKind = Exclude<ModerationKind, 'adjudicated' | 'set-aside' | 'dismissed' | 'erased'>

const canBeWithdrawn = sql`r.entity in ('claim', 'reply')`
const was = sql`(r.before -> 'withdrawn' is not null)`
const is = sql`(r.after -> 'withdrawn' is not null)`

/** A field of what a topic says of itself, or of a source, changed. */
const changed = (path: string) =>
  sql`r.before #> ${sql.lit(path)} is distinct from r.after #> ${sql.lit(path)}`

/** By account where both have one; what came with a dossier is known by name alone. */
const byAnother = sql`exists (
  select from revision f
  where f.topic_id = r.topic_id and f.entity = r.entity and f.slug = r.slug and f.version = 1
    and case when f.account_id is not null and r.account_id is not null
      then f.account_id <> r.account_id else f.made_by <> r.made_by end)`

const revisions: Readonly<Record<RevisionKind, RawBuilder<unknown>>> = {
  // As reasonOfRestoring of server/domain/restoration.ts writes it.
  restored: sql`r.why ~ '^Restored version [0-9]+[.]'`,
  withdrawn: sql`${canBeWithdrawn} and ${is} and not ${was}`,
  'put-back': sql`${canBeWithdrawn} and ${was} and not ${is}`,
  changed: sql`${canBeWithdrawn} and ${was} = ${is} and ${byAnother}`,
  setup: sql`r.entity = 'topic'
    and (${changed('{topic,visibility}')} or ${changed('{topic,reviewsToSettle}')})`,
  excerpts: sql`r.entity = 'source' and ${changed('{excerptsOnly}')}`,
}

/**
 * Which changes of status `e` of a contradiction `x` are of a kind. What was decided on one that is not
 * settled now is told of only where that gives no verdict away.
 */
const events: Readonly<
  Record<Exclude<ModerationKind, RevisionKind | 'erased'>, RawBuilder<unknown>>
> = {
  adjudicated: sql`e.is_adjudication and e.to_status <> 'open'`,
  'set-aside': sql`e.is_adjudication and e.to_status = 'open'`,
  dismissed: sql`not e.is_adjudication and e.to_status = 'dismissed' and x.settled_at is not null`,
}

/** The kind of the first that holds; null where none does. */
const kindOf = (kinds: Readonly<Record<string, RawBuilder<unknown>>>) => {
  const cases = Object.entries(kinds).map(([kind, when]) => sql`when ${when} then ${sql.lit(kind)}`)
  return sql`case ${sql.join(cases, sql` `)} end`
}

export interface ModerationFilter {
  readonly kind?: ModerationKind | undefined
  readonly by?: string | undefined
}

/** Entries of a topic's history that are moderation, with what kind and whose. */
const acts = (topicId: number, { kind, by }: ModerationFilter) => sql`(
  select * from (
    select 'revision' as entry_kind, r.id as ref_id, r.made_by as actor, ${kindOf(revisions)} as kind
    from revision r where r.topic_id = ${topicId} and r.version > 1
    union all
    select 'status', e.id, e.actor, ${kindOf(events)}
    from contradiction x join contradiction_event e on e.contradiction_id = x.id
    where x.topic_id = ${topicId} and e.from_status is not null
    union all
    select 'erasure', e.id, e.made_by, 'erased' from erasure e where e.topic_id = ${topicId}
  ) every_change
  where kind is not null ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
    ${by === undefined ? sql`` : sql`and actor = ${by}`}
)`

export async function countModeration(
  db: Db,
  topicId: number,
  filter: ModerationFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${acts(topicId, filter)} a`.execute(db)
  return rows[0]?.count ?? 0
}

/** An entry of the history with the kind of moderation that it is. */
export interface ModerationEntry {
  readonly kind: ModerationKind
  readonly entry: StoredEntry
}

/** The newest first. */
export async function listModeration(
  db: Db,
  topicId: number,
  filter: ModerationFilter,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<ModerationEntry[]> {
  const { rows } = await sql<{
    seq: number
    kind: 'revision' | 'status' | 'erasure'
    ref_id: number
    leaf: Buffer
    hash: Buffer
    act: ModerationKind
  }>`
    select h.seq, h.kind, h.ref_id, h.leaf, h.hash, a.kind as act
    from ${acts(topicId, filter)} a
    join history_entry h on h.kind = a.entry_kind and h.ref_id = a.ref_id
    where h.topic_id = ${topicId} order by h.seq desc limit ${limit} offset ${offset}`.execute(db)
  const kinds = new Map(rows.map(({ seq, act }) => [seq, act]))
  const entries = await withContents(db, topicId, rows)
  return entries.flatMap((entry) => {
    const kind = kinds.get(entry.seq)
    return kind === undefined ? [] : [{ kind, entry }]
  })
}

/** Names of everybody in the log of a topic, in order of the alphabet. */
export async function listModerators(db: Db, topicId: number): Promise<string[]> {
  const { rows } = await sql<{ actor: string }>`
    select distinct actor from ${acts(topicId, {})} a order by actor`.execute(db)
  return rows.map((row) => row.actor)
}

/** Something that was done to an account. */
export interface StoredPeopleAct {
  readonly id: number
  readonly at: Date
  readonly actor: string
  /** The name at the time of whom it was done to. */
  readonly subject: string
  readonly what: string
  /** Null where none was given, or before reasons were shown to everybody. */
  readonly why: string | null
  /** The subject's role now, and what was done to them later, the oldest first. */
  readonly roleNow: Role
  readonly later: readonly { readonly what: string; readonly subject: string }[]
}

/** Roles, and who was kept out and let in again: what describePeopleAct of server/domain writes. */
const isAct = sql`p.subject is not null and (
  p.what = 'disabled the account of ' || p.subject or p.what = 'let ' || p.subject || ' in again'
  or (starts_with(p.what, 'made ' || p.subject || ' ') and p.what ~ ' \\(was [a-z]+\\)$'))`

/** How many there are, and the newest of all that was done to accounts: what the page depends on. */
export async function countPeopleActs(db: Db): Promise<{ count: number; newest: number }> {
  const { rows } = await sql<{ count: number; newest: number }>`
    select count(*) filter (where ${isAct})::int as count, coalesce(max(p.id), 0) as newest
    from people_event p`.execute(db)
  return rows[0] ?? { count: 0, newest: 0 }
}

/** What was done to accounts, the newest first. */
export async function listPeopleActs(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredPeopleAct[]> {
  const { rows } = await sql<StoredPeopleAct>`
    select p.id, p.happened_at as at, p.actor, p.subject, p.what,
      case when p.is_why_public then p.why end as why, a.role as "roleNow",
      coalesce((
        select jsonb_agg(jsonb_build_object('what', n.what, 'subject', n.subject) order by n.id)
        from people_event n where n.subject_id = p.subject_id and n.id > p.id
      ), '[]') as later
    from people_event p join account a on a.id = p.subject_id
    where ${isAct} order by p.id desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}
