import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'

/**
 * `node --import tsx scripts/freeze-migrations.ts`, once per release: note the SHA-256 of every
 * migration, so that a test finds one that was changed after somebody's database had run it.
 */

const FOLDER = new URL('../db/migrations/', import.meta.url)
const LIST = new URL('../test/db/released-migrations.json', import.meta.url)

/** SHA-256 of each migration file as it is now, by name. */
export async function hashMigrations(): Promise<Record<string, string>> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort()
  const hashes: Record<string, string> = {}
  for (const name of names)
    hashes[name] = createHash('sha256')
      .update(await readFile(new URL(name, FOLDER)))
      .digest('hex')
  return hashes
}

if (process.argv[1] === import.meta.filename)
  await writeFile(LIST, `${JSON.stringify(await hashMigrations(), null, 2)}\n`)
