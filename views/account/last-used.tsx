import { InstantText } from '../shared/date-text.tsx'

/** When a way in was used last, as the end of a sentence. */
export const LastUsed = ({ at }: { at: Date | null }) =>
  at === null ? (
    <>never used</>
  ) : (
    <>
      last used <InstantText at={at} />
    </>
  )
