import type { ComparedIssue, ComparedParty } from '#db/queries/comparison.ts'
import type { Shift } from '#views/topic/shift-list.tsx'
import { type Claim, compareText } from '../domain/claims.ts'

/** What pages of topics, issues and parties take from a comparison. */

/** The ids of claims as the database gave them; their type does not say so. */
export const claimIdsOf = (claims: readonly Claim[]): number[] => [
  ...new Set(claims.flatMap((claim) => ('id' in claim ? [Number(claim.id)] : []))),
]

/** Position slug to label. */
export const labelsOf = ({ judge }: Pick<ComparedIssue, 'judge'>): ReadonlyMap<string, string> =>
  new Map(judge.issue.positions.map(({ slug, label }) => [slug, label]))

/** Every reversal of these issues, the latest first. */
export function shiftsOf(
  issues: readonly ComparedIssue[],
  parties: readonly ComparedParty[],
): Shift[] {
  const partyOf = new Map(parties.map((party) => [party.slug, party]))
  return issues
    .flatMap((issue) =>
      issue.comparison.cells.flatMap((cell) => {
        const party = partyOf.get(cell.party)
        const about = { ...issue, labels: labelsOf(issue) }
        return party === undefined
          ? []
          : cell.reversals.map(({ from, to }) => ({ party, issue: about, from, to }))
      }),
    )
    .sort((a, b) => compareText(b.to.latest, a.to.latest) || compareText(a.to.slug, b.to.slug))
}
