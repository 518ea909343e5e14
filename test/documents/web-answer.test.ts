import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fetchFrom, HOST, refusal, textOf } from '#test/support/fetch-from.ts'
import { sending, serveRaw, serveWeb } from '#test/support/web-server.ts'

const BROWSER = 'Open it in your browser and paste its text.'

const closed = async (socket: Socket | undefined) => {
  if (socket?.destroyed === false) await new Promise((resolve) => socket.once('close', resolve))
}

describe('a packed document', () => {
  const text = 'Words that repeat. '.repeat(1000)

  test.each([
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['identity', text],
    ['', text],
  ])('in %j is unpacked', async (encoding, body) => {
    const server = await serveWeb(sending(body, { 'Content-Encoding': encoding }))
    expect(textOf(await fetchFrom(server))).toBe(text)
  })

  test.each([
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['gzip, br, deflate, gzip, br, gzip', text],
    ['zstd', text],
  ])('in %j is refused', async (encoding, body) => {
    const server = await serveWeb(sending(body, { 'Content-Encoding': encoding }))
    expect(await refusal(fetchFrom(server))).toBe(
      `${HOST} packed this document in a way that is not read here (${encoding}). ${BROWSER}`,
    )
  })

  test('on the way is unpacked as well, but not a second time', async () => {
    const packing = (headers: string) => (socket: Socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n${headers}\r\n`)
      socket.end(gzipSync(text))
    }
    expect(textOf(await fetchFrom(await serveRaw(packing(''))))).toBe(text)
    const twice = await serveRaw(packing('Content-Encoding: gzip\r\n'))
    expect(await refusal(fetchFrom(twice))).toContain('not read here (gzip, gzip)')
  })

  test.each([
    ['gzip', gzipSync(text).subarray(0, 40)],
    ['br', brotliCompressSync(text).subarray(0, 20)],
    ['deflate', Buffer.from('no deflate at all')],
    ['gzip', ''],
  ])('in %s that is damaged is refused', async (encoding, body) => {
    const server = await serveWeb(sending(body, { 'Content-Encoding': encoding }))
    expect(await refusal(fetchFrom(server))).toBe(`What ${HOST} sent is damaged. ${BROWSER}`)
  })

  test('of 1 GB of zeros is refused before it fills the memory', async () => {
    const bomb = Buffer.concat(Array<Buffer>(64).fill(gzipSync(Buffer.alloc(2 ** 24))))
    const server = await serveWeb(sending(bomb, { 'Content-Encoding': 'gzip' }))
    const held = () => process.memoryUsage().arrayBuffers
    const before = held()
    let most = before
    const watch = setInterval(() => (most = Math.max(most, held())), 1)
    const refused = await refusal(fetchFrom(server))
    clearInterval(watch)
    expect(refused).toBe(`This document is larger than 5 MB. ${BROWSER}`)
    expect(Math.max(most, held()) - before).toBeLessThan(48 * 1024 * 1024)
  })
})

describe('a server', () => {
  const MB = 1024 * 1024

  test('that sends 5 MB is read, and one byte more is not', async () => {
    const ofSize = async (size: number) =>
      await fetchFrom(
        await serveWeb((_request, answer) => {
          answer.write(Buffer.alloc(size - 1, 'x'))
          answer.end('x')
        }),
      )
    expect((await ofSize(5 * MB)).bytes).toHaveLength(5 * MB)
    expect(await refusal(ofSize(5 * MB + 1))).toBe(`This document is larger than 5 MB. ${BROWSER}`)
  })

  test('that never ends its document is cut off', async () => {
    let sent = 0
    const server = await serveWeb((_request, answer) => {
      const more = () => {
        while (!answer.destroyed && answer.write(Buffer.alloc(65_536))) sent += 65_536
      }
      answer.on('drain', more)
      more()
    })
    expect(await refusal(fetchFrom(server, '/', { limits: { bytes: MB } }))).toContain('than 1 MB')
    await closed(server.connections[0])
    expect(sent).toBeLessThan(32 * MB)
  })

  test('whose document is not wanted is left at once', async () => {
    const server = await serveWeb((_request, answer) => answer.writeHead(404).write('and then'))
    await refusal(fetchFrom(server))
    const left = closed(server.connections[0]).then(() => 'left')
    expect(await Promise.race([left, sleep(3000, 'still there')])).toBe('left')
  })

  test('that sends 10,000 pieces is read', async () => {
    const server = await serveWeb((_request, answer) => {
      for (let i = 0; i < 10_000; i++) answer.write('x')
      answer.end()
    })
    expect((await fetchFrom(server)).bytes).toHaveLength(10_000)
  })

  test.each([
    ['headers', 'HTTP/1.1 200 OK\r\nX: '],
    ['early hints', 'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nX: '],
    ['its document', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n'],
  ])('that drips %s is left', async (_what, start) => {
    const server = await serveRaw((socket) => {
      socket.write(start)
      const drip = setInterval(() => socket.write('x'), 10)
      socket.on('close', () => clearInterval(drip))
    })
    const limits = { milliseconds: 150 }
    expect(await refusal(fetchFrom(server, '/', { limits }))).toBe(
      `This address did not answer in full within 0.15 seconds. ${BROWSER}`,
    )
    await closed(server.connections[0])
  })

  test('that redirects slowly is left: the time is for everything', async () => {
    const server = await serveWeb((_request, answer) => {
      setTimeout(() => answer.writeHead(302, { Location: '/' }).end(), 80)
    })
    const limits = { milliseconds: 200 }
    expect(await refusal(fetchFrom(server, '/', { limits }))).toContain('within 0.2 seconds')
    expect(server.connections.length).toBeLessThan(4)
  })

  test.each([
    ['one huge header', `X: ${'x'.repeat(17_000)}\r\n`],
    ['many cookies', 'Set-Cookie: abcdefgh=ijklmnop\r\n'.repeat(1000)],
  ])('that sends %s is refused', async (_what, headers) => {
    const server = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${headers}Content-Length: 1\r\n\r\nx`),
    )
    expect(await refusal(fetchFrom(server))).toBe(
      `${HOST} answered with more than 16 KB of headers. ${BROWSER}`,
    )
  })

  const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n'

  test.each([
    ['promises more than it sends', `${OK}Content-Length: 1000\r\n\r\nhello`, 'broke off before'],
    [
      'ends within a chunk',
      `${OK}Transfer-Encoding: chunked\r\n\r\nff\r\nhello`,
      'broke off before',
    ],
    ['promises too much', `${OK}Content-Length: 99999999999\r\n\r\nhello`, 'is larger than 5 MB'],
    [
      'promises nonsense',
      `${OK}Content-Length: -1\r\n\r\nhello`,
      'does not answer as a web server',
    ],
    ['speaks HTTP/0.9', 'hello\n', 'does not answer as a web server'],
    [
      'wants another protocol',
      'HTTP/1.1 101 x\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      'reached',
    ],
    ['says nothing', '', 'cannot be reached at the moment'],
  ])('that %s is refused', async (_what, sent, why) => {
    const server = await serveRaw((socket) => socket.end(sent))
    expect(await refusal(fetchFrom(server))).toContain(why)
  })

  test('that promises less than it sends is taken at its word', async () => {
    const server = await serveRaw((socket) => socket.end(`${OK}Content-Length: 5\r\n\r\nhello you`))
    expect(textOf(await fetchFrom(server))).toBe('hello')
  })

  test('that resets the connection midway is told so', async () => {
    const server = await serveRaw((socket) => {
      socket.write(`${OK}Content-Length: 1000\r\n\r\nhello`)
      setTimeout(() => socket.resetAndDestroy(), 50)
    })
    expect(await refusal(fetchFrom(server))).toBe(
      `${HOST} broke off before the end of the document. ${BROWSER}`,
    )
  })

  test('that is not there is told so', async () => {
    const nobody = { port: 1, connections: [] }
    expect(await refusal(fetchFrom(nobody))).toBe(
      `${HOST} cannot be reached at the moment. ${BROWSER}`,
    )
  })
})
