/**
 * What a party said on an issue, step by step: what each statement did to the one before it, and how
 * long it stood. Pure.
 *
 * The grades are those of the model ("What a party holds on a day"). They weigh nothing: a position
 * may be reversed for the best of reasons.
 */
import { type Claim, commits, compareText, counts, inOrderSaid, isConditional } from './claims.ts'
import { type Judge, areAboutTheSame } from './conflicts.ts'
import { type Day, FOREVER } from './dates.ts'
import { type Succession, areOwnWords, standsUntil, successionsOf } from './stands.ts'
import { contains, intervalOf } from './values.ts'

export const GRADES = ['newly-stated', 'unchanged', 'qualified', 'reversed', 'withdrawn'] as const
export type Grade = (typeof GRADES)[number]

/** One statement among those of its party on its issue. */
export interface Step<C extends Claim = Claim> {
  readonly claim: C
  readonly grade: Grade
  /** What the grade is measured against; undefined where nothing before it is about the same. */
  readonly from: C | undefined
  /** The first day on which it stood no longer; undefined while it stands. */
  readonly until: Day | undefined
}

/**
 * The statements of one party on one issue that were said by a day, in order said, graded.
 * A claim that was withdrawn from the record is a step too: it stood on no day.
 * @param claims - of one party on one issue; context is left out
 * @param windowDays - the topic's window for mixed messages
 */
export function listSteps<C extends Claim>(
  day: Day,
  claims: readonly C[],
  judge: Judge,
  windowDays: number,
): Step<C>[] {
  const said = claims.filter(
    (c) => c.bearing === 'states' && c.latest <= day && c.latest !== FOREVER,
  )
  const counted = said.filter(counts).sort(inOrderSaid)
  const bySlug = new Map(counted.map((claim) => [claim.slug, claim]))
  const successions = successionsOf(counted, judge, windowDays)
  const [before, ends] = [predecessorsOf(successions), endsOf(successions)]
  return said.sort(inOrderSaid).map((claim) => {
    if (claim.withdrawn) return { claim, grade: 'withdrawn', from: undefined, until: undefined }
    const superseded = (before.get(claim.slug) ?? []).flatMap((slug) => bySlug.get(slug) ?? [])
    const until = ends.get(claim.slug)
    const repeated = counted.filter((one) => one !== claim && isRepeat(one, claim, judge))
    return { claim, until, ...gradeAgainst(claim, [...repeated, ...superseded], judge) }
  })
}

/** The same words of the same weight, said no later: nothing supersedes where the order is unknown. */
const isRepeat = (one: Claim, claim: Claim, judge: Judge) =>
  inOrderSaid(one, claim) < 0 && judge.isSame(one, claim) && !isQualified(claim, one)

function predecessorsOf(successions: readonly Succession[]): ReadonlyMap<string, string[]> {
  const before = new Map<string, string[]>()
  for (const { claim, successor, until } of successions) {
    if (until !== undefined) continue
    before.set(successor.slug, [...(before.get(successor.slug) ?? []), claim.slug])
  }
  return before
}

function endsOf(successions: readonly Succession[]): ReadonlyMap<string, Day> {
  const ofClaim = new Map<string, Succession[]>()
  for (const one of successions) {
    ofClaim.set(one.claim.slug, [...(ofClaim.get(one.claim.slug) ?? []), one])
  }
  return new Map(
    [...ofClaim].flatMap(([slug, own]) => {
      const end = standsUntil(own)
      return end === undefined ? [] : [[slug, end]]
    }),
  )
}

/** The heaviest of what a statement does to those before it, measured against the newest such. */
const WEIGHT: readonly Grade[] = ['reversed', 'qualified', 'newly-stated', 'unchanged']

/**
 * What a statement does to what was held before it.
 *
 * Reversed: it conflicts with it, both in the party's own words. Qualified: it is about the same
 * position with a weaker stance, under a condition that was not named before, or gives a wider value.
 * Unchanged: the same stance on the same position. Newly stated: anything else, so also a stance where
 * the question was left open, without a former condition, or a narrower value.
 * @param earlier - what it supersedes, and what says the same; of its own party on its issue
 */
export function gradeAgainst<C extends Claim>(
  claim: C,
  earlier: readonly C[],
  judge: Judge,
): Pick<Step<C>, 'grade' | 'from'> {
  const newest = [...earlier].sort((a, b) => inOrderSaid(b, a))
  const graded = newest.map((from) => ({ from, grade: gradeOf(claim, from, judge) }))
  for (const grade of WEIGHT) {
    const found = graded.find((one) => one.grade === grade)
    if (found !== undefined) return found
  }
  return { grade: 'newly-stated', from: undefined }
}

function gradeOf(claim: Claim, from: Claim, judge: Judge): Grade {
  if (judge.clash(claim, from) !== undefined)
    return areOwnWords(claim, from) ? 'reversed' : 'newly-stated'
  if (isQualified(claim, from)) return 'qualified'
  const isSameStance = areAboutTheSame(claim, from) && claim.stance === from.stance
  return isSameStance && isConditional(claim) === isConditional(from) ? 'unchanged' : 'newly-stated'
}

function isQualified(claim: Claim, from: Claim): boolean {
  if (!areAboutTheSame(claim, from)) return isWider(claim, from)
  if (commits(from) && claim.stance === 'leaves-open') return true
  return claim.stance === from.stance && isConditional(claim) && claim.condition !== from.condition
}

const isWider = (claim: Claim, from: Claim): boolean =>
  claim.value !== undefined &&
  from.value !== undefined &&
  claim.stance === 'affirms' &&
  from.stance === 'affirms' &&
  contains(intervalOf(claim.value), intervalOf(from.value))

/** How many steps of each grade. */
export function countGrades(steps: readonly Step[]): Readonly<Record<Grade, number>> {
  const none = { 'newly-stated': 0, unchanged: 0, qualified: 0, reversed: 0, withdrawn: 0 }
  for (const { grade } of steps) none[grade] += 1
  return none
}

/** All steps of several lines, the oldest first. */
export const inStepOrder = (a: Step, b: Step): number =>
  compareText(a.claim.latest, b.claim.latest) || inOrderSaid(a.claim, b.claim)
