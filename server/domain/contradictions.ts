/**
 * Which sides contradict each other, from when, and why. Sides are (party, position, stance), not
 * claims: ten repeats are evidence for one contradiction. Pure.
 */
import type { Claim } from './claims.ts'
import type { Clash, Judge } from './conflicts.ts'
import { type Day, BEGINNING, daysBetween } from './dates.ts'
import { type ExplanationWords, explainClash, explainReversal } from './explanation.ts'
import { type ContradictionKind, type RankParts, rankOf } from './reviews.ts'
import { type Standing, overlapOf } from './spans.ts'
import type { Value } from './values.ts'

/** Names the rule in every contradiction it files; changes when its outcome could. */
export const RULE = 'closure/1'

/** A side with the spans in which it stood. */
export interface StandingSide {
  readonly id: number
  readonly party: string
  readonly partyName: string
  readonly stance: 'affirms' | 'denies'
  readonly position: string | undefined
  readonly value: Value | undefined
  readonly spans: readonly Standing[]
}

/** Two sides that clash on days on which both stood. `a` has the lower id. */
export interface FoundContradiction<Side extends StandingSide> {
  readonly kind: ContradictionKind
  readonly a: Side
  readonly b: Side
  readonly clash: Clash
  /** The first day on which both stood. */
  readonly from: Day
  /** The first day on which they conflict no longer; undefined while they do. */
  readonly until: Day | undefined
  readonly isConditional: boolean
  /** Of a reversal: which side gave way to which, dates as written. */
  readonly shift?: {
    readonly from: Side
    readonly to: Side
    readonly fromSaid: string
    readonly toSaid: string
  }
}

/** The side as a claim that the judge can weigh; periods are weighed by the spans. */
export const claimOfSide = (side: StandingSide, issue: string): Claim => ({
  slug: `side-${side.id}`,
  issue,
  party: side.party,
  position: side.position,
  value: side.value,
  stance: side.stance,
  bearing: 'states',
  form: 'paraphrase',
  said: '',
  earliest: BEGINNING,
  latest: BEGINNING,
  withdrawn: false,
})

/** The kind of a conflict between two sides that stood on the same days. */
export function kindOf(a: StandingSide, b: StandingSide, clash: Clash): ContradictionKind {
  if (a.party === b.party) return 'mixed messages'
  if (clash.on === 'value') return clash.apart === undefined ? 'opposed' : 'values apart'
  return a.position === b.position ? 'opposed' : 'incompatible positions'
}

/**
 * Find every contradiction between sides that stood together.
 *
 * Cost: pairs of sides times pairs of their spans; the number of claims behind a side plays no part.
 * @param touched - only pairs with at least one of these parties are looked at
 */
export function findContradictions<Side extends StandingSide>(
  judge: Judge,
  sides: readonly Side[],
  touched: ReadonlySet<string>,
): FoundContradiction<Side>[] {
  const ordered = sides.filter((s) => s.spans.length > 0).sort((a, b) => a.id - b.id)
  const claims = new Map(ordered.map((side) => [side.id, claimOfSide(side, judge.issue.slug)]))
  return ordered.flatMap((a, i) =>
    ordered.slice(i + 1).flatMap((b) => {
      if (!touched.has(a.party) && !touched.has(b.party)) return []
      const [x, y] = [claims.get(a.id), claims.get(b.id)]
      const clash = x === undefined || y === undefined ? undefined : judge.clash(x, y)
      return clash === undefined ? [] : (meet(a, b, clash) ?? [])
    }),
  )
}

function meet<Side extends StandingSide>(
  a: Side,
  b: Side,
  clash: Clash,
): FoundContradiction<Side> | undefined {
  const isWithin = a.party === b.party
  const meetings = a.spans.flatMap((s) =>
    b.spans.flatMap((t) => {
      if (isWithin && !(s.isOwnWords && t.isOwnWords)) return []
      const days = overlapOf(s, t)
      return days === undefined
        ? []
        : [{ ...days, isConditional: s.isConditional || t.isConditional }]
    }),
  )
  const [first] = meetings
  if (first === undefined) return undefined
  const current = meetings.filter((m) => m.until === undefined)
  const decisive = current.length > 0 ? current : meetings
  return {
    kind: kindOf(a, b, clash),
    a,
    b,
    clash,
    from: meetings.reduce((day, m) => (m.from < day ? m.from : day), first.from),
    until: current.length > 0 ? undefined : latestOf(meetings.map((m) => m.until)),
    isConditional: decisive.every((m) => m.isConditional),
  }
}

const latestOf = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.reduce(
    (last, day) => (last === undefined || (day !== undefined && day > last) ? day : last),
    undefined,
  )

/**
 * Why it is one, in the words of the positions: of a reversal what gave way to what.
 * @param words - English unless there are others
 */
export function explainContradiction<Side extends StandingSide>(
  judge: Judge,
  { a, b, clash, shift }: Pick<FoundContradiction<Side>, 'a' | 'b' | 'clash' | 'shift'>,
  words?: ExplanationWords,
): string {
  const { issue } = judge
  const held = (side: Side, said = '') => ({ ...claimOfSide(side, issue.slug), said })
  if (shift === undefined)
    return explainClash({
      issue,
      clash,
      a: { partyName: a.partyName, claim: held(a) },
      b: { partyName: b.partyName, claim: held(b) },
      words,
    })
  const [from, to] = [held(shift.from, shift.fromSaid), held(shift.to, shift.toSaid)]
  const inOrder = judge.clash(from, to) ?? clash
  const { partyName } = shift.from
  return explainReversal({ issue, clash: inOrder, partyName, from, to, words })
}

/** The newest evidence of a side, for its rank; the grade is the best of its sources. */
export interface NewestEvidence {
  readonly form: string
  readonly grade: string | undefined
  readonly isHedged: boolean
  readonly latest: Day
}

/** How near the top it belongs, in parts. */
export const rankContradiction = (
  { clash, isConditional }: Pick<FoundContradiction<StandingSide>, 'clash' | 'isConditional'>,
  a: NewestEvidence | undefined,
  b: NewestEvidence | undefined,
): RankParts =>
  rankOf({
    steps: clash.on === 'position' ? clash.aChain.length + clash.bChain.length : 0,
    isConditional,
    forms: [a?.form ?? '', b?.form ?? ''],
    grades: [a?.grade, b?.grade],
    isHedged: a?.isHedged === true || b?.isHedged === true,
    daysApart: a === undefined || b === undefined ? 0 : daysBetween(a.latest, b.latest),
  })

/** The day of its newest evidence. */
export const lastDayOf = (
  { from }: Pick<FoundContradiction<StandingSide>, 'from'>,
  a: NewestEvidence | undefined,
  b: NewestEvidence | undefined,
): Day =>
  [a?.latest, b?.latest].reduce<Day>(
    (last, day) => (day !== undefined && day > last ? day : last),
    from,
  )
