import type { CardWords } from '#views/card/card.ts'
import type { Fonts } from './fonts.ts'
import { makeLegible, signsOf } from './legible.ts'
import { type Prepared, type ShapedLine, type Style, prepare, shapeLine } from './shape.ts'

/** From words to lines that fit, measured as they are drawn. */

export interface Room {
  /** In pixels. */
  readonly width: number
  /** How many lines, at least 1. */
  readonly lines: number
}

/** Lines in one style, ready to be drawn. */
export interface Paragraph {
  readonly lines: readonly ShapedLine[]
  readonly style: Style
  readonly isRightToLeft: boolean
  /** Did not everything fit? */
  readonly isCut: boolean
}

/** A text ready to be broken at any size: shaped in ems, word by word. */
export interface Measured {
  readonly whole: Prepared
  readonly words: readonly Word[]
  /** The same words with another text, whose direction stays. */
  readonly again: (text: string) => Prepared
  /** The mark that has to stand at the end. */
  readonly close: string
}

/** From `start` to `end`, in ems; `next` is after the spaces that follow. */
interface Word extends Span {
  readonly next: number
  readonly width: number
  readonly space: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Words with the spaces after them; a dash or a stroke between letters ends a word too. */
const WORD = /\S*?(?:(?<=\p{L})[-–—/](?=\p{L})|\s+|$)/gu

/** @returns undefined where the words cannot be drawn, see makeLegible */
export function measure(
  words: CardWords,
  { family, weight = 400 }: Pick<Style, 'family' | 'weight'>,
  allFonts: Fonts,
): Measured | undefined {
  const fonts = allFonts[family][weight]
  const text = makeLegible(words, fonts)
  if (text === undefined) return undefined
  const [open, close] = words.marks ?? ['', '']
  const whole = prepare(open + text + close, words, fonts)
  const direction = whole.isRightToLeft ? 'rtl' : 'ltr'
  return {
    whole,
    words: [...whole.text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
      measureWord(whole, word, index),
    ),
    again: (other) => prepare(other, { ...words, direction }, fonts),
    close,
  }
}

function measureWord(whole: Prepared, word: string, start: number): Word[] {
  const [end, next] = [start + word.trimEnd().length, start + word.length]
  if (end === start) return []
  const width = shapeLine(whole, start, end).width
  const space = next > end ? shapeLine(whole, start, next).width - width : 0
  return [{ start, end, next, width, space }]
}

/**
 * Break words into lines between them, and inside of a word only where it is wider than a line. What does
 * not fit ends in an ellipsis.
 */
export function breakLines(text: Measured, style: Style, room: Room): Paragraph {
  const { whole, again, close } = text
  const { isRightToLeft } = whole
  const ems = room.width / style.size
  const spans = spansOf(text, ems)
  const last = spans[room.lines - 1]
  const isCut = last !== undefined && spans.length > room.lines
  const lines = (of: Prepared, from: readonly Span[]) =>
    from.map(({ start, end }) => shapeLine(of, start, end))
  if (!isCut) return { lines: lines(whole, spans), style, isRightToLeft, isCut }
  const line = endEarly(whole.text.slice(last.start, last.end), `…${close}`, (shorter) => {
    return widthOf(again(shorter), 0, shorter.length) <= ems
  })
  const cut = again(whole.text.slice(0, last.start) + line)
  const kept = [...spans.slice(0, room.lines - 1), { start: last.start, end: cut.text.length }]
  return { lines: lines(cut, kept), style, isRightToLeft, isCut }
}

/** Lines in order: each takes words as long as they fit. */
function spansOf({ whole, words }: Measured, ems: number): Span[] {
  const spans: Span[] = []
  let line: (Span & { width: number }) | undefined
  for (const word of words) {
    if (line !== undefined && line.width + word.width <= ems) {
      line = { ...line, end: word.end, width: line.width + word.width + word.space }
      continue
    }
    if (line !== undefined) spans.push(line)
    const pieces = word.width <= ems ? [word] : breakWord(whole, word, ems)
    spans.push(...pieces.slice(0, -1))
    const { start, end } = pieces.at(-1) ?? word
    line = { start, end, width: widthOf(whole, start, word.next) }
  }
  return line === undefined ? spans : [...spans, line]
}

const widthOf = (text: Prepared, start: number, end: number): number =>
  shapeLine(text, start, end).width

/** A word that is wider than a line, in pieces: each as many signs as fit, at least one. */
function breakWord(whole: Prepared, { start, end }: Span, ems: number): Span[] {
  const pieces: Span[] = []
  let from = start
  for (const { sign, at } of signsOf(whole.text.slice(start, end))) {
    const to = start + at + sign.length
    if (start + at === from || widthOf(whole, from, to) <= ems) continue
    pieces.push({ start: from, end: start + at })
    from = start + at
  }
  return [...pieces, { start: from, end }]
}

/** The last line that there is room for, with an ending: after a word, where one is near; the ending at least. */
function endEarly(line: string, ending: string, fits: (shorter: string) => boolean): string {
  const ends = signsOf(line).map(({ sign, at }) => at + sign.length)
  while (ends.length > 0 && !fits(line.slice(0, ends.at(-1)).trimEnd() + ending)) ends.pop()
  const cut = line.slice(0, ends.at(-1) ?? 0)
  const space = cut.length < line.length ? cut.lastIndexOf(' ') : -1
  const kept = space > cut.length / 2 ? cut.slice(0, space) : cut
  return kept.replace(/[\s,;:.–—-]+$/u, '') + ending
}
