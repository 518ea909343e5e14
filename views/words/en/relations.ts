import type { Stance } from '#server/domain/claims.ts'
import type { Silence } from '#server/domain/comparison.ts'
import type { Grade } from '#server/domain/steps.ts'
import type { ShownRelation } from '../../shared/relation.tsx'

type Table<Key extends string> = Readonly<Record<Key, string>>

const relationWords: Table<ShownRelation> = {
  baseline: 'Baseline',
  agreement: 'Agrees',
  'shared-ground': 'Shares ground',
  conflict: 'Conflicts',
  compatible: 'Compatible',
  silent: 'No statement on record',
}

/** Words for what the model tells apart. They stand on chips and, in lower case, within sentences. */
export const relations = {
  relations: relationWords,
  /** The same for what no person has confirmed. */
  suggested: (relation: ShownRelation): string =>
    `Suggested: ${relationWords[relation].toLowerCase()}`,
  /** After a relation that holds only under a condition. */
  conditional: ', conditional',
  /** Before a position's letter, for screen readers. */
  positionLetter: 'Position',
  notBothOnRecord: 'not both on record',
  /** As within a sentence. */
  inside: (words: string): string => words.charAt(0).toLowerCase() + words.slice(1),
  grades: {
    'newly-stated': 'Newly stated',
    unchanged: 'Unchanged',
    qualified: 'Qualified',
    reversed: 'Reversed',
    withdrawn: 'Withdrawn from the record',
  } as Table<Grade>,
  silence: {
    'none-found': 'Searched, none found',
    declined: 'Declined to say',
    'not-applicable': 'Does not apply to this party',
    'not-searched': 'Not searched yet',
  } as Table<Silence>,
  /** Before what a stance is about, with its space. */
  stances: {
    affirms: '',
    denies: 'Rejects: ',
    'leaves-open': 'Leaves open: ',
    declines: 'Declines to say: ',
  } as Table<Stance>,
  declinesToSay: 'Declines to say',
}
