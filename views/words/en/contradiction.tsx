import type { Child } from 'hono/jsx'
import type {
  ContradictionKind,
  DisagreementKind,
  DismissalReason,
  Status,
  Verdict,
} from '#server/domain/reviews.ts'
import type { Piece } from '../../contradiction/sentence.tsx'
import { counts, number } from './counts.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

const kinds: Table<ContradictionKind> = {
  opposed: 'One affirms what the other denies',
  'incompatible positions': 'Incompatible positions',
  'values apart': 'Values apart',
  reversal: 'Changed position over time',
  'mixed messages': 'Mixed messages within one party',
  'flagged by a person': 'Flagged by a person',
  'suggested by text': 'Suggested by the wording',
}

const statuses: Table<Status> = {
  open: 'Open',
  'under review': 'Under review',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
  resolved: 'Resolved',
}

const verdicts: Table<Verdict> = {
  conflict: 'Conflict',
  tension: 'Tension',
  'no conflict': 'No conflict',
  'cannot tell': 'Cannot tell',
}

const reasons: Table<DismissalReason> = {
  'superseded in time': 'Superseded in time: one replaced the other',
  'both can hold': 'Both can hold at once',
  'refinement of the same position': 'One refines the other: the same position, put more exactly',
  'different scope': 'Different scope: another period, place or part',
  'same name but different subject': 'Same name, but a different subject',
  'unmet condition': 'A condition that is not met keeps them apart',
  'restatement of one event': 'Two accounts of one and the same statement',
  'reported but not held': 'Reported of the party, but not held by it',
  'different level of authority': 'One speaks with less authority for the party',
  translation: 'A matter of translation',
  misquotation: 'A misquotation',
  'coding mistake': 'A mistake in how a claim was recorded',
  'off the record': 'Said off the record',
}

