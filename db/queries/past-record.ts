import { sql } from 'kysely'
import type {
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierPerson,
  DossierSearch,
  DossierSourceForm,
  DossierTopicForm,
} from '#server/domain/dossier.ts'
import { type RecordThen, type Then, recordThen } from '#server/domain/record-then.ts'
import type { Db } from '../connect.ts'
import type { Entity } from '../schema.ts'

/** The record as it was: from its revisions, which hold every thing whole. */

interface Row {
  readonly entity: Entity
  readonly slug: string
  readonly version: number
  readonly after: unknown
}

interface Topic {
  readonly id: number
  readonly mixedWindowDays: number
}

/**
 * Read a topic as it was recorded at an instant. Seven reads: one of the revisions, one for each kind
 * of thing that has an id of its own. The mixed-message window is not part of any revision and is
 * today's.
 * @param at - revisions made at this very instant count
 */
export async function findRecordThen(db: Db, topic: Topic, at: Date): Promise<RecordThen> {
  const forms = await listFormsThen(db, topic.id, at)
  const of = async <Form extends object>(entity: Numbered): Promise<Then<Form>[]> =>
    (await listNumbers(db, entity, topic.id)).flatMap(({ id, slug }) => {
      const row = forms.get(entity)?.get(slug)
      return row === undefined ? [] : [{ ...(row.after as Form), id }]
    })
  const [topicForm] = [...(forms.get('topic')?.values() ?? [])]
  return recordThen({
    topic: (topicForm?.after as DossierTopicForm | undefined)?.topic,
    windowDays: topic.mixedWindowDays,
    parties: await of<DossierParty>('party'),
    people: await of<DossierPerson>('person'),
    sources: await of<DossierSourceForm>('source'),
    issues: await of<DossierIssue>('issue'),
    claims: await listClaimsThen(db, topic.id, forms),
    searches: [...(forms.get('search')?.values() ?? [])].map((row) => row.after as DossierSearch),
  })
}

type Forms = ReadonlyMap<Entity, ReadonlyMap<string, Row>>

/** The newest form of everything, by kind and slug. */
async function listFormsThen(db: Db, topicId: number, at: Date): Promise<Forms> {
  const { rows } = await sql<Row>`
    select distinct on (entity, slug) entity, slug, version, after from revision
    where topic_id = ${topicId} and made_at <= ${at}
    order by entity, slug, version desc`.execute(db)
  const forms = new Map<Entity, Map<string, Row>>()
  for (const row of rows)
    forms.set(row.entity, (forms.get(row.entity) ?? new Map<string, Row>()).set(row.slug, row))
  return forms
}

type Numbered = 'party' | 'person' | 'source' | 'issue'

/** Ids never change, and the order of a topic only grows: both can be read off today's rows. */
const listNumbers = async (db: Db, table: Numbered, topicId: number) =>
  await db
    .selectFrom(table)
    .where('topic_id', '=', topicId)
    .select(['id', 'slug'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()

async function listClaimsThen(db: Db, topicId: number, forms: Forms) {
  const rows = await db
    .selectFrom('claim')
    .where('topic_id', '=', topicId)
    .select(['id', 'slug', 'recorded_at as recordedAt', 'recorded_by as recordedBy'])
    .orderBy('id')
    .execute()
  return rows.flatMap(({ slug, ...row }) => {
    const form = forms.get('claim')?.get(slug)
    if (form === undefined) return []
    return [{ ...row, version: form.version, form: form.after as DossierClaim }]
  })
}
