import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { hostOf } from '../web/public-addresses.ts'
import { DocumentError } from './document.ts'

/** What a web server sends as a document, unpacked within limits. */

export const IN_BROWSER = 'Open it in your browser and paste its text.'

/**
 * The body of an answer, unpacked. Neither what comes nor what it unpacks to is held beyond `mostBytes`.
 * @throws {DocumentError} when it is larger, damaged, or packed in a way that is not known
 */
export async function readBody(
  url: URL,
  answer: IncomingMessage,
  mostBytes: number,
): Promise<Uint8Array> {
  const encodings = encodingsOf(answer)
  const unpack = encodings.length === 0 ? undefined : UNPACK.get(encodings.join())
  if (encodings.length > 0 && unpack === undefined)
    throw new DocumentError(
      `${hostOf(url)} packed this document in a way that is not read here (${encodings.join(', ').slice(0, 60)}). ${IN_BROWSER}`,
    )
  if (Number(answer.headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes)
  const packed = await collect(answer, mostBytes)
  if (unpack === undefined) return packed
  return await unpack(packed, { maxOutputLength: mostBytes }).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(mostBytes)
      : new DocumentError(`What ${hostOf(url)} sent is damaged. ${IN_BROWSER}`)
  })
}

type Unpack = (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

/** Servers send both forms under one name: with the zlib header (RFC 9110), and without. */
const unpackDeflate: Unpack = async (packed, options) => {
  const hasHeader = ((packed[0] ?? 0) & 0x0f) === 8
  return await promisify(hasHeader ? inflate : inflateRaw)(packed, options)
}

const UNPACK: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', unpackDeflate],
  ['br', promisify(brotliDecompress)],
])

/** What was done to the body, in order; chunks are undone on the way. */
const encodingsOf = ({ headers }: IncomingMessage): readonly string[] =>
  `${headers['content-encoding'] ?? ''},${headers['transfer-encoding'] ?? ''}`
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => !['', 'identity', 'chunked'].includes(encoding))

async function collect(answer: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > mostBytes) throw tooLarge(mostBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (mostBytes: number): DocumentError =>
  new DocumentError(
    `This document is larger than ${(mostBytes / 1024 / 1024).toLocaleString('en-GB')} MB. ${IN_BROWSER}`,
  )
