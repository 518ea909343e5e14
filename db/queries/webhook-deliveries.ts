import { sql } from 'kysely'
import type { Actor, Role, Visibility } from '#server/domain/access.ts'
import type { Db } from '../connect.ts'
import { claimChanges, contradictionChanges } from './changes.ts'

/** Webhooks as the job knows them that sends: what is to be told, and what became of it. */

/** Whose webhook it is, and whether they may see its topic. */
interface Owned {
  readonly owner: Actor
  readonly topic: { readonly visibility: Visibility; readonly isMember: boolean }
}

interface OwnedRow {
  readonly accountId: number
  readonly role: Role
  readonly visibility: Visibility
  readonly isMember: boolean
}

const ownedColumns = sql`a.id as "accountId", a.role, t.visibility, exists (select from topic_member m
  where m.topic_id = t.id and m.account_id = a.id) as "isMember"`

const toOwned = ({ accountId, role, visibility, isMember }: OwnedRow): Owned => ({
  owner: { accountId, role },
  topic: { visibility, isMember },
})

/** A webhook whose topic has changed since it was looked at. */
export interface Unswept extends Owned {
  readonly id: number
}

/** Webhooks whose topic has changed since it was looked at, of accounts that may sign in. */
export async function listUnswept(db: Db): Promise<Unswept[]> {
  const { rows } = await sql<OwnedRow & { id: number }>`
    select w.id, ${ownedColumns}
    from webhook w join topic t on t.id = w.topic_id join account a on a.id = w.account_id
    where w.disabled_at is null and a.disabled_at is null
      and w.swept_version is distinct from t.version
    order by w.id`.execute(db)
  return rows.map((row) => ({ id: row.id, ...toOwned(row) }))
}

/** What was newest so long ago has been committed since, and everything before it. */
const OVERLAP = sql`interval '1 hour'`

/** Bodies are kept this long, to be looked at. */
const BODIES = sql`interval '30 days'`

/**
 * Note what happened in a webhook's topic and is not noted yet. Numbers are given before they are
 * committed, so a later one may be seen before an earlier one: each time the last hour at least is looked
 * at again, and what is noted already is told by its key. Needs a transaction.
 * @returns how much was noted; undefined where another process is at it
 */
export async function noteHappened(
  trx: Db,
  { id, now }: { id: number; now: Date },
): Promise<number | undefined> {
  const { rows: found } = await sql<{ topicId: number; version: number }>`
    select w.topic_id as "topicId", t.version from webhook w join topic t on t.id = w.topic_id
    where w.id = ${id} and w.disabled_at is null for update of w skip locked`.execute(trx)
  const [webhook] = found
  if (webhook === undefined) return undefined
  const { topicId, version } = webhook
  const from = (column: 'from_revision' | 'from_event' | 'from_at') =>
    sql`(select ${sql.ref(column)} from webhook where id = ${id})`
  const claims = claimChanges(
    sql<boolean>`r.topic_id = ${topicId} and r.id > ${from('from_revision')}`,
  )
  const contradictions = contradictionChanges(
    sql<boolean>`x.topic_id = ${topicId} and e.id > ${from('from_event')}`,
    sql<boolean>`x.topic_id = ${topicId} and x.resolved_at > ${from('from_at')}`,
  )
  const { numAffectedRows } = await sql`
    insert into webhook_delivery (webhook_id, key, event, noted_at, next_attempt_at)
    select w.id, h.key, h.event, ${now}, ${now}
    from webhook w, (
      select 'claim ' || c."revisionId" as key, 'claim.' || replace(c.did, ' ', '_') as event, c.at
      from (${claims}) c
      union all
      select case when x."eventId" is not null then 'event ' || x."eventId"
          else 'resolved ' || x."contradictionId" || ' ' || x."resolvedOn" end,
        'contradiction.' || x.did, x.at
      from (${contradictions}) x
    ) h
    where w.id = ${id} and (w.events is null or h.event = any(w.events))
      and not exists (select from webhook_delivery d where d.webhook_id = w.id and d.key = h.key)
    order by h.at, h.key
    on conflict (webhook_id, key) do nothing`.execute(trx)
  await saveSwept(trx, { id, version, now })
  return Number(numAffectedRows ?? 0n)
}

