/** What is wrong with a history, in sentences. Pure. */
import type { ChainFault } from './history-chain.ts'
import type { HistoryContent, HistoryKind } from './history-content.ts'

/** One fault, and where: a topic by slug, an entry by its number (0 for before the first). */
export interface HistoryFault {
  readonly topic: string
  readonly seq: number
  /** Begins with the place: "entry 7: …". */
  readonly says: string
}

/** Where faults go, as they are found. */
export type FaultNote = (fault: HistoryFault) => void

/** An entry as far as a sentence about it needs to know. */
interface Told {
  readonly kind: HistoryKind
  readonly stored?:
    | { readonly content: HistoryContent; readonly erasureId?: number | null | undefined }
    | undefined
}

/** What an entry is about, as part of a sentence. */
export const HISTORY_NOUNS: Readonly<Record<HistoryKind, string>> = {
  revision: 'a revision',
  status: 'a change of status',
  review: 'a review',
  'review end': 'the end of a review',
  erasure: 'an erasure',
}

/** @param entry - where the fault is with what a single entry is about */
export function describeChainFault({ kind, from, to }: ChainFault, entry?: Told): string {
  const isOne = from === to
  const place = isOne ? `entry ${from}` : `entries ${from} to ${to}`
  if (kind === 'missing') return `${place} ${isOne ? 'is' : 'are'} missing.`
  if (kind === 'link')
    return isOne
      ? `${place} does not follow from what stands before it.`
      : `${place} do not follow from one another.`
  if (kind === 'leaf') return `${place}: its leaf was changed; what it is about was not.`
  const content = entry?.stored?.content
  if (content === undefined)
    return `${place}: what it is about, ${HISTORY_NOUNS[entry?.kind ?? 'revision']}, is not there.`
  if (typeof entry?.stored?.erasureId === 'number')
    return `${place}: ${describeContent(content)} is marked as erased, but not as an erasure in the history left it.`
  return `${place}: ${describeContent(content)} is not as it was recorded.`
}

/** Names what an entry is about, from what stands there now. */
function describeContent({ kind, ...content }: HistoryContent): string {
  const said = (name: string) => String(content[name])
  if (kind === 'erasure') return `the erasure of words of a ${said('entity')}`
  return kind === 'revision'
    ? `the revision of the ${said('entity')} “${said('slug')}” to version ${said('version')}`
    : `${HISTORY_NOUNS[kind]} on the issue “${said('issue')}”`
}

/**
 * Does a history still hold what a checkpoint says?
 * @param there - how many entries it has now, and the hash of the one that the checkpoint is of
 */
export function findCheckpointFault(
  checkpoint: { readonly size: number; readonly hash: Buffer },
  there: { readonly size: number; readonly hash: Buffer | undefined },
): Omit<HistoryFault, 'topic'> | undefined {
  const { size, hash } = checkpoint
  if (there.size < size) {
    const first = there.size + 1
    const which = first === size ? `entry ${size}` : `entries ${first} to ${size}`
    const says = `${which} of the checkpoint ${first === size ? 'is' : 'are'} missing: the end was cut off.`
    return { seq: first, says }
  }
  if (size === 0 || there.hash?.equals(hash) === true) return undefined
  const says = `entry ${size} is not that of the checkpoint: it, or one before it, was changed.`
  return { seq: size, says }
}
