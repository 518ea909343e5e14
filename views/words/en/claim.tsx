import { type Form, type Stance } from '#server/domain/claims.ts'
import type { Child } from 'hono/jsx'
import { counts } from './counts.ts'

type Table<Key extends string, Value = string> = Readonly<Record<Key, Value>>

const verbs: Table<Stance> = {
  affirms: 'affirms',
  denies: 'denies',
  'leaves-open': 'leaves open',
  declines: 'declines to say',
}

const by = (word: string) => (claim: Child, since: Child | undefined) =>
  since === undefined ? (
    <>
      {word}: {claim}
    </>
  ) : (
    <>
      {word} on {since} by: {claim}
    </>
  )

/** A claim on its page, and withdrawing it. */
export const claim = {
  stances: {
    affirms: 'Affirms',
    denies: 'Denies',
    'leaves-open': 'Leaves open',
    declines: 'Declines to say',
  } as Table<Stance>,
  bearings: {
    states: 'States a position',
    context: 'Context only',
  } as Table<'states' | 'context'>,
  /** At the beginning of a line. */
  forms: {
    'direct quotation': 'Direct quotation',
    'partial quotation': 'Partial quotation',
    paraphrase: 'Paraphrase',
    'reported by a third party': 'Reported by a third party',
    'official document': 'Official document',
    'vote or other act': 'Vote or other act',
    'own assertion': 'Own assertion',
  } as Table<Form>,
  /** The Admiralty scale for how credible one piece of information is. */
  credibility: {
    1: '1: confirmed by other sources',
    2: '2: probably true',
    3: '3: possibly true',
    4: '4: doubtful',
    5: '5: improbable',
    6: '6: cannot be judged',
  },
  /** Who says what of which position or value, in pieces: as text or as markup. */
  sentence: <Piece,>(
    stance: Stance,
    party: Piece,
    answer: Piece | undefined,
  ): readonly (Piece | string)[] => [
    party,
    ` ${verbs[stance]}`,
    ...(answer === undefined ? [] : [' “', answer, '”']),
  ],

  withdrawn: 'This claim is withdrawn.',
  putBack: 'This claim is put back.',
  undoWithdrawing: 'withdrawing this claim',
  undoPuttingBack: 'putting this claim back',
  erased: 'The words of this claim are gone; it is withdrawn and counts in no comparison.',
  withdrawnMark: 'Withdrawn.',
  countsNoLonger: 'It no longer counts in comparisons and contradictions.',
  history: 'History',
  edit: 'Edit',
  withdraw: 'Withdraw',
  putBackAction: 'Put back',
  addReply: 'Add a reply',
  askErasure: 'Ask for an erasure',

  facts: 'On record',
  recorded: 'Recorded',
  /** @param history - where its history is */
  recordedAt: (when: Child, version: number, history: string) => (
    <>
      {when}, version {version} (<a href={history}>history</a>)
    </>
  ),
  heldBy: 'Held by',
  saidBy: 'Said by',
  nobodyNamed: 'Nobody named',
  saidOn: 'Said on',
  reportedBy: 'Reported by',
  issue: 'Issue',
  position: 'Position',
  value: 'Value',
  none: 'None',
  stance: 'Stance',
  form: 'Form',
  bearing: 'Bearing',
  condition: 'Condition',
  hedge: 'Hedge',
  appliesTo: 'Applies to',
  scope: 'Scope',

  conflicts: 'Conflicts',
  conflictsWithNothing: 'It conflicts with nothing on record.',
  /** Why it conflicts with nothing. */
  apart: {
    withdrawn: 'It is withdrawn, so it conflicts with nothing.',
    context: 'It is context only, so it conflicts with nothing.',
    uncommitted: 'It commits the party to nothing, so it conflicts with nothing.',
  },
  saved: 'Saved.',
  addAnother: 'Add another claim from this source',
  conflictsWith: (party: Child, issue: Child) => (
    <>
      Conflicts with {party} on “{issue}”
    </>
  ),
  nowConflictsWith: (party: Child, issue: Child) => (
    <>
      It now conflicts with {party} on “{issue}”
    </>
  ),
  pastConflicts: (n: number) => `Dismissed or resolved (${n})`,
  /** @param claim - as a link @param since - from when on, where it is known */
  successions: {
    reversed: by('Reversed'),
    superseded: by('Superseded'),
    reverses: by('Reverses'),
    supersedes: by('Supersedes'),
  },

  restatements: 'Restatements',
  restates: (said: Child) => <>Restates: {said}</>,
  firstSaid: (said: Child) => <>First said: {said}</>,
  restatedOn: (day: Child, said: Child) => (
    <>
      Restated on {day}: {said}
    </>
  ),
  /** @param shown - how many of them are listed */
  restatedTimes: (n: number, shown: number) =>
    `Restated ${counts.times(n)}${n > shown ? `, the newest ${shown}` : ''}`,

  source: 'Source',
  sources: 'Sources',
  hiddenMarks: 'The quotation contains hidden direction marks',
  grade: (grade: string) => `grade ${grade}`,
  credibilityOf: (credibility: string) => `credibility ${credibility}`,
  markedInSource: 'Marked in the source',
  onSourcePage: 'On the source’s page',
  original: 'Original',
  archived: 'Archived copy',

  cite: 'Cite this',
  copied: 'Citation copied.',
  copy: 'Copy citation',
  /** The parts of a reference, each a sentence. */
  reference: {
    said: (who: string, when: string) => `${who}, ${when}:`,
    quoted: (text: string) => `“${text}”`,
    foundIn: (where: string) => `In: ${where}.`,
    withdrawn: 'Withdrawn.',
    read: (address: string, day: string) => `Gainsay, ${address} (read ${day}).`,
  },

  /** Withdrawing and putting back, by what it is. */
  withdrawing: {
    claim: {
      title: { withdraw: 'Withdraw a claim', putBack: 'Put a claim back' },
      stale:
        'Somebody changed this claim after you opened it. Nothing was saved. This is how it stands now; check it and press the button again.',
      withdraw: 'Withdraw this claim',
      putBack: 'Put this claim back',
      shown: 'Shown on the claim and in its history.',
    },
    reply: {
      title: { withdraw: 'Withdraw a reply', putBack: 'Put a reply back' },
      stale:
        'Somebody changed this reply after you opened it. Nothing was saved. This is how it stands now; check it and press the button again.',
      withdraw: 'Withdraw this reply',
      putBack: 'Put this reply back',
      shown: 'Shown on the reply and in its history.',
    },
  },
  withdrawLede:
    'It stays on record, marked as withdrawn, and no longer counts in comparisons and contradictions. It can be put back.',
  putBackLede: 'It counts again in comparisons and contradictions. The history keeps both steps.',
  whyWithdraw: 'Reason for withdrawing it',
  whyPutBack: 'Reason for putting it back',
  shownInHistory: 'Shown in the history.',
  cancel: 'Cancel',
}
