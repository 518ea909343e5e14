import { type Embeddable, describeIframe } from './iframe.ts'

export interface EmbedCodeProps {
  /** As it is shown, for good: the day and the instant of record are in the address. */
  readonly fixed: Embeddable
  /** As the record is whenever somebody looks. */
  readonly current: Embeddable
}

/** The code that puts what this page shows into another page. Works without scripts. */
export const EmbedCode = ({ fixed, current }: EmbedCodeProps) => (
  <details class="no-print">
    <summary>Embed</summary>
    <div class="stack">
      <p class="small muted">
        Readers of your page get no cookies and no scripts from it. Paste one of these:
      </p>
      <Code id="embed-fixed" label="As it is shown now, for good" of={fixed} />
      <Code id="embed-current" label="Kept up to date with the record" of={current} />
    </div>
  </details>
)

const Code = ({ id, label, of }: { id: string; label: string; of: Embeddable }) => (
  <div>
    <p class="small">
      <strong>{label}</strong>
    </p>
    <p class="citation-text" id={id} dir="ltr">
      <code class="embed-code">{describeIframe(of)}</code>
    </p>
    <p class="row">
      <button type="button" data-copy-text={id} data-copied="Code copied." hidden>
        Copy code
      </button>
      <a href={new URL(of.src).pathname + new URL(of.src).search}>
        Preview<span class="visually-hidden">: {label}</span>
      </a>
    </p>
  </div>
)
