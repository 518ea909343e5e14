import type { Child } from 'hono/jsx'
import { counts, number } from './counts.ts'

/** Deciding on a contradiction: the queue, the form of a review, and that of an editor. */
export const review = {
  title: 'Review',
  titleDone: 'Review, done',
  titleWaiting: (n: number) => `Review, ${n} waiting`,
  one: 'Review a contradiction',
  /** @param at - a number in its markup */
  place: (at: Child, of: Child) => (
    <>
      Review {at} of {of}
    </>
  ),
  othersHidden: 'Other reviewers’ verdicts and the rank are hidden until you decide. ',
  allEvidence: 'All evidence and history',
  differ:
    'Reviewers differ on this. An editor settles it; you can still take your review back on its page.',
  /** @param claims - links, of which there may be none */
  isClaimWrong: (claims: readonly Child[]) => (
    <>
      Is a claim itself wrong? Correct{' '}
      {claims.map((claim, i) => (
        <>
          {i > 0 && ' or '}
          {claim}
        </>
      ))}
      .
    </>
  ),
  claimOf: (party: Child) => <>the claim of {party}</>,
  own: (at: Child, verdict: string, reason: string | undefined) => (
    <>
      Your review of {at}: {verdict}
      {reason !== undefined && ` (${reason})`}.
    </>
  ),
  undo: 'Undo',
  settled: (status: string) => `Settled as an editor: ${status}. `,
  putOffUntil: (day: string) => `Put off until ${day}: `,
  saved: (verdict: string) => `Saved: ${verdict}.`,
  /** @param says - what was done, a sentence */
  left: (says: string, n: number) => `${says} ${n} left.`,

  question: 'Do these conflict?',
  keys: 'Keys work while the focus is in this part of the page and not in a field.',
  skip: 'Skip',
  putOff: 'Put off for a week',
  turnsOn: 'What it turns on',
  notSaid: 'Not said',
  note: 'Note',

  reviewersDiffer: 'Reviewers differ',
  decision: 'Your decision',
  outcomes: {
    conflict: { label: 'Conflict', hint: 'The contradiction is confirmed.' },
    'no conflict': { label: 'No conflict', hint: 'It is dismissed, for the reason below.' },
    'none of these': {
      label: 'None of these',
      hint: 'The reviews are set aside for good, and it is open again: for where all of them miss the point.',
    },
  },
  whyNone: 'Why it is no conflict',
  chooseReason: 'Choose a reason',
  yourReasons: 'Your reasons',
  reasonsHint: 'Readers see them with the decision and your name.',
  settle: 'Settle it',

  queues: {
    open: 'Open',
    disputed: 'Disputed',
    snoozed: 'Put off',
    'new-evidence': 'New evidence',
    done: 'Done',
  },
  queue: 'Queue',
  topic: 'Topic',
  allTopics: 'All topics',
  forOthers: (n: number) =>
    `${counts.contradictions(n)} more ${n === 1 ? 'waits' : 'wait'} for somebody else, because you recorded or changed a claim of the pair.`,
  pagesOfDone: 'decided contradictions',
  pagesOfPutOff: 'contradictions put off',
  noneDecided: 'Nothing has been decided yet',
  nonePutOff: 'Nothing is put off',
  startOpen: 'Start with what is open',
  seeOpen: 'See what is open',
  now: 'Review it now',
  lastOne: 'That was the last one',
  skipped: (n: number) => `${counts.contradictions(n)} in this queue, skipped for now.`,
  again: 'Start again from the top',
  nothing: 'Nothing to review',
  comeHere: 'Contradictions come here as soon as claims on record conflict.',
  decided: (n: number) => `${counts.contradictions(n)} decided.`,
  queueCount: (queue: string, n: number) => `${queue}: ${number(n)}`,
}
