/**
 * What a party holds on a day: which claims supersede which, and what is left standing.
 *
 * Pure. Every question about a day is asked of claims of one party on one issue that count
 * (published, not withdrawn, stating a position). @see the section "What a party holds on a day"
 * of the model, quoted on the method page.
 */
import { type Day, FOREVER, areDisjoint, daysBetween, isBefore } from './dates.ts'
import { type Claim, counts, inOrderSaid, isValued } from './claims.ts'
import { type Judge, areAboutTheSame } from './conflicts.ts'

/** Days within which different people of one party contradict each other instead of shifting. */
export const MIXED_MESSAGE_WINDOW_DAYS = 30

/**
 * Over which days one claim is the *first* successor of another (by earliest day, latest day, slug,
 * among what was said by then). `until` is the first day on which another one takes its place.
 */
export interface Succession {
  readonly claim: Claim
  readonly successor: Claim
  readonly from: Day
  readonly until?: Day | undefined
}

const wereDifferentPeople = (a: Claim, b: Claim) =>
  a.person !== undefined && b.person !== undefined && a.person !== b.person

/**
 * Does `later` supersede `earlier`? Both must be claims that count, of one party on one issue.
 * @param windowDays - the topic's mixed-message window, counted from the one's latest day to the
 *   other's earliest, both inclusive
 */
export function supersedes(
  later: Claim,
  earlier: Claim,
  judge: Judge,
  windowDays: number,
): boolean {
  if (later.stance === 'declines' || !isBefore(earlier, later)) return false
  if (areDisjoint(later.scope, earlier.scope)) return false
  const clash = judge.clash(later, earlier) !== undefined
  if (clash && wereDifferentPeople(later, earlier)) {
    if (daysBetween(earlier.latest, later.earliest) <= windowDays) return false
  }
  return clash || areAboutTheSame(later, earlier) || isRevisedEstimate(later, earlier, judge)
}

const isRevisedEstimate = (later: Claim, earlier: Claim, judge: Judge) =>
  isValued(judge.issue.kind) && later.stance === 'affirms' && earlier.stance === 'affirms'

/**
 * Bring the successions of one claim up to date with one more superseding claim.
 *
 * The list stays a staircase: as days pass, the first successor is replaced only by one that was
 * said earlier but is known (its latest possible day) later.
 * @param successions - of `claim`, in order of `from`; empty while nothing supersedes it
 * @returns the new list, in order of `from`; the same list when nothing changes
 */
export function succeed(
  successions: readonly Succession[],
  claim: Claim,
  successor: Claim,
): readonly Succession[] {
  const successors = [...successions.map((s) => s.successor), successor]
  return staircase(claim, successors)
}

function staircase(claim: Claim, successors: readonly Claim[]): readonly Succession[] {
  const byDayKnown = [...successors].sort((a, b) =>
    a.latest === b.latest ? inOrderSaid(a, b) : a.latest < b.latest ? -1 : 1,
  )
  const steps: Claim[] = []
  for (const next of byDayKnown) {
    const last = steps.at(-1)
    if (last === undefined || inOrderSaid(next, last) < 0) steps.push(next)
  }
  return steps.map((successor, i) => ({
    claim,
    successor,
    from: successor.latest,
    until: steps[i + 1]?.latest,
  }))
}

/**
 * All successions among the claims of one party on one issue.
 * Near-linear in practice: a claim is compared only with those that can still be its first successor.
 */
export function successionsOf(
  claims: readonly Claim[],
  judge: Judge,
  windowDays: number,
): readonly Succession[] {
  const ordered = [...claims].sort(inOrderSaid)
  return ordered.flatMap((claim) => {
    const successors: Claim[] = []
    let known: Day | undefined
    for (let i = firstAfter(ordered, claim.latest); i < ordered.length; i++) {
      const candidate = ordered[i]
      if (candidate === undefined) break
      // A later candidate can matter only by being known before all successors so far.
      if (known !== undefined && candidate.earliest > known) break
      if (known !== undefined && candidate.latest >= known) continue
      if (!supersedes(candidate, claim, judge, windowDays)) continue
      successors.push(candidate)
      known = candidate.latest
    }
    return staircase(claim, successors)
  })
}

/** Index of the first claim (in order said) whose earliest day is after `day`. */
function firstAfter(ordered: readonly Claim[], day: Day): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ordered[middle]?.earliest ?? '') > day) high = middle
    else low = middle + 1
  }
  return low
}

/** The day from which the claim stands no longer: the first on which anything had superseded it. */
export const standsUntil = (successions: readonly Succession[]): Day | undefined =>
  successions[0]?.from

/**
 * May these two show a party contradicting itself? What a third party reports of a party never does
 * so by itself.
 */
export const areOwnWords = (a: Claim, b: Claim): boolean =>
  a.form !== 'reported by a third party' && b.form !== 'reported by a third party'

/** Is the succession a reversal: a shift to something that conflicts with what was said before? */
export const isReversal = ({ claim, successor }: Succession, judge: Judge): boolean =>
  areOwnWords(claim, successor) && judge.clash(claim, successor) !== undefined

/** What one party holds on one issue on a day, and how it came to. */
export interface Stand {
  /** What nothing supersedes, in order said; leaving open and declining included. */
  readonly claims: readonly Claim[]
  readonly reversals: readonly { readonly from: Claim; readonly to: Claim }[]
}

/**
 * The stand of one party on one issue on a day, straight from the definition: claims said by `day`
 * that nothing said by `day` supersedes. The read models in the database must agree with it.
 * @param claims - of one party on one issue; those that do not count are ignored
 */
export function standOn(
  day: Day,
  claims: readonly Claim[],
  judge: Judge,
  windowDays = MIXED_MESSAGE_WINDOW_DAYS,
): Stand {
  const said = claims.filter((c) => counts(c) && c.latest <= day && c.latest !== FOREVER)
  const successions = successionsOf(said, judge, windowDays)
  const superseded = new Set(successions.map((s) => s.claim))
  return {
    claims: said.filter((c) => !superseded.has(c)).sort(inOrderSaid),
    reversals: successions
      .filter((s) => s.until === undefined && isReversal(s, judge))
      .map((s) => ({ from: s.claim, to: s.successor })),
  }
}
