/**
 * JSON from strangers, read strictly. JSON.parse keeps the last of two equal keys, lets `__proto__`
 * through, rounds large integers and says nothing of NUL or half a surrogate pair; each of these
 * would make an import say something other than its file. Pure.
 */
import type { DossierFault } from './dossier-error.ts'

/** Deeper than anything we write; keeps the reader's recursion small. */
const DEEPEST = 32

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly DossierFault[] }

/** Where in a JSON text: keys and indexes from the top. */
export type JsonPath = readonly PropertyKey[]

/** A JSON pointer as people read it: `/claims/3/said`; the whole document is `/`. @see RFC 6901 */
export const pointerOf = (path: JsonPath): string =>
  `/${path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`

class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
}

interface Reader {
  readonly text: string
  at: number
  readonly path: (string | number)[]
  readonly faults: DossierFault[]
}

/**
 * Read a JSON text (RFC 8259; a byte order mark in front is skipped).
 * @param most - how many faults to collect before giving up
 * @returns the value, or every fault with its JSON pointer: syntax (by line and column), a key given
 *   twice, `__proto__`, depth over 32, numbers a double cannot hold, and characters that no text of
 *   ours may contain. Never throws
 */
export function parseJson(text: string, most = 50): ParsedJson {
  const reader: Reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0, path: [], faults: [] }
  try {
    const value = readValue(reader)
    skipSpace(reader)
    if (reader.at < text.length) fail(reader, 'Something follows the end of the document')
    if (reader.faults.length === 0) return { ok: true, value }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    reader.faults.push({ path: pointerOf(reader.path), message: error.message })
  }
  return { ok: false, errors: reader.faults.slice(0, most) }
}

function fail({ text, at }: Reader, why: string): never {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  throw new SyntaxFault(`Not valid JSON (line ${line}, column ${column}): ${why}.`)
}

const note = (reader: Reader, message: string) =>
  reader.faults.push({ path: pointerOf(reader.path), message })

function skipSpace(reader: Reader): void {
  for (;;) {
    const code = reader.text.charCodeAt(reader.at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    reader.at++
  }
}

function readValue(reader: Reader): unknown {
  skipSpace(reader)
  if (reader.path.length > DEEPEST) fail(reader, `nested deeper than ${DEEPEST} levels`)
  const character = reader.text[reader.at]
  if (character === '{') return readObject(reader)
  if (character === '[') return readArray(reader)
  if (character === '"') return readText(reader)
  return readPlain(reader)
}

/** After an opening bracket: read members until the closing one. */
function readMembers(reader: Reader, close: string, readMember: () => void): void {
  reader.at++
  skipSpace(reader)
  if (reader.text[reader.at] === close) {
    reader.at++
    return
  }
  for (;;) {
    readMember()
    skipSpace(reader)
    const next = reader.text[reader.at]
    if (next !== ',' && next !== close) fail(reader, `expected “,” or “${close}”${found(reader)}`)
    reader.at++
    if (next === close) return
  }
}

const found = ({ text, at }: Reader) => {
  const character = text.codePointAt(at)
  return character === undefined
    ? ', but the text ends'
    : `, found “${String.fromCodePoint(character)}”`
}

function readArray(reader: Reader): unknown[] {
  const items: unknown[] = []
  readMembers(reader, ']', () => {
    reader.path.push(items.length)
    items.push(readValue(reader))
    reader.path.pop()
  })
  return items
}

function readObject(reader: Reader): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  readMembers(reader, '}', () => {
    skipSpace(reader)
    if (reader.text[reader.at] !== '"') fail(reader, `expected a key in quotes${found(reader)}`)
    const key = readText(reader)
    skipSpace(reader)
    if (reader.text[reader.at] !== ':') fail(reader, `expected “:”${found(reader)}`)
    reader.at++
    reader.path.push(key)
    if (key === '__proto__') note(reader, 'No field may have this name.')
    else if (Object.hasOwn(object, key)) note(reader, 'This field is given twice.')
    const value = readValue(reader)
    if (key !== '__proto__') object[key] = value
    reader.path.pop()
  })
  return object
}

function readText(reader: Reader): string {
  const end = endOfText(reader)
  let value: string
  try {
    value = JSON.parse(reader.text.slice(reader.at, end)) as string
  } catch {
    reader.at = brokenPlace(reader, end)
    fail(reader, 'a raw control character or an unknown escape inside a text')
  }
  reader.at = end
  const flaw = findBadCharacter(value)
  if (flaw !== undefined) note(reader, flaw)
  return value
}

/** Index after the closing quote. */
function endOfText(reader: Reader): number {
  const { text, at } = reader
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0
    while (text[quote - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return quote + 1
  }
  return fail(reader, 'a text begins here and never ends')
}

/** Where a text that JSON.parse refuses goes wrong: the first raw control or bad escape. */
function brokenPlace({ text, at }: Reader, end: number): number {
  for (let i = at + 1; i < end - 1; i++) {
    if (text.charCodeAt(i) < 0x20) return i
    if (text[i] !== '\\') continue
    if (!/^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(text.slice(i + 1, i + 6))) return i
    i++
  }
  return at
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function readPlain(reader: Reader): unknown {
  for (const [word, value] of WORDS) {
    if (!reader.text.startsWith(word, reader.at)) continue
    reader.at += word.length
    return value
  }
  NUMBER.lastIndex = reader.at
  const digits = NUMBER.exec(reader.text)?.[0]
  if (digits === undefined) return fail(reader, `expected a value${found(reader)}`)
  reader.at += digits.length
  const value = Number(digits)
  const isWhole = !/[.eE]/.test(digits)
  const isExact = isWhole
    ? Number.isSafeInteger(value) || String(value) === digits
    : Number.isFinite(value)
  if (!isExact) note(reader, `${digits.slice(0, 40)} is too large a number to be kept exactly.`)
  return value === 0 ? 0 : value
}

// The point of this expression is control characters: all but TAB, LF and CR. With the u flag a
// surrogate matches only where its other half is missing.
// oxlint-disable-next-line no-control-regex
const BAD_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/u

/** What no text may contain: NUL and other controls but TAB, LF and CR, or half a surrogate pair. */
function findBadCharacter(text: string): string | undefined {
  const index = text.search(BAD_CHARACTER)
  if (index < 0) return undefined
  const position = Array.from(text.slice(0, index)).length + 1
  const code = text.charCodeAt(index)
  if (code === 0) return `This contains an invisible NUL character at position ${position}.`
  if (code >= 0xd800) return `This contains a broken character at position ${position}.`
  const name = code.toString(16).toUpperCase().padStart(4, '0')
  return `This contains the control character U+${name} at position ${position}.`
}
