import type { Child } from 'hono/jsx'
import type { IssueKind, Nature, Stance } from '#server/domain/claims.ts'
import type { SearchResult } from '#server/domain/comparison.ts'
import type { Relation } from '#server/domain/positions.ts'
import { counts } from './counts.ts'

type Table<Key extends string, Value = string> = Readonly<Record<Key, Value>>

const natures: Table<Nature> = {
  factual: 'A question of fact',
  normative: 'A question of what should be',
  predictive: 'A question of what will be',
}

const kinds: Table<IssueKind> = {
  options: 'one of several positions',
  list: 'a list: several positions can hold at once',
  'yes-no': 'yes or no',
  quantity: 'a quantity',
  date: 'a date',
}

const verbs: Table<Stance> = {
  affirms: 'holds it',
  denies: 'rejects it',
  'leaves-open': 'leaves it open',
  declines: 'declines to say',
}

const results: Table<SearchResult> = {
  'none-found': 'Looked for, none found,',
  'not-applicable': 'Found not to apply,',
}

/** Issues in their list, and the page of each. */
export const issue = {
  issues: 'Issues',
  /** Of an issue's page, for search engines and other sites. */
  description: (question: string, topic: string) =>
    `Who holds what on “${question}” in ${topic}, with sources.`,
  issuesOf: (topic: string) => `Issues: ${topic}`,
  add: 'Add an issue',
  noIssues: 'No issues yet',
  whatIssuesAre: 'An issue is one neutral question that parties answer, with its possible answers.',
  addOne: (issueLink: (text: string) => Child, claimLink: (text: string) => Child) => (
    <>
      {issueLink('Add an issue')}, or {claimLink('a claim')} together with the issue it is on.
    </>
  ),
  listed: (n: number) => `${counts.issues(n)}, each one neutral question.`,
  pagesOfIssues: 'issues',
  claimsBy: (claims: number, parties: number) =>
    claims === 0 ? 'No claims yet.' : `${counts.claims(claims)} by ${counts.parties(parties)}.`,
  /** @param unit - as people wrote it; undefined where the answer is not measured in one */
  described: (nature: Nature, kind: IssueKind, unit: string | undefined) =>
    `${natures[nature]}. The answer is ${kinds[kind]}${unit === undefined ? '' : `, in ${unit}`}.`,

  compare: 'Compare on this issue',
  addClaim: 'Add a claim',
  edit: 'Edit',
  history: 'History',
  ownNames: 'What parties call this',
  /** @param words - the party's own, as a quotation */
  ownName: (party: Child, words: Child) => (
    <>
      {party} calls it {words}
    </>
  ),
  values: 'Values',
  positions: 'Positions',
  heldAsOf: (day: string) => `Who holds what as of ${day}.`,
  /** @param from - undefined where no value has a lowest end @param to - with its unit */
  range: (from: string | undefined, to: string, isOpenAbove: boolean) =>
    `The values held run ${from === undefined ? 'up' : `from ${from}`} to ${to}${isOpenAbove ? ' or more' : ''}.`,
  contradictions: 'Contradictions',
  allContradictions: (n: number) => `All ${counts.contradictions(n)} on this issue`,
  claims: 'Claims',
  noClaims: 'No claims yet',
  nothingRecorded: 'Nothing anybody said on this question has been recorded.',
  addFirst: 'Add the first claim',
  newestFirst: (claims: number) => `${counts.claims(claims)}, the newest first`,
  pagesOfClaims: 'claims',
  context: 'Context only',
  contextIs: 'Filed under this issue; they state no position and are never in conflict.',
  /** @param shown - how many of them are listed */
  contextOf: (claims: number, shown: number) =>
    `${counts.claims(claims)}${claims > shown ? `, the newest ${shown} shown` : ''}`,

  noAnswer: 'Nobody on record gives an answer yet.',
  nobodyHolds: 'Nobody on record takes a stance on this now.',
  moreStances: (n: number) => counts.moreStances(n),
  /** @param since - from when on without a gap, where it is known */
  holder: (stance: Stance, party: Child, since: Child | undefined) => (
    <>
      {party} {verbs[stance]}
      {since !== undefined && <> since {since}</>}
    </>
  ),
  merge: (letter: string) => (
    <>
      Merge<span class="visually-hidden"> position {letter}</span> into another
    </>
  ),
  split: (letter: string) => (
    <>
      Split<span class="visually-hidden"> position {letter}</span>
    </>
  ),

  /** How a position bears on others. @param letters - links, each with a space behind it */
  bears: {
    entails: (letters) => <>Entails {letters}</>,
    follows: (letters) => <>Follows from {letters}</>,
    contrary: (letters) => <>Excludes {letters}(both may fail)</>,
    contradictory: (letters) => <>Exactly one holds: this or {letters}</>,
  } as Table<'entails' | 'follows' | 'contrary' | 'contradictory', (letters: Child) => Child>,
  graph: {
    label: 'Relations between positions, drawn',
    title: (first: string, last: string) => `Relations between positions ${first} to ${last}`,
    key: 'An arrow leads from a position to one that it entails. A bar across a line: the two exclude each other and both may fail; two bars: exactly one holds.',
    everyPair: 'Any two positions that no entailment joins exclude each other; both may fail.',
    inWords: 'The same in words',
    relations: {
      entails: (a, b) => `${a} entails ${b}.`,
      contrary: (a, b) => `${a} and ${b} exclude each other; both may fail.`,
      contradictory: (a, b) => `Of ${a} and ${b} exactly one holds.`,
    } as Table<Relation['kind'], (a: string, b: string) => string>,
  },

  silent: 'Silent',
  /** Who was looked for when, where and by whom. */
  searched: (
    result: SearchResult,
    on: Child,
    { where, by }: Readonly<Record<'where' | 'by', Child | undefined>>,
  ) => (
    <>
      {results[result]} {on}
      {where !== undefined && <>, in {where}</>}
      {by !== undefined && <>, by {by}</>}
    </>
  ),
  recordSearch: (link: (text: string) => Child) => (
    <>{link('Record a search')}: who was looked for, where and when.</>
  ),
}

/** Looked, found nothing: the form that records it. */
export const issueSearch = {
  title: 'Record a search',
  lede: 'Where nothing is on record of a party, this says who looked for it.',
  party: 'Party',
  chooseParty: 'Choose a party',
  result: 'What came of it',
  results: {
    'none-found': 'Looked, found nothing',
    'not-applicable': 'The question does not apply to this party',
  } as Table<SearchResult>,
  where: 'Where was looked',
  whereHint: 'Archives, sites, search terms.',
  on: 'On',
  by: 'By',
  byHint: 'Left empty, it is you.',
  save: 'Save search',
  cancel: 'Cancel',
}
