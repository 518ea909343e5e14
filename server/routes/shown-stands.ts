import type { ComparedIssue, ComparedParty } from '#db/queries/comparison.ts'
import type { Shift } from '#views/topic/shift-list.tsx'
import { SHOWN_FEW } from '#views/topic/topic-page.tsx'
import { type Claim, compareText } from '../domain/claims.ts'
import { countShown } from '../domain/comparison-summary.ts'
import {
  closest,
  countIssue,
  countPairs,
  countSilence,
  mostOpposed,
} from '../domain/pair-counts.ts'

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

interface Stands {
  readonly parties: readonly ComparedParty[]
  readonly issues: readonly ComparedIssue[]
}

/** What the page of a topic makes of a comparison of all its parties, with the claims that it names. */
export function overviewOf({ parties, issues }: Stands) {
  const comparisons = issues.map((issue) => issue.comparison)
  const pairs = countPairs(comparisons)
  const shifts = shiftsOf(issues, parties).slice(0, SHOWN_FEW)
  return {
    overview: {
      parties,
      issues: issues.map((issue) => ({ ...issue, counts: countIssue(issue.comparison) })),
      shown: countShown(comparisons),
      opposed: mostOpposed(pairs).slice(0, SHOWN_FEW),
      close: closest(pairs).slice(0, SHOWN_FEW),
      silent: countSilence(comparisons),
      shifts,
    },
    claims: shifts.flatMap(({ from, to }) => [from, to]),
  }
}

/**
 * What the page of a party makes of a comparison: what it holds, what it changed, and how it relates to
 * each of the others, with the claims that it names.
 */
export function heldBy(party: string, { parties, issues }: Stands) {
  const pairs = countPairs(issues.map((issue) => issue.comparison)).filter((pair) =>
    pair.parties.includes(party),
  )
  const holdings = issues.flatMap((issue) => {
    const cell = issue.comparison.cells.find((own) => own.party === party)
    return cell === undefined ? [] : [{ issue, cell }]
  })
  const shifts = shiftsOf(issues, parties).filter((shift) => shift.party.slug === party)
  return {
    held: {
      parties,
      holdings,
      shifts,
      opposed: mostOpposed(pairs).slice(0, SHOWN_FEW),
      close: closest(pairs).slice(0, SHOWN_FEW),
    },
    claims: [
      ...holdings.flatMap(({ cell }) => cell.stands),
      ...shifts.flatMap(({ from, to }) => [from, to]),
    ],
  }
}
