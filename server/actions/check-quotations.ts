import type { Db } from '#db/connect.ts'
import { listCitedSources } from '#db/queries/record.ts'
import type { DossierCitation, DossierClaim } from '#server/domain/dossier.ts'
import { DossierError, type DossierFault } from '#server/domain/dossier-error.ts'
import { findQuotation } from '#server/domain/quotations.ts'

/**
 * Of a source whose text was erased, words cannot be checked any more: those on record stay, other words
 * are refused.
 * @param former - the claim's citations as they are on record; none for a new claim
 * @throws {DossierError} at each quotation that is in no text and was not there before
 */
export async function refuseUnchecked(
  db: Db,
  topicId: number,
  { slug, citations }: Pick<DossierClaim, 'slug' | 'citations'>,
  former: readonly DossierCitation[],
): Promise<void> {
  const sources = await listCitedSources(db, topicId, [...new Set(citations.map((c) => c.source))])
  const faults = citations.flatMap((citation, i): DossierFault[] => {
    const { quote, source } = citation
    const cited = sources.get(source)
    if (quote === undefined || cited?.hasErased !== true) return []
    if (former.some((one) => one.source === source && one.quote === quote)) return []
    if (
      cited.captures.some(({ text }) => findQuotation(text, { ...citation, quote }) !== undefined)
    )
      return []
    return [{ path: `/claims/${slug}/citations/${i}/quote`, message: UNCHECKED }]
  })
  if (faults.length > 0) throw new DossierError(faults)
}

/** Why, and what is possible. */
export const UNCHECKED =
  'The captured text of this source was erased, so these words cannot be checked against it. Leave the quotation as it is on record, give a paraphrase without a quotation, or capture a text of the source again that may be kept.'
