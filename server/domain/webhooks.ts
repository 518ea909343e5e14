import { createHmac } from 'node:crypto'
import type { FeedEntry } from './feed.ts'
import type { Change } from './recorded-changes.ts'

/**
 * What programs elsewhere are told of the record as it happens. Pure.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

/** What can be told, named as Standard Webhooks asks: by thing, then by what was done. */
export const WEBHOOK_EVENTS = [
  'claim.recorded',
  'claim.corrected',
  'claim.withdrawn',
  'claim.put_back',
  'contradiction.filed',
  'contradiction.settled',
  'contradiction.reopened',
  'contradiction.resolved',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** The event that a change is; db/queries/webhooks.ts says the same in SQL. */
export const eventOf = (change: Change): WebhookEvent =>
  'claimId' in change
    ? change.did === 'put back'
      ? 'claim.put_back'
      : `claim.${change.did}`
    : `contradiction.${change.did}`

export const SECRET_PREFIX = 'whsec_'

/**
 * The value of the header `webhook-signature`, version 1 of the scheme: HMAC-SHA256, in base64, over id,
 * timestamp and body.
 * @param secret - `whsec_` and the key in base64
 * @param seconds - of this attempt, since 1970
 */
export function signWebhook(given: {
  readonly secret: string
  readonly id: string
  readonly seconds: number
  readonly body: string
}): string {
  const { secret, id, seconds, body } = given
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/** What is told about: where it happened. */
export interface WebhookTopic {
  readonly slug: string
  readonly title: string
  /** Absolute. */
  readonly url: string
}

/** The body of a delivery: one entry, in the form of an item of a JSON Feed, with its event and topic. */
export const describeDelivery = (
  event: WebhookEvent,
  topic: WebhookTopic,
  { id, url, title, html, at }: FeedEntry,
): string =>
  JSON.stringify({
    type: event,
    timestamp: at.toISOString(),
    data: {
      topic,
      item: { id, url, title, content_html: html, date_published: at.toISOString() },
    },
  })

/** The body of a delivery that only tries whether all is well. */
export const describeTest = (topic: WebhookTopic, now: Date): string =>
  JSON.stringify({ type: 'test', timestamp: now.toISOString(), data: { topic } })

/** Where an address leads; the rest of it may be a secret of its own. */
export const hostOfWebhook = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Before the second try, the third and so on: the last is about a day after the first. */
const PAUSES = [
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  15 * HOUR,
] as const

export const MOST_ATTEMPTS = PAUSES.length + 1

/**
 * How long to wait after so many failed attempts, in milliseconds; undefined where there is no further
 * one. Up to a fifth longer by chance, so that what failed at one moment does not come back at one.
 * @param random - from 0 to below 1
 */
export function pauseAfter(attempts: number, random: number): number | undefined {
  const pause = PAUSES[attempts - 1]
  return pause === undefined ? undefined : Math.round(pause * (1 + random / 5))
}
