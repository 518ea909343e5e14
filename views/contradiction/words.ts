import type { RecordedContradiction, RecordedSide } from '#server/domain/recorded-contradiction.ts'
import { type DismissalReason, type Status, statusShown } from '#server/domain/reviews.ts'
import { describeValue } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** The words for what a contradiction is, what became of it, and why. One place, every page. */

/** A status in an address: `under-review`. */
export const statusSlug = (status: Status): string => status.replace(' ', '-')

/** The reason in words, also of one that an import brought and that is not on our list. */
export function describeReason(reason: string): string {
  const { reasons } = wording().contradiction
  return Object.hasOwn(reasons, reason) ? reasons[reason as DismissalReason] : reason
}

/** What a review turns on, within a sentence; as it is where an import brought it. */
export function describeDisagreement(kind: string): string {
  const words: Readonly<Record<string, string>> = wording().contradiction.disagreements
  return words[kind]?.toLowerCase() ?? kind
}

/** What a side holds, without the party: the position, or that it is denied. */
export function describeHeld(side: RecordedSide, unit: string | undefined): string {
  const held = side.position ?? (side.value === undefined ? '' : describeValue(side.value, unit))
  return side.stance === 'affirms' ? held : wording().contradiction.denies(held)
}

export const shownStatusOf = (x: RecordedContradiction): Status =>
  statusShown(x.status, x.resolvedOn)

/** The gap between two values: "3 months", "45 days". */
const describeApart = (x: RecordedContradiction): string | undefined => {
  if (x.apart === undefined) return undefined
  if (x.issue.kind === 'date') return wording().contradiction.daysApart(x.apart)
  return `${wording().number(x.apart)} ${x.issue.unit ?? ''}`.trim()
}

/** The kind in words, with by how much and whether only under a condition. */
export function describeKind(x: RecordedContradiction): string {
  const w = wording().contradiction
  const gap = x.kind === 'values apart' ? describeApart(x) : undefined
  const kind = gap === undefined ? w.kinds[x.kind] : w.kindApart(w.kinds[x.kind], gap)
  return x.isConditional ? w.underCondition(kind) : kind
}

export interface RankPart {
  readonly says: string
  readonly points: number
  readonly most: number
}

/** The words of the first level that the points reach; the last is for what reaches none. */
const level = (points: number, least: readonly number[], says: readonly string[]): string => {
  const at = least.findIndex((n) => points >= n)
  return says[at === -1 ? says.length - 1 : at] ?? ''
}

/** Why a contradiction is near the top or not, each part in words with its points. */
export function describeRank(parts: Readonly<Record<string, number>>): RankPart[] {
  const { directness = 0, unconditional = 0, form = 0, source = 0, recency = 0 } = parts
  const w = wording().contradiction.rankParts
  const direct = level(directness, [30, 24, 18, 12], w.directness)
  return [
    { points: directness, most: 30, says: direct },
    { points: unconditional, most: 20, says: unconditional > 0 ? w.unconditional : w.conditional },
    { points: form, most: 20, says: level(form, [18, 13], w.form) },
    { points: source, most: 10, says: level(source, [8, 6], w.source) },
    { points: recency, most: 20, says: describeRecency(recency) },
  ]
}

function describeRecency(points: number): string {
  const w = wording().contradiction.rankParts
  const months = 20 - points
  if (months <= 0) return w.sameMonth
  return points <= 0 ? w.farApart : w.apart(months)
}
