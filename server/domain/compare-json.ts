/** The comparison for programs: exactly the shape that the contract fixes for compare.json. Pure. */
import type { Claim, Stance } from './claims.ts'
import type { Cell, IssueComparison, PairComparison, RelationWord, Silence } from './comparison.ts'
import type { Judge } from './conflicts.ts'
import { explainClash } from './explanation.ts'
import type { Value } from './values.ts'

export interface CompareJsonStand {
  readonly claim: string
  readonly position?: string
  readonly value?: Value
  readonly stance: Stance
  readonly said: string
  readonly condition?: string
}

export interface CompareJsonCell {
  readonly stands: readonly CompareJsonStand[]
  readonly silence: Silence | null
}

export interface CompareJsonWitness {
  /** The position to which one says yes and the other no; null between values. */
  readonly position: string | null
  readonly a: string
  readonly b: string
  readonly explanation: string
}

export interface CompareJsonPair {
  readonly parties: readonly [string, string]
  readonly relation: RelationWord
  readonly conditional: boolean
  readonly shared: readonly string[]
  /** Whole days on date issues, with the unit "days". */
  readonly apart: { readonly value: number; readonly unit: string | null } | null
  /** Every pair of claims that conflicts, in order said: the first party's, then the second's. */
  readonly witnesses: readonly CompareJsonWitness[]
}

export interface CompareJsonIssue {
  readonly slug: string
  readonly question: string
  readonly cells: Readonly<Record<string, CompareJsonCell>>
  readonly pairs: readonly CompareJsonPair[]
  readonly reversals: readonly {
    readonly party: string
    readonly from: string
    readonly to: string
  }[]
  readonly mixed: readonly { readonly party: string; readonly a: string; readonly b: string }[]
}

export interface CompareJson {
  readonly topic: string
  readonly asOf: string
  readonly known: string | null
  /** Of the topic, raised by every change; null in the past, since no revision keeps the count. */
  readonly version: number | null
  readonly parties: readonly string[]
  readonly issues: readonly CompareJsonIssue[]
}

/** What compare.json is made from. */
export interface DescribedComparison {
  readonly topic: string
  readonly asOf: string
  /** The instant of record that was asked for; absent for what is known now. */
  readonly known?: string | undefined
  readonly version: number | null
  readonly parties: readonly { readonly slug: string }[]
  readonly issues: readonly {
    readonly slug: string
    readonly question: string
    readonly judge: Judge
    readonly comparison: IssueComparison
  }[]
  /** Party slug to name, for explanations. */
  readonly partyNames: ReadonlyMap<string, string>
}

/** Lay a comparison out as compare.json. Every list has one order, so equal records give equal text. */
export const describeComparison = (described: DescribedComparison): CompareJson => ({
  topic: described.topic,
  asOf: described.asOf,
  known: described.known ?? null,
  version: described.version,
  parties: described.parties.map((p) => p.slug),
  issues: described.issues.map(({ slug, question, judge, comparison: { cells, pairs } }) => ({
    slug,
    question,
    cells: Object.fromEntries(cells.map((cell) => [cell.party, describeCell(cell)])),
    pairs: pairs.map((pair) => describePair(pair, judge, described.partyNames)),
    reversals: cells.flatMap(({ party, reversals }) =>
      reversals.map(({ from, to }) => ({ party, from: from.slug, to: to.slug })),
    ),
    mixed: cells.flatMap(({ party, mixed }) =>
      mixed.map(({ a, b }) => ({ party, a: a.slug, b: b.slug })),
    ),
  })),
})

const describeCell = ({ stands, silence }: Cell): CompareJsonCell => ({
  stands: stands.map(describeStand),
  silence: silence ?? null,
})

const describeStand = ({
  slug,
  position,
  value,
  stance,
  said,
  condition,
}: Claim): CompareJsonStand => ({
  claim: slug,
  ...(position === undefined ? {} : { position }),
  ...(value === undefined ? {} : { value: { min: value.min, max: value.max } }),
  stance,
  said,
  ...(condition === undefined ? {} : { condition }),
})

function describePair(
  pair: PairComparison,
  { issue }: Judge,
  names: ReadonlyMap<string, string>,
): CompareJsonPair {
  const { parties, relation, conditional, shared, apart } = pair
  const unit = issue.kind === 'date' ? 'days' : (issue.unit ?? null)
  const side = (claim: Claim) => ({ partyName: names.get(claim.party) ?? claim.party, claim })
  return {
    parties,
    relation,
    conditional,
    shared,
    apart: apart === undefined ? null : { value: apart, unit },
    witnesses: pair.conflicts.map(({ a, b, clash }) => ({
      position: clash.on === 'position' ? clash.witness : null,
      a: a.slug,
      b: b.slug,
      explanation: explainClash({ issue, clash, a: side(a), b: side(b) }),
    })),
  }
}
