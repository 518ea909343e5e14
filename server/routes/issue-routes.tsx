import { Hono } from 'hono'
import { z } from 'zod'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { findComparison } from '#db/queries/comparison.ts'
import { countByStatus, listContradictions } from '#db/queries/contradictions.ts'
import { listSides } from '#db/queries/derivation.ts'
import {
  type FoundIssue,
  countIssues,
  listDescriptions,
  listIssues,
  listSearchLog,
} from '#db/queries/issues.ts'
import { listClaimsByLine } from '#db/queries/statements.ts'
import { type FoundTopic } from '#db/queries/topics.ts'
import { type IssueDone, IssuePage, type IssuePageProps } from '#views/issue/issue-page.tsx'
import { sinceOf } from '#views/issue/issue-view.ts'
import { IssuesPage } from '#views/issue/issues-page.tsx'
import { wording } from '#views/words/wording.ts'
import type { Day } from '../domain/dates.ts'
import { may } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import type { Known } from '../domain/known.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { askedKnown, partsOf } from '../http/known.ts'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { findFollow } from './followed.ts'
import { issueCrumbs } from './open-issue.ts'
import { gradeLines, lanesOf } from './graded-lines.ts'
import {
  choosePage,
  feedsOf,
  idAddress,
  pageNumber,
  pageQuery,
  requireTopic,
  titleOfPage,
  topicAddress,
} from './pages.ts'
import { findIssueThen } from './past-issue.ts'
import { answerNotYet } from './past-nothing.tsx'
import { findPast } from './past.ts'
import { findUndo } from './restorable.ts'
import { findUndoOfSearch } from './undo-search.ts'
import { requireIssue } from './things.ts'

export const issueRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .get('/t/:topic/issues', topicAddress, pageQuery, async (c) => {
      const topic = await requireTopic(db, c)
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const total = await countIssues(db, topic.id)
      const { page, pages, size } = choosePage(c.req.valid('query').page, total)
      const issues = await listIssues(db, topic.id, { page, size })
      const canRecord = may(c.var.viewer, 'record')
      return await respond(c, {
        title: titleOfPage(wording().issue.issuesOf(topic.title), page),
        topic,
        current: 'issues',
        crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
        page: <IssuesPage {...{ issues, total, page, pages, canRecord, topicSlug: topic.slug }} />,
      })
    })
    .get('/i/:id', idAddress, issueQuery, async (c) => {
      const { thing: found, topic } = await requireIssue(db, c)
      const known = askedKnown(c)
      const asOf = now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, asOf, ...partsOf(known)])
      if (same !== undefined) return same
      const asked = { topic, found, asOf, page: c.req.valid('query').page }
      if (known !== undefined) return await answerThen(db, c, asked, known)
      const shown = await findShown(db, asked)
      return await respond(c, {
        title: titleOfPage(shown.issue.question, shown.page),
        description: wording().issue.description(shown.issue.question, topic.title),
        topic,
        feeds: feedsOf(topic, found.question, (format) => paths.issueFeed(found, format)),
        follow: await findFollow(db, c, 'issue', found),
        current: 'issues',
        crumbs: issueCrumbs(topic),
        extra: 'issue',
        page: (
          <IssuePage
            {...shown}
            viewer={c.var.viewer}
            done={await findDone(db, c, topic, found, c.req.valid('query').saved)}
            canRecord={may(c.var.viewer, 'record')}
            canEdit={may(c.var.viewer, 'change what others recorded')}
          />
        ),
      })
    })

const issueQuery = validQuery(
  z.object({
    page: pageNumber.max(100_000).optional(),
    saved: z
      .enum(['added', 'edited', 'merged', 'split', 'undone', 'searched', 'search-withdrawn'])
      .optional()
      .catch(undefined),
  }),
)

const deeds = {
  added: 'The issue was added.',
  edited: 'The issue was changed.',
  merged: 'The positions were merged.',
  split: 'The position was split.',
  undone: 'The change was undone.',
  searched: 'The search was recorded.',
  'search-withdrawn': 'The search was withdrawn.',
}

