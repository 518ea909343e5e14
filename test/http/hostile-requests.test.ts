import { connect as connectTo } from 'node:net'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type Connection, connect } from '#db/connect.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { embedHeaders, securityHeaders } from '#server/http/headers.ts'
import { type Listening, listen } from '#server/listen.ts'
import { paths } from '#server/paths.ts'
import { aTown } from '#test/support/a-claim-form.ts'
import { aDispute } from '#test/support/a-dispute.ts'
import { anApp, noon, signedIn } from '#test/support/app.ts'
import { aDatabase, test } from '#test/support/database.ts'
import { type HostileRequest, type Known, hostileRequest } from '#test/support/hostile-requests.ts'
import { SEED, diceOf } from '#test/support/seeded.ts'

/** Requests in process; `RUNS=20000` for a long run. */
const REQUESTS = Number(process.env.RUNS ?? 1500)

/** Nothing that answers takes longer; asked again, lest the machine was busy with something else. */
const SLOW_MS = 2000

/** What only somebody inside should see: stacks, SQL as we write it, PostgreSQL's and zod's own words. */
const INTERNAL = [
  /\n\s+at \S+ \(?[^\n]*:\d+:\d+/,
  /node_modules|\/server\/[a-z]+\/|\.tsx?:\d/,
  /\b(?:select|insert into|update|delete from) "\w+"/i,
  /violates \S+(?: \S+)? constraint|invalid (?:input syntax|byte sequence)|SQLSTATE|syntax error at/,
  /ZodError|"code":"(?:invalid_type|custom|too_big)"|Cannot read propert|is not a function/,
]

const unescaped = (body: string): string =>
  body.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** What may stand in others' pages has headers of its own, and sets no cookie. */
const isEmbed = (headers: Headers): boolean =>
  headers.get('Content-Security-Policy') === embedHeaders['Content-Security-Policy'] &&
  headers.get('Set-Cookie') === null

/** What is wrong with an answer; nothing with one that is in order. */
async function flawsOf(answer: Response, request: HostileRequest): Promise<string[]> {
  const flaws: string[] = []
  const { status, headers } = answer
  if (status < 200 || status >= 500) flaws.push(`status ${status}`)
  const own = isEmbed(headers) ? embedHeaders : {}
  for (const [name, value] of Object.entries({ ...securityHeaders, ...own }))
    if (headers.get(name) !== (value ?? null)) flaws.push(`${name}: ${headers.get(name)}`)
  if (!/^[\da-f-]{36}$/.test(headers.get('X-Request-Id') ?? '')) flaws.push('no request id')
  if (headers.get('Cache-Control') === null) flaws.push('no Cache-Control')
  const location = headers.get('Location') ?? headers.get('HX-Redirect') ?? '/'
  if (!/^\/(?![/\\])/.test(location)) flaws.push(`leads to ${location}`)
  const isCompressed = headers.has('Content-Encoding')
  const body = isCompressed ? '' : await answer.text()
  for (const internal of INTERNAL)
    if (internal.test(unescaped(body))) flaws.push(`${internal.exec(unescaped(body))?.[0]}`)
  if (status >= 400 && request.init.method !== 'HEAD' && request.wantsJson && !isCompressed)
    flaws.push(...problemFlaws(answer, body))
  return flaws
}

function problemFlaws({ status, headers }: Response, body: string): string[] {
  if (headers.get('Content-Type') !== 'application/problem+json')
    return [`${status} is ${headers.get('Content-Type')}`]
  const problem = JSON.parse(body) as Record<string, unknown>
  const isWhole =
    /^[a-z_]{3,40}$/.test(String(problem['code'])) &&
    problem['status'] === status &&
    problem['requestId'] === headers.get('X-Request-Id') &&
    /\S/.test(String(problem['title'])) &&
    /^[A-Za-z_“0-9].*\S$/s.test(String(problem['detail']))
  return isWhole ? [] : [`problem ${body.slice(0, 300)}`]
}

async function isSlow(app: ReturnType<typeof anApp>['app'], request: HostileRequest) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now()
    await (await app.request(request.path, request.init)).text()
    if (performance.now() - start < SLOW_MS) return false
  }
  return true
}

