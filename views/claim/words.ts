import type { Form, IssueKind, Nature, Stance } from '#server/domain/claims.ts'

/** The words for what a claim is. */

/** As the verb of a sentence: "Russia affirms …". */
export const stanceVerbs: Readonly<Record<Stance, string>> = {
  affirms: 'affirms',
  denies: 'denies',
  'leaves-open': 'leaves open',
  declines: 'declines to say',
}

export const stanceWords: Readonly<Record<Stance, string>> = {
  affirms: 'Affirms',
  denies: 'Denies',
  'leaves-open': 'Leaves open',
  declines: 'Declines to say',
}

export const stanceHints: Readonly<Record<Stance, string>> = {
  affirms: 'Says yes to the position.',
  denies: 'Says no to the position.',
  'leaves-open': 'Does not rule it out, and does not commit to it.',
  declines: 'Was asked, or spoke, and would not say. No position is needed.',
}

export const bearingWords: Readonly<Record<'states' | 'context', string>> = {
  states: 'States a position',
  context: 'Context only',
}

/** Forms begin a line with a capital. */
export const formWords = (form: Form): string => form.charAt(0).toUpperCase() + form.slice(1)

export const natureWords: Readonly<Record<Nature, string>> = {
  factual: 'Factual: what is the case',
  normative: 'Normative: what should be done',
  predictive: 'Predictive: what will happen',
}

export const kindWords: Readonly<Record<IssueKind, string>> = {
  options: 'Options: several answers, of which one can hold',
  list: 'List: several answers that can hold together',
  'yes-no': 'Yes or no',
  quantity: 'Quantity: a number with a unit',
  date: 'Date: a day or a period',
}

/** The Admiralty scale for how credible one piece of information is. */
export const credibilityWords: Readonly<Record<string, string>> = {
  1: '1: confirmed by other sources',
  2: '2: probably true',
  3: '3: possibly true',
  4: '4: doubtful',
  5: '5: improbable',
  6: '6: cannot be judged',
}
