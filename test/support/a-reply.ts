import type { DossierReply } from '#server/domain/dossier.ts'

/** A reply in the dispute of aDispute, from its source without quotations; name only what matters. */
export const aReply = (
  given: Partial<DossierReply> & { slug: string; claim: string },
): DossierReply => ({
  party: 'alpha',
  said: '2015-12-18',
  statement: 'The minister was misquoted.',
  citations: [{ source: 'plain' }],
  ...given,
})
