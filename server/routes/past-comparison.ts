import type { Db } from '#db/connect.ts'
import type { TopicComparison } from '#db/queries/comparison.ts'
import { counts } from '../domain/claims.ts'
import { detailsThen } from '../domain/claims-then.ts'
import type { ContradictionThen } from '../domain/contradictions-then.ts'
import type { Day } from '../domain/dates.ts'
import { type ChoiceThen, type RecordThen, compareThen, daysSaid } from '../domain/record-then.ts'
import { type Past, findContradictionsThen, findPlaced } from './past.ts'

/** Whom and what a comparison could be made of then, as its form lists them. */
export const choicesThen = ({ parties, issues, claims }: RecordThen, asOf: Day) => {
  const said = new Map<string, number>()
  for (const { claim } of claims)
    if (counts(claim) && claim.latest <= asOf)
      said.set(claim.party, (said.get(claim.party) ?? 0) + 1)
  return {
    parties: parties.map(({ id, slug, name, part }) => {
      return { id, slug, name, part, claims: said.get(slug) ?? 0 }
    }),
    issues: issues.map(({ slug, question }) => ({ slug, question })),
  }
}

/** Everything that a comparison's page shows, as it was recorded. */
export async function findComparisonThen(
  db: Db,
  past: Past,
  choice: ChoiceThen,
): Promise<TopicComparison> {
  const { record } = past
  const held = compareThen(record, choice)
  const shown = held.issues.flatMap(({ comparison }) =>
    comparison.cells.flatMap((cell) => [
      ...cell.stands,
      ...cell.reversals.flatMap(({ from, to }) => [from, to]),
    ]),
  )
  const names = new Set(shown.map(({ slug }) => slug))
  const claims = record.claims.filter(({ claim }) => names.has(claim.slug))
  const filed = await findContradictionsThen(db, past, {
    issues: held.issues.map(({ slug }) => slug),
    between: held.parties.map(({ slug }) => slug),
  })
  return {
    ...held,
    details: detailsThen(record, shown, await findPlaced(db, claims)),
    contradictions: pairContradictions(filed, choice.asOf),
    days: daysSaid(record),
  }
}

/** Of several between two parties, in the order in which db/queries/comparison.ts prefers them. */
function pairContradictions(filed: readonly ContradictionThen[], asOf: Day) {
  const heldOn = ({ firstOn, resolvedOn }: ContradictionThen) =>
    Number(firstOn <= asOf && (resolvedOn === null || resolvedOn > asOf))
  const is = (wanted: boolean) => Number(wanted)
  const ordered = filed
    .filter((one) => one.filed.kind !== 'reversal')
    .sort(
      (p, q) =>
        heldOn(p) - heldOn(q) ||
        is(p.status === 'confirmed') - is(q.status === 'confirmed') ||
        is(p.status !== 'dismissed') - is(q.status !== 'dismissed') ||
        p.rank - q.rank ||
        q.filed.id - p.filed.id,
    )
  // The last of a key is the one that stays in the map.
  return new Map(
    ordered.flatMap(({ filed: { id, issue, a, b }, status }) => [
      [`${issue} ${a.party} ${b.party}`, { id, status }] as const,
      [`${issue} ${b.party} ${a.party}`, { id, status }] as const,
    ]),
  )
}
