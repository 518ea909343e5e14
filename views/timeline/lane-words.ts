import { countGrades } from '#server/domain/steps.ts'
import { wording } from '../words/wording.ts'
import type { Line } from './lanes.ts'

/** "12 statements, 1 reversed". */
export function describeLines(lines: readonly Line[]): string {
  const steps = lines.flatMap((line) => line.steps)
  const { reversed, qualified } = countGrades(steps)
  return wording().timeline.described(steps.length, reversed, qualified)
}
