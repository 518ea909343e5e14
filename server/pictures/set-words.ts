import type { CardWords } from '#views/card/card.ts'
import { type Box, drawParagraph, heightOf, lineHeightOf } from './draw.ts'
import type { Fonts } from './fonts.ts'
import { type Paragraph, breakLines, measure } from './lines.ts'
import type { Style } from './shape.ts'

/** Words on a card: in what size, and under each other. */

export type Look = Omit<Style, 'size'>

/** How much room there is, in pixels. */
export interface Fit {
  /** Largest first: the first in which everything fits is taken, else the last, and the words are cut. */
  readonly sizes: readonly [number, ...number[]]
  readonly width: number
  /** How many lines, at most; as many as the height has room for unless given. */
  readonly lines?: number
  readonly height?: number
}

/** @returns undefined where there are no words, or none that can be drawn */
export type SetWords = (words: CardWords | undefined, look: Look, fit: Fit) => Paragraph | undefined

/** Sets words with these fonts. */
export const setWordsWith =
  (fonts: Fonts): SetWords =>
  (words, look, fit) => {
    const text = words && measure(words, look, fonts)
    if (text === undefined) return undefined
    let set: Paragraph | undefined
    for (const size of fit.sizes) {
      const style = { ...look, size }
      set = breakLines(text, style, { width: fit.width, lines: linesIn(fit, style) })
      if (!set.isCut) break
    }
    return set
  }

const linesIn = ({ lines = Infinity, height = Infinity }: Fit, style: Style): number =>
  Math.min(lines, Math.max(1, Math.floor(height / lineHeightOf({ style }))))

/** Draw a paragraph, where there is one. */
export const put = (paragraph: Paragraph | undefined, box: Box): string[] =>
  paragraph === undefined ? [] : [drawParagraph(paragraph, box)]

/** Paragraphs under each other, as far as there are any. @returns what to draw, and how high it is */
export function stack(
  paragraphs: readonly (Paragraph | undefined)[],
  box: Box,
  gap: number,
): { readonly drawn: string[]; readonly height: number } {
  const drawn: string[] = []
  let top = box.top
  for (const paragraph of paragraphs) {
    if (paragraph === undefined) continue
    drawn.push(drawParagraph(paragraph, { ...box, top }))
    top += heightOf(paragraph) + gap
  }
  return { drawn, height: Math.max(0, top - gap - box.top) }
}
