import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { ClaimCitations } from '../claim/claim-citations.tsx'
import { Withdrawn, Words } from '../claim/claim-page.tsx'
import { ClaimSentence } from '../claim/claim-summary.tsx'
import { Explanation } from '../contradiction/explanation.tsx'
import { Sentence, headingOf, reviewPieces } from '../contradiction/sentence.tsx'
import { Sides, Verdict } from '../contradiction/sides.tsx'
import { Gap } from '../erasure/gap.tsx'
import { ClaimLimits } from '../shared/claim-limits.tsx'
import { wording } from '../words/wording.ts'

/** One contradiction: both sides in their own words, what reviewers made of it, and why it is recorded. */
export const EmbedContradiction = ({ x }: { x: RecordedContradiction }) => (
  <article class="contradiction-page">
    <h1>
      <Sentence pieces={headingOf(x)} />
    </h1>
    <Verdict x={x} />
    <p class="status-line">
      <Sentence pieces={reviewPieces(x)} />.
    </p>
    <Sides x={x} />
    <Explanation x={x} />
  </article>
)

/** One claim: the words, who said them when, what limits them, and where they stand. */
export const EmbedClaim = ({ claim }: { claim: RecordedClaim }) => (
  <article>
    <h1 class="claim-title">
      <ClaimSentence claim={claim} />
    </h1>
    {claim.erased === undefined ? (
      <>
        <Withdrawn claim={claim} />
        <Words claim={claim} />
        <ClaimLimits {...claim} />
      </>
    ) : (
      <Gap mark={claim.erased} history={paths.claimHistory(claim)}>
        {wording().embed.claimGone}
      </Gap>
    )}
    <ClaimCitations claim={claim} />
  </article>
)
