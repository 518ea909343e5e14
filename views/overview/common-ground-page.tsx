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
import { counted } from '../shared/stance.tsx'
import { describeDate, describeGap } from '../words/speak.ts'
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
      <h1>
        Common ground: <bdi>{props.topic.title}</bdi>
      </h1>
      <p class="lede">{describeCommonGround(props)}</p>
      {props.notices.map((notice) => (
        <p class="notice">{notice}</p>
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
  const who = parties.length === 2 ? 'both parties' : 'all who speak'
  const most = issuesOf(heldByMost(grounds))
  const more = parties.length > 2 && most > 0 ? `, on ${most} most of them` : ''
  return `As of ${describeDate(asOf)}, ${counted(parties.length, 'party', 'parties')} and ${counted(issues, 'issue')}: on ${all === 0 ? 'none' : all} ${who} hold something in common${more}.`
}

const NothingYet = ({ choices }: CommonGroundPageProps) => (
  <Empty title="Nothing to look for yet">
    <p>
      {choices.length < 2
        ? 'Common ground takes two parties or more.'
        : 'This topic has no issues yet: there is no question that parties could agree on.'}
    </p>
  </Empty>
)

const Parts = (props: CommonGroundPageProps) => (
  <>
    <Controls {...props} />
    <div id="ground">
      {props.parties.length < 2 ? (
        <p class="notice">Choose a second party.</p>
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
          Permalink
        </a>
        <a href={`${paths.method}#common-ground`}>What counts as common ground</a>
      </p>
    </div>
  </>
)

const InCommon = (props: CommonGroundPageProps) => {
  const { grounds, parties } = props
  const isPair = parties.length === 2
  const [all, most, fewer] = [heldByAll(grounds), heldByMost(grounds), heldByFewer(grounds)]
  return (
    <>
      <section aria-labelledby="all">
        <h2 id="all">{isPair ? 'Both hold' : 'All who speak hold'}</h2>
        {all.length === 0 ? (
          <p class="muted">
            {isPair
              ? 'There is nothing that both are on record for.'
              : 'On no issue do all who speak hold the same.'}
          </p>
        ) : (
          <GroundList {...props} grounds={all} />
        )}
      </section>
      {most.length > 0 && (
        <section aria-labelledby="most">
          <h2 id="most">Most who speak hold</h2>
          <GroundList {...props} grounds={most} />
        </section>
      )}
      {fewer.length > 0 && (
        <section aria-labelledby="some">
          <h2 id="some">Two or more hold</h2>
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
      <h2 id="differences">Smallest open differences</h2>
      {conflicts === 0 && <p class="muted">No two of these parties conflict.</p>}
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
            All conflicts of these parties
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
  const words = counted(rest, 'conflict')
  return shown === 0
    ? `${words}, none with common ground, a condition or values that can be measured.`
    : `${words} more.`
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
        <bdi>{a}</bdi> and <bdi>{b}</bdi>: <bdi>{issue.question}</bdi>
      </a>
      <span class="block small">
        <Reason issue={issue} kind={kind} pair={pair} />
      </span>
    </li>
  )
}

const Reason = ({ issue, kind, pair }: Difference & { issue: ComparedIssueView }) => {
  if (kind === 'values apart') return <>{describeGap(issue.judge.issue, pair.apart ?? 0)} apart.</>
  if (kind === 'on a condition')
    return <>They conflict only on a condition that one of them names.</>
  const labels = new Map(issue.judge.issue.positions.map(({ slug, label }) => [slug, label]))
  return (
    <>
      Both hold:{' '}
      {pair.shared.map((slug, i) => (
        <>
          {i > 0 && '; '}
          <bdi>{labels.get(slug) ?? slug}</bdi>
        </>
      ))}
      .
    </>
  )
}

const Controls = (props: CommonGroundPageProps) => (
  <OverviewFilters {...props} action={paths.commonGround(props.topic.slug)} target="ground" />
)
