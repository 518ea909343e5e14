/**
 * What changed between two texts, word by word, and what became of a passage. Pure, and bounded in
 * time: where two texts have little in common, whole stretches count as replaced.
 */
import { diffArrays } from 'diff'
import { countCodePoints } from './quotations.ts'

/** A stretch of text that stayed, went or came. What stayed reads as in the later text. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Where a passage's words are in the later text. */
export interface FollowedPassage extends Span {
  /** From 0 to 1: words in common, of the words before and after (the Dice coefficient). */
  readonly score: number
}

export interface TextChanges {
  /** In order; without those removed they are the later text. White space is not compared. */
  readonly parts: readonly TextPart[]
  /**
   * Follow a passage of the earlier text into the later one.
   * @param passage - in code points
   * @returns in code points; undefined where none of its words stayed
   */
  readonly follow: (passage: Span) => FollowedPassage | undefined
}

/** Words; where a script has no spaces between them, its characters. White space in one piece. */
const TOKENS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*|\s+|[\s\S]/gu

const PARAGRAPHS = /[^\n]*\n+|[^\n]+$/g

/** How white space stands does not matter: pages are laid out anew more often than written anew. */
const keyOf = (token: string): string => token.replaceAll(/\s+/g, ' ')

/** From one list to another: so many stayed, went, came. */
type Step = { readonly kind: TextPart['kind']; readonly count: number }

/**
 * Finding what differs takes as many steps as the square of how much does (Myers 1986). A comparison
 * may take so many in all; then what is left counts as replaced.
 */
class Budget {
  #steps = 2_000_000

  compare(before: readonly string[], after: readonly string[]): Step[] {
    const maxEditLength = Math.floor(Math.sqrt(this.#steps))
    const found = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength })
    const steps = found?.map(({ added, removed, count }): Step => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      count,
    })) ?? [
      { kind: 'removed', count: before.length },
      { kind: 'added', count: after.length },
    ]
    const edits = steps.reduce((sum, { kind, count }) => sum + (kind === 'same' ? 0 : count), 0)
    this.#steps -= Math.min(edits, maxEditLength) ** 2
    return steps
  }
}

/** A run of paragraphs that stayed, or what stood there before and after. */
interface Stretch {
  readonly isSame: boolean
  readonly before: string[]
  readonly after: string[]
}

function stretchesOf(before: string, after: string, budget: Budget): Stretch[] {
  const [old, now] = [before.match(PARAGRAPHS) ?? [], after.match(PARAGRAPHS) ?? []]
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  for (const { kind, count } of budget.compare(old, now)) {
    const isSame = kind === 'same'
    let last = stretches.at(-1)
    if (last === undefined || last.isSame !== isSame) {
      last = { isSame, before: [], after: [] }
      stretches.push(last)
    }
    if (kind !== 'added') last.before.push(...old.slice(i, (i += count)))
    if (kind !== 'removed') last.after.push(...now.slice(j, (j += count)))
  }
  return stretches
}

/** A word of the earlier text, and where it is in the later one. */
interface TracedWord extends Span {
  readonly became: Span | undefined
}

/** A word of the later text. */
interface NewWord extends Span {
  readonly hasCome: boolean
}

/** Compare two texts, paragraphs first, then the words of those that differ. */
export function compareTexts(before: string, after: string): TextChanges {
  const budget = new Budget()
  const parts: { kind: TextPart['kind']; text: string }[] = []
  const words: TracedWord[] = []
  const newWords: NewWord[] = []
  const add = (kind: TextPart['kind'], text: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') parts.push({ kind, text })
  }
  let [oldPlace, newPlace] = [0, 0]
  for (const stretch of stretchesOf(before, after, budget)) {
    for (const { kind, was, is } of pairsOf(stretch, budget)) {
      const old = { start: oldPlace, end: oldPlace + countCodePoints(was) }
      const now = { start: newPlace, end: newPlace + countCodePoints(is) }
      if (isWord(was)) words.push({ ...old, became: is === '' ? undefined : now })
      if (isWord(is)) newWords.push({ ...now, hasCome: kind === 'added' })
      add(kind, kind === 'removed' ? was : is)
      oldPlace = old.end
      newPlace = now.end
    }
  }
  return { parts: withoutSpacing(parts), follow: (place) => follow(place, words, newWords) }
}

/** White space alone neither goes nor comes. */
function withoutSpacing(parts: readonly TextPart[]): TextPart[] {
  const kept: { kind: TextPart['kind']; text: string }[] = []
  for (const { kind, text } of parts) {
    const isSpacing = !/\S/.test(text)
    if (isSpacing && kind === 'removed') continue
    const shown = isSpacing ? 'same' : kind
    const last = kept.at(-1)
    if (last?.kind === shown) last.text += text
    else kept.push({ kind: shown, text })
  }
  return kept
}

/** The tokens of a stretch, each with what it became; '' where there is none. */
function* pairsOf(
  { isSame, before, after }: Stretch,
  budget: Budget,
): Generator<{ kind: TextPart['kind']; was: string; is: string }> {
  const old = before.join('').match(TOKENS) ?? []
  const now = after.join('').match(TOKENS) ?? []
  const isUnchanged = isSame && old.length === now.length
  const way = isUnchanged
    ? [{ kind: 'same', count: old.length } as const]
    : budget.compare(old, now)
  let [i, j] = [0, 0]
  for (const { kind, count } of way) {
    for (let n = 0; n < count; n++) {
      const was = kind === 'added' ? '' : (old[i++] ?? '')
      const is = kind === 'removed' ? '' : (now[j++] ?? '')
      yield { kind, was, is }
    }
  }
}

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

function follow(
  passage: Span,
  words: readonly TracedWord[],
  newWords: readonly NewWord[],
): FollowedPassage | undefined {
  const own = words.filter(({ start, end }) => start < passage.end && end > passage.start)
  const stayed = own.filter(({ became }) => became !== undefined)
  const [first, last] = [stayed[0], stayed.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const from = newWords.findIndex(({ start }) => start === first.became?.start)
  const to = newWords.findIndex(({ start }) => start === last.became?.start)
  const before = cameAt(newWords, from, -1, own.indexOf(first))
  const after = cameAt(newWords, to, 1, own.length - 1 - own.indexOf(last))
  const now = newWords.slice(from - before, to + after + 1)
  const [start = 0, end = 0] = [now[0]?.start, now.at(-1)?.end]
  return { start, end, score: (2 * stayed.length) / (own.length + now.length) }
}

/** How many words came directly beside one, at most as many as went at that end of the passage. */
function cameAt(words: readonly NewWord[], at: number, step: 1 | -1, most: number): number {
  let count = 0
  while (count < most && words[at + step * (count + 1)]?.hasCome === true) count++
  return count
}

/** The space between two changed words is changed with them: one stroke, not two. */
export function joinChanges(parts: readonly TextPart[]): TextPart[] {
  const all: TextPart[] = []
  for (const [i, part] of parts.entries()) {
    const last = all.at(-1)
    const isBetween =
      part.kind === 'same' && !/\S/.test(part.text) && last?.kind === parts[i + 1]?.kind
    const kind = isBetween && last !== undefined ? last.kind : part.kind
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + part.text }
    else all.push({ kind, text: part.text })
  }
  return all
}
