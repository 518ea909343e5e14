/**
 * What a document is once it is read: plain text, and what it says of itself. This room turns files and
 * pasted markup into text; it knows no database and no HTTP, and runs in a worker (read-document.ts).
 */

/** Characters of a captured text, in UTF-16 code units; as the dossier format allows. */
export const MOST_TEXT = 2_000_000

/** A file or pasted markup, as it came. */
export interface GivenDocument {
  readonly bytes: Uint8Array
  /** The file's name; its ending helps to tell what it is. Never kept. */
  readonly name: string
  /** The encoding it came with, for a page that names none itself. */
  readonly charset?: string | undefined
}

/** What was read. What a document does not say is undefined; the reader of the form fills it in. */
export interface ReadDocument {
  /** Paragraphs with an empty line between them. */
  readonly text: string
  readonly title?: string | undefined
  readonly authors?: readonly string[] | undefined
  readonly publisher?: string | undefined
  /** A day, YYYY-MM-DD. */
  readonly published?: string | undefined
  /** BCP 47. */
  readonly language?: string | undefined
  /** Its own address. */
  readonly url?: string | undefined
}

/** Why a document cannot be read: one sentence for people, with the way out. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}

// What no keyboard writes and no page shows.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g

/** Paragraphs as they are kept: no white space at their ends, one empty line between them. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/\r\n?|\f/g, '\n')
    .replaceAll(CONTROL, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
