import type { Db } from '#db/connect.ts'
import { type CitedSource, listCitedSources } from '#db/queries/record.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { type Days, parseDate } from '#server/domain/dates.ts'
import { type DossierCitation, claimDays } from '#server/domain/dossier.ts'
import type { DossierFault } from '#server/domain/dossier-error.ts'
import { type SearchableText, findQuotation, prepareText } from '#server/domain/quotations.ts'

/** What claims and replies share: where quotations stand, and the days on which they can have been said. */

/** A source whose captures are folded once, however many quotations are looked for in them. */
export type PreparedSource = Omit<CitedSource, 'captures'> & {
  readonly captures: readonly { readonly id: number; readonly searchable: () => SearchableText }[]
}

/** Who writes rows of claims or replies, and what each of these rows says of when. */
export interface RowsChange {
  readonly change: { readonly now: Date; readonly accountId?: number | undefined }
  /** The newest version of those that were there. */
  readonly versions: ReadonlyMap<string, number>
  /** When those were first recorded whose history came before them; the others are so now. */
  readonly firstRecorded: ReadonlyMap<string, Date>
}

/** A form on record that is written again although nobody changed it. */
export interface Rebound<Form> {
  readonly form: Form
  readonly version: number
}

/** Claims or replies in their newest form, except those that are written anyway. */
export async function listRebound<Form extends { readonly slug: string }>(
  trx: Db,
  of: { readonly topicId: number; readonly entity: 'claim' | 'reply' },
  given: { readonly written: readonly Form[]; readonly rebound: readonly string[] },
  parse: (form: unknown) => Form,
): Promise<Rebound<Form>[]> {
  const own = new Set(given.written.map(({ slug }) => slug))
  const slugs = given.rebound.filter((slug) => !own.has(slug))
  if (slugs.length === 0) return []
  const found = await listWritten(trx, of.topicId, of.entity, slugs)
  return [...found.values()].map(({ after, version }) => ({ form: parse(after), version }))
}

/** The columns that say which version a row is in, and when and by whom it was recorded, by slug. */
export function recordedColumns(
  { change, versions, firstRecorded }: RowsChange,
  rebound: readonly Rebound<{ readonly slug: string }>[],
) {
  const kept = new Map(rebound.map(({ form, version }) => [form.slug, version]))
  return (slug: string) => ({
    version: kept.get(slug) ?? (versions.get(slug) ?? 0) + 1,
    recorded_at: firstRecorded.get(slug) ?? change.now,
    recorded_by: change.accountId ?? null,
  })
}

/** Each slug that is there, once. */
export const distinct = (slugs: readonly (string | undefined)[]): string[] => [
  ...new Set(slugs.filter((slug) => slug !== undefined)),
]

/** The sources that these cite, ready for looking for quotations in them, by slug. */
export async function listPrepared(
  trx: Db,
  topicId: number,
  citing: readonly { readonly citations: readonly DossierCitation[] }[],
): Promise<ReadonlyMap<string, PreparedSource>> {
  const cited = distinct(citing.flatMap(({ citations }) => citations.map((c) => c.source)))
  const sources = await listCitedSources(trx, topicId, cited)
  return new Map([...sources].map(([slug, source]) => [slug, prepare(source)]))
}

/** Make a source ready for looking for quotations in it. */
export const prepare = ({ captures, ...source }: CitedSource): PreparedSource => ({
  ...source,
  captures: captures.map(({ id, text }) => {
    let prepared: SearchableText | undefined
    return { id, searchable: () => (prepared ??= prepareText(text)) }
  }),
})

/**
 * The days on which something may have been said, bounded by the publications that report it; where it
 * is later than one of them, that is added to `faults`.
 */
export function boundedDays(
  claim: { readonly said: string },
  publications: readonly string[],
  path: string,
  faults: DossierFault[],
): Days {
  const days = claimDays(parseDate(claim.said), publications)
  if (days !== undefined) return days
  const message = `“${claim.said}” is later than the publication of a source that reports it (${[...publications].sort()[0]}).`
  faults.push({ path: `${path}/said`, message })
  return parseDate(claim.said)
}

/** Find the source that a citation names and where its words stand; faults are added to `faults`. */
export function placeCitation(
  citation: DossierCitation,
  sources: ReadonlyMap<string, PreparedSource>,
  path: string,
  faults: DossierFault[],
) {
  const source = sources.get(citation.source)
  if (source === undefined)
    faults.push({
      path: `${path}/source`,
      message: `There is no source “${citation.source}” in this topic.`,
    })
  const { quote } = citation
  if (quote === undefined || source === undefined || source.captures.length === 0)
    return { citation, source, place: undefined }
  // The newest text that has the words; where it has lost them they stay in the one before.
  for (const { id, searchable } of source.captures) {
    const found = findQuotation(searchable(), { ...citation, quote })
    if (found === undefined) continue
    return { citation, source, place: { captureId: id, start: found.start, end: found.end } }
  }
  // A text that is gone cannot be asked: forms refuse new words of it before (see check-quotations.ts).
  if (source.hasErased) return { citation, source, place: undefined }
  faults.push({
    path: `${path}/quote`,
    message: `These words are not in the captured text of “${source.slug}”: “${quote.slice(0, 80)}”.`,
  })
  return { citation, source, place: undefined }
}

export type PlacedCitation = ReturnType<typeof placeCitation>

/** A citation as it is stored, but for what it is a citation of. */
export const citationColumns = ({ citation, source, place }: PlacedCitation) => ({
  source_id: source?.id ?? 0,
  capture_id: place?.captureId ?? null,
  found_start: place?.start ?? null,
  found_end: place?.end ?? null,
  quote: citation.quote ?? null,
  language: citation.language ?? null,
  translation: citation.translation ?? null,
  translator: citation.translator ?? null,
  locator: citation.locator ?? null,
  credibility: citation.credibility ?? null,
})
