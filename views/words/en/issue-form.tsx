import type { Child } from 'hono/jsx'
import { ENGLISH_ISSUE_FACTS } from '#server/domain/issue-merge.ts'
import type { PairRelation } from '#server/domain/pair-relations.ts'
import { counts } from './counts.ts'

/** How many pairs of parties come to be something, or no longer are. */
interface PairCounts {
  readonly newlyInConflict: number
  readonly noLongerInConflict: number
  readonly newlyAgreed: number
  readonly noLongerAgreed: number
}

const pairs = (n: number, does: string) => `${counts.pairs(n)} of parties ${does}`

/** The form of an issue, what keeps it from being saved, and what a change would change. */
export const issueForm = {
  add: 'Add an issue',
  addLede:
    'An issue is one neutral question that parties answer, with its possible answers and how these bear on each other.',
  edit: 'Edit issue',
  /** @param history - where its history is */
  editLede: (history: string) => (
    <>
      The earlier version stays in the <a href={history}>history</a>.
    </>
  ),
  duplicate: 'This issue is on record already',
  duplicateOf: (link: (text: string) => Child) => (
    <>The same question is asked, so nothing was saved. {link('See the issue')}</>
  ),
  tooLarge:
    'This issue has more positions, or more names that parties use, than a form can hold. It is changed by importing a dossier: download the topic’s, change the issue in it and import it.',
  back: 'Back to the issue',

  save: 'Save issue',
  saveChanges: 'Save changes',
  cancel: 'Cancel',
  seenBefore:
    'Where a change of positions or relations bears on claims, you see what it changes before anything is saved.',

  theQuestion: 'The question',
  positions: 'Positions',
  positionsHint:
    'The possible answers, each in words that whoever holds it would accept. A question answered by a number or a date has none; a yes-or-no question has one.',
  fullOfPositions: (most: number) => `This form takes ${most} positions.`,
  addPosition: 'Add a position',
  position: (letter: Child) => <>Position {letter}</>,
  says: (letter: string) => `What ${letter} says`,
  about: (letter: string) => `Description of ${letter}`,
  moveUp: (letter: string) => (
    <>
      Move up<span class="visually-hidden"> position {letter}</span>
    </>
  ),
  takeOut: (letter: string) => (
    <>
      Take out<span class="visually-hidden"> position {letter}</span>
    </>
  ),
  /** Of a position about which at least one of the two is on record. */
  used: (claims: number, contradictions: number) =>
    `${[
      ...(claims > 0 ? [counts.claims(claims)] : []),
      ...(contradictions > 0 ? [counts.contradictions(contradictions)] : []),
    ].join(
      ' and ',
    )} on record ${claims + contradictions === 1 ? 'is' : 'are'} about it, so it can be merged but not taken out.`,

  relations: 'Relations between positions',
  needsTwo: 'With a second position, its relation to the first is asked here.',
  unsaid: 'Where nothing is said of two positions',
  asUsual: 'As usual: of options one can hold, of a list several',
  excludeEachOther: 'They exclude each other (both may fail)',
  excludeHint: 'But for two that one entails, or that some position entails both of.',
  bothCanHold: 'Both can hold',
  empty: '(empty)',
  /** How one position bears on another, by their letters. */
  pairs: {
    entails: (a, b) => `${a} entails ${b}`,
    entailed: (a, b) => `${a} is entailed by ${b}`,
    equivalent: (a, b) => `${a} and ${b} entail each other`,
    contrary: (a, b) => `${a} excludes ${b} (both may fail)`,
    contradictory: (a, b) => `${a} excludes ${b} (exactly one holds)`,
  } as Readonly<Record<PairRelation, (a: string, b: string) => string>>,
  pair: (a: string, b: string) => `${a} … ${b}`,
  noRelation: 'no relation',

  names: 'Each side’s own name for the thing',
  namesHint:
    'Where one calls “terrorists” whom another calls “moderate opposition”, say who uses which.',
  name: (n: number) => `Name ${n}`,
  nameOf: 'Party',
  chooseParty: 'Choose a party',
  itsName: 'What it calls it',
  fullOfNames: (most: number) => `This form takes ${most} names.`,
  addName: 'Add a name',

  /** What two versions of an issue differ in. */
  facts: ENGLISH_ISSUE_FACTS,

  previewTitle: 'Preview of the change',
  notSaved: (question: Child) => <>{question} Nothing is saved yet.</>,
  moved: (claims: number) => `${counts.claims(claims)} will be about another position.`,
  saveSeen: 'Save',
  backToEditing: 'Back to editing',

  effects: 'What this changes',
  /** @param filed - of contradictions, how many begin, end and stay */
  changes: (
    day: string,
    { newlyInConflict, noLongerInConflict, newlyAgreed, noLongerAgreed }: PairCounts,
    filed: Readonly<Record<'begin' | 'end' | 'stay', number>>,
  ) => {
    const parts = [
      pairs(newlyInConflict, 'newly in conflict'),
      pairs(noLongerInConflict, 'no longer in conflict'),
      pairs(newlyAgreed, 'newly in agreement or on shared ground'),
      pairs(noLongerAgreed, 'no longer so'),
    ]
    return `As of ${day}: ${parts.join(', ')}. ${counts.contradictions(filed.begin)} would begin, ${filed.end} would end and ${filed.stay} would stay.`
  },
  changesNothing: (day: string) =>
    `As of ${day}: No cell of the comparison and no contradiction changes.`,
  letters: (moved: Child) => <>Letters follow the order: {moved}.</>,
  letter: (label: Child, to: string, from: string) => (
    <>
      “{label}” is {to}, no longer {from}
    </>
  ),
  changedPairs: 'Pairs of parties that change',
  comparedPairs: 'Pairs of parties in the comparison',
  parties: 'Parties',
  now: 'Now',
  afterwards: 'Then',
  notCompared: 'Not compared',
  begin: (n: number) => `Newly in contradiction (${n})`,
  end: (n: number) => `No longer in contradiction (${n})`,
  moreContradictions: (n: number) => counts.moreContradictions(n),
  kindOf: (kind: string, why: Child) => (
    <>
      {kind}: {why}
    </>
  ),
  onRecord: 'On record',
}

