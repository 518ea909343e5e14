import type { Line } from '#views/timeline/lanes.ts'
import { listPositionsOfSteps } from '#views/timeline/lanes.ts'
import type { ListedStep } from '#views/timeline/step-table.tsx'
import type { Claim } from '../domain/claims.ts'
import type { Judge } from '../domain/conflicts.ts'
import type { Day } from '../domain/dates.ts'
import { type Step, listSteps } from '../domain/steps.ts'

/** What each party said on each issue, step by step: for the timeline, and the pages of issues and parties. */

type Issue = ListedStep['issue'] & { readonly judge: Judge }

export interface GradedLine {
  readonly party: ListedStep['party']
  readonly issue: Issue
  readonly positions: ListedStep['positions']
  readonly steps: readonly Step[]
}

interface Period {
  readonly day: Day
  readonly windowDays: number
}

/**
 * Grade everything said by a day. Who said nothing on an issue has no line there.
 * @param claims - by `issue party` slugs
 */
export const gradeLines = (
  { parties, issues }: { parties: readonly GradedLine['party'][]; issues: readonly Issue[] },
  claims: ReadonlyMap<string, readonly Claim[]>,
  { day, windowDays }: Period,
): GradedLine[] =>
  issues.flatMap((issue) => {
    const own = parties.map((party) => ({
      party,
      steps: listSteps(
        day,
        claims.get(`${issue.slug} ${party.slug}`) ?? [],
        issue.judge,
        windowDays,
      ),
    }))
    const positions = listPositionsOfSteps(
      issue.judge.issue,
      own.flatMap(({ steps }) => steps),
    )
    return own
      .filter(({ steps }) => steps.length > 0)
      .map((line) => ({ ...line, issue, positions }))
  })

/** Lanes of a drawing, named after the parties, or after the issues. */
export const lanesOf = (lines: readonly GradedLine[], by: 'party' | 'issue'): Line[] =>
  lines.map(({ party, issue, positions, steps }) => ({
    name: by === 'party' ? party.name : issue.question,
    positions,
    steps,
  }))
