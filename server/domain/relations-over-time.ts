/**
 * Whether a gap narrowed: on how many issues parties conflicted, shared ground or were not both on
 * record, on each day on which that changed. Counts, never a share. Pure.
 */
import type { Claim } from './claims.ts'
import { compareText } from './claims.ts'
import { type Cell, comparePair } from './comparison.ts'
import type { Judge } from './conflicts.ts'
import type { Day } from './dates.ts'
import type { Step } from './steps.ts'

/** How two parties stand on one issue: the relations of a comparison, coarser, and silence. */
export const GAPS = ['conflict', 'common', 'compatible', 'apart'] as const
export type Gap = (typeof GAPS)[number]

/** From this day on: the number of issues, or of pairs times issues, of each kind. */
export interface GapCounts extends Readonly<Record<Gap, number>> {
  readonly day: Day
}

/** What was said on one issue, by party. */
export interface IssueSteps {
  readonly judge: Judge
  readonly steps: ReadonlyMap<string, readonly Step[]>
}

/** One pair on one issue is of this kind from this day on. */
interface Turn {
  readonly day: Day
  readonly gap: Gap
}

/**
 * Count pairs over time.
 *
 * `common` is agreement or shared ground without a conflict; `apart` means that not both hold anything
 * that commits. A day is listed when the counts differ from those of the day before it in the list.
 * @param pairs - of party slugs; the counts add up to pairs times issues on every day
 * @returns ascending by day; empty where nobody said anything
 */
export function countGaps(
  issues: readonly IssueSteps[],
  pairs: readonly (readonly [string, string])[],
): GapCounts[] {
  const changes = new Map<Day, Record<Gap, number>>()
  const add = (day: Day, gap: Gap, n: number) => {
    const own = changes.get(day) ?? { conflict: 0, common: 0, compatible: 0, apart: 0 }
    own[gap] += n
    changes.set(day, own)
  }
  for (const issue of issues) {
    for (const pair of pairs) {
      let last: Gap = 'apart'
      for (const { day, gap } of turnsOf(issue, pair)) {
        add(day, last, -1)
        add(day, gap, 1)
        last = gap
      }
    }
  }
  for (const day of firstDays(issues, pairs)) add(day, 'apart', 0)
  return runningCounts(changes, issues.length * pairs.length)
}

/** The first day on which anybody said anything, so that a gap that never closed is on record too. */
function firstDays(
  issues: readonly IssueSteps[],
  pairs: readonly (readonly [string, string])[],
): Day[] {
  const parties = new Set(pairs.flat())
  const days = issues.flatMap(({ steps }) =>
    [...steps].flatMap(([party, own]) =>
      parties.has(party) ? own.filter(isCounted).map(({ claim }) => claim.latest) : [],
    ),
  )
  return days.sort(compareText).slice(0, 1)
}

const isCounted = ({ grade }: Step) => grade !== 'withdrawn'

function turnsOf({ judge, steps }: IssueSteps, [a, b]: readonly [string, string]): Turn[] {
  const [ours, theirs] = [steps.get(a) ?? [], steps.get(b) ?? []].map((own) =>
    own.filter(isCounted),
  ) as [Step[], Step[]]
  if (ours.length === 0 || theirs.length === 0) return []
  const turns: Turn[] = []
  for (const day of daysOf([...ours, ...theirs])) {
    const gap = gapOn(judge, cellOf(a, ours, day), cellOf(b, theirs, day))
    if (gap !== (turns.at(-1)?.gap ?? 'apart')) turns.push({ day, gap })
  }
  return turns
}

const daysOf = (steps: readonly Step[]): Day[] =>
  [...new Set(steps.flatMap(({ claim, until }) => [claim.latest, ...(until ? [until] : [])]))].sort(
    compareText,
  )

const cellOf = (party: string, steps: readonly Step[], day: Day): Cell => ({
  party,
  stands: standing(steps, day),
  silence: undefined,
  reversals: [],
  mixed: [],
})

const standing = (steps: readonly Step[], day: Day): Claim[] =>
  steps
    .filter(({ claim, until }) => claim.latest <= day && (until === undefined || until > day))
    .map(({ claim }) => claim)

function gapOn(judge: Judge, a: Cell, b: Cell): Gap {
  const relation = comparePair(judge, a, b)?.relation
  if (relation === undefined) return 'apart'
  return relation === 'agreement' || relation === 'shared-ground' ? 'common' : relation
}

function runningCounts(
  changes: ReadonlyMap<Day, Readonly<Record<Gap, number>>>,
  total: number,
): GapCounts[] {
  const now = { conflict: 0, common: 0, compatible: 0, apart: total }
  const counts: GapCounts[] = []
  for (const [day, change] of [...changes].sort(([a], [b]) => compareText(a, b))) {
    const isFirst = counts.length === 0
    if (!isFirst && GAPS.every((gap) => change[gap] === 0)) continue
    for (const gap of GAPS) now[gap] += change[gap]
    counts.push({ day, ...now })
  }
  return counts
}
