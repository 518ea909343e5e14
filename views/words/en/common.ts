import { counts } from './counts.ts'

/** What many pages say. */
export const common = {
  apply: 'Apply',
  asOf: 'As of',
  parties: 'Parties',
  chooseAmong: (parties: number) => `Choose among ${counts.parties(parties)}`,
  permalink: 'Permalink',
  /** Of a numbered list. */
  pagesOf: (what: string) => `Pages of ${what}`,
  previous: 'Previous',
  next: 'Next',
  page: 'page',
  pageNumber: 'Page',
  /** The title of a page of a list after the first. */
  titleOfPage: (title: string, page: number) => `${title}, page ${page}`,
  /** Between things in a row; with its space. */
  comma: ', ',
  thereIsAProblem: 'There is a problem',
  /** Within sentences, before what is isolated. */
  and: 'and',
}
