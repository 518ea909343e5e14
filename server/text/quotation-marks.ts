import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

const double = /^(?:["“”„‟«»]|''|``)$/u
const single = /^['‘’‚‛‹›]$/u

/**
 * Which tokens stand inside quotation marks.
 * @returns for each token the number of the quotation it belongs to, its marks included, from 0 in the
 * order of the text; -1 outside. Inner quotations belong to the outer one. A mark that stays open at the
 * end of its paragraph runs to that end.
 */
export function numberQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Int32Array {
  const numbers = new Int32Array(tokens.length).fill(-1)
  let paragraph = -1
  let count = 0
  let open: 'double' | 'single' | undefined
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) open = undefined
    ;({ paragraph } = sentence)
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const kind = markKind(tokens[at]?.text ?? '')
      if (open === undefined && kind !== undefined && opens(text, tokens[at])) {
        open = kind
        count += 1
        numbers[at] = count - 1
        continue
      }
      if (open !== undefined) numbers[at] = count - 1
      if (open !== undefined && kind === open && closes(text, tokens[at])) open = undefined
    }
  }
  return numbers
}

function markKind(mark: string): 'double' | 'single' | undefined {
  if (double.test(mark)) return 'double'
  return single.test(mark) ? 'single' : undefined
}

/** Marks are read by the space around them: direction is often typed wrong, and `"` has none. */
function opens(text: string, token: Token | undefined): boolean {
  if (token === undefined) return false
  const before = text.charAt(token.start - 1)
  const after = text.charAt(token.end)
  return /^[\s([{—–\-:"“‘'«]?$/u.test(before) && /\S/u.test(after)
}

function closes(text: string, token: Token | undefined): boolean {
  if (token === undefined) return false
  const isAfterWord = /\S/u.test(text.charAt(token.start - 1))
  // What opens in English closes in German.
  if (/^[“‘„«`]/u.test(token.text))
    return isAfterWord && !/[\p{L}\p{N}]/u.test(text.charAt(token.end))
  return isAfterWord || !/\S/u.test(text.charAt(token.end))
}
