import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DocumentError } from '#server/documents/document.ts'
import { fetchDocument } from '#server/documents/fetch-document.ts'
import { isPublicAddress } from '#server/web/public-addresses.ts'
import { serveWeb } from '#test/support/web-server.ts'

const PRIVATE =
  'This address points into a private network and is not fetched. You can still paste its text.'

const NOT_PUBLIC = {
  'this network': ['0.0.0.0', '0.255.255.255', '::'],
  loopback: ['127.0.0.1', '127.255.255.255', '::1'],
  'private use': ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.255.255'],
  'shared by carriers': ['100.64.0.0', '100.127.255.255'],
  'of the link, and metadata of clouds': ['169.254.0.0', '169.254.169.254', 'fe80::1', 'febf::1'],
  'of a platform': ['168.63.129.16'],
  'for protocols, documents and benchmarks': [
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.0',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '2001:2::1',
    '2001:db8::1',
    '3fff::1',
  ],
  'to many, and reserved': [
    '224.0.0.0',
    '239.255.255.255',
    '240.0.0.0',
    '255.255.255.255',
    'ff02::1',
  ],
  'local of IPv6': ['fc00::', 'fdff::1', 'fec0::1', 'fd00:ec2::254'],
  'IPv4 within IPv6': [
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:a00:1',
    '::127.0.0.1',
    '::8.8.8.8',
    '::ffff:0:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::a00:1',
    '64:ff9b:1:ffff::1',
    '2002:7f00:1::',
    '2002:808:808::1',
    '2001::1',
    '2001:0:808:808::1',
  ],
  'outside of what is handed out': ['100::1', '1fff::1', '4000::1', '5f00::1', 'f000::1'],
  'with a zone': ['fe80::1%eth0', '2606:4700::1111%1'],
  'no address': ['', 'localhost', '8.8.8', '0x08080808', '[2606:4700::1111]', ' 8.8.8.8'],
}

