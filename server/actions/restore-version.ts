import type { Db } from '#db/connect.ts'
import { lockTopic, raiseTopicVersion, saveParts } from '#db/queries/record.ts'
import {
  type StoredVersion,
  type ThingRef,
  findNewestVersion,
  findVersion,
} from '#db/queries/restoration.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { Refusal } from '#server/domain/errors.ts'
import { type EntityForm, formToRestore, reasonOfRestoring } from '#server/domain/restoration.ts'
import { findObstacles, readVersion } from './check-restored.ts'
import { type Change, type RecordParts, saveRecord } from './save-record.ts'
import { saveTopicForm } from './save-topic-form.ts'

export interface Restoration extends ThingRef {
  readonly topicSlug: string
  /** The version to bring back. */
  readonly version: number
  /** The newest when the page was made on which it was decided. */
  readonly seenVersion: number
  readonly reason: string
  readonly change: Omit<Change, 'why'>
}

export type Restored =
  | { readonly as: 'saved'; readonly version: number }
  /** The thing says this already; nothing was written. */
  | { readonly as: 'unchanged' }
  /** Somebody else changed it first; nothing was written. */
  | { readonly as: 'stale' }

/**
 * Make a new version of a thing that says what an earlier one said, by the way that forms and imports
 * save: every rule is asked again, and either all of it is written or nothing.
 * @throws {DossierError} naming what is in the way
 * @throws {Refusal} not-found where there is no such version, erased where its words are gone
 */
export async function restoreVersion(db: Db, given: Restoration): Promise<Restored> {
  return await db.transaction().execute(async (trx) => {
    await lockTopic(trx, given.topicSlug, 'alone')
    const newest = await findNewestVersion(trx, given)
    const wanted = await findVersion(trx, given, given.version)
    if (newest === undefined || wanted === undefined) throw new Refusal('not-found')
    const { form, before } = readRestoration(given, wanted, newest)
    // Sent twice, it is no conflict with oneself.
    if (isSame(form, before)) return { as: 'unchanged' }
    if (newest.version !== given.seenVersion) return { as: 'stale' }
    if (isErased(before)) throw new Refusal('erased')
    const obstacles = await findObstacles(trx, given.topicId, form, before)
    if (obstacles.length > 0) throw new DossierError(obstacles)
    await saveForm(trx, given, form)
    return { as: 'saved', version: newest.version + 1 }
  })
}

/**
 * What restoring a version would write, beside the thing as it stands.
 * @throws {DossierError} for a version that no longer is in the form of its kind
 */
export function readRestoration(
  { entity }: Pick<ThingRef, 'entity'>,
  wanted: Pick<StoredVersion, 'form'>,
  newest: Pick<StoredVersion, 'form'>,
): { form: EntityForm; before: EntityForm } {
  const [read, before] = [readVersion(entity, wanted.form), readVersion(entity, newest.form)]
  if (!read.ok) throw new DossierError(read.faults)
  if (!before.ok) throw new DossierError(before.faults)
  return { form: formToRestore(read.form, before.form), before: before.form }
}

/** Of a claim whose words were erased no version has them. */
const isErased = (one: EntityForm): boolean =>
  one.entity === 'claim' && one.form.erased !== undefined

/** Do two forms say the same? */
export const isSame = (one: EntityForm, other: EntityForm): boolean =>
  canonicalJson(one.form) === canonicalJson(other.form)

async function saveForm(trx: Db, given: Restoration, form: EntityForm): Promise<void> {
  const { topicId, topicSlug, version, reason } = given
  const change: Change = { ...given.change, why: reasonOfRestoring(version, reason) }
  if (form.entity !== 'topic') {
    await saveRecord(trx, topicSlug, partsOf(form), change)
    return
  }
  const topic = { id: topicId, slug: topicSlug }
  await saveTopicForm(trx, topic, () => form.form, change)
  await saveParts(trx, topicId, form.form.topic)
  await raiseTopicVersion(trx, topicId, change.now)
}

const LISTS = {
  party: 'parties',
  person: 'people',
  source: 'sources',
  issue: 'issues',
  claim: 'claims',
  search: 'searches',
} as const satisfies Record<string, keyof RecordParts>

const partsOf = ({ entity, form }: Exclude<EntityForm, { entity: 'topic' }>): RecordParts => ({
  [LISTS[entity]]: [form],
})
