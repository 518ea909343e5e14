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

export interface DetailView {
  readonly id: number
  readonly slug: string
  readonly statement: string
  readonly citations: readonly {
    readonly source: { readonly id: number; readonly slug: string; readonly title: string }
    readonly quote?: string | undefined
    readonly language: string
    readonly isPlaced: boolean
  }[]
}

export interface SearchView {
  readonly slug: string
  readonly on: string
  readonly by: string | null
  readonly result: SearchResult
}
