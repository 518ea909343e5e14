import { sql } from 'kysely'
import type { Example } from '#server/domain/similarity.ts'
import type { KnownParty, KnownSpeaker } from '#server/domain/speakers.ts'
import type { Db } from '../connect.ts'

/** What the page on which claims are made from a source needs beside the source itself. */

/** Everything on a topic's issues in words, by issue and position: what a sentence is compared with. */
export async function listExamples(db: Db, topicId: number): Promise<Example[]> {
  const { rows } = await sql<{ issue: string; position: string | null; text: string }>`
    select i.slug as issue, null as position, i.question as text from issue i where i.topic_id = ${topicId}
    union all
    select i.slug, p.slug, concat_ws(' ', p.label, p.description)
      from position p join issue i on i.id = p.issue_id
      where i.topic_id = ${topicId} and p.merged_into_id is null
    union all
    select i.slug, p.slug, concat_ws(' ', c.statement,
        (select string_agg(quote, ' ') from citation where claim_id = c.id))
      from claim c join issue i on i.id = c.issue_id left join position p on p.id = c.position_id
      where c.topic_id = ${topicId} and c.withdrawn_reason is null
    order by issue, position nulls first, text`.execute(db)
  return rows.map(({ position, ...row }) => ({ ...row, position: position ?? undefined }))
}

/** Slugs of parties and issues that claims of a source are about, the first made first. */
export interface UsedBySource {
  readonly parties: readonly string[]
  readonly issues: readonly string[]
}

export async function listUsedBySource(db: Db, sourceId: number): Promise<UsedBySource> {
  const { rows } = await sql<{ party: string; issue: string }>`
    select p.slug as party, i.slug as issue from claim c
    join party p on p.id = c.party_id join issue i on i.id = c.issue_id
    where exists (select from citation where claim_id = c.id and source_id = ${sourceId})
    order by c.id`.execute(db)
  return {
    parties: [...new Set(rows.map((row) => row.party))],
    issues: [...new Set(rows.map((row) => row.issue))],
  }
}

/** What a claim quotes of a capture, in code points, and whose claim it is. */
export interface QuotedSpan {
  readonly party: string
  readonly start: number
  readonly end: number
}

/** @param span - only what touches it, in code points */
export async function listQuotedSpans(
  db: Db,
  captureId: number,
  { start, end }: { start: number; end: number },
): Promise<QuotedSpan[]> {
  const { rows } = await sql<QuotedSpan>`
    select p.slug as party, q.found_start as start, q.found_end as end from citation q
    join claim c on c.id = q.claim_id join party p on p.id = c.party_id
    where q.capture_id = ${captureId} and q.found_start < ${end} and q.found_end > ${start}`.execute(
    db,
  )
  return rows
}

/** A topic's people with the parties that they speak for. */
export async function listSpeakers(db: Db, topicId: number): Promise<KnownSpeaker[]> {
  const { rows } = await sql<KnownSpeaker>`
    select n.slug, n.name, n.aliases, coalesce((
      select array_agg(p.slug order by coalesce(r.starts, '') desc, r.ordinal)
      from person_role r join party p on p.id = r.party_id where r.person_id = n.id
    ), '{}') as parties
    from person n where n.topic_id = ${topicId} order by n.ordinal, n.id`.execute(db)
  return rows
}

/** A topic's parties by all their names. */
export async function listNamedParties(db: Db, topicId: number): Promise<KnownParty[]> {
  return await db
    .selectFrom('party')
    .where('topic_id', '=', topicId)
    .select(['slug', 'name', 'aliases'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
}