test(
  `${REQUESTS} requests at random: none gives a 5xx, shows what is inside, or lacks a header`,
  { timeout: 60_000 + REQUESTS * 30 },
  async ({ db }) => {
    for (const dossier of [
      aTown(),
      aDispute(),
      aDispute({ slug: 'secret', visibility: 'private' }),
    ])
      await importDossier(db, { text: JSON.stringify(dossier), file: 'base.json', now: noon })
    const { app, lines } = anApp({ db })
    const routes = app.routes.filter(({ method }) => method !== 'ALL')
    const enter = async (): Promise<Known> => {
      const { Cookie: cookie, csrf } = await signedIn(app, db)
      const etag = (await app.request(paths.topic('bridge'))).headers.get('ETag') ?? ''
      return { cookie, csrf, etag, topics: ['bridge', 'strait', 'secret'] }
    }
    let known = await enter()
    const dice = diceOf(SEED)
    const flaws: string[] = []
    const statuses = new Map<number, number>()
    for (let run = 0; run < REQUESTS; run++) {
      const request = hostileRequest(routes, known, dice)
      const start = performance.now()
      const answer = await app.request(request.path, request.init)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const found = await flawsOf(answer, request)
      const etag = answer.headers.get('ETag')
      if (answer.status === 200 && etag !== null && dice.chance(0.2)) {
        const { headers } = request.init
        headers.set('If-None-Match', etag)
        const same = await app.request(request.path, request.init)
        found.push(...(await flawsOf(same, request)))
        if (same.status !== 304) found.push(`${same.status} for what has not changed`)
      }
      const ms = performance.now() - start
      if (ms > SLOW_MS && (await isSlow(app, request))) found.push(`${Math.round(ms)} ms`)
      const bad = lines.splice(0).filter(({ level }) => level === 'error')
      found.push(...bad.map((line) => JSON.stringify(line).slice(0, 600)))
      const flaw = `request ${run} of SEED=${SEED}: ${found.join('; ')}: ${request.told}`
      if (found.length > 0) flaws.push(flaw)
      if (answer.headers.has('Clear-Site-Data')) known = await enter()
    }
    expect(flaws).toEqual([])
    // It got somewhere: pages, saved things, and every way to refuse.
    const some = [200, 303, 400, 401, 403, 404, 405, 415, 422].filter((s) => !statuses.has(s))
    expect(REQUESTS < 1500 ? [] : some).toEqual([])
  },
)

/** Bytes sent over a socket, and the statuses that may come back; none is a connection closed. */
type Raw = readonly [name: string, bytes: string, ...statuses: (number | 'closed')[]]

const CRLF = '\r\n'
const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join(CRLF)
const post = (headers: readonly string[], body: string) =>
  ['POST /appearance HTTP/1.1', 'Host: localhost', ...headers, '', body].join(CRLF)
const FORM = 'Content-Type: application/x-www-form-urlencoded'

