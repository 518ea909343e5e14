/** What people decide about contradictions, and what a decision does. Pure. */

export const CONTRADICTION_KINDS = [
  'opposed',
  'incompatible positions',
  'values apart',
  'reversal',
  'mixed messages',
  'flagged by a person',
  'suggested by text',
] as const
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number]

/** What is stored; a contradiction whose sides no longer conflict is *resolved* besides. */
export const SETTLED_STATUSES = ['open', 'under review', 'confirmed', 'dismissed'] as const
export type SettledStatus = (typeof SETTLED_STATUSES)[number]

export const STATUSES = [...SETTLED_STATUSES, 'resolved'] as const
export type Status = (typeof STATUSES)[number]

export const VERDICTS = ['conflict', 'tension', 'no conflict', 'cannot tell'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why two claims that look like a conflict are none: the closed list a dismissal chooses from. */
export const DISMISSAL_REASONS = [
  'superseded in time',
  'both can hold',
  'refinement of the same position',
  'different scope',
  'same name but different subject',
  'unmet condition',
  'restatement of one event',
  'reported but not held',
  'different level of authority',
  'translation',
  'misquotation',
  'coding mistake',
  'off the record',
] as const
export type DismissalReason = (typeof DISMISSAL_REASONS)[number]

/** What kind of disagreement a reviewer sees; chosen after the verdict, never needed. */
export const DISAGREEMENT_KINDS = ['scope', 'timing', 'negation', 'quantity', 'who'] as const
export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number]

export interface Review {
  readonly reviewer: string
  readonly verdict: Verdict
  readonly reason?: DismissalReason | undefined
}

export interface ReviewState {
  readonly status: SettledStatus
  /** Reviews that hold, one for each reviewer. */
  readonly reviews: readonly Review[]
  /** How many agreeing reviews settle a contradiction of this topic. */
  readonly needed: number
  /** What an editor settled it as, where reviewers differed; further reviews do not undo that. */
  readonly adjudicated?: 'confirmed' | 'dismissed' | undefined
}

export type ReviewDecision =
  | { readonly ok: true; readonly status: SettledStatus }
  | { readonly ok: false; readonly refusal: 'review-reason-missing' }

/** What a verdict by itself comes to; undefined where it decides nothing. */
export const outcomeOf = (verdict: Verdict): 'confirmed' | 'dismissed' | undefined =>
  verdict === 'no conflict' ? 'dismissed' : verdict === 'cannot tell' ? undefined : 'confirmed'

/**
 * Decide what a review does to a contradiction.
 *
 * Conflict and tension confirm, no conflict dismisses, cannot tell leaves it under review. It is
 * settled as soon as as many reviews as the topic asks for agree and none differs; reviewers who
 * differ leave it under review. A reviewer's later review takes the place of the earlier one, so a
 * settled contradiction can be opened again by those who settled it; what an editor settled stays.
 * @param state - as read under the contradiction's lock, the new review not included
 * @returns the next status, or why the review is refused; never throws
 */
export function decideReview(state: ReviewState, review: Review): ReviewDecision {
  if (review.verdict === 'no conflict' && review.reason === undefined)
    return { ok: false, refusal: 'review-reason-missing' }
  if (state.adjudicated !== undefined) return { ok: true, status: state.adjudicated }
  const all = [...state.reviews.filter((r) => r.reviewer !== review.reviewer), review]
  const outcomes = all.map((r) => outcomeOf(r.verdict))
  const decided = outcomes.filter((outcome) => outcome !== undefined)
  const agree = new Set(decided).size === 1
  const status = decided[0]
  if (
    !agree ||
    status === undefined ||
    decided.length < state.needed ||
    decided.length < all.length
  )
    return { ok: true, status: 'under review' }
  return { ok: true, status }
}

/**
 * Do reviewers differ, so that no further review settles it? Two or more hold and it is not settled: where
 * they agreed it would be, since a topic never asks for more than two.
 * @param held - how many reviews hold
 */
export const isDisputed = (status: SettledStatus, held: number): boolean =>
  status === 'under review' && held >= 2

/** What an editor can say where reviewers differ. None of these: the reviews are set aside. */
export const ADJUDICATIONS = ['conflict', 'no conflict', 'none of these'] as const
export type AdjudicationOutcome = (typeof ADJUDICATIONS)[number]

