import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { safeReturn } from '#server/routes/appearance-routes.ts'
import { aForm, anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

describe('the appearance', () => {
  test('is kept in a cookie, arrives with the next page, and leads back to where one was', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const answer = await app.request(
      paths.appearance,
      aForm({ theme: 'dark', return_to: '/t/syria/compare?p=us&p=ru' }),
    )
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      '/t/syria/compare?p=us&p=ru',
    ])
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^theme=dark; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const page = await (await app.request(paths.help, { headers: { Cookie: 'theme=dark' } })).text()
    expect(page).toContain('<html lang="en" dir="ltr" data-theme="dark">')
    expect(page).toContain('value="dark" aria-pressed="true"')
  })

  test('follows the device again when asked to, and when the cookie holds nonsense', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const answer = await app.request(paths.appearance, aForm({ theme: 'system' }))
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0')
    const page = await (
      await app.request(paths.help, { headers: { Cookie: 'theme="><script>' } })
    ).text()
    expect(page).toContain('<html lang="en" dir="ltr">')
  })
})

describe('keys pressed alone', () => {
  test('are turned off by a cookie that each page tells its scripts of, and on again', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const off = await app.request(
      paths.appearance,
      aForm({ keys: 'off', return_to: paths.helpKeys }),
    )
    expect([off.status, off.headers.get('Location')]).toEqual([303, paths.helpKeys])
    expect(off.headers.get('Set-Cookie')).toMatch(/^keys=off; Max-Age=31536000; Path=\/; HttpOnly/)
    const page = async (headers: Record<string, string>) =>
      await (await app.request(paths.helpKeys, { headers })).text()
    expect(await page({ Cookie: 'keys=off' })).toContain('data-single-keys="off"')
    expect(await page({ Cookie: 'keys=off' })).toContain('Turn them on')
    expect(await page({ Cookie: 'keys=nonsense' })).not.toContain('data-single-keys')
    const on = await app.request(paths.appearance, aForm({ keys: 'on' }))
    expect(on.headers.get('Set-Cookie')).toContain('Max-Age=0')
  })

  test('and the appearance are two choices: a page with the other is not the same', async ({
    db,
  }) => {
    const { app } = anApp({ db })
    const first = await app.request(paths.helpKeys)
    const headers = { Cookie: 'keys=off', 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect((await app.request(paths.helpKeys, { headers })).status).toBe(200)
    expect((await app.request(paths.appearance, aForm({ return_to: '/help' }))).status).toBe(400)
  })
})

describe('the way back is always our own', () => {
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://evil.example/',
    '\\\\evil',
    '/\t/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    '',
    '/\u0000',
  ]) {
    test(JSON.stringify(evil), () => {
      const back = safeReturn(evil)
      expect(new URL(back, 'https://gainsay.example').origin).toBe('https://gainsay.example')
      expect(back).toMatch(/^\/(?!\/)/)
    })
  }
})

test('high contrast is a choice of its own, and otherwise what the device asks for', async ({
  db,
}) => {
  const { app } = anApp({ db })
  const chosen = await app.request(paths.appearance, aForm({ theme: 'contrast' }))
  expect(chosen.headers.get('Set-Cookie')).toMatch(/^theme=contrast;/)
  const linkIn = async (theme: string) => {
    const page = await app.request(paths.help, { headers: { Cookie: `theme=${theme}` } })
    return /<link rel="stylesheet" href="\/assets\/contrast[^>]*>/.exec(await page.text())?.[0]
  }
  expect(await linkIn('contrast')).not.toContain('media')
  for (const theme of ['light', 'dark', 'system'])
    expect(await linkIn(theme)).toContain('media="(prefers-contrast: more)"')
})
