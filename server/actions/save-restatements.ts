import type { Db } from '#db/connect.ts'
import { type Ids, listIds } from '#db/queries/record.ts'
import { linkRestated, listRelated, saveFirstStatements } from '#db/queries/restatements.ts'
import type { DossierClaim } from '#server/domain/dossier.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import {
  circleFinder,
  findRestatementFault,
  firstStatementFinder,
} from '#server/domain/restatements.ts'

interface Written {
  readonly claims: readonly DossierClaim[]
  /** Slugs of those that were on record before. */
  readonly wasThere: ReadonlySet<string>
  readonly ids: Ids
}

/**
 * Bring what claims restate up to date after they were written, and hold everything that is joined to
 * them to the rules of restatements: an edit of a claim can make another one’s mark wrong.
 *
 * Needs the locks of the issues: what a claim restates is on the same one, or refused.
 * @throws {DossierError} naming each mark that cannot be, at the claim that bears it
 */
export async function saveRestatements(
  trx: Db,
  topicId: number,
  { claims, wasThere, ids }: Written,
): Promise<void> {
  // A new claim that restates nothing is restated by nothing yet.
  const concerned = claims.filter((c) => c.restates !== undefined || wasThere.has(c.slug))
  if (concerned.length === 0) return
  await refuseUnknown(trx, topicId, concerned)
  await linkRestated(trx, topicId, concerned)
  const related = await listRelated(
    trx,
    concerned.flatMap((c) => ids.get(c.slug) ?? []),
  )
  const bySlug = new Map(related.map((r) => [r.slug, r]))
  const find = (slug: string) => bySlug.get(slug)
  const isInCircle = circleFinder(find)
  const faults = related.flatMap((claim) => {
    const message = findRestatementFault(claim, find, isInCircle)
    return message === undefined ? [] : [{ path: `/claims/${claim.slug}/restates`, message }]
  })
  if (faults.length > 0) throw new DossierError(faults)
  const firstOf = firstStatementFinder(find)
  await saveFirstStatements(
    trx,
    related.map((claim) => {
      const first = firstOf(claim)
      return { id: claim.id, firstId: first === claim ? null : first.id }
    }),
  )
}

async function refuseUnknown(
  trx: Db,
  topicId: number,
  claims: readonly DossierClaim[],
): Promise<void> {
  const named = claims.flatMap((c) => c.restates ?? [])
  if (named.length === 0) return
  const known = await listIds(trx, 'claim', topicId, [...new Set(named)])
  const faults = claims.flatMap(({ slug, restates }) => {
    if (restates === undefined || known.has(restates)) return []
    const message = `There is no claim “${restates}” in this topic.`
    return [{ path: `/claims/${slug}/restates`, message }]
  })
  if (faults.length > 0) throw new DossierError(faults)
}
