import { sql } from 'kysely'
import type { IssueKind, Nature } from '#server/domain/claims.ts'
import type { Db } from '../connect.ts'

export interface FoundIssue {
  readonly id: number
  readonly topicId: number
  readonly slug: string
  readonly question: string
}

export async function findIssue(db: Db, id: number): Promise<FoundIssue | undefined> {
  return await db
    .selectFrom('issue')
    .where('id', '=', id)
    .select(['id', 'topic_id as topicId', 'slug', 'question'])
    .executeTakeFirst()
}

export interface ListedIssue {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly nature: Nature
  readonly kind: IssueKind
  readonly unit: string | null
  /** Withdrawn claims are left out, and so are the parties that made no other. */
  readonly claims: number
  readonly parties: number
}

/** A topic's issues in its order, with how much was said on each. @param page - from 1, of `size` */
export async function listIssues(
  db: Db,
  topicId: number,
  { page, size }: { page: number; size: number },
): Promise<ListedIssue[]> {
  const { rows } = await sql<ListedIssue>`
    select i.id, i.slug, i.question, i.nature, i.kind, i.unit, n.claims, n.parties
    from issue i cross join lateral (
      select count(*)::int as claims, count(distinct party_id)::int as parties
      from claim where issue_id = i.id and withdrawn_reason is null
    ) n
    where i.topic_id = ${topicId}
    order by i.ordinal, i.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return rows
}

export async function countIssues(db: Db, topicId: number): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from issue where topic_id = ${topicId}`.execute(db)
  return rows[0]?.n ?? 0
}

/** The descriptions of an issue's positions, by slug. */
export async function listDescriptions(
  db: Db,
  issueId: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('position')
    .where('issue_id', '=', issueId)
    .where('description', 'is not', null)
    .select(['slug', 'description'])
    .execute()
  return new Map(rows.map((r) => [r.slug, r.description ?? '']))
}

/** One look for a party's claims on an issue. */
export interface SearchEntry {
  /** Of the party. */
  readonly slug: string
  readonly on: string
  readonly by: string | null
  /** Where was looked, in words. */
  readonly where: string | null
  readonly result: 'none-found' | 'not-applicable'
}

/** Who looked for a party's claims on an issue, when, and what came of it; newest first. */
export async function listSearchLog(db: Db, issueId: number): Promise<SearchEntry[]> {
  return await db
    .selectFrom('search as s')
    .innerJoin('party as p', 'p.id', 's.party_id')
    .where('s.issue_id', '=', issueId)
    .select([
      'p.slug',
      's.searched_on as on',
      's.searched_by as by',
      's.searched_in as where',
      's.result',
    ])
    .orderBy('s.searched_on', 'desc')
    .orderBy('p.ordinal')
    .execute()
}
