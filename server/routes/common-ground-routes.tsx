import { Hono } from 'hono'
import { z } from 'zod'
import { listComparableParties } from '#db/queries/comparison-choices.ts'
import { findStands, listClaimDetails } from '#db/queries/comparison.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import {
  CommonGroundPage,
  type CommonGroundPageProps,
  describeCommonGround,
} from '#views/overview/common-ground-page.tsx'
import { bySize, findDifferences, findGround } from '../domain/common-ground.ts'
import {
  type AskedDay,
  type ChoosableParty,
  chooseManyParties,
  readDay,
} from '../domain/comparison-choice.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { answerUnchanged } from '../http/etag.ts'
import { refuseProgram } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { requireTopic, topicAddress } from './pages.ts'
import { claimIdsOf } from './shown-stands.ts'

const query = validQuery(
  z.object({
    p: z.array(z.string()).default([]),
    asof: z
      .string()
      .optional()
      .transform((sent) => (sent?.trim() === '' ? undefined : sent)),
  }),
)

/** As many open differences as are named; the comparison has them all. */
const MOST_DIFFERENCES = 10

/** What parties hold in common, and where they differ by least. */
export const commonGroundRoutes = ({ db, now }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/common-ground', topicAddress, query, async (c) => {
    const topic = await requireTopic(db, c)
    const { p, asof } = c.req.valid('query')
    const day = readDay(asof, now().toISOString().slice(0, 10))
    if ('error' in day) refuseProgram(c, 'bad-query', day.error)
    const same = 'error' in day ? undefined : answerUnchanged(c, [topic.version, day.day])
    if (same !== undefined) return same
    const found = await findCommonGround(db, topic, p, day)
    const hasErrors = 'error' in day
    const words = describeCommonGround(found)
    return await respond(c, {
      title: `Common ground: ${topic.title}`,
      description: words,
      live: words,
      topic,
      current: 'compare',
      crumbs: [{ label: topic.title, href: paths.topic(topic.slug) }],
      extra: 'overview',
      hasErrors,
      status: hasErrors ? 422 : 200,
      page: <CommonGroundPage {...found} isDayAsked={asof !== undefined && !hasErrors} />,
    })
  })

/** Observers report on a dispute and settle nothing: they are looked at when somebody chooses them. */
const isParty = ({ part }: ChoosableParty): boolean => part === 'party'

async function findCommonGround(
  db: Deps['db'],
  topic: FoundTopic,
  asked: readonly string[],
  day: AskedDay,
): Promise<Omit<CommonGroundPageProps, 'isDayAsked'>> {
  const asOf = day.day
  const choices = await listComparableParties(db, topic.id, asOf)
  const { parties: chosen, notices, isDefault } = chooseManyParties(asked, choices, isParty)
  const { parties, issues } = await findStands(db, topic, { asOf, parties: chosen })
  const grounds = issues.flatMap((issue) =>
    findGround(issue.comparison).map((ground) => ({ issue, ground })),
  )
  const differences = issues
    .flatMap((issue) => findDifferences(issue.comparison).map((of) => ({ issue, ...of })))
    .sort(bySize)
  const shown = grounds.flatMap(({ ground }) => ground.holders.map(({ claim }) => claim))
  return {
    topic,
    asOf,
    parties,
    issues: issues.length,
    grounds,
    differences: differences.filter(({ kind }) => kind !== 'other').slice(0, MOST_DIFFERENCES),
    conflicts: differences.length,
    details: await listClaimDetails(db, claimIdsOf(shown)),
    choices,
    notices,
    isDefault,
    errors: 'error' in day ? { asof: [`${day.error} The page shows today.`] } : {},
  }
}
