import { sql } from 'kysely'
import type { Db } from '../connect.ts'
import { migrations } from '../migrations/index.ts'

/** Does the database answer, and has it exactly the migrations that this code was written for? */
export async function isSchemaCurrent(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    name: string
  }>`select name from kysely_migration order by name`.execute(db)
  const expected = Object.keys(migrations).sort()
  return rows.length === expected.length && expected.every((name, i) => rows[i]?.name === name)
}
