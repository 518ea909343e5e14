import { sql } from 'kysely'
import type { Day } from '#server/domain/dates.ts'
import type { ContradictionKind } from '#server/domain/reviews.ts'
import type { Db } from '../connect.ts'
import { inChunks } from './derivation.ts'

/** A contradiction as it is filed or brought up to date; people's decisions are not touched. */
export interface Filing {
  readonly topic_id: number
  readonly issue_id: number
  readonly kind: ContradictionKind
  readonly side_a_id: number
  readonly side_b_id: number
  readonly rule: string
  readonly witness: string | null
  readonly explanation: string
  readonly is_conditional: boolean
  readonly apart: number | null
  readonly first_on: Day
  readonly last_on: Day
  readonly rank: number
  /** JSON text. */
  readonly rank_parts: string
  readonly resolved_on: Day | null
  readonly filed_at: Date
}

/**
 * File contradictions, or bring those that are filed already up to date. Never a second one of the
 * same identity, and never a change of what people decided.
 * @returns the ids of those filed for the first time
 */
export async function saveFilings(trx: Db, filings: readonly Filing[]): Promise<number[]> {
  const filed: number[] = []
  for (const piece of inChunks(filings)) {
    const rows = await trx
      .insertInto('contradiction')
      .values(
        piece.map((f) => ({
          ...f,
          settled_at: null,
          resolved_at: f.resolved_on === null ? null : f.filed_at,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['issue_id', 'side_a_id', 'side_b_id', 'kind']).doUpdateSet((eb) => ({
          rule: eb.ref('excluded.rule'),
          witness: eb.ref('excluded.witness'),
          explanation: eb.ref('excluded.explanation'),
          is_conditional: eb.ref('excluded.is_conditional'),
          apart: eb.ref('excluded.apart'),
          first_on: eb.ref('excluded.first_on'),
          last_on: eb.ref('excluded.last_on'),
          rank: eb.ref('excluded.rank'),
          rank_parts: eb.ref('excluded.rank_parts'),
          resolved_on: eb.ref('excluded.resolved_on'),
          resolved_at: sql<Date | null>`case
            when excluded.resolved_on is not distinct from contradiction.resolved_on
              then contradiction.resolved_at
            when excluded.resolved_on is not null then excluded.filed_at end`,
        })),
      )
      .returning(['id', sql<boolean>`xmax = 0`.as('isNew')])
      .execute()
    filed.push(...rows.filter((r) => r.isNew).map((r) => r.id))
  }
  return filed
}

/**
 * Contradictions of these parties on an issue that are not among `kept` conflict no longer: note that
 * it is so from now on, unless it was before.
 */
export async function resolveOthers(
  trx: Db,
  given: { issueId: number; partyIds: readonly number[]; kept: readonly string[]; now: Date },
): Promise<void> {
  await sql`
    update contradiction x
    set resolved_on = ${given.now.toISOString().slice(0, 10)}::date, resolved_at = ${given.now}
    from side a, side b
    where x.issue_id = ${given.issueId} and a.id = x.side_a_id and b.id = x.side_b_id
      and (a.party_id = any(${[...given.partyIds]}::int[]) or b.party_id = any(${[...given.partyIds]}::int[]))
      and x.resolved_on is null and x.kind not in ('flagged by a person', 'suggested by text')
      and not (x.side_a_id || ' ' || x.side_b_id || ' ' || x.kind = any(${[...given.kept]}::text[]))`.execute(
    trx,
  )
}
