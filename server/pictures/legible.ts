import type { CardWords } from '#views/card/card.ts'
import type { PictureFont } from './fonts.ts'

/** Which words can be drawn: no script that our fonts lack ever becomes a row of boxes. */

/** Stands for words that cannot be drawn, as for whatever a quotation leaves out. */
const LEFT_OUT = '[…]'

/** With more than this share of signs missing, what is left says nothing. */
const MOST_MISSING = 1 / 4

/** More cannot be seen on a picture; the rest may be a whole book. */
const MOST_LETTERS = 1500

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const IS_SILENT = /^[\s\p{Default_Ignorable_Code_Point}]*$/u

/** What was found before, for each list of fonts: a text is made of few different signs. */
const found = new WeakMap<readonly PictureFont[], Map<string, PictureFont | undefined>>()

/** The font that has everything one sign is made of; undefined where none does. */
export function findFont(
  sign: string,
  fonts: readonly PictureFont[],
  preferred?: PictureFont,
): PictureFont | undefined {
  if (preferred !== undefined && hasAll(preferred, sign)) return preferred
  const known = found.get(fonts) ?? new Map<string, PictureFont | undefined>()
  found.set(fonts, known)
  if (known.has(sign)) return known.get(sign)
  if (known.size >= MOST_KNOWN) known.clear()
  const font = fonts.find((each) => hasAll(each, sign))
  known.set(sign, font)
  return font
}

const MOST_KNOWN = 5000

/** What is silent needs no sign, but a space does. */
function hasAll(font: PictureFont, sign: string): boolean {
  for (const letter of sign)
    if (!font.has(letter.codePointAt(0) ?? 0) && (letter === ' ' || !IS_SILENT.test(letter)))
      return false
  return true
}

/**
 * Words as they can be drawn: in one line of text, without what turns the direction of what follows, and
 * with `[…]` for what no font of ours has (Chinese, Hebrew, pictographs).
 * @returns undefined where more than a quarter of their signs is missing, or nothing is left
 */
export function makeLegible(words: CardWords, fonts: readonly PictureFont[]): string | undefined {
  let visible = 0
  let missing = 0
  const kept = signsOf(clean(words.text.slice(0, MOST_LETTERS))).map(({ sign, isSilent }) => {
    if (isSilent) return sign
    visible++
    if (findFont(sign, fonts) !== undefined) return sign
    missing++
    return LEFT_OUT
  })
  if (visible === 0 || missing / visible > MOST_MISSING) return undefined
  return kept
    .join('')
    .replaceAll(/\[…\](?:\s*\[…\])+/g, LEFT_OUT)
    .replaceAll(/(?<=[\p{L}\p{N}])\[…\]/gu, ` ${LEFT_OUT}`)
    .replaceAll(/\[…\](?=[\p{L}\p{N}])/gu, `${LEFT_OUT} `)
}

/** The signs of a text, as people count them, and where they begin. */
export const signsOf = (text: string): { sign: string; at: number; isSilent: boolean }[] =>
  [...graphemes.segment(text)].map(({ segment, index }) => ({
    sign: segment,
    at: index,
    isSilent: IS_SILENT.test(segment),
  }))

/** In one line; without controls, and without marks that turn the direction of everything after them. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cs}\u202a-\u202e]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
