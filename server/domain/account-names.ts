/** Names by which people are known to each other: reviews are signed with them. Pure. */

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/**
 * What two names share when a reader would take them for one: case, accents, spacing, punctuation and
 * compatibility forms (NFKD) do not tell people apart.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()

/**
 * Does a word of the name mix letters of scripts that look alike, as in Latin with a Cyrillic "а"?
 * @see https://www.unicode.org/reports/tr39/#Mixed_Script_Detection
 */
export const isMixedScript = (name: string): boolean =>
  name
    .split(/\s+/)
    .some((word) => SCRIPTS.filter((script) => script.test(word.normalize('NFKD'))).length > 1)
