import { leadCitation } from '#server/domain/lead-citation.ts'
import type { RecordedContradiction, RecordedSide } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { describePieces, sentenceOf } from './sentence.tsx'
import { shownStatusOf } from './words.ts'

/** Makes a path absolute. */
type Absolute = (path: string) => string

/** What speaks for a side: the words in their source, or the claim where none are quoted. */
function targetOf(side: RecordedSide, address: Absolute) {
  const { claim } = side
  if (claim === undefined) return address(paths.party(side.party))
  const quoted = leadCitation(claim)
  if (quoted?.quote === undefined) return address(paths.claim(claim))
  return {
    type: 'SpecificResource',
    source: address(paths.source(quoted.source)),
    scope: address(paths.claim(claim)),
    selector: { type: 'TextQuoteSelector', exact: quoted.quote },
  }
}

/**
 * A contradiction as a Web Annotation: one sentence about two passages.
 * @see https://www.w3.org/TR/annotation-model/
 */
export const toContradictionJsonLd = (x: RecordedContradiction, address: Absolute) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: address(paths.contradiction(x)),
  type: 'Annotation',
  motivation: 'assessing',
  created: x.filedAt,
  ...(x.settledAt === null ? {} : { modified: x.settledAt }),
  body: [
    {
      type: 'TextualBody',
      purpose: 'describing',
      value: describePieces(sentenceOf(x)),
      format: 'text/plain',
      language: 'en',
    },
    { type: 'TextualBody', purpose: 'classifying', value: shownStatusOf(x) },
  ],
  target: [targetOf(x.a, address), targetOf(x.b, address)],
})
