import { describe, expect } from 'vitest'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Refusal } from '#server/domain/errors.ts'
import { goTo } from '#server/http/respond.tsx'
import { paths } from '#server/paths.ts'
import { assetPath } from '#views/layout/assets.ts'
import { test } from '#test/support/database.ts'
import { aForm, anApp } from '#test/support/app.ts'

const asJson = { headers: { Accept: 'application/json' } }

describe('what cannot be answered', () => {
  test('an address that is not there is a page for people and problem details for programs', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const page = await app.request('/nowhere')
    expect([page.status, page.headers.get('Content-Type')]).toEqual([
      404,
      'text/html; charset=UTF-8',
    ])
    expect(await page.text()).toContain('<h1>Not found</h1>')
    const problem = await app.request('/nowhere', asJson)
    expect(problem.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await problem.json()).toEqual({
      title: 'Not found',
      status: 404,
      detail: 'There is no page at this address.',
      code: 'not_found',
      requestId: problem.headers.get('X-Request-Id'),
    })
  })

  for (const path of ['/%00', '/t/a%00b', '/%', '/%zz', '/%ff', '/t/%ed%a0%80']) {
    test(`${path} is a 404`, async ({ db }) => {
      expect((await anApp({ db }).app.request(path)).status).toBe(404)
    })
  }

  for (const query of ['?a=%00', '?a=%ff', '?%=1', '?a=%ed%a0%80']) {
    test(`${query} is a 400`, async ({ db }) => {
      expect((await anApp({ db }).app.request(`/help${query}`)).status).toBe(400)
    })
  }

  test('another method than the address has is a 405 that names them', async ({ db }) => {
    const { app } = anApp({ db })
    const send = async (method: string, path: string) => {
      const answer = await app.request(path, {
        method,
        headers: { 'Sec-Fetch-Site': 'same-origin' },
      })
      return [answer.status, answer.headers.get('Allow')]
    }
    expect(await send('POST', paths.help)).toEqual([405, 'GET, HEAD'])
    expect(await send('GET', paths.signOut)).toEqual([405, 'POST'])
    expect(await send('PROPFIND', paths.help)).toEqual([405, 'GET, HEAD'])
    expect(await send('DELETE', '/sign-in/abc')).toEqual([405, 'GET, HEAD'])
  })

  test('a body over 1 MB is a 413 that says the limit, with and without a length', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const body = `theme=${'x'.repeat(1024 * 1024)}`
    const answer = await app.request(paths.appearance, aForm({ theme: 'x'.repeat(1024 * 1024) }))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('At most 1 MB')
    const chunks = new Blob([body]).stream()
    const headers = {
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/x-www-form-urlencoded',
    }
    const chunked = new Request('http://localhost/appearance', {
      method: 'POST',
      body: chunks,
      headers,
      duplex: 'half',
    } as RequestInit)
    expect((await app.request(chunked)).status).toBe(413)
  })

  test('more than 200 fields, a broken multipart body, and another type are refused', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const many = Array.from({ length: 201 }, (_, i) => `a${i}=1`).join('&')
    const send = async (body: string, type: string) =>
      (
        await app.request(paths.appearance, {
          method: 'POST',
          body,
          headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type },
        })
      ).status
    expect(await send(many, 'application/x-www-form-urlencoded')).toBe(400)
    expect(await send('nonsense', 'multipart/form-data; boundary=x')).toBe(400)
    expect(await send('nonsense', 'multipart/form-data')).toBe(400)
    expect(await send('a', 'text/plain')).toBe(415)
    expect(await send('{', 'application/json')).toBe(415)
  })

  test('a host name that is not ours is a 421', async ({ db }) => {
    const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
    const ask = async (url: string) => (await app.request(url)).status
    expect(await ask('https://gainsay.example/help')).toBe(200)
    expect(await ask('http://127.0.0.1:3000/help')).toBe(200)
    expect(await ask('http://[::1]:3000/help')).toBe(200)
    expect(await ask('http://evil.example/help')).toBe(421)
    expect(await ask('http://evil.example/healthz')).toBe(200)
  })

  test('for htmx a problem goes above the page and leaves the form alone', async ({ db }) => {
    const { app } = anApp({ db })
    const answer = await app.request(paths.signOut, {
      ...aForm({}, { 'HX-Request-Type': 'partial' }),
    })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('HX-Retarget')).toBe('#problem')
    const part = await answer.text()
    expect(part).toMatch(/^<div class="error-summary" role="alert"/)
    expect(part).toContain('What you typed is still here.')
  })
})

describe('after something was saved', () => {
  test('a browser is redirected, and htmx is told to load the page rather than put it into this one', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    app.post('/save', (c) => goTo(c, '/c/1'))
    const plain = await app.request('/save', aForm({}))
    expect([plain.status, plain.headers.get('Location')]).toEqual([303, '/c/1'])
    const htmx = await app.request(
      '/save',
      aForm({}, { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }),
    )
    expect([htmx.status, htmx.headers.get('HX-Redirect')]).toEqual([200, '/c/1'])
  })
})

