import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { EmbedCode, type EmbedCodeProps } from '../embed/embed-code.tsx'
import { wording } from '../words/wording.ts'
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
    <h2 id="cite">{wording().claim.cite}</h2>
    <p class="citation-text" id="citation-text" dir="auto">
      {describeReference(claim, { permalink, today })}
    </p>
    <p class="row no-print">
      <button
        type="button"
        data-copy-text="citation-text"
        data-copied={wording().claim.copied}
        hidden
      >
        {wording().claim.copy}
      </button>
      <a href={paths.claim({ id: claim.id })} rel="bookmark">
        {wording().common.permalink}
      </a>
      <a href={paths.claimJsonLd(claim)} type="application/ld+json">
        JSON-LD
      </a>
    </p>
    {embed !== undefined && <EmbedCode {...embed} />}
  </section>
)
