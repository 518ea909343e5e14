import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  isSignedBy,
  parseCheckpoints,
  parseKey,
  publicKeyOf,
  topicOfOrigin,
  writeCheckpoint,
  writeKey,
} from '#server/domain/checkpoint.ts'

const origin = 'gainsay.example/t/syria-talks'
const checkpoint = { origin, size: 20_852_163, hash: Buffer.alloc(32, 9) }
const { privateKey } = generateKeyPairSync('ed25519')

describe('a checkpoint', () => {
  test('is three lines, an empty one, and a signature that Node itself verifies', () => {
    const lines = writeCheckpoint(checkpoint, privateKey).split('\n')
    expect(lines.slice(0, 4)).toEqual([
      origin,
      '20852163',
      Buffer.alloc(32, 9).toString('base64'),
      '',
    ])
    const [dash, name, signature = ''] = lines[4]?.split(' ') ?? []
    expect([dash, name, lines[5]]).toEqual(['—', origin, ''])
    const body = Buffer.from(`${lines.slice(0, 3).join('\n')}\n`)
    const bytes = Buffer.from(signature, 'base64')
    expect(bytes).toHaveLength(68)
    expect(verify(null, body, createPublicKey(privateKey), bytes.subarray(4))).toBe(true)
  })

  test('is signed by a key that is written as other programs write it', () => {
    // The key in the documentation of golang.org/x/mod/sumdb/note.
    const key = parseKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
    expect(key?.name).toBe('PeterNeumann')
    expect(key && writeKey(key)).toBe(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    )
    expect(parseKey('PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBe(
      undefined,
    )
  })

  test('is read back, several after one another too, whatever the line ends', () => {
    const second = { ...checkpoint, origin: 'gainsay.example/t/%D9%85', size: 0 }
    const text = `${writeCheckpoint(checkpoint, privateKey)}\n${writeCheckpoint(second, privateKey)}`
    for (const given of [text, text.replaceAll('\n', '\r\n'), `${text}\n\n`]) {
      const notes = parseCheckpoints(given)
      expect(notes?.map(({ signatures: _, ...rest }) => rest)).toEqual([checkpoint, second])
      for (const note of notes ?? [])
        expect(isSignedBy(note, publicKeyOf(privateKey, note.origin))).toBe(true)
    }
  })

  test('is signed by nobody else, and not once it is changed', () => {
    const text = writeCheckpoint(checkpoint, privateKey)
    const [note] = parseCheckpoints(text) ?? []
    if (note === undefined) throw new Error('not read')
    const key = publicKeyOf(privateKey, origin)
    const stranger = publicKeyOf(generateKeyPairSync('ed25519').privateKey, origin)
    expect(isSignedBy(note, stranger)).toBe(false)
    expect(isSignedBy({ ...note, size: 1 }, key)).toBe(false)
    const [cut] = parseCheckpoints(`${text.slice(0, -10)}==\n`) ?? []
    expect(cut && isSignedBy(cut, key)).toBe(false)
    expect(isSignedBy({ ...note, hash: Buffer.alloc(32) }, key)).toBe(false)
    expect(isSignedBy({ ...note, signatures: [] }, key)).toBe(false)
    expect(isSignedBy(note, { ...key, name: 'gainsay.example/t/other' })).toBe(false)
  })

  test('is nothing else: a text that is not one is refused', () => {
    const text = writeCheckpoint(checkpoint, privateKey)
    for (const broken of [
      '',
      'hello',
      text.slice(0, 60),
      `${text}and more`,
      text.replace('20', '020'),
    ])
      expect(parseCheckpoints(broken)).toBe(undefined)
  })

  test('names its topic, whatever the host', () => {
    expect(topicOfOrigin(origin)).toBe('syria-talks')
    expect(topicOfOrigin('localhost:3000/t/%D9%85')).toBe('م')
    expect(topicOfOrigin('localhost:3000/t/%E0%A4%A')).toBe(undefined)
    expect(topicOfOrigin('localhost:3000')).toBe(undefined)
  })

  test('can be signed with a key that was kept as text', () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
    expect(writeCheckpoint(checkpoint, createPrivateKey(pem))).toBe(
      writeCheckpoint(checkpoint, privateKey),
    )
  })
})
