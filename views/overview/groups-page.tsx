import type { ChoosableParty } from '#server/domain/comparison-choice.ts'
import { type LetteredPosition, positionOf } from '#server/domain/comparison-letters.ts'
import type { Day } from '#server/domain/dates.ts'
import type {
  Coalition,
  GroupHolding,
  GroupOnIssue,
  GroupsOnIssue,
  PairTally,
} from '#server/domain/party-groups.ts'
import { type GroupsQuery, paths } from '#server/paths.ts'
import { PartyChoices } from '../comparison/filters.tsx'
import type { ComparedIssueView } from '../issue/issue-view.ts'
import { ErrorSummary, type FieldErrors, Select } from '../shared/fields.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { Empty } from '../shared/navigation.tsx'
import { PositionLetter } from '../shared/relation.tsx'
import { SaidLink } from '../shared/said-link.tsx'
import { StanceText } from '../shared/stance.tsx'
import { translated } from '../words/messages.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { FilterForm } from './overview-filters.tsx'
import { Ways } from './ways.tsx'

export const GROUP_ORDERS = ['recorded', 'divisive'] as const

/** Two groups on one issue. */
export interface GroupsRow extends GroupsOnIssue {
  readonly issue: ComparedIssueView
  readonly positions: readonly LetteredPosition[]
}

interface GroupView {
  /** Of its coalition or only party; "Group A" where it has no other name. */
  readonly name: string
  readonly parties: readonly string[]
}

export interface GroupsPageProps {
  readonly topic: { readonly slug: string; readonly title: string }
  readonly asOf: Day
  readonly groups: readonly [GroupView, GroupView]
  readonly rows: readonly GroupsRow[]
  readonly order: (typeof GROUP_ORDERS)[number]
  readonly coalitions: readonly (Coalition & { readonly name: string })[]
  readonly choices: readonly ChoosableParty[]
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly notices: readonly string[]
  /** The address of this page, without what is left as it is. */
  readonly asked: GroupsQuery
  readonly known: string | undefined
  readonly shownAt: string
  readonly errors: FieldErrors
}

/** One group of parties against another: what each holds, and how united it is. */
export const GroupsPage = (props: GroupsPageProps) => (
  <>
    <div id="groups-head">
      <ErrorSummary errors={props.errors} />
      <h1>{wording().groups.heading(<bdi>{props.topic.title}</bdi>)}</h1>
      <p class="lede">{describeGroups(props)}</p>
      {props.notices.map((notice) => (
        <p class="notice">{translated(notice)}</p>
      ))}
    </div>
    <Ways topic={props.topic} current="groups" asof={props.asked.asof} />
    {props.choices.length < 2 ? (
      <Empty title={wording().groups.nothingYet}>
        <p>{wording().groups.takesTwo}</p>
      </Empty>
    ) : (
      <>
        <Controls {...props} />
        <div id="groups">
          <Coalitions {...props} />
          {isChosen(props) && <Rows {...props} />}
        </div>
      </>
    )}
  </>
)

const isChosen = ({ groups }: GroupsPageProps) => groups.every(({ parties }) => parties.length > 0)

/** The page in one sentence. */
export function describeGroups(props: GroupsPageProps): string {
  const { groups, rows, asOf } = props
  if (!isChosen(props)) return wording().groups.choose
  const [a, b] = groups.map(({ name, parties }) => ({ name, parties: parties.length }))
  if (a === undefined || b === undefined) return ''
  const apart = rows.filter(({ between }) => between.conflict > 0).length
  const near = rows.filter(({ between }) => between.conflict === 0 && between.common > 0).length
  return wording().groups.lede([a, b], describeDate(asOf), { apart, near, issues: rows.length })
}

const Coalitions = ({ coalitions, topic, asked }: GroupsPageProps) =>
  coalitions.length === 0 ? null : (
    <p class="small no-print">
      {wording().groups.coalitions}{' '}
      {coalitions.map(({ slug, name, members }, i) => (
        <>
          {i > 0 && wording().overview.semicolon}
          {wording().groups.asGroup(<bdi>{name}</bdi>, members.length, [
            <a href={paths.groups(topic.slug, { ...asked, a: members })}>
              {wording().groups.asA}
              <span class="visually-hidden">: {name}</span>
            </a>,
            <a href={paths.groups(topic.slug, { ...asked, b: members })}>
              {wording().groups.asB}
              <span class="visually-hidden">: {name}</span>
            </a>,
          ])}
          {slug === coalitions.at(-1)?.slug && '.'}
        </>
      ))}
    </p>
  )

