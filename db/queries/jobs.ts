import { type RawBuilder, sql } from 'kysely'
import type { DeliveryState, UndeliveredEntry } from '#server/domain/deliveries.ts'
import type { Db } from '../connect.ts'

/** What goes on beside requests, and how far it has come: for whoever runs the site. */

export async function findDeliveryState(db: Db, now: Date): Promise<DeliveryState> {
  const { rows } = await sql<DeliveryState>`
    select d.*, w.* from (
      select
        count(*) filter (where d.next_attempt_at is not null and w.disabled_at is null
          and d.attempts = 0)::int as waiting,
        count(*) filter (where d.next_attempt_at is not null and w.disabled_at is null
          and d.attempts > 0)::int as retrying,
        count(*) filter (where d.next_attempt_at is not null
          and w.disabled_at is not null)::int as held,
        count(*) filter (where d.next_attempt_at is null and d.delivered_at is null)::int
          as "givenUp",
        count(d.delivered_at)::int as delivered,
        max(d.delivered_at) as "lastDelivered",
        min(d.next_attempt_at) filter (where w.disabled_at is null) as "nextAttempt"
      from webhook_delivery d join webhook w on w.id = d.webhook_id
    ) d, (
      select count(*)::int as webhooks, count(w.disabled_at)::int as disabled,
        -- It is set ahead while something is sent, and to the end of the attempt afterwards.
        max(w.busy_until) filter (where w.busy_until <= ${now}) as "lastAttempt",
        count(*) filter (where w.disabled_at is null
          and w.swept_version is distinct from t.version)::int as unswept
      from webhook w join topic t on t.id = w.topic_id
    ) w`.execute(db)
  const [state] = rows
  if (state === undefined) throw new Error('Counting answers one row')
  return state
}

/** What did not arrive: given up first, then what has been tried, each the newest first. */
export async function listUndelivered(db: Db, limit: number): Promise<UndeliveredEntry[]> {
  const { rows } = await sql<UndeliveredEntry>`
    select d.id, d.event, t.title as "topicTitle", a.name as owner, w.url,
      w.disabled_at is null as "isEnabled", d.noted_at as "notedAt", d.attempts,
      d.next_attempt_at as "nextAttemptAt", d.last_error as "lastError"
    from webhook_delivery d join webhook w on w.id = d.webhook_id
    join topic t on t.id = w.topic_id join account a on a.id = w.account_id
    where d.delivered_at is null
    order by d.next_attempt_at is not null, d.attempts = 0, d.id desc limit ${limit}`.execute(db)
  return rows
}

/**
 * Have a delivery sent now that did not arrive. One that was given up begins its attempts anew.
 * @returns false where there is none, it has arrived, or its webhook is disabled
 */
export async function retryDelivery(
  db: Db,
  { id, now }: { id: number; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update webhook_delivery d set next_attempt_at = ${now},
      attempts = case when d.next_attempt_at is null then 0 else d.attempts end
    from webhook w
    where d.id = ${id} and w.id = d.webhook_id and w.disabled_at is null
      and d.delivered_at is null
    returning d.id`.execute(db)
  return rows.length > 0
}

/** How what is searched by words compares to what is on record. */
export interface SearchState {
  readonly entries: number
  /** On record and not found by its words. */
  readonly missing: number
  /** Found by its words and not on record. */
  readonly stale: number
}

export async function findSearchState(db: Db): Promise<SearchState> {
  const { rows } = await sql<SearchState>`
    select (select count(*)::int from search_entry) as entries,
      (select count(*)::int from (${things('searchable')} except ${things('search_entry')}) x)
        as missing,
      (select count(*)::int from (${things('search_entry')} except ${things('searchable')}) x)
        as stale`.execute(db)
  return rows[0] ?? { entries: 0, missing: 0, stale: 0 }
}

/** Texts are left out: which pieces they have takes reading them. */
const things = (of: 'searchable' | 'search_entry'): RawBuilder<unknown> =>
  sql`select kind, thing_id from ${sql.table(of)} where kind <> 'text'`

/** Captured texts, and sources that have none. */
export interface CaptureState {
  readonly texts: number
  readonly newest: string | null
  readonly withoutText: number
}

export async function findCaptureState(db: Db): Promise<CaptureState> {
  const { rows } = await sql<CaptureState>`
    select (select count(*)::int from capture where erased is null) as texts,
      (select max(captured_at) from capture) as newest,
      (select count(*)::int from source s
        where not exists (select from capture k where k.source_id = s.id)) as "withoutText"`.execute(
    db,
  )
  return rows[0] ?? { texts: 0, newest: null, withoutText: 0 }
}
