import { readFile } from 'node:fs/promises'
import type { Db } from '#db/connect.ts'
import { claimSetting } from '#db/queries/settings.ts'
import { importInto } from './import-dossier.ts'

const FILE = new URL('../../db/demo/syria-talks-demo.json', import.meta.url)

/**
 * Load the demo topic, once in the life of a database: somebody who removed or changed it does not get
 * it back. Two processes may ask at once; one loads.
 */
export async function loadDemo(db: Db, now: Date): Promise<void> {
  const text = await readFile(FILE, 'utf8')
  await db.transaction().execute(async (trx) => {
    if (!(await claimSetting(trx, 'demo-loaded', now.toISOString()))) return
    await importInto(trx, { text, file: 'db/demo/syria-talks-demo.json', now })
  })
}
