import { diffArrays } from 'diff'
import { type TextPart, joinChanges } from './text-changes.ts'

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
 * Two statements word by word: what both say (`same`), and what only `a` (`removed`) or `b` (`added`) does.
 *
 * Words are told apart by Unicode rules (UAX 29), so that it works in scripts without spaces; capitals do
 * not tell words apart.
 * @returns undefined where they share fewer than a third of the shorter one's words: then marking the
 *   rest would mark all of it, and say nothing
 */
export function compareWording(
  a: string,
  b: string,
): { readonly a: readonly TextPart[]; readonly b: readonly TextPart[] } | undefined {
  if (a.length > MOST || b.length > MOST) return undefined
  const [left, right] = [tokensOf(a), tokensOf(b)]
  const own = { a: [] as TextPart[], b: [] as TextPart[] }
  let shared = 0
  let [atLeft, atRight] = [0, 0]
  for (const { added, removed, count } of diffArrays(left, right, { comparator: isSame })) {
    if (!added) add(own.a, left.slice(atLeft, (atLeft += count)), removed ? 'removed' : 'same')
    if (!added && !removed) shared += countWords(left.slice(atLeft - count, atLeft))
    if (!removed) add(own.b, right.slice(atRight, (atRight += count)), added ? 'added' : 'same')
  }
  const least = Math.min(countWords(left), countWords(right))
  if (shared === 0 || shared * 3 < least) return undefined
  return { a: joinChanges(own.a), b: joinChanges(own.b) }
}

/** White space and punctuation alone are nobody's own words. */
function add(parts: TextPart[], tokens: readonly Token[], kind: TextPart['kind']): void {
  const text = tokens.map((token) => token.text).join('')
  parts.push({ text, kind: countWords(tokens) > 0 ? kind : 'same' })
}
