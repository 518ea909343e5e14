/** What became of the quotations of a source when its text is captured again. Pure. */
import { contextAround, findQuotation, prepareText } from './quotations.ts'
import type { TextChanges } from './text-changes.ts'

/** A quotation and where it stands in the text so far. */
export interface PlacedQuotation {
  readonly quote: string
  /** In code points; null where it is not in that text. */
  readonly start: number | null
  readonly end: number | null
}

export type Fate =
  /** The words are there as they were. */
  | { readonly is: 'kept' }
  /** Something like it stands in its place. @property likeness - from 0 to 1, words in common */
  | { readonly is: 'edited'; readonly now: string; readonly likeness: number }
  /** Nothing like it is there. */
  | { readonly is: 'gone' }

/** Below this less than half of the words are the same: another sentence, not an edited one. */
const LIKE = 0.5

/**
 * @param changes - from the text that the places are in to `after`
 * @returns one for each quotation, in their order
 */
export function fatesOf(
  quotations: readonly PlacedQuotation[],
  after: string,
  changes: Pick<TextChanges, 'follow'>,
): Fate[] {
  const searchable = prepareText(after)
  return quotations.map(({ quote, start, end }): Fate => {
    if (findQuotation(searchable, { quote }) !== undefined) return { is: 'kept' }
    const place = start === null || end === null ? undefined : changes.follow({ start, end })
    if (place === undefined || place.score < LIKE) return { is: 'gone' }
    const { exact: now } = contextAround(after, place, 0)
    return { is: 'edited', now, likeness: place.score }
  })
}
