import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'

/** When a way in was used last, as the end of a sentence. */
export const LastUsed = ({ at }: { at: Date | null }) =>
  at === null ? (
    <>{wording().account.neverUsed}</>
  ) : (
    wording().account.lastUsed(<InstantText at={at} />)
  )
