import { sql } from 'kysely'
import type { Claim, Form, IssueKind, Nature } from '#server/domain/claims.ts'
import { type IssueComparison, type SearchResult, compareIssue } from '#server/domain/comparison.ts'
import { type Judge, judgeOf } from '#server/domain/conflicts.ts'
import type { Day } from '#server/domain/dates.ts'
import { groupBy } from '#server/domain/grouping.ts'
import type { SettledStatus } from '#server/domain/reviews.ts'
import type { Stand } from '#server/domain/stands.ts'
import type { Db } from '../connect.ts'
import { earlierVersion } from './captures.ts'
import {
  type StoredClaim,
  inChunks,
  listIssueModels,
  selectStoredClaims,
  toStoredClaim,
} from './derivation.ts'

/** Who holds what on a day, laid out for the comparison and everything that is made of it. */

export interface ComparedParty {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly part: 'party' | 'observer' | null
}

/** One place where a claim is found. */
export interface ComparedCitation {
  readonly source: {
    readonly id: number
    readonly slug: string
    /** Of the text that has the quotation, where it is not the newest. */
    readonly version?: number | undefined
    readonly title: string
    readonly publisher?: string | undefined
    readonly published: string
    readonly url?: string | undefined
    readonly archiveUrl?: string | undefined
    readonly language: string
  }
  readonly quote?: string | undefined
  /** Of the quotation, BCP 47. */
  readonly language: string
  readonly translation?: string | undefined
  readonly translator?: string | undefined
  /** Is the quotation marked in a capture of the source? */
  readonly isPlaced: boolean
}

/** What is shown of a claim beside what the logic needs. */
export interface ClaimDetail {
  readonly id: number
  readonly slug: string
  readonly statement: string
  readonly hedge?: string | undefined
  readonly scopeNote?: string | undefined
  readonly scopePeriod?: string | undefined
  readonly form: Form
  readonly said: string
  readonly personName?: string | undefined
  /** The role for the claim's party; the one held on the day when several are on record. */
  readonly personRole?: string | undefined
  readonly citations: readonly ComparedCitation[]
}

export interface ComparedIssue {
  readonly id: number
  readonly slug: string
  readonly question: string
  readonly nature: Nature
  readonly kind: IssueKind
  readonly unit?: string | undefined
  /** Party slug to that party's own name for the thing. */
  readonly labels: Readonly<Record<string, string>>
  readonly judge: Judge
  readonly comparison: IssueComparison
}

/** The contradiction between two parties on an issue, and what people made of it. */
export interface ComparedContradiction {
  readonly id: number
  readonly status: SettledStatus
}

export interface TopicComparison {
  readonly asOf: Day
  readonly parties: readonly ComparedParty[]
  readonly issues: readonly ComparedIssue[]
  /** By claim slug: every claim that a cell or a reversal names. */
  readonly details: ReadonlyMap<string, ClaimDetail>
  /** `issue party party` (slugs, both orders) to the contradiction that stands for the two. */
  readonly contradictions: ReadonlyMap<string, ComparedContradiction>
  /** The days on which something was said, ascending. */
  readonly days: readonly Day[]
}

export interface ComparisonChoice {
  readonly asOf: Day
  /** In this order; undefined for all of the topic, parties before observers. */
  readonly parties?: readonly string[] | undefined
  readonly issue?: string | undefined
}

interface TopicId {
  readonly id: number
}

/** Everything a comparison needs. The number of queries does not depend on parties, issues or claims. */
export async function findComparison(
  db: Db,
  topic: TopicId,
  choice: ComparisonChoice,
): Promise<TopicComparison> {
  const held = await findStands(db, topic, choice)
  const shown = held.issues.flatMap(({ comparison }) =>
    comparison.cells.flatMap((cell) => [
      ...cell.stands,
      ...cell.reversals.flatMap(({ from, to }) => [from, to]),
    ]),
  )
  const ids = shown.flatMap((claim) => (isStored(claim) ? [claim.id] : []))
  return {
    ...held,
    details: await listClaimDetails(db, [...new Set(ids)]),
    contradictions: await listPairContradictions(db, held),
    days: await listDaysSaid(db, topic),
  }
}

