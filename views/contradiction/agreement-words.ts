import type { Agreement } from '#server/domain/agreement.ts'
import type { AgreementCounts } from '#server/domain/reviewer-agreement.ts'
import { wording } from '../words/wording.ts'

/** How agreement between reviewers is put into words: counts first, never an adjective. */

/** "10 of 12 (83%)"; only all is 100%, only none is 0%. "None" where there was nothing to compare. */
export function describeShare(n: number, of: number): string {
  if (of === 0) return wording().agreement.noShare
  const percent = Math.round((n / of) * 100)
  const shown = n === of || n === 0 ? percent : Math.min(99, Math.max(1, percent))
  return wording().agreement.share(n, of, shown)
}

/** Alpha to three digits, or that it cannot be told. */
export const describeAlpha = ({ alpha }: Agreement): string =>
  alpha === undefined
    ? wording().agreement.noAlpha
    : alpha
        .toFixed(3)
        .replace(/^-(?=0\.000$)/, '')
        .replace('-', '−')

/** "12 contradictions were judged by 2 reviewers each; in 10 they agreed on the verdict, ..." */
export function describeAgreement(agreement: AgreementCounts): string {
  const { contradictions, reviewersEach, readings } = agreement
  return wording().agreement.summary(
    contradictions,
    [reviewersEach.least, reviewersEach.most],
    [readings.verdict.agreedUnits, readings.outcome.agreedUnits],
  )
}
