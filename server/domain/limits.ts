/** How often something may be tried. Data; the counting is in server/http/rate-limits.ts. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export interface Limit {
  readonly most: number
  readonly windowMs: number
}

/**
 * Each is counted for an account or a network, never for everybody. Guessing at one account counts for
 * the account and the network together: somebody else's failures never keep its owner out.
 */
export const LIMITS = {
  'sign-in by network': { most: 20, windowMs: 3 * MINUTE_MS },
  'sign-in by account and network': { most: 5, windowMs: 3 * MINUTE_MS },
  'confirming by account': { most: 5, windowMs: 3 * MINUTE_MS },
  /** Asking for a challenge is no guess yet; this bounds how many are stored. */
  'passkey challenges by network': { most: 60, windowMs: 3 * MINUTE_MS },
  'passkey challenges by account': { most: 60, windowMs: HOUR_MS },
  'invitation by network': { most: 20, windowMs: 10 * MINUTE_MS },
  'inviting by account': { most: 20, windowMs: HOUR_MS },
  'new links by account': { most: 20, windowMs: HOUR_MS },
  'tokens by account': { most: 20, windowMs: HOUR_MS },
  /** A practised person makes one claim in 20 seconds; programs should send a dossier. */
  'claims by account': { most: 600, windowMs: HOUR_MS },
  /** Adding and trying webhooks. */
  'webhooks by account': { most: 30, windowMs: HOUR_MS },
  /** Searching while somebody types sends several for each that is meant. */
  'searching by network': { most: 60, windowMs: MINUTE_MS },
  'searching by account': { most: 180, windowMs: MINUTE_MS },
  'fetching by account': { most: 20, windowMs: HOUR_MS },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof LIMITS

/** The start of the window that an instant falls into. */
export const windowOf = ({ windowMs }: Limit, now: Date): Date =>
  new Date(Math.floor(now.getTime() / windowMs) * windowMs)

/** Whole seconds until the window ends, at least 1. */
export const secondsLeft = (limit: Limit, now: Date): number =>
  Math.max(1, Math.ceil((windowOf(limit, now).getTime() + limit.windowMs - now.getTime()) / 1000))
