import { Hono } from 'hono'
import { z } from 'zod'
import { listComparableIssues, listComparableParties } from '#db/queries/comparison-choices.ts'
import {
  type ComparisonChoice,
  type TopicComparison,
  findComparison,
} from '#db/queries/comparison.ts'
import { listReplies as listRepliesOf } from '#db/queries/replies.ts'
import { type FoundTopic } from '#db/queries/topics.ts'
import type { ChangesView } from '#views/comparison/changes.tsx'
import { ComparePage } from '#views/comparison/compare-page.tsx'
import { type Table, layOutTable } from '#views/comparison/comparison-view.ts'
import type { FiltersProps } from '#views/comparison/filters.tsx'
import type { FieldErrors } from '#views/shared/fields.tsx'
import { announce, summarise, titleOf } from '#views/comparison/words.ts'
import {
  type Asked,
  type AskedDay,
  type Chosen,
  ORDERS,
  VIEWS,
  chooseComparison,
  readSince,
  stepsAround,
} from '../domain/comparison-choice.ts'
import { type IssueChanges, findChanges } from '../domain/changes-between.ts'
import { may } from '../domain/access.ts'
import { SHOWN } from '../domain/comparison-summary.ts'
import type { Day } from '../domain/dates.ts'
import type { RepliesByClaim } from '../domain/recorded-reply.ts'
import type { AppContext, AppEnv, Deps } from '../http/context.ts'
import { wantsJson } from '../http/problem.tsx'
import { respond } from '../http/respond.tsx'
import { validAddress, validQuery } from '../http/validate.ts'
import { paths } from '../paths.ts'
import { type AsOf, openAsOf } from './as-of.ts'
import { optionalText } from './pages.ts'
import { choicesThen, findComparisonThen } from './past-comparison.ts'
import type { Past } from './past.ts'

const address = validAddress(z.object({ topic: z.string().min(1).max(200) }))

/** Nothing here is refused: what cannot be shown is said on the page, beside what can. */
const query = validQuery(
  z.object({
    p: z.array(z.string()).default([]),
    issue: optionalText,
    base: optionalText,
    show: z.enum(SHOWN).catch('all'),
    view: z.enum(VIEWS).catch('auto'),
    order: z.enum(ORDERS).catch('recorded'),
    asof: optionalText,
    since: optionalText,
  }),
)

/** Who says what, side by side; for programs see compare-json-routes.ts. */
export const comparisonRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/t/:topic/compare', address, query, async (c) => {
    const sent = c.req.valid('query')
    const opened = await openAsOf(db, c, sent.asof, !wantsJson(c))
    return opened instanceof Response ? opened : await answerComparison(db, c, opened, sent)
  })

/** Where what is shown is found: the record of now, or as it was. */
interface Found {
  readonly listChoices: (asOf: Day) => Promise<FiltersProps['choices']>
  readonly find: (choice: ComparisonChoice) => Promise<TopicComparison>
  readonly listReplies: (claimIds: readonly number[]) => Promise<RepliesByClaim>
}

const present = (db: Deps['db'], topic: FoundTopic): Found => ({
  listChoices: async (asOf) => ({
    parties: await listComparableParties(db, topic.id, asOf),
    issues: await listComparableIssues(db, topic.id),
  }),
  find: async (choice) => await findComparison(db, topic, choice),
  listReplies: async (claimIds) => await listRepliesOf(db, claimIds),
})

const ofPast = (db: Deps['db'], past: Past): Found => ({
  listChoices: async (asOf) => await Promise.resolve(choicesThen(past.record, asOf)),
  find: async (choice) => await findComparisonThen(db, past, choice),
  // What was answered is shown beside the record of now.
  listReplies: async () => await Promise.resolve(new Map()),
})

async function answerComparison(
  db: Deps['db'],
  c: AppContext,
  { topic, day: asOf, known, knownText, shownAt, past }: AsOf,
  sent: Omit<Asked, 'known'>,
): Promise<Response> {
  const { listChoices, find, listReplies } =
    past === undefined ? present(db, topic) : ofPast(db, past)
  const asked = { ...sent, known: knownText }
  const choices = await listChoices(asOf.day)
  const chosen = chooseComparison(asked, choices.parties, choices.issues)
  const { parties, issue } = chosen
  const found = await find({ asOf: asOf.day, parties, issue })
  const steps = stepsAround(asOf.day, found.days)
  const claims = [...found.details.values()].map((detail) => detail.id)
  const table = layOutTable(found, {
    topic,
    show: asked.show,
    order: asked.order,
    base: chosen.base,
    layout: chosen.layout,
    lastSaidOn: steps.last,
    canAdd: known === undefined && may(c.var.viewer, 'record'),
    replies: await listReplies(claims),
  })
  const since = readSince(asked.since, asOf.day)
  const page = (
    <ComparePage
      {...{
        table,
        choices,
        steps,
        firstDay: found.days[0],
        asked: withFound(asked, chosen, asOf, since),
      }}
      notices={chosen.notices}
      isDefault={chosen.isDefault}
      shownAt={shownAt}
      changes={await findChangesSince(since, found, { find, choice: { parties, issue } })}
      errors={errorsOf(asOf, since)}
    />
  )
  return await respond(c, { ...about(table, [asOf, since]), known, page })
}

/** What addresses on the page ask for: only what was found, so that a mistake is not carried along. */
const withFound = (asked: Asked, chosen: Chosen, asOf: AskedDay, since: Since): Asked => ({
  ...asked,
  p: chosen.isDefault ? [] : chosen.parties,
  base: asked.base === undefined ? undefined : chosen.base,
  issue: chosen.issue,
  asof: asked.asof === undefined || 'error' in asOf ? undefined : asOf.day,
  since: 'error' in since ? undefined : since.since,
})

type Since = ReturnType<typeof readSince>

const errorsOf = (asOf: AskedDay, since: Since): FieldErrors => ({
  ...('error' in asOf ? { asof: [`${asOf.error} The table shows today.`] } : {}),
  ...('error' in since ? { since: [`${since.error} No changes are told.`] } : {}),
})

/** The same comparison on the earlier day, and what is different now. */
async function findChangesSince(
  since: Since,
  now: TopicComparison,
  { find, choice }: Pick<Found, 'find'> & { choice: Omit<ComparisonChoice, 'asOf'> },
): Promise<ChangesView | undefined> {
  if ('error' in since || since.since === undefined) return undefined
  const then = await find({ ...choice, asOf: since.since })
  const before = new Map(then.issues.map(({ slug, comparison }) => [slug, comparison]))
  const changes = now.issues.flatMap(({ slug, comparison }): [string, IssueChanges][] => {
    const earlier = before.get(slug)
    return earlier === undefined ? [] : [[slug, findChanges(earlier, comparison)]]
  })
  return { since: since.since, byIssue: new Map(changes), details: then.details }
}

const about = (table: Table, days: readonly object[]) => ({
  title: titleOf(table),
  description: summarise(table),
  live: announce(table),
  topic: table.topic,
  current: 'compare' as const,
  extra: 'grid' as const,
  crumbs: [{ label: table.topic.title, href: paths.topic(table.topic.slug) }],
  hasErrors: days.some((day) => 'error' in day),
  status: days.some((day) => 'error' in day) ? (422 as const) : (200 as const),
})
