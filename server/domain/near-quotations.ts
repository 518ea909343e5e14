/** Words that are not quite in a text, and what is there instead. Pure. */
import search from 'approx-string-match'
import { type Quotation, type SearchableText, fold, quotationAt } from './quotations.ts'

export interface NearQuotation extends Quotation {
  /** From 0 to 1: letters that need no change, of those of the quotation. */
  readonly likeness: number
}

/** A longer quotation or text is not searched: finding what is near takes long, and blocks. */
const MOST_QUOTED = 1000
const MOST_SEARCHED = 400_000

/** Up to so many of the letters may be others. */
const MOST_CHANGED = 0.3

/**
 * The place in a text that is most like a quotation, in whole words. Never taken for the quotation by
 * itself: a person decides.
 * @returns undefined where nothing is near, or the search would take too long
 */
export function findNearQuotation(
  searchable: SearchableText,
  quote: string,
): NearQuotation | undefined {
  const { folded } = searchable
  const core = fold(quote.trim())
  if (core === '' || core.length > MOST_QUOTED || folded.length > MOST_SEARCHED) return undefined
  const [best] = search(folded, core, Math.floor(core.length * MOST_CHANGED)).sort(
    (a, b) => a.errors - b.errors || b.end - b.start - (a.end - a.start),
  )
  if (best === undefined) return undefined
  const start = wordStart(folded, best.start)
  const end = wordEnd(folded, best.end)
  const found = quotationAt(searchable, start, end - start)
  return { ...found, likeness: 1 - best.errors / core.length }
}

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Scripts without spaces have words as long as sentences; there the place is taken as it is. */
const LONGEST_WORD = 30

function wordStart(text: string, from: number): number {
  let start = from
  if (!LETTER.test(text.charAt(from))) return text.charAt(from) === ' ' ? from + 1 : from
  while (start > 0 && LETTER.test(text.charAt(start - 1))) start--
  return from - start > LONGEST_WORD ? from : start
}

function wordEnd(text: string, to: number): number {
  let end = to
  if (!LETTER.test(text.charAt(to - 1))) return text.charAt(to - 1) === ' ' ? to - 1 : to
  while (end < text.length && LETTER.test(text.charAt(end))) end++
  return end - to > LONGEST_WORD ? to : end
}
