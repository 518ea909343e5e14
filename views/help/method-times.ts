/** Examples of the method page that turn on dates. As in method-examples.ts, the code decides them all. */
import type { Claim, IssueModel } from '#server/domain/claims.ts'
import type { RelationWord } from '#server/domain/comparison.ts'
import {
  BEGINNING,
  DateError,
  type Day,
  FOREVER,
  type ParsedDate,
  isBefore,
  parseDate,
} from '#server/domain/dates.ts'
import { claimDays } from '#server/domain/dossier.ts'
import { judgeOf } from '#server/domain/conflicts.ts'
import { MIXED_MESSAGE_WINDOW_DAYS, supersedes } from '#server/domain/stands.ts'
import { wording } from '../words/wording.ts'
import { bridge, costs, NORTH, SOUTH, aClaim, compare, daysAfter } from './method-examples.ts'

/** A date as the code reads it, or why it does not. */
export function readDate(
  text: string,
): ParsedDate | { readonly text: string; readonly why: string } {
  try {
    return parseDate(text)
  } catch (error) {
    if (error instanceof DateError) return { text, why: error.message }
    throw error
  }
}

/** A day for a table; the ends of time by name. */
export const describeDay = (day: Day): string =>
  day === BEGINNING
    ? wording().methodRules.dates.noFirst
    : day === FOREVER
      ? wording().methodRules.dates.noLast
      : day

/** Which of two dates comes first, as far as that is known. */
export function describeOrder(a: string, b: string): string {
  const [x, y] = [parseDate(a), parseDate(b)]
  const w = wording().methodRules.dates
  if (isBefore(x, y)) return w.isBefore(a, b)
  return isBefore(y, x) ? w.isBefore(b, a) : w.notKnown
}

/** The days on which something may have been said that a source of this day reports. */
export function describeBound(said: string, published: string): string {
  const days = claimDays(parseDate(said), [parseDate(published).latest])
  const w = wording().methodRules.dates
  if (days === undefined) return w.tooLate
  return days.earliest === days.latest ? days.latest : w.days(days.earliest, days.latest)
}

/** One party says something, and later something else. */
export interface Sequel {
  readonly words: string
  readonly issue: IssueModel
  readonly earlier: Claim
  readonly later: Claim
}

const FIRST: Day = '2020-03-01'
const PERIODS = { before: '2020', after: '2021/..' }

const keep = (given: Partial<Claim> = {}) =>
  aClaim({
    party: NORTH,
    position: 'keep',
    person: 'mayor',
    said: FIRST,
    slug: 'earlier',
    ...given,
  })

const after = (days: number, given: Partial<Claim>) =>
  aClaim({
    party: NORTH,
    position: 'replace',
    person: 'mayor',
    said: daysAfter(FIRST, days),
    slug: 'later',
    ...given,
  })

/** What one party may say after it has said “Keep it as it is”, or that it costs 3 to 4 millions. */
export function listSequels(): readonly Sequel[] {
  const w = wording().methodRules.stands.sequels(MIXED_MESSAGE_WINDOW_DAYS)
  return [
    {
      words: w.again,
      issue: bridge(),
      earlier: keep(),
      later: after(1, { position: 'keep' }),
    },
    {
      words: w.replace,
      issue: bridge(),
      earlier: keep(),
      later: after(1, {}),
    },
    {
      words: w.within,
      issue: bridge(),
      earlier: keep(),
      later: after(MIXED_MESSAGE_WINDOW_DAYS, { person: 'treasurer' }),
    },
    {
      words: w.after,
      issue: bridge(),
      earlier: keep(),
      later: after(MIXED_MESSAGE_WINDOW_DAYS + 1, { person: 'treasurer' }),
    },
    {
      words: w.nobody,
      issue: bridge(),
      earlier: keep(),
      later: after(1, { person: undefined }),
    },
    {
      words: w.leavesOpen,
      issue: bridge(),
      earlier: keep(),
      later: after(1, { position: 'keep', stance: 'leaves-open' }),
    },
    {
      words: w.declines,
      issue: bridge(),
      earlier: keep(),
      later: after(1, { position: 'keep', stance: 'declines' }),
    },
    {
      words: w.adds,
      issue: bridge(),
      earlier: keep(),
      later: after(1, { position: 'closed' }),
    },
    {
      words: w.sameMonth,
      issue: bridge(),
      earlier: keep(),
      later: after(0, { said: '2020-03', ...span('2020-03') }),
    },
    {
      words: w.periods,
      issue: bridge(),
      earlier: keep({ scope: span(PERIODS.before) }),
      later: after(1, { scope: span(PERIODS.after) }),
    },
    {
      words: w.costs,
      issue: costs(),
      earlier: keep({ position: undefined, value: { min: 3, max: 4 } }),
      later: after(1, { position: undefined, value: { min: 4, max: 5 } }),
    },
  ]
}

function span(text: string) {
  const { earliest, latest } = parseDate(text)
  return { earliest, latest }
}

/** What becomes of the earlier claim, and what the two are called. */
export function judgeSequel({ issue, earlier, later }: Sequel): { stands: string; called: string } {
  const w = wording().methodRules.stands
  const judge = judgeOf(issue)
  const isReplaced = supersedes(later, earlier, judge, MIXED_MESSAGE_WINDOW_DAYS)
  const [cell] = compare(issue, [earlier, later]).cells
  const called = [
    ...(cell === undefined || cell.reversals.length === 0 ? [] : [w.reversal]),
    ...(cell === undefined || cell.mixed.length === 0 ? [] : [w.mixed]),
  ]
  return {
    stands: isReplaced ? w.later : w.both,
    called: called.join(wording().common.comma) || w.neither,
  }
}

/** Two opposed claims of two parties about periods: do they meet? */
export function relateScopes(a: string, b: string): RelationWord | undefined {
  const [left, right] = [span(a), span(b)]
  const claims = [
    aClaim({ party: NORTH, position: 'keep', scope: left }),
    aClaim({ party: SOUTH, position: 'replace', scope: right }),
  ]
  return compare(bridge(), claims).pairs[0]?.relation
}
