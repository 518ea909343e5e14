import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { fetchDocument } from '#server/documents/fetch-document.ts'
import { fetchFrom, HOST, refusal, textOf } from '#test/support/fetch-from.ts'
import {
  CERTIFICATE,
  remembering,
  sending,
  serveSecure,
  serveWeb,
} from '#test/support/web-server.ts'

const redirecting = (location: string, status = 302) =>
  serveWeb((_request, answer) => answer.writeHead(status, { Location: location }).end())

const PRIVATE = /^This address points into a private network and is not fetched\./

const BROWSER = 'Open it in your browser and paste its text.'

describe('a document', () => {
  test('comes with its kind, its encoding and where it was found', async () => {
    const server = await serveWeb(
      sending('<p>caf\u00e9', { 'Content-Type': 'Text/HTML; a=b; Charset="windows-1252"' }),
    )
    const { bytes, ...about } = await fetchFrom(server, '/a%20b?c=d#e')
    expect(textOf({ bytes })).toBe('<p>caf\u00e9')
    expect(about).toEqual({
      name: 'page.html',
      charset: 'windows-1252',
      url: `http://${HOST}:${server.port}/a%20b?c=d`,
    })
  })

  test.each([
    ['text/html', 'page.html'],
    ['application/xhtml+xml', 'page.html'],
    ['text/plain', 'text.txt'],
    ['application/pdf', 'file.pdf'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'file.docx'],
    ['text/vtt', 'subtitles.vtt'],
    ['application/x-subrip', 'subtitles.srt'],
  ])('%s is called %s', async (type, name) => {
    const server = await serveWeb(sending('x', { 'Content-Type': type }))
    expect(await fetchFrom(server)).toMatchObject({ name, charset: undefined })
  })

  test.each([
    ['\n <!DOCTYPE html><p>x', 'page.html'],
    ['x <p>', 'text.txt'],
  ])('without a type, %j is called %s', async (body, name) => {
    const server = await serveWeb((_request, answer) => answer.end(body))
    expect((await fetchFrom(server)).name).toBe(name)
  })

  test('of another type is refused by the name of its type', async () => {
    const svg = await serveWeb(sending('<svg>', { 'Content-Type': 'image/svg+xml; charset=x' }))
    expect(await refusal(fetchFrom(svg))).toBe(
      `${HOST} sent image/svg+xml; read are web pages, plain text, PDF, Word (.docx) and subtitles. ${BROWSER}`,
    )
    const odd = await serveWeb(sending('x', { 'Content-Type': '<b>text/html</b>' }))
    expect(await refusal(fetchFrom(odd))).toContain('sent an unknown type; ')
  })

  test.each([
    [404, '404 (Not Found)'],
    [500, '500 (Internal Server Error)'],
    [204, '204 (No Content)'],
    [206, '206 (Partial Content)'],
    [302, '302 (Found)'],
    [304, '304 (Not Modified)'],
    [799, '799'],
  ])('answered %i is refused', async (status, told) => {
    const server = await serveWeb((_request, answer) =>
      answer.writeHead(status, 'Secret words', { 'Content-Type': 'text/plain' }).end(),
    )
    expect(await refusal(fetchFrom(server))).toBe(`${HOST} answered ${told}. ${BROWSER}`)
  })

  test('is asked for without cookies, passwords or where one comes from', async () => {
    const { asked, remember } = remembering((request, answer) =>
      request.url === '/'
        ? answer.writeHead(302, { Location: '/next', 'Set-Cookie': 'a=b' }).end()
        : answer.end('x'),
    )
    const server = await serveWeb(remember)
    await fetchFrom(server)
    expect(asked.map(({ method, url, headers }) => ({ method, url, headers }))).toEqual(
      ['/', '/next'].map((url) => ({
        method: 'GET',
        url,
        headers: {
          host: `${HOST}:${server.port}`,
          'user-agent': expect.stringMatching(/^Gainsay /),
          accept: expect.stringMatching(/^text\/html, /),
          'accept-encoding': 'gzip, deflate, br',
          connection: 'close',
        },
      })),
    )
    expect(server.connections).toHaveLength(2)
  })
})