const Rows = (props: GroupsPageProps) => {
  const { rows, topic, asked, asOf, shownAt } = props
  return (
    <>
      {rows.map((row, i) => (
        <section class="group-row" aria-labelledby={`group-${i}`}>
          <h2 id={`group-${i}`}>
            <a href={paths.issue(row.issue)}>
              <bdi>{row.issue.question}</bdi>
            </a>
          </h2>
          <p>{describeBetween(row.between)}</p>
          <div class="two-up">
            {props.groups.map((group, side) => (
              <GroupCard {...props} row={row} group={group} on={row.groups[side === 0 ? 0 : 1]} />
            ))}
          </div>
        </section>
      ))}
      <p class="row no-print">
        <a href={paths.groups(topic.slug, { ...asked, asof: asOf, known: shownAt })} rel="bookmark">
          {wording().common.permalink}
        </a>
        <a
          href={paths.compare(topic.slug, {
            p: props.groups.flatMap(({ parties }) => parties),
            asof: asked.asof,
          })}
        >
          {wording().groups.sideBySide}
        </a>
        <a href={`${paths.method}#pairs`}>{wording().groups.howCounted}</a>
      </p>
    </>
  )
}

/** "Between the groups 4 of 6 pairs meet: 3 in conflict, 1 with something in common and no conflict." */
function describeBetween({ pairs, apart, conflict, common }: PairTally): string {
  const met = pairs - apart
  const words = wording().groups
  return met === 0 ? words.noneMeet : words.between(met, pairs, { conflict, common })
}

interface CardProps extends GroupsPageProps {
  readonly row: GroupsRow
  readonly group: GroupView
  readonly on: GroupOnIssue
}

const GroupCard = (props: CardProps) => {
  const { group, on, choices } = props
  const nameOf = new Map(choices.map(({ slug, name }) => [slug, name]))
  return (
    <div class="card">
      <h3>
        <bdi>{group.name}</bdi>
      </h3>
      <p class="small muted">
        {wording().groups.onRecord(on.speakers, group.parties.length, on.within.conflict)}
      </p>
      <ul class="holders">
        {on.holdings.map((holding) => (
          <Holding {...props} holding={holding} nameOf={nameOf} />
        ))}
      </ul>
      {on.silent.length > 0 && on.speakers > 0 && (
        <p class="small muted">
          {wording().groups.silent(<Names slugs={on.silent} nameOf={nameOf} />)}
        </p>
      )}
    </div>
  )
}

const Holding = ({
  holding: { claim, holders },
  row,
  on,
  details,
  nameOf,
}: CardProps & { holding: GroupHolding; nameOf: ReadonlyMap<string, string> }) => {
  const position = positionOf(claim, row.positions)
  return (
    <li>
      <p>
        {position !== undefined && (
          <>
            <PositionLetter letter={position.letter} />{' '}
          </>
        )}
        <StanceText
          stance={claim.stance}
          label={position?.label}
          value={claim.value}
          unit={row.issue.kind === 'date' ? undefined : row.issue.unit}
        />
        {wording().groups.held(holders.length, on.speakers)}
      </p>
      <p class="small muted">
        {holders.map((holder, i) => (
          <>
            {i > 0 && wording().overview.semicolon}
            <bdi>{nameOf.get(holder.party) ?? holder.party}</bdi>
            {wording().overview.comma}
            <SaidLink claim={holder.claim} detail={details.get(holder.claim.slug)} />
          </>
        ))}
      </p>
    </li>
  )
}

const Names = ({
  slugs,
  nameOf,
}: {
  slugs: readonly string[]
  nameOf: ReadonlyMap<string, string>
}) => (
  <>
    {slugs.map((slug, i) => (
      <>
        {i > 0 && wording().overview.comma}
        <bdi>{nameOf.get(slug) ?? slug}</bdi>
      </>
    ))}
  </>
)

const Controls = (props: GroupsPageProps) => {
  const { topic, groups, choices, order } = props
  const [inA, inB] = groups.map(({ parties }) => new Set(parties)) as [Set<string>, Set<string>]
  return (
    <FilterForm
      {...props}
      action={paths.groups(topic.slug)}
      target="groups"
      boxes={
        <>
          <PartyChoices
            parties={choices}
            isChosen={(slug) => inA.has(slug)}
            field={{ name: 'a', legend: wording().groups.a }}
          />
          <PartyChoices
            parties={choices}
            isChosen={(slug) => inB.has(slug)}
            field={{ name: 'b', legend: wording().groups.b }}
          />
        </>
      }
    >
      <Select
        name="order"
        label={wording().overview.order}
        value={order}
        options={GROUP_ORDERS.map((value) => ({ value, label: wording().groups.orders[value] }))}
      />
    </FilterForm>
  )
}
