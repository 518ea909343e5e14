import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'

/** What is in each table, as a number of rows and a digest: equal exactly when no row has changed. */
export async function tablesOf(db: Db): Promise<Record<string, string>> {
  const tables = await listTables(db)
  const { rows } = await sql<{ tables: Record<string, string> }>`
    select jsonb_build_object(${sql.join(
      tables.flatMap((table) => [
        sql`${table}::text`,
        sql`(select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')
             from ${sql.table(table)} t)`,
      ]),
    )}) as tables`.execute(db)
  return rows[0]?.tables ?? {}
}

/** Take every row out of every table. */
export async function clearTables(db: Db): Promise<void> {
  const tables = await listTables(db)
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(trx)
  })
}

let known: readonly string[] | undefined

async function listTables(db: Db): Promise<readonly string[]> {
  if (known !== undefined) return known
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and relname not like 'kysely\\_%'
    order by relname`.execute(db)
  known = rows.map(({ name }) => name)
  return known
}
