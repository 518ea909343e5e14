/**
 * The history of a topic as a hash chain: how an entry is hashed, and how a chain is checked. Whoever
 * holds the hash of one entry can tell whether anything up to it was changed since. Pure.
 */
import { hash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { HistoryContent } from './history-content.ts'

const sha256 = (...parts: readonly Buffer[]): Buffer =>
  hash('sha256', Buffer.concat(parts), 'buffer')

/** How long a salt is, in bytes: content that is kept back cannot be guessed from its leaf. */
export const SALT_BYTES = 16

/** SHA-256 of the salt and the content's canonical JSON, 32 bytes. */
export const leafOf = (salt: Buffer, content: HistoryContent): Buffer =>
  sha256(salt, Buffer.from(canonicalJson(content)))

/** What is left of an entry whose words were erased: SHA-256 of its canonical JSON, in hexadecimal. */
export const hashOfGap = (content: HistoryContent): string =>
  hash('sha256', canonicalJson(content), 'hex')

/** What stands before the first hash of a topic's chain. */
export const originOf = (topicSlug: string): Buffer =>
  sha256(Buffer.from(`gainsay-history/1 ${topicSlug}`))

/** The hash of an entry: SHA-256 of the hash before it, its number as 8 bytes (big-endian), its leaf. */
export function nextHash(before: Buffer, seq: number, leaf: Buffer): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(seq))
  return sha256(before, place, leaf)
}

/** An entry as it is stored. */
export interface ChainEntry {
  readonly seq: number
  readonly leaf: Buffer
  readonly hash: Buffer
  /**
   * The leaf that the entry's content comes to; 'withheld' where the content is kept back, undefined
   * where it should be there and is not.
   */
  readonly found: Buffer | 'withheld' | undefined
}

/**
 * - missing: no entry has this number, or these
 * - content: what the entry is about is not there, or not as it was
 * - leaf: the content is as it was; the leaf stored beside it is not
 * - link: the entry does not follow from the one before it
 */
export type ChainFaultKind = 'missing' | 'content' | 'leaf' | 'link'

/** What is wrong with the entries from one number to another. */
export interface ChainFault {
  readonly kind: ChainFaultKind
  readonly from: number
  readonly to: number
}

/**
 * Checks a chain entry by entry, in memory that does not grow.
 *
 * A hash is compared with what the hash before it makes of the leaf: the one stored there, or, where
 * that one was itself changed, the one that should be. So one edit is one fault, at its own number; only
 * where somebody made an entry anew with a fitting hash is it the next that does not follow.
 */
export class ChainCheck {
  #seq = 0
  /** What the next may follow from: the hash stored before it and, last, what that should have been. */
  #before: readonly Buffer[]

  constructor(topicSlug: string) {
    this.#before = [originOf(topicSlug)]
  }

  /** How far the check has come: the number of the last entry. */
  get size(): number {
    return this.#seq
  }

  /** The next entry, by number. @returns what is wrong with it, and with those before it that are not there */
  take(entry: ChainEntry): ChainFault[] {
    const { seq, leaf, hash: stored } = entry
    const expected = this.#seq + 1
    const isGap = seq > expected
    const before = isGap ? [] : this.#before
    const made = before.map((from) => nextHash(from, seq, leaf))
    const follows = made.some((one) => one.equals(stored))
    const kind = isGap || follows ? contentFault(entry) : brokenLink(entry, before)
    const should = made.at(-1)
    this.#before = follows || should === undefined ? [stored] : [stored, should]
    this.#seq = seq
    const faults: ChainFault[] = kind === undefined ? [] : [{ kind, from: seq, to: seq }]
    return isGap ? [{ kind: 'missing', from: expected, to: seq - 1 }, ...faults] : faults
  }
}

/** Would it follow with the leaf that its content comes to? Then that leaf alone was changed. */
function brokenLink({ seq, hash: stored, found }: ChainEntry, before: readonly Buffer[]) {
  const fits = (leaf: Buffer) => before.some((from) => nextHash(from, seq, leaf).equals(stored))
  return Buffer.isBuffer(found) && fits(found) ? 'leaf' : 'link'
}

function contentFault({ leaf, found }: ChainEntry): ChainFaultKind | undefined {
  if (found === 'withheld') return undefined
  return found?.equals(leaf) === true ? undefined : 'content'
}
