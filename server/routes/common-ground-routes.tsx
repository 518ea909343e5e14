import { Hono } from 'hono'
import { z } from 'zod'
import {
  CommonGroundPage,
  type CommonGroundPageProps,
  describeCommonGround,
} from '#views/overview/common-ground-page.tsx'
import { wording } from '#views/words/wording.ts'
import { bySize, findDifferences, findGround } from '../domain/common-ground.ts'
import { type ChoosableParty, chooseManyParties } from '../domain/comparison-choice.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { type Overview, aboutOverview, errorsOfDay, openOverview } from './overview.ts'
import { optionalText, topicAddress } from './pages.ts'

const query = validQuery(z.object({ p: z.array(z.string()).default([]), asof: optionalText }))

/** As many open differences as are named; the comparison has them all. */
const MOST_DIFFERENCES = 10

/** What parties hold in common, and where they differ by least. */
export const commonGroundRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/common-ground', topicAddress, query, async (c) => {
    const { p, asof } = c.req.valid('query')
    const overview = await openOverview(db, c, asof, !wantsJson(c))
    if (overview instanceof Response) return overview
    const found = await findCommonGround(overview, p)
    const about = aboutOverview(overview, {
      title: wording().commonGround.title,
      words: describeCommonGround(found),
      errors: found.errors,
    })
    const isDayAsked = asof !== undefined && !about.hasErrors
    return await respond(c, { ...about, page: <CommonGroundPage {...found} {...{ isDayAsked }} /> })
  })

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
