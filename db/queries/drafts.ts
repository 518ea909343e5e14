import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/** A claim begun from a source's text and not saved yet, as its form stood. */
export interface ClaimDraftKept {
  /** Numbers of the sentences it was begun from. */
  readonly sentences: readonly number[]
  /** By name of the field; each value in order. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly keptAt: Date
}

/** Whose draft it is, and from which source. */
export interface DraftOwner {
  readonly accountId: number
  readonly sourceId: number
}

export async function findDraft(
  db: Db,
  { accountId, sourceId }: DraftOwner,
): Promise<ClaimDraftKept | undefined> {
  const row = await db
    .selectFrom('claim_draft')
    .where('account_id', '=', accountId)
    .where('source_id', '=', sourceId)
    .where('discarded_at', 'is', null)
    .select(['sentences', 'fields', 'kept_at'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const fields = JSON.parse(row.fields) as ClaimDraftKept['fields']
  return { sentences: row.sentences, fields, keptAt: row.kept_at }
}

/** Keep a draft in place of the one before it. */
export async function saveDraft(
  db: Db,
  { accountId, sourceId }: DraftOwner,
  { sentences, fields, keptAt }: ClaimDraftKept,
): Promise<void> {
  await sql`
    insert into claim_draft (account_id, source_id, sentences, fields, kept_at)
    values (${accountId}, ${sourceId}, ${[...sentences]}::int[], ${JSON.stringify(fields)}, ${keptAt})
    on conflict (account_id, source_id) do update
      set sentences = excluded.sentences, fields = excluded.fields, kept_at = excluded.kept_at,
        discarded_at = null`.execute(db)
}

/** How long a draft that was discarded can be put back. */
const PUT_BACK_MS = 24 * 60 * 60 * 1000

/** Discard a draft, for a day; what was discarded before that, by anybody, is forgotten. */
export async function discardDraft(
  db: Db,
  { accountId, sourceId }: DraftOwner,
  now: Date,
): Promise<void> {
  await db
    .deleteFrom('claim_draft')
    .where('discarded_at', '<', new Date(now.getTime() - PUT_BACK_MS))
    .execute()
  await db
    .updateTable('claim_draft')
    .set({ discarded_at: now })
    .where('account_id', '=', accountId)
    .where('source_id', '=', sourceId)
    .where('discarded_at', 'is', null)
    .execute()
}

/** Put a draft back that was discarded; where there is none, nothing changes. */
export async function putDraftBack(db: Db, { accountId, sourceId }: DraftOwner): Promise<void> {
  await db
    .updateTable('claim_draft')
    .set({ discarded_at: null })
    .where('account_id', '=', accountId)
    .where('source_id', '=', sourceId)
    .execute()
}

/** Is there a draft that can be put back? */
export async function isDraftDiscarded(
  db: Db,
  { accountId, sourceId }: DraftOwner,
): Promise<boolean> {
  const row = await db
    .selectFrom('claim_draft')
    .where('account_id', '=', accountId)
    .where('source_id', '=', sourceId)
    .where('discarded_at', 'is not', null)
    .select('source_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Forget a draft for good: what it held was saved. */
export async function removeDraft(db: Db, { accountId, sourceId }: DraftOwner): Promise<void> {
  await db
    .deleteFrom('claim_draft')
    .where('account_id', '=', accountId)
    .where('source_id', '=', sourceId)
    .execute()
}
