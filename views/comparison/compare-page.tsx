import type { Asked, DaySteps } from '#server/domain/comparison-choice.ts'
import type { Day } from '#server/domain/dates.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { Ways } from '../overview/ways.tsx'
import { EmbedCode, type EmbedCodeProps } from '../embed/embed-code.tsx'
import { ErrorSummary } from '../shared/fields.tsx'
import { Empty } from '../shared/navigation.tsx'
import { translated } from '../words/messages.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { Changes, type ChangesView } from './changes.tsx'
import { type Table, addressWith, queryOf } from './comparison-view.ts'
import { Filters, type FiltersProps } from './filters.tsx'
import { GridView } from './grid-view.tsx'
import { ListView } from './list-view.tsx'
import { Names } from './names.tsx'
import { PairView } from './pair-view.tsx'
import { ComparisonKey } from './relation-sign.tsx'
import { WideView } from './wide-view.tsx'
import { describeNothing, summarise } from './words.ts'

export interface ComparePageProps extends FiltersProps {
  /** What the addresses on the page ask for: only what was found. */
  readonly asked: Asked
  readonly notices: readonly string[]
  /** Nobody chose the parties. */
  readonly isDefault: boolean
  readonly steps: DaySteps
  /** The first day on which anything was said; undefined in an empty topic. */
  readonly firstDay: Day | undefined
  /** The code to embed what is shown; undefined where not everybody may read it. */
  readonly embed: EmbedCodeProps | undefined
  /** For the permalink: the instant of record that the page shows. */
  readonly shownAt: string
  /** Undefined where nobody asked for what changed. */
  readonly changes: ChangesView | undefined
}

/** Who says what, side by side. */
export const ComparePage = (props: ComparePageProps) => {
  if (props.choices.parties.length === 0 || props.choices.issues.length === 0)
    return <NothingToCompare {...props} />
  return (
    <>
      <Head {...props} />
      <Ways topic={props.table.topic} current="compare" asof={props.asked.asof} />
      <Filters {...props} />
      <div id="cmp" data-keys tabindex={-1}>
        <Days {...props} />
        {props.changes !== undefined && (
          <Changes
            changes={props.changes}
            table={props.table}
            timeline={paths.timeline(props.table.topic.slug, {
              p: props.table.parties.map(({ slug }) => slug),
              issue: props.asked.issue,
              since: props.changes.since,
              asof: props.table.asOf,
            })}
          />
        )}
        <Body {...props} />
        <After {...props} />
      </div>
    </>
  )
}

const Title = ({ table }: { table: Table }) => (
  <h1>{wording().comparison.heading(<bdi>{table.topic.title}</bdi>)}</h1>
)

const Head = ({ table, errors, notices, isDefault, asked }: ComparePageProps) => (
  <div id="cmp-head">
    <ErrorSummary errors={errors} />
    <Title table={table} />
    <p class="lede">{summarise(table)}</p>
    {notices.map((notice) => (
      <p class="notice">{translated(notice)}</p>
    ))}
    {isDefault && table.parties.length > 1 && asked.p.length === 0 && (
      <p class="small muted">
        {wording().comparison.noneChosen(<Names parties={table.parties} />)}
      </p>
    )}
    {table.parties.length === 1 && <p class="notice">{wording().comparison.secondForRelations}</p>}
  </div>
)

