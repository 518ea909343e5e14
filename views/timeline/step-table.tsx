import type { Step } from '#server/domain/steps.ts'
import { type LetteredPosition, positionOf } from '#server/domain/comparison-letters.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import { paths } from '#server/paths.ts'
import type { ComparedIssueView, ComparedPartyView } from '../issue/issue-view.ts'
import { DateText } from '../shared/date-text.tsx'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { PositionLetter } from '../shared/relation.tsx'
import { StanceText } from '../shared/stance.tsx'
import { wording } from '../words/wording.ts'

/** One statement, with whose it is and on what. */
export interface ListedStep {
  readonly step: Step
  readonly party: Omit<ComparedPartyView, 'part'>
  readonly issue: Pick<ComparedIssueView, 'id' | 'slug' | 'question' | 'kind' | 'unit'>
  readonly positions: readonly LetteredPosition[]
}

interface StepTableProps {
  readonly steps: readonly ListedStep[]
  readonly details: ReadonlyMap<string, HeldDetail>
  readonly caption: string
  /** Columns that would say the same in every row are left out. */
  readonly without?: 'party' | 'issue' | undefined
}

/** What the charts draw, to be read: who said what when, and what it did to the statement before. */
export const StepTable = ({ steps, details, caption, without }: StepTableProps) => {
  const w = wording().timeline
  return (
    <div class="scroll" role="region" tabindex={0} aria-labelledby="steps-caption">
      <table class="table step-table">
        <caption id="steps-caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.said}</th>
            {without !== 'party' && <th scope="col">{w.party}</th>}
            {without !== 'issue' && <th scope="col">{w.issue}</th>}
            <th scope="col">{w.position}</th>
            <th scope="col">{w.step}</th>
            <th scope="col">{w.source}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((listed) => (
            <StepRow listed={listed} details={details} without={without} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const StepRow = ({
  listed,
  details,
  without,
}: Pick<StepTableProps, 'details' | 'without'> & { listed: ListedStep }) => {
  const { step, party, issue } = listed
  const detail = details.get(step.claim.slug)
  return (
    <tr>
      <td>
        <DateText date={step.claim.said} short />
      </td>
      {without !== 'party' && (
        <td>
          <a href={paths.party(party)}>
            <bdi>{party.name}</bdi>
          </a>
          {detail?.personName !== undefined && (
            <span class="block small muted">
              <bdi>{detail.personName}</bdi>
            </span>
          )}
        </td>
      )}
      {without !== 'issue' && (
        <td>
          <a href={paths.issue(issue)}>
            <bdi>{issue.question}</bdi>
          </a>
        </td>
      )}
      <td>
        <Holding listed={listed} claim={step.claim} detail={detail} />
      </td>
      <td>
        <StepWords listed={listed} details={details} />
      </td>
      <td>
        <SourceOf detail={detail} />
      </td>
    </tr>
  )
}

const Holding = ({
  listed: { positions, issue },
  claim,
  detail,
}: {
  listed: ListedStep
  claim: Step['claim']
  detail?: HeldDetail | undefined
}) => {
  const position = positionOf(claim, positions)
  const words = (
    <StanceText
      stance={claim.stance}
      label={position?.label}
      value={claim.value}
      unit={issue.kind === 'date' ? undefined : issue.unit}
    />
  )
  return (
    <>
      {position !== undefined && (
        <>
          <PositionLetter letter={position.letter} />{' '}
        </>
      )}
      {detail === undefined ? words : <a href={paths.claim(detail)}>{words}</a>}
    </>
  )
}

const StepWords = ({
  listed,
  details,
}: Pick<StepTableProps, 'details'> & { listed: ListedStep }) => {
  const { grade, from } = listed.step
  return (
    <>
      {wording().grades[grade]}
      {from !== undefined && grade !== 'unchanged' && (
        <span class="block small muted">
          {wording().timeline.before}:{' '}
          <Holding listed={listed} claim={from} detail={details.get(from.slug)} /> (
          <DateText date={from.said} short />)
        </span>
      )}
    </>
  )
}

const SourceOf = ({ detail }: { detail: HeldDetail | undefined }) => {
  const citation = detail === undefined ? undefined : leadCitation(detail)
  if (detail === undefined || citation === undefined) return null
  return (
    <a class="source-link" href={paths.source(citation.source, detail)}>
      <bdi>{citation.source.publisher ?? citation.source.title}</bdi>
      <span class="visually-hidden">: {wording().timeline.passage}</span>
    </a>
  )
}
