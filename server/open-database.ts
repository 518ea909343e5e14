import { join } from 'node:path'
import { connect, type Db } from '#db/connect.ts'
import { openEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import type { Settings } from './env.ts'

export interface OpenDatabase {
  readonly db: Db
  /** For other processes of ours. */
  readonly url: string
  /** Close the pool; then the embedded server, unless others use it. */
  readonly close: () => Promise<void>
}

interface Options {
  readonly settings: Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'>
  /** False for commands whose work may take long. */
  readonly deadlines?: boolean
  readonly onProgress: (line: string) => void
  readonly onError?: (error: Error) => void
}

/**
 * The database that the settings name, or the embedded one, brought up to date.
 * @throws {EmbeddedError | NewerSchemaError | MigrationError}
 */
export async function openDatabase(options: Options): Promise<OpenDatabase> {
  const { settings, deadlines = true, onProgress, onError = () => {} } = options
  const { url, close: leave } =
    settings.DATABASE_URL === undefined
      ? await openEmbedded({ folder: join(settings.DATA_DIR, 'postgres'), onProgress })
      : { url: settings.DATABASE_URL, close: async () => {} }
  try {
    await migrate(url)
  } catch (error) {
    await leave()
    throw error
  }
  const { db, close } = connect({ url, deadlines, onError })
  return {
    db,
    url,
    close: async () => {
      await close()
      await leave()
    },
  }
}
