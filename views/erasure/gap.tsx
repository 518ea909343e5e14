import type { Child } from 'hono/jsx'
import { type ErasedMark, describeErased } from '#server/domain/erasures.ts'

interface Props {
  readonly mark: ErasedMark
  /** Where the entry of the erasure stands. */
  readonly history: string
  /** What stays on record. */
  readonly children?: Child
}

/** What was here, who erased it, when and why; and where nobody can take it away. */
export const Gap = ({ mark, history, children }: Props) => (
  <div class="notice" role="note">
    <p>
      <strong>
        <bdi>{describeErased(mark)}</bdi>
      </strong>{' '}
      <bdi>{mark.why}</bdi>
    </p>
    <p class="small muted">
      {children} Backups made before still hold it. <a href={history}>History</a>
    </p>
  </div>
)
