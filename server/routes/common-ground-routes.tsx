import { Hono } from 'hono'
import { z } from 'zod'
import { describeGround, writeGroundMarkdown } from '#views/export/page-markdown.ts'
import {
  CommonGroundPage,
  type CommonGroundPageProps,
  type FoundGround,
  describeCommonGround,
} from '#views/overview/common-ground-page.tsx'
import { wording } from '#views/words/wording.ts'
import { bySize, findDifferences, findGround } from '../domain/common-ground.ts'
import { type ChoosableParty, chooseManyParties } from '../domain/comparison-choice.ts'
import { writeCsvLine } from '../domain/csv.ts'
import { asFile } from '../http/attachment.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { answerMarkdown } from './answer-markdown.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { type Overview, aboutOverview, errorsOfDay, openOverview } from './overview.ts'
import { optionalText, topicAddress } from './pages.ts'

const Asked = z.object({ p: z.array(z.string()).default([]), asof: optionalText })
type Asked = z.output<typeof Asked>
const query = validQuery(Asked)

/** As many open differences as are named; the comparison has them all. */
const MOST_DIFFERENCES = 10

/** What parties hold in common, and where they differ by least. */
export const commonGroundRoutes = ({ db }: Deps) => {
  const open = async (c: AppContext, { p, asof }: Asked, isPage = false) => {
    const overview = await openOverview(db, c, asof, isPage)
    if (overview instanceof Response) return overview
    return { overview, found: await findCommonGround(overview, p) }
  }
  return new Hono<AppEnv>()
    .get('/t/:topic/common-ground', topicAddress, query, async (c) => {
      const { p, asof } = c.req.valid('query')
      const opened = await open(c, { p, asof }, !wantsJson(c))
      if (opened instanceof Response) return opened
      const { overview, found } = opened
      const about = aboutOverview(overview, {
        title: wording().commonGround.title,
        words: describeCommonGround(found),
        errors: found.errors,
      })
      const isDayAsked = asof !== undefined && !about.hasErrors
      const same = { p, asof: isDayAsked ? asof : undefined, known: overview.knownText }
      return await respond(c, {
        ...about,
        markdown: paths.commonGroundMarkdown(found.topic.slug, same),
        page: <CommonGroundPage {...found} {...{ isDayAsked }} />,
      })
    })
    .get('/t/:topic/common-ground.md', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { overview, found } = opened
      const fixed = { ...c.req.valid('query'), asof: found.asOf, known: found.shownAt }
      const at = paths.commonGround(found.topic.slug, fixed)
      return answerMarkdown(c, overview, at, (state) => writeGroundMarkdown(found, state))
    })
    .get('/t/:topic/common-ground.json', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { overview, found } = opened
      return c.json({
        topic: found.topic.slug,
        version: overview.known === undefined ? overview.topic.version : null,
        known: overview.knownText ?? null,
        asOf: found.asOf,
        parties: found.parties.map(({ slug }) => slug),
        grounds: found.grounds.map(groundJson),
      })
    })
    .get('/t/:topic/common-ground.csv', topicAddress, query, async (c) => {
      const opened = await open(c, c.req.valid('query'))
      if (opened instanceof Response) return opened
      const { topic, asOf, grounds } = opened.found
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', asFile(`${topic.slug}-common-ground-${asOf}.csv`))
      return c.body(writeCsvLine(COLUMNS) + grounds.map(groundLine).join(''))
    })
}

/** What is held in common, and by which claims. */
function groundJson({ issue, ground }: FoundGround) {
  const { on, holders, against, speakers, conditional, so } = ground
  return {
    issue: issue.slug,
    question: issue.question,
    ...('value' in on ? { value: on.value } : { position: on.position, holds: on.holds }),
    so,
    holders: holders.map(({ party, claim }) => ({ party, claim: claim.slug })),
    against,
    speakers,
    conditional,
  }
}

const COLUMNS = ['issue', 'question', 'held', 'holders', 'speakers', 'against', 'conditional']

const groundLine = ({ issue, ground }: FoundGround): string =>
  writeCsvLine([
    issue.slug,
    issue.question,
    describeGround(issue, ground),
    ground.holders.map(({ party }) => party).join('; '),
    ground.speakers,
    ground.against.join('; '),
    String(ground.conditional),
  ])

/** Observers report on a dispute and settle nothing: they are looked at when somebody chooses them. */
const isParty = ({ part }: ChoosableParty): boolean => part === 'party'

async function findCommonGround(
  overview: Overview,
  asked: readonly string[],
): Promise<Omit<CommonGroundPageProps, 'isDayAsked'>> {
  const { topic, day, knownText: known, shownAt } = overview
  const choices = await overview.listParties()
  const { parties: chosen, notices, isDefault } = chooseManyParties(asked, choices, isParty)
  const { parties, issues } = await overview.findStands(chosen)
  const grounds = issues.flatMap((issue) =>
    findGround(issue.comparison).map((ground) => ({ issue, ground })),
  )
  const differences = issues
    .flatMap((issue) => findDifferences(issue.comparison).map((of) => ({ issue, ...of })))
    .sort(bySize)
  const shown = grounds.flatMap(({ ground }) => ground.holders.map(({ claim }) => claim))
  return {
    topic,
    known,
    shownAt,
    asOf: day.day,
    parties,
    issues: issues.length,
    grounds,
    differences: differences.filter(({ kind }) => kind !== 'other').slice(0, MOST_DIFFERENCES),
    conflicts: differences.length,
    details: await overview.listDetails(shown),
    choices,
    notices,
    isDefault,
    errors: errorsOfDay(overview, 'page'),
  }
}