const RAW: readonly Raw[] = [
  ['nothing', '', 'closed'],
  ['half a request line', 'GET /hel', 400],
  ['half a header', `GET /help HTTP/1.1${CRLF}Host: loc`, 400],
  ['half a body', post([FORM, 'Content-Length: 100'], 'theme=da'), 400],
  ['a chunk cut off', post([FORM, 'Transfer-Encoding: chunked'], `a${CRLF}the`), 400],
  ['a chunk of no size', post([FORM, 'Transfer-Encoding: chunked'], `zz${CRLF}x`), 400],
  [
    'a chunk of every size',
    post([FORM, 'Transfer-Encoding: chunked'], `${'f'.repeat(40)}${CRLF}`),
    400,
  ],
  [
    'a length and chunks',
    post([FORM, 'Content-Length: 6', 'Transfer-Encoding: chunked'], `0${CRLF}${CRLF}GET /`),
    400,
  ],
  [
    'chunks and a length',
    post([FORM, 'Transfer-Encoding: chunked', 'Content-Length: 6'], `0${CRLF}${CRLF}GET /`),
    400,
  ],
  ['two lengths', post([FORM, 'Content-Length: 5', 'Content-Length: 6'], 'a=b&c=d'), 400],
  ['a negative length', post([FORM, 'Content-Length: -1'], ''), 400],
  ['a length in words', post([FORM, 'Content-Length: five'], 'a=b'), 400],
  [
    'an encoding of nobody’s',
    post([FORM, 'Transfer-Encoding: x, chunked'], `0${CRLF}${CRLF}`),
    400,
  ],
  ['an encoding with a space', post([FORM, 'Transfer-Encoding : chunked'], `0${CRLF}${CRLF}`), 400],
  ['NUL in the address', get('/help\0'), 400],
  ['NUL in a header', get('/help', 'X-A: a\0b'), 400],
  ['NUL percent-encoded', get('/%00'), 404],
  ['a broken percent sign', get('/%zz'), 404],
  ['half a surrogate pair', get('/t/%ED%A0%80'), 404],
  ['a broken query', get('/help?a=%ff'), 400],
  ['raw bytes in the address', get('/t/\u00FF\u00FE'), 400, 404],
  ['raw bytes in a header', get('/help', 'Accept-Language: \u00FF\u00FE'), 200],
  ['a space in the address', get('/help me'), 400],
  ['a space in a header’s name', get('/help', 'X A: b'), 400],
  ['a header without a name', get('/help', ': x'), 400],
  ['a folded header', get('/help', 'X-A: b', ' c'), 200, 400],
  ['a line feed alone', 'GET /help HTTP/1.1\nHost: localhost\n\n', 200, 400],
  ['20 KB in a header', get('/help', `X-A: ${'a'.repeat(20_000)}`), 431],
  ['20 KB in an address', get(`/${'a'.repeat(20_000)}`), 431],
  ['10,000 headers', get('/help', ...Array.from({ length: 10_000 }, (_, i) => `X-${i}: 1`)), 431],
  ['no host', `GET /help HTTP/1.1${CRLF}${CRLF}`, 400],
  ['an empty host', `GET /help HTTP/1.1${CRLF}Host:${CRLF}${CRLF}`, 400],
  ['a host that is none', `GET /help HTTP/1.1${CRLF}Host: a b/c?d${CRLF}${CRLF}`, 400],
  ['two hosts', `GET /help HTTP/1.1${CRLF}Host: a${CRLF}Host: b${CRLF}${CRLF}`, 400, 421],
  ['somebody else’s host', `GET /help HTTP/1.1${CRLF}Host: evil.example${CRLF}${CRLF}`, 421],
  ['a whole address', get('http://evil.example/help'), 421],
  ['an address without a slash', get('help'), 400],
  ['two slashes', get('//evil.example/help'), 404],
  ['a backslash', get('/\\evil.example'), 400],
  ['dots', get('/../../../../etc/passwd'), 404],
  ['an asterisk', get('*').replace('GET', 'OPTIONS'), 400],
  ['TRACE', get('/help').replace('GET', 'TRACE'), 405],
  ['CONNECT', get('evil.example:443').replace('GET', 'CONNECT'), 'closed'],
  ['a method of nobody’s', get('/help').replace('GET', 'FETCH'), 400],
  ['a method in small letters', get('/help').replace('GET', 'get'), 400],
  ['HTTP 0.9', `GET /help${CRLF}`, 400],
  ['HTTP 1.0', `GET /help HTTP/1.0${CRLF}Host: localhost${CRLF}${CRLF}`, 200],
  ['HTTP 3', `GET /help HTTP/3.0${CRLF}Host: localhost${CRLF}${CRLF}`, 400, 505],
  ['HTTP 2’s greeting', `PRI * HTTP/2.0${CRLF}${CRLF}SM${CRLF}${CRLF}`, 400],
  ['TLS’s greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['an upgrade', get('/help', 'Connection: upgrade', 'Upgrade: websocket'), 200],
  ['an expectation', post([FORM, 'Expect: x', 'Content-Length: 0'], ''), 417],
  ['a body with GET', get('/help', 'Content-Length: 3').concat('abc'), 200],
  ['two at once', get('/help') + get('/nowhere', 'Connection: close'), 200, 404],
]

/** What a server answers, byte by byte, until it or we are done. */
async function exchange(origin: string, bytes: string): Promise<number[]> {
  const { hostname, port } = new URL(origin)
  return await new Promise((resolve, reject) => {
    const socket = connectTo({ host: hostname, port: Number(port) })
    let answered = ''
    const done = () => {
      socket.destroy()
      resolve(statusesIn(answered))
    }
    // Long enough to tell a server that waits from one that works; we have said all that we say.
    socket.setTimeout(5000, () => reject(new Error('neither answered nor closed')))
    socket.on('data', (chunk) => (answered += chunk.toString('latin1')))
    socket.on('close', done)
    // A reset after the answer is how a server leaves the rest of a bad request unread.
    socket.on('error', done)
    socket.end(Buffer.from(bytes, 'latin1'))
  })
}

const statusesIn = (answered: string): number[] =>
  [...answered.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))

