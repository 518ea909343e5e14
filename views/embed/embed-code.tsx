import { wording } from '../words/wording.ts'
import { type Embeddable, describeIframe } from './iframe.ts'

export interface EmbedCodeProps {
  /** As it is shown, for good: the day and the instant of record are in the address. */
  readonly fixed: Embeddable
  /** As the record is whenever somebody looks. */
  readonly current: Embeddable
}

/** The code that puts what this page shows into another page. Works without scripts. */
export const EmbedCode = ({ fixed, current }: EmbedCodeProps) => {
  const words = wording().embed
  return (
    <details class="no-print">
      <summary>{words.title}</summary>
      <div class="stack">
        <p class="small muted">{words.readers}</p>
        <Code id="embed-fixed" label={words.fixed} of={fixed} />
        <Code id="embed-current" label={words.current} of={current} />
      </div>
    </details>
  )
}

const Code = ({ id, label, of }: { id: string; label: string; of: Embeddable }) => (
  <div>
    <p class="small">
      <strong>{label}</strong>
    </p>
    <p class="citation-text" id={id} dir="ltr">
      <code class="embed-code">{describeIframe(of)}</code>
    </p>
    <p class="row">
      <button type="button" data-copy-text={id} data-copied={wording().embed.codeCopied} hidden>
        {wording().embed.copyCode}
      </button>
      <a href={new URL(of.src).pathname + new URL(of.src).search}>
        {wording().embed.preview}
        <span class="visually-hidden">: {label}</span>
      </a>
    </p>
  </div>
)
