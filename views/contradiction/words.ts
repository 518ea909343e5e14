import { counted } from '../shared/stance.tsx'
import { describeValue } from '#server/domain/values.ts'
import type { RecordedContradiction, RecordedSide } from '#server/domain/recorded-contradiction.ts'
import {
  type ContradictionKind,
  type DismissalReason,
  type Status,
  type Verdict,
  statusShown,
} from '#server/domain/reviews.ts'

/** The words for what a contradiction is, what became of it, and why. One place, every page. */

export const kindWords: Readonly<Record<ContradictionKind, string>> = {
  opposed: 'One affirms what the other denies',
  'incompatible positions': 'Incompatible positions',
  'values apart': 'Values apart',
  reversal: 'Changed position over time',
  'mixed messages': 'Mixed messages within one party',
  'flagged by a person': 'Flagged by a person',
  'suggested by text': 'Suggested by the wording',
}

export const statusWords: Readonly<Record<Status, string>> = {
  open: 'Open',
  'under review': 'Under review',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
  resolved: 'Resolved',
}

/** A status in an address: `under-review`. */
export const statusSlug = (status: Status): string => status.replace(' ', '-')

export const verdictWords: Readonly<Record<Verdict, string>> = {
  conflict: 'Conflict',
  tension: 'Tension',
  'no conflict': 'No conflict',
  'cannot tell': 'Cannot tell',
}

export const verdictHints: Readonly<Record<Verdict, string>> = {
  conflict: 'Both cannot hold.',
  tension: 'Both could hold, but pull apart.',
  'no conflict': 'Choose the reason.',
  'cannot tell': 'Not with what is on record.',
}

/** Why two claims are no conflict, as a sentence a reviewer recognises. */
export const reasonWords: Readonly<Record<DismissalReason, string>> = {
  'superseded in time': 'Superseded in time: one replaced the other',
  'both can hold': 'Both can hold at once',
  'refinement of the same position': 'One refines the other: the same position, put more exactly',
  'different scope': 'Different scope: another period, place or part',
  'same name but different subject': 'Same name, but a different subject',
  'unmet condition': 'A condition that is not met keeps them apart',
  'restatement of one event': 'Two accounts of one and the same statement',
  'reported but not held': 'Reported of the party, but not held by it',
  'different level of authority': 'One speaks with less authority for the party',
  translation: 'A matter of translation',
  misquotation: 'A misquotation',
  'coding mistake': 'A mistake in how a claim was recorded',
  'off the record': 'Said off the record',
}

/** The reason in words, also of one that an import brought and that is not on our list. */
export const describeReason = (reason: string): string =>
  Object.hasOwn(reasonWords, reason) ? reasonWords[reason as DismissalReason] : reason

export const disagreementWords: Readonly<Record<string, string>> = {
  scope: 'Scope',
  timing: 'Timing',
  negation: 'Negation',
  quantity: 'Quantity',
  who: 'Who',
}

/** What a reversal is, in the words of a shift: never a value judgement. */
export const SHIFT_GRADE = 'Reversed'

/** What a side holds, without the party: the position, or that it is denied. */
export function describeHeld(side: RecordedSide, unit: string | undefined): string {
  const held = side.position ?? (side.value === undefined ? '' : describeValue(side.value, unit))
  return side.stance === 'affirms' ? held : `denies “${held}”`
}

export const shownStatusOf = (x: RecordedContradiction): Status =>
  statusShown(x.status, x.resolvedOn)

/** The gap between two values: "3 months", "45 days". */
const describeApart = (x: RecordedContradiction): string | undefined => {
  if (x.apart === undefined) return undefined
  const unit = x.issue.kind === 'date' ? 'days' : (x.issue.unit ?? '')
  return `${x.apart.toLocaleString('en-GB', { maximumFractionDigits: 6 })} ${unit}`.trim()
}

/** The kind in words, with by how much and whether only under a condition. */
export function describeKind(x: RecordedContradiction): string {
  const apart = describeApart(x)
  const by = x.kind === 'values apart' && apart !== undefined ? ` by ${apart}` : ''
  return `${kindWords[x.kind]}${by}${x.isConditional ? ', under a condition' : ''}`
}

export interface RankPart {
  readonly says: string
  readonly points: number
  readonly most: number
}

const level = (
  points: number,
  steps: readonly (readonly [least: number, says: string])[],
): string => steps.find(([least]) => points >= least)?.[1] ?? ''

/** Why a contradiction is near the top or not, each part in words with its points. */
export function describeRank(parts: Readonly<Record<string, number>>): RankPart[] {
  const { directness = 0, unconditional = 0, form = 0, source = 0, recency = 0 } = parts
  const months = 20 - recency
  return [
    {
      points: directness,
      most: 30,
      says: level(directness, [
        [30, 'What was said clashes directly.'],
        [24, 'The clash follows in 1 step.'],
        [18, 'The clash follows in 2 steps.'],
        [12, 'The clash follows in 3 steps.'],
        [0, 'The clash follows in 4 steps or more.'],
      ]),
    },
    {
      points: unconditional,
      most: 20,
      says:
        unconditional > 0
          ? 'Neither side sets a condition.'
          : 'At least one side sets a condition.',
    },
    {
      points: form,
      most: 20,
      says: level(form, [
        [18, 'Both sides are on record in their own words, documents or votes.'],
        [13, 'One side is on record in part, in paraphrase, or through others.'],
        [0, 'Mostly paraphrased, reported by others, or hedged.'],
      ]),
    },
    {
      points: source,
      most: 10,
      says: level(source, [
        [8, 'Sources graded A or B.'],
        [6, 'Sources graded C, or not graded.'],
        [0, 'At least one source graded below C.'],
      ]),
    },
    {
      points: recency,
      most: 20,
      says:
        months <= 0
          ? 'Said within 30 days of each other.'
          : recency <= 0
            ? 'Said 20 months or more apart.'
            : `Said about ${counted(months, 'month')} apart.`,
    },
  ]
}
