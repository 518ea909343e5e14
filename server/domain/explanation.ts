/**
 * Why two claims conflict, in one sentence that a person can check against the issue's positions.
 * Party names go in and nothing else that judges: positions by their labels, values, counts. Pure.
 */
import type { Claim, IssueModel } from './claims.ts'
import type { Clash } from './conflicts.ts'
import { describeDate } from './date-words.ts'
import type { Literal, Step } from './positions.ts'
import { ENGLISH_VALUES, type ValueWords, contains, describeValue, intervalOf } from './values.ts'

/** One side of a conflict: who holds it, and what. */
export interface ExplainedSide {
  readonly partyName: string
  readonly claim: Claim
}

/** The words that explanations are made of, in one language. Positions come with their quotation marks. */
export interface ExplanationWords {
  readonly values: ValueWords
  readonly quoted: (label: string) => string
  readonly yesTo: (position: string) => string
  readonly noTo: (position: string) => string
  /** What leads from the position named last to the next. */
  readonly entails: (position: string) => string
  readonly excludes: (position: string) => string
  readonly leavesOnly: (position: string) => string
  readonly isEntailedBy: (position: string) => string
  /** Between the steps of a chain. */
  readonly comma: string
  readonly says: (a: string, first: string, b: string, second: string) => string
  readonly mixed: (party: string, first: string, second: string) => string
  readonly bothValues: (a: string, first: string, b: string, second: string, end: string) => string
  readonly mixedValues: (party: string, first: string, second: string, end: string) => string
  readonly shift: (
    party: string,
    before: readonly [string, string],
    after: readonly [string, string],
    end: string,
  ) => string
  readonly not: (value: string) => string
  /** Last clauses, with what joins them to the sentence. */
  readonly apart: (gap: string) => string
  readonly noneLeft: string
  readonly contained: string
  readonly days: (n: number) => string
}

export const ENGLISH_EXPLANATIONS: ExplanationWords = {
  values: ENGLISH_VALUES,
  quoted: (label) => `“${label}”`,
  yesTo: (position) => `yes to ${position}`,
  noTo: (position) => `no to ${position}`,
  entails: (position) => `which entails ${position}`,
  excludes: (position) => `which excludes ${position}`,
  leavesOnly: (position) => `which leaves only ${position}`,
  isEntailedBy: (position) => `which is entailed by ${position}`,
  comma: ', ',
  says: (a, first, b, second) => `${a} says ${first}; ${b} says ${second}.`,
  mixed: (party, first, second) => `${party} says ${first}; it also says ${second}.`,
  bothValues: (a, first, b, second, end) => `${a}: ${first}; ${b}: ${second}${end}.`,
  mixedValues: (party, first, second, end) => `${party}: ${first}; ${party} also: ${second}${end}.`,
  shift: (party, [before, on], [after, then], end) =>
    `${party}: ${before} (${on}), then ${after} (${then})${end}.`,
  not: (value) => `not ${value}`,
  apart: (gap) => `; ${gap} apart`,
  noneLeft: '; together they leave no value',
  contained: '; what is denied contains what is affirmed',
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
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
  /** English unless there are other words. */
  readonly words?: ExplanationWords | undefined
}): string {
  const { issue, clash, a, b, words = ENGLISH_EXPLANATIONS } = conflict
  const isMixed = a.partyName === b.partyName && a.claim.party === b.claim.party
  const [first, second] = argumentsOf({ issue, words }, clash, a.claim, b.claim)
  if (clash.on === 'value') {
    const end = consequence({ issue, words }, clash, a.claim, b.claim)
    return isMixed
      ? words.mixedValues(a.partyName, first, second, end)
      : words.bothValues(a.partyName, first, b.partyName, second, end)
  }
  return isMixed
    ? words.mixed(a.partyName, first, second)
    : words.says(a.partyName, first, b.partyName, second)
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
  /** English unless there are other words. */
  readonly words?: ExplanationWords | undefined
}): string {
  const { issue, clash, partyName, from, to, words = ENGLISH_EXPLANATIONS } = shift
  const [before, after] = argumentsOf({ issue, words }, clash, from, to)
  const end = consequence({ issue, words }, clash, from, to)
  const on = (claim: Claim) => describeDate(claim.said, { words: words.values.dates })
  return words.shift(partyName, [before, on(from)], [after, on(to)], end)
}

/** What is spoken about, and in which words. */
interface Speech {
  readonly issue: IssueModel
  readonly words: ExplanationWords
}

function argumentsOf(speech: Speech, clash: Clash, a: Claim, b: Claim): [string, string] {
  if (clash.on === 'value') return [valueOf(speech, a), valueOf(speech, b)]
  return [argue(speech, a, clash.aChain), argue(speech, b, clash.bChain)]
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
  words = ENGLISH_EXPLANATIONS,
): string => argue({ issue, words }, claim, chain)

function argue(
  { issue, words }: Speech,
  { position = '', stance }: Claim,
  chain: readonly Step[],
): string {
  const labels = new Map(issue.positions.map((p) => [p.slug, p.label]))
  const label = (slug: string) => words.quoted(labels.get(slug) ?? slug)
  const said = stance === 'affirms' ? words.yesTo(label(position)) : words.noTo(label(position))
  return [said, ...chain.map((step) => relate(step, words)(label(step.to.position)))].join(
    words.comma,
  )
}

function relate(
  { from, to }: { from: Literal; to: Literal },
  words: ExplanationWords,
): (position: string) => string {
  if (from.holds) return to.holds ? words.entails : words.excludes
  return to.holds ? words.leavesOnly : words.isEntailedBy
}

function valueOf({ issue, words }: Speech, { value, stance }: Claim): string {
  if (value === undefined) return ''
  const unit = issue.kind === 'date' ? undefined : issue.unit
  const described = describeValue(value, unit, words.values)
  return stance === 'denies' ? words.not(described) : described
}

/** What the two values come to, as a last clause: how far apart, or what a denial takes away. */
function consequence({ issue, words }: Speech, clash: Clash, a: Claim, b: Claim): string {
  if (clash.on !== 'value') return ''
  if (clash.apart !== undefined) return words.apart(describeGap(issue, clash.apart, words))
  if (a.stance === b.stance) return words.noneLeft
  if (a.value === undefined || b.value === undefined) return ''
  const [affirmed, denied] = a.stance === 'affirms' ? [a.value, b.value] : [b.value, a.value]
  return contains(intervalOf(affirmed), intervalOf(denied)) ? '' : words.contained
}

/** A gap with its unit: `8 months`, `1 day`. */
export function describeGap(issue: IssueModel, gap: number, words = ENGLISH_EXPLANATIONS): string {
  if (issue.kind === 'date') return words.days(gap)
  return issue.unit === undefined || issue.unit === '' ? String(gap) : `${gap} ${issue.unit}`
}