/** Merging positions into one another, and splitting one in two. */
export const issueReshape = {
  mergeTitle: 'Merge positions',
  splitTitle: 'Split a position',
  previews: { merged: 'Preview: merge positions', split: 'Preview: split a position' },
  staleTitle: 'Somebody changed this issue after you opened it',
  stale: (link: (text: string) => Child) => (
    <>
      Nothing was saved. The form below is about the issue as it is now; check it and send it again.{' '}
      {link('What was changed')}
    </>
  ),
  lettered: (letter: string, label: string) => `${letter}: ${label}`,
  reason: 'Reason',
  reasonHint: 'Shown in the history of the issue and of each claim that moves.',
  preview: 'Preview',

  fewerThanTwo: 'It has fewer than two positions.',
  nothingToMerge: (link: (text: string) => Child) => (
    <>There is nothing to merge. {link('Back to the issue')}</>
  ),
  mergeLede:
    'Claims about the position that goes become claims about the one that stays. What was filed and decided about it keeps its address.',
  goes: 'Position that goes',
  stays: 'Position that stays',
  choosePosition: 'Choose a position',
  relations: 'Relations',
  takesOver: 'The one that stays takes over relations to others',
  takesOverHint: 'Where it has none of its own to them.',

  noPositions: 'It has no positions.',
  nothingToSplit: (link: (text: string) => Child) => (
    <>There is nothing to split. {link('Back to the issue')}</>
  ),
  split: (letter: string) => `Split position ${letter}`,
  splitLede: (letter: string) =>
    `A new position ${letter} is added, and the claims that you choose become claims about it.`,
  /** The position that is split. */
  before: (letter: string, label: Child) => (
    <>
      {letter}: {label}
    </>
  ),
  takesAlso: (now: string, before: string) =>
    `${now} has the relations of ${before} to other positions`,
  noClaims:
    'No claim is about this position, so there is nothing to split. A further position is added where the issue is edited.',
  goTo: (letter: string) => `Claims that go to ${letter}`,
  claim: (party: string, statement: string) => `${party}: ${statement}`,
  said: (day: string, isWithdrawn: boolean) => `${day}${isWithdrawn ? ', withdrawn' : ''}`,
}
