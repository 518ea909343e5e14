import { diffArrays } from 'diff'

/** A piece of a statement, and whether only this statement has it. */
export interface WordingPart {
  readonly text: string
  readonly isOwn: boolean
}

const words = new Intl.Segmenter('und', { granularity: 'word' })

/** Statements are one sentence; what is longer is no statement to compare word by word. */
const MOST = 2000

interface Token {
  readonly text: string
  readonly isWord: boolean
}

const tokensOf = (text: string): Token[] =>
  [...words.segment(text)].map(({ segment, isWordLike }) => ({
    text: segment,
    isWord: isWordLike === true,
  }))

const isSame = (a: Token, b: Token): boolean => a.text.toLowerCase() === b.text.toLowerCase()

const countWords = (tokens: readonly Token[]): number => tokens.filter((t) => t.isWord).length

/**
 * Two statements word by word: what both say, and what only one of them does.
 *
 * Words are told apart by Unicode rules (UAX 29), so that it works in scripts without spaces; capitals do
 * not tell words apart.
 * @returns undefined where they share fewer than a third of the shorter one's words: then marking the
 *   rest would mark all of it, and say nothing
 */
export function compareWording(
  a: string,
  b: string,
): { readonly a: readonly WordingPart[]; readonly b: readonly WordingPart[] } | undefined {
  if (a.length > MOST || b.length > MOST) return undefined
  const [left, right] = [tokensOf(a), tokensOf(b)]
  const own = { a: [] as WordingPart[], b: [] as WordingPart[] }
  let shared = 0
  let [atLeft, atRight] = [0, 0]
  for (const { added, removed, count } of diffArrays(left, right, { comparator: isSame })) {
    if (!added) add(own.a, left.slice(atLeft, (atLeft += count)), removed)
    if (!added && !removed) shared += countWords(left.slice(atLeft - count, atLeft))
    if (!removed) add(own.b, right.slice(atRight, (atRight += count)), added)
  }
  const least = Math.min(countWords(left), countWords(right))
  if (shared === 0 || shared * 3 < least) return undefined
  return { a: joined(own.a), b: joined(own.b) }
}

/** White space and punctuation alone are nobody's own words. */
function add(parts: WordingPart[], tokens: readonly Token[], isOwn: boolean): void {
  const text = tokens.map((token) => token.text).join('')
  parts.push({ text, isOwn: isOwn && countWords(tokens) > 0 })
}

/** Own words with nothing but white space between them are one piece. */
function joined(parts: readonly WordingPart[]): WordingPart[] {
  const pieces: WordingPart[] = []
  for (const [i, part] of parts.entries()) {
    const last = pieces.at(-1)
    const isGap = part.text.trim() === '' && parts[i + 1]?.isOwn === true
    if (last?.isOwn === true && (part.isOwn || isGap))
      pieces.splice(-1, 1, { text: last.text + part.text, isOwn: true })
    else pieces.push(part)
  }
  return pieces
}
