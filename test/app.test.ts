import { expect } from 'vitest'
import { test } from '#test/support/database.ts'
import { anApp } from '#test/support/app.ts'

/** Routes of the shell; those of other resources are mapped where they are tested. */
const shell = /^\/($|sign-|appearance|help|accessibility|healthz|readyz|metrics|csp-reports)/

test('the map of every address of the shell', ({ db }) => {
  const map = anApp({ db }).app.routes.filter(
    ({ method, path }) => method !== 'ALL' && shell.test(path) && path !== '/',
  )
  expect([...new Set(map.map(({ method, path }) => `${method} ${path}`))].sort())
    .toMatchInlineSnapshot(`
      [
        "GET /accessibility",
        "GET /healthz",
        "GET /help",
        "GET /help/encoding",
        "GET /help/keys",
        "GET /metrics",
        "GET /readyz",
        "GET /sign-in",
        "GET /sign-in/:token",
        "POST /appearance",
        "POST /csp-reports",
        "POST /sign-in",
        "POST /sign-out",
      ]
    `)
})