/** What a contradiction is, what became of it, and why. */
export const contradiction = {
  kinds,
  statuses,
  verdicts,
  verdictHints: {
    conflict: 'Both cannot hold.',
    tension: 'Both could hold, but pull apart.',
    'no conflict': 'Choose the reason.',
    'cannot tell': 'Not with what is on record.',
  } as Table<Verdict>,
  /** Why two claims are no conflict, as a sentence a reviewer recognises. */
  reasons,
  disagreements: {
    scope: 'Scope',
    timing: 'Timing',
    negation: 'Negation',
    quantity: 'Quantity',
    who: 'Who',
  } as Table<DisagreementKind>,
  /** What a reversal is, in the words of a shift: never a value judgement. */
  shiftGrade: 'Reversed',
  mixedMessages: 'Mixed messages',

  denies: (held: string) => `denies “${held}”`,
  daysApart: (n: number) => `${number(n)} days`,
  kindApart: (kind: string, gap: string) => `${kind} by ${gap}`,
  underCondition: (kind: string) => `${kind}, under a condition`,

  and: ' and ',
  headings: {
    noConflict: (who: readonly Piece[], question: Piece): Piece[] => [
      ...who,
      ' on “',
      question,
      '”: no conflict',
    ],
    changed: (who: Piece, question: Piece): Piece[] => [
      who,
      ' changed position on “',
      question,
      '”',
    ],
    mixed: (who: Piece, question: Piece): Piece[] => [
      'Mixed messages from ',
      who,
      ' on “',
      question,
      '”',
    ],
    conflict: (who: readonly Piece[], question: Piece): Piece[] => [
      ...who,
      ' conflict on “',
      question,
      '”',
    ],
    conflicted: (who: readonly Piece[], question: Piece): Piece[] => [
      ...who,
      ' conflicted on “',
      question,
      '”',
    ],
  },
  inSourcesWords: 'in the source’s words: ',
  quoted: (text: string) => `“${text}”`,
  before: 'before',
  after: 'after',
  oneStatement: 'one statement',
  another: 'another',
  comma: ', ',
  semicolon: '; ',
  asOf: (day: Piece): Piece[] => [' as of ', day],
  until: (day: Piece): Piece[] => [' until ', day],

  notReviewed: 'Not reviewed',
  byEditor: (
    outcome: 'confirmed' | 'dismissed',
    editor: Piece,
    day: Piece,
    reviewers: number,
  ): Piece[] => [
    `${statuses[outcome]} by the editor `,
    editor,
    ' on ',
    day,
    `, where ${counts.reviewers(reviewers)} differed`,
  ],
  /** @param reviewers - how many, 0 where it is not known who */
  decided: (
    outcome: 'confirmed' | 'dismissed',
    reviewers: number,
    day: Piece | undefined,
    reasonsGiven: readonly string[],
  ): Piece[] => [
    `${statuses[outcome]}${reviewers === 0 ? '' : ` by ${counts.reviewers(reviewers)}`}`,
    ...(day === undefined ? [] : [' on ', day]),
    reasonsGiven.length === 0 ? '' : `: ${reasonsGiven.join('; ')}`,
  ],

  /** From the most points to the fewest. */
  rankParts: {
    directness: [
      'What was said clashes directly.',
      'The clash follows in 1 step.',
      'The clash follows in 2 steps.',
      'The clash follows in 3 steps.',
      'The clash follows in 4 steps or more.',
    ] as readonly string[],
    unconditional: 'Neither side sets a condition.',
    conditional: 'At least one side sets a condition.',
    form: [
      'Both sides are on record in their own words, documents or votes.',
      'One side is on record in part, in paraphrase, or through others.',
      'Mostly paraphrased, reported by others, or hedged.',
    ] as readonly string[],
    source: [
      'Sources graded A or B.',
      'Sources graded C, or not graded.',
      'At least one source graded below C.',
    ] as readonly string[],
    sameMonth: 'Said within 30 days of each other.',
    farApart: 'Said 20 months or more apart.',
    apart: (months: number) => `Said about ${counts.months(months)} apart.`,
  },
  rankTitle: 'Why it stands where it does',
  rankCaption: 'Parts of the rank, with points',
  whatCounts: 'What counts',
  points: 'Points',
  pointsOf: (points: number, most: number) => `${points} of ${most}`,
  rank: 'Rank',

  wordByWord: 'The two statements, word by word',
  beforeTitle: 'Before',
  afterTitle: 'After',
  /** Around what one of two statements alone says. */
  onlyHere: [' (only here: ', ') '] as readonly [string, string],

  citation: (what: string, topic: string, state: string, day: string, address: string) =>
    `${what}. ${topic}, Gainsay. ${state}. Read ${day}. ${address}`,
  cite: 'Cite this',
  citationCopied: 'Citation copied.',
  copyCitation: 'Copy citation',
  linkCopied: 'Link copied.',
  copyLink: 'Copy link',

  why: 'Why this is recorded',
  onCondition:
    'At least one side speaks under a condition: the conflict holds only where that condition does.',
  isShift:
    'A party that changes its position does not contradict itself on one day: this is recorded as a shift over time.',
  evidencePeriod: (isShift: boolean, first: Child, last: Child, rule: Child) => (
    <>
      {isShift ? 'First evidence ' : 'Both sides on record since '}
      {first}, newest evidence {last}. Rule {rule}.
    </>
  ),
  onMethodPage: ', described on the method page',

  holds: 'Holds',
  rejects: 'Rejects',
  noClaimLeft: 'No claim stands behind this side any more.',
  oneStatementTitle: 'One statement',
  anotherTitle: 'Another statement',
  aShift: 'A shift over time, not a quarrel',
  against: (a: number, b: number) => `${counts.claims(a)} against ${counts.claims(b)}`,

  theClaim: 'The claim',
  unquoted: 'Summary of this record; no quotation is on file.',
  wordsBefore: 'Words before the quotation: ',
  wordsAfter: 'Words after the quotation: ',
  toPassage: ': the marked passage in the source',
  toSource: ': the source',
  thisClaim: ': this claim',

  evidence: 'Evidence',
  evidenceOrder:
    'Newest first; of one day, the most direct first. What was said again stands under its first statement.',
  evidenceCount: (claims: number, restated: number) =>
    restated === 0
      ? counts.claims(claims)
      : `${counts.claims(claims)}, ${restated === 1 ? '1 of them a restatement' : `${number(restated)} of them restatements`}`,
  showAll: (n: number, what: 'claims' | 'statements') => (
    <>
      Show all {number(n)} {what}
      <span class="visually-hidden"> of this side</span>
    </>
  ),
  pagesOfSide: { a: 'claims of the first side', b: 'claims of the second side' },
  newEvidence: (claims: number) => `New evidence since the review: ${counts.claims(claims)}.`,
  newEvidenceTag: (claims: number) => `New evidence since the review: ${counts.claims(claims)}`,
  seeEvidence: 'See the evidence',

  newSince: 'New since the review',
  covered: 'Covered',
  restated: (n: number) => `Restated ${n === 1 ? 'once' : n === 2 ? 'twice' : counts.times(n)}`,
  newestListed: (n: number) => `The newest ${n} are listed.`,
  coveredBy: (decided: Child, first: Child) => (
    <>
      Covered by the decision of {decided}: restates the statement of {first}. Derived, not
      reviewed.
    </>
  ),

  reviews: 'Reviews',
  hiddenFromReviewers:
    'What others decided, their reasons and the rank are hidden until you have given your own verdict.',
  hiddenFromReaders:
    'Reviewers decide independently: verdicts, reasons and the rank are shown once it is settled.',
  nobodyYet: 'Nobody has reviewed this yet.',
  about: (what: string) => `(about: ${what})`,
  takeBack: 'Take back your review',
  history: 'History',
  filedByRule: 'Filed by rule',
  filedBy: (who: Child) => <>Filed by {who}</>,
  tookBack: (who: Child, verdict: string) => (
    <>
      {who} took back the review “{verdict}”
    </>
  ),
  reviewedBy: (who: Child, what: string) => (
    <>
      Reviewed by {who}: {what}
    </>
  ),
  statusChanged: (from: string, to: string, who: Child) => (
    <>
      Status changed from {from} to {to} by {who}
    </>
  ),

  theQuestion: (issue: Child) => <>The question: {issue}</>,
  resolvedAsOf: (day: Child) => (
    <>
      <strong>Resolved.</strong> The sides no longer conflict as of {day}.{' '}
    </>
  ),
  since: (status: Child, instant: Child) => (
    <>
      {status} since {instant}.
    </>
  ),
  notReviewedYet: ' Not reviewed.',
  involved: 'You recorded or changed a claim of this pair, so somebody else has to review it.',
  reviewersDiffer: 'Reviewers differ.',
  settleAsEditor: 'Settle it as an editor',
  editorSettles: 'An editor settles it.',
  takeDecisionBack: 'Take the editor’s decision back',
  yourReview: 'Your review',
  changeReview: 'Change your review',
  giveReview: 'Give a review of your own',

  merged: (label: Child, into: Child) => (
    <>
      The position “{label}” was merged into “{into}”. What was said of it counts there now; what
      was decided here stays here.
    </>
  ),
  sidesNow: (links: Child) => <>The same sides now: {links}</>,
  sidesBefore: (links: Child) => (
    <>Before positions were merged, the same sides were recorded as: {links}</>
  ),
  /** @param id - as its address has it */
  numbered: (id: string) => `contradiction ${id}`,

  list: 'Contradictions',
  listLede:
    'Where two sides, or one party at two times, cannot both be right or both be meant. Filed by rule, then decided by reviewers.',
  issue: 'Issue',
  allIssues: 'All issues',
  party: 'Party',
  allParties: 'All parties',
  status: 'Status',
  all: 'All',
  pagesOf: 'contradictions',
  titleWithPage: (page: number, pages: number) => `page ${page} of ${pages}`,
  noneOnRecord: 'No contradictions on record',
  noneYet: (comparison: (words: string) => Child) => (
    <>
      They are found by rule as soon as two claims on one issue cannot both hold. See the{' '}
      {comparison('comparison')} for who holds what.
    </>
  ),
  noneFit: (status: Status | undefined, isNarrowed: boolean) =>
    `No contradictions${status === undefined ? '' : ` with the status “${statuses[status].toLowerCase()}”`}${isNarrowed ? ' match this choice' : ''}`,
  showAllOfTopic: 'Show all contradictions of this topic',
}
