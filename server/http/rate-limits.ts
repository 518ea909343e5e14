import { createHash } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import { besideTheAct } from '#db/once.ts'
import { countAttempt, uncountAttempt } from '#db/queries/attempts.ts'
import { Refusal } from '#server/domain/errors.ts'
import { LIMITS, type LimitName, secondsLeft, windowOf } from '#server/domain/limits.ts'

export interface Attempt {
  readonly limit: LimitName
  /** An account's id, a network, or both; kept as a hash, since addresses are people's. */
  readonly who: string
  readonly now: Date
}

const keyOf = ({ limit, who }: Attempt): string =>
  createHash('sha256').update(`${limit}\n${who}`).digest('base64url')

/**
 * Count an attempt, before it is looked at.
 * @throws {Refusal} rate-limited, with the seconds to wait, when there were too many in this window
 */
export async function takeAttempt(db: Db, attempt: Attempt): Promise<void> {
  const limit = LIMITS[attempt.limit]
  const window = windowOf(limit, attempt.now)
  const count = await besideTheAct(async () => await countAttempt(db, keyOf(attempt), window))
  if (count <= limit.most) return
  const seconds = secondsLeft(limit, attempt.now)
  throw new Refusal('rate-limited', {
    detail: seconds === 1 ? 'Try again in 1 second.' : `Try again in ${seconds} seconds.`,
    retryAfter: seconds,
  })
}

/** What was counted turned out to be no guess: see {@link uncountAttempt}. */
export async function giveBack(db: Db, attempt: Attempt): Promise<void> {
  const window = windowOf(LIMITS[attempt.limit], attempt.now)
  await besideTheAct(async () => await uncountAttempt(db, keyOf(attempt), window))
}
