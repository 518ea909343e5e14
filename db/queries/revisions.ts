import { sql } from 'kysely'
import { describeRevised } from '#server/domain/history-content.ts'
import type { Db } from '../connect.ts'
import type { Entity } from '../schema.ts'
import { inChunks } from './derivation.ts'
import { seal } from './seals.ts'

/** The newest form of something, as a dossier writes it. */
export interface Written {
  readonly slug: string
  readonly version: number
  readonly after: unknown
}

/**
 * The newest revisions of one kind of thing in a topic, by slug.
 * @param slugs - only these; undefined for all
 */
export async function listWritten(
  db: Db,
  topicId: number,
  entity: Entity,
  slugs?: readonly string[],
): Promise<ReadonlyMap<string, Written>> {
  const { rows } = await sql<Written>`
    select distinct on (slug) slug, version, after from revision
    where topic_id = ${topicId} and entity = ${entity}
      ${slugs === undefined ? sql`` : sql`and slug = any(${[...slugs]}::text[])`}
    order by slug, version desc`.execute(db)
  return new Map(rows.map((row) => [row.slug, row]))
}

/** When each thing of one kind was first recorded, by slug. */
export async function listFirstRecorded(
  db: Db,
  topicId: number,
  entity: Entity,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('revision')
    .where('topic_id', '=', topicId)
    .where('entity', '=', entity)
    .where('version', '=', 1)
    .select(['slug', 'made_at'])
    .execute()
  return new Map(rows.map(({ slug, made_at: at }) => [slug, at]))
}

export interface NewRevision {
  readonly slug: string
  readonly version: number
  readonly before: unknown
  readonly after: unknown
}

/** Who changes things of one kind, when and why. */
export interface Revising {
  readonly topicId: number
  readonly entity: Entity
  readonly madeAt: Date
  readonly madeBy: string
  readonly accountId: number | undefined
  readonly why: string | undefined
}

/** A revision as it is stored, sealed for the history. */
export const revisionRow = (about: Revising, r: NewRevision) => ({
  topic_id: about.topicId,
  entity: about.entity,
  slug: r.slug,
  version: r.version,
  made_at: about.madeAt,
  made_by: about.madeBy,
  account_id: about.accountId ?? null,
  why: about.why ?? null,
  before: r.before === undefined ? null : JSON.stringify(r.before),
  after: JSON.stringify(r.after),
  ...seal(
    describeRevised({
      at: about.madeAt.toISOString(),
      by: about.madeBy,
      account: about.accountId ?? null,
      entity: about.entity,
      slug: r.slug,
      version: r.version,
      why: about.why ?? null,
      before: r.before ?? null,
      after: r.after,
    }),
  ),
})

/** Append revisions of one kind of thing. @throws unique_violation when somebody else wrote that version */
export async function insertRevisions(
  trx: Db,
  about: Revising,
  revisions: readonly NewRevision[],
): Promise<void> {
  for (const piece of inChunks(revisions)) {
    const rows = piece.map((revision) => revisionRow(about, revision))
    await trx.insertInto('revision').values(rows).execute()
  }
}
