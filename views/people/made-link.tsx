/** A link that was made a moment ago, to be passed on: shown this once. @param address - the whole of it */
export const MadeLink = ({ address, lasts }: { address: string; lasts: string }) => (
  <div class="notice" role="status">
    <p>Pass this link on. It works once, for {lasts}, and is shown this once:</p>
    <p>
      <code class="secret">{address}</code>
    </p>
  </div>
)
