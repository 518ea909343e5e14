import type { IssueKind, Nature } from '#server/domain/claims.ts'
import type { Db } from '../connect.ts'

export interface FoundIssue {
  readonly id: number
  readonly topicId: number
  readonly slug: string
}

export async function findIssue(db: Db, id: number): Promise<FoundIssue | undefined> {
  return await db
    .selectFrom('issue')
    .where('id', '=', id)
    .select(['id', 'topic_id as topicId', 'slug'])
    .executeTakeFirst()
}

export interface ListedIssue {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly nature: Nature
  readonly kind: IssueKind
  readonly claims: number
  readonly parties: number
}

/** A topic's issues in its order, with how much was said on each. */
export async function listIssues(db: Db, topicId: number): Promise<ListedIssue[]> {
  const rows = await db
    .selectFrom('issue as i')
    .leftJoin('claim as c', (join) => join.onRef('c.issue_id', '=', 'i.id').on('c.withdrawn_reason', 'is', null))
    .where('i.topic_id', '=', topicId)
    .groupBy('i.id')
    .select((eb) => [
      'i.id',
      'i.slug',
      'i.question',
      'i.nature',
      'i.kind',
      eb.fn.count<string>('c.id').as('claims'),
      eb.fn.count<string>('c.party_id').distinct().as('parties'),
    ])
    .orderBy('i.ordinal')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({ ...row, claims: Number(row.claims), parties: Number(row.parties) }))
}

/** The descriptions of an issue's positions, by slug. */
export async function listDescriptions(db: Db, issueId: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('position')
    .where('issue_id', '=', issueId)
    .where('description', 'is not', null)
    .select(['slug', 'description'])
    .execute()
  return new Map(rows.map((r) => [r.slug, r.description ?? '']))
}

/** Who looked for a party's claims on an issue, when, and what came of it; newest first. */
export async function listSearchLog(db: Db, issueId: number) {
  return await db
    .selectFrom('search as s')
    .innerJoin('party as p', 'p.id', 's.party_id')
    .where('s.issue_id', '=', issueId)
    .select(['p.slug', 'p.name', 's.searched_on as on', 's.searched_by as by', 's.result'])
    .orderBy('s.searched_on', 'desc')
    .orderBy('p.ordinal')
    .execute()
}

/** One look for a party's claims. */
export type SearchEntry = Awaited<ReturnType<typeof listSearchLog>>[number]

/** How many contradictions are filed on an issue. */
export async function countContradictionsOn(db: Db, issueId: number): Promise<number> {
  const row = await db
    .selectFrom('contradiction')
    .where('issue_id', '=', issueId)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