/** What its viewer did to the issue a moment ago, with the way back from a change. */
async function findDone(
  db: Deps['db'],
  c: AppContext,
  topic: FoundTopic,
  issue: FoundIssue,
  saved: keyof typeof deeds | undefined,
): Promise<IssueDone | undefined> {
  if (saved === undefined || !may(c.var.viewer, 'record')) return undefined
  if (saved === 'searched' || saved === 'search-withdrawn')
    return { says: deeds[saved], undo: await findUndoOfSearch(db, c, topic, issue) }
  const thing = { topicId: topic.id, entity: 'issue', slug: issue.slug } as const
  const undo = await findUndo(db, c, thing, paths.issueHistory(issue))
  if (undo === undefined || saved === 'added' || saved === 'edited')
    return { says: deeds[saved], undo }
  // Claims moved with it, so the version alone does not bring it back.
  const { version = '' } = undo.fields ?? {}
  return {
    says: deeds[saved],
    undo: { path: paths.undoReshaping(issue), fields: { version }, of: undo.of },
  }
}

/** The issue's page as it was recorded then. */
async function answerThen(
  db: Deps['db'],
  c: AppContext,
  { topic: now, found, page }: Wanted,
  known: Known,
): Promise<Response> {
  const past = await findPast(db, now, known)
  const topic = { ...now, title: past.record.topic?.title ?? now.title }
  const shown = await findIssueThen(db, past, { id: found.id, slug: topic.slug, page })
  if (shown === undefined) return await answerNotYet(c, topic, known, 'this issue')
  return await respond(c, {
    title: titleOfPage(shown.issue.question, shown.page),
    description: wording().issue.description(shown.issue.question, topic.title),
    topic,
    current: 'issues',
    crumbs: issueCrumbs(topic),
    known,
    extra: 'issue',
    page: (
      <IssuePage {...shown} viewer={undefined} done={undefined} canRecord={false} canEdit={false} />
    ),
  })
}

interface Wanted {
  readonly topic: FoundTopic
  readonly found: FoundIssue
  readonly asOf: Day
  readonly page: number | undefined
}

/** The page but for who looks at it. */
export type ShownIssue = Omit<IssuePageProps, 'canRecord' | 'canEdit' | 'done' | 'viewer'>

/** As many contradictions and pieces of context as the page shows; the rest is a link away. */
const FEW = 5
const MOST_CONTEXT = 50

/** Everything on the page of an issue but who looks at it. @throws {Refusal} issue-not-found */
async function findShown(
  db: Deps['db'],
  { topic, found, asOf, page: asked }: Wanted,
): Promise<ShownIssue> {
  const comparison = await findComparison(db, topic, { asOf, issue: found.slug })
  const [issue] = comparison.issues
  if (issue === undefined) throw new Refusal('issue-not-found')
  const states = { issueId: found.id, bearing: 'states' } as const
  const context = { issueId: found.id, bearing: 'context' } as const
  const filter = { topicId: topic.id, issue: found.slug }
  const claims = await listClaimsByLine(db, topic, {
    parties: comparison.parties.map(({ slug }) => slug),
    issue: found.slug,
    saidBy: asOf,
  })
  const period = { day: asOf, windowDays: topic.mixedWindowDays }
  const claimCount = await countClaims(db, states)
  const { page, pages, size } = choosePage(asked, claimCount)
  return {
    issue,
    asOf,
    claimCount,
    page,
    pages,
    topicSlug: topic.slug,
    parties: comparison.parties,
    details: comparison.details,
    lines: lanesOf(gradeLines(comparison, claims, period), 'party'),
    descriptions: await listDescriptions(db, found.id),
    claims: await listClaims(db, states, {
      page,
      size,
    }),
    context: await listClaims(db, context, {
      page: 1,
      size: MOST_CONTEXT,
    }),
    contextCount: await countClaims(db, context),
    searches: await listSearchLog(db, found.id),
    since: sinceOf(await listSides(db, found.id), asOf),
    contradictions: await listContradictions(db, filter, {
      limit: FEW,
      offset: 0,
    }),
    contradictionCount: sum(await countByStatus(db, filter)),
  }
}

const sum = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((total, n) => total + n, 0)
