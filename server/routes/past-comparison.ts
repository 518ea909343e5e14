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
  const [issues, parties] = [slugsOf(held.issues), slugsOf(held.parties)]
  const filed = await findContradictionsThen(
    db,
    past,
    (one) =>
      one.kind !== 'reversal' &&
      issues.has(one.issue) &&
      parties.has(one.a.party) &&
      parties.has(one.b.party),
  )
  return {
    ...held,
    details: detailsThen(record, shown, await findPlaced(db, claims)),
    contradictions: pairContradictions(filed, choice.asOf),
    days: daysSaid(record),
  }
}

const slugsOf = (things: readonly { readonly slug: string }[]): ReadonlySet<string> =>
  new Set(things.map(({ slug }) => slug))

/** Of several between two parties, in the order in which db/queries/comparison.ts prefers them. */
function pairContradictions(filed: readonly ContradictionThen[], asOf: Day) {
  const heldOn = ({ x }: ContradictionThen) =>
    Number(x.firstOn <= asOf && (x.resolvedOn === null || x.resolvedOn > asOf))
  const is = (wanted: boolean) => Number(wanted)
  const ordered = [...filed].sort(
    (p, q) =>
      heldOn(p) - heldOn(q) ||
      is(p.x.status === 'confirmed') - is(q.x.status === 'confirmed') ||
      is(p.x.status !== 'dismissed') - is(q.x.status !== 'dismissed') ||
      p.x.rank - q.x.rank ||
      q.x.id - p.x.id,
  )
  // The last of a key is the one that stays in the map.
  return new Map(
    ordered.flatMap(({ x }) => {
      const [a, b] = [x.a.party.slug, x.b.party.slug]
      const about = { id: x.id, status: x.status }
      return [
        [`${x.issue.slug} ${a} ${b}`, about],
        [`${x.issue.slug} ${b} ${a}`, about],
      ] as const
    }),
  )
}
