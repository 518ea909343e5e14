/** Where what was searched for stands in a text, and as much of the text as a list has room for. Pure. */
import { type PlainWord, plainWords } from './plain-words.ts'
import type { Wanted } from './search-terms.ts'

/** A piece of a text; pieces joined are the text, or an excerpt of it. */
export interface MarkedPiece {
  readonly text: string
  readonly isMarked: boolean
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Mark every place where one of these stands. @returns pieces in order, none empty; joined, the text */
export function markWanted(text: string, wanted: readonly Wanted[]): MarkedPiece[] {
  return cutAt(text, { start: 0, end: text.length }, findStretches(text, wanted))
}

/** How many different things that are wanted stand in a text. */
export function countWanted(text: string, wanted: readonly Wanted[]): number {
  const words = plainWords(text)
  return wanted.filter((one) => findOne(words, one).length > 0).length
}

/**
 * The stretch of a long text around the first place that is wanted, marked; the whole of a short one.
 * It begins and ends between words; “…” stands where text was left out.
 * @param longest - in UTF-16 code units, about
 */
export function excerptWanted(
  text: string,
  wanted: readonly Wanted[],
  longest: number,
): MarkedPiece[] {
  const stretches = findStretches(text, wanted)
  if (text.length <= longest) return cutAt(text, { start: 0, end: text.length }, stretches)
  const first = stretches[0]?.start ?? 0
  const start = first < longest / 2 ? 0 : wordEnd(text, first - Math.floor(longest / 3))
  const end = start + longest >= text.length ? text.length : wordEnd(text, start + longest)
  const pieces = cutAt(text, { start, end }, stretches)
  const gap = (isGap: boolean) => (isGap ? [{ text: '…', isMarked: false }] : [])
  return [...gap(start > 0), ...pieces, ...gap(end < text.length)]
}

/** The next white space from here, not far; else here, but never inside a pair of surrogates. */
function wordEnd(text: string, at: number): number {
  const near = text.slice(at, at + 40).search(/\s/u)
  if (near >= 0) return at + near
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at
}

function findStretches(text: string, wanted: readonly Wanted[]): Stretch[] {
  const words = plainWords(text)
  const found = wanted.flatMap((one) => findOne(words, one)).sort((a, b) => a.start - b.start)
  const joined: Stretch[] = []
  for (const stretch of found) {
    const last = joined.at(-1)
    if (last === undefined || stretch.start >= last.end) joined.push(stretch)
    else joined[joined.length - 1] = { ...last, end: Math.max(last.end, stretch.end) }
  }
  return joined
}

function findOne(words: readonly PlainWord[], { text, isBegun }: Wanted): Stretch[] {
  const sought = plainWords(text).map(({ plain }) => plain)
  if (sought.length === 0) return []
  const last = sought.length - 1
  return words.flatMap((first, at) => {
    const isHere = sought.every((word, n) => {
      const plain = words[at + n]?.plain
      return plain === word || (isBegun && n === last && plain?.startsWith(word) === true)
    })
    return isHere ? [{ start: first.start, end: words[at + last]?.end ?? first.end }] : []
  })
}

function cutAt(
  text: string,
  { start, end }: Stretch,
  stretches: readonly Stretch[],
): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = start
  const add = (to: number, isMarked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMarked })
    at = Math.max(at, to)
  }
  for (const stretch of stretches) {
    if (stretch.end <= start || stretch.start >= end) continue
    add(Math.max(stretch.start, start), false)
    add(Math.min(stretch.end, end), true)
  }
  add(end, false)
  return pieces
}
