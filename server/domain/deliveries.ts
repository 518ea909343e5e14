import type { WebhookEvent } from './webhooks.ts'

/** Deliveries of all webhooks by how they stand, and what the sending did last and does next. */
export interface DeliveryState {
  /** Not tried yet, of webhooks that are enabled. */
  readonly waiting: number
  /** Tried without success, and to be tried again. */
  readonly retrying: number
  /** Of webhooks that are disabled: not sent until those are enabled. */
  readonly held: number
  readonly givenUp: number
  readonly delivered: number
  readonly lastDelivered: Date | null
  /** When the last attempt of any ended. */
  readonly lastAttempt: Date | null
  readonly nextAttempt: Date | null
  readonly webhooks: number
  readonly disabled: number
  /** Webhooks whose topic has changed since it was looked at. */
  readonly unswept: number
}

/** A delivery that did not arrive, or has not yet. */
export interface UndeliveredEntry {
  readonly id: number
  readonly event: WebhookEvent | 'test'
  readonly topicTitle: string
  readonly owner: string
  readonly url: string
  readonly isEnabled: boolean
  readonly notedAt: Date
  readonly attempts: number
  /** Null where it was given up. */
  readonly nextAttemptAt: Date | null
  readonly lastError: string | null
}
