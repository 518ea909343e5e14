import { readFile, rename, writeFile } from 'node:fs/promises'
import { exportDossier } from '#server/actions/export-dossier.ts'
import { importDossier } from '#server/actions/import-dossier.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { Refusal } from '#server/domain/errors.ts'
import { parseEnv } from '#server/env.ts'
import { explainStart } from '#server/explain-start.ts'
import { openDatabase } from '#server/open-database.ts'
import type { Db } from '#db/connect.ts'

/** `npm run dossier -- import FILE...` and `npm run dossier -- export SLUG [FILE]`. */

const USAGE = 'Use: npm run dossier -- import FILE...   or: npm run dossier -- export SLUG [FILE]'
const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function importFiles(db: Db, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    const { topic, created, revised, unchanged } = await importDossier(db, {
      text,
      file,
      now: new Date(),
    })
    say(`${file}: topic ${topic}; ${created} created, ${revised} revised, ${unchanged} unchanged.`)
  }
}

/** Write the whole file or none: a half-written dossier would look like a smaller topic. */
async function exportTo(db: Db, slug: string, file: string | undefined): Promise<void> {
  const text = await exportDossier(db, slug, 'operators')
  if (file === undefined) {
    process.stdout.write(text)
    return
  }
  await writeFile(`${file}.part`, text)
  await rename(`${file}.part`, file)
  say(`Wrote ${slug} to ${file}.`)
}

function explain(error: unknown): readonly string[] {
  if (error instanceof DossierError) return [error.message]
  if (error instanceof Refusal) return [error.detail ?? error.message]
  if (error instanceof Error && 'code' in error && 'path' in error)
    return [
      `${String(error.path)}: ${error.code === 'ENOENT' ? 'there is no such file.' : error.message}`,
    ]
  return explainStart(error, process.env['DATABASE_URL']).lines
}

async function main([verb, ...rest]: readonly string[]): Promise<number> {
  const [slug, file] = rest
  const isKnown =
    (verb === 'import' && rest.length > 0) ||
    (verb === 'export' && slug !== undefined && rest.length < 3)
  if (!isKnown) {
    say(USAGE)
    return 64
  }
  try {
    const { db, close } = await openDatabase({
      settings: parseEnv(process.env),
      onProgress: say,
      deadlines: false,
    })
    try {
      if (verb === 'import') await importFiles(db, rest)
      else await exportTo(db, slug ?? '', file)
    } finally {
      await close()
    }
    return 0
  } catch (error) {
    for (const line of explain(error)) say(line)
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
