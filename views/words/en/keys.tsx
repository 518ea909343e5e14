import type { Child } from 'hono/jsx'
import type { RegionId } from '../../help/keys.ts'

/** The page about the keys that scripts answer to. */
export const keys = {
  title: 'Keys',
  lede: (): Child =>
    'Everything can be done with Tab, Enter and Space. These keys are quicker. Each works only while the focus is in the part of the page that is named, and never while you type in a field.',
  areOn: 'Keys that are pressed alone are on.',
  areOff: 'Keys that are pressed alone are off in this browser.',
  turnOff: 'Turn them off',
  turnOn: 'Turn them on',
  choiceIsKept:
    'The choice is kept in a cookie. Turning them off helps where speech or a switch types letters that were not meant as commands.',
  heading: (page: string, region: string) => `${page}: ${region}`,
  /** Between the first and the last of several keys. */
  to: 'to',
  /** Each kind of page, and the part of it that they work in. */
  regions: {
    comparison: ['Comparison', 'the table, and the days above it'],
    matrix: ['Party by party', 'the lists and the table'],
    timeline: ['Over time', 'the drawings and the table'],
    source: ['Source', 'the text and the claims beside it'],
    review: ['Review', 'the contradiction that is decided'],
    'capture-text': ['Claims from a text', 'the sentences'],
    'capture-claim': ['Claims from a text', 'the claim, outside fields for text'],
  } as Readonly<Record<RegionId, readonly [page: string, region: string]>>,
  does: {
    help: 'Open this list',
    permalink: 'Go to the permalink: the same page, with its dates',
    arrows: 'Move to the next link of the table in that direction',
    arrowsToSigns: 'Move to the next link of the table in that direction, where cells hold signs',
    open: 'Open the link',
    baseline: 'Go to the choice of the baseline',
    dayBefore: 'The day of the statement before',
    dayAfter: 'The day of the statement after',
    earlier: 'Earlier statements, where the table has pages',
    later: 'Later statements',
    nextQuotation: 'The next quotation in the text',
    quotationBefore: 'The quotation before',
    verdict: 'The verdict with that number; with 3, a reason next',
    skip: 'Skip it',
    putOff: 'Put it off',
    takeBack: 'Take back the review just saved',
    sentences: 'The next sentence, the one before',
    chooseSentence: 'Choose the sentence',
    beginChosen: 'Begin a claim with what is chosen',
    beginSelected: 'Begin a claim with the words selected',
    find: 'Find words in the text',
    undo: 'Undo the claim just saved',
    choice: 'The choice with that number',
    another: 'Another party, issue or position',
    lessOrMore: 'A word less of the quotation, a word more',
    back: 'Back to the sentences',
    save: 'Save, and go on',
  },
}
