import { isDay } from '../domain/dates.ts'
import { type ReadDocument, tidy } from './document.ts'

/** Plain text: which encoding it is in, and what its first lines say of it. */

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Bytes as text: by their byte order mark, else as `declared`, else as UTF-8, else as Windows-1252, in
 * which every byte means something.
 * @param declared - an encoding that the document names
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0]
  for (const encoding of [marked, declared, 'utf-8']) {
    if (encoding === undefined) continue
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this encoding, or none that is known.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const DATES: readonly RegExp[] = [
  /\b(?<year>[12]\d{3})-(?<number>\d\d)-(?<day>\d\d)/u,
  /\b(?<day>\d{1,2})\.? (?<month>[A-Z][a-z]{2})[a-z]*\.?,? (?<year>[12]\d{3})\b/u,
  /\b(?<month>[A-Z][a-z]{2})[a-z]*\.? (?<day>\d{1,2}),? (?<year>[12]\d{3})\b/u,
]

/** The first whole day that a text names, in figures or in English; undefined when it names none. */
export function findDay(text: string): string | undefined {
  const found = DATES.flatMap((pattern) => {
    const match = pattern.exec(text)
    const { year, number, month = '', day = '' } = match?.groups ?? {}
    const inYear = number ?? String(MONTHS.indexOf(month) + 1).padStart(2, '0')
    const written = `${year}-${inYear}-${day.padStart(2, '0')}`
    return match !== null && isDay(written) ? [{ index: match.index, written }] : []
  })
  return found.sort((a, b) => a.index - b.index)[0]?.written
}

/** Lines at the top in which a text says what it is. */
const HEAD_LINES = 12
const LONGEST_TITLE = 200

/** A text without markup; its first short line is taken for its title, a line "By …" for its author. */
export function readPlain(given: string): ReadDocument {
  const text = tidy(given)
  const lines = text.split('\n').filter((line) => line !== '')
  const [first = '', second] = lines
  const head = lines.slice(0, HEAD_LINES)
  const isTitle = second !== undefined && first.length <= LONGEST_TITLE && !/[.!?:;,]$/u.test(first)
  const author = head.flatMap((line) => /^By (\p{Lu}[^\d]{2,80})$/u.exec(line)?.[1] ?? [])[0]
  return {
    text,
    title: isTitle ? first : undefined,
    authors: author === undefined ? undefined : splitAuthors(author),
    published: findDay(head.join('\n')),
  }
}

/** "Ana Alder and Bo Birch" as two names. */
export const splitAuthors = (byline: string): string[] =>
  byline
    .replace(/^by\s+/iu, '')
    .split(/\s*(?:,|;|\band\b|&)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
