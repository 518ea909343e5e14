import { type Kysely, sql } from 'kysely'

const statements = [
  // A position that another one took the place of. It stays: sides and contradictions are about it.
  `alter table position add column merged_into_id integer references position (id)`,
  `alter table position add check (merged_into_id <> id)`,
  // Where somebody looked for a party's claims, in words.
  `alter table search add column searched_in text`,
  // A party's name in other languages: [{"language", "name"}], in the order recorded.
  `alter table party add column names jsonb not null default '[]'`,
]

/** What forms for issues, parties and searches write. Nothing on record has any of it: no backfill. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
