import { BROKEN_BYTES, HOSTILE_STRINGS } from './hostile-strings.ts'
import type { Dice } from './seeded.ts'

/** What `app.routes` says of a route. */
interface Route {
  readonly method: string
  readonly path: string
}

/** A request that nobody's browser would send, or one that it would; and how to tell it in a message. */
export interface HostileRequest {
  readonly path: string
  readonly init: RequestInit & { readonly method: string; readonly headers: Headers }
  /** It asks for JSON and for nothing else. */
  readonly wantsJson: boolean
  readonly told: string
}

/** What a request may use that only the record it is sent to knows. */
export interface Known {
  readonly cookie: string
  readonly csrf: string
  readonly topics: readonly string[]
  /** An ETag that was answered before. */
  readonly etag: string
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY']

/** A request at random to one of the routes. */
export function hostileRequest(routes: readonly Route[], known: Known, dice: Dice): HostileRequest {
  const writing = routes.filter(({ method }) => method === 'POST')
  const route = dice.pick(dice.chance(0.3) ? writing : routes)
  // Some look like those of our own pages, so that what they carry is looked at.
  const isOwn = dice.chance(0.4)
  const method = isOwn || dice.chance(0.75) ? route.method : dice.pick(METHODS)
  const headers = isOwn ? ownHeaders(known, dice) : someHeaders(known, dice)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const sender = { ...known, pattern: route.path }
  const body = !hasBody ? undefined : someBody(headers, isOwn ? [someForm] : BODIES, sender, dice)
  const query = isOwn && hasBody ? '' : someQuery(known, dice)
  const path = `${somePath(route.path, known, dice)}${query}`
  const accept = headers.get('Accept') ?? ''
  const sent = typeof body?.content === 'string' ? body.content.slice(0, 300) : body?.says
  const listed = JSON.stringify([...headers])
  return {
    path,
    init: { method, headers, ...(body === undefined ? {} : { body: body.content }) },
    wantsJson: /[/+]json/.test(accept) && !accept.includes('text/html'),
    told: `${method} ${path.slice(0, 400)} ${listed} ${sent ?? ''}`,
  }
}

// Addresses.

const encoded = (text: string): string => encodeURIComponent(wellFormed(text)).slice(0, 6000)

/** Half a surrogate pair cannot be percent-encoded; {@link BROKEN_BYTES} has its bytes. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')

const PARTS: readonly string[] = [
  ...BROKEN_BYTES,
  '%',
  '%zz',
  '%00',
  'a%00b',
  '%2e%2e',
  '%2e%2e%2fetc',
  '..',
  '.',
  '%2F',
  '%5C',
  '%252e',
  '%0d%0aSet-Cookie:x=1',
  '0',
  '-1',
  '1e3',
  '0x1',
  '00000001',
  'zzzzzz',
  'zzzzzzz',
  '3zzzzzz',
  '999999999999999999999',
  'a'.repeat(201),
  'b'.repeat(8000),
  ';jsessionid=1',
  '1;2',
  '1,2',
  '*',
  ':id',
  '%F0%9F%92%A9',
  '%D9%82%D8%A7%D9%84',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '1.json',
  '1.jsonld',
  '.json',
  'style.css',
]

function somePath(pattern: string, known: Known, dice: Dice): string {
  const parts = pattern.split('/').map((part) => {
    if (!part.startsWith(':')) return dice.chance(0.01) ? dice.pick(PARTS) : part
    if (dice.chance(0.25)) return dice.pick(PARTS)
    if (dice.chance(0.1)) return encoded(dice.pick(HOSTILE_STRINGS))
    if (part.startsWith(':topic')) return dice.pick(known.topics)
    if (part.startsWith(':token')) return 'A'.repeat(43)
    const id = '123456789abc'[dice.int(12)] ?? '1'
    const suffix = dice.chance(0.2) ? `-${encoded(dice.pick(HOSTILE_STRINGS))}` : ''
    if (part.includes('jsonld')) return `${id}${suffix}.jsonld`
    if (part.includes('json')) return `${id}${suffix}.json`
    return `${id}${suffix}`
  })
  return parts.join('/') + (dice.chance(0.02) ? dice.pick(['/', '//', '/..', '/%2e', '#x']) : '')
}

const NAMES = [
  'p',
  'issue',
  'base',
  'show',
  'view',
  'order',
  'asof',
  'since',
  'known',
  'status',
  'party',
  'person',
  'position',
  'source',
  'page',
  'side',
  'queue',
  'topic',
  'after',
  'at',
  'done',
  'saved',
  'q',
]

const ODD_NAMES = ['__proto__', 'constructor', 'p[]', 'p[0][x]', 'p.x', '', '%5B%5D', 'utm_source']

const VALUES = [
  'north',
  'alpha',
  'bridge',
  '1',
  '0',
  '-1',
  '1.5',
  '1e9',
  '2147483648',
  '99999999999999999999',
  'NaN',
  '2015-12-15',
  '2015-02-30',
  '9999-12-31',
  '0001-01-01',
  '2015-12~',
  '../..',
  'open',
  'all',
  'pair',
  'grid',
  'list',
  'wide',
  'divisive',
  'similar',
  'b',
]

function someQuery(known: Known, dice: Dice): string {
  if (dice.chance(0.4)) return ''
  const count = dice.chance(0.03) ? 1500 : 1 + dice.int(4)
  const pairs = Array.from({ length: count }, () => {
    const name = dice.chance(0.9) ? dice.pick(NAMES) : dice.pick(ODD_NAMES)
    if (dice.chance(0.05)) return name
    return `${name}=${someValue(known, dice)}`
  })
  return `?${pairs.join(dice.chance(0.03) ? ';' : '&')}`
}

function someValue(known: Known, dice: Dice): string {
  if (dice.chance(0.55)) return dice.pick([...VALUES, ...known.topics])
  if (dice.chance(0.4)) return dice.pick([...BROKEN_BYTES, '%', '%zz', '%00', 'a%00b', '+', '%2B'])
  return encoded(dice.pick(HOSTILE_STRINGS)).slice(0, dice.pick([40, 6000]))
}

// Headers.

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Accept: [
    'application/json',
    'application/problem+json',
    'application/ld+json',
    'text/html',
    'text/html,application/json',
    '*/*',
    'image/png;q=2',
    ';;;,',
    'x'.repeat(5000),
  ],
  'Accept-Encoding': [
    'gzip',
    'br',
    'gzip;q=0, *;q=0',
    'identity;q=0',
    '*',
    'zstd',
    ';q=,,',
    'br;q=x',
  ],
  'Accept-Language': ['*', 'ru', 'x-klingon', 'en;q=abc', '-', ','.repeat(2000), '__proto__'],
  'HX-Request': ['true', 'false', '1'],
  'HX-Request-Type': ['partial', 'full', 'x'],
  'HX-Target': ['main', '#review', '<script>', 'x'.repeat(3000)],
  'HX-Current-URL': ['javascript:alert(1)', '//evil.example', 'http://localhost/%zz'],
  'HX-Trigger': ['"><script>', '{'],
  'HX-Source': ['button#x', 'x'],
  'If-None-Match': ['*', '"x"', 'W/"x"', 'W/', '"', ','.repeat(3000), '"a", W/"b", "c'],
  'If-Modified-Since': ['yesterday', 'Tue, 24 Nov 2026 12:00:00 GMT', '0'],
  'If-Match': ['*', '"1"', 'x'],
  Range: ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'lines=1-2'],
  Cookie: [
    'theme=dark',
    'theme=<script>',
    'theme=%',
    '=; ;;=;theme',
    'gainsay_session=x; __Host-gainsay_session=y',
    '__proto__=1',
    'x'.repeat(5000),
  ],
  Origin: ['http://localhost', 'http://evil.example', 'null', 'x', 'http://'],
  'Sec-Fetch-Site': ['same-origin', 'cross-site', 'same-site', 'none', 'x'],
  'X-CSRF-Token': ['', 'x', 'A'.repeat(43), '\u00FF', '"'.repeat(2000)],
  'X-Forwarded-Host': ['evil.example', 'a, b', '%'],
  'X-Forwarded-For': ['1.2.3.4', '::1', "'; --"],
  'X-Forwarded-Proto': ['https', 'javascript'],
  'X-HTTP-Method-Override': ['DELETE', 'x'],
  'X-Request-Id': ['mine', '<script>', 'x'.repeat(3000)],
  'Content-Length': ['0', '5', '-1', 'x', '99999999999'],
  'Content-Encoding': ['gzip', 'br', 'x'],
  'Content-Type': [
    'application/json',
    'application/json; charset=utf-16',
    'application/problem+json',
    'application/x-www-form-urlencoded; charset=x',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    `multipart/form-data; boundary=${'x'.repeat(500)}`,
    'text/plain',
    'application/xml',
    '/',
    ';',
  ],
  Expect: ['x'],
  Upgrade: ['websocket'],
  Via: ['1.1 x'],
}
const HEADER_NAMES = Object.keys(HEADERS)

