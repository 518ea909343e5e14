import type { IssueKind, Nature, Stance } from '#server/domain/claims.ts'
import type { Child } from 'hono/jsx'

type Table<Key extends string> = Readonly<Record<Key, string>>

/** The form of a claim, in its parts, and what keeps it from being saved. */
export const claimForm = {
  add: 'Add a claim',
  addLede:
    'A claim is one thing that one party said on one issue, with the source it was found in.',
  edit: 'Edit claim',
  /** @param history - where its history is */
  editLede: (history: string) => (
    <>
      The earlier version stays in the <a href={history}>history</a>.
    </>
  ),
  save: 'Save claim',
  saveChanges: 'Save changes',
  saveAnyway: 'Save anyway',
  cancel: 'Cancel',
  why: 'Why',
  reason: 'Reason for this change',
  shownInHistory: 'Shown in the history.',

  noticeTitles: {
    similar: 'This looks like a claim that is on record',
    duplicate: 'This claim is on record already',
    'form-used': 'This form was saved before, as another claim',
  },
  notices: {
    similar:
      'It is the same stance on the same date, or the same words in the same source. If yours is another claim, press “Save anyway” at the end of the form; if it says the same again on another occasion, record it as a restatement.',
    duplicate: 'Everything is the same, so nothing was saved.',
    'form-used':
      'Nothing more was saved. What you typed is below; press “Save claim” to record it as a claim of its own.',
  },
  asRestatement: (statement: Child) => (
    <>
      Record it as a restatement
      <span class="visually-hidden"> of: {statement}</span>
    </>
  ),
  staleTitles: {
    claim: 'Somebody changed this claim after you opened it',
    reply: 'Somebody changed this reply after you opened it',
    issue: 'Somebody changed this issue after you opened it',
    party: 'Somebody changed this party after you opened it',
    person: 'Somebody changed this person after you opened it',
  },
  stale:
    'Nothing was saved. The form below holds what you typed, together with what they changed and you did not. Check it and save again.',
  bothVersions: 'Both versions',
  versionsDiffer: 'Where the two versions differ',
  field: 'Field',
  yourVersion: 'Your version',
  savedMeanwhile: 'Saved meanwhile',
  inTheForm: 'In the form below',
  yours: 'Yours',
  theirs: 'The saved one',

  who: 'Who',
  party: 'Party',
  partyHint: 'Who holds it, not who reports it.',
  chooseParty: 'Choose a party',
  anotherParty: 'Another party, named below',
  personWhoSaid: 'Person who said it',
  nobodyNamed: 'Nobody named',
  anotherPerson: 'Another person, named below',
  addParty: 'Add a party',
  partyName: 'Name of the party',
  partyKind: 'Kind of party',
  partyKindHint: 'Such as state, government, armed group, coalition, company, news organisation.',
  addPerson: 'Add a person',
  personName: 'Name of the person',
  personRole: 'Role for the party',
  personRoleHint: 'Such as Foreign Minister or spokesperson.',

  onWhat: 'On what',
  issue: 'Issue',
  chooseIssue: 'Choose an issue',
  anotherIssue: 'Another issue, described below',
  addIssue: 'Add an issue',
  question: 'Question',
  questionHint: 'Neutral: one that no party could object to.',
  nature: 'Nature',
  chooseNature: 'Choose the nature',
  natures: {
    factual: 'Factual: what is the case',
    normative: 'Normative: what should be done',
    predictive: 'Predictive: what will happen',
  } as Table<Nature>,
  kind: 'How it is answered',
  chooseKind: 'Choose how',
  kinds: {
    options: 'Options: several answers, of which one can hold',
    list: 'List: several answers that can hold together',
    'yes-no': 'Yes or no',
    quantity: 'Quantity: a number with a unit',
    date: 'Date: a day or a period',
  } as Table<IssueKind>,
  unit: 'Unit',
  unitHint: 'Of a quantity: months, people, US dollars.',

  position: 'Position',
  showPositions: 'Show this issue’s positions',
  nothingAsked: 'Choose an issue first. Its positions appear here.',
  days: 'Days',
  value: 'Value',
  /** @param unit - as people wrote it */
  valueIn: (what: string, unit: string) => `${what}, in ${unit}`,
  valueHint: 'Leave an end empty where it is open. The same twice is an exact value.',
  from: 'From',
  to: 'To',
  atLeast: 'At least',
  atMost: 'At most',
  such: (day: string) => `Such as ${day}`,
  about: 'What the statement is about',
  lettered: (letter: string, label: string) => `${letter}: ${label}`,
  declined: 'None: the party declined to say',
  anotherPosition: 'Another position, named below',
  answeredYesNo: 'This issue is answered with yes or no.',
  onlyPosition: (label: Child) => <>The position is “{label}”.</>,
  yesNoHint: 'Affirming it is yes, denying it is no.',
  newPosition: 'New position',
  newPositionHint: 'One possible answer, in a few words: He leaves power.',
  addPosition: 'Add a position',
  entails: 'Whoever holds it also holds',
  exclusive: 'On this issue every position excludes the others, except those it entails.',
  excludes: 'It cannot hold together with',
  excludesHint: 'Without this, nothing said about it conflicts with the other positions.',

  whatWasSaid: 'What was said',
  stance: 'Stance',
  stanceHints: {
    affirms: 'Says yes to the position.',
    denies: 'Says no to the position.',
    'leaves-open': 'Does not rule it out, and does not commit to it.',
    declines: 'Was asked, or spoke, and would not say. No position is needed.',
  } as Table<Stance>,
  statement: 'Statement',
  statementHint: 'What the party says, in one neutral sentence of your own.',
  saidOn: 'Said on',
  saidOnHint:
    'As exactly as it is known: 2015-12-15, 2015-12, about 2015-12~, or a span such as 2015-12-14/2015-12-15.',
  form: 'Form',
  formHint: 'How the source gives it.',
  chooseForm: 'Choose the form',
  limits: 'Condition, hedge, scope and bearing',
  condition: 'Condition',
  conditionHint: 'Under which it holds: “provided that …”.',
  hedge: 'Hedge',
  hedgeHint: 'The word that weakens it: may, signals, is said to.',
  period: 'Period it applies to',
  periodHint: 'Where it is not for always: 2016, 2015-10/2016-03, or 2016-01/.. for no end.',
  scopeNote: 'Scope note',
  scopeNoteHint: 'A place or part it is limited to.',
  bearing: 'Bearing',
  contextHint: 'Filed under the issue; never in conflict.',

  saidBefore: 'Said before',
  nothingBefore: 'No other claim of this party with this stance is on record here.',
  onceChosen:
    'Once party, issue, position and stance are chosen, what the party said before appears here.',
  showRestatable: 'Show earlier statements of this side',
  restates: 'Restates an earlier statement',
  restatesHint:
    'Where it only says the same again, with the same condition, scope and hedge. What reviewers decided then covers it.',
  saidFirst: 'None: this is said here for the first time',
  saidThen: (day: string, statement: string) => `${day}: ${statement}`,
  muchAlike: (choice: string) => `${choice} (much alike)`,
  alike: (statement: Child, day: Child) => (
    <>
      Much alike: “{statement}”, {day}. If the party says the same again, choose it above.
    </>
  ),

  whereFound: 'Where it is found',
  keptCitations: (n: number) =>
    n === 1
      ? '1 further citation is kept unchanged.'
      : `${n} further citations are kept unchanged.`,
  isFull: (most: number) => `This form takes ${most} citations.`,
  addCitation: 'Add another citation',
  citation: 'Citation',
  citationNumber: (n: number) => `Citation ${n}`,
  removeCitation: (n: number) => `Remove citation ${n}`,
  quotation: 'Quotation',
  quotationHint:
    'Word for word, in the language of the source, without the quotation marks around it.',
  nearest: 'The nearest words in the source:',
  quoteThese: 'Quote these words instead',
  source: 'Source',
  chooseSource: 'Choose a source',
  anotherSource: 'Another source, described below',
  addSource: 'Add a source',
  captured: 'Captured text',
  capturedHint:
    'Paste the text of the source. Quotations are then checked against it and marked in it.',
  details: 'Translation, place in the source, credibility',
  language: 'Language of the quotation',
  languageHint: 'Where it is not that of the source: en, ru, ar.',
  translation: 'Translation',
  translator: 'Translator',
  locator: 'Place in the source',
  locatorHint: 'A page, paragraph or time: p. 4, 00:12:30.',
  credibility: 'Credibility',
  credibilityHint: 'How credible this piece of information is (Admiralty scale).',
  notJudged: 'Not judged',

  /** What each field is called in lists of what changed. */
  fields: {
    party: 'Party',
    'party-name': 'Name of the new party',
    'party-kind': 'Kind of the new party',
    person: 'Person',
    'person-name': 'Name of the new person',
    'person-title': 'Role of the new person',
    issue: 'Issue',
    'issue-question': 'Question of the new issue',
    'issue-nature': 'Nature of the new issue',
    'issue-kind': 'Kind of the new issue',
    'issue-unit': 'Unit of the new issue',
    position: 'Position',
    'position-label': 'New position',
    'position-entails': 'The new position entails',
    'position-excludes': 'The new position excludes',
    min: 'At least',
    max: 'At most',
    stance: 'Stance',
    bearing: 'Bearing',
    said: 'Said on',
    wording: 'Form',
    statement: 'Statement',
    hedge: 'Hedge',
    condition: 'Condition',
    'scope-period': 'Period it applies to',
    'scope-note': 'Scope note',
    restates: 'Restates',
    withdrawn: 'Withdrawn',
  },
  citationFields: {
    source: 'Source',
    title: 'Title of the new source',
    publisher: 'Publisher of the new source',
    kind: 'Kind of the new source',
    url: 'Address of the new source',
    published: 'Publication of the new source',
    'source-language': 'Language of the new source',
    grade: 'Grade of the new source',
    captured: 'Captured text of the new source',
    quote: 'Quotation',
    start: 'Where the quotation begins',
    language: 'Language of the quotation',
    translation: 'Translation',
    translator: 'Translator',
    locator: 'Place in the source',
    credibility: 'Credibility',
  },
  citationField: (n: string, field: string) => `Citation ${n}: ${field}`,
}
