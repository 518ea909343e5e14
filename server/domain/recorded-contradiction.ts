/**
 * A contradiction as it is recorded and shown: its sides, their evidence, what reviewers decided.
 * What queries give and pages take, and what follows from it. Pure.
 */
import type { Form, IssueKind } from './claims.ts'
import type { Day } from './dates.ts'
import {
  type ContradictionKind,
  type DismissalReason,
  type Review,
  type ReviewState,
  type SettledStatus,
  type Verdict,
  decideReview,
  isSettled,
} from './reviews.ts'
import type { Value } from './values.ts'

export interface RecordedSide {
  readonly id: number
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly stance: 'affirms' | 'denies'
  /** The position's label; undefined where the issue is a quantity or a date. */
  readonly position: string | undefined
  readonly value: Value | undefined
  /** Claims that are evidence for this side; withdrawn ones and context do not count. */
  readonly claimCount: number
  /** The claim that speaks for the side: the newest, among equals the strongest. */
  readonly claim: EvidenceClaim | undefined
}

/** One place where a claim is found. */
export interface EvidenceCitation {
  readonly source: {
    readonly id: number
    readonly slug: string
    readonly title: string
    readonly publisher?: string | undefined
    readonly published: string
    readonly url?: string | undefined
    readonly archiveUrl?: string | undefined
  }
  readonly quote?: string | undefined
  /** Of the quotation, BCP 47. */
  readonly language: string
  readonly translation?: string | undefined
  readonly translator?: string | undefined
  /** Is the quotation marked in a capture of the source? */
  readonly isPlaced: boolean
}

/** What stands around a quotation in the capture: up to 300 characters each way. */
export interface QuotationContext {
  readonly before: string
  readonly after: string
  /** Is there more of the capture before, and after? */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

export interface EvidenceClaim {
  readonly id: number
  readonly slug: string
  readonly statement: string
  readonly form: Form
  readonly said: string
  readonly latest: Day
  readonly personName?: string | undefined
  readonly personRole?: string | undefined
  readonly condition?: string | undefined
  readonly scopePeriod?: string | undefined
  readonly scopeNote?: string | undefined
  readonly hedge?: string | undefined
  readonly recordedAt: Date
  /** The slug of the first statement that it restates; undefined where it stands on its own. */
  readonly restates?: string | undefined
  readonly citations: readonly EvidenceCitation[]
  /** Of the citation that leadCitation picks, where it is placed and was asked for. */
  readonly context?: QuotationContext | undefined
}

/** A claim that restates the first statement of its line. */
export interface EvidenceRestatement {
  readonly id: number
  readonly slug: string
  readonly said: string
  readonly recordedAt: Date
}

/** A statement with all that restates it on one side: one line of evidence, however often it was said. */
export interface EvidenceLine {
  readonly first: EvidenceClaim
  /** When the first of them was recorded. */
  readonly firstRecordedAt: Date
  /** The newest first, and how many there are. */
  readonly restated: readonly EvidenceRestatement[]
  readonly restatedCount: number
}

export interface RecordedContradiction {
  readonly id: number
  readonly issue: {
    readonly id: number
    readonly slug: string
    readonly question: string
    readonly kind: IssueKind
    readonly unit?: string | undefined
  }
  readonly kind: ContradictionKind
  /** Of a reversal `a` is what was held before and `b` what came after; else the order means nothing. */
  readonly a: RecordedSide
  readonly b: RecordedSide
  readonly rule: string
  readonly explanation: string
  readonly isConditional: boolean
  /** The gap between two values, in the issue's unit (days on date issues). */
  readonly apart: number | undefined
  readonly firstOn: Day
  readonly lastOn: Day
  readonly rank: number
  readonly rankParts: Readonly<Record<string, number>>
  readonly status: SettledStatus
  readonly resolvedOn: Day | null
  readonly filedAt: Date
  readonly settledAt: Date | null
  /** Names what a reviewer has before them, evidence included; a review of anything else is refused. */
  readonly seen: string
  /** Reviews that hold: how many, the newest, and the reasons given for a dismissal. */
  readonly reviewed: {
    readonly count: number
    readonly at: Date | null
    readonly reasons: readonly string[]
  }
  /** Where reviewers differed and an editor’s decision holds: whose, when, and their words. */
  readonly adjudication:
    | { readonly by: string; readonly at: Date; readonly why: string }
    | undefined
  /** Claims recorded since it was settled. */
  readonly newEvidence: number
}

export interface RecordedReview {
  readonly id: number
  readonly reviewer: string
  readonly accountId: number | null
  readonly verdict: Verdict
  readonly kind: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly reviewedAt: Date
  /** When it was taken back, or a later one of the same reviewer took its place. */
  readonly replacedAt: Date | null
}

export interface RecordedEvent {
  readonly id: number
  readonly at: Date
  readonly actor: string
  readonly from: string | null
  readonly to: string
  readonly why: string | null
  /** Did an editor settle what reviewers differed on? */
  readonly isAdjudication: boolean
}

/** Reviews and events of one contradiction, newest first, as far as the asker may see them. */
export interface ReviewRecord {
  readonly reviews: readonly RecordedReview[]
  readonly events: readonly RecordedEvent[]
  /** Are verdicts, reasons and the rank kept from somebody who has yet to decide? */
  readonly isHidden: boolean
}

/**
 * Keep from everybody what others decided until they have decided themselves: a reviewer who signs out
 * is a reader. Once it is settled the verdicts are part of the public record and hidden from nobody.
 * @param reviewer - the account that is asking; undefined for readers
 */
export function hideVerdicts(
  record: Omit<ReviewRecord, 'isHidden'>,
  status: SettledStatus,
  reviewer: number | undefined,
): ReviewRecord {
  const hasDecided = record.reviews.some((r) => r.replacedAt === null && isOf(r, reviewer))
  if (isSettled(status) || hasDecided) return { ...record, isHidden: false }
  return onlyOwn(record, reviewer)
}

/** The same for a review form: others' verdicts are never beside it, settled or not. */
export const onlyOwn = (
  { reviews, events }: Omit<ReviewRecord, 'isHidden'>,
  reviewer: number | undefined,
): ReviewRecord => ({
  reviews: reviews.filter((r) => isOf(r, reviewer)),
  events: events.map((e) => (e.from === null ? e : { ...e, why: null })),
  isHidden: true,
})

const isOf = (review: RecordedReview, account: number | undefined): boolean =>
  account !== undefined && review.accountId === account

/** Tells reviewers apart: by account, whatever it is called; where a review was imported, by name. */
export const reviewerKey = (review: Pick<RecordedReview, 'accountId' | 'reviewer'>): string =>
  review.accountId === null ? `named ${review.reviewer}` : `account ${review.accountId}`

/** What the decision needs of a stored review. */
export const toReview = ({ verdict, reason, ...whose }: RecordedReview): Review => ({
  reviewer: reviewerKey(whose),
  verdict,
  reason: (reason ?? undefined) as DismissalReason | undefined,
})

/**
 * What reviews come to by themselves, whatever the status was: after one was taken back.
 * @param held - reviews that hold, one for each reviewer; none is open
 */
export function statusOf(
  held: readonly Review[],
  { needed, adjudicated }: Pick<ReviewState, 'needed' | 'adjudicated'>,
): SettledStatus {
  const last = held.at(-1)
  if (last === undefined) return adjudicated ?? 'open'
  const state = { status: 'open', reviews: held.slice(0, -1), needed, adjudicated } as const
  const decision = decideReview(state, last)
  return decision.ok ? decision.status : 'under review'
}
