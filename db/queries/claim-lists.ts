import { sql } from 'kysely'
import type { Form, IssueKind, Stance } from '#server/domain/claims.ts'
import type { Value } from '#server/domain/values.ts'
import type { Db } from '../connect.ts'
import { earlierVersion } from './captures.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/** A claim in a list: who takes which stance on what, when, and the first place where it is found. */
export interface ListedClaim {
  readonly id: number
  readonly slug: string
  readonly statement: string
  readonly said: string
  readonly stance: Stance
  readonly form: Form
  readonly bearing: 'states' | 'context'
  readonly isWithdrawn: boolean
  /** Has something said later taken its place? */
  readonly isSuperseded: boolean
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly person: { readonly id: number; readonly slug: string; readonly name: string } | null
  readonly issue: {
    readonly id: number
    readonly slug: string
    readonly question: string
    readonly kind: IssueKind
    readonly unit: string | null
  }
  /** The position's label; null where the issue has values, or nothing at all was said. */
  readonly position: string | null
  readonly value: Value | null
  readonly source: {
    readonly id: number
    readonly slug: string
    /** Of the text that has the quotation, where it is not the newest. */
    readonly version?: number | undefined
    readonly title: string
    readonly publisher: string | null
  }
}

/** Which claims: of an issue (those that state a position, or context), of a party, of a person, citing a source; or these. */
export type ClaimsOf =
  | { readonly issueId: number; readonly bearing: 'states' | 'context' }
  | { readonly partyId: number }
  | { readonly personId: number }
  | { readonly sourceId: number }
  | { readonly ids: readonly number[] }

const isOf = (of: ClaimsOf) => {
  if ('issueId' in of) return sql`c.issue_id = ${of.issueId} and c.bearing = ${of.bearing}`
  if ('partyId' in of) return sql`c.party_id = ${of.partyId}`
  if ('personId' in of) return sql`c.person_id = ${of.personId}`
  if ('ids' in of) return sql`c.id = any(${[...of.ids]}::int[])`
  return sql`exists (select from citation where claim_id = c.id and source_id = ${of.sourceId})`
}

const columns = sql`c.id, c.slug, c.statement, c.said, c.stance, c.form, c.bearing,
  c.withdrawn_reason is not null as "isWithdrawn", c.stands_until is not null as "isSuperseded",
  jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as party,
  case when n.id is null then null
    else jsonb_build_object('id', n.id, 'slug', n.slug, 'name', n.name) end as person,
  jsonb_build_object('id', i.id, 'slug', i.slug, 'question', i.question, 'kind', i.kind, 'unit', i.unit) as issue,
  q.label as position, c.value, s.source`

/** Of a claim's citations, the first whose words are marked in a capture; else the first. */
const joined = sql`join party p on p.id = c.party_id
  join issue i on i.id = c.issue_id
  left join person n on n.id = c.person_id
  left join position q on q.id = c.position_id
  cross join lateral (
    select jsonb_strip_nulls(jsonb_build_object('id', s.id, 'slug', s.slug, 'version', ${earlierVersion}))
      || jsonb_build_object('title', s.title, 'publisher', s.publisher) as source
    from citation q join source s on s.id = q.source_id where q.claim_id = c.id
    order by q.found_start is null, q.ordinal limit 1
  ) s`

/** Claims, the newest said first. @param page - from 1, of `size` claims */
export async function listClaims(
  db: Db,
  of: ClaimsOf,
  { page, size }: { page: number; size: number },
): Promise<ListedClaim[]> {
  const { rows } = await sql<ListedClaim>`
    select ${columns} from (
      select c.* from claim c where ${isOf(of)}
      order by c.latest desc, c.id desc limit ${size} offset ${(page - 1) * size}
    ) c ${joined} order by c.latest desc, c.id desc`.execute(db)
  return rows
}

export async function countClaims(db: Db, of: ClaimsOf): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from claim c where ${isOf(of)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** The claims recorded last, of every topic that the viewer may see; withdrawn ones are left out. */
export async function listNewestClaims(
  db: Db,
  viewer: TopicViewer,
  limit: number,
): Promise<ListedClaim[]> {
  const { rows } = await sql<ListedClaim>`
    select ${columns} from (
      select c.* from claim c join topic t on t.id = c.topic_id
      where c.withdrawn_reason is null and ${isVisible(viewer, 't')} order by c.id desc limit ${limit}
    ) c ${joined} order by c.id desc`.execute(db)
  return rows
}
