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