const PUBLIC = [
  ['1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  [
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
  ],
  ['192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '168.63.129.15'],
  ['2000::1', '2001:200::1', '2606:4700::1111', '2a00:1450:4001::200e', '2003::1'],
].flat()

test.each(Object.entries(NOT_PUBLIC))('addresses %s are not public', (_why, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([])
})

test('addresses right beside these are public', () => {
  expect(PUBLIC.filter((address) => !isPublicAddress(address))).toEqual([])
})

/** What the fetch of an address says, where every name leads to `found`. */
async function refusal(address: string, found: readonly string[], port = 1): Promise<string> {
  // Opens the port to somebody else: what is refused is refused for its address.
  const allowed = [`192.0.2.77:${port}`]
  const limits = { milliseconds: 2000 }
  return await fetchDocument(address, { resolve: async () => found, allowed, limits }).then(
    () => 'fetched',
    (error: unknown) => {
      expect(error).toBeInstanceOf(DocumentError)
      return (error as DocumentError).message
    },
  )
}

const aServer = async () => await serveWeb((_request, answer) => answer.end('secret'))

const NAMED = { 'a name': 'paper.test', 'a name with a dot': 'paper.test.' }

const DISGUISES = {
  plain: '127.0.0.1',
  'short forms': '127.1',
  'three parts': '127.0.1',
  decimal: '2130706433',
  hexadecimal: '0x7f000001',
  octal: '0177.0.0.1',
  'long octal': '000000000177.0.0.1',
  mixed: '0x7f.0.0.01',
  zero: '0',
  'a trailing dot': '127.0.0.1.',
  'full-width digits': '１２７．０．０．１',
  'digits in circles': '①②⑦.⓪.⓪.①',
  'ideographic full stops': '127。0。0｡1',
  'percent-encoding': '%31%32%37.0.0.1',
  'percent-encoded dots': '127%2e0%2E0%2e1',
  'a soft hyphen': '127.0.\u00ad0.1',
  IPv6: '[::1]',
  'IPv6 unspecified': '[::]',
  'IPv6 in full': '[0000:0000:0000:0000:0000:0000:0000:0001]',
  'IPv4-mapped': '[::ffff:127.0.0.1]',
  'IPv4-mapped, hexadecimal': '[0:0:0:0:0:FFFF:7F00:1]',
  'IPv4-compatible': '[::127.0.0.1]',
  NAT64: '[64:ff9b::127.0.0.1]',
  'NAT64 of a network': '[64:ff9b:1::7f00:1]',
  '6to4': '[2002:7f00:1::]',
  Teredo: '[2001:0:7f00:1::]',
}

describe('an address of the web', () => {
  test.each(Object.entries({ ...NAMED, ...DISGUISES }))('by %s is refused', async (_how, host) => {
    const { port, connections } = await aServer()
    expect(await refusal(`http://${host}/`, ['127.0.0.1'])).toBe(PRIVATE)
    expect(await refusal(`https://${host}/`, ['127.0.0.1'])).toBe(PRIVATE)
    expect(await refusal(`http://${host}:${port}/`, ['127.0.0.1'], port)).toBe(PRIVATE)
    expect(connections).toEqual([])
  })

  test.each([
    ['with a zone', 'http://[fe80::1%25eth0]/', /whole web address/],
    ['with a broken number', 'http://127.0.0.256/', /whole web address/],
    ['without a scheme', '127.0.0.1/', /whole web address/],
    ['with another scheme', 'file:///etc/passwd', /whole web address/],
    ['with a user', 'http://user@8.8.8.8/', /user name or a password/],
    ['with a password', 'http://:secret@8.8.8.8/', /user name or a password/],
    ['of a database', 'http://8.8.8.8:5432/', /ports, 80 and 443/],
    ['of no port', 'http://8.8.8.8:0/', /ports, 80 and 443/],
    ['of a port that wraps around', 'http://8.8.8.8:65616/', /whole web address/],
    ['that is too long', `http://8.8.8.8/${'x'.repeat(2048)}`, /longer than 2,048/],
    ['that hides another behind a user', 'http://8.8.8.8@127.0.0.1/', /user name/],
    ['that hides another behind a backslash', 'http://127.0.0.1\\@8.8.8.8/', /private network/],
  ])('%s is refused', async (_how, address, why) => {
    expect(await refusal(address, ['127.0.0.1'])).toMatch(why)
  })

  test('of a host of which one address is not public is refused', async () => {
    expect(await refusal('http://mixed.test/', ['192.168.0.1', '8.8.8.8'])).toBe(PRIVATE)
    expect(await refusal('http://mixed.test/', ['8.8.8.8', '2606:4700::1111', '::1'])).toBe(PRIVATE)
  })

  test('on a port that is open to another address is refused', async () => {
    expect(await refusal('http://8.8.8.8:8080/', [], 8080)).toBe(PRIVATE)
  })

  test('is looked up by this machine where nothing else is said', async () => {
    await expect(fetchDocument('http://localhost/')).rejects.toThrow(PRIVATE)
  })

  test('whose host has no address is named', async () => {
    expect(await refusal('http://nobody.test/', [])).toBe(
      'There is no host called nobody.test. Check the address, or paste the text instead.',
    )
  })
})

const SHARED = new URL('../../../shared/data/naughty/ssrf_cases.json', import.meta.url)

interface Cases {
  readonly refuse: readonly string[]
  readonly url_spellings_of_loopback: readonly string[]
  readonly schemes_refused: readonly string[]
}

describe.skipIf(!existsSync(SHARED))('the shared list', () => {
  const read = () => JSON.parse(readFileSync(SHARED, 'utf8')) as Cases

  test('of addresses is refused, resolved or literal', async () => {
    const { refuse } = read()
    for (const address of refuse)
      expect(await refusal('http://paper.test/', [address]), address).toBe(PRIVATE)
    // What names a zone is no web address.
    for (const address of refuse.filter((one) => !one.includes('%'))) {
      const literal = address.includes(':') ? `[${address}]` : address
      expect(await refusal(`http://${literal}/`, []), literal).toBe(PRIVATE)
    }
  })

  test('of spellings is refused', async () => {
    for (const address of read().url_spellings_of_loopback)
      expect(await refusal(address, ['127.0.0.1']), address).toMatch(/private network|user name/)
  })

  test('of schemes is refused', async () => {
    for (const address of read().schemes_refused)
      expect(await refusal(address, ['127.0.0.1']), address).toMatch(/whole web address/)
  })
})
