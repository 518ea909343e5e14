import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import {
  type SignedCheckpoint,
  parseCheckpoints,
  topicOfOrigin,
} from '#server/domain/checkpoint.ts'
import { ChainCheck } from '#server/domain/history-chain.ts'
import {
  type FaultNote,
  describeChainFault,
  findCheckpointFault,
} from '#server/domain/history-faults.ts'
import {
  ErasedEntries,
  PROOF_END,
  ProofEntry,
  ProofHead,
  toChainEntry,
} from '#server/domain/history-proof.ts'
import { Unusable, unreadable } from './given.ts'

/**
 * Check a proof of one topic's history by itself, line by line: that each entry follows from the one
 * before it, and that it ends as its own checkpoint and holds what those kept earlier say.
 * @returns how many entries it has, how many of them are erased, and its own checkpoint, whose signature is the caller's to check
 * @throws {Unusable} for a file that is no proof, or not all of one
 */
export async function verifyProof(
  file: string,
  kept: readonly SignedCheckpoint[],
  note: FaultNote,
): Promise<{ entries: number; erased: number; own: SignedCheckpoint }> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })
  const reading = lines[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    try {
      const { done, value } = await reading.next()
      if (done !== true) return value
    } catch (error) {
      throw unreadable(file, error)
    }
    throw new Unusable(`${file}: this is not the whole of a proof.`)
  }
  const head = parseHead(file, await next())
  const [own] = parseCheckpoints(head.checkpoint) ?? []
  if (own === undefined) throw new Unusable(`${file}: the proof has no checkpoint.`)
  const wanted = [own, ...kept]
  const found = new Map<number, Buffer>()
  const check = new ChainCheck(head.topic)
  const erased = new ErasedEntries()
  for (;;) {
    const line = await next()
    if (line === PROOF_END) break
    const given = parseEntry(file, line)
    const entry = toChainEntry(given)
    erased.take(given)
    if (entry.seq <= check.size) throw new Unusable(`${file}: its entries are not in order.`)
    for (const fault of check.take(entry))
      note({ topic: head.topic, seq: fault.from, says: describeChainFault(fault) })
    if (wanted.some(({ size }) => size === entry.seq)) found.set(entry.seq, entry.hash)
  }
  for (const checkpoint of wanted) compare(head.topic, check.size, found, checkpoint, note)
  if (own.size < check.size) {
    const says = `entries ${own.size + 1} to ${check.size} are not in the proof’s own checkpoint.`
    note({ topic: head.topic, seq: own.size + 1, says })
  }
  for (const [seq, by] of erased.listUntold()) {
    const says = `entry ${seq} is marked as erased, and entry ${by} does not tell of that.`
    note({ topic: head.topic, seq, says })
  }
  return { entries: check.size, erased: erased.size, own }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseHead(file: string, line: string): ProofHead {
  const head = parse(line.replace(/,"entries":\[$/, '}'))
  const parsed = ProofHead.safeParse(head)
  if (parsed.success && line.endsWith('[')) return parsed.data
  throw new Unusable(`${file}: this is no proof as /t/TOPIC/history/proof.json writes it.`)
}

function parseEntry(file: string, line: string): ProofEntry {
  const parsed = ProofEntry.safeParse(parse(line.replace(/,$/, '')))
  if (parsed.success) return parsed.data
  throw new Unusable(`${file}: this line is no entry of a proof: ${line.slice(0, 80)}`)
}

function compare(
  topic: string,
  size: number,
  found: ReadonlyMap<number, Buffer>,
  checkpoint: SignedCheckpoint,
  note: FaultNote,
): void {
  const of = topicOfOrigin(checkpoint.origin)
  if (of !== topic) {
    note({ topic, seq: 0, says: `a checkpoint is of the topic “${of ?? checkpoint.origin}”.` })
    return
  }
  const fault = findCheckpointFault(checkpoint, { size, hash: found.get(checkpoint.size) })
  if (fault !== undefined) note({ topic, ...fault })
}
