import { sql } from 'kysely'
import type { FiledThen } from '#server/domain/contradictions-then.ts'
import { groupBy } from '#server/domain/grouping.ts'
import type { Db } from '../connect.ts'
import { selectContradictions } from './contradictions.ts'

/** Which of them: of these issues, of which a party is one of these, or between these alone. */
export interface FiledFilter {
  readonly id?: number | undefined
  readonly issues?: readonly string[] | undefined
  readonly party?: string | undefined
  readonly between?: readonly string[] | undefined
}

/**
 * The contradictions of a topic that were filed by an instant, with what had been decided by then:
 * the entries of their log, and the reviews that had been given and not been replaced.
 */
export async function listFiledThen(
  db: Db,
  topicId: number,
  at: Date,
  filter: FiledFilter = {},
): Promise<FiledThen[]> {
  const rows = await selectFiled(db, topicId, filter).execute()
  const ids = rows.map((row) => row.id)
  const events = groupBy(await listEventsThen(db, ids, at), (e) => e.contradictionId)
  const reviews = groupBy(await listReviewsThen(db, ids, at), (r) => r.contradictionId)
  return rows.flatMap((row) => {
    const own = events.get(row.id) ?? []
    // What came with a dossier was filed when its log says so, not when it was imported.
    const filedAt = new Date(Math.min(row.filed_at.getTime(), own.at(-1)?.at.getTime() ?? Infinity))
    if (filedAt > at) return []
    const { id, kind, issue, rule } = row
    const isResolvedThen = row.resolved_at !== null && row.resolved_at <= at
    return {
      id,
      kind,
      issue,
      rule,
      filedAt,
      statusNow: row.status,
      lastFound: lastFoundOf(row),
      resolvedOn: isResolvedThen ? row.resolved_on : null,
      a: sideOf('a', row),
      b: sideOf('b', row),
      events: own.map(({ contradictionId: _, ...event }) => event),
      reviews: (reviews.get(row.id) ?? []).map(({ contradictionId: _, ...review }) => review),
    }
  })
}

const selectFiled = (db: Db, topicId: number, { id, issues, party, between }: FiledFilter) =>
  selectContradictions(db)
    .where('x.topic_id', '=', topicId)
    .$if(id !== undefined, (q) => q.where('x.id', '=', id ?? 0))
    .$if(issues !== undefined, (q) => q.where('i.slug', '=', anyOf(issues)))
    .$if(party !== undefined, (q) =>
      q.where((eb) => eb.or([eb('p.slug', '=', party ?? ''), eb('q.slug', '=', party ?? '')])),
    )
    .$if(between !== undefined, (q) =>
      q.where('p.slug', '=', anyOf(between)).where('q.slug', '=', anyOf(between)),
    )
    .select([
      'x.id',
      'x.kind',
      'x.rule',
      'x.explanation',
      'x.status',
      'x.filed_at',
      'i.slug as issue',
    ])
    .select(['x.resolved_on', 'x.resolved_at', 'x.is_conditional', 'x.apart'])
    .select(['x.first_on', 'x.last_on', 'x.rank', 'x.rank_parts'])
    .select(['a.id as a_id', 'a.stance as a_stance', 'a.value as a_value', 'm.slug as a_position'])
    .select(['b.id as b_id', 'b.stance as b_stance', 'b.value as b_value', 'n.slug as b_position'])
    .select(['p.slug as a_party', 'q.slug as b_party'])
    .orderBy('x.id')

type Row = Awaited<ReturnType<ReturnType<typeof selectFiled>['execute']>>[number]

const anyOf = (slugs: readonly string[] = []) => sql<string>`any(${[...slugs]}::text[])`

const lastFoundOf = (row: Row) => ({
  explanation: row.explanation,
  isConditional: row.is_conditional,
  apart: row.apart ?? undefined,
  firstOn: row.first_on,
  lastOn: row.last_on,
  rank: row.rank,
  rankParts: row.rank_parts,
})

const sideOf = (which: 'a' | 'b', row: Row) => ({
  id: row[`${which}_id`],
  party: row[`${which}_party`],
  stance: row[`${which}_stance`],
  position: row[`${which}_position`] ?? undefined,
  value: row[`${which}_value`] ?? undefined,
})

const listEventsThen = async (db: Db, ids: readonly number[], at: Date) =>
  await db
    .selectFrom('contradiction_event')
    .where('contradiction_id', '=', sql<number>`any(${[...ids]}::int[])`)
    .where('happened_at', '<=', at)
    .select(['contradiction_id as contradictionId', 'id', 'happened_at as at', 'actor'])
    .select(['from_status as from', 'to_status as to', 'why', 'is_adjudication as isAdjudication'])
    .orderBy('id', 'desc')
    .execute()

const listReviewsThen = async (db: Db, ids: readonly number[], at: Date) =>
  await db
    .selectFrom('review')
    .where('contradiction_id', '=', sql<number>`any(${[...ids]}::int[])`)
    .where('reviewed_at', '<=', at)
    .select(['contradiction_id as contradictionId', 'id', 'reviewer', 'account_id as accountId'])
    .select(['verdict', 'kind', 'reason', 'note', 'reviewed_at as reviewedAt'])
    .select(sql<Date | null>`case when replaced_at <= ${at} then replaced_at end`.as('replacedAt'))
    .orderBy('id', 'desc')
    .execute()
