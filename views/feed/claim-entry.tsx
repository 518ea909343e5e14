import { leadCitation } from '#server/domain/lead-citation.ts'
import type { ClaimChange } from '#server/domain/recorded-changes.ts'
import type { EvidenceClaim } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { type Piece, shorten } from '../contradiction/sentence.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Quotation } from '../shared/quotation.tsx'
import { wording } from '../words/wording.ts'

/** As much of a statement as a title holds; the entry has all of it. */
const TITLE_MOST = 200

/** "Party: statement", with what was done to it. */
export const claimPieces = (change: ClaimChange, claim: EvidenceClaim): readonly Piece[] =>
  wording().feedTitles.claim<Piece>(
    change.did,
    { name: change.partyName },
    { name: shorten(claim.statement, TITLE_MOST) },
    change.withdrawnReason !== null && change.did !== 'withdrawn',
  )

interface ClaimEntryProps {
  readonly change: ClaimChange
  readonly claim: EvidenceClaim
  /** Makes a path absolute. */
  readonly address: (path: string) => string
}

/**
 * What a claim says now, whatever was done to it then: a feed does not repeat what was corrected. Tells
 * the question, the quotation, who said it when, and where it was found.
 */
export const ClaimEntry = ({ change, claim, address }: ClaimEntryProps) => {
  const citation = leadCitation(claim)
  return (
    <>
      <Reason {...change} />
      <p>
        <a href={address(paths.claim({ id: claim.id }))}>
          <bdi>{change.partyName}</bdi>: <bdi>{claim.statement}</bdi>
        </a>
      </p>
      <p>
        The question: <bdi>{change.question}</bdi>
      </p>
      {citation?.quote !== undefined && (
        <Quotation
          text={citation.quote}
          form={claim.form}
          language={citation.language}
          translation={
            citation.translation === undefined
              ? undefined
              : { text: citation.translation, translator: citation.translator }
          }
        />
      )}
      <p>
        <Said claim={claim} />
        {citation !== undefined && (
          <>
            {' In: '}
            {citation.source.publisher !== undefined && (
              <>
                <bdi>{citation.source.publisher}</bdi>,{' '}
              </>
            )}
            <a href={address(paths.source({ id: citation.source.id }))}>
              <bdi>{citation.source.title}</bdi>
            </a>
            , <DateText date={citation.source.published} />.
          </>
        )}
      </p>
    </>
  )
}

const Said = ({ claim }: { claim: EvidenceClaim }) => (
  <>
    {claim.personName !== undefined && (
      <>
        <bdi>{claim.personName}</bdi>
        {claim.personRole !== undefined && (
          <>
            , <bdi>{claim.personRole}</bdi>
          </>
        )}
        ,{' '}
      </>
    )}
    <DateText date={claim.said} />.
  </>
)

const Reason = ({ did: what, why, withdrawnReason }: ClaimChange) => (
  <>
    {withdrawnReason !== null && (
      <p>
        Withdrawn. Reason: <bdi>{withdrawnReason}</bdi>
      </p>
    )}
    {(what === 'corrected' || what === 'put back') && why !== null && (
      <p>
        {what === 'corrected' ? 'Corrected' : 'No longer withdrawn'}. Reason: <bdi>{why}</bdi>
      </p>
    )}
  </>
)
