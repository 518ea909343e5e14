import type { Child } from 'hono/jsx'
import type { Ground, Holder } from '#server/domain/common-ground.ts'
import { paths } from '#server/paths.ts'
import type { ComparedIssueView } from '../issue/issue-view.ts'
import type { HeldDetail } from '../shared/held-claim.tsx'
import { RemarkText } from '../shared/relation.tsx'
import { SaidLink } from '../shared/said-link.tsx'
import { describeCommitment, describeValue } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

interface GroundListProps {
  readonly grounds: readonly { readonly issue: ComparedIssueView; readonly ground: Ground }[]
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  readonly details: ReadonlyMap<string, HeldDetail>
}

/** What is held in common, each with who holds it, by which claim, and one click from its words. */
export const GroundList = ({ grounds, parties, details }: GroundListProps) => {
  const nameOf = new Map(parties.map(({ slug, name }) => [slug, name]))
  return (
    <ul class="list grounds">
      {grounds.map(({ issue, ground }) => (
        <li>
          <p class="ground">
            <GroundWords issue={issue} ground={ground} />
          </p>
          <p class="small">
            {describeCount(
              ground,
              parties.length,
              <a href={paths.issue(issue)}>
                <bdi>{issue.question}</bdi>
              </a>,
            )}
            {ground.conditional && (
              <>
                {' '}
                <RemarkText remark="conditional">{wording().commonGround.onCondition}</RemarkText>
              </>
            )}
          </p>
          <ul class="holders small">
            {ground.holders.map((holder) => (
              <li>
                <bdi>{nameOf.get(holder.party) ?? holder.party}</bdi>
                {holder.chain.length > 0 &&
                  wording().commonGround.bySaying(
                    describeCommitment(issue.judge.issue, holder.claim, holder.chain),
                  )}
                : <Said holder={holder} detail={details.get(holder.claim.slug)} />
              </li>
            ))}
            {ground.against.length > 0 && (
              <li class="muted">
                {wording().commonGround.toTheContrary(
                  ground.against.map((party, i) => (
                    <>
                      {i > 0 && wording().overview.comma}
                      <bdi>{nameOf.get(party) ?? party}</bdi>
                    </>
                  )),
                )}
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** "3 of 4 who speak": counts, and how many are silent. */
const describeCount = ({ holders, speakers }: Ground, parties: number, issue: Child): Child =>
  wording().commonGround.held(holders.length, speakers, parties - speakers, issue)

const GroundWords = ({ issue, ground }: { issue: ComparedIssueView; ground: Ground }) => {
  const labels = new Map(issue.judge.issue.positions.map(({ slug, label }) => [slug, label]))
  const { on, so } = ground
  if ('value' in on) {
    const unit = issue.kind === 'date' ? undefined : issue.unit
    return <bdi>{describeValue(on.value, unit)}</bdi>
  }
  return (
    <>
      {!on.holds && wording().commonGround.rejected}
      <bdi>{labels.get(on.position) ?? on.position}</bdi>
      {so.length > 0 && (
        <span class="small">
          {' '}
          {wording().commonGround.andSo(
            so.map((position, i) => (
              <>
                {i > 0 && wording().overview.semicolon}
                <bdi>{labels.get(position) ?? position}</bdi>
              </>
            )),
          )}
        </span>
      )}
    </>
  )
}

/** Who said it, where a person is known, and when. */
const Said = ({
  holder: { claim },
  detail,
}: {
  holder: Holder
  detail: HeldDetail | undefined
}) => (
  <>
    {detail?.personName !== undefined && (
      <>
        <bdi>{detail.personName}</bdi>
        {wording().overview.comma}
      </>
    )}
    <SaidLink claim={claim} detail={detail} />
  </>
)