/** The comparison without what only pages show: for compare.json. */
export async function findStands(
  db: Db,
  topic: TopicId,
  choice: ComparisonChoice,
): Promise<Pick<TopicComparison, 'asOf' | 'parties' | 'issues'>> {
  const parties = await listComparedParties(db, topic, choice.parties)
  const issues = await listComparedIssues(db, topic, choice.issue)
  const issueIds = issues.map((i) => i.id)
  const partyIds = parties.map((p) => p.id)
  const [models, stands, reversals, searches] = [
    await listIssueModels(db, issueIds),
    await listStands(db, { issueIds, partyIds, asOf: choice.asOf }),
    await listReversalsOn(db, { issueIds, partyIds, asOf: choice.asOf }),
    await listSearches(db, { issueIds, partyIds, asOf: choice.asOf }),
  ]
  return {
    asOf: choice.asOf,
    parties,
    issues: issues.flatMap((issue) => {
      const model = models.get(issue.id)
      if (model === undefined) return []
      const judge = judgeOf(model)
      const comparison = compareIssue({
        judge,
        parties: parties.map((p) => p.slug),
        stands: standsOf(parties, issue.slug, { stands, reversals }),
        searches: searches.get(issue.id) ?? new Map(),
      })
      return [{ ...issue, judge, comparison }]
    }),
  }
}

interface Reversal {
  readonly from: StoredClaim
  readonly to: StoredClaim
}

function standsOf(
  parties: readonly ComparedParty[],
  issue: string,
  held: {
    stands: ReadonlyMap<string, readonly StoredClaim[]>
    reversals: ReadonlyMap<string, readonly Reversal[]>
  },
): ReadonlyMap<string, Stand> {
  return new Map(
    parties.map(({ slug }) => {
      const key = `${issue} ${slug}`
      return [
        slug,
        { claims: held.stands.get(key) ?? [], reversals: held.reversals.get(key) ?? [] },
      ]
    }),
  )
}

/** Parties in the order asked for, or parties before observers as the dossier lists them. */
export async function listComparedParties(
  db: Db,
  topic: TopicId,
  slugs: readonly string[] | undefined,
): Promise<ComparedParty[]> {
  const rows = await db
    .selectFrom('party')
    .where('topic_id', '=', topic.id)
    .$if(slugs !== undefined, (q) =>
      q.where('slug', '=', sql<string>`any(${[...(slugs ?? [])]}::text[])`),
    )
    .$if(slugs === undefined, (q) => q.where('part', 'is not', null))
    .select(['id', 'slug', 'name', 'part'])
    .orderBy(sql`case part when 'party' then 0 when 'observer' then 1 else 2 end`)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  if (slugs === undefined) return rows
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  return [...new Set(slugs)].flatMap((slug) => bySlug.get(slug) ?? [])
}

