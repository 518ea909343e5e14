import type { Child } from 'hono/jsx'
import { type ErasedThing, type ErasureReason, describeErased } from '#server/domain/erasures.ts'
import { counts } from './counts.ts'

/** What goes, with the name of what it goes from. */
const of = (what: string) => (name: Child, version: number | null) => (
  <>
    {what} {name}
    {version !== null && `, version ${version}`}
  </>
)

type Table<Key extends string, Value = string> = Readonly<Record<Key, Value>>

/** Words that go for good: asked for, decided, and the gap that stays. */
export const erasure = {
  askTitle: 'Ask for an erasure',
  eraseTitle: 'Erase for good',
  title: 'Erasures',
  whatGoes: {
    claim: of('The words of the claim'),
    source: of('Captured text of the source'),
    review: of('The comment of a review on'),
    status: of('The reason of a decision on'),
    revision: of('The reason noted with a version of'),
  } as Table<ErasedThing, (name: Child, version: number | null) => Child>,
  /** As within a sentence. */
  reasons: {
    'legal order': 'legal order',
    'personal data': 'personal data',
    copyright: 'copyright',
    'safety of a person': 'safety of a person',
    other: 'other',
  } as Table<ErasureReason>,
  /** As choices. */
  reasonChoices: {
    'legal order': 'Legal order',
    'personal data': 'Personal data',
    copyright: 'Copyright',
    'safety of a person': 'Safety of a person',
    other: 'Other',
  } as Table<ErasureReason>,
  reasonHints: {
    'legal order': 'A court or an authority ordered it.',
    'personal data': 'It is about somebody whose data must not be here.',
    copyright: 'The text may not be kept; a short quotation may be lawful all the same.',
    'safety of a person': 'It could bring somebody into danger.',
    other: 'Say in words what it is.',
  } as Table<ErasureReason>,

  forGood:
    'Erased words are gone for good, here and in every export, and cannot be brought back. A gap stays that says who erased them, when and why. To take a claim back and keep its words, withdraw it. Backups made before still hold them.',
  whatItTakes: 'What it takes',
  waitsAlready: (by: Child, at: Child) => (
    <>
      {by} asked for this on {at}. An owner who did not ask carries it out or declines it.
    </>
  ),
  whichTexts: 'Which texts',
  version: (version: number) => `Version ${version}`,
  captured: (day: Child, characters: number) => (
    <>
      Captured {day}, {counts.characters(characters)}
    </>
  ),
  publicReason: 'Reason, public once it is erased',
  inWords: 'In words',
  inWordsHint:
    'Public once it is erased, in the gap and in the history: do not repeat what has to go. Name the order or the request, such as its number and date.',
  askForIt: 'Ask for it',
  cancel: 'Cancel',

  reason: 'Reason',
  askedBy: 'Asked by',
  byAt: (by: Child, at: Child) => (
    <>
      {by}, {at}
    </>
  ),
  carryOut: 'Carry it out',
  anotherOwner: 'You asked for this, so another owner must carry it out.',
  cannotBeUndone:
    'This cannot be undone: nobody can bring the words back. The history keeps the hash of what was there, so that nothing else can change unseen, and gains an entry that says who asked, who carried it out, when and why. Backups made before still hold it.',
  byOnePerson: 'Nobody else here could ask for it: the entry says that it was done by one person.',
  typeToErase: (word: string) => `Type ${word} to erase it`,
  backToErasures: 'Back to erasures',
  takeBack: 'Take it back',
  declineIt: 'Decline it',
  decline: 'Decline',
  whyItStays: 'Why the words stay',
  whyItStaysHint: 'Kept with the request, for owners.',

  waiting: (requests: number) =>
    `${requests === 0 ? 'No request waits.' : `${counts.requests(requests)} waiting.`} An editor or owner asks; an owner who did not ask carries it out or declines.`,
  waitingHeading: 'Waiting',
  decidedHeading: 'Decided',
  requested: (reason: string, by: Child, at: Child) => (
    <>
      {reason}; asked by {by}, {at}
    </>
  ),
  /** @param at - undefined where it is not known */
  decided: (
    as: 'erased' | 'declined',
    by: Child,
    at: Child | undefined,
    reason: string,
    askedBy: Child,
  ) => (
    <>
      {as === 'erased' ? 'Erased' : 'Declined'} by {by}
      {at !== undefined && <>, {at}</>}; {reason}, asked by {askedBy}
    </>
  ),

  goes: 'Goes',
  goesToo: 'Goes too',
  stays: 'Stays',
  notCovered: 'Not covered',
  drafts: 'Drafts',
  textAlone: 'The text alone. Who wrote it, when, and what was decided stay.',
  wordsOfClaim: (versions: number, quotations: number) =>
    `Statement, quotations, translations, conditions, notes and noted reasons in ${counts.versions(versions)}; ${counts.quotations(quotations)} in the newest.`,
  staysOfClaim:
    'Whose claim it is, who said it, the issue, the position and stance, the dates, and which sources it cites. It is withdrawn.',
  inTextsToo: (sources: Child) => (
    <>
      Its quotations stand in captured texts too. Ask for those as well where they have to go:{' '}
      {sources}
    </>
  ),
  text: (version: number, day: Child, characters: number, hash: Child) => (
    <>
      Version {version}, captured {day}, {counts.characters(characters)}. SHA-256 {hash}
    </>
  ),
  sameText: (sources: Child) => <>The same text in {sources}</>,
  staysOfSource: (quotations: number) =>
    `The source itself, the SHA-256 of each text, and ${counts.quotations(quotations)} of claims from it. A quotation goes with its claim: ask for that where it has to.`,
  draftsGo: (drafts: number) =>
    drafts === 0
      ? 'No claim has been begun from the sources and not saved.'
      : `${counts.claims(drafts)} begun from the sources and not saved: they go.`,

  /** In place of the words. */
  erased: describeErased,
  inBackups: 'Backups made before still hold it.',
  history: 'History',
}
