import type { Child } from 'hono/jsx'
import type { NeededField } from '../../source/new-source-page.tsx'
import { counts, number } from './counts.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

const needed: Table<NeededField> = {
  title: 'title',
  published: 'when it was published',
  'source-language': 'language',
}

/** A source and its text come in. */
export const sourceForm = {
  title: 'Add a source',
  lede: 'Paste its text, or choose a file. What it says of itself is filled in below; check it.',
  byBookmark: 'From any page by a bookmark',
  save: 'Save source',
  cancel: 'Cancel',
  text: 'Text',
  address: 'Address of the source',
  addressHint: 'This server fetches the page once and fills in the rest. Or paste the text below.',
  fetch: 'Fetch it',
  textOfSource: 'Text of the source',
  textHint:
    'Quotations are checked against it and marked in it. It is kept as it is and never changed.',
  file: 'Or a file',
  fileHint: (): Child =>
    'Text, a saved web page, Word (.docx), PDF, or subtitles (.srt, .vtt); at most 20 MB. The file itself is not kept.',
  read: 'Read it and fill in the rest',

  facts: 'What it is',
  titleOfSource: 'Title',
  publisher: 'Publisher',
  kind: 'Kind of source',
  kindHint:
    'Such as article, transcript, press release, treaty, broadcast, post. Left empty it is an article.',
  url: 'Address',
  urlHint: (): Child => 'Begins with https:// or http://.',
  published: 'Published',
  publishedHint: 'As exactly as it is known: 2015-12-15, 2015-12.',
  language: 'Language',
  languageHint: (): Child => 'Its tag: en, ru, ar, zh-Hans.',
  grade: 'Grade',
  gradeHint: 'How reliable the source is (Admiralty scale).',
  notGraded: 'Not graded',
  authors: 'Authors',
  authorsHint: 'Several with a semicolon between them.',
  archived: 'Archived copy',
  archivedHint: 'Its address at a web archive.',
  whoseText: 'Whose text it is',
  excerptsOnly: 'Show readers excerpts only',
  /** @param around - characters on each side of what is quoted */
  excerptsHint: (around: number) =>
    `For texts under copyright: what is quoted, with ${around} characters around it. Whoever is signed in reads all of it.`,
  compare: 'Compare with its text',
  saveAnyway: 'Save as another source',

  wordsRead: (words: number) => `${counts.words(words)} read.`,
  checkAndSave: 'Check what was filled in, then save.',
  missing: (fields: readonly NeededField[]) =>
    `It does not say: ${fields.map((field) => needed[field]).join(', ')}.`,
  known: {
    text: 'This text is on record already',
    address: 'A source at this address is on record already',
  } as Table<'text' | 'address'>,
  claims: (claims: number) => `(${counts.claims(claims)})`,
  nothingSaved: 'Nothing was saved.',
  ifLater:
    'If yours is a later text of it, press “Compare with its text” at the end of the form: it becomes its next version. If it is something else, press “Save as another source”.',

  whichTopic: 'To which topic?',
  noTopic: 'There is no topic yet.',
  fromAnyPage: 'From any page',
  dragLink:
    'Drag this link to your bookmarks. On a page you want to add, select the words that matter, then choose the bookmark: this form opens with the page’s address and title, and the words.',
  bookmark: 'Add to Gainsay',
  keptFromWorking:
    'Some sites keep bookmarks like this one from working. Then copy the page’s text and paste it into the form; the address too.',

  /** What the page is called, by whether a text is kept already. */
  titleOfCapture: (source: string, isFirst: boolean) =>
    `${isFirst ? 'Add the text of' : 'Capture again'}: ${source}`,
  addText: 'Add the text',
  captureAgain: 'Capture again',
  anotherText:
    'Nothing was saved: the text is another than the one compared before. Check it again.',
  notKept: 'The text of this source is not kept here yet.',
  newest: (version: number, day: Child) => (
    <>
      Version {version} was captured {day}. It stays as it is, with the quotations that only it has.
    </>
  ),
  /** @param link - makes the way to the original of these words */
  copyOriginal: (link: (words: string) => Child) => (
    <>{link('Open the original')}, select all of its text, and copy it.</>
  ),
  /** @param host - undefined where the address names none */
  fetchFrom: (host: string | undefined) => `Fetch it from ${host ?? 'its address'}`,
  textNow: 'Text of the source as it is now',
  check: 'Check the quotations',
  seeChanges: 'See what changed',

  quotations: 'Quotations',
  whatChanged: 'What changed',
  sameWords: (version: number) =>
    `Nothing but perhaps white space: the words are those of version ${version}, so there is nothing to save.`,
  saveVersion: (version: number) => `Save as version ${version}`,
  noQuotations: 'No claim quotes this source yet.',
  kept: (kept: number, of: number) =>
    `${kept === 0 ? 'None' : number(kept)} of ${counts.quotations(of)} ${kept === 1 ? 'stands' : 'stand'} in this text, word for word.`,
  firstHoldsAll:
    'A source’s first text has to hold all of them: correct the claims below, or paste the whole text.',
  othersStay: 'The others stay in the earlier text.',
  fates: { edited: 'Edited', gone: 'Gone' } as Table<'edited' | 'gone'>,
  /** @param likeness - in hundredths @param now - the words */
  nowReads: (likeness: number, now: Child) => (
    <>
      Now ({likeness} % of the words the same): {now}
    </>
  ),
}
