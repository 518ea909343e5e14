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

/** With its content and salt; or, where reviewers must not see each other's verdicts yet, its leaf alone. */
export const ProofEntry = z.union([
  z.strictObject({
    ...common,
    salt: base64,
    content: z.looseObject({ kind: z.enum(HISTORY_KINDS) }),
  }),
  z.strictObject({ ...common, leaf: base64 }),
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
}

/** The first line; `[` waits for the entries. */
export const writeProofHead = (head: ProofHead): string =>
  `${JSON.stringify(head).slice(0, -1)},"entries":[`

/** One entry, as a line without its comma. */
export function writeProofEntry({ seq, kind, leaf, hash, shown }: ShownEntry): string {
  const base = { seq, kind, hash: hash.toString('base64') }
  return shown === undefined
    ? canonicalJson({ ...base, leaf: leaf.toString('base64') })
    : canonicalJson({ ...base, salt: shown.salt.toString('base64'), content: shown.content })
}

export const PROOF_END = ']}'
