import { type HtmlElement, Parser, StaticConfigLoader, TextNode } from 'html-validate'

const parser = new Parser(await new StaticConfigLoader().getConfigFor('page.html'))

/** The characters that our pages write as references, and no others. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** Text as a browser reads it. @throws {Error} for a bare ampersand, which is read one way or another */
const plain = (html: string): string =>
  html.replaceAll(/&(?:[a-z]+;|#39;)?/g, (reference) => {
    const character = REFERENCES[reference]
    if (character === undefined) throw new Error(`“${reference}” in ${html.slice(0, 200)}`)
    return character
  })

/** One element of a page. */
export interface ReadElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its text with that of everything inside it. */
  readonly text: string
  /** Its text, with U+0001 for each element inside it. */
  readonly own: string
}

/** Every element of a page or part, in order. @throws {Error} for markup that is not in order */
export function readPage(html: string): ReadElement[] {
  const root = parser.parseHtml({ data: html, filename: 'page', line: 1, column: 1, offset: 0 })
  const elements: ReadElement[] = []
  const read = (element: HtmlElement): string => {
    const seen = {
      tag: element.nodeName,
      attributes: Object.fromEntries(
        element.attributes.map(({ key, value }) => [key, plain(String(value ?? ''))]),
      ),
      text: '',
      own: '',
    }
    if (!element.isRootElement()) elements.push(seen)
    for (const node of element.childNodes) {
      const isText = node instanceof TextNode
      const text = isText ? plain(node.textContent) : read(node as HtmlElement)
      seen.text += text
      seen.own += isText ? text : '\u0001'
    }
    return seen.text
  }
  read(root)
  return elements
}

/** What a browser would send again: the values of each control by its name. */
export function controlsOf(elements: readonly ReadElement[]): Map<string, string[]> {
  const controls = new Map<string, string[]>()
  let select = ''
  for (const { tag, attributes, text } of elements) {
    const { name = '', value = '', type } = attributes
    const add = (to: string, read: string) => controls.set(to, [...(controls.get(to) ?? []), read])
    if (tag === 'select') select = name
    if (tag === 'option' && 'selected' in attributes) add(select, value)
    if (tag === 'textarea') add(name, text.replace(/^\n/, ''))
    const isLeftOut = (type === 'radio' || type === 'checkbox') && !('checked' in attributes)
    if (tag === 'input' && !isLeftOut) add(name, value)
  }
  return controls
}
