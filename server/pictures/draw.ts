import type { Paragraph } from './lines.ts'

/** Lines, boxes and rules as SVG. Words never reach it: every letter is an outline. */

export const WIDTH = 1200
export const HEIGHT = 630

/** The light colours of our pages, by the names they have in views/assets/css/tokens.css. */
export const INK = {
  page: '#faf8f4',
  card: '#ffffff',
  ink: '#1b1e24',
  muted: '#52575f',
  line: '#dbd9d3',
  accent: '#3b42a0',
  danger: '#a9170a',
} as const

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
}

const LINE_HEIGHT = { sans: 1.35, serif: 1.32 }

export const lineHeightOf = ({ style }: Pick<Paragraph, 'style'>): number =>
  Math.round(style.size * LINE_HEIGHT[style.family])

export const heightOf = (paragraph: Paragraph): number =>
  paragraph.lines.length * lineHeightOf(paragraph)

const round = (n: number): number => Math.round(n * 100) / 100

/** A paragraph from its top; from the right edge where it is read from there. */
export function drawParagraph(paragraph: Paragraph, { left, top, width }: Box): string {
  const { lines, style, isRightToLeft } = paragraph
  const step = lineHeightOf(paragraph)
  return lines
    .map((line, i) => {
      const x = left + (isRightToLeft ? width - line.width * style.size : 0)
      const foot = top + i * step + (step - style.size) / 2 + style.size * 0.8
      const glyphs = line.glyphs.map((glyph) => {
        const scale = style.size / glyph.font.unitsPerEm
        const [gx, gy] = [round(x + glyph.x * style.size), round(foot - glyph.y * style.size)]
        const outline = glyph.font.outline(glyph.id)
        return outline === ''
          ? ''
          : `<path transform="matrix(${scale} 0 0 ${-scale} ${gx} ${gy})" d="${outline}"/>`
      })
      return `<g fill="${style.ink}">${glyphs.join('')}</g>`
    })
    .join('')
}

export const drawRule = ({ left, top, width }: Box): string =>
  `<rect x="${left}" y="${top}" width="${width}" height="2" fill="${INK.line}"/>`

/** What stands together, on white. */
export const drawBox = ({ left, top, width, height }: Box & { readonly height: number }): string =>
  `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="10" fill="${INK.card}" stroke="${INK.line}" stroke-width="2"/>`

/** The sign of this site, as in views/assets/icon.svg. */
export const drawSign = (left: number, top: number, size: number): string =>
  `<g transform="translate(${left} ${top}) scale(${size / 32})"><rect width="32" height="32" rx="6" fill="${INK.accent}"/>` +
  '<path d="M8 12.5h16M8 19.5h16M19.5 7l-7 18" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></g>'

/** The whole picture, around what is on it. */
export const drawSheet = (parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
  `<rect width="${WIDTH}" height="${HEIGHT}" fill="${INK.page}"/>${parts.join('')}</svg>`
