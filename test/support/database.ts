import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { inject, test as base } from 'vitest'
import { connect, type Db } from '#db/connect.ts'
import { inDatabase, onServer } from './global-setup.ts'

/** A new database, migrated and empty, that nothing else in the run uses. @returns its URL */
export async function aDatabase(): Promise<string> {
  const url = inject('serverUrl')
  const name = `${inject('template')}_${randomBytes(4).toString('hex')}`
  // Copying fails while another worker copies: templates allow no visitors.
  await retry(() => onServer(url, `create database ${name} template ${inject('template')}`))
  return inDatabase(url, name)
}

async function retry(run: () => Promise<void>, tries = 200): Promise<void> {
  try {
    await run()
  } catch (error) {
    if ((error as { code?: string }).code !== '55006' || tries === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 20))
    await retry(run, tries - 1)
  }
}

/** One per worker, kept across its files; opened while a file loads, so no test pays for it. */
const worker = globalThis as { gainsayTestDb?: Promise<Db>; gainsayTestTables?: Touched[] }
const opened = await (worker.gainsayTestDb ??= aDatabase().then(
  // Tests of browsers keep both cores busy for longer than a request may wait for a new connection.
  (url) => connect({ url, waitMs: 10_000 }).db,
))

/** `test` with an empty, migrated, real PostgreSQL as `db`. */
export const test = base.extend<{ db: Db }>({
  // eslint-disable-next-line no-empty-pattern
  db: async ({}, use) => {
    await emptyDatabase(opened)
    await use(opened)
  },
})

/**
 * Back to what migrations left: no rows, numbers from 1. Only what was touched, told by rows and by
 * sequences, since truncating every table costs more than most tests. Deleting with triggers and
 * foreign keys off beats truncating for the few rows that a test leaves; it takes a superuser.
 */
export async function emptyDatabase(db: Db): Promise<void> {
  const touched = await findTouched(db)
  if (touched.length === 0) return
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const { table, sequences } of touched) {
      await sql`delete from ${sql.table(table)}`.execute(trx)
      for (const name of sequences)
        await sql`alter sequence ${sql.table(name)} restart`.execute(trx)
    }
  })
}

interface Touched {
  readonly table: string
  readonly sequences: readonly string[]
}

/** Tables with rows, and tables whose numbers have begun. One statement, made once. */
async function findTouched(db: Db): Promise<readonly Touched[]> {
  const tables = (worker.gainsayTestTables ??= await listTables(db))
  const { rows } = await sql<{ touched: string[] }>`
    select array_remove(array[${sql.join(
      tables.map(({ table, sequences }) => {
        const begun = sequences.map((name) => sql`(select is_called from ${sql.table(name)})`)
        const any = sql.join([sql`exists (select from ${sql.table(table)})`, ...begun], sql` or `)
        return sql`case when ${any} then ${table} end`
      }),
    )}]::text[], null) as touched`.execute(db)
  const names = new Set(rows[0]?.touched)
  return tables.filter(({ table }) => names.has(table))
}

async function listTables(db: Db): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    select c.relname as table, array_remove(array_agg(s.relname::text), null) as sequences
    from pg_class c
    left join pg_depend d on d.refobjid = c.oid and d.deptype in ('a', 'i')
    left join pg_class s on s.oid = d.objid and s.relkind = 'S'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and c.relname not like 'kysely\\_%'
    group by c.relname order by c.relname`.execute(db)
  return rows
}

/** What columns hold that are different each time that the same is done. */
const RANDOM: ReadonlySet<string> = new Set(['secret', 'password_hash'])
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

/**
 * Everything on record, as one text for each row of each table, but for bytes, hashes and secrets, which
 * chance has a part in, and for these tables.
 */
export async function listEverything(
  db: Db,
  without: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = (worker.gainsayTestTables ??= await listTables(db))
  const all: Record<string, string[]> = {}
  for (const { table } of tables) {
    if (without.includes(table)) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      db,
    )
    all[table] = rows
      .map((row) =>
        JSON.stringify(
          Object.entries(row).filter(
            ([name, value]) => !Buffer.isBuffer(value) && !RANDOM.has(name),
          ),
        ).replaceAll(UUID, '…'),
      )
      .sort()
  }
  return all
}