describe('names', () => {
  test('are looked up once for each connection, which goes to what was checked', async () => {
    const server = await serveWeb(sending('x'))
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    const resolve = async () => answers.shift() ?? []
    await fetchFrom(server, '/', { resolve })
    expect(server.connections).toHaveLength(1)
    expect(answers).toEqual([['10.0.0.1']])
  })

  test('are looked up anew after a redirect', async () => {
    const server = await redirecting('/again')
    const answers = [['127.0.0.1'], ['127.0.0.2']]
    const resolve = async () => answers.shift() ?? []
    expect(await refusal(fetchFrom(server, '/', { resolve }))).toMatch(PRIVATE)
    expect(server.connections).toHaveLength(1)
  })

  test.each([
    [['127.0.0.1', '127.0.0.2']],
    [['10.0.0.1', '127.0.0.1']],
    [['127.0.0.1', '::1']],
    [['127.0.0.1', '::ffff:127.0.0.1']],
  ])('that lead to %j, of which one is private, are refused', async (found) => {
    const server = await serveWeb(sending('x'))
    expect(await refusal(fetchFrom(server, '/', { resolve: async () => found }))).toMatch(PRIVATE)
    expect(server.connections).toEqual([])
  })

  test('of several addresses are reached at the one that answers', async () => {
    const server = await serveWeb(sending('x'))
    const allowed = [`[::1]:${server.port}`, `127.0.0.1:${server.port}`]
    const resolve = async () => ['::1', '127.0.0.1']
    expect(textOf(await fetchFrom(server, '/', { resolve, allowed }))).toBe('x')
  })

  test('that cannot be looked up are named', async () => {
    const server = await serveWeb(sending('x'))
    const failing = (code: string) => async () =>
      await Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }))
    expect(await refusal(fetchFrom(server, '/', { resolve: failing('ENOTFOUND') }))).toBe(
      `There is no host called ${HOST}. Check the address, or paste the text instead.`,
    )
    expect(await refusal(fetchFrom(server, '/', { resolve: failing('EAI_AGAIN') }))).toMatch(
      /^The name paper\.test could not be looked up\. Try again later/,
    )
  })

  test('that are found too late lead to no connection', async () => {
    const server = await serveWeb(sending('x'))
    const found = sleep(100).then(() => ['127.0.0.1'])
    const limits = { milliseconds: 30 }
    expect(await refusal(fetchFrom(server, '/', { resolve: () => found, limits }))).toBe(
      `This address did not answer in full within 0.03 seconds. ${BROWSER}`,
    )
    await found
    await sleep(50)
    expect(server.connections).toEqual([])
  })
})

describe('redirects', () => {
  const counting: RequestListener = ({ url = '' }, answer) => {
    const left = Number(url.slice('/hop/'.length))
    if (left === 0) answer.end('arrived')
    else answer.writeHead(301, { Location: `../hop/${left - 1}` }).end('moved')
  }

  test('are followed three times and no further', async () => {
    const server = await serveWeb(counting)
    const { url, ...rest } = await fetchFrom(server, '/hop/3')
    expect([textOf(rest), url]).toEqual(['arrived', `http://${HOST}:${server.port}/hop/0`])
    expect(server.connections).toHaveLength(4)
    expect(await refusal(fetchFrom(server, '/hop/4'))).toBe(
      `This address is redirected more than 3 times. ${BROWSER}`,
    )
    expect(server.connections).toHaveLength(8)
  })

  test('in a circle end', async () => {
    const server = await redirecting('/')
    expect(await refusal(fetchFrom(server))).toMatch(
      /^This address is redirected more than 3 times/,
    )
  })

  test.each([301, 302, 303, 307, 308])('of status %i are followed, in UTF-8', async (status) => {
    const { asked, remember } = remembering(({ url }, answer) =>
      url === '/'
        ? answer.writeHead(status, { Location: Buffer.from('/ж', 'utf8').toString('latin1') }).end()
        : answer.end('x'),
    )
    await fetchFrom(await serveWeb(remember))
    expect(asked.map(({ url }) => url)).toEqual(['/', '/%D0%B6'])
  })

  test.each([
    ['by address', (port: number) => `http://127.0.0.1:${port}/`],
    ['by disguised address', (port: number) => `http://[::ffff:7f00:1]:${port}/`],
    ['by name', (port: number) => `http://inside.test:${port}/`],
    ['without a scheme', (port: number) => `//inside.test:${port}/`],
    ['with backslashes', (port: number) => `\\\\127.1:${port}\\`],
  ])('into a private network %s are refused', async (_how, location) => {
    const secret = await serveWeb(sending('secret'))
    const server = await redirecting(location(secret.port))
    // The other port is open, to somebody else: what is refused is refused for its address.
    const allowed = [`127.0.0.1:${server.port}`, `192.0.2.77:${secret.port}`]
    expect(await refusal(fetchFrom(server, '/', { allowed }))).toMatch(PRIVATE)
    expect(secret.connections).toEqual([])
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data/', PRIVATE],
    ['file:///etc/passwd', /^Give a whole web address/],
    ['http://', /^Give a whole web address/],
    ['http://user@paper.test/', /^This address holds a user name/],
    ['http://paper.test:22/', /^Only the usual web ports, 80 and 443/],
    [`/${'x'.repeat(2048)}`, /^This address is longer than 2,048/],
  ])('to %s are refused', async (location, why) => {
    const server = await redirecting(location)
    expect(await refusal(fetchFrom(server))).toMatch(why)
    expect(server.connections).toHaveLength(1)
  })
})

