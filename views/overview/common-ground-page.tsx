import {
  type Difference,
  type Ground,
  isHeldByAll,
  isHeldByMost,
} from '#server/domain/common-ground.ts'
import type { ChoosableParty } from '#server/domain/comparison-choice.ts'
import type { Day } from '#server/domain/dates.ts'
import { paths } from '#server/paths.ts'
import type { ComparedIssueView } from '../issue/issue-view.ts'
import { ErrorSummary, type FieldErrors } from '../shared/fields.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { Empty } from '../shared/navigation.tsx'
import { translated } from '../words/messages.ts'
import { describeDate, describeGap } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { GroundList } from './ground-list.tsx'
import { OverviewFilters } from './overview-filters.tsx'
import { Ways } from './ways.tsx'

/** Something in common, with the issue it is on. */
export interface FoundGround {
  readonly issue: ComparedIssueView
  readonly ground: Ground
}

export interface CommonGroundPageProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly asOf: Day
  /** Was this day asked for? Links keep it then. */
  readonly isDayAsked: boolean
  /** Those looked at. */
  readonly parties: readonly { id: number; slug: string; name: string }[]
  /** How many issues the topic has. */
  readonly issues: number
  readonly grounds: readonly FoundGround[]
  /** The smallest first, as many as are shown. */
  readonly differences: readonly (Difference & { readonly issue: ComparedIssueView })[]
  /** How many pairs conflict over all issues. */
  readonly conflicts: number
  /** By claim slug. */
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly choices: readonly ChoosableParty[]
  readonly notices: readonly string[]
  /** Nobody chose the parties. */
  readonly isDefault: boolean
  /** As recorded then, where the record is shown as it was. */
  readonly known: string | undefined
  /** The instant that a permalink names. */
  readonly shownAt: string
  readonly errors: FieldErrors
}

/** The same record, agreement first. */
export const CommonGroundPage = (props: CommonGroundPageProps) => (
  <>
    <div id="ground-head">
      <ErrorSummary errors={props.errors} />
      <h1>{wording().commonGround.heading(<bdi>{props.topic.title}</bdi>)}</h1>
      <p class="lede">{describeCommonGround(props)}</p>
      {props.notices.map((notice) => (
        <p class="notice">{translated(notice)}</p>
      ))}
    </div>
    <Ways
      topic={props.topic}
      current="common-ground"
      asof={props.isDayAsked ? props.asOf : undefined}
    />
    {props.choices.length < 2 || props.issues === 0 ? (
      <NothingYet {...props} />
    ) : (
      <Parts {...props} />
    )}
  </>
)

const isShared = ({ ground }: FoundGround) => ground.speakers > 1

const heldByAll = (grounds: readonly FoundGround[]) =>
  grounds.filter((found) => isShared(found) && isHeldByAll(found.ground))

const heldByMost = (grounds: readonly FoundGround[]) =>
  grounds.filter(({ ground }) => !isHeldByAll(ground) && isHeldByMost(ground))

const heldByFewer = (grounds: readonly FoundGround[]) =>
  grounds.filter(({ ground }) => !isHeldByMost(ground))

const issuesOf = (grounds: readonly FoundGround[]) =>
  new Set(grounds.map(({ issue }) => issue.slug)).size

/** The page in one sentence. */
export function describeCommonGround({
  grounds,
  parties,
  issues,
  asOf,
}: Pick<CommonGroundPageProps, 'grounds' | 'parties' | 'issues' | 'asOf'>): string {
  const all = issuesOf(heldByAll(grounds))
  const most = issuesOf(heldByMost(grounds))
  const size = [parties.length, issues] as const
  return wording().commonGround.lede(describeDate(asOf), size, { all, most })
}

const NothingYet = ({ choices }: CommonGroundPageProps) => (
  <Empty title={wording().commonGround.nothingYet}>
    <p>{choices.length < 2 ? wording().commonGround.takesTwo : wording().commonGround.noIssues}</p>
  </Empty>
)

