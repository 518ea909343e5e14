import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { chainPast } from './chain-past.ts'
import { connect, type Db } from './connect.ts'
import { migrations as ours } from './migrations/index.ts'

/** The database was migrated by a later release: this code does not know what it may do there. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
  constructor(unknown: readonly string[]) {
    super(
      `The database is newer than this program: it has the migration ${unknown.join(', ')}. ` +
        'Start the release that wrote it, or restore a backup.',
    )
  }
}

/** A migration failed and was rolled back; those before it stay, and the next start tries again. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Bring the database up to date, each migration in a transaction of its own. Of several processes that
 * start at once, one migrates and the others wait for it.
 * @returns the names of the migrations that ran here
 * @throws {NewerSchemaError | MigrationError}
 */
export async function migrate(
  url: string,
  migrations: Record<string, Migration> = ours,
): Promise<string[]> {
  const { db, close } = connect({ url, maxConnections: 2, deadlines: false })
  try {
    await refuseNewer(db, migrations)
    const ran = await runPending(db, migrations)
    await chainPast(db)
    return ran
  } finally {
    await close()
  }
}

async function refuseNewer(db: Db, migrations: Record<string, Migration>): Promise<void> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (tables[0]?.there !== true) return
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db)
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name))
  if (unknown.length > 0) throw new NewerSchemaError(unknown)
}

/** One step at a time, because kysely puts all steps of one call into one transaction. */
async function runPending(db: Db, migrations: Record<string, Migration>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const ran: string[] = []
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp()
    if (error !== undefined) {
      const name = results.find(({ status }) => status === 'Error')?.migrationName
      const reason = error instanceof Error ? error.message : 'unknown'
      throw new MigrationError(`Migration ${name ?? '(none begun)'} failed: ${reason}`, {
        cause: error,
      })
    }
    if (results.length === 0) return ran
    ran.push(...results.map(({ migrationName }) => migrationName))
  }
}