async function listComparedIssues(db: Db, topic: TopicId, slug: string | undefined) {
  const rows = await db
    .selectFrom('issue')
    .where('topic_id', '=', topic.id)
    .$if(slug !== undefined, (q) => q.where('slug', '=', slug ?? ''))
    .select(['id', 'slug', 'question', 'nature', 'kind', 'unit', 'labels'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(({ unit, ...issue }) => ({ ...issue, unit: unit ?? undefined }))
}

interface Range {
  readonly issueIds: readonly number[]
  readonly partyIds: readonly number[]
  readonly asOf: Day
}

const inOrderSaid = sql`c.earliest, c.latest, c.slug`

/** What nothing had superseded by a day, by `issue party` slugs, in order said. */
async function listStands(
  db: Db,
  range: Range,
): Promise<ReadonlyMap<string, readonly StoredClaim[]>> {
  if (range.issueIds.length === 0 || range.partyIds.length === 0) return new Map()
  const rows = await selectStoredClaims(db)
    .where('c.issue_id', '=', sql<number>`any(${[...range.issueIds]}::int[])`)
    .where('c.party_id', '=', sql<number>`any(${[...range.partyIds]}::int[])`)
    .where('c.latest', '<=', range.asOf)
    .where((eb) => eb.or([eb('c.stands_until', 'is', null), eb('c.stands_until', '>', range.asOf)]))
    .orderBy(inOrderSaid)
    .execute()
  return groupBy(rows.map(toStoredClaim), (c) => `${c.issue} ${c.party}`)
}

/** Reversals as they look on a day, by `issue party` slugs. */
async function listReversalsOn(
  db: Db,
  range: Range,
): Promise<ReadonlyMap<string, readonly Reversal[]>> {
  if (range.issueIds.length === 0 || range.partyIds.length === 0) return new Map()
  const pairs = await db
    .selectFrom('succession as n')
    .innerJoin('claim as a', 'a.id', 'n.claim_id')
    .where('n.is_reversal', '=', true)
    .where('a.issue_id', '=', sql<number>`any(${[...range.issueIds]}::int[])`)
    .where('a.party_id', '=', sql<number>`any(${[...range.partyIds]}::int[])`)
    .where('n.from_day', '<=', range.asOf)
    .where((eb) => eb.or([eb('n.until_day', 'is', null), eb('n.until_day', '>', range.asOf)]))
    .select(['n.claim_id', 'n.successor_id'])
    .execute()
  if (pairs.length === 0) return new Map()
  const ids = [...new Set(pairs.flatMap((p) => [p.claim_id, p.successor_id]))]
  const rows = await selectStoredClaims(db)
    .where('c.id', '=', sql<number>`any(${ids}::int[])`)
    .orderBy(inOrderSaid)
    .execute()
  const claims = new Map(rows.map((row) => [row.id, toStoredClaim(row)]))
  const successorOf = new Map(pairs.map((p) => [p.claim_id, p.successor_id]))
  const reversals = [...claims.values()].flatMap((from) => {
    const to = claims.get(successorOf.get(from.id) ?? 0)
    return to === undefined ? [] : [{ from, to }]
  })
  return groupBy(reversals, ({ from }) => `${from.issue} ${from.party}`)
}

/**
 * What the last search came to, by issue id and party slug. Whenever somebody searched: as of a day is
 * about when things were said, and a later search looked at that day too.
 */
async function listSearches(
  db: Db,
  range: Range,
): Promise<ReadonlyMap<number, ReadonlyMap<string, SearchResult>>> {
  if (range.issueIds.length === 0 || range.partyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('search as s')
    .innerJoin('party as p', 'p.id', 's.party_id')
    .where('s.issue_id', '=', sql<number>`any(${[...range.issueIds]}::int[])`)
    .where('s.party_id', '=', sql<number>`any(${[...range.partyIds]}::int[])`)
    .select(['s.issue_id', 'p.slug', 's.result'])
    .orderBy('s.searched_on')
    .execute()
  const found = new Map<number, Map<string, SearchResult>>()
  for (const { issue_id: issueId, slug, result } of rows) {
    found.set(issueId, (found.get(issueId) ?? new Map<string, SearchResult>()).set(slug, result))
  }
  return found
}

/** Details of claims by slug, each with its citations in order. */
export async function listClaimDetails(
  db: Db,
  claimIds: readonly number[],
): Promise<ReadonlyMap<string, ClaimDetail>> {
  const details = new Map<string, ClaimDetail>()
  for (const piece of inChunks(claimIds, 5000)) {
    const citations = await listCitations(db, piece)
    for (const row of await listDetailRows(db, piece)) {
      details.set(row.slug, { ...row, citations: citations.get(row.id) ?? [] })
    }
  }
  return details
}

async function listDetailRows(
  db: Db,
  ids: readonly number[],
): Promise<Omit<ClaimDetail, 'citations'>[]> {
  const rows = await db
    .selectFrom('claim as c')
    .leftJoin('person as n', 'n.id', 'c.person_id')
    .where('c.id', '=', sql<number>`any(${[...ids]}::int[])`)
    .select([
      'c.id',
      'c.slug',
      'c.statement',
      'c.hedge',
      'c.scope_note as scopeNote',
      'c.scope_period as scopePeriod',
      'c.form',
      'c.said',
      'n.name as personName',
      roleHeld.as('personRole'),
    ])
    .execute()
  return rows.map((row) => ({
    ...row,
    hedge: row.hedge ?? undefined,
    scopeNote: row.scopeNote ?? undefined,
    scopePeriod: row.scopePeriod ?? undefined,
    personName: row.personName ?? undefined,
    personRole: row.personRole ?? undefined,
  }))
}

/**
 * The role that the person of a claim, or reply, `c` held for its party on its day. A role without dates
 * is held always; ends are compared as written, which EDTF text allows.
 */
export const roleHeld = sql<string | null>`(select r.title from person_role r
  where r.person_id = c.person_id and r.party_id = c.party_id
  order by (coalesce(r.starts, '') <= c.latest::text
    and coalesce(nullif(r.ends, '..'), '9999') >= c.earliest::text) desc, r.ordinal limit 1)`

async function listCitations(
  db: Db,
  claimIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ComparedCitation[]>> {
  const rows = await db
    .selectFrom('citation as q')
    .innerJoin('source as s', 's.id', 'q.source_id')
    .where('q.claim_id', '=', sql<number>`any(${[...claimIds]}::int[])`)
    .select([
      'q.claim_id',
      'q.quote',
      'q.language',
      'q.translation',
      'q.translator',
      'q.found_start',
      's.id',
      's.slug',
      's.title',
      's.publisher',
      's.published',
      's.url',
      's.archive_url',
      's.language as source_language',
      earlierVersion.as('version'),
    ])
    .orderBy('q.claim_id')
    .orderBy('q.ordinal')
    .execute()
  const citations = rows.map((row) => ({
    claimId: row.claim_id,
    citation: {
      source: {
        id: row.id,
        slug: row.slug,
        version: row.version ?? undefined,
        title: row.title,
        publisher: row.publisher ?? undefined,
        published: row.published,
        url: row.url ?? undefined,
        archiveUrl: row.archive_url ?? undefined,
        language: row.source_language,
      },
      quote: row.quote ?? undefined,
      language: row.language ?? row.source_language,
      translation: row.translation ?? undefined,
      translator: row.translator ?? undefined,
      isPlaced: row.found_start !== null,
    },
  }))
  const grouped = groupBy(citations, (c) => c.claimId)
  return new Map([...grouped].map(([id, own]) => [id, own.map((c) => c.citation)]))
}

/**
 * Where several sides of two parties conflict, one that held on the day comes first, of these one that
 * is confirmed, then one that is not dismissed, then the one that ranks first.
 */
async function listPairContradictions(
  db: Db,
  { issues, parties, asOf }: Pick<TopicComparison, 'issues' | 'parties' | 'asOf'>,
): Promise<TopicComparison['contradictions']> {
  const [issueIds, partyIds] = [issues.map((i) => i.id), parties.map((p) => p.id)]
  const rows = await db
    .selectFrom('contradiction as x')
    .innerJoin('issue as i', 'i.id', 'x.issue_id')
    .innerJoin('side as a', 'a.id', 'x.side_a_id')
    .innerJoin('side as b', 'b.id', 'x.side_b_id')
    .innerJoin('party as p', 'p.id', 'a.party_id')
    .innerJoin('party as q', 'q.id', 'b.party_id')
    .where('x.issue_id', '=', sql<number>`any(${issueIds}::int[])`)
    .where('a.party_id', '=', sql<number>`any(${partyIds}::int[])`)
    .where('b.party_id', '=', sql<number>`any(${partyIds}::int[])`)
    .where('x.kind', '<>', 'reversal')
    .select(['x.id', 'x.status', 'i.slug as issue', 'p.slug as a', 'q.slug as b'])
    // The last of a key is the one that stays in the map.
    .orderBy(sql`x.first_on <= ${asOf} and coalesce(x.resolved_on > ${asOf}, true)`)
    .orderBy(sql`x.status = 'confirmed'`)
    .orderBy(sql`x.status <> 'dismissed'`)
    .orderBy('x.rank')
    .orderBy('x.id', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ id, status, issue, a, b }) => [
      [`${issue} ${a} ${b}`, { id, status }],
      [`${issue} ${b} ${a}`, { id, status }],
    ]),
  )
}

async function listDaysSaid(db: Db, topic: TopicId): Promise<Day[]> {
  const rows = await db
    .selectFrom('claim')
    .where('topic_id', '=', topic.id)
    .where('bearing', '=', 'states')
    .where('withdrawn_reason', 'is', null)
    .where('latest', '<', 'infinity')
    .select('latest')
    .distinct()
    .orderBy('latest')
    .execute()
  return rows.map((r) => r.latest)
}

/** Cells of a stored comparison hold stored claims; their type does not say so. */
const isStored = (claim: Claim): claim is StoredClaim => 'id' in claim
