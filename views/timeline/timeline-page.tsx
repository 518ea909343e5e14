import type { ChoosableIssue, ChoosableParty } from '#server/domain/comparison-choice.ts'
import type { Day } from '#server/domain/dates.ts'
import { countGrades } from '#server/domain/steps.ts'
import type { TimeAxis } from '#server/domain/time-axis.ts'
import { type TimelineQuery, paths } from '#server/paths.ts'
import { OverviewFilters } from '../overview/overview-filters.tsx'
import { Ways } from '../overview/ways.tsx'
import { ErrorSummary, type FieldErrors, Select, TextField } from '../shared/fields.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { translated } from '../words/messages.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { GapSection, type GapSectionProps } from './gap-section.tsx'
import { LaneChart, LaneKey } from './lane-chart.tsx'
import { describeLines } from './lane-words.ts'
import type { Line } from './lanes.ts'
import { type ListedStep, StepTable } from './step-table.tsx'

/** One drawing: the parties on an issue, or one party on every issue. */
export interface TimelineChart {
  readonly id: string
  readonly heading: string
  readonly href: string | undefined
  readonly lines: readonly Line[]
  /** Said on a single day: there is nothing to draw. */
  readonly onlyDay: Day | undefined
}

export interface TimelinePageProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly asOf: Day
  /** Those looked at. */
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  /** How many issues are looked at. */
  readonly issues: number
  readonly charts: readonly TimelineChart[]
  /** Undefined where nothing was said. */
  readonly axis: TimeAxis | undefined
  readonly gap: Omit<GapSectionProps, 'topic' | 'issues' | 'asOf' | 'asked'>
  /** Every one of the period. */
  readonly steps: readonly ListedStep[]
  /** Those of the page of the table. */
  readonly shown: readonly ListedStep[]
  readonly page: number
  readonly pages: number
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly choices: {
    readonly parties: readonly ChoosableParty[]
    readonly issues: readonly ChoosableIssue[]
  }
  readonly notices: readonly string[]
  /** The address of this page, without what is left as it is. */
  readonly asked: TimelineQuery
  readonly known: string | undefined
  readonly shownAt: string
  readonly errors: FieldErrors
}

/** What was said when, what it did to what was said before, and whether parties came closer. */
export const TimelinePage = (props: TimelinePageProps) => (
  <>
    <div id="timeline-head">
      <ErrorSummary errors={props.errors} />
      <h1>{wording().timeline.heading(<bdi>{props.topic.title}</bdi>)}</h1>
      <p class="lede">{describeTimeline(props)}</p>
      {props.notices.map((notice) => (
        <p class="notice">{translated(notice)}</p>
      ))}
    </div>
    <Ways topic={props.topic} current="timeline" asof={props.asked.asof} />
    {props.choices.parties.length === 0 || props.choices.issues.length === 0 ? (
      <NothingYet {...props} />
    ) : (
      <>
        <Controls {...props} />
        <div id="timeline" data-keys tabindex={-1}>
          {props.axis === undefined ? <NothingSaid {...props} /> : <Parts {...props} />}
        </div>
      </>
    )}
  </>
)

/** The page in one sentence. */
export function describeTimeline(props: TimelinePageProps): string {
  const { steps, asked } = props
  const [parties, issues, day] = [props.parties.length, props.issues, describeDate(props.asOf)]
  const [first, last] = [steps[0]?.step.claim, steps.at(-1)?.step.claim]
  const w = wording().timeline
  if (first === undefined || last === undefined)
    return asked.since === undefined
      ? w.nothing(parties, issues, day)
      : w.nothingSince(parties, issues, day)
  return w.lede(
    steps.length,
    [parties, issues],
    [describeDate(first.said), describeDate(last.said)],
    countGrades(steps.map(({ step }) => step)),
  )
}

