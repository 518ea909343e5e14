/**
 * Letters for what parties hold on an issue, and the legend that explains them. Letters never depend on
 * the baseline. Pure.
 */
import { type Claim, type IssueModel, type Stance, isValued } from './claims.ts'
import type { Cell } from './comparison.ts'
import { letterOf } from './letters.ts'
import { ENGLISH_VALUES, type Value, describeValue, intervalOf, isSameValue } from './values.ts'

/** One position of an issue, or one value that somebody holds. */
export interface LetteredPosition {
  readonly letter: string
  readonly label: string
  /** Absent where the position is a value. */
  readonly slug?: string | undefined
  readonly value?: Value | undefined
}

/**
 * The positions of an issue with their letters. Named positions in the order of the issue, whether
 * anybody holds them or not; values in the order of their lower ends, as far as the cells hold them.
 */
export function letterPositions(
  issue: IssueModel,
  cells: readonly Cell[],
  words = ENGLISH_VALUES,
): readonly LetteredPosition[] {
  if (!isValued(issue.kind)) {
    return issue.positions.map(({ slug, label }, place) => ({
      letter: letterOf(place),
      label,
      slug,
    }))
  }
  const unit = issue.kind === 'date' ? undefined : issue.unit
  return distinctValues(cells).map((value, place) => ({
    letter: letterOf(place),
    label: describeValue(value, unit, words),
    value,
  }))
}

function distinctValues(cells: readonly Cell[]): Value[] {
  const found: Value[] = []
  for (const { value } of cells.flatMap((cell) => cell.stands)) {
    if (value !== undefined && !found.some((known) => isSameValue(known, value))) found.push(value)
  }
  return found.sort((a, b) => {
    const [x, y] = [intervalOf(a), intervalOf(b)]
    return compare(x.from, y.from) || compare(x.to, y.to)
  })
}

/** Without subtraction, which is no number between two infinite ends. */
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)

/** The position that a claim is about; undefined where its party declined to say anything at all. */
export const positionOf = (
  claim: Claim,
  positions: readonly LetteredPosition[],
): LetteredPosition | undefined =>
  positions.find((position) =>
    claim.value !== undefined && position.value !== undefined
      ? isSameValue(claim.value, position.value)
      : claim.position !== undefined && claim.position === position.slug,
  )

const marks: Readonly<Record<Stance, (letter: string) => string>> = {
  affirms: (letter) => letter,
  denies: (letter) => `not ${letter}`,
  'leaves-open': (letter) => `${letter}?`,
  declines: (letter) => `no word on ${letter}`,
}

/** A claim as a letter: `A`, `not A`, `A?` where it is left open, '' where there is nothing to letter. */
export function markOf(claim: Claim, positions: readonly LetteredPosition[]): string {
  const position = positionOf(claim, positions)
  return position === undefined ? '' : marks[claim.stance](position.letter)
}
