/**
 * Erasure: words that have to go for good, and the gap that says so. Wherever they stood stands one
 * sentence; the thing around them stays, and so do the hashes of the history. Pure.
 */
import { describeDate } from './date-words.ts'

/** Why something may be erased; nothing else is a reason. */
export const ERASURE_REASONS = [
  'legal order',
  'personal data',
  'copyright',
  'safety of a person',
  'other',
] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/**
 * What words can be erased of: a claim in all its versions; captured texts of a source; the comment of a
 * review; the reason of a change of status; the reason noted with a revision.
 */
export const ERASED_THINGS = ['claim', 'source', 'review', 'status', 'revision'] as const
export type ErasedThing = (typeof ERASED_THINGS)[number]

/** What stands in place of the words, everywhere and in every export. All of it is public. */
export interface ErasedMark {
  /** An instant. */
  readonly at: string
  /** Who carried it out. */
  readonly by: string
  readonly reason: ErasureReason
  readonly why: string
}

/** The sentence that takes the place of words: “Erased on 3 January 2027 by Edith: personal data.” */
export const describeErased = ({ at, by, reason }: Omit<ErasedMark, 'why'>): string =>
  `Erased on ${describeDate(at.slice(0, 10))} by ${by}: ${reason}.`

/** An entry of the history whose words went, and the SHA-256 of what is left of it, in hexadecimal. */
export interface ErasedEntry {
  readonly seq: number
  readonly left: string
}

/** A captured text that went: of which source, and what tells it from others. */
export interface ErasedText {
  readonly source: string
  readonly sha256: string
}

/** Whoever asked for an erasure, and whoever would carry it out. */
export interface TwoPeople {
  readonly askedBy: number
  readonly by: number
  /** Enabled accounts that may ask: editors and owners. */
  readonly askers: number
}

/**
 * Four eyes (ASVS 5.0 V2.3.5): nobody carries out what they asked for themselves, unless there is nobody
 * else who could have asked.
 */
export function decideErasure({ askedBy, by, askers }: TwoPeople): 'by two' | 'by one' | 'refused' {
  if (askedBy !== by) return 'by two'
  return askers === 1 ? 'by one' : 'refused'
}

/** An erased claim as a form has it, as far as its words go. */
interface ClaimForm {
  readonly statement: string
  readonly condition?: string | undefined
  readonly scope?: { readonly note?: string | undefined } | undefined
  readonly hedge?: string | undefined
  readonly withdrawn?: { readonly reason: string } | undefined
  readonly citations: readonly Readonly<Record<string, unknown>>[]
  readonly erased?: ErasedMark | undefined
}

/** What an erased citation keeps. */
const KEPT_OF_CITATION = new Set(['source', 'credibility'])

/** Where a claim that is marked as erased has words all the same: a path in its form; none where it has not. */
export function findWords(claim: ClaimForm): readonly (string | number)[][] {
  if (claim.erased === undefined) return []
  const says = describeErased(claim.erased)
  const { statement, condition, scope, hedge, withdrawn, citations } = claim
  return [
    ...(statement === says ? [] : [['statement']]),
    ...(condition === undefined ? [] : [['condition']]),
    ...(scope?.note === undefined ? [] : [['scope', 'note']]),
    ...(hedge === undefined ? [] : [['hedge']]),
    ...(withdrawn === undefined || withdrawn.reason === says ? [] : [['withdrawn', 'reason']]),
    ...citations.flatMap((citation, i) =>
      Object.keys(citation)
        .filter((field) => !KEPT_OF_CITATION.has(field) && citation[field] !== undefined)
        .map((field) => ['citations', i, field]),
    ),
  ]
}
