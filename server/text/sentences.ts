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
const closing = /^(?:["”’»›)\]}」』】）》]|'')$/u
const abbreviation = /^(?:\p{L}\.)+$|^\p{L}\p{L}+\.$/u
const lower = /^\p{Ll}/u
const upperWord = /^\p{Lu}\p{Ll}/u
/**
 * What a full stop shortens in other languages: Russian street, town, name of, and so on, and titles of
 * one letter, as in Arabic. "г." after a number is a year, and may end a sentence.
 */
const shortened =
  /^(?:гг?|ул|пр|просп|пл|обл|им|св|проф|акад|ген|гор|пос|дер|стр|рис|см|ср|напр|тов|гр|[бвджзклмнопрстуфхцчшщ]|\p{sc=Arab}|\p{sc=Hebr})$/u
const number = /^\p{N}/u
const dash = /^[-‐‑–—]+$/u
/** What ends a Chinese or Japanese clause that says who has just spoken. */
const saying = /^.{1,10}(?:说|說|道|表示|称|稱|问|問|答|指出|强调|強調|と述べた|と語った)$/u
/** After an abbreviation these, written large, begin a sentence; a name would not. */
const starters =
  /^(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|That|This|These|Those|His|Her|Their|If|When|As|For|After|Also|However|While)$/

/**
 * The sentences of a text as runs of its tokens, which they cover without gaps.
 *
 * A sentence ends after `.`, `?`, `!` or dots, with the closing marks that follow, unless the next word
 * is written small; an initial or abbreviation ends one only before a word that begins sentences. A
 * blank line always ends one, and so does a line break, unless the next line goes on with a small letter
 * or quotation marks are open.
 */
export function splitSentences(
  text: string,
  tokens: readonly Token[] = tokenise(text),
): Sentence[] {
  const sentences: Sentence[] = []
  const openMarks = new OpenMarks()
  let from = 0
  let paragraph = 0
  for (let next = 1; next <= tokens.length; next += 1) {
    const gap = text.slice(tokens[next - 1]?.end, tokens[next]?.start)
    const isQuoting = openMarks.follow(tokens[next - 1]?.text ?? '')
    const isLine =
      next === tokens.length || breaksLine(gap, tokens[next]?.text ?? '', { isQuoting })
    if (isLine) openMarks.reset()
    if (!isLine && next - from < longest && !endsSentence(tokens, from, next)) continue
    sentences.push({ from, to: next, paragraph })
    from = next
    if (isLine) paragraph += 1
  }
  return sentences
}

function breaksLine(gap: string, next: string, { isQuoting }: { isQuoting: boolean }): boolean {
  const lines = gap.match(/\r\n|[\n\r\u2028\u2029]/gu)?.length ?? 0
  return lines > 1 || (lines === 1 && !lower.test(next) && !isQuoting)
}

/** Are quotation marks open that tell which way they turn? Forgotten after as many words as one says. */
class OpenMarks {
  #left = 0

  follow(token: string): boolean {
    if (/^[“«「『„]$/u.test(token)) this.#left = this.#left > 0 && token === '“' ? 0 : 60
    else if (/^[”»」』]$/u.test(token)) this.#left = 0
    else if (this.#left > 0) this.#left -= 1
    return this.#left > 0
  }

  reset(): void {
    this.#left = 0
  }
}

/** Whether a sentence that began at `from` ends before the token `next`, on one line. */
function endsSentence(tokens: readonly Token[], from: number, next: number): boolean {
  const following = tokens[next]?.text ?? ''
  if (closes(tokens, from, next) && tokens[next]?.start === tokens[next - 1]?.end) return false
  let last = next - 1
  while (last > Math.max(from, next - 5) && closes(tokens, from, last)) last -= 1
  const end = tokens[last]?.text ?? ''
  if (end === '.' && last === next - 1 && isShortened(tokens, last)) return false
  if (final.test(end)) {
    if (lower.test(following) || final.test(following)) return false
    if (dash.test(following) && lower.test(tokens[next + 1]?.text ?? '')) return false
    return !(last < next - 1 && saying.test(following))
  }
  if (!abbreviation.test(end)) return false
  if (last < next - 1) return upperWord.test(following)
  return starters.test(following) && !/^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.$/.test(end)
}

/** Does the full stop at `last` belong to the word before it? */
function isShortened(tokens: readonly Token[], last: number): boolean {
  const [stop, word, before] = [tokens[last], tokens[last - 1], tokens[last - 2]]
  if (stop === undefined || word === undefined || word.end !== stop.start) return false
  return shortened.test(word.text) && !(before !== undefined && number.test(before.text))
}

/** Does the token close what was opened? In German “ closes, where „ stands before it. */
function closes(tokens: readonly Token[], from: number, at: number): boolean {
  const { text = '' } = tokens[at] ?? {}
  if (text !== '“') return closing.test(text)
  for (let before = at - 1; before >= from; before -= 1) {
    if (tokens[before]?.text === '„') return true
    if (tokens[before]?.text === '“') return false
  }
  return false
}
