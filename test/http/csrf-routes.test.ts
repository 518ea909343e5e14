import { describe, expect } from 'vitest'
import { anApp, ORIGIN, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { matrix } from './role-matrix.ts'

/** Every route that changes something; browsers send reports on their own account. */
const unsafe = Object.keys(matrix)
  .filter((route) => route.startsWith('POST ') && route !== 'POST /csp-reports')
  .map((route) => route.slice(5).replace(/:\w+/g, '1'))

const types = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  'application/json; charset=utf-8',
  'text/html',
  'application/octet-stream',
  undefined,
] as const

/** What another site's page can make a browser send. */
const origins: readonly Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site', Origin: 'http://evil.localhost' },
  { 'Sec-Fetch-Site': 'none' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN },
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
]

describe('no route that changes something', () => {
  test(
    'takes what another site sends, whatever its type, with a session or without',
    {
      timeout: 60_000,
    },
    async ({ db }) => {
      const { app } = anApp({ db })
      const { Cookie, csrf } = await signedIn(app, db)
      const taken: string[] = []
      for (const path of unsafe)
        for (const type of types)
          for (const origin of origins) {
            const headers = {
              ...origin,
              Cookie,
              ...(type === undefined ? {} : { 'Content-Type': type }),
            }
            const answer = await app.request(path, {
              method: 'POST',
              body: `csrf=${csrf}`,
              headers,
            })
            if (answer.status !== 403)
              taken.push(`${path} ${type} ${JSON.stringify(origin)}: ${answer.status}`)
          }
      expect(taken).toEqual([])
      expect(unsafe.length * types.length * origins.length).toBeGreaterThan(1000)
    },
  )

  test(
    'takes a form of ours without the token of its session, or with another’s',
    {
      timeout: 60_000,
    },
    async ({ db }) => {
      const { app } = anApp({ db })
      const { Cookie } = await signedIn(app, db)
      const { csrf: others } = await signedIn(app, db)
      const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie }
      const taken: string[] = []
      for (const path of unsafe)
        for (const csrf of [undefined, '', others, 'x'.repeat(43)]) {
          const body = new URLSearchParams(csrf === undefined ? {} : { csrf })
          const { status } = await app.request(path, { method: 'POST', body, headers })
          if (status !== 403) taken.push(`${path} ${csrf}: ${status}`)
        }
      expect(taken).toEqual([])
    },
  )
})