function ownHeaders(known: Known, dice: Dice): Headers {
  const headers = new Headers({ 'Sec-Fetch-Site': 'same-origin', Cookie: known.cookie })
  if (dice.chance(0.3)) headers.set('Accept', 'application/json')
  if (dice.chance(0.3)) headers.set('HX-Request-Type', 'partial')
  return headers
}

function someHeaders(known: Known, dice: Dice): Headers {
  const headers = new Headers()
  if (dice.chance(0.7)) headers.set('Sec-Fetch-Site', 'same-origin')
  if (dice.chance(0.6)) headers.set('Cookie', known.cookie)
  if (dice.chance(0.3)) headers.set('Accept', 'application/json')
  if (dice.chance(0.1)) headers.set('If-None-Match', known.etag)
  for (let n = dice.int(4); n > 0; n--) {
    const name = dice.pick(HEADER_NAMES)
    headers.set(name, dice.pick(HEADERS[name] ?? []))
  }
  return headers
}

// Bodies.

interface Body {
  readonly content: string | Uint8Array<ArrayBuffer> | FormData
  readonly says: string
}

/** Fields that some form of ours takes, with something that it would take. */
const FIELDS: Readonly<Record<string, string>> = {
  key: 'c-00000000000a',
  version: '1',
  why: 'A reason.',
  step: 'save',
  rows: '1',
  party: 'north',
  'party-name': '',
  issue: 'bridge',
  position: 'yes',
  stance: 'affirms',
  bearing: 'states',
  said: '2020-01-01',
  wording: 'paraphrase',
  statement: 'It should be built.',
  min: '3',
  'position-entails': 'yes',
  'scope-period': '2020',
  'c1-source': 'gazette',
  'c1-quote': '',
  'c1-credibility': '2',
  'c1-url': 'https://town.example/',
}
const REVIEW: Readonly<Record<string, string>> = {
  verdict: 'conflict',
  seen: 'x',
  next: 'page',
  queue: 'open',
  topic: 'strait',
  note: 'A note.',
  kind: 'facts',
  reason: '',
}
const THEME: Readonly<Record<string, string>> = { theme: 'dark', return_to: '/help' }

