import { type Kysely, sql } from 'kysely'

/** What the public log of moderation reads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Most revisions are a thing's first, and nobody moderated those.
  `create index revision_changed on revision (topic_id, id) where version > 1`,
  // A reason that was given before reasons were shown to everybody is still for owners and editors alone.
  `alter table people_event add column is_why_public boolean not null default false`,
]
