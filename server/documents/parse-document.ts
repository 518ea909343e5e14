import { DocumentError, type GivenDocument, MOST_TEXT, type ReadDocument } from './document.ts'
import { guessLanguage } from './language.ts'
import { decodeText, readPlain } from './plain.ts'
import { isSubtitles, readSubtitles } from './subtitles.ts'

/**
 * Read a document by what its bytes are, and only then by its name.
 * @throws {DocumentError} for what holds no text that can be read
 */
export async function parseDocument(given: GivenDocument): Promise<ReadDocument> {
  const read = await parseKind(given)
  if (read.text === '')
    throw new DocumentError('No text was found in it. Type or paste the text instead.')
  if (read.text.length > MOST_TEXT)
    throw new DocumentError(
      `Its text is ${read.text.length.toLocaleString('en-GB')} characters; at most ${MOST_TEXT.toLocaleString('en-GB')} are kept. Paste the part that matters.`,
    )
  return { ...read, language: read.language ?? guessLanguage(read.text) }
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, start.length)) === start

type Kind = 'pdf' | 'packed' | 'old-word' | 'unknown' | 'html' | 'plain'

const STARTS: readonly (readonly [string, Kind])[] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'packed'],
  ['\u00d0\u00cf\u0011\u00e0', 'old-word'],
]

/** What a document is: by how it begins, and only where that is open by its name. */
export function kindOf({ bytes, name }: GivenDocument): Kind {
  const known = STARTS.find(([start]) => startsWith(bytes, start))
  if (known !== undefined) return known[1]
  const isWide = startsWith(bytes, '\u00ff\u00fe') || startsWith(bytes, '\u00fe\u00ff')
  if (!isWide && bytes.subarray(0, 8192).includes(0)) return 'unknown'
  const head = decodeText(bytes.subarray(0, 512))
  const isHtml = /\.x?html?$/i.test(name) || /^\s*(<!doctype html|<html|<\?xml)/i.test(head)
  return isHtml ? 'html' : 'plain'
}

/** Each parser is loaded when it is needed: together they take longer to load than a page to read. */
async function parseKind(given: GivenDocument): Promise<ReadDocument> {
  const { bytes, charset } = given
  const kind = kindOf(given)
  if (kind === 'pdf') return await (await import('./pdf.ts')).readPdf(bytes)
  if (kind === 'packed') return (await import('./word.ts')).readWord(bytes)
  if (kind === 'html') {
    const { decodeHtml, readHtml } = await import('./html.ts')
    return readHtml(decodeHtml(bytes, charset))
  }
  if (kind === 'old-word')
    throw new DocumentError(
      'This is a Word file of the old kind (.doc). Save it as .docx, or paste its text.',
    )
  if (kind === 'unknown')
    throw new DocumentError(
      'This is not text, HTML, Word, PDF or subtitles. Paste its text instead.',
    )
  const text = decodeText(bytes, charset)
  return isSubtitles(text) ? readSubtitles(text) : readPlain(text)
}