const WITHDRAWAL: Readonly<Record<string, string>> = { version: '1', why: 'A reason.' }
const SOURCE: Readonly<Record<string, string>> = {
  step: 'save',
  title: 'A report',
  published: '2020',
  'source-language': 'en',
  url: 'https://town.example/report',
  text: 'What it says.',
}

/** As a browser would send it, of a challenge that was never given out. */
const SIGNED = JSON.stringify({
  id: 'AQID',
  rawId: 'AQID',
  type: 'public-key',
  response: {
    clientDataJSON: Buffer.from('{"challenge":"YWJj"}').toString('base64url'),
    attestationObject: 'o2NmbXRkbm9uZQ',
    authenticatorData: 'AQID',
    signature: 'AQID',
    userHandle: 'AQID',
  },
})

/** By what an address contains: the fields that its form has. */
const FORMS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['/reviews', REVIEW],
  ['/appearance', THEME],
  ['/withdraw', WITHDRAWAL],
  ['/sources', SOURCE],
  ['/settings/passkeys', { passkeyName: 'Phone', credential: SIGNED }],
  ['/passkeys/sign-in', { credential: SIGNED, return_to: '/help' }],
]

const FORM = 'application/x-www-form-urlencoded'

function someBody(
  headers: Headers,
  bodies: readonly MakeBody[],
  known: Sender,
  dice: Dice,
): Body | undefined {
  const body = dice.pick(bodies)(known, dice)
  if (body === undefined) return undefined
  const isFitting = !headers.has('Content-Type') || dice.chance(0.8)
  if (body.content instanceof FormData) headers.delete('Content-Type')
  else if (isFitting) headers.set('Content-Type', body.type)
  return body
}

