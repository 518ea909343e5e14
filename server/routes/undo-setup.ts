import type { Db } from '#db/connect.ts'
import { findNewestVersion, findVersion } from '#db/queries/restoration.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { UndoForm } from '#views/shared/done-notice.tsx'
import { DossierTopicForm } from '../domain/dossier.ts'
import type { AppContext } from '../http/context.ts'
import { paths } from '../paths.ts'

/**
 * The way back from what the viewer has set up last: to whom the topic was shown before, and how many
 * reviews settled. Undefined where nothing of that changed.
 */
export async function findUndoOfSetup(
  db: Db,
  c: AppContext,
  { id: topicId, slug }: FoundTopic,
): Promise<UndoForm | undefined> {
  const thing = { topicId, entity: 'topic', slug } as const
  const newest = await findNewestVersion(db, thing)
  if (newest === undefined || newest.accountId !== c.var.viewer?.accountId) return undefined
  const before = await findVersion(db, thing, newest.version - 1)
  const [was, is] = [before?.form, newest.form].map((form) => DossierTopicForm.safeParse(form).data)
  if (was === undefined || is === undefined) return undefined
  const { visibility, reviewsToSettle = 1 } = was.topic
  if (visibility === is.topic.visibility && reviewsToSettle === (is.topic.reviewsToSettle ?? 1))
    return undefined
  const why = `Undo of version ${newest.version}.`
  const fields = { visibility, reviewsToSettle: String(reviewsToSettle), why }
  return { path: paths.topicSetup(slug), fields, of: 'setting up this topic' }
}
