import { isValued } from '#server/domain/claims.ts'
import type { Day } from '#server/domain/dates.ts'
import { countIssue } from '#server/domain/pair-counts.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { intervalOf } from '#server/domain/values.ts'
import { paths } from '#server/paths.ts'
import { ContradictionItem } from '../contradiction/list-page.tsx'
import { type ClaimRow, ClaimTable } from '../shared/claim-table.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { Empty, Pagination } from '../shared/navigation.tsx'
import { IssueSummary } from '../topic/issue-summary.tsx'
import type { Line } from '../timeline/lanes.ts'
import { TimelineStrip } from '../timeline/strip.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { type SearchView, describeIssue } from './issue-view.ts'
import { Positions, type PositionsProps } from './positions.tsx'
import { Silent } from './silent.tsx'

export interface IssuePageProps extends PositionsProps {
  readonly topicSlug: string
  readonly asOf: Day
  /** Those that state a position. */
  readonly claims: readonly ClaimRow[]
  readonly claimCount: number
  readonly page: number
  readonly pages: number
  /** Filed under the issue, never in conflict. */
  readonly context: readonly ClaimRow[]
  readonly contextCount: number
  readonly searches: readonly SearchView[]
  readonly contradictions: readonly RecordedContradiction[]
  readonly contradictionCount: number
  readonly canRecord: boolean
  /** What each party said on it, in the order of parties. */
  readonly lines: readonly Line[]
  readonly canEdit: boolean
  readonly viewer: { readonly csrf: string } | undefined
  /** What the viewer did a moment ago. */
  readonly done: IssueDone | undefined
}

export interface IssueDone {
  readonly says: string
  readonly undo: UndoForm | undefined
}

/** One question: its possible answers, who holds which, who is silent, and everything said. */
export const IssuePage = (props: IssuePageProps) => {
  const { issue } = props
  return (
    <>
      {props.done !== undefined && <DoneNotice {...props.done} viewer={props.viewer} />}
      <h1>
        <bdi>{issue.question}</bdi>
      </h1>
      <p class="lede">{describeIssue(issue)}</p>
      <IssueSummary counts={countIssue(issue.comparison)} />
      <Ways {...props} />
      <OwnNames {...props} />
      <Answers {...props} />
      <TimelineStrip
        lines={props.lines}
        of={issue.question}
        href={paths.timeline(props.topicSlug, { issue: issue.slug })}
      />
      <Silent {...props} />
      <Contradictions {...props} />
      <Claims {...props} />
      <Context {...props} />
    </>
  )
}

const Ways = ({ issue, topicSlug, canRecord, canEdit }: IssuePageProps) => (
  <p class="row">
    <a class="button button-primary" href={paths.compare(topicSlug, { issue: issue.slug })}>
      {wording().issue.compare}
    </a>
    {canRecord && (
      <a class="button" href={paths.newClaim(topicSlug, { issue: issue.slug })}>
        {wording().issue.addClaim}
      </a>
    )}
    {canEdit && (
      <a class="button" href={paths.editIssue(issue)}>
        {wording().issue.edit}
      </a>
    )}
    <a href={paths.issueHistory(issue)}>{wording().issue.history}</a>
  </p>
)

/** What each side calls the same thing, in its own words. */
const OwnNames = ({ issue, parties }: IssuePageProps) => {
  const own = parties.filter((p) => issue.labels[p.slug] !== undefined)
  if (own.length === 0) return null
  return (
    <section class="own-names" aria-label={wording().issue.ownNames}>
      <ul>
        {own.map((p) => (
          <li>
            {wording().issue.ownName(<bdi>{p.name}</bdi>, <q dir="auto">{issue.labels[p.slug]}</q>)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Answers = (props: IssuePageProps) => (
  <section class="topic-part" aria-labelledby="answers">
    <h2 id="answers">
      {isValued(props.issue.kind) ? wording().issue.values : wording().issue.positions}
    </h2>
    <p class="muted">
      {wording().issue.heldAsOf(describeDate(props.asOf))} {describeRange(props)}
    </p>
    <Positions {...props} />
  </section>
)

/** From the lowest to the highest end that anybody holds; nothing where one value tells it all. */
function describeRange({ issue }: IssuePageProps): string {
  const held = issue.comparison.cells
    .flatMap((cell) => cell.stands)
    .flatMap(({ value, stance }) => (value === undefined || stance !== 'affirms' ? [] : [value]))
  if (held.length < 2) return ''
  const ends = held.flatMap(({ min, max }) => [min, max]).filter((end) => end !== null)
  const sorted = ends.sort(
    (a, b) => intervalOf({ min: a, max: a }).from - intervalOf({ min: b, max: b }).from,
  )
  const unit = issue.unit === undefined || issue.kind === 'date' ? '' : ` ${issue.unit}`
  const isOpenBelow = held.some(({ min }) => min === null)
  const from = isOpenBelow ? undefined : shown(sorted[0])
  const to = `${shown(sorted.at(-1))}${unit}`
  const isOpenAbove = held.some(({ max }) => max === null)
  return wording().issue.range(from, to, isOpenAbove)
}

const shown = (end: number | string | undefined): string =>
  typeof end === 'string' ? describeDate(end) : end === undefined ? '' : wording().number(end)

const Contradictions = ({ issue, topicSlug, contradictions, contradictionCount }: IssuePageProps) =>
  contradictionCount === 0 ? null : (
    <section class="topic-part" aria-labelledby="contradictions">
      <h2 id="contradictions">{wording().issue.contradictions}</h2>
      <ol class="list contradictions">
        {contradictions.map((x) => (
          <li>
            <ContradictionItem x={x} />
          </li>
        ))}
      </ol>
      {contradictionCount > contradictions.length && (
        <p>
          <a href={paths.contradictions(topicSlug, { issue: issue.slug })}>
            {wording().issue.allContradictions(contradictionCount)}
          </a>
        </p>
      )}
    </section>
  )

const Claims = ({
  issue,
  claims,
  claimCount,
  page,
  pages,
  topicSlug,
  canRecord,
}: IssuePageProps) => (
  <section class="topic-part" aria-labelledby="claims">
    <h2 id="claims">{wording().issue.claims}</h2>
    {claims.length === 0 ? (
      <Empty title={wording().issue.noClaims}>
        <p>{wording().issue.nothingRecorded}</p>
        {canRecord && (
          <p>
            <a href={paths.newClaim(topicSlug, { issue: issue.slug })}>
              {wording().issue.addFirst}
            </a>
          </p>
        )}
      </Empty>
    ) : (
      <ClaimTable claims={claims} of="issue" caption={wording().issue.newestFirst(claimCount)} />
    )}
    <Pagination
      page={page}
      pages={pages}
      of={wording().issue.pagesOfClaims}
      addressOf={(n) => `${paths.issue(issue)}?page=${n}#claims`}
    />
  </section>
)

const Context = ({ context, contextCount }: IssuePageProps) =>
  contextCount === 0 ? null : (
    <section class="topic-part" aria-labelledby="context">
      <h2 id="context">{wording().issue.context}</h2>
      <p class="muted">{wording().issue.contextIs}</p>
      <ClaimTable
        claims={context}
        of="issue"
        id="context"
        caption={wording().issue.contextOf(contextCount, context.length)}
      />
    </section>
  )
