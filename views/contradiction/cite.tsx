import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { EmbedCode, type EmbedCodeProps } from '../embed/embed-code.tsx'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'
import { describePieces, headingOf, reviewPieces } from './sentence.tsx'

/** The citation as text: what, where recorded, in which state, read when. */
function describeCitation(
  x: RecordedContradiction,
  { topicTitle, address, today }: { topicTitle: string; address: string; today: string },
): string {
  const state = describePieces(reviewPieces(x))
  const what = describePieces(headingOf(x))
  return wording().contradiction.citation(what, topicTitle, state, describeDate(today), address)
}

export const Cite = ({
  x,
  topicTitle,
  address,
  today,
  embed,
}: {
  x: RecordedContradiction
  topicTitle: string
  /** The permalink in full. */
  address: string
  today: string
  /** The code to embed it; undefined where not everybody may read it. */
  embed: EmbedCodeProps | undefined
}) => {
  const w = wording().contradiction
  return (
    <section class="stack" aria-labelledby="cite">
      <h2 id="cite">{w.cite}</h2>
      <p class="citation-text" id="citation-text" dir="auto">
        {describeCitation(x, { topicTitle, address, today })}
      </p>
      <p class="row no-print">
        <button type="button" data-copy-text="citation-text" data-copied={w.citationCopied} hidden>
          {w.copyCitation}
        </button>
        <button type="button" data-copy={paths.contradiction(x)} data-copied={w.linkCopied}>
          {w.copyLink}
        </button>
        <a href={paths.contradiction(x)} rel="bookmark">
          {wording().common.permalink}
        </a>
        <a href={paths.contradictionJson(x)}>JSON</a>
        <a href={paths.contradictionJsonLd(x)} type="application/ld+json">
          JSON-LD
        </a>
      </p>
      {embed !== undefined && <EmbedCode {...embed} />}
    </section>
  )
}
