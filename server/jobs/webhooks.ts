import type { Db } from '#db/connect.ts'
import { findTold, listChangesById } from '#db/queries/changes.ts'
import {
  type TakenDelivery,
  listUnswept,
  noteHappened,
  saveAttempt,
  takeDelivery,
} from '#db/queries/webhook-deliveries.ts'
import { describeEntry } from '#views/feed/entry.tsx'
import { type Actor, type Visibility, may, maySee } from '../domain/access.ts'
import type { Change } from '../domain/recorded-changes.ts'
import {
  MOST_ATTEMPTS,
  describeDelivery,
  describeTest,
  eventOf,
  pauseAfter,
  signWebhook,
} from '../domain/webhooks.ts'
import { paths } from '../paths.ts'
import { type SendOptions, type Sent, sendWebhook } from './send-webhook.ts'

/** What telling webhooks takes; given, so that tests can say what time it is. */
export interface WebhookJob {
  readonly db: Db
  readonly now: () => Date
  /** From 0 to below 1. */
  readonly random: () => number
  /** The address that people use, for the addresses in what is told. */
  readonly origin: string
  readonly send: SendOptions
}

/** As many webhooks are sent to at once. */
const AT_ONCE = 8

/** Longer than a delivery can take: after that, whoever took it is believed to be gone. */
const BUSY_MS = 60_000

/** How the program ends while something is being sent. */
export interface Stopping {
  /** Asked before each delivery. */
  readonly isStopping: () => boolean
  /** Cuts off what is being sent. */
  readonly cut: AbortSignal
}

/**
 * Tell webhooks what happened: note what is new in their topics, then send what is due, until nothing
 * is. Several processes may do this at once; what one is sending no other sends.
 */
export async function tellWebhooks(job: WebhookJob, stopping: Stopping): Promise<void> {
  await sweep(job)
  const sending = new Set<Promise<void>>()
  const errors: unknown[] = []
  while (!stopping.isStopping() && errors.length === 0) {
    const taken = sending.size < AT_ONCE ? await take(job) : undefined
    if (taken === undefined && sending.size === 0) break
    if (taken === undefined) await Promise.race(sending)
    else {
      const one: Promise<void> = deliver(job, taken, stopping.cut)
        .catch((error: unknown) => void errors.push(error))
        .finally(() => sending.delete(one))
      sending.add(one)
    }
  }
  await Promise.all(sending)
  if (errors.length > 0) throw errors[0]
}

/** May an account still have this sent? Roles change, and so does who sees a topic. */
const mayStill = (
  owner: Actor,
  topic: { readonly visibility: Visibility; readonly isMember: boolean },
): boolean => may(owner, 'send webhooks') && maySee(owner, topic)

async function sweep({ db, now }: WebhookJob): Promise<void> {
  for (const { id, owner, topic } of await listUnswept(db)) {
    if (!mayStill(owner, topic)) continue
    await db.transaction().execute(async (trx) => await noteHappened(trx, { id, now: now() }))
  }
}

async function take({ db, now }: WebhookJob): Promise<TakenDelivery | undefined> {
  const at = now()
  return await takeDelivery(db, { now: at, busyUntil: new Date(at.getTime() + BUSY_MS) })
}

async function deliver(job: WebhookJob, taken: TakenDelivery, cut: AbortSignal): Promise<void> {
  const { id, webhookId } = taken
  // Beyond the last attempt is only what ended the program, or failed in it, each time.
  const body = taken.attempts > MOST_ATTEMPTS ? undefined : await findBody(job, taken)
  const sent =
    body === undefined
      ? undefined
      : await sendWebhook(requestOf(taken, body, job.now()), job.send, cut)
  await saveAttempt(job.db, { id, webhookId, now: job.now(), body, ...outcomeOf(job, taken, sent) })
}

function outcomeOf(job: WebhookJob, taken: TakenDelivery, sent: Sent | undefined) {
  if (sent === undefined) {
    const says =
      'It was not sent: it no longer holds, may not be told to you any more, or cannot be sent.'
    return { isDelivered: false, isGone: false, says, nextAttemptAt: undefined }
  }
  const pause =
    sent.isDelivered || sent.isGone ? undefined : pauseAfter(taken.attempts, job.random())
  const nextAttemptAt = pause === undefined ? undefined : new Date(job.now().getTime() + pause)
  return { ...sent, nextAttemptAt }
}

/** The request; its id is the same in each attempt, so that whoever gets it twice can tell. */
function requestOf({ id: delivery, url, secret, notedAt }: TakenDelivery, body: string, now: Date) {
  const id = `msg_${notedAt.getTime().toString(36)}_${delivery}`
  const seconds = Math.floor(now.getTime() / 1000)
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signWebhook({ secret, id, seconds, body }),
  }
  return { url, headers, body }
}

/**
 * What to send, as the record says it now: of what was reopened since, no verdict is told. Undefined
 * where it no longer holds or its owner may not be told any more.
 */
async function findBody(job: WebhookJob, taken: TakenDelivery): Promise<string | undefined> {
  if (!taken.isEnabled || !mayStill(taken.owner, taken.topic)) return undefined
  const address = (path: string): string => job.origin + path
  const { slug, title } = taken.about
  const topic = { slug, title, url: address(paths.topic(slug)) }
  if (taken.key.startsWith('test')) return describeTest(topic, taken.notedAt)
  const change = await findChange(job.db, taken.key)
  const [told] = change === undefined ? [] : await findTold(job.db, [change])
  if (told === undefined) return undefined
  return describeDelivery(eventOf(told.change), topic, await describeEntry(told, address))
}

/** The change that a key names (see db/migrations/2026-11-28-webhooks.ts), if it holds. */
async function findChange(db: Db, key: string): Promise<Change | undefined> {
  const [of = '', id = '', day] = key.split(' ')
  const only = (kind: string) => (kind === of ? [Number(id)] : [])
  const found = await listChangesById(db, {
    claim: only('claim'),
    event: only('event'),
    resolved: only('resolved'),
  })
  const change = found.get(`${of} ${id}`)
  if (change === undefined || 'claimId' in change) return change
  return day === undefined || change.resolvedOn === day ? change : undefined
}
