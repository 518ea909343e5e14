import { type Kysely, sql } from 'kysely'

const statements = [
  // What was done to any topic, the newest first. Of events there is contradiction_event_made.
  `create index revision_made on revision (made_at, id)`,
  `create index review_given on review (reviewed_at, id)`,
  `create index review_ended on review (replaced_at, id) where replaced_at is not null`,
]

/** The history of all topics together is read by time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
