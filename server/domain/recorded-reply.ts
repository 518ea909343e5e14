/** A reply as it is recorded and shown: what queries give and pages take. */
import type { Day } from './dates.ts'
import type { ClaimSpeaker, RecordedCitation } from './recorded-claim.ts'

export interface RecordedReply {
  readonly id: number
  readonly slug: string
  /** Of the claim that it answers. */
  readonly claimId: number
  readonly version: number
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly person?: ClaimSpeaker | undefined
  /** EDTF, as written. */
  readonly said: string
  /** The last day on which it may have been said. */
  readonly latest: Day
  readonly statement: string
  readonly withdrawnReason?: string | undefined
  readonly recordedAt: Date
  /** The account that recorded it; null where it came with a dossier. */
  readonly recordedBy: number | null
  readonly citations: readonly RecordedCitation[]
}

/** Replies by the id of the claim that they answer, the oldest first. */
export type RepliesByClaim = ReadonlyMap<number, readonly RecordedReply[]>

/** Those that hold: withdrawn ones stay on the page of their claim, and nowhere else. */
export const standingReplies = (
  replies: RepliesByClaim | undefined,
  claimId: number,
): readonly RecordedReply[] =>
  (replies?.get(claimId) ?? []).filter(({ withdrawnReason }) => withdrawnReason === undefined)
