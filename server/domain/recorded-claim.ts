/** A claim as it is recorded and shown: what queries give and pages take. */
import type { Form, IssueKind, Stance } from './claims.ts'
import type { Day } from './dates.ts'
import type { ErasedMark } from './erasures.ts'
import type { Value } from './values.ts'

export interface RecordedClaim {
  readonly id: number
  readonly slug: string
  readonly version: number
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly person?: ClaimSpeaker | undefined
  readonly issue: {
    readonly id: number
    readonly slug: string
    readonly question: string
    readonly kind: IssueKind
    readonly unit?: string | undefined
  }
  /** `place` counts from 0 in the order of the issue's positions; it gives the letter. */
  readonly position?:
    | { readonly slug: string; readonly label: string; readonly place: number }
    | undefined
  readonly value?: Value | undefined
  readonly stance: Stance
  readonly bearing: 'states' | 'context'
  readonly form: Form
  readonly said: string
  readonly statement: string
  readonly condition?: string | undefined
  readonly scopePeriod?: string | undefined
  readonly scopeNote?: string | undefined
  readonly hedge?: string | undefined
  readonly withdrawnReason?: string | undefined
  /** Its words are gone; the statement is the sentence that says so. */
  readonly erased?: ErasedMark | undefined
  readonly sideId?: number | undefined
  /** The first day on which something superseded it. */
  readonly standsUntil?: Day | undefined
  readonly recordedAt: Date
  /** The account that recorded it; null where it came with a dossier. */
  readonly recordedBy: number | null
  readonly citations: readonly RecordedCitation[]
}

/** Who said it, in the role held for the party on that day. */
export interface ClaimSpeaker {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly role?: string | undefined
}

/** One place where a claim is found. */
export interface RecordedCitation {
  readonly source: {
    readonly id: number
    readonly slug: string
    /** Of the text that has the quotation, where it is not the newest. */
    readonly version?: number | undefined
    readonly kind: string
    readonly title: string
    readonly publisher?: string | undefined
    readonly authors: readonly string[]
    readonly url?: string | undefined
    readonly archiveUrl?: string | undefined
    readonly published: string
    readonly language: string
    readonly grade?: string | undefined
  }
  readonly quote?: string | undefined
  /** Of the quotation, BCP 47. */
  readonly language: string
  readonly translation?: string | undefined
  readonly translator?: string | undefined
  readonly locator?: string | undefined
  readonly credibility?: number | undefined
  /** Is the quotation marked in a capture of the source? */
  readonly isPlaced: boolean
}

/** Another claim, as a link names it. */
export interface LinkedClaim {
  readonly id: number
  readonly slug: string
  readonly statement: string
  readonly said: string
  readonly stance: Stance
  readonly partyName: string
}

/** Between this claim and another of its party: which replaced which, and whether that was a reversal. */
export interface ClaimSuccession {
  readonly claim: LinkedClaim
  readonly isReversal: boolean
}

/** What a claim restates, and what restates it. */
export interface Restatements {
  /** As it is marked. */
  readonly restates: LinkedClaim | undefined
  /** The first statement, where a chain leads on to another. */
  readonly first: LinkedClaim | undefined
  /** The newest, and how many there are. */
  readonly restatedBy: readonly LinkedClaim[]
  readonly count: number
}
