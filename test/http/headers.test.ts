import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { assetPath } from '#views/layout/assets.ts'
import { test } from '#test/support/database.ts'
import { aForm, anApp } from '#test/support/app.ts'

/** Written out here again: a header that changes by mistake must not change its own test. */
const expected = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-to csp",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Reporting-Endpoints': 'csp="/csp-reports"',
}

const cases: readonly { name: string; path: string; init?: RequestInit; status: number }[] = [
  { name: 'a page', path: paths.help, status: 200 },
  { name: 'a static file', path: assetPath('app.css'), status: 200 },
  { name: 'a font', path: assetPath('fonts/inter-latin.woff2'), status: 200 },
  {
    name: 'a redirect',
    path: paths.appearance,
    init: aForm({ theme: 'dark', return_to: '/help' }),
    status: 303,
  },
  {
    name: 'a form that cannot be read',
    path: paths.appearance,
    init: aForm({ theme: 'pink' }),
    status: 400,
  },
  {
    name: 'a request from another site',
    path: paths.appearance,
    init: aForm({}, { 'Sec-Fetch-Site': 'cross-site' }),
    status: 403,
  },
  { name: 'nothing there', path: '/nowhere', status: 404 },
  {
    name: 'the wrong method',
    path: paths.help,
    init: { method: 'DELETE', headers: { 'Sec-Fetch-Site': 'same-origin' } },
    status: 405,
  },
  { name: 'a spent link', path: paths.signIn('x'.repeat(43)), status: 404 },
  { name: 'a health check', path: paths.healthz, status: 200 },
  {
    name: 'a body that is no form',
    path: paths.appearance,
    init: { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } },
    status: 415,
  },
]

describe('every answer carries the whole set of headers', () => {
  for (const { name, path, init, status } of cases) {
    test(`${name} (${status})`, async ({ db }) => {
      const { app } = anApp({ db })
      const answer = await app.request(path, init)
      expect(answer.status).toBe(status)
      for (const [header, value] of Object.entries(expected))
        expect(answer.headers.get(header)).toBe(value)
      expect(answer.headers.get('Permissions-Policy')).toMatch(
        /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
      )
      expect(answer.headers.get('Strict-Transport-Security')).toBeNull()
      expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
    })
  }

  test('over https it asks for https from then on', async ({ db }) => {
    const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
    const answer = await app.request('https://gainsay.example/nowhere')
    expect(answer.headers.get('Strict-Transport-Security')).toBe(
      'max-age=63072000; includeSubDomains',
    )
  })
})

test('no page has a script, a style or a handler of its own', async ({ db }) => {
  const { app } = anApp({ db })
  for (const path of [paths.help, paths.helpEncoding, paths.accessibility, '/nowhere']) {
    const page = await (await app.request(path)).text()
    expect(page).not.toMatch(
      /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|hx-on|javascript:/i,
    )
  }
})
