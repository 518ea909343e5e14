import { unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'
import { DocumentError, type ReadDocument, tidy } from './document.ts'

/** What is unpacked at most of one part; more is no document but a bomb. */
const MOST_UNPACKED = 20 * 1024 * 1024

const BODY = 'word/document.xml'
const ABOUT = 'docProps/core.xml'

/** A Word document (.docx, ECMA-376): its paragraphs as they read with all changes accepted. */
export function readWord(bytes: Uint8Array): ReadDocument {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isWanted = name === BODY || name === ABOUT
      if (isWanted && originalSize > MOST_UNPACKED)
        throw new DocumentError(
          'This Word document unpacks to more than 20 MB. Paste its text instead.',
        )
      return isWanted
    },
  })
  const body = parts[BODY]
  if (body === undefined)
    throw new DocumentError('This is a packed file, but no Word document. Paste its text instead.')
  const about = parts[ABOUT] === undefined ? undefined : parse(parts[ABOUT])
  const first = (name: string) =>
    about?.getElementsByTagName(name)[0]?.textContent?.trim() || undefined
  const author = first('dc:creator')
  return {
    text: tidy([...parse(body).getElementsByTagName('w:p')].map(paragraphOf).join('\n\n')),
    title: first('dc:title'),
    authors: author === undefined ? undefined : [author],
  }
}

const parse = (xml: Uint8Array) =>
  new DOMParser().parseFromString(new TextDecoder().decode(xml), 'text/xml')

function paragraphOf(paragraph: Element): string {
  const pieces: string[] = []
  const read = (node: Element): void => {
    // Deleted text, and a paragraph inside this one (a text box), which is listed by itself.
    if (node.tagName === 'w:del' || node.tagName === 'w:p') return
    if (node.tagName === 'w:t') pieces.push(node.textContent ?? '')
    if (node.tagName === 'w:tab') pieces.push(' ')
    if (node.tagName === 'w:br') pieces.push('\n')
    for (const child of node.children) read(child)
  }
  for (const child of paragraph.children) read(child)
  return pieces.join('')
}
