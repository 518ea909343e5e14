import { sql } from 'kysely'
import type { Day } from '#server/domain/dates.ts'
import type { Db } from '../connect.ts'

/** A party that can be compared. */
export interface ComparableParty {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly part: 'party' | 'observer' | null
  /** Claims that count, said by the day. */
  readonly claims: number
}

/** Every party, parties to the dispute before observers as the topic lists them; the only mentioned last. */
export async function listComparableParties(
  db: Db,
  topicId: number,
  asOf: Day,
): Promise<ComparableParty[]> {
  return await db
    .selectFrom('party as p')
    .leftJoin(
      (from) =>
        from
          .selectFrom('claim')
          .where('topic_id', '=', topicId)
          .where('bearing', '=', 'states')
          .where('withdrawn_reason', 'is', null)
          .where('latest', '<=', asOf)
          .groupBy('party_id')
          .select(['party_id', sql<number>`count(*)::int`.as('claims')])
          .as('c'),
      (join) => join.onRef('c.party_id', '=', 'p.id'),
    )
    .where('p.topic_id', '=', topicId)
    .select(['p.id', 'p.slug', 'p.name', 'p.part', sql<number>`coalesce(c.claims, 0)`.as('claims')])
    .orderBy(sql`case p.part when 'party' then 0 when 'observer' then 1 else 2 end`)
    .orderBy('p.ordinal')
    .orderBy('p.id')
    .execute()
}

/** The issues of a topic in its order, as a list to choose from. */
export async function listComparableIssues(
  db: Db,
  topicId: number,
): Promise<{ slug: string; question: string }[]> {
  return await db
    .selectFrom('issue')
    .where('topic_id', '=', topicId)
    .select(['slug', 'question'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
}
