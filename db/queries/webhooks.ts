import { sql } from 'kysely'
import type { WebhookEvent } from '#server/domain/webhooks.ts'
import type { Db } from '../connect.ts'

/** Webhooks as the people know them who added them. Who may is asked before. */

export interface NewWebhook {
  readonly accountId: number
  readonly topicId: number
  readonly url: string
  readonly secret: string
  /** Undefined for all. */
  readonly events: readonly WebhookEvent[] | undefined
  readonly now: Date
}

/** From where a webhook tells that begins to tell now. */
function startingAt(now: Date) {
  const revision = sql<number>`(select coalesce(max(id), 0) from revision)`
  const event = sql<number>`(select coalesce(max(id), 0) from contradiction_event)`
  return {
    from_revision: revision,
    from_event: event,
    from_at: now,
    seen_revision: revision,
    seen_event: event,
    seen_at: now,
  }
}

/** Add a webhook, which tells what happens from now on. @returns its id */
export async function insertWebhook(trx: Db, webhook: NewWebhook): Promise<number> {
  const { accountId, topicId, url, secret, events, now } = webhook
  const { id } = await trx
    .insertInto('webhook')
    .values({
      account_id: accountId,
      topic_id: topicId,
      url,
      secret,
      events: events === undefined ? null : [...events],
      created_at: now,
      ...startingAt(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What was sent, or is to be. */
export interface ListedDelivery {
  readonly id: number
  readonly event: WebhookEvent | 'test'
  readonly notedAt: Date
  readonly attempts: number
  /** Null when it was delivered, or given up. */
  readonly nextAttemptAt: Date | null
  readonly deliveredAt: Date | null
  readonly lastError: string | null
}

export interface ListedWebhook {
  readonly id: number
  readonly url: string
  readonly events: readonly WebhookEvent[] | null
  readonly createdAt: Date
  readonly disabledAt: Date | null
  readonly lastStatus: string | null
  readonly topicTitle: string
  /** The newest, newest first. */
  readonly deliveries: readonly ListedDelivery[]
}

/** An account's webhooks, newest first, each with its newest deliveries. */
export async function listWebhooks(
  db: Db,
  accountId: number,
  mostDeliveries: number,
): Promise<ListedWebhook[]> {
  const webhooks = await db
    .selectFrom('webhook as w')
    .innerJoin('topic as t', 't.id', 'w.topic_id')
    .where('w.account_id', '=', accountId)
    .select([
      'w.id',
      'w.url',
      sql<WebhookEvent[] | null>`w.events`.as('events'),
      'w.created_at as createdAt',
      'w.disabled_at as disabledAt',
      'w.last_status as lastStatus',
      't.title as topicTitle',
    ])
    .orderBy('w.id', 'desc')
    .execute()
  const { rows } = await sql<ListedDelivery & { webhookId: number }>`
    select w.id as "webhookId", d.* from webhook w cross join lateral (
      select id, event, noted_at as "notedAt", attempts, next_attempt_at as "nextAttemptAt",
        delivered_at as "deliveredAt", last_error as "lastError"
      from webhook_delivery where webhook_id = w.id order by id desc limit ${mostDeliveries}
    ) d where w.account_id = ${accountId} order by d.id desc`.execute(db)
  return webhooks.map((webhook) => ({
    ...webhook,
    deliveries: rows.filter((row) => row.webhookId === webhook.id),
  }))
}

/** How many webhooks an account has, those that are disabled included. */
export async function countWebhooks(db: Db, accountId: number): Promise<number> {
  const { count } = await db
    .selectFrom('webhook')
    .where('account_id', '=', accountId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Stop telling; what waits is not sent. @returns false where the account has no such webhook */
export async function disableWebhook(
  db: Db,
  { id, accountId, now }: { id: number; accountId: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set((eb) => ({ disabled_at: eb.fn.coalesce('disabled_at', eb.val(now)) }))
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Tell again, from now on: what happened while it was disabled is not told, and what waited then is
 * given up. @returns false where the account has no such webhook that is disabled
 */
export async function enableWebhook(
  db: Db,
  { id, accountId, now }: { id: number; accountId: number; now: Date },
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('webhook')
      .set({ disabled_at: null, swept_version: null, ...startingAt(now) })
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .where('disabled_at', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await trx
      .updateTable('webhook_delivery')
      .set({ next_attempt_at: null, last_error: 'It was not sent while the webhook was disabled.' })
      .where('webhook_id', '=', id)
      .where('next_attempt_at', 'is not', null)
      .execute()
    return true
  })
}

/** Forget a webhook and its deliveries. @returns false where the account has no such webhook */
export async function deleteWebhook(
  db: Db,
  { id, accountId }: { id: number; accountId: number },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Have a test sent. @returns false where the account has no such webhook, or it is disabled */
export async function insertTest(
  db: Db,
  given: { id: number; accountId: number; key: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    insert into webhook_delivery (webhook_id, key, event, noted_at, next_attempt_at)
    select id, ${given.key}, 'test', ${given.now}, ${given.now} from webhook
    where id = ${given.id} and account_id = ${given.accountId} and disabled_at is null
    returning id`.execute(db)
  return rows.length > 0
}
