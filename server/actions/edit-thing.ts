import type { Db } from '#db/connect.ts'
import { lockTopic } from '#db/queries/record.ts'
import { listIds } from '#db/queries/record.ts'
import { type StoredVersion, findNewestVersion, findVersion } from '#db/queries/restoration.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { Refusal } from '#server/domain/errors.ts'
import type { EntityForm } from '#server/domain/restoration.ts'
import { findOwnFaults, findPositionFaults } from './check-restored.ts'
import { isSame } from './restore-version.ts'
import { type Change, type RecordParts, saveRecord } from './save-record.ts'

/** What people make and change by hand, in the form that its revisions hold. */
export type HandForm = Extract<EntityForm, { entity: 'issue' | 'party' | 'person' }>

/** The topic that a thing belongs to. */
export interface OfTopic {
  readonly id: number
  readonly slug: string
}

export interface ThingEdit {
  readonly topic: OfTopic
  /** The version that the form was rendered from. */
  readonly version: number
  readonly form: HandForm
  readonly change: Change
}

export type EditedThing =
  | { readonly as: 'saved' | 'unchanged' }
  /** Somebody else changed it first; nothing was saved. */
  | {
      readonly as: 'stale'
      readonly saved: StoredVersion
      readonly base: StoredVersion | undefined
    }

/**
 * Change an issue, a party or a person, if nobody changed it since. It keeps its slug.
 * @throws {DossierError} naming what the record refuses: a reference that leads nowhere, relations
 *   that cannot stand, a position that something on record is about
 * @throws {Refusal} not-found
 */
export async function editThing(db: Db, given: ThingEdit): Promise<EditedThing> {
  return await db.transaction().execute(async (trx) => await editIn(trx, given))
}

/** The same inside a transaction of the caller's. */
export async function editIn(trx: Db, given: ThingEdit): Promise<EditedThing> {
  const { topic, version, form, change } = given
  await lockTopic(trx, topic.slug, 'alone')
  const ref = { topicId: topic.id, entity: form.entity, slug: form.form.slug }
  const saved = await findNewestVersion(trx, ref)
  if (saved === undefined) throw new Refusal('not-found')
  const before = { entity: form.entity, form: saved.form } as HandForm
  // Sent twice, it is no conflict with oneself.
  if (isSame(form, before)) return { as: 'unchanged' }
  if (saved.version !== version)
    return { as: 'stale', saved, base: await findVersion(trx, ref, version) }
  await refuseFaults(trx, topic.id, form, before)
  await saveRecord(trx, topic.slug, partsOf(form), change)
  return { as: 'saved' }
}

async function refuseFaults(
  trx: Db,
  topicId: number,
  form: HandForm,
  before?: HandForm,
): Promise<void> {
  const faults = await findOwnFaults(trx, topicId, form)
  if (form.entity === 'issue' && before?.entity === 'issue')
    faults.push(...(await findPositionFaults(trx, topicId, form.form, before.form)))
  if (faults.length > 0) throw new DossierError(faults)
}

export interface NewThing {
  readonly topic: OfTopic
  readonly entity: HandForm['entity']
  /** From the slugs that are taken. */
  readonly make: (taken: ReadonlySet<string>) => HandForm
  /** Is what is on record already the same thing? */
  readonly isSame: (known: HandForm) => boolean
  readonly change: Change
}

export type AddedThing =
  | { readonly as: 'saved'; readonly id: number; readonly slug: string }
  /** One like it is on record: nothing was saved. */
  | { readonly as: 'duplicate'; readonly id: number; readonly slug: string }

/**
 * Add an issue, a party or a person under a slug of its own.
 * @throws {DossierError} as {@link editThing}
 */
export async function addThing(db: Db, given: NewThing): Promise<AddedThing> {
  return await db.transaction().execute(async (trx) => await addIn(trx, given))
}

/** The same inside a transaction of the caller's. */
export async function addIn(trx: Db, given: NewThing): Promise<AddedThing> {
  const { topic, entity, change } = given
  await lockTopic(trx, topic.slug, 'alone')
  const written = await listWritten(trx, topic.id, entity)
  const idsOf = async () => await listIds(trx, entity, topic.id)
  for (const { slug, after } of written.values())
    if (given.isSame({ entity, form: after } as HandForm))
      return { as: 'duplicate', slug, id: (await idsOf()).get(slug) ?? 0 }
  const form = given.make(new Set(written.keys()))
  await refuseFaults(trx, topic.id, form)
  await saveRecord(trx, topic.slug, partsOf(form), change)
  const { slug } = form.form
  return { as: 'saved', slug, id: (await idsOf()).get(slug) ?? 0 }
}

const LISTS = { issue: 'issues', party: 'parties', person: 'people' } as const

const partsOf = ({ entity, form }: HandForm): RecordParts => ({ [LISTS[entity]]: [form] })
