/**
 * Words as they are compared: composed, without accents, in lower case, Arabic letters of one sound
 * alike. The function `plain_text` of the database decides what is found; this says the same of single
 * words closely enough to mark them, and to see which name of somebody was typed. Pure.
 */

/** Letters that lose more than an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ی: 'ي',
  ک: 'ك',
}
/** Arabic vowel signs and the tatweel, soft hyphens, joiners, accents. */
const isDropped = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x0300 && code <= 0x036f) return true
  if (code >= 0x064b && code <= 0x0652) return true
  return [0x00ad, 0x0640, 0x0670, 0x200c, 0x200d].includes(code)
}
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}]\p{M}*/gu
const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** One word, or a text, as it is compared. */
export function plainText(text: string): string {
  const composed = text.normalize('NFKC')
  const apart = composed.replace(ACCENTED, (letter) => letter.normalize('NFD')).toLowerCase()
  return Array.from(apart, (letter) => (isDropped(letter) ? '' : (LETTERS[letter] ?? letter))).join(
    '',
  )
}

/** A word of a text: where it stands, in UTF-16 code units, and how it is compared. */
export interface PlainWord {
  readonly start: number
  readonly end: number
  readonly plain: string
}

/** The words of a text, in order. Everything that is neither letter, digit nor mark ends a word. */
export const plainWords = (text: string): PlainWord[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    plain: plainText(word),
  }))
