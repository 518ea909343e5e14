/**
 * A topic's history as a proof: everything that somebody without the database needs to make its hashes
 * again. JSON with one entry on each line, so that a long one can be read line by line. Pure.
 */
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import { type ChainEntry, leafOf } from './history-chain.ts'
import { HISTORY_KINDS, type HistoryContent } from './history-content.ts'

export const PROOF_FORMAT = 'gainsay-history/1'

const base64 = z
  .string()
  .regex(/^[A-Za-z\d+/]+={0,2}$/)
  .transform((text) => Buffer.from(text, 'base64'))

/** What stands before the entries. */
export const ProofHead = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  topic: z.string(),
  /** As a signed note: see checkpoint.ts. */
  checkpoint: z.string(),
})
export type ProofHead = z.infer<typeof ProofHead>

const common = { seq: z.number().int().min(1), kind: z.enum(HISTORY_KINDS), hash: base64 }

/**
 * With its content and salt; or its leaf alone, where reviewers must not see each other's verdicts yet,
 * or where its words were erased: then with the number of the entry that tells of that.
 */
export const ProofEntry = z.union([
  z.strictObject({
    ...common,
    salt: base64,
    content: z.looseObject({ kind: z.enum(HISTORY_KINDS) }),
  }),
  z.strictObject({ ...common, leaf: base64, erased: z.number().int().min(1).optional() }),
])
export type ProofEntry = z.infer<typeof ProofEntry>

/** What the chain is checked by. An entry shown with a content of another kind is not what it says. */
export function toChainEntry(entry: ProofEntry): ChainEntry {
  const { seq, hash } = entry
  if ('leaf' in entry) return { seq, hash, leaf: entry.leaf, found: 'withheld' }
  const leaf = leafOf(entry.salt, entry.content)
  return { seq, hash, leaf, found: entry.kind === entry.content.kind ? leaf : undefined }
}

/** An entry to be shown. */
export interface ShownEntry {
  readonly seq: number
  readonly kind: string
  readonly leaf: Buffer
  readonly hash: Buffer
  /** Undefined where it is kept back. */
  readonly shown?: { readonly salt: Buffer; readonly content: HistoryContent } | undefined
  /** The number of the entry that tells of the erasure of its words. */
  readonly erased?: number | undefined
}

/** The first line; `[` waits for the entries. */
export const writeProofHead = (head: ProofHead): string =>
  `${JSON.stringify(head).slice(0, -1)},"entries":[`

/** One entry, as a line without its comma. */
export function writeProofEntry({ seq, kind, leaf, hash, shown, erased }: ShownEntry): string {
  const base = { seq, kind, hash: hash.toString('base64') }
  return shown === undefined
    ? canonicalJson({ ...base, leaf: leaf.toString('base64'), ...(erased && { erased }) })
    : canonicalJson({ ...base, salt: shown.salt.toString('base64'), content: shown.content })
}

export const PROOF_END = ']}'

const Told = z.object({ entries: z.array(z.object({ seq: z.number() })) })

/** Entries of a proof that are marked as erased, against the erasures that it tells of. */
export class ErasedEntries {
  /** By number: the number of the erasure it names. */
  readonly #marked = new Map<number, number>()
  readonly #told = new Map<number, ReadonlySet<number>>()

  /** How many are marked. */
  get size(): number {
    return this.#marked.size
  }

  take(entry: ProofEntry): void {
    const { seq, kind } = entry
    if ('leaf' in entry && entry.erased !== undefined) this.#marked.set(seq, entry.erased)
    if (kind !== 'erasure' || !('content' in entry)) return
    const told = Told.safeParse(entry.content)
    if (told.success) this.#told.set(seq, new Set(told.data.entries.map((one) => one.seq)))
  }

  /** After the last: those that no erasure tells of, with the number of the one that they name. */
  listUntold(): readonly (readonly [seq: number, erasure: number])[] {
    return [...this.#marked].filter(([seq, by]) => this.#told.get(by)?.has(seq) !== true)
  }
}