const NothingYet = ({ choices }: TimelinePageProps) => {
  const { nothingYet, noParties, noIssues } = wording().timeline
  return (
    <Empty title={nothingYet}>
      <p>{choices.parties.length === 0 ? noParties : noIssues}</p>
    </Empty>
  )
}

const NothingSaid = ({ asked, topic }: TimelinePageProps) => {
  const all = { ...asked, since: undefined, asof: undefined, issue: undefined }
  const { nothingInPeriod, noneForPeriod, showAll } = wording().timeline
  return (
    <Empty title={nothingInPeriod}>
      <p>
        {noneForPeriod} <a href={paths.timeline(topic.slug, all)}>{showAll}</a>
      </p>
    </Empty>
  )
}

const Parts = (props: TimelinePageProps) => (
  <>
    <GapSection {...props.gap} {...props} />
    <Charts {...props} />
    <Statements {...props} />
  </>
)

const Charts = ({ charts, axis }: TimelinePageProps) => {
  if (axis === undefined) return null
  return (
    <section aria-labelledby="drawn">
      <h2 id="drawn">{wording().timeline.whoHeldWhat}</h2>
      <LaneKey />
      {charts.map(({ id, heading, href, lines, onlyDay }) => (
        <section aria-labelledby={`${id}-heading`}>
          <h3 id={`${id}-heading`}>
            {href === undefined ? (
              <bdi>{heading}</bdi>
            ) : (
              <a href={href}>
                <bdi>{heading}</bdi>
              </a>
            )}
          </h3>
          <Legend lines={lines} />
          {onlyDay === undefined ? (
            <LaneChart
              id={id}
              title={wording().timeline.drawing(heading, describeLines(lines))}
              lines={lines}
              axis={axis}
            />
          ) : (
            <p class="small">{wording().timeline.onlyDay(describeDate(onlyDay))}</p>
          )}
        </section>
      ))}
    </section>
  )
}

/** What the letters of a drawing stand for, where all its lanes have the same. */
const Legend = ({ lines }: Pick<TimelineChart, 'lines'>) => {
  const [first] = lines
  if (first === undefined || lines.some(({ positions }) => positions !== first.positions))
    return null
  return (
    <p class="small muted lane-legend">
      {first.positions.map(({ letter, label }) => (
        <span>
          <b>{letter}</b> <bdi>{label}</bdi>
        </span>
      ))}
    </p>
  )
}

const Statements = (props: TimelinePageProps) => {
  const { topic, asked, asOf, shownAt, steps, shown, page, pages, details } = props
  const fixed = { ...asked, asof: asOf, known: shownAt }
  const w = wording().timeline
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{w.everyStatement}</h2>
      <StepTable steps={shown} details={details} caption={w.inOrderSaid(steps.length)} />
      <Pagination
        page={page}
        pages={pages}
        of={w.pagesOfStatements}
        addressOf={(n) => `${paths.timeline(topic.slug, { ...asked, page: String(n) })}#statements`}
      />
      <p class="row no-print">
        <a href={paths.timeline(topic.slug, fixed)} rel="bookmark" data-key="y">
          {wording().common.permalink}
        </a>
        <a href={paths.timelineCsv(topic.slug, fixed)}>CSV</a>
        <a href={paths.timelineJson(topic.slug, fixed)}>JSON</a>
        <a href={`${paths.method}#steps`}>{w.howGraded}</a>
      </p>
    </section>
  )
}

const Controls = (props: TimelinePageProps) => (
  <OverviewFilters
    {...props}
    choices={props.choices.parties}
    action={paths.timeline(props.topic.slug)}
    target="timeline"
  >
    <Select
      name="issue"
      label={wording().timeline.issue}
      prompt={wording().timeline.allIssues}
      value={props.asked.issue}
      options={props.choices.issues.map(({ slug, question }) => ({ value: slug, label: question }))}
    />
    <TextField
      name="since"
      label={wording().timeline.from}
      type="date"
      value={props.asked.since ?? ''}
      errors={props.errors}
    />
  </OverviewFilters>
)
