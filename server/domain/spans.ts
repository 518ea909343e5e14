/**
 * When a side stood. A side's claims that follow each other without a gap make one span, so that a
 * line repeated ten times is one stretch of time, and the cost of finding contradictions depends on
 * sides, never on claims. Pure.
 */
import type { Claim } from './claims.ts'
import type { Day, Days } from './dates.ts'
import { areDisjoint } from './dates.ts'
import { groupBy } from './grouping.ts'

/** A stretch of days on which claims of one side stood, with what decides whether it can clash. */
export interface Standing {
  readonly from: Day
  /** The first day on which it stood no longer; undefined while it stands. */
  readonly until: Day | undefined
  readonly scope: Days | undefined
  readonly isConditional: boolean
  /** False for what only a third party reports: it never makes its party contradict itself. */
  readonly isOwnWords: boolean
}

/** What one claim contributes: it stands from the day it counts as said until it is superseded. */
export const standingOf = (claim: Claim, until: Day | undefined): Standing => ({
  from: claim.latest,
  until,
  scope: claim.scope,
  isConditional: claim.condition !== undefined,
  isOwnWords: claim.form !== 'reported by a third party',
})

const terms = ({ scope, isConditional, isOwnWords }: Standing) =>
  `${scope?.earliest}/${scope?.latest}/${isConditional}/${isOwnWords}`

const ended = (until: Day | undefined): Day => until ?? 'infinity'

/** Join what touches or overlaps on the same terms. @returns spans in order of terms, then time */
export function mergeStandings(standings: readonly Standing[]): Standing[] {
  return [...groupBy(standings, terms).values()].flatMap((group) => {
    const merged: Standing[] = []
    for (const next of [...group].sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
    )) {
      const last = merged.at(-1)
      if (last === undefined || ended(last.until) < next.from) merged.push(next)
      else if (ended(last.until) < ended(next.until))
        merged[merged.length - 1] = { ...last, until: next.until }
    }
    return merged
  })
}

/**
 * Since when a side has stood without a gap, as seen from a day: back from span to span, whatever the
 * terms of each, as long as one begins before the other ended or on that very day.
 * @returns undefined where it does not stand on the day
 */
export function unbrokenSince(
  spans: readonly Pick<Standing, 'from' | 'until'>[],
  day: Day,
): Day | undefined {
  const later = [...spans].filter((s) => s.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))
  const holding = later.filter((s) => day < ended(s.until))
  let since = holding.reduce<Day | undefined>(
    (first, s) => (first === undefined || s.from < first ? s.from : first),
    undefined,
  )
  for (const { from, until } of later)
    if (since !== undefined && from < since && since <= ended(until)) since = from
  return since
}

/** The days on which two spans both stood with scopes that meet; undefined when there is none. */
export function overlapOf(
  a: Standing,
  b: Standing,
): { from: Day; until: Day | undefined } | undefined {
  if (areDisjoint(a.scope, b.scope)) return undefined
  const from = a.from > b.from ? a.from : b.from
  const until = ended(a.until) < ended(b.until) ? a.until : b.until
  return from < ended(until) ? { from, until } : undefined
}
