/**
 * What an entry of the history says, as a person would state it: who, when, what, from, to, why. It
 * names things by slug and contradictions by their sides, never by a number of one database. Pure.
 */
import type { ErasedEntry, ErasedText, ErasedThing } from './erasures.ts'
import type { ContradictionKind } from './reviews.ts'
import type { DossierSide } from './dossier-schema.ts'

/**
 * A revision; a contradiction's change of status; a review given; a review replaced or taken back; words
 * that were erased.
 */
export const HISTORY_KINDS = ['revision', 'status', 'review', 'review end', 'erasure'] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** The kinds of things that a history is of. */
export const HISTORY_THINGS = [
  'topic',
  'party',
  'person',
  'source',
  'issue',
  'claim',
  'search',
  'reply',
  'contradiction',
] as const
export type HistoryThing = (typeof HISTORY_THINGS)[number]

/** What makes a contradiction this one. */
export interface ContradictionIdentity {
  readonly issue: string
  readonly kind: ContradictionKind
  readonly a: DossierSide
  readonly b: DossierSide
}

/** JSON: see {@link canonicalJson}. `kind` is the kind of the entry. */
export type HistoryContent = { readonly kind: HistoryKind } & Readonly<Record<string, unknown>>

interface Revised {
  readonly at: string
  readonly by: string
  readonly account: number | null
  readonly entity: string
  readonly slug: string
  readonly version: number
  readonly why: string | null
  /** Null for the first version. */
  readonly before: unknown
  readonly after: unknown
}

interface StatusChanged {
  readonly at: string
  readonly by: string
  readonly account: number | null
  readonly from: string | null
  readonly to: string
  readonly why: string | null
  /** An editor settled what reviewers differed on; null where it was anything else. */
  readonly adjudicated: true | null
}

interface Reviewed {
  readonly at: string
  readonly by: string
  readonly account: number | null
  readonly verdict: string
  readonly disagreement: string | null
  readonly reason: string | null
  readonly note: string | null
}

interface ReviewEnded {
  readonly at: string
  readonly by: string
  /** When the review was given that ended. */
  readonly given: string
}

interface Erased {
  readonly at: string
  readonly by: string
  readonly account: number | null
  readonly askedAt: string
  readonly askedBy: string
  readonly asker: number
  /** One person asked and carried it out: there was nobody else. Null otherwise. */
  readonly byOne: true | null
  readonly thing: ErasedThing
  readonly entity: string
  /** Null for what is about a contradiction. */
  readonly slug: string | null
  readonly reason: string
  readonly why: string
  readonly entries: readonly ErasedEntry[]
  readonly texts: readonly ErasedText[]
}

/**
 * Whatever is not null of what is stated: nobody would state nothing. One object and no copies of it,
 * since a long history has hundreds of thousands.
 */
function stated(kind: HistoryKind, ...parts: readonly object[]): HistoryContent {
  const content: Record<string, unknown> = { kind }
  for (const part of parts)
    for (const [name, value] of Object.entries(part)) if (value !== null) content[name] = value
  return content as HistoryContent
}

const about = ({ issue, kind: conflict, a, b }: ContradictionIdentity) => ({
  issue,
  conflict,
  a,
  b,
})

export const describeRevised = (revision: Revised): HistoryContent => stated('revision', revision)

export const describeStatus = (on: ContradictionIdentity, event: StatusChanged): HistoryContent =>
  stated('status', about(on), event)

export const describeReview = (on: ContradictionIdentity, review: Reviewed): HistoryContent =>
  stated('review', about(on), review)

export const describeReviewEnd = (on: ContradictionIdentity, end: ReviewEnded): HistoryContent =>
  stated('review end', about(on), end)

/** @param on - the contradiction, where the words were said of one */
export const describeErasure = (
  on: ContradictionIdentity | undefined,
  erasure: Erased,
): HistoryContent => stated('erasure', on === undefined ? {} : about(on), erasure)
