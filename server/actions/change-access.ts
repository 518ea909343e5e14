import type { Db } from '#db/connect.ts'
import { type Change, saveRecord } from './save-record.ts'
import { lockSourceForm } from './source-form.ts'

export interface AccessChange {
  readonly topic: { readonly id: number; readonly slug: string }
  readonly source: { readonly slug: string }
  /** Do readers see only what is quoted, with some text around it? */
  readonly excerptsOnly: boolean
  readonly change: Omit<Change, 'why'>
}

/** Show readers the whole text of a source, or excerpts of it. */
export async function changeAccess(db: Db, given: AccessChange): Promise<void> {
  const { topic, source, excerptsOnly, change } = given
  await db.transaction().execute(async (trx) => {
    const { excerptsOnly: _, ...form } = await lockSourceForm(trx, topic, source.slug)
    const changed = excerptsOnly ? { ...form, excerptsOnly } : form
    const why = excerptsOnly ? 'Shown in excerpts.' : 'Shown whole.'
    await saveRecord(trx, topic.slug, { sources: [changed] }, { ...change, why })
  })
}
