import { Hono } from 'hono'
import { z } from 'zod'
import {
  GROUP_ORDERS,
  GroupsPage,
  type GroupsPageProps,
  describeGroups,
} from '#views/overview/groups-page.tsx'
import { letterPositions } from '#views/words/speak.ts'
import { wording } from '#views/words/wording.ts'
import type { ChoosableParty } from '../domain/comparison-choice.ts'
import { MOST_PARTIES } from '../domain/comparison-choice.ts'
import {
  type Coalition,
  byDivision,
  compareGroups,
  listCoalitions,
} from '../domain/party-groups.ts'
import type { AppEnv, Deps } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validQuery } from '../http/validate.ts'
import { type Overview, aboutOverview, errorsOfDay, openOverview } from './overview.ts'
import { optionalText, topicAddress } from './pages.ts'

/** As on the comparison, nothing here is refused: what cannot be shown is said on the page. */
const Asked = z.object({
  a: z.array(z.string()).default([]),
  b: z.array(z.string()).default([]),
  order: z.enum(GROUP_ORDERS).catch('recorded'),
  asof: optionalText,
})
const query = validQuery(Asked)

/** One group of parties against another. */
export const groupsRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/groups', topicAddress, query, async (c) => {
    const asked = c.req.valid('query')
    const overview = await openOverview(db, c, asked.asof, !wantsJson(c))
    if (overview instanceof Response) return overview
    const found = await findGroups(overview, asked)
    const about = aboutOverview(overview, {
      title: wording().groups.title,
      words: describeGroups(found),
      errors: found.errors,
    })
    return await respond(c, { ...about, page: <GroupsPage {...found} /> })
  })

async function findGroups(
  overview: Overview,
  asked: z.output<typeof Asked>,
): Promise<GroupsPageProps> {
  const { topic, day, knownText: known, shownAt } = overview
  const choices = await overview.listParties()
  const { a, b, notices } = chooseGroups(asked, choices)
  const coalitions = listCoalitions(
    choices.map(({ slug }) => slug),
    await overview.listMemberships(),
    day.day,
  )
  const { issues } = await overview.findStands([...a, ...b])
  const rows = issues.map((issue) => ({
    issue,
    positions: letterPositions(issue.judge.issue, issue.comparison.cells),
    ...compareGroups(issue.comparison, a, b),
  }))
  const nameOf = new Map(choices.map(({ slug, name }) => [slug, name]))
  const held = rows.flatMap(({ groups }) => groups.flatMap(({ holdings }) => holdings))
  return {
    topic,
    known,
    shownAt,
    asOf: day.day,
    groups: [
      { name: nameGroup(wording().groups.a, a, coalitions, nameOf), parties: a },
      { name: nameGroup(wording().groups.b, b, coalitions, nameOf), parties: b },
    ],
    rows: asked.order === 'divisive' ? rows.toSorted(byDivision) : rows,
    order: asked.order,
    coalitions: coalitions.map((one) => ({ ...one, name: nameOf.get(one.slug) ?? one.slug })),
    choices,
    details: await overview.listDetails(
      held.flatMap(({ holders }) => holders.map(({ claim }) => claim)),
    ),
    notices,
    asked: {
      a,
      b,
      order: asked.order === 'recorded' ? undefined : asked.order,
      asof: asked.asof === undefined || 'error' in day ? undefined : day.day,
    },
    errors: errorsOfDay(overview, 'page'),
  }
}

/** Who is in which group. Nobody is in both: pairs of a party with itself are no pairs. */
function chooseGroups(
  asked: { readonly a: readonly string[]; readonly b: readonly string[] },
  choices: readonly ChoosableParty[],
) {
  const nameOf = new Map(choices.map(({ slug, name }) => [slug, name]))
  const inOrder = (slugs: readonly string[]) => {
    const wanted = new Set(slugs)
    return choices.map(({ slug }) => slug).filter((slug) => wanted.has(slug))
  }
  const [all, other] = [inOrder(asked.a), inOrder(asked.b)]
  const a = all.slice(0, MOST_PARTIES)
  const both = other.filter((slug) => a.includes(slug))
  const b = other.filter((slug) => !a.includes(slug)).slice(0, MOST_PARTIES)
  const unknown = new Set([...asked.a, ...asked.b].filter((slug) => !nameOf.has(slug)))
  const names = both.map((slug) => nameOf.get(slug) ?? slug)
  return {
    a,
    b,
    notices: [
      ...(both.length === 0
        ? []
        : [
            names.length > MOST_NAMED
              ? `In both groups, and counted in group A only: ${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more.`
              : `In both groups, and counted in group A only: ${names.join(', ')}.`,
          ]),
      ...(unknown.size === 0
        ? []
        : [
            unknown.size === 1
              ? 'One short name in the address is that of no party of this topic.'
              : `${unknown.size} short names in the address are those of no parties of this topic.`,
          ]),
      ...(all.length > MOST_PARTIES || other.length > MOST_PARTIES
        ? [`A group takes up to ${MOST_PARTIES} parties: the first are shown.`]
        : []),
    ],
  }
}

/** As many names as a sentence has room for. */
const MOST_NAMED = 5

/** A group that is a coalition, or one party, has its name. */
function nameGroup(
  otherwise: string,
  parties: readonly string[],
  coalitions: readonly Coalition[],
  nameOf: ReadonlyMap<string, string>,
): string {
  const [only] = parties
  if (parties.length === 1 && only !== undefined) return nameOf.get(only) ?? only
  const coalition = coalitions.find(
    ({ members }) =>
      members.length === parties.length && members.every((slug) => parties.includes(slug)),
  )
  return coalition === undefined ? otherwise : (nameOf.get(coalition.slug) ?? otherwise)
}
