import type { Db } from '#db/connect.ts'
import { findNewestSearchBy } from '#db/queries/issue-record.ts'
import type { FoundIssue } from '#db/queries/issues.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import type { UndoForm } from '#views/shared/done-notice.tsx'
import { DossierSearch } from '../domain/dossier.ts'
import type { AppContext } from '../http/context.ts'
import { paths } from '../paths.ts'

/**
 * The way back from the search that the viewer recorded or withdrew last on an issue: withdrawing it, or
 * recording what it said before. Undefined where there is none.
 */
export async function findUndoOfSearch(
  db: Db,
  c: AppContext,
  topic: FoundTopic,
  issue: FoundIssue,
): Promise<UndoForm | undefined> {
  const accountId = c.var.viewer?.accountId
  if (accountId === undefined) return undefined
  const newest = await findNewestSearchBy(db, topic.id, issue.slug, accountId)
  if (newest === undefined) return undefined
  const [is, was] = [newest.after, newest.before].map((form) => DossierSearch.safeParse(form).data)
  if (is === undefined) return undefined
  const { party, on } = is
  if (was === undefined || was.withdrawn !== undefined) {
    const fields = { party, on, version: String(newest.version) }
    return { path: paths.withdrawSearch(issue), fields, of: 'recording this search' }
  }
  const { result, where = '', by = '' } = was
  const fields = { party, on, result, where, by }
  return { path: paths.newSearch(issue), fields, of: 'changing this search' }
}
