/** What changed on an issue from one day to another: what parties came to hold, how pairs moved. Pure. */
import type { Claim } from './claims.ts'
import type { IssueComparison, PairComparison, RelationWord } from './comparison.ts'
import { type Grade, gradeAgainst } from './steps.ts'

/** A party holds something that it did not hold before. */
export interface StandChange {
  readonly party: string
  readonly grade: Exclude<Grade, 'unchanged' | 'withdrawn'>
  readonly to: Claim
  /** What the grade is measured against. */
  readonly from: Claim | undefined
}

/** A pair relates in another way; undefined where not both had anything that commits them. */
export interface PairMove {
  readonly parties: readonly [string, string]
  readonly before: RelationWord | undefined
  readonly after: RelationWord | undefined
}

export interface IssueChanges {
  readonly stands: readonly StandChange[]
  readonly moves: readonly PairMove[]
  /** Statements that say again what their party held on the first day. */
  readonly repeats: number
}

/**
 * Compare two comparisons of the same issue and parties.
 *
 * The net change counts: what was said and superseded in between is left to the timeline.
 * @param before - as of the first day
 * @param after - as of the last
 */
export function findChanges(before: IssueComparison, after: IssueComparison): IssueChanges {
  const formerly = new Map(before.cells.map((cell) => [cell.party, cell.stands]))
  const steps = after.cells.flatMap(({ party, stands }) =>
    newlyHeld(formerly.get(party) ?? [], stands).map((to) => ({
      party,
      to,
      ...gradeAgainst(to, measures(to, formerly.get(party) ?? [], stands, after), after.judge),
    })),
  )
  return {
    stands: steps.flatMap(({ grade, ...step }) =>
      grade === 'unchanged' || grade === 'withdrawn' ? [] : [{ ...step, grade }],
    ),
    repeats: steps.filter(({ grade }) => grade === 'unchanged').length,
    moves: movesBetween(before.pairs, after.pairs),
  }
}

const newlyHeld = (before: readonly Claim[], after: readonly Claim[]): Claim[] => {
  const known = new Set(before.map(({ slug }) => slug))
  return after.filter(({ slug }) => !known.has(slug))
}

/** What stood and no longer does, and what says the same. */
function measures(
  to: Claim,
  before: readonly Claim[],
  after: readonly Claim[],
  { judge }: IssueComparison,
): Claim[] {
  const standing = new Set(after.map(({ slug }) => slug))
  return before.filter((from) => !standing.has(from.slug) || judge.isSame(from, to))
}

function movesBetween(
  before: readonly PairComparison[],
  after: readonly PairComparison[],
): PairMove[] {
  const keyOf = ({ parties }: PairComparison) => parties.join(' ')
  const [then, now] = [before, after].map((pairs) => new Map(pairs.map((p) => [keyOf(p), p]))) as [
    Map<string, PairComparison>,
    Map<string, PairComparison>,
  ]
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)]
    const parties = (is ?? was)?.parties
    return parties === undefined || was?.relation === is?.relation
      ? []
      : [{ parties, before: was?.relation, after: is?.relation }]
  })
}