describe('what breaks', () => {
  const thrown: readonly [string, unknown, number, string | null][] = [
    ['a bug', new Error('secret sql text'), 500, null],
    ['a refusal', new Refusal('edit-conflict'), 409, null],
    ['a statement that took too long', Object.assign(new Error('x'), { code: '57014' }), 503, '5'],
    ['too many connections', Object.assign(new Error('x'), { code: '53300' }), 503, '5'],
    ['a full disk', Object.assign(new Error('x'), { code: '53100' }), 503, '5'],
    ['a lost connection', Object.assign(new Error('x'), { code: '08006' }), 503, '5'],
    ['a database that shuts down', Object.assign(new Error('x'), { code: '57P01' }), 503, '5'],
    ['a pool that waits too long', new Error('timeout exceeded when trying to connect'), 503, '5'],
    [
      'a socket file that is gone',
      Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'connect' }),
      503,
      '5',
    ],
    [
      'a refused connection under a wrapper',
      new Error('y', {
        cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }),
      }),
      503,
      '5',
    ],
    [
      'a file that is gone, which is a bug',
      Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }),
      500,
      null,
    ],
    [
      'a number the column cannot hold',
      Object.assign(new Error('x'), { code: '22003' }),
      400,
      null,
    ],
  ]
  for (const [name, error, status, retryAfter] of thrown) {
    test(`${name} is a ${status} and tells nothing internal`, async ({ db }) => {
      const { app, lines } = anApp({ db })
      app.get('/break', () => {
        throw error
      })
      const answer = await app.request('/break')
      const page = await answer.text()
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([status, retryAfter])
      expect(page).not.toContain('secret sql text')
      expect(page).not.toMatch(/\bat .+\.ts/)
      if (status === 500) {
        const id = answer.headers.get('X-Request-Id') ?? ''
        expect(page).toContain(id)
        expect(lines).toContainEqual(expect.objectContaining({ level: 'error', requestId: id }))
      }
    })
  }
})

describe('compression', () => {
  test('pages are compressed as the client accepts, and say so to caches', async ({ db }) => {
    const { app } = anApp({ db })
    const plain = await (await app.request(paths.help)).text()
    for (const [accept, encoding, expand] of [
      ['gzip, br', 'br', brotliDecompressSync],
      ['gzip, br;q=0', 'gzip', gunzipSync],
    ] as const) {
      const answer = await app.request(paths.help, { headers: { 'Accept-Encoding': accept } })
      expect(answer.headers.get('Content-Encoding')).toBe(encoding)
      expect(answer.headers.get('Vary')).toContain('Accept-Encoding')
      expect(expand(Buffer.from(await answer.arrayBuffer())).toString()).toBe(plain)
    }
    const short = await app.request(paths.healthz, { headers: { 'Accept-Encoding': 'br' } })
    expect(short.headers.get('Content-Encoding')).toBeNull()
  })

  test('files are kept for a year, under an address that changes with them', async ({ db }) => {
    const { app } = anApp({ db })
    for (const [name, type] of [
      ['app.css', 'text/css'],
      ['htmx.js', 'text/javascript'],
      ['fonts/noto-naskh-arabic.woff2', 'font/woff2'],
    ] as const) {
      const answer = await app.request(assetPath(name), { headers: { 'Accept-Encoding': 'br' } })
      expect(answer.headers.get('Content-Type')).toContain(type)
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('Content-Encoding')).toBe(name.startsWith('fonts') ? null : 'br')
    }
    for (const path of [
      '/assets/',
      '/assets/app.css',
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '//assets/app.css',
    ]) {
      expect((await app.request(path)).status).toBe(404)
    }
  })
})

describe('pages that have not changed', () => {
  test('answer 304, until appearance, query or version differ', async ({ db }) => {
    const { app } = anApp({ db })
    const etag = (await app.request(paths.help)).headers.get('ETag') ?? ''
    expect(etag).toMatch(/^W\/"/)
    const ask = async (path: string, headers: Record<string, string> = {}) =>
      (await app.request(path, { headers: { 'If-None-Match': etag, ...headers } })).status
    expect(await ask(paths.help)).toBe(304)
    expect(await ask(paths.help, { 'If-None-Match': `"other", ${etag.slice(2)}` })).toBe(304)
    expect(await ask(paths.help, { Cookie: 'theme=dark' })).toBe(200)
    expect(await ask(`${paths.help}?x=1`)).toBe(200)
    expect(
      (
        await anApp({ db, build: 'next' }).app.request(paths.help, {
          headers: { 'If-None-Match': etag },
        })
      ).status,
    ).toBe(200)
  })
})

describe('what machines ask', () => {
  test('alive, ready, draining, and counts', async ({ db }) => {
    let ready = true
    const { app } = anApp({ db, isReady: () => ready })
    expect((await app.request(paths.healthz)).status).toBe(200)
    expect([(await app.request(paths.readyz)).status]).toEqual([200])
    ready = false
    expect((await app.request(paths.readyz)).status).toBe(503)
    const counts = await (await app.request(paths.metrics)).text()
    expect(counts).toContain('http_requests_total{method="GET",status="200"} 2')
    expect(counts).toContain('# TYPE process_resident_memory_bytes gauge')
  })
})
