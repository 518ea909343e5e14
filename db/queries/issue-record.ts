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
