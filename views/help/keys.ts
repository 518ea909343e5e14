import type { Words } from '../words/english.ts'

const REGIONS = [
  'comparison',
  'matrix',
  'timeline',
  'source',
  'review',
  'capture-text',
  'capture-claim',
] as const
export type RegionId = (typeof REGIONS)[number]

/** A key that a script of ours answers to, with what it does, in the place where it does it. */
export interface KeyUse {
  /** As `event.key` names them; one of them, or all where they are pressed together. */
  readonly keys: readonly string[]
  readonly isTogether?: true
  readonly does: keyof Words['keys']['does']
}

/** The keys of one kind of page: they answer only while the focus is in the region. */
export interface KeyRegion {
  readonly id: RegionId
  readonly uses: readonly KeyUse[]
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
const help: KeyUse = { keys: ['?'], does: 'help' }
const permalink: KeyUse = { keys: ['y'], does: 'permalink' }
const open: KeyUse = { keys: ['Enter'], does: 'open' }

const uses: Readonly<Record<RegionId, readonly KeyUse[]>> = {
  comparison: [
    { keys: ARROWS, does: 'arrowsToSigns' },
    open,
    { keys: ['b'], does: 'baseline' },
    { keys: ['['], does: 'dayBefore' },
    { keys: [']'], does: 'dayAfter' },
    permalink,
    help,
  ],
  matrix: [{ keys: ARROWS, does: 'arrows' }, open, permalink, help],
  timeline: [{ keys: ['['], does: 'earlier' }, { keys: [']'], does: 'later' }, permalink, help],
  source: [{ keys: ['n'], does: 'nextQuotation' }, { keys: ['p'], does: 'quotationBefore' }, help],
  review: [
    { keys: ['1', '2', '3', '4', '5'], does: 'verdict' },
    { keys: ['s'], does: 'skip' },
    { keys: ['h'], does: 'putOff' },
    { keys: ['z'], does: 'takeBack' },
    help,
  ],
  'capture-text': [
    { keys: ['j', 'k'], does: 'sentences' },
    { keys: ['x'], does: 'chooseSentence' },
    { keys: ['Enter'], does: 'beginChosen' },
    { keys: ['a'], does: 'beginSelected' },
    { keys: ['/'], does: 'find' },
    { keys: ['u'], does: 'undo' },
  ],
  'capture-claim': [
    { keys: ['1', '…', '9'], does: 'choice' },
    { keys: ['p', 'i', 'o'], does: 'another' },
    { keys: [',', '.'], does: 'lessOrMore' },
    { keys: ['Escape'], does: 'back' },
    { keys: ['Control', 'Enter'], isTogether: true, does: 'save' },
  ],
}

/** Every key of every page; tests hold the scripts against this list. */
export const keyRegions: readonly KeyRegion[] = REGIONS.map((id) => ({ id, uses: uses[id] }))
