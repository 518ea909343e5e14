/**
 * What a preview picture says, ready to be drawn (server/pictures): words, names and counts, no places
 * and no fonts. All of it is plain text; names inside sentences of ours are isolated (see isolate).
 */

/** Words in one language. */
export interface CardWords {
  readonly text: string
  /** BCP 47; English unless given. */
  readonly language?: string | undefined
  /** By the first letter that has one, unless given. */
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** Around what somebody said; they stay where it has to be cut. */
  readonly marks?: readonly [open: string, close: string] | undefined
}

/** What somebody said, and who and when. */
export interface CardStatement {
  /** In the words of its source, with marks; undefined where none are on record. */
  readonly quote: CardWords | undefined
  /** In words of ours: drawn where there is no quotation, or where its letters cannot be drawn. */
  readonly statement: CardWords
  /** Of the quotation, where it is not in English. */
  readonly translation?: CardWords | undefined
  /** "John Kerry, Secretary of State · 15 December 2015". */
  readonly by: CardWords
}

interface Anywhere {
  /** Above everything: the topic. */
  readonly over: CardWords
  /** The last line. */
  readonly foot: CardWords
}

/** A claim: the words first. */
export interface ClaimCard extends Anywhere, CardStatement {
  readonly shape: 'claim'
  readonly party: CardWords
  /** What it takes its stance on, in a sentence. */
  readonly sentence: CardWords
  /** What a reader has to know before anything else: that it was withdrawn. */
  readonly warning?: CardWords | undefined
}

/** Who holds one side of a contradiction, and the words that show it. */
export interface CardSide {
  readonly who: CardWords
  readonly held: CardWords
  /** Undefined where no claim stands behind the side any more. */
  readonly said: CardStatement | undefined
}

/** A contradiction: both sides beside each other, and their relation in words. */
export interface SidesCard extends Anywhere {
  readonly shape: 'sides'
  readonly title: CardWords
  readonly sides: readonly [CardSide, CardSide]
}

/** A topic or a comparison: a title and what it comes to, in counts. */
export interface CountsCard extends Anywhere {
  readonly shape: 'counts'
  readonly title: CardWords
  readonly summary?: CardWords | undefined
  readonly counts: readonly { readonly count: number; readonly of: string }[]
}

export type Card = ClaimCard | SidesCard | CountsCard
