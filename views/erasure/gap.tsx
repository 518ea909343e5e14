import type { Child } from 'hono/jsx'
import type { ErasedMark } from '#server/domain/erasures.ts'
import { wording } from '../words/wording.ts'

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
        <bdi>{wording().erasure.erased(mark)}</bdi>
      </strong>{' '}
      <bdi>{mark.why}</bdi>
    </p>
    <p class="small muted">
      {children} {wording().erasure.inBackups} <a href={history}>{wording().erasure.history}</a>
    </p>
  </div>
)
