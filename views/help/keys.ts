/** A key that a script of ours answers to, with what it does, in the place where it does it. */
export interface KeyUse {
  /** As `event.key` names them; one of them, or all where they are pressed together. */
  readonly keys: readonly string[]
  readonly isTogether?: true
  readonly does: string
}

/** The keys of one kind of page: they answer only while the focus is in the region. */
export interface KeyRegion {
  readonly id: string
  readonly page: string
  readonly region: string
  readonly uses: readonly KeyUse[]
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
const help: KeyUse = { keys: ['?'], does: 'Open this list' }
const permalink: KeyUse = {
  keys: ['y'],
  does: 'Go to the permalink: the same page, with its dates',
}
const arrows: KeyUse = {
  keys: ARROWS,
  does: 'Move to the next link of the table in that direction',
}
const open: KeyUse = { keys: ['Enter'], does: 'Open the link' }

/** Every key of every page; tests hold the scripts against this list. */
export const keyRegions: readonly KeyRegion[] = [
  {
    id: 'comparison',
    page: 'Comparison',
    region: 'the table, and the days above it',
    uses: [
      { ...arrows, does: `${arrows.does}, where cells hold signs` },
      open,
      { keys: ['b'], does: 'Go to the choice of the baseline' },
      { keys: ['['], does: 'The day of the statement before' },
      { keys: [']'], does: 'The day of the statement after' },
      permalink,
      help,
    ],
  },
  {
    id: 'matrix',
    page: 'Party by party',
    region: 'the lists and the table',
    uses: [arrows, open, permalink, help],
  },
  {
    id: 'timeline',
    page: 'Over time',
    region: 'the drawings and the table',
    uses: [
      { keys: ['['], does: 'Earlier statements, where the table has pages' },
      { keys: [']'], does: 'Later statements' },
      permalink,
      help,
    ],
  },
  {
    id: 'source',
    page: 'Source',
    region: 'the text and the claims beside it',
    uses: [
      { keys: ['n'], does: 'The next quotation in the text' },
      { keys: ['p'], does: 'The quotation before' },
      help,
    ],
  },
  {
    id: 'review',
    page: 'Review',
    region: 'the contradiction that is decided',
    uses: [
      {
        keys: ['1', '2', '3', '4', '5'],
        does: 'The verdict with that number; with 3, a reason next',
      },
      { keys: ['s'], does: 'Skip it' },
      { keys: ['h'], does: 'Put it off' },
      { keys: ['z'], does: 'Take back the review just saved' },
      help,
    ],
  },
  {
    id: 'capture-text',
    page: 'Claims from a text',
    region: 'the sentences',
    uses: [
      { keys: ['j', 'k'], does: 'The next sentence, the one before' },
      { keys: ['x'], does: 'Choose the sentence' },
      { keys: ['Enter'], does: 'Begin a claim with what is chosen' },
      { keys: ['a'], does: 'Begin a claim with the words selected' },
      { keys: ['/'], does: 'Find words in the text' },
      { keys: ['u'], does: 'Undo the claim just saved' },
    ],
  },
  {
    id: 'capture-claim',
    page: 'Claims from a text',
    region: 'the claim, outside fields for text',
    uses: [
      { keys: ['1', '…', '9'], does: 'The choice with that number' },
      { keys: ['p', 'i', 'o'], does: 'Another party, issue or position' },
      { keys: [',', '.'], does: 'A word less of the quotation, a word more' },
      { keys: ['Escape'], does: 'Back to the sentences' },
      { keys: ['Control', 'Enter'], isTogether: true, does: 'Save, and go on' },
    ],
  },
]
