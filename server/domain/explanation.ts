/**
 * Why two claims conflict, in one sentence that a person can check against the issue's positions.
 * Party names go in and nothing else that judges: positions by their labels, values, counts. Pure.
 */
import type { Claim, IssueModel } from './claims.ts'
import type { Clash } from './conflicts.ts'
import { describeDate } from './date-words.ts'
import type { Literal, Step } from './positions.ts'
import { contains, describeValue, intervalOf } from './values.ts'

/** One side of a conflict: who holds it, and what. */
export interface ExplainedSide {
  readonly partyName: string
  readonly claim: Claim
}

/**
 * Explain a conflict: `United States says yes to “He leaves in a transition”, which entails “He leaves
 * power”; Russia says yes to “He is the legitimate leader”, which excludes “He leaves power”.`
 *
 * Two sides of one party are its mixed messages and read so.
 * @param clash - as judged for `a` and `b` in this order
 */
export function explainClash(conflict: {
  readonly issue: IssueModel
  readonly clash: Clash
  readonly a: ExplainedSide
  readonly b: ExplainedSide
}): string {
  const { issue, clash, a, b } = conflict
  const isMixed = a.partyName === b.partyName && a.claim.party === b.claim.party
  const [first, second] = argumentsOf(issue, clash, a.claim, b.claim)
  if (clash.on === 'value') {
    const who = isMixed ? `${a.partyName} also` : b.partyName
    return `${a.partyName}: ${first}; ${who}: ${second}${consequence(issue, clash, a.claim, b.claim)}.`
  }
  const who = isMixed ? 'it also' : b.partyName
  return `${a.partyName} says ${first}; ${who} says ${second}.`
}

/**
 * Explain a shift over time: `Russia: yes to “Not while the threat lasts” (October 2015), then
 * yes to “Now”, which excludes “Not while the threat lasts” (15 December 2015).`
 * @param clash - as judged for `from` and `to` in this order
 */
export function explainReversal(shift: {
  readonly issue: IssueModel
  readonly clash: Clash
  readonly partyName: string
  readonly from: Claim
  readonly to: Claim
}): string {
  const { issue, clash, partyName, from, to } = shift
  const [before, after] = argumentsOf(issue, clash, from, to)
  const apart = consequence(issue, clash, from, to)
  const [first, second] = [describeDate(from.said), describeDate(to.said)]
  return `${partyName}: ${before} (${first}), then ${after} (${second})${apart}.`
}

function argumentsOf(issue: IssueModel, clash: Clash, a: Claim, b: Claim): [string, string] {
  if (clash.on === 'value') return [valueOf(issue, a), valueOf(issue, b)]
  const label = labelsOf(issue)
  return [argue(a, clash.aChain, label), argue(b, clash.bChain, label)]
}

/**
 * What a claim commits its party to, step by step: `yes to “He leaves before talks”, which entails “He
 * leaves power”`.
 * @param chain - from the claim's own position to what follows; empty for the position itself
 */
export const describeCommitment = (
  issue: IssueModel,
  claim: Claim,
  chain: readonly Step[],
): string => argue(claim, chain, labelsOf(issue))

type LabelOf = (position: string) => string

function labelsOf(issue: IssueModel): LabelOf {
  const labels = new Map(issue.positions.map((p) => [p.slug, p.label]))
  return (position) => `“${labels.get(position) ?? position}”`
}

function argue({ position = '', stance }: Claim, chain: readonly Step[], label: LabelOf): string {
  const said = `${stance === 'affirms' ? 'yes' : 'no'} to ${label(position)}`
  return [said, ...chain.map((step) => `which ${relate(step)} ${label(step.to.position)}`)].join(
    ', ',
  )
}

/** What leads from the position named last to the next. */
function relate({ from, to }: { from: Literal; to: Literal }): string {
  if (from.holds) return to.holds ? 'entails' : 'excludes'
  return to.holds ? 'leaves only' : 'is entailed by'
}

function valueOf(issue: IssueModel, { value, stance }: Claim): string {
  if (value === undefined) return ''
  const described = describeValue(value, issue.kind === 'date' ? undefined : issue.unit)
  return stance === 'denies' ? `not ${described}` : described
}

/** What the two values come to, as a last clause: how far apart, or what a denial takes away. */
function consequence(issue: IssueModel, clash: Clash, a: Claim, b: Claim): string {
  if (clash.on !== 'value') return ''
  if (clash.apart !== undefined) return `; ${describeGap(issue, clash.apart)} apart`
  if (a.stance === b.stance) return '; together they leave no value'
  if (a.value === undefined || b.value === undefined) return ''
  const [affirmed, denied] = a.stance === 'affirms' ? [a.value, b.value] : [b.value, a.value]
  const isSame = contains(intervalOf(affirmed), intervalOf(denied))
  return isSame ? '' : '; what is denied contains what is affirmed'
}

/** A gap with its unit: `8 months`, `1 day`. */
export function describeGap(issue: IssueModel, gap: number): string {
  const unit = issue.kind === 'date' ? (gap === 1 ? 'day' : 'days') : (issue.unit ?? '')
  return unit === '' ? String(gap) : `${gap} ${unit}`
}