describe('over a real socket', () => {
  let server: Listening
  let pool: Connection
  beforeAll(async () => {
    pool = connect({ url: await aDatabase() })
    const { app } = anApp({ db: pool.db, baseUrl: 'http://localhost:3000' })
    server = await listen(() => app, { host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await server.drain(1000)
    await pool.close()
  })

  const isWell = async () => (await fetch(`${server.origin}${paths.healthz}`)).status

  for (const [name, bytes, ...expected] of RAW) {
    test(`${name}: ${expected.join(' or ')}, and the next is answered`, async () => {
      const statuses = await exchange(server.origin, bytes)
      const got: readonly unknown[] = statuses.length === 0 ? ['closed'] : statuses
      expect(got.filter((status) => !expected.includes(status as never))).toEqual([])
      expect(await isWell()).toBe(200)
    })
  }

  test(`${REQUESTS / 10} requests with bytes changed at random are refused, answered, or closed on`, async () => {
    const dice = diceOf(SEED)
    const texts = RAW.map(([, bytes]) => bytes).filter((bytes) => bytes.length < 1000)
    const flaws: string[] = []
    for (let run = 0; run < REQUESTS / 10; run++) {
      const bytes = damaged(dice.pick([...texts, get('/help'), get('/method')]), dice)
      const statuses = await exchange(server.origin, bytes)
      if (statuses.some((status) => status < 200 || (status >= 500 && status !== 505)))
        flaws.push(`run ${run} of SEED=${SEED}: ${statuses.join()}: ${JSON.stringify(bytes)}`)
    }
    expect(flaws).toEqual([])
    expect(await isWell()).toBe(200)
  })
})

function damaged(bytes: string, dice: ReturnType<typeof diceOf>): string {
  let text = bytes
  for (let n = 1 + dice.int(3); n > 0; n--) {
    const at = dice.int(text.length + 1)
    const put = dice.pick([
      '',
      '\0',
      '\r',
      '\n',
      ' ',
      ':',
      '%',
      '\xff',
      '\t',
      '0',
      'é',
      text,
      '\r\n\r\n',
    ])
    text = text.slice(0, at) + put + text.slice(at + dice.int(3))
  }
  return text.slice(0, 5000)
}
