import { leadCitation } from '#server/domain/lead-citation.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import type { RecordedReply } from '#server/domain/recorded-reply.ts'
import type {
  ClaimSuccession,
  RecordedCitation,
  RecordedClaim,
  Restatements,
} from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import type { EmbedCodeProps } from '../embed/embed-code.tsx'
import { Gap } from '../erasure/gap.tsx'
import { ReplyBox } from '../reply/reply-box.tsx'
import { DoneNotice, type UndoForm } from '../shared/done-notice.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Quotation } from '../shared/quotation.tsx'
import { wording } from '../words/wording.ts'
import { CiteClaim } from './cite-claim.tsx'
import { ClaimCitations } from './claim-citations.tsx'
import { ClaimFacts } from './claim-facts.tsx'
import { ClaimRelations, SavedNotice } from './claim-relations.tsx'
import { ClaimRestatements } from './claim-restatements.tsx'
import { ClaimSentence } from './claim-summary.tsx'

export interface ClaimPageProps {
  readonly claim: RecordedClaim
  readonly topicSlug: string
  /** Contradictions of the claim's side; empty for a claim that takes no part. */
  readonly contradictions: readonly RecordedContradiction[]
  readonly successor: ClaimSuccession | undefined
  readonly predecessors: readonly ClaimSuccession[]
  readonly restatements: Restatements
  readonly canChange: boolean
  /** What was done to it a moment ago; of what was saved it is said what it conflicts with. */
  readonly done:
    | { readonly did: 'saved' | 'withdrawn' | 'put-back'; readonly undo: UndoForm | undefined }
    | undefined
  readonly viewer: { readonly csrf: string } | undefined
  /** What parties answered, the oldest first, each with whether the viewer may change it. */
  readonly replies: readonly { readonly reply: RecordedReply; readonly canChange: boolean }[]
  /** May the viewer record an answer? */
  readonly canReply: boolean
  /** May the viewer ask for its words to be erased? */
  readonly canAskErasure: boolean
  /** The permalink in full, and the day it is read on. */
  readonly permalink: string
  readonly today: string
  /** The code to embed it; undefined where not everybody may read it. */
  readonly embed: EmbedCodeProps | undefined
}

export const ClaimPage = (props: ClaimPageProps) => {
  const { claim } = props
  return (
    <>
      {props.done !== undefined && <Done {...props} done={props.done} />}
      <h1 class="claim-title">
        <ClaimSentence claim={claim} />
      </h1>
      {claim.erased === undefined ? (
        <>
          <Withdrawn claim={claim} />
          <Words claim={claim} />
          <Actions {...props} />
        </>
      ) : (
        <Gap mark={claim.erased} history={paths.claimHistory(claim)}>
          {wording().claim.erased}
        </Gap>
      )}
      {props.replies.map(({ reply, canChange }) => (
        <ReplyBox {...{ reply, claim }} level={2} isAtHome canChange={canChange} />
      ))}
      <div class="with-aside">
        <div>
          <ClaimFacts claim={claim} />
          <div class="stack claim-record">
            <ClaimRelations {...props} />
            <ClaimRestatements restatements={props.restatements} />
            <ClaimCitations claim={claim} />
            <CiteClaim
              claim={claim}
              permalink={props.permalink}
              today={props.today}
              embed={props.embed}
            />
          </div>
        </div>
      </div>
    </>
  )
}

const Done = (props: ClaimPageProps & { done: NonNullable<ClaimPageProps['done']> }) => {
  const { did, undo } = props.done
  if (did === 'saved') return <SavedNotice {...props} undo={undo} />
  const says = did === 'withdrawn' ? wording().claim.withdrawn : wording().claim.putBack
  return <DoneNotice says={says} undo={undo} viewer={props.viewer} />
}

export const Withdrawn = ({ claim }: { claim: RecordedClaim }) =>
  claim.withdrawnReason === undefined ? null : (
    <div class="notice withdrawn" role="note">
      <p>
        <strong>{wording().claim.withdrawnMark}</strong> <bdi>{claim.withdrawnReason}</bdi>
      </p>
      <p class="small muted">
        {wording().claim.countsNoLonger}{' '}
        <a href={paths.claimHistory(claim)}>{wording().claim.history}</a>
      </p>
    </div>
  )

/** What was said, in the speaker's words where they are on record, and what we make of it. */
export const Words = ({ claim }: { claim: RecordedClaim }) => {
  const lead = leadCitation(claim)
  return (
    <div class="claim-words stack">
      {lead?.quote !== undefined && (
        <Quotation
          text={lead.quote}
          form={claim.form}
          language={lead.language}
          translation={
            lead.translation === undefined
              ? undefined
              : { text: lead.translation, translator: lead.translator }
          }
        >
          <Whence claim={claim} citation={lead} />
        </Quotation>
      )}
      <p class="claim-statement">
        <bdi>{claim.statement}</bdi>
      </p>
    </div>
  )
}

/** Who said it, when, and the way to the very words in their source. */
const Whence = ({ claim, citation }: { claim: RecordedClaim; citation: RecordedCitation }) => (
  <>
    {claim.person !== undefined && (
      <>
        <bdi>{claim.person.name}</bdi>
        {wording().explanations.comma}
      </>
    )}
    <DateText date={claim.said} />
    {wording().explanations.comma}
    <a href={paths.source(citation.source, claim)}>
      <bdi>{citation.source.publisher ?? citation.source.title}</bdi>
    </a>
  </>
)

const Actions = ({
  claim,
  canChange,
  canReply,
  canAskErasure,
}: Pick<ClaimPageProps, 'claim' | 'canChange' | 'canReply' | 'canAskErasure'>) =>
  (canChange || canReply || canAskErasure) && (
    <p class="row no-print">
      {canChange && (
        <>
          <a class="button" href={paths.editClaim(claim)}>
            {wording().claim.edit}
          </a>
          <a class="button" href={paths.withdrawClaim(claim)}>
            {claim.withdrawnReason === undefined
              ? wording().claim.withdraw
              : wording().claim.putBackAction}
          </a>
        </>
      )}
      {canReply && (
        <a class="button" href={paths.newReply(claim)}>
          {wording().claim.addReply}
        </a>
      )}
      {canAskErasure && <a href={paths.askErasure('claim', claim)}>{wording().claim.askErasure}</a>}
    </p>
  )