describe('over TLS', () => {
  test('a certificate that nobody vouches for is refused', async () => {
    const { asked, remember } = remembering(sending('secret'))
    const server = await serveSecure(remember)
    const allowed = [`127.0.0.1:${server.port}`]
    const resolve = async () => ['127.0.0.1']
    expect(
      await refusal(fetchDocument(`https://${HOST}:${server.port}/`, { resolve, allowed })),
    ).toBe(`The certificate of ${HOST} is not valid, so nobody can tell who answers. ${BROWSER}`)
    expect(asked).toEqual([])
  })

  test('a name is checked against the certificate, and nothing leads from https to http', async () => {
    const plain = await serveWeb(sending('plain'))
    const server = await serveSecure(({ url }, answer) =>
      url === '/'
        ? answer.end('safe')
        : answer.writeHead(302, { Location: `http://${HOST}:${plain.port}/` }).end(),
    )
    const at = `https://${HOST}:${server.port}`
    const addresses = [`${at}/`, `https://paper.test.:${server.port}/`, `${at}/down`]
    const other = `https://other.test:${server.port}/`
    expect(await fetchTrusting([...addresses, other], [server.port, plain.port])).toEqual([
      'safe',
      'safe',
      `${HOST} redirects from https to http, where anybody on the way can change the text. ${BROWSER}`,
      `The certificate of other.test is not valid, so nobody can tell who answers. ${BROWSER}`,
    ])
    expect(server.names.slice(0, 3)).toEqual([HOST, HOST, HOST])
    expect(plain.connections).toEqual([])
  })
})

/** Fetch in a process that trusts our certificate, which Node takes only when it starts. */
async function fetchTrusting(addresses: string[], ports: number[]): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-test-'))
  const file = join(folder, 'certificate.pem')
  await writeFile(file, CERTIFICATE)
  const allowed = ports.map((port) => `127.0.0.1:${port}`)
  const script = `
    const { fetchDocument } = await import('#server/documents/fetch-document.ts')
    const options = { resolve: async () => ['127.0.0.1'], allowed: ${JSON.stringify(allowed)} }
    const told = []
    for (const address of ${JSON.stringify(addresses)})
      told.push(await fetchDocument(address, options).then(
        ({ bytes }) => new TextDecoder().decode(bytes), ({ message }) => message))
    console.log(JSON.stringify(told))`
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      {
        env: {
          ...process.env,
          NODE_EXTRA_CA_CERTS: file,
          // None of these may change anything.
          NODE_TLS_REJECT_UNAUTHORIZED: '0',
          NODE_USE_ENV_PROXY: '1',
          HTTPS_PROXY: `http://127.0.0.1:${ports[1]}`,
        },
      },
    )
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true })
  }
}
