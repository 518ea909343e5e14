import { Hono } from 'hono'
import { z } from 'zod'
import { wording } from '#views/words/wording.ts'
import type { ListedStep } from '#views/timeline/step-table.tsx'
import {
  TimelinePage,
  type TimelinePageProps,
  describeTimeline,
} from '#views/timeline/timeline-page.tsx'
import { writeCsvLine } from '../domain/csv.ts'
import { asFile } from '../http/attachment.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { findTimeline } from './find-timeline.ts'
import { type Overview, aboutOverview, openOverview } from './overview.ts'
import { optionalText, topicAddress } from './pages.ts'

/** As on the comparison, nothing here is refused: what cannot be shown is said on the page. */
const AskedTimeline = z.object({
  p: z.array(z.string()).default([]),
  issue: optionalText,
  since: optionalText,
  asof: optionalText,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
const query = validQuery(AskedTimeline)

/** What was said when, and what it changed: as a page, as JSON and as CSV. */
export const timelineRoutes = ({ db }: Deps) => {
  const open = async (c: AppContext, asked: z.output<typeof AskedTimeline>, isPage = false) => {
    const overview = await openOverview(db, c, asked.asof, isPage)
    if (overview instanceof Response) return overview
    return { overview, found: await findTimeline(overview, asked, isPage) }
  }
  return new Hono<AppEnv>()
    .get('/t/:topic/timeline', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'), !wantsJson(c))
      if (opened instanceof Response) return opened
      const { overview, found } = opened
      const about = aboutOverview(overview, {
        title: wording().timeline.title,
        words: describeTimeline(found),
        errors: found.errors,
      })
      return await respond(c, {
        ...about,
        extra: 'timeline',
        page: <TimelinePage {...found} />,
      })
    })
    .get('/t/:topic/timeline.json', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      return c.json(toJson(opened.overview, opened.found))
    })
    .get('/t/:topic/timeline.csv', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { topic, asOf, steps } = opened.found
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', asFile(`${topic.slug}-timeline-${asOf}.csv`))
      return c.body(toCsv(steps))
    })
}

const toJson = ({ topic, known }: Overview, found: TimelinePageProps) => ({
  topic: topic.slug,
  version: known === undefined ? topic.version : null,
  known: found.known ?? null,
  since: found.asked.since ?? null,
  asOf: found.asOf,
  parties: found.parties.map(({ slug }) => slug),
  steps: found.steps.map(({ step: { claim, grade, from, until }, party, issue }) => ({
    claim: claim.slug,
    party: party.slug,
    issue: issue.slug,
    said: claim.said,
    stance: claim.stance,
    position: claim.position ?? null,
    value: claim.value ?? null,
    grade,
    from: from?.slug ?? null,
    until: until ?? null,
  })),
  gaps: found.gap.pairs.map(({ a, b, counts }) => ({ parties: [a.slug, b.slug], counts })),
})

const COLUMNS = [
  'said',
  'party',
  'party_name',
  'issue',
  'question',
  'claim',
  'stance',
  'position',
  'step',
  'measured_against',
  'stood_until',
]

function toCsv(steps: readonly ListedStep[]): string {
  const lines = steps.map(({ step: { claim, grade, from, until }, party, issue, positions }) =>
    writeCsvLine([
      claim.said,
      party.slug,
      party.name,
      issue.slug,
      issue.question,
      claim.slug,
      claim.stance,
      positions.find(({ slug }) => slug !== undefined && slug === claim.position)?.label ??
        (claim.value === undefined ? '' : `${claim.value.min ?? ''}/${claim.value.max ?? ''}`),
      grade,
      from?.slug ?? '',
      until ?? '',
    ]),
  )
  return writeCsvLine(COLUMNS) + lines.join('')
}
