import { sql } from 'kysely'
import type { Judgement } from '#server/domain/reviewer-agreement.ts'
import type { Db } from '../connect.ts'

/**
 * Reviews that hold of a topic's settled contradictions, oldest first: who judged what how. Only of
 * those that have two or more, since one judgement cannot be compared. One query.
 */
export async function listJudgements(db: Db, topicId: number): Promise<Judgement[]> {
  const { rows } = await sql<Judgement>`
    select contradiction_id as "contradictionId", account_id as "accountId", reviewer, verdict
    from (
      select r.*, count(*) over (partition by r.contradiction_id) as together
      from contradiction x join review r on r.contradiction_id = x.id and r.replaced_at is null
      where x.topic_id = ${topicId} and x.status in ('confirmed', 'dismissed')
    ) held
    where together > 1 order by reviewed_at, id`.execute(db)
  return rows
}
