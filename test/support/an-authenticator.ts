import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/**
 * A key that signs as an authenticator does, and the browser around it: real responses, with ES256, whose
 * parts can each be made wrong.
 * @see https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data
 */

/** What the test makes different from what was asked for. */
export interface Twist {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  /** False where nobody unlocked the key. */
  readonly isVerified?: boolean
  /** False where nobody touched it. */
  readonly isPresent?: boolean
  /** How often the key says that it was used. */
  readonly counter?: number
  readonly userHandle?: string | undefined
  /** Another key than the one on record. */
  readonly signedBy?: KeyObject
  /** Another attestation than none: its format, and its statement. */
  readonly attestation?: readonly [format: string, statement: ReadonlyMap<string, unknown>]
}

/** The part of the options that matters; what the server sent may hold more. */
export interface CreationOptions {
  readonly challenge: string
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
}
export interface RequestOptions {
  readonly challenge: string
  readonly rpId: string
}

export interface Authenticator {
  /** The credential's id, as base64url. */
  readonly id: string
  /** What `navigator.credentials.create` gives, as JSON text. */
  readonly create: (options: CreationOptions, twist?: Twist) => string
  /** What `navigator.credentials.get` gives, as JSON text. */
  readonly get: (options: RequestOptions, twist?: Twist) => string
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const base64url = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url')

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 }

/** @param origin - where the browser is, unless a twist says otherwise */
export function anAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let uses = 0
  let userHandle: string | undefined

  const clientData = (type: string, challenge: string, twist: Twist): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? origin,
        crossOrigin: false,
      }),
    )

  const authData = (rpId: string, attested: Uint8Array, twist: Twist): Buffer => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(twist.counter ?? uses)
    const flags =
      (twist.isPresent === false ? 0 : FLAGS.present) |
      (twist.isVerified === false ? 0 : FLAGS.verified) |
      (attested.length === 0 ? 0 : FLAGS.attested)
    return Buffer.concat([sha256(twist.rpId ?? rpId), Buffer.of(flags), counter, attested])
  }

  const written = (response: Record<string, unknown>): string =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })

  return {
    id,
    create: ({ challenge, rp, user }, twist = {}) => {
      userHandle = user.id
      const attested = attestedData(credentialId, publicKey)
      const [format, statement] = twist.attestation ?? ['none', new Map()]
      const attestation = new Map<string, unknown>([
        ['fmt', format],
        ['attStmt', statement],
        ['authData', Uint8Array.from(authData(rp.id, attested, twist))],
      ])
      return written({
        clientDataJSON: base64url(clientData('webauthn.create', challenge, twist)),
        attestationObject: base64url(isoCBOR.encode(attestation as never)),
        transports: ['internal', 'hybrid'],
      })
    },
    get: ({ challenge, rpId }, twist = {}) => {
      uses++
      const client = clientData('webauthn.get', challenge, twist)
      const data = authData(rpId, Buffer.alloc(0), twist)
      const signed = Buffer.concat([data, sha256(client)])
      return written({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', signed, twist.signedBy ?? privateKey)),
        userHandle: 'userHandle' in twist ? twist.userHandle : userHandle,
      })
    },
  }
}

/** The new key, as authenticators tell of it: no model, the id, and the key as COSE writes it. */
function attestedData(credentialId: Buffer, publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
  const key = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(credentialId.length)
  return Buffer.concat([Buffer.alloc(16), length, credentialId, isoCBOR.encode(key)])
}
