import { describe, expect } from 'vitest'
import { isToken, maskedToken } from '#server/http/csrf.ts'
import { hashToken } from '#server/domain/token-hash.ts'
import { paths } from '#server/paths.ts'
import { test } from '#test/support/database.ts'
import { aForm, anApp, ORIGIN, signedIn } from '#test/support/app.ts'

const fields = { theme: 'dark', return_to: '/help' }

describe('who may send a form', () => {
  const readers: readonly [string, Record<string, string>, number][] = [
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 303],
    ['a sibling sub-domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }, 403],
    [
      'another site that claims our origin',
      { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN },
      403,
    ],
    ['our own page in a browser that says only its origin', { Origin: ORIGIN }, 303],
    ['another origin', { Origin: 'https://evil.example' }, 403],
    ['a sandboxed frame', { Origin: 'null' }, 403],
    ['a script without a session', {}, 303],
  ]
  for (const [who, headers, status] of readers) {
    test(`a reader: ${who} gets ${status}`, async ({ db }) => {
      const { app } = anApp({ db })
      const body = new URLSearchParams(fields)
      expect((await app.request(paths.appearance, { method: 'POST', body, headers })).status).toBe(
        status,
      )
    })
  }

  test('a session without any word of the browser is refused, even with its token', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const { Cookie, csrf } = await signedIn(app, db)
    const body = new URLSearchParams({ ...fields, csrf })
    expect(
      (await app.request(paths.appearance, { method: 'POST', body, headers: { Cookie } })).status,
    ).toBe(403)
  })

  test('a session needs its token as well, in the form or in a header', async ({ db }) => {
    const { app } = anApp({ db })
    const { Cookie, csrf } = await signedIn(app, db)
    const send = async (more: Record<string, string>, headers: Record<string, string> = {}) =>
      (await app.request(paths.appearance, aForm({ ...fields, ...more }, { Cookie, ...headers })))
        .status
    expect(await send({})).toBe(403)
    expect(await send({ csrf: 'x' })).toBe(403)
    expect(await send({ csrf: maskedToken(hashToken('another session')) })).toBe(403)
    expect(await send({ csrf })).toBe(303)
    expect(await send({}, { 'X-CSRF-Token': csrf })).toBe(303)
  })

  test('behind a proxy the origin is that of the base URL', async ({ db }) => {
    const { app } = anApp({ db, baseUrl: 'https://gainsay.example' })
    const send = async (Origin: string) =>
      (
        await app.request('https://gainsay.example/appearance', {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { Origin },
        })
      ).status
    expect(await send('https://gainsay.example')).toBe(303)
    expect(await send('http://gainsay.example')).toBe(403)
  })

  for (const type of [
    'text/plain',
    'application/json',
    'application/octet-stream',
    'multipart/form-data; boundary=x',
    '',
  ]) {
    test(`no content type gets round it: “${type}”`, async ({ db }) => {
      const { app } = anApp({ db })
      const { Cookie } = await signedIn(app, db)
      const headers = {
        Cookie,
        'Sec-Fetch-Site': 'cross-site',
        ...(type === '' ? {} : { 'Content-Type': type }),
      }
      expect(
        (await app.request(paths.signOut, { method: 'POST', body: 'theme=dark', headers })).status,
      ).toBe(403)
    })
  }
})

test('a token is new each time and good for its own session alone', () => {
  const [one, other] = [hashToken('one'), hashToken('other')]
  expect(maskedToken(one)).not.toBe(maskedToken(one))
  expect(isToken(maskedToken(one), one)).toBe(true)
  expect(isToken(maskedToken(one), other)).toBe(false)
  expect(isToken('', one)).toBe(false)
})
