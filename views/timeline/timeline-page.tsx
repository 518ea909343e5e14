import type { ChoosableIssue, ChoosableParty } from '#server/domain/comparison-choice.ts'
import { describeDate } from '#server/domain/date-words.ts'
import type { Day } from '#server/domain/dates.ts'
import { type Grade, countGrades } from '#server/domain/steps.ts'
import type { TimeAxis } from '#server/domain/time-axis.ts'
import { type TimelineQuery, paths } from '#server/paths.ts'
import { OverviewFilters } from '../overview/overview-filters.tsx'
import { Ways } from '../overview/ways.tsx'
import { ErrorSummary, type FieldErrors, Select, TextField } from '../shared/fields.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { counted } from '../shared/stance.tsx'
import { GapSection, type GapSectionProps } from './gap-section.tsx'
import { LaneChart, LaneKey } from './lane-chart.tsx'
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
      <h1>
        Over time: <bdi>{props.topic.title}</bdi>
      </h1>
      <p class="lede">{describeTimeline(props)}</p>
      {props.notices.map((notice) => (
        <p class="notice">{notice}</p>
      ))}
    </div>
    <Ways topic={props.topic} current="timeline" asof={props.asked.asof} />
    {props.choices.parties.length === 0 || props.choices.issues.length === 0 ? (
      <NothingYet {...props} />
    ) : (
      <>
        <Controls {...props} />
        <div id="timeline">
          {props.axis === undefined ? <NothingSaid {...props} /> : <Parts {...props} />}
        </div>
      </>
    )}
  </>
)

const gradesTold: readonly (readonly [Grade, string])[] = [
  ['reversed', 'reversed what was held before'],
  ['qualified', 'qualified it'],
  ['withdrawn', 'withdrawn from the record'],
]

/** The page in one sentence. */
export function describeTimeline({
  steps,
  parties,
  issues,
  asOf,
  asked,
}: TimelinePageProps): string {
  const who = `${counted(parties.length, 'party', 'parties')} on ${counted(issues, 'issue')}`
  const [first, last] = [steps[0]?.step.claim, steps.at(-1)?.step.claim]
  if (first === undefined || last === undefined)
    return `Nothing is on record of ${who}, ${asked.since === undefined ? 'as of' : 'in the period to'} ${describeDate(asOf)}.`
  const grades = countGrades(steps.map(({ step }) => step))
  const told = gradesTold.flatMap(([grade, words]) =>
    grades[grade] === 0 ? [] : [`${grades[grade]} ${words}`],
  )
  const period =
    first.said === last.said
      ? `said ${describeDate(first.said)}`
      : `the first of ${describeDate(first.said)}, the last of ${describeDate(last.said)}`
  return `${counted(steps.length, 'statement')} of ${who}, ${period}.${told.length === 0 ? ' None reversed or qualified another.' : ` ${told.join('; ')}.`}`
}

const NothingYet = ({ choices }: TimelinePageProps) => (
  <Empty title="Nothing to show yet">
    <p>
      {choices.parties.length === 0
        ? 'This topic has no parties yet.'
        : 'This topic has no issues yet: there is no question that anybody could have spoken to.'}
    </p>
  </Empty>
)

const NothingSaid = ({ asked, topic }: TimelinePageProps) => (
  <Empty title="Nothing said in this period">
    <p>
      No statement of these parties is on record for it.{' '}
      <a
        href={paths.timeline(topic.slug, {
          ...asked,
          since: undefined,
          asof: undefined,
          issue: undefined,
        })}
      >
        Show all of time
      </a>
    </p>
  </Empty>
)

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
      <h2 id="drawn">Who held what, from when to when</h2>
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
              title={`${heading}: ${describeLines(lines)}`}
              lines={lines}
              axis={axis}
            />
          ) : (
            <p class="small">
              Everything on record was said on {describeDate(onlyDay)}: there is no change to draw.
            </p>
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

/** "12 statements of 3 parties, 1 reversed." */
export function describeLines(lines: readonly Line[]): string {
  const steps = lines.flatMap((line) => line.steps)
  const { reversed, qualified } = countGrades(steps)
  const told = [
    ...(reversed > 0 ? [`${reversed} reversed`] : []),
    ...(qualified > 0 ? [`${qualified} qualified`] : []),
  ]
  return [counted(steps.length, 'statement'), ...told].join(', ')
}

const Statements = (props: TimelinePageProps) => {
  const { topic, asked, asOf, shownAt, steps, shown, page, pages, details } = props
  const fixed = { ...asked, asof: asOf, known: shownAt }
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">Every statement</h2>
      <StepTable
        steps={shown}
        details={details}
        caption={`${counted(steps.length, 'statement')}, in the order said`}
      />
      <Pagination
        page={page}
        pages={pages}
        of="statements"
        addressOf={(n) => `${paths.timeline(topic.slug, { ...asked, page: String(n) })}#statements`}
      />
      <p class="row no-print">
        <a href={paths.timeline(topic.slug, fixed)} rel="bookmark">
          Permalink
        </a>
        <a href={paths.timelineCsv(topic.slug, fixed)}>CSV</a>
        <a href={paths.timelineJson(topic.slug, fixed)}>JSON</a>
        <a href={`${paths.method}#steps`}>How steps are graded</a>
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
      label="Issue"
      prompt="All issues"
      value={props.asked.issue}
      options={props.choices.issues.map(({ slug, question }) => ({ value: slug, label: question }))}
    />
    <TextField
      name="since"
      label="From"
      type="date"
      value={props.asked.since ?? ''}
      errors={props.errors}
    />
  </OverviewFilters>
)
