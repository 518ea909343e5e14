import { type Claim, isValued } from '#server/domain/claims.ts'
import type { Day } from '#server/domain/dates.ts'
import { type LetteredPosition, positionOf } from '#server/domain/comparison-letters.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { type HeldDetail, HeldWords } from '../shared/held-claim.tsx'
import { PositionLetter } from '../shared/relation.tsx'
import { letterPositions } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import type { ComparedIssueView, ComparedPartyView } from './issue-view.ts'
import { PositionGraph } from './position-graph.tsx'
import { Relations, positionId } from './position-relations.tsx'

export interface PositionsProps {
  readonly issue: ComparedIssueView
  readonly parties: readonly ComparedPartyView[]
  readonly details: ReadonlyMap<string, HeldDetail>
  /** Of positions, by slug. */
  readonly descriptions: ReadonlyMap<string, string>
  readonly canEdit: boolean
  /** Since when the side of a claim that stands has stood without a gap. */
  readonly since: (claim: Claim) => Day | undefined
}

/** The possible answers, lettered as in the comparison: positions as cards, values as a list by size. */
export const Positions = (props: PositionsProps) => {
  const { issue } = props
  const positions = letterPositions(issue.judge.issue, issue.comparison.cells)
  const held = heldBy(props, positions)
  if (positions.length === 0) return <p class="muted">{wording().issue.noAnswer}</p>
  if (isValued(issue.kind)) return <Values {...{ positions, held }} details={props.details} />
  const { positions: all, relations } = issue.judge.issue
  return (
    <>
      <PositionGraph positions={all} relations={relations} />
      <div class="two-up positions">
        {positions.map((position) => (
          <PositionCard {...props} position={position} held={held.get(position.letter) ?? []} />
        ))}
      </div>
    </>
  )
}

interface Held {
  readonly claim: Claim
  readonly party: ComparedPartyView
  readonly since: Day | undefined
}

/** Claims that stand now, by the letter of what they are about, in the order of parties. */
function heldBy(
  { issue, parties, since }: PositionsProps,
  positions: readonly LetteredPosition[],
): ReadonlyMap<string, Held[]> {
  const partyOf = new Map(parties.map((party) => [party.slug, party]))
  const held = new Map<string, Held[]>()
  for (const cell of issue.comparison.cells) {
    const party = partyOf.get(cell.party)
    for (const claim of party === undefined ? [] : cell.stands) {
      const letter = positionOf(claim, positions)?.letter
      if (letter === undefined || party === undefined) continue
      held.set(letter, [...(held.get(letter) ?? []), { claim, party, since: since(claim) }])
    }
  }
  return held
}

interface ValuesProps {
  readonly positions: readonly LetteredPosition[]
  readonly held: ReadonlyMap<string, readonly Held[]>
  readonly details: ReadonlyMap<string, HeldDetail>
}

/** Every value that somebody speaks of, the lowest first: a line to read down, not to compare across. */
const Values = ({ positions, held, details }: ValuesProps) => (
  <ol class="list holdings">
    {positions.map(({ letter, label }) => (
      <li id={positionId(letter)}>
        <h3>
          <PositionLetter letter={letter} /> <bdi>{label}</bdi>
        </h3>
        <HolderList held={held.get(letter) ?? []} details={details} />
      </li>
    ))}
  </ol>
)

const PositionCard = ({
  position,
  held,
  ...props
}: PositionsProps & { position: LetteredPosition; held: readonly Held[] }) => {
  const description =
    position.slug === undefined ? undefined : props.descriptions.get(position.slug)
  const id = positionId(position.letter)
  return (
    <section class="card position" aria-labelledby={`${id}-label`} id={id}>
      <h3 id={`${id}-label`}>
        <PositionLetter letter={position.letter} /> <bdi>{position.label}</bdi>
      </h3>
      {description !== undefined && <p dir="auto">{description}</p>}
      {position.slug !== undefined && <Relations slug={position.slug} issue={props.issue} />}
      {held.length === 0 ? (
        <p class="small muted">{wording().issue.nobodyHolds}</p>
      ) : (
        <Holders held={held} details={props.details} />
      )}
      {props.canEdit && position.slug !== undefined && (
        <Reshaping issue={props.issue} slug={position.slug} letter={position.letter} />
      )}
    </section>
  )
}

/** More than this and a card would hide its neighbours; the rest opens. */
const MOST_HOLDERS = 6

const Holders = ({
  held,
  details,
}: {
  held: readonly Held[]
  details: ReadonlyMap<string, HeldDetail>
}) => {
  const rest = held.slice(MOST_HOLDERS)
  return (
    <>
      <HolderList held={held.slice(0, MOST_HOLDERS)} details={details} />
      {rest.length > 0 && (
        <details>
          <summary>{wording().issue.moreStances(rest.length)}</summary>
          <HolderList held={rest} details={details} />
        </details>
      )}
    </>
  )
}

const HolderList = ({
  held,
  details,
}: {
  held: readonly Held[]
  details: ReadonlyMap<string, HeldDetail>
}) => (
  <ul class="holders">
    {held.map(({ claim, party, since }) => (
      <li>
        <p>
          {wording().issue.holder(
            claim.stance,
            <a href={paths.party(party)}>
              <bdi>{party.name}</bdi>
            </a>,
            since && <DateText date={since} />,
          )}
        </p>
        <HeldWords claim={claim} detail={details.get(claim.slug)} />
      </li>
    ))}
  </ul>
)

/** Where editors merge and split positions. */
const Reshaping = ({
  issue,
  slug,
  letter,
}: {
  issue: ComparedIssueView
  slug: string
  letter: string
}) => (
  <p class="row small no-print">
    {issue.judge.issue.positions.length > 1 && (
      <a href={paths.mergePositions(issue, { from: slug })}>{wording().issue.merge(letter)}</a>
    )}
    {issue.kind !== 'yes-no' && (
      <a href={paths.splitPosition(issue, { of: slug })}>{wording().issue.split(letter)}</a>
    )}
  </p>
)
