import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import type { ClaimSuccession, LinkedClaim, RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { asFiled } from '../contradiction/explanation.tsx'
import { Sentence, headingOf, reviewPieces } from '../contradiction/sentence.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { DateText } from '../shared/date-text.tsx'
import { RemarkText } from '../shared/relation.tsx'
import type { Words } from '../words/english.ts'
import { wording } from '../words/wording.ts'
import type { ClaimPageProps } from './claim-page.tsx'

const isNow = (x: RecordedContradiction): boolean =>
  x.resolvedOn === null && x.status !== 'dismissed'

/** Says what saving led to; it takes the focus, so that a screen reader hears it first. */
export const SavedNotice = ({
  claim,
  topicSlug,
  contradictions,
  viewer,
  undo,
}: ClaimPageProps & { undo: UndoForm | undefined }) => {
  const now = contradictions.filter(isNow)
  const [source] = claim.citations
  return (
    <DoneNotice undo={undo} viewer={viewer}>
      <p>
        <strong>{wording().claim.saved}</strong>{' '}
        {now.length === 0 && (whyApart(claim) ?? wording().claim.conflictsWithNothing)}
      </p>
      {now.length > 0 && <ContradictionList contradictions={now} claim={claim} isNew />}
      {source !== undefined && (
        <p>
          <a href={paths.newClaim(topicSlug, { source: source.source.slug })}>
            {wording().claim.addAnother}
          </a>
        </p>
      )}
    </DoneNotice>
  )
}

const commits = ({ stance }: RecordedClaim): boolean => stance === 'affirms' || stance === 'denies'

/** Why a claim is not part of any contradiction, whatever is on record. */
function whyApart(claim: RecordedClaim): string | undefined {
  const { apart } = wording().claim
  if (claim.withdrawnReason !== undefined) return apart.withdrawn
  if (claim.bearing === 'context') return apart.context
  return commits(claim) ? undefined : apart.uncommitted
}

const ContradictionList = ({
  contradictions,
  claim,
  isNew = false,
}: {
  contradictions: readonly RecordedContradiction[]
  claim: RecordedClaim
  /** They follow from what was saved a moment ago. */
  isNew?: boolean
}) => (
  <ul class="list">
    {contradictions.map((x) => (
      <li>
        <p>
          <a href={paths.contradiction(x)}>
            <ConflictLink x={x} claim={claim} isNew={isNew} />
          </a>
        </p>
        <p class="small">
          <bdi {...asFiled()}>{x.explanation}</bdi>
        </p>
        <p class="small muted">
          <Sentence pieces={reviewPieces(x)} />
        </p>
      </li>
    ))}
  </ul>
)

/** Seen from this claim's party: "Conflicts with Russia on “…”"; within one party as everywhere. */
const ConflictLink = ({
  x,
  claim,
  isNew,
}: {
  x: RecordedContradiction
  claim: RecordedClaim
  isNew: boolean
}) => {
  const other = x.a.party.id === claim.party.id ? x.b.party : x.a.party
  if (other.id === claim.party.id || !isNow(x)) return <Sentence pieces={headingOf(x)} />
  const words = isNew ? wording().claim.nowConflictsWith : wording().claim.conflictsWith
  return words(<bdi>{other.name}</bdi>, <bdi>{x.issue.question}</bdi>)
}

export const ClaimRelations = (props: ClaimPageProps) => {
  const { claim, contradictions, successor, predecessors } = props
  const now = contradictions.filter(isNow)
  const past = contradictions.filter((x) => !isNow(x))
  return (
    <section class="stack" aria-labelledby="relations">
      <h2 id="relations">{wording().claim.conflicts}</h2>
      {now.length === 0 && (
        <p class="muted">{whyApart(claim) ?? wording().claim.conflictsWithNothing}</p>
      )}
      {now.length > 0 && <ContradictionList contradictions={now} claim={claim} />}
      {past.length > 0 && (
        <details>
          <summary>{wording().claim.pastConflicts(past.length)}</summary>
          <ContradictionList contradictions={past} claim={claim} />
        </details>
      )}
      <Successions claim={claim} successor={successor} predecessors={predecessors} />
    </section>
  )
}

const Successions = ({
  claim,
  successor,
  predecessors,
}: Pick<ClaimPageProps, 'claim' | 'successor' | 'predecessors'>) =>
  successor === undefined && predecessors.length === 0 ? null : (
    <ul class="stack">
      {successor !== undefined && (
        <li>
          <Succession
            words={successor.isReversal ? 'reversed' : 'superseded'}
            since={claim.standsUntil}
            succession={successor}
          />
        </li>
      )}
      {predecessors.map((predecessor) => (
        <li>
          <Succession
            words={predecessor.isReversal ? 'reverses' : 'supersedes'}
            succession={predecessor}
          />
        </li>
      ))}
    </ul>
  )

const Succession = ({
  words,
  since,
  succession: { claim, isReversal },
}: {
  words: keyof Words['claim']['successions']
  since?: string | undefined
  succession: ClaimSuccession
}) => {
  const text = wording().claim.successions[words](
    <OtherClaim claim={claim} />,
    since === undefined ? undefined : <DateText date={since} />,
  )
  return isReversal ? <RemarkText remark="changed">{text}</RemarkText> : <span>{text}</span>
}

const OtherClaim = ({ claim }: { claim: LinkedClaim }) => (
  <>
    <a href={paths.claim(claim)}>
      <bdi>{claim.statement}</bdi>
    </a>{' '}
    (<DateText date={claim.said} />)
  </>
)