export interface Adjudication {
  readonly outcome: AdjudicationOutcome
  /** From the closed list, where the outcome is no conflict. */
  readonly reason?: DismissalReason | undefined
  /** In words; always given. */
  readonly why: string
}

export type AdjudicationDecision =
  | { readonly ok: true; readonly status: SettledStatus; readonly says: string }
  | { readonly ok: false; readonly refusal: 'not-disputed' | 'review-reason-missing' }

/**
 * Decide what an editor’s word does to a contradiction on which reviewers differ: it is settled their way,
 * or, where none of the verdicts fits, open again with the reviews set aside.
 * @returns the next status and the line for its log; never throws
 */
export function decideAdjudication(
  state: Pick<ReviewState, 'status' | 'reviews'>,
  { outcome, reason, why }: Adjudication,
): AdjudicationDecision {
  if (!isDisputed(state.status, state.reviews.length)) return { ok: false, refusal: 'not-disputed' }
  if (outcome === 'conflict')
    return { ok: true, status: 'confirmed', says: `Settled by an editor: conflict. ${why}` }
  if (outcome === 'none of these')
    return { ok: true, status: 'open', says: `None of these; the reviews are set aside. ${why}` }
  if (reason === undefined) return { ok: false, refusal: 'review-reason-missing' }
  const says = `Settled by an editor: no conflict (${reason}). ${why}`
  return { ok: true, status: 'dismissed', says }
}

/** Why a contradiction stands where it does in the queue: points for each part, 0 to 100 in all. */
export interface RankParts extends Readonly<Record<string, number>> {
  /** 30 where what was said clashes itself; 6 fewer for each step of the argument, at least 6. */
  readonly directness: number
  /** 20 without a condition on either side, else 0. */
  readonly unconditional: number
  /** Up to 10 for each side: own words in full, part of them, a document or vote, a paraphrase. */
  readonly form: number
  /** Up to 5 for each side: the grade of the best source, A to F; not graded counts as C. */
  readonly source: number
  /** 20 on the day itself, 1 fewer for each 30 days between the two sides, at least 0. */
  readonly recency: number
}

export interface RankedEvidence {
  readonly steps: number
  readonly isConditional: boolean
  readonly forms: readonly [string, string]
  readonly grades: readonly [string | undefined, string | undefined]
  readonly isHedged: boolean
  /** Days between the two sides' newest claims. */
  readonly daysApart: number
}

const formPoints: Readonly<Record<string, number>> = {
  'direct quotation': 10,
  'official document': 10,
  'vote or other act': 10,
  'own assertion': 9,
  'partial quotation': 8,
  paraphrase: 5,
  'reported by a third party': 2,
}

const gradePoints = (grade: string | undefined): number => 5 - 'ABCDEF'.indexOf(grade ?? 'C')

/** Score a contradiction for the queue; every part is shown beside it. A hedge halves the form. */
export function rankOf(evidence: RankedEvidence): RankParts {
  const form = evidence.forms.reduce((sum, f) => sum + (formPoints[f] ?? 5), 0)
  return {
    directness: Math.max(6, 30 - 6 * evidence.steps),
    unconditional: evidence.isConditional ? 0 : 20,
    form: evidence.isHedged ? Math.floor(form / 2) : form,
    source: evidence.grades.reduce((sum, g) => sum + gradePoints(g), 0),
    recency: Math.max(0, 20 - Math.floor(Math.abs(evidence.daysApart) / 30)),
  }
}

export const totalRank = (parts: RankParts): number =>
  Object.values(parts).reduce((sum, points) => sum + points, 0)

/** Have reviews settled it? Until then verdicts are kept from whoever has yet to decide. */
export const isSettled = (status: SettledStatus | undefined): status is 'confirmed' | 'dismissed' =>
  status === 'confirmed' || status === 'dismissed'

/** How far people bear out a conflict that rules found: a suggestion until they have confirmed it. */
export type Standing = 'suggested' | 'confirmed' | 'dismissed'

/** @param status - undefined where nothing is filed yet */
export const standingOf = (status: SettledStatus | undefined): Standing =>
  isSettled(status) ? status : 'suggested'

/** What readers see: settled by people, resolved by time, or open. */
export const statusShown = (status: SettledStatus, resolvedOn: string | null): Status =>
  resolvedOn !== null && status !== 'dismissed' ? 'resolved' : status
