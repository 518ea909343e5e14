import type { Claim } from '#server/domain/claims.ts'
import { type LetteredPosition, positionOf } from '#server/domain/comparison-letters.ts'
import type { Cell } from '#server/domain/comparison.ts'
import { paths } from '#server/paths.ts'
import type { ComparedIssueView } from '../issue/issue-view.ts'
import { type HeldDetail, HeldWords } from '../shared/held-claim.tsx'
import { PositionLetter, RemarkText } from '../shared/relation.tsx'
import { StanceText } from '../shared/stance.tsx'
import { letterPositions } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** What one party holds on one issue. */
export interface Holding {
  readonly issue: ComparedIssueView
  readonly cell: Cell
}

interface HoldingsProps {
  readonly holdings: readonly Holding[]
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly topicSlug: string
}

/** What a party holds, issue by issue, with the words that show it. */
export const Holdings = ({ holdings, details, topicSlug }: HoldingsProps) => (
  <ol class="list holdings">
    {holdings.map((holding) => (
      <li>
        <div>
          <h3>
            <a href={paths.issue(holding.issue)}>
              <bdi>{holding.issue.question}</bdi>
            </a>
          </h3>
          <p class="small">
            <a
              href={paths.compare(topicSlug, {
                issue: holding.issue.slug,
                base: holding.cell.party,
              })}
            >
              {wording().party.compareOn(holding.issue.question)}
            </a>
          </p>
        </div>
        <div class="stack">
          <Stands holding={holding} details={details} />
        </div>
      </li>
    ))}
  </ol>
)

const Stands = ({
  holding: { issue, cell },
  details,
}: {
  holding: Holding
  details: ReadonlyMap<string, HeldDetail>
}) => {
  const positions = letterPositions(issue.judge.issue, issue.comparison.cells)
  return (
    <>
      {cell.mixed.length > 0 && <RemarkText remark="mixed">{wording().party.mixed}</RemarkText>}
      {cell.stands.map((claim) => (
        <div>
          <Stance claim={claim} position={positionOf(claim, positions)} unit={issue.unit} />
          <HeldWords claim={claim} detail={details.get(claim.slug)} />
        </div>
      ))}
    </>
  )
}

const Stance = ({
  claim,
  position,
  unit,
}: {
  claim: Claim
  position: LetteredPosition | undefined
  unit: string | undefined
}) => (
  <p class="stance">
    {position !== undefined && <PositionLetter letter={position.letter} />}
    <span>
      <StanceText
        stance={claim.stance}
        label={claim.value === undefined ? position?.label : undefined}
        value={claim.value}
        unit={unit}
      />
    </span>
  </p>
)

/** Issues on which a party says nothing, and in which of the four ways. */
export const SilentOn = ({ holdings }: { holdings: readonly Holding[] }) => (
  <ul class="list">
    {holdings.map(({ issue, cell }) => (
      <li>
        <a href={paths.issue(issue)}>
          <bdi>{issue.question}</bdi>
        </a>
        <span class="block small">
          {wording().inside(wording().silence[cell.silence ?? 'not-searched'])}
        </span>
      </li>
    ))}
  </ul>
)
