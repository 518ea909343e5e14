import type { Child } from 'hono/jsx'
import type { Reading } from '#server/domain/reviewer-agreement.ts'
import { counts, number } from './counts.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

const inSoMany = (n: number): string =>
  n === 0 ? 'in none did they agree' : `in ${number(n)} they agreed`

function agreed(verdict: number, outcome: number): string {
  if (verdict === outcome)
    return `${inSoMany(verdict)} on the verdict ${verdict === 0 ? 'or' : 'and'} on the outcome`
  return `${inSoMany(verdict)} on the verdict, in ${outcome === 0 ? 'none' : number(outcome)} on the outcome`
}

/** How agreement between reviewers is put into words: counts first, never an adjective. */
export const agreement = {
  title: 'Agreement between reviewers',
  readings: {
    outcome: 'Outcome',
    verdict: 'Verdict',
    order: 'Verdict as a step',
  } as Table<Reading>,
  readingHints: {
    outcome: 'Conflict and tension count as the same; “cannot tell” is left out.',
    verdict: 'Each of the four verdicts is one of its own.',
    order: 'No conflict, tension, conflict in this order; “cannot tell” is left out.',
  } as Table<Reading>,
  noAlpha: 'Not enough variation to say',
  noShare: 'None',
  share: (n: number, of: number, percent: number) => `${number(n)} of ${number(of)} (${percent}%)`,
  /** @param reviewers - each, at least and at most @param agreedOn - in how many, verdict and outcome */
  summary: (
    contradictions: number,
    [least, most]: readonly [number, number],
    [verdict, outcome]: readonly [number, number],
  ) => {
    const by = `${least === most ? '' : `${number(least)} to `}${counts.reviewers(most)}`
    const judged = `${contradictions === 1 ? 'was' : 'were'} judged by ${by}${contradictions === 1 ? '' : ' each'}`
    return `${counts.contradictions(contradictions)} ${judged}; ${agreed(verdict, outcome)}.`
  },

  none: 'No contradiction of this topic has been judged by two reviewers yet.',
  ofTopic: 'Contradictions of this topic',
  /** @param byOne - how many were judged by one reviewer alone, 0 where that is not told */
  settled: (settled: number, all: number, byOne: number) =>
    `Verdicts are counted once a contradiction is settled: ${number(settled)} of ${counts.contradictions(all)} ${settled === 1 ? 'is' : 'are'} settled${byOne === 0 ? '' : `, ${number(byOne)} of them judged by one reviewer`}.`,
  differing:
    'What reviewers differ on counts here once an editor has settled it; until then agreement over all reviews may be lower than these figures.',
  alphaTitle: 'What alpha means',
  alphaMeans: (method: (words: string) => Child) => (
    <>
      Krippendorff’s alpha is 1 where reviewers always agree, 0 where they agree as often as chance
      would have it, and below 0 where they agree less often. With few contradictions one verdict
      moves it far, so it stands beside the counts: {method('how agreement is counted')}.
    </>
  ),
  json: 'Agreement (JSON)',
  cellLabel: (column: string) => `${column}: `,
  bothAgreed: 'Contradictions in which both agreed',
  allAgreed: 'Contradictions in which all agreed',
  pairsAgree: 'Pairs of judgements that agree',
  alpha: 'Alpha',
  allTogether: 'All reviewers together',
  comparedBy: 'Compared by',
  imported: ' (imported)',
  eachTwo: 'Each two reviewers',
  reviewers: 'Reviewers',
  pairColumns: [
    'Both judged',
    'Same verdict',
    'Alpha of verdicts',
    'Same outcome',
  ] as readonly string[],
  pair: (a: Child, b: Child) => (
    <>
      {a} and {b}
    </>
  ),
  met: 'Verdict against verdict',
  metCaption: (pairs: number) => `${counts.pairs(pairs)} of judgements on one contradiction`,
  oneReviewer: 'One reviewer',
  another: 'Another',
  pairs: 'Pairs',
}
