import { wording } from '../words/wording.ts'

/** A link that was made a moment ago, to be passed on: shown this once. @param address - the whole of it */
export const MadeLink = ({ address, to }: { address: string; to: 'invitation' | 'signIn' }) => (
  <div class="notice" role="status">
    <p>{wording().people.passOn[to]}</p>
    <p>
      <code class="secret">{address}</code>
    </p>
  </div>
)
