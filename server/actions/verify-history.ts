import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/connect.ts'
import { type StoredEntry, findHead, findEntryHash, listEntries } from '#db/queries/history.ts'
import {
  type ToldErasure,
  countLostCaptures,
  listLostQuotations,
  listOrphans,
  listToldErasures,
  listUnchained,
} from '#db/queries/history-faults.ts'
import {
  type ChainEntry,
  ChainCheck,
  type ChainFault,
  hashOfGap,
  leafOf,
} from '#server/domain/history-chain.ts'
import {
  type FaultNote,
  HISTORY_NOUNS,
  describeChainFault,
  findCheckpointFault,
} from '#server/domain/history-faults.ts'
import { type SignedCheckpoint, topicOfOrigin } from '#server/domain/checkpoint.ts'
import { verifyCaptures } from './verify-captures.ts'

/** So many entries are in memory at a time. */
const PAGE = 1000

/** After so many the database’s answers get their turn. */
const TURN = 100

/** Of rows that belong nowhere so many are told of: the first tell enough. */
const MOST = 1000

export interface Verified {
  readonly topics: number
  readonly entries: number
  readonly captures: number
  /** Entries and captured texts whose words were erased; they are among those above. */
  readonly erased: number
}

/**
 * Check the whole history: every leaf against the row it is about, every hash, that every row is in the
 * chain, every captured text, and that the chains still hold what earlier checkpoints say.
 *
 * Reads in pages, however long the history. Give it one snapshot: a transaction, repeatable read.
 * @param checkpoints - kept earlier; their signatures are the caller's to check
 * @param note - told of each fault as it is found
 */
export async function verifyHistory(
  trx: Db,
  checkpoints: readonly SignedCheckpoint[],
  note: FaultNote,
): Promise<Verified> {
  const topics = await trx.selectFrom('topic').select(['id', 'slug']).orderBy('slug').execute()
  const sum = { entries: 0, captures: 0, erased: 0 }
  for (const topic of topics) {
    const told = await listToldErasures(trx, topic.id)
    const chain = await verifyChain(trx, topic, told, note)
    const texts = await verifyCaptures(trx, topic, told, note)
    sum.entries += chain.entries
    sum.captures += texts.captures
    sum.erased += chain.erased + texts.erased
  }
  await noteRowsApart(trx, note)
  for (const checkpoint of checkpoints) await verifyCheckpoint(trx, topics, checkpoint, note)
  return { topics: topics.length, ...sum }
}

interface Topic {
  readonly id: number
  readonly slug: string
}

async function verifyChain(
  trx: Db,
  topic: Topic,
  told: readonly ToldErasure[],
  note: FaultNote,
): Promise<{ entries: number; erased: number }> {
  const left = new Map(
    told.flatMap(({ id, entries }) => entries.map((e) => [`${id} ${e.seq}`, e.left] as const)),
  )
  const check = new ChainCheck(topic.slug)
  const runs = joinRuns((fault, entry) =>
    note({ topic: topic.slug, seq: fault.from, says: describeChainFault(fault, entry) }),
  )
  const count = { entries: 0, erased: 0 }
  for await (const page of readPages(trx, topic.id)) {
    for (const [i, entry] of page.entries()) {
      for (const fault of faultsOf(check, entry, left)) runs.take(fault, entry)
      if (isErased(entry)) count.erased++
      if (i % TURN === 0) await setImmediate()
    }
    count.entries += page.length
  }
  runs.end()
  return count
}

/** Pages of entries; while one is checked the database makes the next. */
async function* readPages(trx: Db, topicId: number): AsyncGenerator<readonly StoredEntry[]> {
  let coming = listEntries(trx, topicId, { after: 0, limit: PAGE })
  for (;;) {
    const page = await coming
    const last = page.at(-1)
    if (last === undefined) return
    coming = listEntries(trx, topicId, { after: last.seq, limit: PAGE })
    // Whoever stops reading leaves this one behind: what it ends with is nobody's concern then.
    coming.catch(() => {})
    yield page
  }
}

