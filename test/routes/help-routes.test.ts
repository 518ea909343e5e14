import { HtmlValidate } from 'html-validate'
import { describe, expect } from 'vitest'
import { paths } from '#server/paths.ts'
import { anApp, signedIn } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'
import { wording } from '#views/words/wording.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Written by hono/jsx, all allowed by the standard: void elements with a slash, empty values.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    // The reset and the sheet set these; the rules are of another taste.
    'long-title': 'off',
    'prefer-native-element': 'off',
  },
})

test('the validator does find what is wrong', async () => {
  expect((await validator.validateString('<!doctype html><p id="a"><div id="a"></p>')).valid).toBe(
    false,
  )
})

describe('pages of help are valid HTML, for readers and signed in', () => {
  for (const path of [
    paths.help,
    paths.helpEncoding,
    paths.helpKeys,
    paths.accessibility,
    '/nowhere',
    paths.signIn('x'.repeat(43)),
  ]) {
    test(path, async ({ db }) => {
      const { app } = anApp({ db })
      const { Cookie } = await signedIn(app, db)
      for (const headers of [{}, { Cookie }]) {
        const page = await (await app.request(path, { headers })).text()
        const report = await validator.validateString(page)
        expect(
          report.results.flatMap(({ messages }) =>
            messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
          ),
        ).toEqual([])
      }
    })
  }
})

test('every sign that a comparison can show is explained', async ({ db }) => {
  const page = await (await anApp({ db }).app.request(paths.helpEncoding)).text()
  for (const word of Object.values(wording().relations))
    expect(page).toContain(`<span>${word}</span>`)
  expect(page).toContain('Suggested: conflicts')
})

test('every page has one main, one first heading, a skip link to it, and a live region from the start', async ({
  db,
}) => {
  for (const path of [paths.help, '/nowhere']) {
    const page = await (await anApp({ db }).app.request(path)).text()
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page.match(/<main id="main" tabindex="-1"/g)).toHaveLength(1)
    expect(page).toContain('<a class="skip" href="#main">')
    expect(page).toContain(
      '<div id="live" class="visually-hidden" role="status" aria-live="polite" aria-atomic="true"></div>',
    )
    expect(page).toMatch(/^<!doctype html><html lang="en"/)
  }
})
