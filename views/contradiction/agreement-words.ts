import type { Agreement } from '#server/domain/agreement.ts'
import type { AgreementCounts, Reading } from '#server/domain/reviewer-agreement.ts'
import { counted } from '../shared/stance.tsx'

/** How agreement between reviewers is put into words: counts first, never an adjective. */

export const readingWords: Readonly<Record<Reading, string>> = {
  outcome: 'Outcome',
  verdict: 'Verdict',
  order: 'Verdict as a step',
}

export const readingHints: Readonly<Record<Reading, string>> = {
  outcome: 'Conflict and tension count as the same; “cannot tell” is left out.',
  verdict: 'Each of the four verdicts is one of its own.',
  order: 'No conflict, tension, conflict in this order; “cannot tell” is left out.',
}

export const NO_ALPHA = 'Not enough variation to say'

const number = (n: number): string => n.toLocaleString('en-GB')

/** "10 of 12 (83%)"; only all is 100%, only none is 0%. "None" where there was nothing to compare. */
export function describeShare(n: number, of: number): string {
  if (of === 0) return 'None'
  const percent = Math.round((n / of) * 100)
  const shown = n === of || n === 0 ? percent : Math.min(99, Math.max(1, percent))
  return `${number(n)} of ${number(of)} (${shown}%)`
}

/** Alpha to three digits, or that it cannot be told. */
export const describeAlpha = ({ alpha }: Agreement): string =>
  alpha === undefined
    ? NO_ALPHA
    : alpha
        .toFixed(3)
        .replace(/^-(?=0\.000$)/, '')
        .replace('-', '−')

const inSoMany = (n: number): string =>
  n === 0 ? 'in none did they agree' : `in ${number(n)} they agreed`

function describeAgreed(verdict: number, outcome: number): string {
  if (verdict === outcome)
    return `${inSoMany(verdict)} on the verdict ${verdict === 0 ? 'or' : 'and'} on the outcome`
  return `${inSoMany(verdict)} on the verdict, in ${outcome === 0 ? 'none' : number(outcome)} on the outcome`
}

/** "12 contradictions were judged by 2 reviewers each; in 10 they agreed on the verdict, ..." */
export function describeAgreement(agreement: AgreementCounts): string {
  const { contradictions: n, reviewersEach, readings } = agreement
  const { least, most } = reviewersEach
  const by = `${least === most ? '' : `${number(least)} to `}${counted(most, 'reviewer')}`
  const agreed = describeAgreed(readings.verdict.agreedUnits, readings.outcome.agreedUnits)
  const were = n === 1 ? 'was' : 'were'
  return `${counted(n, 'contradiction')} ${were} judged by ${by}${n === 1 ? '' : ' each'}; ${agreed}.`
}
