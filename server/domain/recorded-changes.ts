/** What was done to the record, as feeds, inboxes and webhooks tell it: queries give it, views take it. */
import type { Day } from './dates.ts'
import type { EvidenceClaim, RecordedContradiction } from './recorded-contradiction.ts'
import type { SettledStatus } from './reviews.ts'

/** What can be followed: a topic, or a part of one. */
export const FOLLOWED_KINDS = ['topic', 'party', 'issue', 'contradiction'] as const
export type FollowedKind = (typeof FOLLOWED_KINDS)[number]

/** Something that was done to a claim, with what the claim says now. */
export interface ClaimChange {
  readonly revisionId: number
  readonly claimId: number
  readonly version: number
  readonly at: Date
  readonly did: 'recorded' | 'corrected' | 'withdrawn' | 'put back'
  /** The reason given; of what was recorded there is none. */
  readonly why: string | null
  readonly partyName: string
  readonly question: string
  readonly withdrawnReason: string | null
}

/** Something that became of a contradiction: what it was and is, never why nor who. */
export interface ContradictionChange {
  readonly contradictionId: number
  /** Of the entry in the log; null for what follows from claims alone. */
  readonly eventId: number | null
  readonly at: Date
  readonly did: 'filed' | 'settled' | 'reopened' | 'resolved'
  /** What it was settled as. */
  readonly status: SettledStatus
  /** Of what was resolved: the day since which its sides no longer conflict. */
  readonly resolvedOn: Day | null
}

export type Change = ClaimChange | ContradictionChange

/** A change with the thing it was made to, as that is now. */
export type Told =
  | { readonly change: ClaimChange; readonly claim: EvidenceClaim }
  | { readonly change: ContradictionChange; readonly x: RecordedContradiction }

/** What tells a change from all others of the same thing, for good. */
export function partOf(change: Change): string {
  if ('claimId' in change) return `v${change.version}`
  return change.eventId === null ? `resolved-${change.resolvedOn ?? ''}` : `e${change.eventId}`
}