const Parts = (props: CommonGroundPageProps) => (
  <>
    <Controls {...props} />
    <div id="ground">
      {props.parties.length < 2 ? (
        <p class="notice">{wording().overview.chooseSecond}</p>
      ) : (
        <>
          <InCommon {...props} />
          <Differences {...props} />
        </>
      )}
      <p class="row no-print">
        <a
          rel="bookmark"
          href={paths.commonGround(props.topic.slug, {
            p: props.parties.map(({ slug }) => slug),
            asof: props.asOf,
            known: props.shownAt,
          })}
        >
          {wording().common.permalink}
        </a>
        <a href={`${paths.method}#common-ground`}>{wording().commonGround.whatCounts}</a>
      </p>
    </div>
  </>
)

const InCommon = (props: CommonGroundPageProps) => {
  const { grounds, parties } = props
  const isPair = parties.length === 2
  const words = wording().commonGround
  const [all, most, fewer] = [heldByAll(grounds), heldByMost(grounds), heldByFewer(grounds)]
  return (
    <>
      <section aria-labelledby="all">
        <h2 id="all">{isPair ? words.bothHold : words.allHold}</h2>
        {all.length === 0 ? (
          <p class="muted">{isPair ? words.nothingOfBoth : words.nothingOfAll}</p>
        ) : (
          <GroundList {...props} grounds={all} />
        )}
      </section>
      {most.length > 0 && (
        <section aria-labelledby="most">
          <h2 id="most">{words.mostHold}</h2>
          <GroundList {...props} grounds={most} />
        </section>
      )}
      {fewer.length > 0 && (
        <section aria-labelledby="some">
          <h2 id="some">{words.someHold}</h2>
          <GroundList {...props} grounds={fewer} />
        </section>
      )}
    </>
  )
}

const Differences = (props: CommonGroundPageProps) => {
  const { differences, conflicts, topic, parties } = props
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{wording().commonGround.differences}</h2>
      {conflicts === 0 && <p class="muted">{wording().commonGround.noConflict}</p>}
      {differences.length > 0 && (
        <ol class="list">
          {differences.map((difference) => (
            <DifferenceItem difference={difference} {...props} />
          ))}
        </ol>
      )}
      {conflicts > 0 && (
        <p class="small">
          {describeRest(differences.length, conflicts)}{' '}
          <a
            href={paths.compare(topic.slug, {
              p: parties.map(({ slug }) => slug),
              show: 'conflict',
              asof: props.isDayAsked ? props.asOf : undefined,
            })}
          >
            {wording().commonGround.allConflicts}
          </a>
        </p>
      )}
    </section>
  )
}

/** How many conflicts there are that nothing makes small, or that are not named here. */
function describeRest(shown: number, conflicts: number): string {
  const rest = conflicts - shown
  if (rest === 0) return ''
  const { noneSmall, moreConflicts } = wording().commonGround
  return shown === 0 ? noneSmall(rest) : moreConflicts(rest)
}

const DifferenceItem = ({
  difference: { issue, pair, kind },
  topic,
  parties,
  asOf,
  isDayAsked,
}: CommonGroundPageProps & { difference: CommonGroundPageProps['differences'][number] }) => {
  const [a, b] = pair.parties.map((slug) => parties.find((p) => p.slug === slug)?.name ?? slug)
  const asof = isDayAsked ? asOf : undefined
  return (
    <li>
      <a href={paths.compare(topic.slug, { p: pair.parties, issue: issue.slug, asof })}>
        {wording().overview.pairOf(<bdi>{a}</bdi>, <bdi>{b}</bdi>)}: <bdi>{issue.question}</bdi>
      </a>
      <span class="block small">
        <Reason issue={issue} kind={kind} pair={pair} />
      </span>
    </li>
  )
}

const Reason = ({ issue, kind, pair }: Difference & { issue: ComparedIssueView }) => {
  const { apart, onlyOnCondition, bothHoldThese } = wording().commonGround
  if (kind === 'values apart') return <>{apart(describeGap(issue.judge.issue, pair.apart ?? 0))}</>
  if (kind === 'on a condition') return <>{onlyOnCondition}</>
  const labels = new Map(issue.judge.issue.positions.map(({ slug, label }) => [slug, label]))
  const shared = pair.shared.map((slug, i) => (
    <>
      {i > 0 && wording().overview.semicolon}
      <bdi>{labels.get(slug) ?? slug}</bdi>
    </>
  ))
  return <>{bothHoldThese(shared)}</>
}

const Controls = (props: CommonGroundPageProps) => (
  <OverviewFilters {...props} action={paths.commonGround(props.topic.slug)} target="ground" />
)
