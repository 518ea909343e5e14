import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { EmbedCode, type EmbedCodeProps } from '../embed/embed-code.tsx'
import { describeReference } from './cite.ts'

export const CiteClaim = ({
  claim,
  permalink,
  today,
  embed,
}: {
  claim: RecordedClaim
  permalink: string
  today: string
  /** The code to embed it; undefined where not everybody may read it. */
  embed: EmbedCodeProps | undefined
}) => (
  <section class="stack" aria-labelledby="cite">
    <h2 id="cite">Cite this</h2>
    <p class="citation-text" id="citation-text" dir="auto">
      {describeReference(claim, { permalink, today })}
    </p>
    <p class="row no-print">
      <button type="button" data-copy-text="citation-text" data-copied="Citation copied." hidden>
        Copy citation
      </button>
      <a href={paths.claim({ id: claim.id })} rel="bookmark">
        Permalink
      </a>
      <a href={paths.claimJsonLd(claim)} type="application/ld+json">
        JSON-LD
      </a>
    </p>
    {embed !== undefined && <EmbedCode {...embed} />}
  </section>
)
