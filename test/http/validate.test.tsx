import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AppEnv } from '#server/http/context.ts'
import { answerError } from '#server/http/on-error.ts'
import { plainText } from '#server/http/text.ts'
import { validForm, validQuery } from '#server/http/validate.ts'
import { ErrorSummary, TextArea, TextField, valueOf } from '#views/shared/fields.tsx'

const Note = z.object({
  title: plainText({ label: 'Title', max: 10 }),
  body: z.string().optional(),
  tag: z.array(z.string()).optional(),
})

const app = new Hono<AppEnv>()
  .post(
    '/note',
    validForm(Note, ({ values, errors }, c) =>
      c.html(
        <form>
          <ErrorSummary errors={errors} />
          <TextField
            name="title"
            label="Title"
            hint="Short."
            value={valueOf(values, 'title')}
            errors={errors}
          />
          <TextArea name="body" label="Body" value={valueOf(values, 'body')} errors={errors} />
        </form>,
        422,
      ),
    ),
    (c) => c.json(c.req.valid('form')),
  )
  .get(
    '/list',
    validQuery(
      z.object({ p: z.array(z.string()).optional(), page: z.coerce.number().int().optional() }),
    ),
    (c) => c.json(c.req.valid('query')),
  )
app.onError(answerError)

const send = async (body: string) =>
  await app.request('/note', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
  })

describe('a form', () => {
  test('reaches its handler as the schema says, without the token', async () => {
    expect(await (await send('title=+Hi+&tag=a&tag=b&csrf=x')).json()).toEqual({
      title: 'Hi',
      tag: ['a', 'b'],
    })
  })

  test('comes back with what was typed, each message at its field and in the summary', async () => {
    const answer = await send('title=&body=%0Aa%22%3Cb%3E')
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('<a href="#f-title">Enter the title.</a>')
    expect(page).toContain('aria-describedby="f-title-hint f-title-error" aria-invalid="true"')
    expect(page).toMatch(/<textarea[^>]*>\n\na&quot;&lt;b&gt;<\/textarea>/)
  })

  const refused: readonly [string, string, string][] = [
    ['a field it does not have', 'title=x&role=admin', 'This form has no field “role”.'],
    ['a prototype', 'title=x&__proto__=1', 'This form has no field “__proto__”.'],
    ['the same field twice', 'title=x&title=y', '“title” was sent 2 times; it holds one value.'],
    [
      'bytes that are no text',
      'title=a%FF',
      'This field contains a broken character at position 2. Paste the text again.',
    ],
  ]
  for (const [what, body, says] of refused) {
    test(`refuses ${what}`, async () => {
      const answer = await send(body)
      expect([answer.status, (await answer.text()).includes(says)]).toEqual([422, true])
    })
  }
})

test('a query collects lists, takes the last of single values, and ignores names that others add', async () => {
  expect(await (await app.request('/list?p=a&p=b&page=1&page=2&utm_source=x')).json()).toEqual({
    p: ['a', 'b'],
    page: 2,
  })
  expect(await (await app.request('/list?p=a')).json()).toEqual({ p: ['a'] })
})
