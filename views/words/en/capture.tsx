import type { Child } from 'hono/jsx'
import { counts } from './counts.ts'

/** Claims made from a text, sentence by sentence. */
export const capture = {
  title: (source: string) => `Claims from ${source}`,
  heading: (source: Child) => <>Claims from {source}</>,
  discarded:
    'The claim that you began is discarded. It can be put back for a day, until you begin another from this source.',
  undoDiscarding: 'discarding it',
  soFar: (claims: number) => `${counts.claims(claims)} from this source so far.`,
  readIt: 'Read it with its claims marked',
  sentences: 'Sentences',
  find: 'Find in the text',
  makeClaim: 'Make a claim of the chosen sentences',
  /** The keys of capture.js. */
  keys: () => (
    <>
      Keys, in the text: <kbd>J</kbd> <kbd>K</kbd> next and previous, <kbd>X</kbd> choose,{' '}
      <kbd>Enter</kbd> claim, <kbd>/</kbd> find, <kbd>U</kbd> undo the last. In the claim:{' '}
      <kbd>1</kbd> to <kbd>9</kbd> choose, <kbd>P</kbd> <kbd>I</kbd> <kbd>O</kbd> another party,
      issue or position, <kbd>,</kbd> <kbd>.</kbd> a word less or more, <kbd>Ctrl</kbd>{' '}
      <kbd>Enter</kbd> save.
    </>
  ),
  claim: 'Claim',
  chooseFirst:
    'Choose one sentence or several, then make a claim of them. Only what you save is recorded.',
  /** @param statement - as far as it was written, if at all */
  keptSince: (when: Child, statement: Child | undefined) => (
    <>
      A claim that you began is kept since {when}
      {statement !== undefined && <>: {statement}</>}
    </>
  ),
  goOn: 'Go on with it',
  discard: 'Discard it',
  speakers: (names: Child) => <>Suggested: {names}</>,
  claimOf: (sentence: number) => (
    <>
      <span class="visually-hidden">Sentence {sentence}: </span>
      claim
    </>
  ),
  saved: (claim: Child) => <>Saved: {claim}.</>,
  conflictsWithNothing: 'It conflicts with nothing on record.',
  nowConflicts: (contradictions: number) =>
    `It now conflicts with others: ${counts.contradictions(contradictions)}`,
  withdraw: 'Withdraw it',

  suggested: 'Suggested: check it.',
  quotationHint: 'Cut it to what carries the claim; leave the words as they are.',
  person: 'Person',
  nobody: 'Nobody in particular',
  statementHint: 'What the party says, in a sentence of yours.',
  wholeForm: 'More, in the whole form',
  keep: 'Keep for later',
}
