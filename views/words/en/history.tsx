import type { Child } from 'hono/jsx'
import type { DismissalReason, Status, Verdict } from '#server/domain/reviews.ts'
import { ENGLISH_FORM_WORDS } from '#server/domain/form-fields.ts'
import type { HistoryThing } from '#server/domain/history-content.ts'
import type { RestorableEntity } from '#server/domain/restoration.ts'
import type { Deed, HistoryItem } from '../../history/history-list.tsx'
import { counts, number } from './counts.ts'

type Table<Key extends string, Value = string> = Readonly<Record<Key, Value>>

const verbs: Table<Deed> = {
  recorded: 'recorded',
  changed: 'changed',
  withdrew: 'withdrew',
  'put back': 'put back',
  filed: 'filed',
  moved: 'moved',
  reviewed: 'reviewed',
  ended: 'took back or replaced the review of',
  erased: 'erased words of',
}

const ofIt: Partial<Table<Deed>> = {
  'put back': 'put it back',
  erased: 'erased its words',
}

const unnamed = (did: Deed): string => (did === 'ended' ? 'A review ended' : 'A review was given')

/** The sentence without markup: for lists that programs read, which are in English. */
export const describeDeed = ({ did, by }: Pick<HistoryItem, 'did' | 'by'>): string =>
  by === undefined ? unnamed(did) : verbs[did]

