import { countingIn } from '../counting.ts'

const { number, noun } = countingIn('en-GB')
export { number }

const plain = (one: string, many = `${one}s`) => noun({ one: `{n} ${one}`, other: `{n} ${many}` })

/** Counted nouns: how many to the noun with its number. */
export const counts = {
  accounts: plain('account'),
  attempts: plain('attempt'),
  cells: plain('cell'),
  characters: plain('character'),
  claims: plain('claim'),
  conflicts: plain('conflict'),
  contradictions: plain('contradiction'),
  days: plain('day'),
  entries: plain('entry', 'entries'),
  issues: plain('issue'),
  months: plain('month'),
  moreContradictions: plain('more contradiction'),
  moreSources: plain('more source'),
  moreStances: plain('more stance'),
  observers: plain('observer'),
  pairs: plain('pair'),
  parties: plain('party', 'parties'),
  people: plain('person', 'people'),
  quotations: plain('quotation'),
  replies: plain('reply', 'replies'),
  requests: plain('request'),
  results: plain('result'),
  reviewers: plain('reviewer'),
  reviews: plain('review'),
  seconds: plain('second'),
  sources: plain('source'),
  statements: plain('statement'),
  steps: plain('step'),
  times: plain('time'),
  topics: plain('topic'),
  versions: plain('version'),
  webhooks: plain('webhook'),
  words: plain('word'),
}
