/** What a claim is to the logic: who committed to what, said when, within which limits. Pure types. */
import type { Days } from './dates.ts'
import type { Position, Relation } from './positions.ts'
import type { Value } from './values.ts'

export const STANCES = ['affirms', 'denies', 'leaves-open', 'declines'] as const
export type Stance = (typeof STANCES)[number]

export const FORMS = [
  'direct quotation',
  'partial quotation',
  'paraphrase',
  'reported by a third party',
  'official document',
  'vote or other act',
  'own assertion',
] as const
export type Form = (typeof FORMS)[number]

export const ISSUE_KINDS = ['options', 'list', 'yes-no', 'quantity', 'date'] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

export const NATURES = ['factual', 'normative', 'predictive'] as const
export type Nature = (typeof NATURES)[number]

/** What the logic needs to know of an issue. */
export interface IssueModel {
  readonly slug: string
  readonly kind: IssueKind
  readonly unit?: string | undefined
  readonly positions: readonly Position[]
  readonly relations: readonly Relation[]
}

/** What the logic needs to know of a claim. Slugs are those of the topic. */
export interface Claim extends Days {
  readonly slug: string
  readonly issue: string
  readonly party: string
  readonly person?: string | undefined
  /** Where the issue has positions; absent when the party declined to say anything at all. */
  readonly position?: string | undefined
  /** Where the issue is a quantity or a date. */
  readonly value?: Value | undefined
  readonly stance: Stance
  readonly bearing: 'states' | 'context'
  readonly form: Form
  /** As written; `earliest` and `latest` are its days, bounded by the publication that reports it. */
  readonly said: string
  readonly condition?: string | undefined
  /** The period to which the claim applies; absent is all of time. */
  readonly scope?: Days | undefined
  readonly withdrawn: boolean
}

/** Is the issue answered by a value on a line instead of named positions? */
export const isValued = (kind: IssueKind): boolean => kind === 'quantity' || kind === 'date'

/** Is the claim made on a condition? */
export const isConditional = ({ condition }: Claim): boolean =>
  condition !== undefined && condition !== ''

/** Does the claim commit its party to anything? */
export const commits = (claim: Claim): boolean =>
  claim.stance === 'affirms' || claim.stance === 'denies'

const OWN_WORDS: ReadonlySet<Form> = new Set([
  'direct quotation',
  'partial quotation',
  'official document',
  'own assertion',
])

/** Any mark that stands around a quotation. */
export const QUOTATION_MARK = /[“”„"«»「」『』]/u

/**
 * Are the words of a citation those of whoever makes the claim, and not of the source that reports it?
 * A partial quotation that has marks inside is the source's sentence around the party's words.
 */
export const isInOwnWords = (form: Form, words: string): boolean =>
  OWN_WORDS.has(form) && !(form === 'partial quotation' && QUOTATION_MARK.test(words))

/** Does the claim count towards what its party holds? */
export const counts = (claim: Claim): boolean => claim.bearing === 'states' && !claim.withdrawn

/** A total order of claims in time: earliest day, then latest day, then slug. */
export const inOrderSaid = (a: Claim, b: Claim): number =>
  compareText(a.earliest, b.earliest) ||
  compareText(a.latest, b.latest) ||
  compareText(a.slug, b.slug)

/** Code-unit order, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