/** What was done to a topic and to each thing in it, and bringing earlier versions back. */
export const history = {
  title: 'History',
  titleOf: (label: string) => `History: ${label}`,
  heading: (of: RestorableEntity) => `History of this ${of}`,
  lede: (link: (text: string) => Child) => (
    <>
      Who recorded, changed and decided what, when and why. Nothing is overwritten: every entry
      stays, and each is bound to the one before it by a hash. What editors and owners did to
      others’ work stands by itself under {link('moderation')}.
    </>
  ),
  what: 'What',
  everything: 'Everything',
  who: 'Who',
  everybody: 'Everybody',
  /** The things of a history, as a choice among them. */
  choices: {
    topic: 'The topic itself',
    party: 'Parties',
    person: 'People',
    source: 'Sources',
    issue: 'Issues',
    claim: 'Claims',
    search: 'Searches',
    reply: 'Replies',
    contradiction: 'Contradictions and reviews',
  } as Table<HistoryThing>,
  none: 'No entries',
  noneFits: 'Nothing here fits what is chosen.',
  showEverything: 'Show everything',
  newestFirst: (entries: number) => `${counts.entries(entries)}, the newest first`,
  pagesOfEntries: 'entries',
  checking: 'Checking it',
  proof: (
    checkpoint: (text: string) => Child,
    key: (text: string) => Child,
    proof: (text: string) => Child,
  ) => (
    <>
      The {checkpoint('checkpoint')} says how many entries there are and what the last one’s hash
      is, signed with {key('this site’s key')}. Whoever keeps one can tell later whether anything
      before it was changed, or the end cut off. The {proof('proof')} holds every entry, so that all
      hashes can be made again without this site. What was said of contradictions that are not
      settled is in it by its hash alone.
    </>
  ),

  /** Before a name. */
  things: {
    topic: 'the topic',
    party: 'the party',
    person: 'the person',
    source: 'the source',
    issue: 'the issue',
    claim: 'the claim',
    search: 'the search',
    reply: 'the reply',
    contradiction: 'the contradiction of',
  } as Table<HistoryThing>,
  someContradiction: 'a contradiction',
  shiftOf: 'the shift of',
  searchFor: 'a search for claims of',
  betweenTwo: (a: string, b: string) => `${a} and ${b}`,

  /** An import, where a line or a choice names who did it. */
  importer: { first: 'A dossier import', within: 'a dossier import', choice: 'dossier import' },
  deed: (did: Deed, by: Child, thing: Child, outcome: string | undefined): Child => (
    <>
      {by} {verbs[did]} {thing}
      {outcome !== undefined && ` ${outcome}`}
    </>
  ),
  /** The same on the page of the thing. */
  deedOnIt: (did: Deed, by: Child, outcome: string | undefined): Child => (
    <>
      {by} {ofIt[did] ?? `${verbs[did]} it`}
      {outcome !== undefined && ` ${outcome}`}
    </>
  ),
  /** Of a review whose author readers are not told. */
  unnamed: (did: Deed, thing: Child): Child => (
    <>
      {unnamed(did)} on {thing}
    </>
  ),
  moved: (from: Status, to: Status) => `from ${from} to ${to}`,
  judged: (verdict: Verdict, reason: DismissalReason | undefined) =>
    `as ${verdict}${reason === undefined ? '' : ` (${reason})`}`,
  settledAs: (status: Status) => `as ${status}`,
  /** @param askedBy - undefined where one person did both */
  erasedFor: (reason: string, askedBy: string | undefined) =>
    `(${reason}; ${askedBy === undefined ? 'by one person' : `asked by ${askedBy}`})`,

  entry: (seq: number) => `Entry ${number(seq)}`,
  version: (version: number) => `Version ${version}`,
  viewThen: 'View the comparison as it was then',
  atEntry: (seq: number) => `, at entry ${number(seq)}`,
  reason: (why: Child) => <>Reason: {why}</>,
  seeVersion: (version: number) => `See version ${version}`,
  restoreThis: 'Restore this version',

  fields: ENGLISH_FORM_WORDS,
  fieldsOfVersion: (version: number) => `Fields of version ${version}`,
  saysOfVersion: (version: number) => `What version ${version} says`,
  field: 'Field',
  from: 'From',
  to: 'To',
  asRecorded: 'As recorded',
  nothing: '(nothing)',

  restoreTitle: (version: number, label: string) => `Restore version ${version}: ${label}`,
  restore: (version: number, of: RestorableEntity) => `Restore version ${version} of this ${of}`,
  madeBy: (wanted: number, made: Child, newest: number, madeNewest: Child) => (
    <>
      Version {wanted} was made by {made}. Version {newest}, the newest, by {madeNewest}.
    </>
  ),
  byOn: (by: Child, at: Child) => (
    <>
      {by} on {at}
    </>
  ),
  isNewest: 'This is the newest version. There is nothing to restore.',
  isSame: (of: RestorableEntity, version: number) =>
    `The ${of} says what it said in version ${version} already. There is nothing to restore.`,
  back: 'Back to the history',
  wouldChange: 'What would change',
  nowIn: (version: number) => `Now, in version ${version}`,
  asIn: (version: number) => `As in version ${version}`,
  whenOpened: 'When you opened it',
  becomes: (version: number) =>
    `The earlier versions stay. This one becomes version ${version}, and can be undone in the same way.`,
  touched: (cells: number, claims: number, contradictions: number) =>
    `Worked out again: ${counts.cells(cells)} of comparisons, from ${counts.claims(claims)}, and ${counts.contradictions(contradictions)}. Reviews and decisions on them stay on record.`,
  whyRestore: 'Reason for restoring it',
  whyRestoreHint: 'Shown in the history.',
  restoreVersion: (version: number) => `Restore version ${version}`,
  cancel: 'Cancel',
  meanwhile: (of: RestorableEntity) =>
    `Somebody changed this ${of} after you opened this page. Nothing was saved.`,
  /** @param why - in what was changed meanwhile, where a reason was given */
  meanwhileChanged: (version: number, why: Child | undefined) => (
    <>
      This is what version {version} changed
      {why === undefined ? '.' : <> (“{why}”).</>} Below is what restoring would change now; look at
      it and press the button again.
    </>
  ),
  notes: {
    topic:
      'Who sees the topic, its members, and how many reviews settle a contradiction stay as they are. They are changed where the topic is set up.',
    source:
      'The captured texts stay, the newest first, and so does how much of them readers see: a version brings back what is said about the source.',
    'puts back':
      'The claim is withdrawn now. This version is from before: restoring it puts the claim back, and it counts again in comparisons and contradictions.',
    withdraws:
      'In this version the claim was withdrawn. Restoring it withdraws the claim again: it no longer counts in comparisons and contradictions.',
  },
  saved: {
    same: 'It says that already. Nothing was written.',
    restored: 'Restored. The newest version says what the earlier one said.',
  },
  undoneVersion: (version: number) => `version ${version}`,
}
