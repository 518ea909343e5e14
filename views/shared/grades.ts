import { wording } from '../words/wording.ts'

const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/**
 * The Admiralty scale for how reliable a source is, by grade. Each is read in the language that is spoken
 * when it is asked for, so this may stand at the level of a module.
 */
export const gradeWords: Readonly<Record<string, string>> = Object.defineProperties(
  {},
  Object.fromEntries(
    GRADES.map((grade) => [grade, { enumerable: true, get: () => wording().shared.grades[grade] }]),
  ),
)
