import { sql } from 'kysely'
import type { Db } from '../connect.ts'
import type { SearchEntryTable } from '../schema.ts'
import { inChunks } from './derivation.ts'

/**
 * Bring the words by which things are found up to date, in the transaction that wrote the things: their
 * rows are copied anew from the view `searchable` (db/migrations/2026-11-30-search.ts). A source brings
 * the pieces of its newest text with it.
 */
export async function indexForSearch(
  trx: Db,
  kind: Exclude<SearchEntryTable['kind'], 'text'>,
  ids: Iterable<number>,
): Promise<void> {
  const kinds = kind === 'source' ? ['source', 'text'] : [kind]
  // Large pieces: a plan for each costs more than a row.
  for (const piece of inChunks([...ids], 2000)) {
    for (const one of kinds) {
      const these = sql`kind = ${sql.lit(one)} and thing_id = any(${piece}::int[])`
      await sql`delete from search_entry where ${these}`.execute(trx)
      await sql`insert into search_entry select * from searchable where ${these}`.execute(trx)
    }
  }
}
