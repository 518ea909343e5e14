import type { ListedStep } from '#views/timeline/step-table.tsx'
import type { TimelineChart, TimelinePageProps } from '#views/timeline/timeline-page.tsx'
import { compareText } from '../domain/claims.ts'
import { chooseComparison, readSince } from '../domain/comparison-choice.ts'
import { Refusal } from '../domain/errors.ts'
import { BEGINNING, type Day } from '../domain/dates.ts'
import { type GapCounts, type IssueSteps, countGaps } from '../domain/relations-over-time.ts'
import { inStepOrder } from '../domain/steps.ts'
import { type TimeAxis, layOutAxis } from '../domain/time-axis.ts'
import { paths } from '../paths.ts'
import { type GradedLine, gradeLines, lanesOf } from './graded-lines.ts'
import { type Overview, errorsOfDay } from './overview.ts'
import { choosePage } from './pages.ts'

interface AskedTimeline {
  readonly p: readonly string[]
  readonly issue?: string | undefined
  readonly since?: string | undefined
  readonly asof?: string | undefined
  readonly page: number
}

type Stands = Awaited<ReturnType<Overview['findStands']>>

/** More parties than this are too many pairs to follow one by one. */
const MOST_FOLLOWED = 8

/** Everything on the page about time. @param isPage - a page says what is wrong; programs are refused */
export async function findTimeline(
  overview: Overview,
  asked: AskedTimeline,
  isPage: boolean,
): Promise<TimelinePageProps> {
  const { topic, day, knownText: known, shownAt } = overview
  const asOf = day.day
  const parties = await overview.listParties()
  const how = { ...asked, show: 'all', view: 'auto', order: 'recorded' } as const
  const { parties: slugs } = chooseComparison(how, parties, [])
  const stands = await overview.findStands(slugs)
  const choices = { parties, issues: stands.issues }
  const chosen = chooseComparison(how, parties, choices.issues)
  const issues = stands.issues.filter(({ slug }) => (chosen.issue ?? slug) === slug)
  const read = readSince(asked.since, asOf)
  if ('error' in read && !isPage) throw new Refusal('bad-query', { detail: read.error })
  const since = ('error' in read ? undefined : read.since) ?? BEGINNING
  const claims = await overview.listClaims(chosen.parties, chosen.issue)
  const { windowDays } = overview
  const lines = gradeLines({ ...stands, issues }, claims, { day: asOf, windowDays })
  const listed = lines.flatMap((line) => line.steps.map((step) => ({ ...line, step })))
  const steps = listed
    .filter(({ step }) => step.claim.latest >= since)
    .sort((a, b) => inStepOrder(a.step, b.step))
  const { page, pages, size } = choosePage(asked.page, steps.length)
  const shown = steps.slice((page - 1) * size, page * size)
  const axis = axisOf(steps, {
    since,
    asOf: asked.asof === undefined ? undefined : asOf,
  })
  const charts = chartsOf(lines, { isOneParty: stands.parties.length === 1, since: since })
  return {
    topic,
    asOf,
    known,
    shownAt,
    axis,
    steps,
    shown,
    page,
    pages,
    choices,
    charts,
    parties: stands.parties,
    issues: issues.length,
    gap: gapOf(stands.parties, lines, issues, since),
    details: await overview.listDetails(
      shown.flatMap(({ step: { claim, from } }) => (from === undefined ? [claim] : [claim, from])),
    ),
    notices: [...chosen.notices, ...tooMany(stands.parties.length)],
    asked: {
      p: chosen.isDefault ? undefined : chosen.parties,
      issue: chosen.issue,
      since: since === BEGINNING ? undefined : since,
      asof: asked.asof === undefined || 'error' in day ? undefined : asOf,
    },
    errors: {
      ...errorsOfDay(overview, 'page'),
      ...('error' in read ? { since: [`${read.error} The page shows all of time.`] } : {}),
    },
  }
}

const tooMany = (parties: number): string[] =>
  parties <= MOST_FOLLOWED
    ? []
    : [
        `Whether gaps narrowed is counted for up to ${MOST_FOLLOWED} parties. Choose fewer to see it.`,
      ]

/** From the first to the last statement, or to the days that were asked for. */
function axisOf(
  steps: readonly ListedStep[],
  asked: { readonly since: Day; readonly asOf: Day | undefined },
): TimeAxis | undefined {
  if (steps.length === 0) return undefined
  const days = steps.flatMap(({ step: { claim } }) => [claim.earliest, claim.latest])
  const ends = [asked.since, ...(asked.asOf === undefined ? [] : [asked.asOf])]
  const within = [...days, ...ends].filter((day) => day !== BEGINNING && day >= asked.since)
  return layOutAxis(within, 6)
}

/** By issue, or where one party is looked at, all its issues in one. */
function chartsOf(
  lines: readonly GradedLine[],
  { isOneParty, since }: { isOneParty: boolean; since: Day },
): TimelineChart[] {
  const drawn = lines.filter(({ steps }) => steps.some(({ claim }) => claim.latest >= since))
  const [first] = drawn
  if (first === undefined) return []
  if (isOneParty)
    return [
      {
        id: 'chart',
        heading: first.party.name,
        href: paths.party(first.party),
        onlyDay: onlyDayOf(drawn),
        lines: lanesOf(drawn, 'issue'),
      },
    ]
  const issues = [...new Set(drawn.map(({ issue }) => issue))]
  return issues.map((issue, i) => {
    const own = drawn.filter((line) => line.issue === issue)
    return {
      id: `chart-${i + 1}`,
      heading: issue.question,
      href: paths.issue(issue),
      onlyDay: onlyDayOf(own),
      lines: lanesOf(own, 'party'),
    }
  })
}

function onlyDayOf(lines: readonly GradedLine[]): Day | undefined {
  const days = new Set(
    lines.flatMap(({ steps }) => steps.flatMap(({ claim }) => [claim.earliest, claim.latest])),
  )
  return days.size === 1 ? [...days][0] : undefined
}

/** Counts of every pair from the start of the period on. */
function gapOf(
  parties: Stands['parties'],
  lines: readonly GradedLine[],
  issues: Stands['issues'],
  since: Day,
): TimelinePageProps['gap'] {
  if (parties.length > MOST_FOLLOWED) return { pairs: [], total: [] }
  const said: IssueSteps[] = issues.map((issue) => ({
    judge: issue.judge,
    steps: new Map(
      lines.filter((line) => line.issue === issue).map(({ party, steps }) => [party.slug, steps]),
    ),
  }))
  const pairs = parties.flatMap((a, i) => parties.slice(i + 1).map((b) => ({ a, b })))
  const slugs = pairs.map(({ a, b }): [string, string] => [a.slug, b.slug])
  return {
    pairs: pairs.map((pair, i) => ({
      ...pair,
      counts: fromDay(countGaps(said, slugs.slice(i, i + 1)), since),
    })),
    total: fromDay(countGaps(said, slugs), since),
  }
}

/** The first count is that of the first day of the period, whenever it came to be so. */
function fromDay(counts: readonly GapCounts[], since: Day): GapCounts[] {
  if (since === BEGINNING) return [...counts]
  const before = counts.filter(({ day }) => compareText(day, since) <= 0).at(-1)
  const after = counts.filter(({ day }) => day > since)
  return before === undefined ? after : [{ ...before, day: since }, ...after]
}
