/** A word, number, abbreviation or mark, with its place in the text. */
export interface Token {
  readonly text: string
  /** In UTF-16 units, as `String.slice` counts. */
  readonly start: number
  readonly end: number
}

/**
 * In this order: abbreviations with inner full stops (`U.S.`) and initials before a name; titles and other
 * short forms that keep their full stop; numbers; words, with inner hyphens and apostrophes; dots in a
 * row, dashes and doubled quotation marks; any other visible character.
 */
const pattern = new RegExp(
  [
    String.raw`(?:\p{L}\.){2,}|(?<![\p{L}\p{N}])(?!I)\p{Lu}\.(?=\s+\p{Lu})`,
    String.raw`(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|Jr|Sr|St|vs|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?!\p{L})|No\.(?=\s?\p{N})`,
    String.raw`\p{N}+(?:[.,:/]\p{N}+)*(?:st|nd|rd|th|s)?`,
    String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[-‐‑&.@][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*|['’][\p{L}][\p{L}\p{M}]*)*`,
    String.raw`\.{2,}|-{2,}|''|` + '``',
    String.raw`\S`,
  ].join('|'),
  'gu',
)

/** What English writes onto the end of a word and is a word of its own: possessives and short verbs. */
const clitic = /(?:n['’]t|['’](?:s|m|d|ll|re|ve))$/i

/** The tokens of a text in order; white space belongs to none. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const cut = found.length > 2 ? found.search(clitic) : -1
    const at = index + (cut > 0 ? cut : found.length)
    tokens.push({ text: text.slice(index, at), start: index, end: at })
    if (cut > 0)
      tokens.push({
        text: found.slice(cut),
        start: at,
        end: index + found.length,
      })
  }
  return tokens
}
