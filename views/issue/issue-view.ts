import type { Claim, IssueKind, Nature } from '#server/domain/claims.ts'
import type { IssueComparison, SearchResult } from '#server/domain/comparison.ts'
import type { Judge } from '#server/domain/conflicts.ts'
import type { Day } from '#server/domain/dates.ts'
import { unbrokenSince } from '#server/domain/spans.ts'
import type { StandingSide } from '#server/domain/contradictions.ts'
import { wording } from '../words/wording.ts'

/** What pages take of a comparison: the shapes that db/queries/comparison.ts gives. */
export interface ComparedIssueView {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly nature: Nature
  readonly kind: IssueKind
  readonly unit?: string | undefined
  readonly labels: Readonly<Record<string, string>>
  readonly judge: Judge
  readonly comparison: IssueComparison
}

export interface ComparedPartyView {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly part: 'party' | 'observer' | null
}

export interface SearchView {
  /** Of the party. */
  readonly slug: string
  readonly on: string
  readonly by: string | null
  readonly where: string | null
  readonly result: SearchResult
}

/** "A question of fact. The answer is a quantity, in months." */
export function describeIssue({
  nature,
  kind,
  unit,
}: {
  readonly nature: Nature
  readonly kind: IssueKind
  readonly unit?: string | null | undefined
}): string {
  return wording().issue.described(
    nature,
    kind,
    kind === 'quantity' ? (unit ?? undefined) : undefined,
  )
}

type SpannedSide = Pick<StandingSide, 'party' | 'stance' | 'position' | 'value'> & {
  readonly spans: readonly { readonly from: Day; readonly until: Day | undefined }[]
}

const sideKey = ({
  party,
  stance,
  position,
  value,
}: Pick<Claim, 'party' | 'stance' | 'position' | 'value'>): string =>
  JSON.stringify([party, stance, position ?? null, value?.min ?? null, value?.max ?? null])

/** Since when each side that stands on a day has stood without a gap, asked by a claim of it; what
 * commits to nothing is on no side. */
export function sinceOf(
  sides: readonly SpannedSide[],
  day: Day,
): (claim: Claim) => Day | undefined {
  const since = new Map(sides.map((side) => [sideKey(side), unbrokenSince(side.spans, day)]))
  return (claim) => since.get(sideKey(claim))
}
