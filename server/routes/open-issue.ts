import type { Db } from '#db/connect.ts'
import type { FoundIssue } from '#db/queries/issues.ts'
import { findNewestVersion } from '#db/queries/restoration.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import { wording } from '#views/words/wording.ts'
import { DossierIssue } from '../domain/dossier.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext } from '../http/context.ts'
import { paths } from '../paths.ts'
import { requireIssue } from './things.ts'

/** An issue on record, as forms that change it need it. */
export interface OpenedIssue {
  readonly topic: FoundTopic
  readonly issue: FoundIssue
  readonly form: DossierIssue
  readonly version: number
}

/** The issue of an address in its newest form. @throws {Refusal} issue-not-found */
export async function openIssue(db: Db, c: AppContext): Promise<OpenedIssue> {
  const { thing: issue, topic } = await requireIssue(db, c)
  const ref = { topicId: topic.id, entity: 'issue', slug: issue.slug } as const
  const newest = await findNewestVersion(db, ref)
  if (newest === undefined) throw new Refusal('issue-not-found')
  return { topic, issue, form: DossierIssue.parse(newest.form), version: newest.version }
}

/** The way to a page about an issue. @param issue - left out on its own page */
export const issueCrumbs = (
  topic: { readonly slug: string; readonly title: string },
  issue?: FoundIssue,
) => [
  { label: topic.title, href: paths.topic(topic.slug) },
  { label: wording().issue.issues, href: paths.issues(topic.slug) },
  ...(issue === undefined ? [] : [{ label: issue.question, href: paths.issue(issue) }]),
]
