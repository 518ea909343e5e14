/** Every two parties of a topic in counts, in an order worth reading. Pure. */
import type { Day } from './dates.ts'
import type { IssueComparison } from './comparison.ts'
import { type PairCounts, countPairs } from './pair-counts.ts'
import {
  type MatrixOrder,
  type Membership,
  type PlacedParty,
  orderByCoalition,
  orderBySimilarity,
} from './party-order.ts'

/** What the cells count: issues in conflict, or issues with something in common and no conflict. */
export const COUNTED = ['conflicts', 'common'] as const
export type Counted = (typeof COUNTED)[number]

export interface PartyMatrix {
  /** In the order of rows and columns. */
  readonly parties: readonly PlacedParty[]
  /** Pairs that meet on at least one issue, in no order. */
  readonly pairs: readonly PairCounts[]
}

export interface MatrixGiven {
  /** In the order of the topic. */
  readonly parties: readonly { readonly slug: string; readonly name: string }[]
  readonly issues: readonly Pick<IssueComparison, 'pairs'>[]
  readonly memberships: readonly Membership[]
  readonly order: MatrixOrder
  readonly day: Day
}

/** Count each pair over the issues and put the parties in order. */
export function layOutMatrix(given: MatrixGiven): PartyMatrix {
  const pairs = countPairs(given.issues)
  return { parties: orderOf(given, pairs), pairs }
}

function orderOf({ parties, memberships, order, day }: MatrixGiven, pairs: readonly PairCounts[]) {
  const slugs = parties.map((party) => party.slug)
  const plain = (ordered: readonly string[]) => ordered.map((slug) => ({ slug }))
  if (order === 'coalition') return orderByCoalition(slugs, memberships, day)
  if (order === 'similar') return plain(orderBySimilarity(slugs, pairs))
  if (order === 'name')
    return [...parties]
      .sort((a, b) => collator.compare(a.name, b.name))
      .map(({ slug }) => ({ slug }))
  return plain(slugs)
}

const collator = new Intl.Collator('en')

/** How much of what both speak to is counted, in steps: 0 for none of it, 4 for more than three quarters. */
export const shareStep = (counted: number, both: number): 0 | 1 | 2 | 3 | 4 => {
  const share = counted / both
  return counted === 0 ? 0 : share <= 0.25 ? 1 : share <= 0.5 ? 2 : share <= 0.75 ? 3 : 4
}
