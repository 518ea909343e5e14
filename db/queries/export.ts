import { sql } from 'kysely'
import type {
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierPerson,
  DossierReply,
  DossierSearch,
  DossierSource,
  DossierSourceForm,
} from '#server/domain/dossier.ts'
import type { Db } from '../connect.ts'
import type { Entity } from '../schema.ts'
import { listWritten } from './revisions.ts'

/** The things of a topic in their dossier form, in the topic's order. */
export interface Exported {
  readonly parties: DossierParty[]
  readonly people: DossierPerson[]
  readonly sources: DossierSource[]
  readonly issues: DossierIssue[]
  readonly claims: DossierClaim[]
  readonly replies?: DossierReply[]
  readonly searches?: DossierSearch[]
}

/** Read a topic's things back as they were written; captured texts join their sources again. */
export async function listExported(db: Db, topicId: number): Promise<Exported> {
  const replies = (await inOrder(db, topicId, 'reply')) as DossierReply[]
  const searches = (await inOrder(db, topicId, 'search')) as DossierSearch[]
  return {
    parties: (await inOrder(db, topicId, 'party')) as DossierParty[],
    people: (await inOrder(db, topicId, 'person')) as DossierPerson[],
    sources: await listSources(db, topicId),
    issues: (await inOrder(db, topicId, 'issue')) as DossierIssue[],
    claims: (await inOrder(db, topicId, 'claim')) as DossierClaim[],
    ...(replies.length === 0 ? {} : { replies }),
    ...(searches.length === 0 ? {} : { searches }),
  }
}

async function inOrder(
  db: Db,
  topicId: number,
  entity: Exclude<Entity, 'topic'>,
): Promise<unknown[]> {
  const written = await listWritten(db, topicId, entity)
  const kept =
    entity === 'search' ? await listSearchSlugs(db, topicId) : await listSlugs(db, topicId, entity)
  // A search that was withdrawn has no row any more; its form says that it was.
  const slugs = entity === 'search' ? new Set([...kept, ...[...written.keys()].sort()]) : kept
  return Array.from(slugs, (slug) => {
    const form = written.get(slug)
    if (form === undefined) throw new Error(`The ${entity} ${slug} has no revision`)
    return form.after
  })
}

async function listSlugs(
  db: Db,
  topicId: number,
  table: 'party' | 'person' | 'source' | 'issue' | 'claim' | 'reply',
): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .where('topic_id', '=', topicId)
    .select('slug')
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.slug)
}

async function listSearchSlugs(db: Db, topicId: number): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select p.slug || ' ' || i.slug || ' ' || s.searched_on as slug from search s
    join party p on p.id = s.party_id join issue i on i.id = s.issue_id
    where s.topic_id = ${topicId} order by s.ordinal, p.ordinal, i.ordinal, s.searched_on`.execute(
    db,
  )
  return rows.map((row) => row.slug)
}

async function listSources(db: Db, topicId: number): Promise<DossierSource[]> {
  const sources = (await inOrder(db, topicId, 'source')) as DossierSourceForm[]
  const captures = await db
    .selectFrom('capture as c')
    .innerJoin('source as s', 's.id', 'c.source_id')
    .where('s.topic_id', '=', topicId)
    .select(['s.slug', 'c.sha256', 'c.text'])
    .execute()
  const texts = new Map(captures.map((c) => [`${c.slug} ${c.sha256}`, c.text]))
  return sources.map(({ capture, earlierCaptures, ...source }) => {
    const withText = (named: NonNullable<typeof capture>) => {
      const text = texts.get(`${source.slug} ${named.sha256}`)
      if (text === undefined) throw new Error(`A captured text of ${source.slug} is not there`)
      return { text, ...named }
    }
    return {
      ...source,
      ...(capture && { capture: withText(capture) }),
      ...(earlierCaptures && { earlierCaptures: earlierCaptures.map(withText) }),
    }
  })
}
