import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { DocumentError, type ReadDocument, tidy } from './document.ts'

/** A PDF: the text of its pages in order. Scans have none. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pdf = await getDocumentProxy(bytes)
  const { text } = await extractText(pdf)
  const whole = tidy(text.join('\n\n'))
  if (whole === '')
    throw new DocumentError(
      'This PDF holds no text; it may be a scan. Type or paste its text instead.',
    )
  const { info } = await getMeta(pdf)
  const said = (name: string): string | undefined => {
    const value: unknown = info[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const author = said('Author')
  return { text: whole, title: said('Title'), authors: author === undefined ? undefined : [author] }
}
