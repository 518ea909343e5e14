import type { ContradictionChange } from '#server/domain/recorded-changes.ts'
import type { RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { isSettled } from '#server/domain/reviews.ts'
import { paths } from '#server/paths.ts'
import { type Piece, Sentence, headingOf, sentenceOf } from '../contradiction/sentence.tsx'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'

/**
 * What became of it, in words. What it was settled as is told while it is settled: once it is open
 * again, whoever is to decide anew is not told what others decided.
 */
function describeChange({ did, status }: ContradictionChange, x: RecordedContradiction): string {
  const w = wording().feedTitles
  if (did !== 'settled') return w[did]
  return isSettled(x.status) ? wording().contradiction.statuses[status] : w.settled
}

/** "Confirmed: Alpha and Beta conflict on “...”". */
export const contradictionPieces = (
  change: ContradictionChange,
  x: RecordedContradiction,
): readonly Piece[] => [wording().feedTitles.about(describeChange(change, x)), ...headingOf(x)]

/** The contradiction in its one sentence, as it stands now. */
export const ContradictionEntry = ({
  change,
  x,
  address,
}: {
  change: ContradictionChange
  x: RecordedContradiction
  /** Makes a path absolute. */
  address: (path: string) => string
}) => (
  <>
    {change.did === 'resolved' && x.resolvedOn !== null && (
      <p>
        The two sides no longer conflict as of <DateText date={x.resolvedOn} />.
      </p>
    )}
    <p>
      <Sentence pieces={sentenceOf(x)} />
    </p>
    <p>
      <a href={address(paths.contradiction({ id: x.id }))}>Evidence, reviews and history</a>
    </p>
  </>
)
