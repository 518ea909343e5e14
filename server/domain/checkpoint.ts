/**
 * Checkpoints: how many entries a topic's history has and the hash of the last, signed. Whoever keeps
 * one can show later that the history up to it was changed, or its end cut off. Pure.
 *
 * The form is that of https://c2sp.org/tlog-checkpoint, a note signed as in https://c2sp.org/signed-note,
 * with one difference: the hash is the head of a chain, not the root of a Merkle tree.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export interface Checkpoint {
  /** Host and path of the topic, such as `gainsay.example/t/syria-talks`; also the key's name. */
  readonly origin: string
  readonly size: number
  readonly hash: Buffer
}

/** An Ed25519 key under the name by which notes refer to it. */
export interface NamedKey {
  readonly name: string
  /** 32 bytes. */
  readonly bytes: Buffer
}

const ED25519 = Buffer.from([1])

/** The last 32 bytes of a public key's SPKI are the key (RFC 8410). */
const bytesOf = (key: KeyObject): Buffer =>
  key.export({ type: 'spki', format: 'der' }).subarray(-32)

const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

const keyOf = (bytes: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' })

/** The first four bytes of SHA-256(name, line feed, 0x01, public key). */
const idOf = ({ name, bytes }: NamedKey): Buffer =>
  createHash('sha256').update(`${name}\n`).update(ED25519).update(bytes).digest().subarray(0, 4)

/** A public key as one line that verifiers of signed notes take: `name+id+base64`. */
export const writeKey = (key: NamedKey): string =>
  `${key.name}+${idOf(key).toString('hex')}+${Buffer.concat([ED25519, key.bytes]).toString('base64')}`

const KEY = /^([^\s+]+)\+([\da-f]{8})\+([A-Za-z\d+/]{44})$/

/** @returns undefined where the line is no such key, or its id is another's */
export function parseKey(line: string): NamedKey | undefined {
  const [, name, id, text] = KEY.exec(line) ?? []
  if (name === undefined || text === undefined) return undefined
  const all = Buffer.from(text, 'base64')
  const key = { name, bytes: all.subarray(1) }
  return all[0] === 1 && idOf(key).toString('hex') === id ? key : undefined
}

/** The public half of a private key, named. */
export const publicKeyOf = (privateKey: KeyObject, name: string): NamedKey => ({
  name,
  bytes: bytesOf(createPublicKey(privateKey)),
})

const bodyOf = ({ origin, size, hash }: Checkpoint): string =>
  `${origin}\n${size}\n${hash.toString('base64')}\n`

/** A checkpoint as a signed note. The same checkpoint and key give the same text. */
export function writeCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
  const body = bodyOf(checkpoint)
  const id = idOf(publicKeyOf(privateKey, checkpoint.origin))
  const signature = Buffer.concat([id, sign(null, Buffer.from(body), privateKey)])
  return `${body}\n— ${checkpoint.origin} ${signature.toString('base64')}\n`
}

/** A note as it was read; nothing is certain before its signature was checked. */
export interface SignedCheckpoint extends Checkpoint {
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[]
}

const NOTE = /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z\d+/]{43}=)\n\n((?:— \S+ [A-Za-z\d+/]+={0,2}\n)+)/

/**
 * Read the checkpoints in a text, one after another.
 * @returns undefined where part of the text is none, or there is none in it
 */
export function parseCheckpoints(text: string): SignedCheckpoint[] | undefined {
  const found: SignedCheckpoint[] = []
  let rest = `${text.replaceAll('\r\n', '\n').trim()}\n`
  while (rest.trim() !== '') {
    const [whole, origin = '', size, hash = '', lines = ''] = NOTE.exec(rest) ?? []
    if (whole === undefined) return undefined
    const signatures = lines.split('\n').flatMap((line) => {
      const [, name, signature] = line.split(' ')
      return name && signature ? [{ name, bytes: Buffer.from(signature, 'base64') }] : []
    })
    found.push({ origin, size: Number(size), hash: Buffer.from(hash, 'base64'), signatures })
    rest = rest.slice(whole.length).trimStart()
  }
  return found.length === 0 ? undefined : found
}

/** Did the holder of this key sign the checkpoint? Signatures of others are passed over. */
export function isSignedBy(note: SignedCheckpoint, key: NamedKey): boolean {
  const id = idOf(key)
  const own = note.signatures.find(
    ({ name, bytes }) => name === key.name && bytes.subarray(0, 4).equals(id),
  )
  return (
    own !== undefined &&
    verify(null, Buffer.from(bodyOf(note)), keyOf(key.bytes), own.bytes.subarray(4))
  )
}

/** The slug of the topic that a checkpoint is of, whatever host it was published at. */
export function topicOfOrigin(origin: string): string | undefined {
  const [, part] = /\/t\/([^/]+)$/.exec(origin) ?? []
  try {
    return part === undefined ? undefined : decodeURIComponent(part)
  } catch {
    return undefined
  }
}
