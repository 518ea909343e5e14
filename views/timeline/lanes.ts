/** What parties said over time, laid out as lanes of a chart. Pure: numbers in, places out. */
import type { Claim, IssueModel } from '#server/domain/claims.ts'
import { type LetteredPosition, positionOf } from '#server/domain/comparison-letters.ts'
import { BEGINNING, type Day } from '#server/domain/dates.ts'
import type { Grade, Step } from '#server/domain/steps.ts'
import type { TimeAxis } from '#server/domain/time-axis.ts'
import { describeDate, letterPositions } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** Units of the drawing, which are CSS pixels where it is not scaled. */
export const CHART = {
  width: 960,
  left: 96,
  right: 20,
  name: 26,
  row: 24,
  gap: 10,
  foot: 30,
} as const

/** What one lane shows: the statements of one party on one issue. */
export interface Line {
  readonly name: string
  readonly positions: readonly LetteredPosition[]
  readonly steps: readonly Step[]
}

/** A statement: a point, or a bar over the days on which it may have been made. */
interface Mark {
  readonly x: number
  readonly y: number
  /** Where the bar begins; equal to `x` on a day that is known. */
  readonly from: number
  readonly grade: Grade
}

/** How long a statement stood. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly y: number
}

/** From what was held to what took its place. */
interface Turn {
  readonly x: number
  readonly from: number
  readonly to: number
}

interface LaneRow {
  /** "A", "not B", "B?". */
  readonly label: string
  readonly y: number
}

export interface Lane {
  readonly name: string
  /** Base line of the name. */
  readonly y: number
  readonly rows: readonly LaneRow[]
  readonly stretches: readonly Stretch[]
  readonly turns: readonly Turn[]
  readonly marks: readonly Mark[]
}

export interface Chart {
  readonly height: number
  readonly lanes: readonly Lane[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
}

/** Lay lanes out below each other. @param lines - those without a step take no place */
export function layOutChart(lines: readonly Line[], axis: TimeAxis): Chart {
  const xOf = (day: Day) =>
    CHART.left + axis.placeOf(day) * (CHART.width - CHART.left - CHART.right)
  const lanes: Lane[] = []
  let top = 0
  for (const line of lines) {
    if (line.steps.length === 0) continue
    const lane = layOutLane(line, { top, xOf })
    lanes.push(lane)
    top += CHART.name + lane.rows.length * CHART.row + CHART.gap
  }
  return {
    height: top + CHART.foot,
    lanes,
    ticks: axis.ticks.map(({ day, date }) => ({
      x: xOf(day),
      label: describeDate(date, { short: true }),
    })),
  }
}

interface Place {
  readonly top: number
  readonly xOf: (day: Day) => number
}

function layOutLane(line: Line, { top, xOf }: Place): Lane {
  const labels = rowLabels(line)
  const yOf = (claim: Claim) =>
    top + CHART.name + (labels.indexOf(labelOf(claim, line.positions)) + 0.5) * CHART.row
  const standing = line.steps.filter(({ grade }) => grade !== 'withdrawn')
  return {
    name: line.name,
    y: top + CHART.name - 8,
    rows: labels.map((label, i) => ({ label, y: top + CHART.name + (i + 0.5) * CHART.row })),
    stretches: joined(
      standing.map(({ claim, until }) => ({
        from: xOf(claim.latest),
        // What still stands goes on beyond the last day.
        to: until === undefined ? CHART.width : xOf(until),
        y: yOf(claim),
      })),
    ),
    turns: standing.flatMap(({ claim, from, grade }) =>
      from === undefined || grade === 'unchanged' || yOf(from) === yOf(claim)
        ? []
        : [{ x: xOf(claim.latest), from: yOf(from), to: yOf(claim) }],
    ),
    marks: apart(
      line.steps.map(({ claim, grade }) => ({
        x: xOf(claim.latest),
        from: xOf(claim.earliest === BEGINNING ? BEGINNING : claim.earliest),
        y: yOf(claim),
        grade,
      })),
    ),
  }
}

/** The lettered positions of an issue; values as far as any of the steps gives them. */
export const listPositionsOfSteps = (
  issue: IssueModel,
  steps: readonly Step[],
): readonly LetteredPosition[] =>
  letterPositions(issue, [
    {
      party: '',
      stands: steps.map(({ claim }) => claim),
      silence: undefined,
      reversals: [],
      mixed: [],
    },
  ])

/** What a row of a lane is labelled with. */
function labelOf(claim: Claim, positions: readonly LetteredPosition[]): string {
  const position = positionOf(claim, positions)
  const { marks, noWord } = wording().timeline
  return position === undefined ? noWord : marks[claim.stance](position.letter)
}

/** Rows in the order of letters, the answer before its denial. */
function rowLabels({ steps, positions }: Line): string[] {
  const found = new Map<string, number>()
  for (const { claim } of steps) {
    const position = positionOf(claim, positions)
    const place = position === undefined ? positions.length : positions.indexOf(position)
    found.set(labelOf(claim, positions), place)
  }
  return [...found].sort((a, b) => a[1] - b[1]).map(([label]) => label)
}

/** Stretches of one row that touch are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (const one of [...stretches].sort((a, b) => a.y - b.y || a.from - b.from)) {
    const last = found.at(-1)
    if (last?.y === one.y && one.from <= last.to) {
      found[found.length - 1] = { ...last, to: Math.max(last.to, one.to) }
    } else if (one.to > one.from) found.push(one)
  }
  return found
}

/** Marks closer than this cover each other: of equal ones the first is drawn. */
const NEAR = 4

function apart(marks: readonly Mark[]): Mark[] {
  const drawn = new Set<string>()
  return marks.filter(({ x, from, y, grade }) => {
    const key = [Math.round(x / NEAR), Math.round(from / NEAR), y, grade].join(' ')
    return !drawn.has(key) && drawn.add(key)
  })
}
