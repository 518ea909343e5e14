import { Refusal } from '#server/domain/errors.ts'
import { KEY_FIELD } from '#server/domain/idempotency.ts'
import type { AppContext } from './context.ts'

/** A submitted form as it came: every value of every field, in order. */
export interface Form {
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly files: ReadonlyMap<string, readonly File[]>
  /** Fields whose bytes were not UTF-8; the reader cannot see that, so the position is named. */
  readonly broken: ReadonlyMap<string, number>
  /** The form's own key (see idempotency.tsx): no field that anybody filled in, so not among those. */
  readonly key?: string | undefined
}

/** More fields than any page of ours has; a body made of fields alone is an attack. */
export const MOST_FIELDS = 200

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Read the submitted form, once for each request: later readers get the same one.
 * @throws {Refusal} bad-form for what cannot be read, content-type for a body that is no form
 */
export async function readForm(c: AppContext): Promise<Form> {
  const known = c.var.form
  if (known !== undefined) return known
  const form = takeKey(await parse(c))
  c.set('form', form)
  return form
}

function takeKey(form: Form): Form {
  const keys = form.fields.get(KEY_FIELD)
  if (keys === undefined) return form
  if (keys.length > 1) throw new Refusal('bad-key')
  const fields = new Map(form.fields)
  fields.delete(KEY_FIELD)
  return { ...form, fields, key: keys[0] }
}

const URL_ENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

const typeOf = (c: AppContext): string =>
  (c.req.header('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** Was a form sent, by what the request says of itself? */
export const isForm = (c: AppContext): boolean => [URL_ENCODED, MULTIPART].includes(typeOf(c))

async function parse(c: AppContext): Promise<Form> {
  const type = typeOf(c)
  if (type === URL_ENCODED) return parseUrlEncoded(new Uint8Array(await c.req.arrayBuffer()))
  if (type === MULTIPART) return await parseMultipart(c)
  if (type === '' && Number(c.req.header('Content-Length') ?? 0) === 0) return emptyForm
  throw new Refusal('content-type')
}

const emptyForm: Form = { fields: new Map(), files: new Map(), broken: new Map() }

/**
 * Read `application/x-www-form-urlencoded` from its bytes. Ours, because URLSearchParams turns bytes
 * that are not UTF-8 into U+FFFD without a word, and the record would then hold a character nobody sent.
 * @throws {Refusal} bad-form when there are more than {@link MOST_FIELDS} fields
 */
export function parseUrlEncoded(body: Uint8Array): Form {
  const fields = new Map<string, string[]>()
  const broken = new Map<string, number>()
  if (body.length === 0) return emptyForm
  // Latin-1 maps each byte to one character, so that percent-decoding works on bytes.
  const pairs = Buffer.from(body).toString('latin1').split('&')
  if (pairs.length > MOST_FIELDS) throw tooMany()
  for (const pair of pairs) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = lenient.decode(bytesOf(equals < 0 ? pair : pair.slice(0, equals)))
    const bytes = bytesOf(equals < 0 ? '' : pair.slice(equals + 1))
    const value = decode(bytes)
    if (value.brokenAt !== undefined && !broken.has(name)) broken.set(name, value.brokenAt)
    append(fields, name, value.text)
  }
  return { fields, files: new Map(), broken }
}

function bytesOf(text: string): Uint8Array {
  const plain = text.replaceAll('+', ' ')
  return Buffer.from(
    plain.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  )
}

/** The text, and where (in characters, from 1) its bytes stop being UTF-8. */
function decode(bytes: Uint8Array): { text: string; brokenAt?: number } {
  try {
    return { text: strict.decode(bytes) }
  } catch {
    const text = lenient.decode(bytes)
    return { text, brokenAt: Array.from(text).indexOf('\uFFFD') + 1 }
  }
}

async function parseMultipart(c: AppContext): Promise<Form> {
  let sent: FormData
  try {
    sent = await c.req.formData()
  } catch (cause) {
    throw new Refusal('bad-form', { cause })
  }
  const fields = new Map<string, string[]>()
  const files = new Map<string, File[]>()
  let count = 0
  for (const [name, value] of sent) {
    if (++count > MOST_FIELDS) throw tooMany()
    if (typeof value === 'string') append(fields, name, value)
    else append(files, name, value)
  }
  return { fields, files, broken: new Map() }
}

const tooMany = () => new Refusal('bad-form', { detail: `It has more than ${MOST_FIELDS} fields.` })

function append<T>(map: Map<string, T[]>, name: string, value: T): void {
  const values = map.get(name)
  if (values === undefined) map.set(name, [value])
  else values.push(value)
}
