import type { Db } from '#db/connect.ts'
import { lockTopic } from '#db/queries/record.ts'
import { findNewestVersion } from '#db/queries/restoration.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { DossierSearch, searchSlug } from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import { findOwnFaults } from './check-restored.ts'
import type { OfTopic } from './edit-thing.ts'
import { type Change, saveRecord } from './save-record.ts'

/**
 * Record that somebody looked for a party's claims on an issue. A party's search on an issue on a day is
 * one: recorded again it says what it says now, and what was withdrawn counts again.
 * @throws {DossierError} for a party or an issue that the topic does not have
 */
export async function saveSearch(
  db: Db,
  given: { readonly topic: OfTopic; readonly search: DossierSearch; readonly change: Change },
): Promise<void> {
  const { topic, search, change } = given
  await db.transaction().execute(async (trx) => {
    await lockTopic(trx, topic.slug, 'alone')
    const faults = await findOwnFaults(trx, topic.id, { entity: 'search', form: search })
    if (faults.length > 0) throw new DossierError(faults)
    await saveRecord(trx, topic.slug, { searches: [search] }, change)
  })
}

export interface SearchWithdrawal {
  readonly topic: OfTopic
  readonly search: Pick<DossierSearch, 'party' | 'issue' | 'on'>
  /** The version that the form was rendered from. */
  readonly version: number
  readonly reason: string
  readonly change: Omit<Change, 'why'>
}

/**
 * Withdraw a search: it stays in the history and makes no cell honest any more.
 * @throws {Refusal} not-found; edit-conflict where it was changed since
 */
export async function withdrawSearch(db: Db, given: SearchWithdrawal): Promise<void> {
  const { topic, version, reason } = given
  await db.transaction().execute(async (trx) => {
    await lockTopic(trx, topic.slug, 'alone')
    const slug = searchSlug({ ...given.search, result: 'none-found' })
    const saved = await findNewestVersion(trx, { topicId: topic.id, entity: 'search', slug })
    if (saved === undefined) throw new Refusal('not-found')
    if (saved.version !== version) throw new Refusal('edit-conflict')
    const search = { ...DossierSearch.parse(saved.form), withdrawn: { reason } }
    await saveRecord(trx, topic.slug, { searches: [search] }, { ...given.change, why: reason })
  })
}
