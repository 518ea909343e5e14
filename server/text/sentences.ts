import { tokenise, type Token } from './tokens.ts'

/** A run of tokens, by index; `to` is exclusive. */
export interface Run {
  readonly from: number
  readonly to: number
}

export interface Sentence extends Run {
  /** Which paragraph it stands in, from 0; a blank line or a line break ends one. */
  readonly paragraph: number
}

/** Tokens after which a sentence is cut, so that a text without full stops costs no more than others. */
const longest = 250

const final = /^(?:[.?!…。！？؟।]|\.{2,})$/u
const closing = /^(?:["”’»›)\]}]|'')$/u
const abbreviation = /^(?:\p{L}\.)+$|^\p{L}\p{L}+\.$/u
const lower = /^\p{Ll}/u
const upperWord = /^\p{Lu}\p{Ll}/u
/** After an abbreviation these, written large, begin a sentence; a name would not. */
const starters =
  /^(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|That|This|These|Those|His|Her|Their|If|When|As|For|After|Also|However|While)$/

/**
 * The sentences of a text as runs of its tokens, which they cover without gaps.
 *
 * A sentence ends after `.`, `?`, `!` or dots, with the closing marks that follow, unless the next word
 * is written small; an initial or abbreviation ends one only before a word that begins sentences. A
 * blank line always ends one, and so does a line break, unless the next line goes on with a small letter.
 */
export function splitSentences(
  text: string,
  tokens: readonly Token[] = tokenise(text),
): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let paragraph = 0
  for (let next = 1; next <= tokens.length; next += 1) {
    const gap = text.slice(tokens[next - 1]?.end, tokens[next]?.start)
    const isLine = next === tokens.length || breaksLine(gap, tokens[next]?.text ?? '')
    if (!isLine && next - from < longest && !endsSentence(tokens, from, next)) continue
    sentences.push({ from, to: next, paragraph })
    from = next
    if (isLine) paragraph += 1
  }
  return sentences
}

function breaksLine(gap: string, next: string): boolean {
  const lines = gap.match(/\r\n|[\n\r\u2028\u2029]/gu)?.length ?? 0
  return lines > 1 || (lines === 1 && !lower.test(next))
}

/** Whether a sentence that began at `from` ends before the token `next`, on one line. */
function endsSentence(tokens: readonly Token[], from: number, next: number): boolean {
  const following = tokens[next]?.text ?? ''
  if (closing.test(following) && tokens[next]?.start === tokens[next - 1]?.end) return false
  let last = next - 1
  while (last > Math.max(from, next - 5) && closing.test(tokens[last]?.text ?? '')) last -= 1
  const end = tokens[last]?.text ?? ''
  if (final.test(end)) return !lower.test(following) && !final.test(following)
  if (!abbreviation.test(end)) return false
  if (last < next - 1) return upperWord.test(following)
  return starters.test(following) && !/^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.$/.test(end)
}
