import type { Db } from '#db/connect.ts'
import { lockTopic, raiseTopicVersion, saveParts } from '#db/queries/record.ts'
import type { DossierParty, DossierTopic, DossierTopicForm } from '#server/domain/dossier.ts'
import type { HandForm, OfTopic } from './edit-thing.ts'
import { type AddedThing, type EditedThing, addIn, editIn } from './edit-thing.ts'
import type { Change } from './save-record.ts'
import { saveTopicForm } from './save-topic-form.ts'

/** What a party is in the dispute. */
type Part = 'party' | 'observer' | 'mentioned'

export interface NewParty {
  readonly topic: OfTopic
  readonly make: (taken: ReadonlySet<string>) => DossierParty
  readonly isSame: (known: DossierParty) => boolean
  readonly part: Part
  readonly change: Change
}

/**
 * Add a party with its part in the dispute: both, or neither.
 * @throws {DossierError} as addThing
 */
export async function addParty(db: Db, given: NewParty): Promise<AddedThing> {
  const { topic, part, change } = given
  return await db.transaction().execute(async (trx) => {
    const added = await addIn(trx, {
      topic,
      entity: 'party',
      make: (taken) => ({ entity: 'party', form: given.make(taken) }),
      isSame: ({ entity, form }: HandForm) => entity === 'party' && given.isSame(form),
      change,
    })
    if (added.as === 'saved') await savePart(trx, topic, added.slug, part, change)
    return added
  })
}

export interface PartyEdit {
  readonly topic: OfTopic
  readonly version: number
  readonly form: DossierParty
  readonly part: Part
  readonly change: Change
}

/**
 * Change a party and its part in the dispute, if nobody changed the party since.
 * @throws {DossierError} as editThing
 * @throws {Refusal} not-found
 */
export async function editParty(db: Db, given: PartyEdit): Promise<EditedThing> {
  const { topic, version, form, part, change } = given
  return await db.transaction().execute(async (trx) => {
    const edit = { topic, version, form: { entity: 'party', form }, change } as const
    const edited = await editIn(trx, edit)
    if (edited.as === 'stale') return edited
    const isMoved = await savePart(trx, topic, form.slug, part, change)
    return isMoved ? { as: 'saved' } : edited
  })
}

/** @returns whether it was another part before */
async function savePart(
  trx: Db,
  topic: OfTopic,
  slug: string,
  part: Part,
  change: Change,
): Promise<boolean> {
  await lockTopic(trx, topic.slug, 'alone')
  const give = (before: DossierTopicForm | undefined): DossierTopicForm => {
    if (before === undefined) throw new Error(`Topic ${topic.slug} has no revision`)
    return { ...before, topic: withPart(before.topic, slug, part) }
  }
  const { form, changed } = await saveTopicForm(trx, topic, give, change)
  if (!changed) return false
  await saveParts(trx, topic.id, form.topic)
  await raiseTopicVersion(trx, topic.id, change.now)
  return true
}

/** Whoever has the part already keeps its place among the others. */
function withPart(topic: DossierTopic, slug: string, part: Part): DossierTopic {
  const place = (list: readonly string[], isIn: boolean) => {
    if (list.includes(slug) === isIn) return [...list]
    return isIn ? [...list, slug] : list.filter((one) => one !== slug)
  }
  return {
    ...topic,
    parties: place(topic.parties, part === 'party'),
    observers: place(topic.observers, part === 'observer'),
  }
}
