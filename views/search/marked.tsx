import type { MarkedPiece } from '#server/domain/search-marks.ts'

/** A text in pieces, what was searched for marked. */
export const Marked = ({ pieces }: { pieces: readonly MarkedPiece[] }) => (
  <>{pieces.map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}</>
)
