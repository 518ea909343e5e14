import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, onTestFinished } from 'vitest'
import { MOST_TEXT } from '#server/documents/document.ts'
import { listen } from '#server/listen.ts'
import { paths } from '#server/paths.ts'
import { openTown } from '#test/support/a-claim-form.ts'
import { textOf } from '#test/support/a-record.ts'
import { test } from '#test/support/database.ts'
import { controlsOf, readPage } from '#test/support/hostile-html.ts'
import { tablesOf } from '#test/support/hostile-record.ts'

const address = paths.newSource('bridge')
const MEGABYTE = 1024 * 1024
const TOO_LARGE = 'What was sent is too large. At most 20 MB is accepted here.'

/** How a body begins that is one large field. */
interface Body {
  readonly type: string
  readonly head: string
}

const multipart = (disposition: string): Body => ({
  type: 'multipart/form-data; boundary=part',
  head: `--part\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n<p>`,
})

const BODIES: Readonly<Record<string, Body>> = {
  text: { type: 'application/x-www-form-urlencoded', head: 'step=save&text=' },
  markup: multipart('name="html"'),
  'a file': multipart('name="file"; filename="a.html"'),
}

/** Send 50 MB over a connection, as far as they are taken. */
async function sendLarge(
  to: string,
  { type, head }: Body,
  { saysLength, headers }: { saysLength: boolean; headers: Record<string, string> },
) {
  const length = { 'Content-Length': String(head.length + 50 * MEGABYTE) }
  const asked = request(to, {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': type,
      'Sec-Fetch-Site': 'same-origin',
      ...(saysLength ? length : {}),
    },
  })
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>
  let sent = 0
  function* pieces() {
    yield Buffer.from(head)
    for (const piece = Buffer.alloc(MEGABYTE / 4, 'a '); sent < 50 * MEGABYTE; sent += piece.length)
      yield piece
  }
  // The server may close while we still send.
  const sending = pipeline(Readable.from(pieces()), asked).catch(() => {})
  const [answer] = await answered
  const page = await readText(answer)
  asked.destroy()
  await sending
  return { status: answer.statusCode, page, megabytes: sent / MEGABYTE }
}

describe('a body of 50 MB', () => {
  const cases = Object.keys(BODIES).flatMap((what) => [
    [what, true] as const,
    [what, false] as const,
  ])

  test.for(cases)(
    'that is %s (it says how long it is: %s) is refused before it is read',
    async ([what, saysLength], { db }) => {
      const { app, headers } = await openTown(db)
      const server = await listen(() => app, { host: '127.0.0.1', port: 0 })
      onTestFinished(async () => void (await server.drain(1000)))
      const before = await tablesOf(db)
      const resident = process.memoryUsage().rss
      const body = BODIES[what] ?? multipart('')
      const answer = await sendLarge(server.origin + address, body, { saysLength, headers })
      expect(answer.status).toBe(413)
      expect(textOf(answer.page)).toContain(TOO_LARGE)
      // What the limit lets in, and what is under way in the connection.
      expect(answer.megabytes).toBeLessThan(saysLength ? 20 : 35)
      expect((process.memoryUsage().rss - resident) / MEGABYTE).toBeLessThan(150)
      expect(await tablesOf(db)).toEqual(before)
      expect((await fetch(server.origin + address, { headers })).status).toBe(200)
    },
  )
})

describe('a text of 2,000,001 characters', () => {
  const text = `${'a '.repeat(MOST_TEXT / 2)}b`

  test('is not saved: how much it is too long is said, and all of it is still there', async ({
    db,
  }) => {
    const { send } = await openTown(db)
    const before = await tablesOf(db)
    const facts = { title: 'Long', published: '2020', 'source-language': 'en' }
    const answer = await send(address, { ...facts, text, step: 'save' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    const says = 'Text is 2,000,001 characters; at most 2,000,000. Shorten it by 1.'
    expect(textOf(page)).toContain(says)
    expect(controlsOf(readPage(page)).get('text')).toEqual([text])
    expect(await tablesOf(db)).toEqual(before)
  })

  test.for([
    ['text', { text }],
    ['markup', { text: 'As it was pasted.', html: `<p>${text}</p>` }],
  ] as const)(
    'is not read as %s, and what was pasted is still there',
    async ([, given], { db }) => {
      const { send } = await openTown(db)
      const page = await (await send(address, { ...given, step: 'read' })).text()
      const says =
        'Its text is 2,000,001 characters; at most 2,000,000 are kept. Paste the part that matters.'
      expect(textOf(page)).toContain(says)
      expect(controlsOf(readPage(page)).get('text')).toEqual([given.text])
    },
  )
})
