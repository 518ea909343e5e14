/** What was done to the record, as feeds tell it: what queries give and views take. */
import type { SettledStatus } from './reviews.ts'

/** Something that was done to a claim, with what the claim says now. */
export interface ClaimChange {
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
  /** Of the entry in the log; undefined for what follows from claims alone. */
  readonly eventId: number | null
  readonly at: Date
  readonly did: 'filed' | 'settled' | 'reopened' | 'resolved'
  /** What it was settled as. */
  readonly status: SettledStatus
}
