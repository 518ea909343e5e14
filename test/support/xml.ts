/** An element of a document: its name, attributes, child elements, and its own text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/**
 * Read a document as strictly as XML 1.0 wants it, and a little more: no comments, no CDATA, no
 * DOCTYPE, attributes in double quotes. Line ends are made line feeds as section 2.11 says.
 * @throws {SyntaxError} where it is not well-formed
 */
export function parseXml(source: string): XmlElement {
  const text = source.replaceAll(/\r\n?/g, '\n')
  const fail = (why: string): never => {
    throw new SyntaxError(`${why} at ${at}: ${text.slice(at, at + 40)}`)
  }
  let at = 0
  const take = (wanted: string): void => {
    if (!text.startsWith(wanted, at)) fail(`expected ${wanted}`)
    at += wanted.length
  }
  const skipSpace = () => {
    while (/\s/.test(text[at] ?? '')) at++
  }
  const name = (): string => {
    NAME.lastIndex = at
    const found = NAME.exec(text)?.[0] ?? fail('expected a name')
    at += found.length
    return found
  }
  const plain = (raw: string): string => {
    if (raw.includes(']]>')) fail('“]]>” in text')
    return raw.replaceAll(/&([^;]*);?/g, (whole, entity: string) => {
      const code = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(entity)
      const character =
        code === null
          ? ENTITIES[entity]
          : String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10))
      if (!whole.endsWith(';') || character === undefined || FORBIDDEN.test(character))
        fail(`bad reference ${whole}`)
      return character ?? ''
    })
  }
  const attributesOf = (): Record<string, string> => {
    const attributes: Record<string, string> = {}
    for (skipSpace(); !/[/>]/.test(text[at] ?? '>'); skipSpace()) {
      const key = name()
      if (Object.hasOwn(attributes, key)) fail(`${key} twice`)
      take('="')
      const end = text.indexOf('"', at)
      const raw = end < 0 ? fail('no end of an attribute') : text.slice(at, end)
      if (raw.includes('<')) fail('“<” in an attribute')
      attributes[key] = plain(raw.replaceAll(/[\t\n]/g, ' '))
      at = end + 1
    }
    return attributes
  }
  const element = (): XmlElement => {
    take('<')
    const of = name()
    const attributes = attributesOf()
    const children: XmlElement[] = []
    let own = ''
    if (text.startsWith('/>', at)) {
      at += 2
      return { name: of, attributes, children, text: own }
    }
    take('>')
    for (;;) {
      const next = text.indexOf('<', at)
      if (next < 0) fail(`no end of ${of}`)
      own += plain(text.slice(at, next))
      at = next
      if (text.startsWith('</', at)) break
      children.push(element())
    }
    take(`</${of}>`)
    return { name: of, attributes, children, text: own }
  }
  if (FORBIDDEN.test(text)) fail(`a character that XML cannot hold`)
  take('<?xml version="1.0" encoding="utf-8"?>')
  skipSpace()
  const root = element()
  skipSpace()
  if (at < text.length) fail('something after the end')
  return root
}

/** Child elements of one name. */
export const childrenOf = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter((child) => child.name === name)

/** The text of the only child of a name. @throws where there is none or more than one */
export function textIn(parent: XmlElement, name: string): string {
  const [child, ...more] = childrenOf(parent, name)
  if (child === undefined || more.length > 0)
    throw new Error(`${parent.name} has ${more.length + (child ? 1 : 0)} ${name}`)
  return child.text
}
