import type { IssueKind, Nature } from '#server/domain/claims.ts'
import type { IssueComparison, SearchResult } from '#server/domain/comparison.ts'
import type { Judge } from '#server/domain/conflicts.ts'

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
  readonly result: SearchResult
}

const kindWords: Readonly<Record<IssueKind, string>> = {
  options: 'one of several positions',
  list: 'a list: several positions can hold at once',
  'yes-no': 'yes or no',
  quantity: 'a quantity',
  date: 'a date',
}

const natureWords: Readonly<Record<Nature, string>> = {
  factual: 'A question of fact',
  normative: 'A question of what should be',
  predictive: 'A question of what will be',
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
  const isMeasured = kind === 'quantity' && unit !== null && unit !== undefined
  return `${natureWords[nature]}. The answer is ${kindWords[kind]}${isMeasured ? `, in ${unit}` : ''}.`
}
