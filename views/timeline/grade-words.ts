import type { Grade } from '#server/domain/steps.ts'

/** The grades of the model, as tables say them. They weigh nothing. */
export const gradeWords: Readonly<Record<Grade, string>> = {
  'newly-stated': 'Newly stated',
  unchanged: 'Unchanged',
  qualified: 'Qualified',
  reversed: 'Reversed',
  withdrawn: 'Withdrawn from the record',
}
