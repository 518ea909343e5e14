import type { Db } from '#db/connect.ts'
import { listCitedSources } from '#db/queries/record.ts'
import type { DossierCitation, DossierSource } from '#server/domain/dossier.ts'
import { present } from '#server/domain/new-claim.ts'
import { findQuotation } from '#server/domain/quotations.ts'

/**
 * Say of each quotation where it stands: its place and what is around it, so that it is found again in
 * a text that has changed elsewhere. What says so already is left alone, and so are words that are in
 * no capture: whoever saves the claim refuses those.
 * @param added - sources that the claim brings along
 */
export async function anchorCitations(
  db: Db,
  topicId: number,
  citations: readonly DossierCitation[],
  added: readonly DossierSource[],
): Promise<DossierCitation[]> {
  const slugs = [...new Set(citations.filter(isLoose).map((c) => c.source))]
  const known = await listCitedSources(db, topicId, slugs)
  const textsOf = (slug: string): readonly string[] => {
    const own = added.find((s) => s.slug === slug)?.capture
    return own === undefined ? (known.get(slug)?.captures.map((c) => c.text) ?? []) : [own.text]
  }
  return citations.map((citation) => {
    const { quote } = citation
    if (quote === undefined || !isLoose(citation)) return citation
    for (const text of textsOf(citation.source)) {
      const found = findQuotation(text, { ...citation, quote })
      if (found === undefined) continue
      const { start, end } = found
      const context = { prefix: found.prefix || undefined, suffix: found.suffix || undefined }
      return present({ ...citation, ...context, start, end })
    }
    return citation
  })
}

/** Words whose surroundings nobody has noted yet. */
const isLoose = ({ quote, prefix, suffix }: DossierCitation): boolean =>
  quote !== undefined && prefix === undefined && suffix === undefined
