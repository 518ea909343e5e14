import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHALLENGE_MS,
  type PasskeyPurpose,
  challengeOf,
  describePasskeySite,
  isChallengeFor,
  isCounterBack,
  parseAssertion,
  parseRegistration,
} from '#server/domain/passkeys.ts'

describe('a site has passkeys', () => {
  test.for([
    ['https://gainsay.example', 'gainsay.example'],
    ['https://desk.gainsay.example:8443', 'desk.gainsay.example'],
    ['http://localhost:3000', 'localhost'],
    ['http://desk.localhost', 'desk.localhost'],
  ] as const)('at %s', ([origin, id]) => {
    expect(describePasskeySite(origin)).toEqual({ ok: true, rp: { id, origin } })
  })
})

describe('a site has none', () => {
  test.for([
    ['http://127.0.0.1:3000', { lacks: 'name', instead: 'http://localhost:3000' }],
    ['http://[::1]', { lacks: 'name', instead: 'http://localhost' }],
    ['http://192.0.2.7:3000', { lacks: 'name' }],
    ['https://192.0.2.7', { lacks: 'name' }],
    ['http://3221225991', { lacks: 'name' }],
    ['https://[2001:db8::7]', { lacks: 'name' }],
    ['http://gainsay.example', { lacks: 'https' }],
    ['http://localhost.example', { lacks: 'https' }],
    ['http://evillocalhost', { lacks: 'https' }],
  ] as const)('at %s', ([origin, why]) => {
    expect(describePasskeySite(origin)).toEqual({ ok: false, ...why })
  })
})

describe('a challenge', () => {
  const purposes = fc.constantFrom<PasskeyPurpose>('register', 'sign-in', 'confirm')
  const accounts = fc.constantFrom(null, 1, 2)
  const at = (ms: number) => new Date(Date.UTC(2026, 10, 24) + ms)

  test('counts for its own purpose and account, and before its end alone', () => {
    const some = fc.record({ purpose: purposes, accountId: accounts })
    fc.assert(
      fc.property(some, some, fc.constantFrom(-1, 0, 1), (given, wanted, late) => {
        const isSame = given.purpose === wanted.purpose && given.accountId === wanted.accountId
        const challenge = { ...given, expiresAt: at(CHALLENGE_MS) }
        expect(isChallengeFor(challenge, { ...wanted, now: at(CHALLENGE_MS + late) })).toBe(
          isSame && late < 0,
        )
      }),
    )
  })
})

describe('a counter', () => {
  test('has to grow, unless it has always been 0', () => {
    const uint32 = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 2 ** 32 - 1 }))
    fc.assert(
      fc.property(uint32, uint32, (kept, sent) => {
        const isFine = sent > kept || (sent === 0 && kept === 0)
        expect(isCounterBack(kept, sent)).toBe(!isFine)
      }),
    )
  })
})

describe('what a browser sends', () => {
  const client = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const registration = (part: object = {}, response: object = {}) =>
    JSON.stringify({
      id: 'AQID',
      rawId: 'AQID',
      type: 'public-key',
      ...part,
      response: {
        clientDataJSON: client({ challenge: 'YWJj' }),
        attestationObject: 'AQID',
        transports: ['internal'],
        ...response,
      },
    })

  test('is read, with the challenge that it answers', () => {
    const read = parseRegistration(registration({ clientExtensionResults: { credProps: {} } }))
    expect(read).toEqual(JSON.parse(registration()))
    expect(read === undefined ? '' : challengeOf(read)).toBe('YWJj')
  })

  test('names ways to reach it that are words, or none', () => {
    for (const transports of [undefined, 'usb', ['<b>'], [1], Array<string>(11).fill('usb')])
      expect(parseRegistration(registration({}, { transports }))?.response.transports).toEqual([])
  })

  test.for<readonly [string, string]>([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['no credential of ours', registration({ type: 'password' })],
    ['two ids', registration({ rawId: 'AQIE' })],
    ['an id that is not base64url', registration({ id: 'a+b/', rawId: 'a+b/' })],
    ['no client data', registration({}, { clientDataJSON: undefined })],
    ['a huge attestation', registration({}, { attestationObject: 'A'.repeat(16_001) })],
  ])('is nothing where it is %s', ([, text]) => {
    expect(parseRegistration(text)).toBeUndefined()
    expect(parseAssertion(text)).toBeUndefined()
  })

  test('answers no challenge where its client data names none', () => {
    for (const clientDataJSON of [
      client({}),
      client(null),
      client({ challenge: 7 }),
      'AQID',
      '-',
    ]) {
      const read = parseRegistration(registration({}, { clientDataJSON }))
      expect(read && challengeOf(read)).toBeUndefined()
    }
  })

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((s) => registration({}, { clientDataJSON: s })),
        ),
        (text) => {
          for (const read of [parseRegistration(text), parseAssertion(text)])
            if (read !== undefined) challengeOf(read)
        },
      ),
    )
  })
})
