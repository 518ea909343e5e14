import { sql } from 'kysely'
import type { Day } from '#server/domain/dates.ts'
import { groupBy } from '#server/domain/grouping.ts'
import type { Db } from '../connect.ts'
import { type StoredClaim, selectClaimsOnRecord, toStoredClaim } from './derivation.ts'

/** Everything said, for pages that show how it came to what is held. */

interface Choice {
  /** Slugs. */
  readonly parties: readonly string[]
  /** Undefined for all issues. */
  readonly issue?: string | undefined
  readonly saidBy: Day
}

/**
 * Every claim of some parties that states a position, those withdrawn from the record too, by
 * `issue party` slugs, in order said.
 */
export async function listClaimsByLine(
  db: Db,
  topic: { readonly id: number },
  { parties, issue, saidBy }: Choice,
): Promise<ReadonlyMap<string, readonly StoredClaim[]>> {
  const rows = await selectClaimsOnRecord(db)
    .where('c.topic_id', '=', topic.id)
    .where('p.slug', '=', sql<string>`any(${[...parties]}::text[])`)
    .$if(issue !== undefined, (q) => q.where('i.slug', '=', issue ?? ''))
    .where('c.latest', '<=', saidBy)
    .orderBy('c.earliest')
    .orderBy('c.latest')
    .orderBy('c.slug')
    .execute()
  return groupBy(rows.map(toStoredClaim), (claim) => `${claim.issue} ${claim.party}`)
}
