import type { Claim } from '#server/domain/claims.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { leadCitation } from '#server/domain/lead-citation.ts'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { RemarkText } from '../shared/relation.tsx'
import { StanceText } from '../shared/stance.tsx'
import { wording } from '../words/wording.ts'

/** A change of position: what was held and what took its place. */
export interface Shift {
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly issue: {
    readonly id: number
    readonly slug: string
    readonly question: string
    readonly unit?: string | undefined
    /** Position slug to label. */
    readonly labels: ReadonlyMap<string, string>
  }
  readonly from: Claim
  readonly to: Claim
}

interface ShiftListProps {
  readonly shifts: readonly Shift[]
  readonly details: ReadonlyMap<string, HeldDetail>
  /** On a party's own page its name is left out. */
  readonly isOwn?: boolean
}

/** Reversals, told as changes in time: what was held before, since when what. */
export const ShiftList = ({ shifts, details, isOwn = false }: ShiftListProps) => (
  <ol class="list shifts">
    {shifts.map((shift) => (
      <li>
        <p>
          <RemarkText remark="changed">
            <About shift={shift} isOwn={isOwn} />
          </RemarkText>
        </p>
        <dl class="before-after">
          <dt>{wording().topic.before}</dt>
          <End shift={shift} claim={shift.from} detail={details.get(shift.from.slug)} />
          <dt>{wording().topic.since}</dt>
          <End shift={shift} claim={shift.to} detail={details.get(shift.to.slug)} />
        </dl>
      </li>
    ))}
  </ol>
)

const About = ({ shift, isOwn }: { shift: Shift; isOwn: boolean }) => {
  const issue = (
    <a href={paths.issue(shift.issue)}>
      <bdi>{shift.issue.question}</bdi>
    </a>
  )
  if (isOwn) return issue
  const party = (
    <a href={paths.party(shift.party)}>
      <bdi>{shift.party.name}</bdi>
    </a>
  )
  return wording().topic.partyOn(party, issue)
}

const End = ({
  shift,
  claim,
  detail,
}: {
  shift: Shift
  claim: Claim
  detail: HeldDetail | undefined
}) => {
  const citation = detail === undefined ? undefined : leadCitation(detail)
  return (
    <dd>
      <StanceText
        stance={claim.stance}
        label={shift.issue.labels.get(claim.position ?? '')}
        value={claim.value}
        unit={shift.issue.unit}
      />{' '}
      <span class="small muted">
        {detail?.personName !== undefined && (
          <>
            <bdi>{detail.personName}</bdi> ·{' '}
          </>
        )}
        <DateText date={claim.said} />
        {detail !== undefined && citation !== undefined && (
          <>
            {' · '}
            <a class="source-link" href={paths.source(citation.source, detail)}>
              {wording().topic.source}
              <span class="visually-hidden">
                {wording().topic.sourceOf}
                {detail.statement}
              </span>
            </a>
          </>
        )}
      </span>
    </dd>
  )
}
