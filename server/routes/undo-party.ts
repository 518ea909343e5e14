import type { Db } from '#db/connect.ts'
import { findNewestVersion, findVersion } from '#db/queries/restoration.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { UndoForm } from '#views/shared/done-notice.tsx'
import { DossierParty, DossierTopicForm } from '../domain/dossier.ts'
import type { AppContext } from '../http/context.ts'
import { paths } from '../paths.ts'
import { valuesOfParty } from './party-form.ts'
import { partIn } from './who-edit-routes.tsx'

/**
 * The way back from what the viewer did to a party last: its form as it was before, and its part in the
 * dispute, which the topic's own history holds. Undefined where the viewer did not change it last.
 */
export async function findUndoOfParty(
  db: Db,
  c: AppContext,
  topic: FoundTopic,
  party: { readonly id: number; readonly slug: string },
): Promise<UndoForm | undefined> {
  const accountId = c.var.viewer?.accountId
  const ref = { topicId: topic.id, entity: 'party', slug: party.slug } as const
  const about = { topicId: topic.id, entity: 'topic', slug: topic.slug } as const
  const [newest, set] = [await findNewestVersion(db, ref), await findNewestVersion(db, about)]
  if (accountId === undefined || newest === undefined || set === undefined) return undefined
  const was = await findVersion(db, about, set.version - 1)
  const [is, before] = [set.form, was?.form].map((form) => DossierTopicForm.safeParse(form).data)
  const part = is && partIn(is, party.slug)
  const partBefore = before && partIn(before, party.slug)
  const isMoved = set.accountId === accountId && partBefore !== undefined && part !== partBefore
  const isLatest = newest.accountId === accountId && newest.version > 1
  // Of two acts the later one is undone; one act leaves both at one instant.
  const undoesForm = isLatest && !(isMoved && set.at > newest.at)
  const undoesPart = isMoved && !(isLatest && newest.at > set.at)
  if (part === undefined || (!undoesForm && !undoesPart)) return undefined
  const form = undoesForm ? await findVersion(db, ref, newest.version - 1) : newest
  if (form === undefined) return undefined
  const values = valuesOfParty(
    DossierParty.parse(form.form),
    undoesPart && partBefore !== undefined ? partBefore : part,
  )
  return {
    path: paths.editParty(party),
    fields: {
      ...Object.fromEntries([...values].map(([name, [value = '']]) => [name, value])),
      version: String(newest.version),
      why: `Undo of version ${newest.version}.`,
      step: 'save',
    },
    of: 'changing this party',
  }
}