/** Missing entries and broken links in a row are one fault: after an insertion there are thousands. */
function joinRuns(note: (fault: ChainFault, entry?: StoredEntry) => void) {
  let open: ChainFault | undefined
  const end = () => {
    if (open !== undefined) note(open)
    open = undefined
  }
  const take = (fault: ChainFault, entry: StoredEntry) => {
    if (open?.kind === fault.kind && open.to + 1 === fault.from) {
      open = { ...open, to: fault.to }
      return
    }
    end()
    if (fault.kind === 'missing' || fault.kind === 'link') open = fault
    else note(fault, entry)
  }
  return { take, end }
}

/** The check's own, and a leaf beside the content that is not the entry's. */
function faultsOf(check: ChainCheck, entry: StoredEntry, left: Left): ChainFault[] {
  const faults = check.take(toChainEntry(entry, left))
  const { seq, leaf, stored } = entry
  const isBesideOther = stored !== undefined && stored.leaf?.equals(leaf) !== true
  if (faults.some((f) => f.kind !== 'missing') || !isBesideOther) return faults
  return [...faults, { kind: 'leaf', from: seq, to: seq }]
}

/** What erasures say they left, by erasure and number of the entry. */
type Left = ReadonlyMap<string, string>

const isErased = ({ stored }: StoredEntry): boolean => typeof stored?.erasureId === 'number'

/**
 * Of an entry that was erased the leaf is taken as given, if what is left is what an erasure in the
 * history left of it.
 */
function toChainEntry({ seq, leaf, hash, stored }: StoredEntry, left: Left): ChainEntry {
  if (typeof stored?.erasureId !== 'number')
    return {
      seq,
      leaf,
      hash,
      found: stored?.salt ? leafOf(stored.salt, stored.content) : undefined,
    }
  const isLeft = left.get(`${stored.erasureId} ${seq}`) === hashOfGap(stored.content)
  return { seq, leaf, hash, found: isLeft && stored.salt === null ? 'withheld' : undefined }
}

/** Rows that no entry is about, entries of no topic, quotations and texts without each other. */
async function noteRowsApart(trx: Db, note: FaultNote): Promise<void> {
  for (const row of await listUnchained(trx, MOST)) {
    const what =
      row.kind === 'revision'
        ? `the revision of the ${row.entity} “${row.slug}” to version ${row.version}`
        : `${HISTORY_NOUNS[row.kind]}, number ${row.id},`
    const says = `after entry ${row.after ?? 0}: ${what} is in no entry.`
    note({ topic: row.topic ?? 'no topic', seq: row.after ?? 0, says })
  }
  for (const { topicId, entries } of await listOrphans(trx))
    note({
      topic: 'no topic',
      seq: 0,
      says: `${entries} entries are of topic number ${topicId}, which is not there.`,
    })
  for (const { topic, of, slug, seq } of await listLostQuotations(trx, MOST))
    note({
      topic,
      seq: seq ?? 0,
      says: `entry ${seq ?? 0}: a quotation of the ${of} “${slug}” points at a text that is not there.`,
    })
  const lost = await countLostCaptures(trx)
  if (lost > 0)
    note({ topic: 'no topic', seq: 0, says: `${lost} captured texts are of no source.` })
}

async function verifyCheckpoint(
  trx: Db,
  topics: readonly Topic[],
  { origin, size, hash }: SignedCheckpoint,
  note: FaultNote,
): Promise<void> {
  const slug = topicOfOrigin(origin)
  const topic = topics.find((t) => t.slug === slug)
  if (topic === undefined) {
    note({ topic: slug ?? origin, seq: 0, says: 'the topic of this checkpoint is not there.' })
    return
  }
  const head = await findHead(trx, topic.id)
  const there = { size: head?.size ?? 0, hash: await findEntryHash(trx, topic.id, size) }
  const fault = findCheckpointFault({ size, hash }, there)
  if (fault !== undefined) note({ topic: topic.slug, ...fault })
}
