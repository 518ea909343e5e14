/**
 * Where a claim is best seen: the first quotation marked in a capture, else the first with words, else
 * any source. One rule for every page, so that a claim never speaks in two ways. Pure.
 */
export const leadCitation = <
  Citation extends { readonly isPlaced: boolean; readonly quote?: string | undefined },
>({
  citations,
}: {
  readonly citations: readonly Citation[]
}): Citation | undefined =>
  citations.find((c) => c.isPlaced && c.quote !== undefined) ??
  citations.find((c) => c.quote !== undefined) ??
  citations[0]
