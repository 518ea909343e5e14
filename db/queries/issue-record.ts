import { sql } from 'kysely'
import type {
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierSearch,
  DossierSide,
  DossierSourceForm,
  DossierTopicForm,
} from '#server/domain/dossier.ts'
import type { FormsThen, Then } from '#server/domain/record-then.ts'
import type { ContradictionKind } from '#server/domain/reviews.ts'
import type { Db } from '../connect.ts'
import { listIds } from './record.ts'
import { type SideColumns, sideOf } from './sides.ts'
import type { ThingRef } from './restoration.ts'
import { listWritten } from './revisions.ts'

/** The topic whose issue is asked for. */
interface Topic {
  readonly id: number
  readonly slug: string
  readonly mixedWindowDays: number
}

/**
 * Everything on record that bears on one issue, as it stands: the same forms that the record of an instant
 * is put together from, of this issue alone. Costs a few reads and as much as its claims.
 */
export async function findIssueForms(db: Db, topic: Topic, issue: string): Promise<FormsThen> {
  const claims = await listClaimsOn(db, topic.id, issue)
  const cited = [...new Set(claims.flatMap((c) => c.form.citations.map((one) => one.source)))]
  const written = await listWritten(db, topic.id, 'topic')
  const searches = await listForms<DossierSearch>(db, topic.id, 'search')
  return {
    topic: (written.get(topic.slug)?.after as DossierTopicForm | undefined)?.topic,
    windowDays: topic.mixedWindowDays,
    parties: await numbered<DossierParty>(db, topic.id, 'party'),
    people: [],
    sources: await numbered<DossierSourceForm>(db, topic.id, 'source', cited),
    issues: await numbered<DossierIssue>(db, topic.id, 'issue', [issue]),
    claims,
    searches: searches.filter((search) => search.issue === issue),
  }
}

async function listClaimsOn(db: Db, topicId: number, issue: string): Promise<FormsThen['claims']> {
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('issue as i', 'i.id', 'c.issue_id')
    .where('i.topic_id', '=', topicId)
    .where('i.slug', '=', issue)
    .select(['c.id', 'c.slug', 'c.recorded_at as recordedAt', 'c.recorded_by as recordedBy'])
    .orderBy('c.id')
    .execute()
  const slugs = rows.map((row) => row.slug)
  const written = await listWritten(db, topicId, 'claim', slugs)
  return rows.flatMap(({ slug, ...row }) => {
    const form = written.get(slug)
    if (form === undefined) return []
    return [{ ...row, version: form.version, form: form.after as DossierClaim }]
  })
}

const listForms = async <Form>(
  db: Db,
  topicId: number,
  entity: 'search' | 'party' | 'source' | 'issue',
  slugs?: readonly string[],
): Promise<Form[]> =>
  [...(await listWritten(db, topicId, entity, slugs)).values()].map(({ after }) => after as Form)

async function numbered<Form extends { readonly slug: string }>(
  db: Db,
  topicId: number,
  entity: 'party' | 'source' | 'issue',
  slugs?: readonly string[],
): Promise<Then<Form>[]> {
  const ids = await listIds(db, entity, topicId, slugs)
  const forms = await listForms<Form>(db, topicId, entity, slugs)
  return forms.map((form) => ({ ...form, id: ids.get(form.slug) ?? 0 })).sort((a, b) => a.id - b.id)
}

/** The claims on an issue as they stand, withdrawn ones and context too, the first recorded first. */
export const listClaimFormsOn = async (
  db: Db,
  topicId: number,
  issue: string,
): Promise<DossierClaim[]> => (await listClaimsOn(db, topicId, issue)).map(({ form }) => form)

/** A claim's revision that was made in one act with a version of its issue. */
export interface ActRevision {
  readonly slug: string
  readonly version: number
  readonly before: unknown
  readonly after: unknown
}

/**
 * The claims that were moved from one position to another in the act that made a version of an issue: at
 * the same instant, by the same account, for the same reason.
 */
export async function listActRevisions(
  db: Db,
  { topicId, slug }: ThingRef,
  version: number,
): Promise<ActRevision[]> {
  const { rows } = await sql<ActRevision>`
    select r.slug, r.version, r.before, r.after from revision r
    join revision act on act.topic_id = r.topic_id and act.made_at = r.made_at
      and act.account_id is not distinct from r.account_id and act.why is not distinct from r.why
    where act.topic_id = ${topicId} and act.entity = 'issue' and act.slug = ${slug}
      and act.version = ${version} and r.entity = 'claim' and r.before is not null
      and r.after ->> 'issue' = ${slug}
      and r.before ->> 'position' is distinct from r.after ->> 'position'
    order by r.id`.execute(db)
  return rows
}

/** A contradiction on record by its identity. */
export interface FiledIdentity {
  readonly id: number
  readonly kind: ContradictionKind
  readonly a: DossierSide
  readonly b: DossierSide
}

/** Every contradiction that was ever filed on an issue, by what makes it this one. */
export async function listFiledOn(
  db: Db,
  topicId: number,
  issue: string,
): Promise<FiledIdentity[]> {
  const side = (s: string, p: string, o: string) => sql`jsonb_build_object(
    'party', ${sql.ref(`${p}.slug`)}, 'stance', ${sql.ref(`${s}.stance`)},
    'position', ${sql.ref(`${o}.slug`)}, 'value', ${sql.ref(`${s}.value`)})`
  const { rows } = await sql<{
    id: number
    kind: ContradictionKind
    a: SideColumns
    b: SideColumns
  }>`
    select x.id, x.kind, ${side('a', 'p', 'm')} as a, ${side('b', 'q', 'n')} as b
    from contradiction x join issue i on i.id = x.issue_id
    join side a on a.id = x.side_a_id join side b on b.id = x.side_b_id
    join party p on p.id = a.party_id join party q on q.id = b.party_id
    left join position m on m.id = a.position_id left join position n on n.id = b.position_id
    where i.topic_id = ${topicId} and i.slug = ${issue} order by x.id`.execute(db)
  return rows.map(({ id, kind, a, b }) => ({ id, kind, a: sideOf(a), b: sideOf(b) }))
}

/** The newest version of a search on an issue that an account made last; nobody changed it since. */
export async function findNewestSearchBy(
  db: Db,
  topicId: number,
  issue: string,
  accountId: number,
): Promise<{ version: number; before: unknown; after: unknown } | undefined> {
  const { rows } = await sql<{ version: number; before: unknown; after: unknown }>`
    select r.version, r.before, r.after from revision r
    where r.topic_id = ${topicId} and r.entity = 'search' and r.account_id = ${accountId}
      and r.after ->> 'issue' = ${issue}
      and not exists (select from revision n where n.topic_id = r.topic_id and n.entity = r.entity
        and n.slug = r.slug and n.version > r.version)
    order by r.id desc limit 1`.execute(db)
  return rows[0]
}
