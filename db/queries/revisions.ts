import { sql } from 'kysely'
import type { Db } from '../connect.ts'
import type { Entity } from '../schema.ts'
import { inChunks } from './derivation.ts'

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

export interface NewRevision {
  readonly slug: string
  readonly version: number
  readonly before: unknown
  readonly after: unknown
}

/** Append revisions of one kind of thing. @throws unique_violation when somebody else wrote that version */
export async function insertRevisions(
  trx: Db,
  about: {
    topicId: number
    entity: Entity
    madeAt: Date
    madeBy: string
    accountId: number | undefined
    why: string | undefined
  },
  revisions: readonly NewRevision[],
): Promise<void> {
  for (const piece of inChunks(revisions)) {
    await trx
      .insertInto('revision')
      .values(
        piece.map((r) => ({
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
        })),
      )
      .execute()
  }
}
