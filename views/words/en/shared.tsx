import type { Child } from 'hono/jsx'
import type { Form } from '#server/domain/claims.ts'
import { counts } from './counts.ts'

/** How somebody's words came to us; as the record writes it. */
const forms: Readonly<Record<Form, string>> = {
  'direct quotation': 'direct quotation',
  'partial quotation': 'partial quotation',
  paraphrase: 'paraphrase',
  'reported by a third party': 'reported by a third party',
  'official document': 'official document',
  'vote or other act': 'vote or other act',
  'own assertion': 'own assertion',
}

/** Parts that pages of several folders have. */
export const shared = {
  breadcrumb: 'Breadcrumb',

  asRecordedThen: 'As recorded then',
  asRecorded: (when: Child) => <>As recorded {when}.</>,
  /** An instant, or the end of a day, in words. */
  onInstant: (instant: string) => `on ${instant}`,
  byEndOf: (day: string) => `by the end of ${day} (UTC)`,
  leftOut:
    'What was recorded or changed since is left out. Lists, sources, people and the history open as recorded now.',
  samePageNow: 'The same page as recorded now',
  nothingByThen: 'Nothing was recorded by then',
  notOnRecord: (what: string) => `By the time that this address names, ${what} was not on record.`,
  instant: (day: string, time: string) => `${day}, ${time} UTC`,

  condition: (what: Child) => <>Condition: {what}</>,
  appliesTo: (period: Child) => <>Applies to {period}</>,
  scope: (what: Child) => <>Scope: {what}</>,
  hedged: (what: Child) => <>Hedged: {what}</>,

  forms,
  said: 'Said',
  party: 'Party',
  issue: 'Issue',
  position: 'Position',
  claim: 'Claim',
  source: 'Source',
  passageOfClaim: 'the passage for this claim',
  withdrawn: 'Withdrawn',
  contextOnly: 'Context only',
  superseded: 'Superseded since',

  theClaim: 'The claim',
  markedPassage: 'the marked passage',
  theSource: 'the source',
  andMoreSources: (n: number) => ` and ${counts.moreSources(n)}`,
  comma: ', ',

  inSourcesWords: 'In the source’s words',
  /** Before a quotation within a sentence. */
  inSourcesWordsInside: 'in the source’s words: ',
  translation: 'Translation',
  translationBy: (translator: Child) => <>Translation by {translator}</>,

  follow: 'Follow',
  stopFollowing: 'Stop following',
  newInInbox: 'You find what is new in your inbox.',
  followHere: 'Follow what is new here: ',
  feeds: 'Feeds: ',
  jsonFeed: 'JSON Feed',

  undo: 'Undo',
  /** After it, for those who hear the button alone. */
  undoOf: (what: string) => ` ${what}`,
  history: 'History',
  everyChange: 'Every change',

  error: 'Error: ',
  optional: '(optional)',

  why: 'Why',
  reason: 'Reason for this change',
  shownInHistory: 'Shown in the history.',

  /** The Admiralty scale for how reliable a source is. */
  grades: {
    A: 'A: completely reliable',
    B: 'B: usually reliable',
    C: 'C: fairly reliable',
    D: 'D: not usually reliable',
    E: 'E: unreliable',
    F: 'F: reliability cannot be judged',
  },
}