/** Who sends a body, and to which route. */
type Sender = Known & { readonly pattern: string }

type MakeBody = (known: Sender, dice: Dice) => (Body & { readonly type: string }) | undefined

const form = (content: string): Body & { type: string } => ({ content, type: FORM, says: 'a form' })
const json = (content: string) => ({ content, type: 'application/json', says: 'JSON' })

/** A form of ours in which some fields hold what they should not. */
const someForm: MakeBody = (known, dice) => {
  const own = FORMS.find(([part]) => known.pattern.includes(part))?.[1] ?? FIELDS
  const chosen = dice.chance(0.8) ? own : dice.pick([FIELDS, REVIEW, THEME])
  const fields = Object.entries(chosen)
  const damage = dice.pick([0, 0.1, 0.5])
  const pairs = fields.map(([name, value]) =>
    dice.chance(damage) ? `${name}=${someValue(known, dice)}` : `${name}=${encoded(value)}`,
  )
  if (dice.chance(0.2)) pairs.push(dice.pick(pairs))
  if (dice.chance(0.1))
    pairs.push(`${dice.pick(ODD_NAMES)}=1`, `${encoded(dice.pick(HOSTILE_STRINGS))}=`)
  return form([`csrf=${known.csrf}`, ...pairs].join('&'))
}

const BODIES: readonly MakeBody[] = [
  someForm,
  someForm,
  someForm,
  someForm,
  () => undefined,
  () => form(''),
  ({ csrf }) => form(`csrf=${csrf}`),
  ({ csrf }) => form(`csrf=${csrf}&csrf=${csrf}&csrf=x`),
  ({ csrf }) => form(`csrf=${csrf}&__proto__=1&constructor=2&__proto__[isOwner]=1`),
  ({ csrf }) => form(`csrf=${csrf}&${Array.from({ length: 5000 }, (_, i) => `f${i}=1`).join('&')}`),
  ({ csrf }) => form(`csrf=${csrf}&${'&='.repeat(2000)}`),
  ({ csrf }, dice) => form(`csrf=${csrf}&statement=${dice.pick(BROKEN_BYTES)}&why=%00&note=%0`),
  ({ csrf }) => form(`csrf=${csrf}&statement=${'x'.repeat(300_000)}`),
  () => json('{"statement": "cut off'),
  () => json(''),
  () => json(`{"__proto__": {"isOwner": true}, "csrf": "x"}`),
  () => json('['.repeat(50_000)),
  ({ csrf }) => json(JSON.stringify({ ...FIELDS, csrf })),
  () => ({ content: 'nonsense', type: 'multipart/form-data; boundary=x', says: 'broken parts' }),
  ({ csrf }) => ({
    content: `--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n--x\r\nContent-Disp`,
    type: 'multipart/form-data; boundary=x',
    says: 'parts cut off',
  }),
  ({ csrf }) => ({ content: aMultipart(csrf), type: '', says: 'parts with a file for a text' }),
  (_, dice) => ({
    content: Uint8Array.from({ length: 500 }, () => dice.int(256)),
    type: dice.pick([FORM, 'application/json', 'multipart/form-data; boundary=x', 'text/plain']),
    says: 'bytes',
  }),
  () => ({ content: '<?xml version="1.0"?><x/>', type: 'application/xml', says: 'XML' }),
]

function aMultipart(csrf: string): FormData {
  const data = new FormData()
  data.set('csrf', csrf)
  for (const [name, value] of Object.entries(FIELDS)) data.set(name, value)
  data.append('statement', new Blob(['<script>'], { type: 'text/html' }), '../../x\u202Egpj.exe')
  data.append('__proto__', 'x')
  return data
}
