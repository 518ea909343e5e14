import type { Agreement } from '#server/domain/agreement.ts'
import {
  READINGS,
  type Readings,
  type ReviewerAgreement,
} from '#server/domain/reviewer-agreement.ts'

const measureOf = ({ units, agreedUnits, pairs, agreedPairs, alpha }: Agreement) => ({
  contradictions: units,
  agreed: agreedUnits,
  pairs,
  agreedPairs,
  alpha: alpha ?? null,
})

const measuresOf = (readings: Readings) =>
  Object.fromEntries(READINGS.map((reading) => [reading, measureOf(readings[reading])]))

/**
 * Agreement as JSON, with the words of the page. `alpha` is null where there is no variation; `pairs`
 * counts pairs of judgements, two by two, and `verdicts` how often which two met.
 */
export function toAgreementJson(
  topic: { readonly slug: string; readonly version: number },
  { agreement, settled, unsettled }: Counted,
) {
  return {
    topic: topic.slug,
    version: topic.version,
    settled,
    unsettled,
    contradictions: agreement.contradictions,
    reviewersEach: agreement.reviewersEach,
    agreement: measuresOf(agreement.readings),
    reviewers: agreement.pairs.map(({ reviewers, both, readings }) => ({
      pair: reviewers.map(({ name, isImported }) => ({ name, imported: isImported })),
      both,
      agreement: measuresOf(readings),
    })),
    verdicts: agreement.met.map(({ verdicts, pairs }) => ({ verdicts, pairs })),
  }
}

interface Counted {
  readonly agreement: ReviewerAgreement
  readonly settled: number
  readonly unsettled: number
}