/** Note up to where was looked, and forget bodies that nobody will look at. */
async function saveSwept(
  trx: Db,
  { id, version, now }: { id: number; version: number; now: Date },
): Promise<void> {
  await sql`update webhook set swept_version = ${version} where id = ${id}`.execute(trx)
  await sql`
    update webhook set from_revision = seen_revision, from_event = seen_event, from_at = seen_at,
      seen_revision = (select coalesce(max(id), 0) from revision),
      seen_event = (select coalesce(max(id), 0) from contradiction_event), seen_at = ${now}
    where id = ${id} and seen_at < ${now}::timestamptz - ${OVERLAP}`.execute(trx)
  await sql`update webhook_delivery set body = null
    where webhook_id = ${id} and body is not null
      and noted_at < ${now}::timestamptz - ${BODIES}`.execute(trx)
}

/** One delivery to be sent now, and where to. */
export interface TakenDelivery extends Owned {
  readonly id: number
  readonly webhookId: number
  readonly key: string
  readonly notedAt: Date
  /** This one included. */
  readonly attempts: number
  readonly url: string
  readonly secret: string
  readonly isEnabled: boolean
  readonly about: { readonly slug: string; readonly title: string }
}

/**
 * Take the delivery that is due first, of the webhook that has waited longest. Its webhook is taken with
 * it until `busyUntil`, so that no two processes send to one webhook at once; a process that is killed
 * leaves it to be taken again then.
 */
export async function takeDelivery(
  db: Db,
  { now, busyUntil }: { now: Date; busyUntil: Date },
): Promise<TakenDelivery | undefined> {
  return await db.transaction().execute(async (trx) => {
    const { rows: webhooks } = await sql<{ id: number }>`
      select w.id from webhook w
      where w.disabled_at is null and (w.busy_until is null or w.busy_until <= ${now})
        and exists (select from webhook_delivery d
          where d.webhook_id = w.id and d.next_attempt_at <= ${now})
      order by w.busy_until nulls first, w.id limit 1 for update of w skip locked`.execute(trx)
    const [webhook] = webhooks
    if (webhook === undefined) return undefined
    await sql`update webhook set busy_until = ${busyUntil} where id = ${webhook.id}`.execute(trx)
    const { rows } = await sql<Omit<TakenDelivery, keyof Owned | 'about'> & OwnedRow & TopicRow>`
      with taken as (
        update webhook_delivery set attempts = attempts + 1
        where id = (select id from webhook_delivery
          where webhook_id = ${webhook.id} and next_attempt_at <= ${now}
          order by next_attempt_at, id limit 1)
        returning *
      )
      select d.id, d.webhook_id as "webhookId", d.key, d.noted_at as "notedAt", d.attempts, w.url,
        w.secret, a.disabled_at is null as "isEnabled", t.slug, t.title, ${ownedColumns}
      from taken d join webhook w on w.id = d.webhook_id join topic t on t.id = w.topic_id
      join account a on a.id = w.account_id`.execute(trx)
    const [row] = rows
    if (row === undefined) return undefined
    const { slug, title } = row
    return { ...row, ...toOwned(row), about: { slug, title } }
  })
}

interface TopicRow {
  readonly slug: string
  readonly title: string
}

/** What became of one attempt. */
export interface NotedAttempt {
  readonly id: number
  readonly webhookId: number
  readonly now: Date
  readonly body: string | undefined
  readonly isDelivered: boolean
  /** In words: what the webhook shows. */
  readonly says: string
  /** Undefined where there is no further attempt. */
  readonly nextAttemptAt: Date | undefined
  /** Does the other side want nothing more? */
  readonly isGone: boolean
}

/** Note what became of an attempt, and let the webhook be taken again. */
export async function saveAttempt(db: Db, attempt: NotedAttempt): Promise<void> {
  const { id, webhookId, now, body, isDelivered, says, nextAttemptAt, isGone } = attempt
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('webhook')
      .set((eb) => ({
        busy_until: now,
        last_status: says,
        ...(isGone ? { disabled_at: eb.fn.coalesce('disabled_at', eb.val(now)) } : {}),
      }))
      .where('id', '=', webhookId)
      .execute()
    await trx
      .updateTable('webhook_delivery')
      .set({
        ...(body === undefined ? {} : { body: unlessErased(attempt, body) }),
        next_attempt_at: nextAttemptAt ?? null,
        ...(isDelivered ? { delivered_at: now, last_error: null } : { last_error: says }),
      })
      .where('id', '=', id)
      .execute()
  })
}

/** An attempt takes ten seconds at most; what it told may have been erased meanwhile. */
const unlessErased = ({ webhookId, now }: NotedAttempt, body: string) => sql<string | null>`
  case when not exists (select from erasure g join webhook w on w.topic_id = g.topic_id
    where w.id = ${webhookId} and g.made_at > ${now}::timestamptz - interval '1 minute')
  then ${body} end`
