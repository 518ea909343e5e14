import { Hono } from 'hono'
import { z } from 'zod'
import { countClaims, listClaims } from '#db/queries/claim-lists.ts'
import { findComparison } from '#db/queries/comparison.ts'
import { countContradictionsOn, findIssue, listDescriptions, listIssues, listSearchLog } from '#db/queries/issues.ts'
import { findVisibleTopic, findVisibleTopicById } from '#db/queries/topics.ts'
import { IssuePage } from '#views/issue/issue-page.tsx'
import { IssuesPage } from '#views/issue/issues-page.tsx'
import { Refusal } from '../domain/errors.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { respond } from '../http/respond.tsx'
import { validAddress, validQuery } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'

const SIZE = 50
const id = validAddress(z.object({ id: z.string().max(400) }))
const slug = validAddress(z.object({ topic: z.string().max(200) }))
const query = validQuery(z.object({ page: z.coerce.number('Give a page number.').int().min(1).max(100_000).optional() }))

export const issueRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>()
    .get('/t/:topic/issues', slug, async (c) => {
      const topic = await findVisibleTopic(db, c.req.valid('param').topic, c.var.viewer)
      if (topic === undefined) throw new Refusal('topic-not-found')
      const same = answerUnchanged(c, [topic.version])
      if (same !== undefined) return same
      const page = <IssuesPage topicSlug={topic.slug} issues={await listIssues(db, topic.id)} isOwner={c.var.viewer !== undefined} />
      const crumbs = [{ label: topic.title, href: paths.topic(topic.slug) }]
      return await respond(c, { title: `Issues: ${topic.title}`, topic, current: 'issues', crumbs, page })
    })
    .get('/i/:id', id, query, async (c) => {
      const found = await findIssue(db, decodeId(c.req.valid('param').id) ?? 0)
      const topic = found && (await findVisibleTopicById(db, found.topicId, c.var.viewer))
      if (found === undefined || topic === undefined) throw new Refusal('issue-not-found')
      const asOf = now().toISOString().slice(0, 10)
      const same = answerUnchanged(c, [topic.version, asOf])
      if (same !== undefined) return same
      const { parties, issues, details } = await findComparison(db, topic, { asOf, issue: found.slug })
      const [issue] = issues
      if (issue === undefined) throw new Refusal('issue-not-found')
      const claimCount = await countClaims(db, { issueId: found.id })
      const pages = Math.max(1, Math.ceil(claimCount / SIZE))
      const page = Math.min(c.req.valid('query').page ?? 1, pages)
      return await respond(c, {
        title: page === 1 ? issue.question : `${issue.question}, page ${page}`,
        topic,
        current: 'issues',
        crumbs: [
          { label: topic.title, href: paths.topic(topic.slug) },
          { label: 'Issues', href: paths.issues(topic.slug) },
        ],
        page: (
          <IssuePage
            {...{ issue, parties, details, claimCount, page, pages, topicSlug: topic.slug }}
            descriptions={await listDescriptions(db, found.id)}
            claims={await listClaims(db, { issueId: found.id }, { page, size: SIZE })}
            searches={await listSearchLog(db, found.id)}
            contradictionCount={await countContradictionsOn(db, found.id)}
            isOwner={c.var.viewer !== undefined}
          />
        ),
      })
    })