/** Time, step by step: each step shows another table. */
const Days = ({ table, asked, steps }: ComparePageProps) => {
  const to = (day: Day) => `${addressWith(table.topic.slug, asked, { asof: day })}#cmp`
  return (
    <nav class="days" aria-label={wording().comparison.days}>
      {steps.previous !== undefined && (
        <a class="no-print" rel="prev" data-key="[" href={to(steps.previous)}>
          <span aria-hidden="true">← </span>
          {wording().comparison.previousDay}
          <DateText date={steps.previous} short />
        </a>
      )}
      <span class="small muted">
        {steps.last === undefined ? (
          wording().comparison.nothingByDay
        ) : (
          <>
            {wording().comparison.lastByThen}
            <DateText date={steps.last} short />
          </>
        )}
      </span>
      {steps.next !== undefined && (
        <a class="no-print" rel="next" data-key="]" href={to(steps.next)}>
          {wording().comparison.nextDay}
          <DateText date={steps.next} short />
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}

const Body = (props: ComparePageProps) => {
  const { table, asked } = props
  if (table.rows.length === 0) return <NothingLeft {...props} />
  const address = (changed: Partial<Asked>) => addressWith(table.topic.slug, asked, changed)
  return (
    <>
      <div class="key-row">
        <ComparisonKey />
        {table.layout !== 'list' && (
          <a class="no-print" href={`${address({ view: 'list' })}#cmp`}>
            {wording().comparison.readAsList}
          </a>
        )}
      </div>
      {(table.layout === 'wide' || table.layout === 'grid') && (
        <a class="skip-table" href="#cmp-end">
          {wording().comparison.skipTable}
        </a>
      )}
      {table.layout === 'pair' && <PairView table={table} />}
      {table.layout === 'list' && <ListView table={table} />}
      {table.layout === 'wide' && (
        <WideView table={table} pinAddress={(base) => `${address({ base })}#cmp`} />
      )}
      {table.layout === 'grid' && (
        <GridView
          table={table}
          queryOfPair={(party, issue) =>
            address({ ...pairWith(table, party), issue, show: 'all', view: 'auto' })
          }
        />
      )}
    </>
  )
}

/** A party beside the baseline, or the baseline alone. */
const pairWith = ({ baseline }: Table, party: string) => {
  const base = baseline?.slug ?? party
  return { p: base === party ? [party] : [base, party], base }
}

const NothingLeft = ({ table, asked }: ComparePageProps) => (
  <Empty
    title={
      asked.show === 'all' ? wording().comparison.noIssues : describeNothing(asked.show, table)
    }
  >
    <p>
      <a href={addressWith(table.topic.slug, asked, { show: 'all' })}>
        {wording().comparison.showAll}
      </a>
    </p>
  </Empty>
)

/** What to do with it: keep its address, take its data. */
const After = ({ table, asked, firstDay, steps, shownAt, embed }: ComparePageProps) => {
  const p = table.parties.map((party) => party.slug)
  const fixed = { ...asked, p, asof: table.asOf, known: shownAt }
  return (
    <div class="after" id="cmp-end" tabindex={-1}>
      {steps.last === undefined && firstDay !== undefined && (
        <p>
          {wording().comparison.firstOnRecord(
            <a href={addressWith(table.topic.slug, asked, { asof: firstDay })}>
              {describeDate(firstDay)}
            </a>,
          )}
        </p>
      )}
      <p class="row no-print">
        <button
          type="button"
          data-copy={addressWith(table.topic.slug, fixed)}
          data-copied={wording().comparison.linkCopied}
        >
          {wording().comparison.copyLink}
        </button>
        <span>
          <kbd aria-hidden="true">Y</kbd>{' '}
          <a href={addressWith(table.topic.slug, fixed)} rel="bookmark" data-key="y">
            {wording().common.permalink}
          </a>
        </span>
        <a href={paths.exportComparison(table.topic.slug, queryOf(fixed))}>
          {wording().exporting.link}
          <span class="visually-hidden">{wording().exporting.whatIsShown}</span>
        </a>
        <a href={paths.compareJson(table.topic.slug, { p, issue: asked.issue, asof: table.asOf })}>
          JSON
        </a>
        <a href={paths.contradictions(table.topic.slug)}>{wording().comparison.contradictions}</a>
        <a href={paths.helpEncoding}>{wording().comparison.signs}</a>
      </p>
      {embed !== undefined && <EmbedCode {...embed} />}
    </div>
  )
}

const NothingToCompare = ({ table, choices }: ComparePageProps) => (
  <>
    <Title table={table} />
    <Empty title={wording().comparison.nothingYet}>
      <p>
        {choices.parties.length === 0
          ? wording().comparison.noParties
          : wording().comparison.noQuestion}
      </p>
      {table.canAdd && (
        <p>
          <a class="button" href={paths.newClaim(table.topic.slug)}>
            {wording().comparison.addClaim}
          </a>
        </p>
      )}
    </Empty>
  </>
)
