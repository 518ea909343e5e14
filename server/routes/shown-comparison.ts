import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { listComparableIssues, listComparableParties } from '#db/queries/comparison-choices.ts'
import {
  type ComparisonChoice,
  type TopicComparison,
  findComparison,
} from '#db/queries/comparison.ts'
import { listReplies as listRepliesOf } from '#db/queries/replies.ts'
import { type FoundTopic } from '#db/queries/topics.ts'
import type { ChangesView } from '#views/comparison/changes.tsx'
import { type Table, layOutTable } from '#views/comparison/comparison-view.ts'
import type { FiltersProps } from '#views/comparison/filters.tsx'
import { type IssueChanges, findChanges } from '../domain/changes-between.ts'
import {
  type Asked,
  type AskedDay,
  type Chosen,
  type DaySteps,
  ORDERS,
  VIEWS,
  chooseComparison,
  readSince,
  stepsAround,
} from '../domain/comparison-choice.ts'
import { SHOWN } from '../domain/comparison-summary.ts'
import type { Day } from '../domain/dates.ts'
import type { RepliesByClaim } from '../domain/recorded-reply.ts'
import type { AsOf } from './as-of.ts'
import { optionalText } from './pages.ts'
import { choicesThen, findComparisonThen } from './past-comparison.ts'
import type { Past } from './past.ts'

/** What a comparison's address asks for, found: for its page and everything that repeats it elsewhere. */

/** Nothing here is refused: what cannot be shown is said on the page, beside what can. */
export const comparisonFields = {
  p: z.array(z.string()).default([]),
  issue: optionalText,
  base: optionalText,
  show: z.enum(SHOWN).catch('all'),
  view: z.enum(VIEWS).catch('auto'),
  order: z.enum(ORDERS).catch('recorded'),
  asof: optionalText,
  since: optionalText,
}

export type SentComparison = Omit<Asked, 'known'>

/** Where what is shown is found: the record of now, or as it was. */
interface Found {
  readonly listChoices: (asOf: Day) => Promise<FiltersProps['choices']>
  readonly find: (choice: ComparisonChoice) => Promise<TopicComparison>
  readonly listReplies: (claimIds: readonly number[]) => Promise<RepliesByClaim>
}

const present = (db: Db, topic: FoundTopic): Found => ({
  listChoices: async (asOf) => ({
    parties: await listComparableParties(db, topic.id, asOf),
    issues: await listComparableIssues(db, topic.id),
  }),
  find: async (choice) => await findComparison(db, topic, choice),
  listReplies: async (claimIds) => await listRepliesOf(db, claimIds),
})

const ofPast = (db: Db, past: Past): Found => ({
  listChoices: async (asOf) => await Promise.resolve(choicesThen(past.record, asOf)),
  find: async (choice) => await findComparisonThen(db, past, choice),
  // What was answered is shown beside the record of now.
  listReplies: async () => await Promise.resolve(new Map()),
})

/** A comparison as it is shown. */
export interface ShownComparison {
  readonly table: Table
  readonly choices: FiltersProps['choices']
  readonly chosen: Chosen
  readonly steps: DaySteps
  /** The first day on which anything was said. */
  readonly firstDay: Day | undefined
  /** What addresses on the page ask for. */
  readonly asked: Asked
  /** From when on changes are told. */
  readonly since: Since
  /** Undefined where nobody asked for what changed. */
  readonly changes: ChangesView | undefined
  /** Parties that were chosen and left out, for want of room. */
  readonly leftOut: number
}

/**
 * Find what a comparison's address asks for. The number of queries does not depend on what is compared.
 * @param how - `canAdd` offers filling empty cells; `most` is how many parties there is room for: the
 *   baseline and the first of the others
 */
export async function findShownComparison(
  db: Db,
  { topic, day, knownText, past }: AsOf,
  sent: SentComparison,
  { canAdd = false, most = Infinity }: { canAdd?: boolean; most?: number } = {},
): Promise<ShownComparison> {
  const { listChoices, find, listReplies } =
    past === undefined ? present(db, topic) : ofPast(db, past)
  const asked = { ...sent, known: knownText }
  const choices = await listChoices(day.day)
  const chosen = chooseComparison(asked, choices.parties, choices.issues)
  const parties = firstOf(chosen, most)
  const found = await find({ asOf: day.day, parties, issue: chosen.issue })
  const steps = stepsAround(day.day, found.days)
  const claims = [...found.details.values()].map((detail) => detail.id)
  const table = layOutTable(found, {
    topic,
    show: asked.show,
    order: asked.order,
    base: chosen.base,
    layout: chosen.layout,
    lastSaidOn: steps.last,
    canAdd,
    replies: await listReplies(claims),
  })
  const leftOut = chosen.parties.length - parties.length
  const shown = { table, choices, chosen, steps, firstDay: found.days[0], leftOut }
  const since = readSince(asked.since, day.day)
  const changes = await findChangesSince(
    since,
    found,
    async (asOf) => await find({ asOf, parties, issue: chosen.issue }),
  )
  return { ...shown, since, changes, asked: withFound(asked, chosen, day, since) }
}

export type Since = ReturnType<typeof readSince>

/** The same comparison on the earlier day, and what is different now. */
async function findChangesSince(
  since: Since,
  now: TopicComparison,
  find: (asOf: Day) => Promise<TopicComparison>,
): Promise<ChangesView | undefined> {
  if ('error' in since || since.since === undefined) return undefined
  const then = await find(since.since)
  const before = new Map(then.issues.map(({ slug, comparison }) => [slug, comparison]))
  const changes = now.issues.flatMap(({ slug, comparison }): [string, IssueChanges][] => {
    const earlier = before.get(slug)
    return earlier === undefined ? [] : [[slug, findChanges(earlier, comparison)]]
  })
  return { since: since.since, byIssue: new Map(changes), details: then.details }
}

/** As many as there is room for, the baseline among them, in the order in which they were chosen. */
function firstOf({ parties, base }: Chosen, most: number): readonly string[] {
  if (parties.length <= most) return parties
  const others = parties.filter((party) => party !== base).slice(0, most - 1)
  return parties.filter((party) => party === base || others.includes(party))
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
