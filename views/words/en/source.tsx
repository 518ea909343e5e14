import type { Child } from 'hono/jsx'
import type { MarkNote } from '../../source/captured-text.tsx'
import { counts, number } from './counts.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

/** A source, what is taken from it, its texts, and the list of sources. */
export const source = {
  sources: 'Sources',
  titleOfList: (topic: string) => `Sources: ${topic}`,
  add: 'Add a source',
  none: 'No sources yet',
  howTheyCome: 'A source is added by itself, or comes in with the first claim that cites it.',
  newestFirst: (sources: number) => `${counts.sources(sources)}, the newest first.`,
  pagesOfSources: 'sources',
  /** Of one in the list: the number of its claims. */
  claimsAnd: (claims: number, isCaptured: boolean) =>
    `${counts.claims(claims)}${isCaptured ? '' : ', text not kept'}`,

  kind: 'Kind',
  publisher: 'Publisher',
  authors: (authors: number): string => (authors === 1 ? 'Author' : 'Authors'),
  published: 'Published',
  language: 'Language',
  reliability: 'Reliability',
  original: 'Original',
  archived: 'Archived copy',
  captured: 'Captured',
  inVersion: (version: number) => `, version ${version}`,

  titleOfVersion: (title: string, version: number) => `${title}, version ${version}`,
  makeClaims: 'Make claims from it',
  addText: 'Add its text',
  captureAgain: 'Capture it again',
  askErasure: 'Ask for an erasure',
  textErased:
    'The captured text is gone. Its SHA-256 stays, so that whoever holds a text can show that it is this one. What each claim quotes from it stands below and cannot be checked here.',
  textNotKept:
    'The text of this source is not kept here. What each claim takes from it stands below.',
  excerptsNow: 'Readers see excerpts of this source now.',
  wholeNow: 'Readers see the whole text of this source now.',
  undoAccess: 'changing what readers see of it',
  /** @param around - characters on each side of what is quoted */
  excerptsShown: (around: number) =>
    `Readers see excerpts: what is quoted, with ${around} characters around it.`,
  wholeShown: 'Readers see the whole text.',
  showWhole: 'Show them the whole text',
  showExcerpts: 'Show them excerpts only',
  lost: (quotations: number) =>
    `The text has changed since: ${counts.quotations(quotations)} ${
      quotations === 1
        ? 'is no longer in it. It stands in an earlier text, which is kept.'
        : 'are no longer in it. They stand in an earlier text, which is kept.'
    }`,

  wholeText: 'The text as captured',
  excerpts: 'From the text as captured',
  /** @param around - characters on each side of what is quoted */
  onlyExcerpts: (around: number) =>
    `What is quoted, with ${around} characters around it. Whoever is signed in can read the whole text.`,
  nothingQuoted: 'Nothing is quoted from it yet.',
  /** Before the number of a mark. */
  marks: { Claim: 'Claim', Reply: 'Reply' } as Table<MarkNote['of']>,
  /** The number of a reply, apart from those of claims. */
  replyNumber: (n: number) => `R${n}`,

  claims: 'Claims',
  countedClaims: counts.claims,
  noClaims: 'No claim cites this source yet.',
  onlyNewest: (claims: number) => `The ${number(claims)} said last are listed.`,
  inText: 'In the text',
  inVersionOfText: (version: number) => `In version ${version} of the text`,
  ofClaim: (n: number) => `, claim ${n}`,
  ofReply: (reply: string) => `, reply ${reply}`,
  at: (place: Child) => <>At {place}</>,
  countedReplies: counts.replies,
  onClaim: (claim: Child) => <>On the claim: {claim}</>,

  texts: 'Texts of this source',
  isEarlier: 'This is an earlier text.',
  readNewest: 'Read the newest',
  version: (version: number) => `Version ${version}`,
  capturedOn: (day: Child) => <>, captured {day}</>,
  theNewest: ', the newest',
  erased: ', erased',
  whatChanged: 'What changed',
  fromVersion: (version: number) => ` from version ${version}`,

  titleOfChanges: (title: string) => `What changed: ${title}`,
  fromTo: (before: Child, after: Child) => (
    <>
      From {before} to {after}. Struck out is what went, underlined what came; white space is not
      compared.
    </>
  ),
  /** @param link - makes the way to the text of these words */
  versionOn: (link: (words: string) => Child, version: number, day: Child) => (
    <>
      {link(`version ${version}`)}, captured {day}
    </>
  ),
  sameWords: 'The words are the same.',
  unchanged: (characters: number) => `… ${counts.characters(characters)} unchanged …`,
}
