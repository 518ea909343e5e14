import { franc } from 'franc-min'

/** Shorter texts are guessed wrong too often (tried: short Russian is called Ukrainian). */
const LEAST_CHARACTERS = 200

/** Languages that short Russian is taken for. */
const CYRILLIC = new Set(['rus', 'ukr', 'bul', 'srp', 'mkd', 'bel', 'bos'])

/** Ukrainian, Bulgarian, Serbian and Macedonian have no ы and no э; Belarusian has, and і and ў too. */
const isRussian = (text: string): boolean => /[ыэ]/iu.test(text) && !/[іїєґўђјљњћџѓќѕ]/iu.test(text)

/**
 * The language of a text as a BCP 47 tag, from its letter trigrams; undefined where there is too little
 * text to tell.
 */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 20_000)
  if (sample.length < LEAST_CHARACTERS) return undefined
  const first = franc(sample)
  if (first === 'und') return undefined
  if (CYRILLIC.has(first) && isRussian(sample)) return 'ru'
  // Three letters to the tag in use: eng to en, cmn to zh, arb to ar.
  return Intl.getCanonicalLocales(first)[0]
}
