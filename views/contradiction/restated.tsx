import type { EvidenceLine, RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { type Coverage, coverageOf } from '#server/domain/restatements.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { counted } from '../shared/stance.tsx'

/** What is said again of one side, and what a decision says of it. */

interface OfLine {
  readonly x: RecordedContradiction
  readonly line: EvidenceLine
}

type OfClaim = OfLine & { readonly of: { readonly recordedAt: Date } }

/** Did the reviewers have it before them, or something that it restates? */
const coverageIn = ({ x, line: { firstRecordedAt }, of: { recordedAt } }: OfClaim): Coverage =>
  x.settledAt === null ? 'seen' : coverageOf({ recordedAt, firstRecordedAt }, x.settledAt)

/** What the decision says of one claim of a line, where its reviewers did not have it before them. */
export const Mark = (of: OfClaim) => {
  const coverage = coverageIn(of)
  return coverage === 'seen' ? null : (
    <>
      <span class="tag">{coverage === 'new' ? 'New since the review' : 'Covered'}</span>{' '}
    </>
  )
}

const TIMES = ['', 'once', 'twice']

/** So many dates are read at a glance; more are folded away. */
const FEW = 3

/** When a statement was said again, newest first, and which of it a decision covers. */
export const Restated = ({ x, line }: OfLine) => {
  const { restated, restatedCount } = line
  if (restatedCount === 0) return null
  const times = TIMES[restatedCount] ?? counted(restatedCount, 'time')
  const list = <RestatedList x={x} line={line} />
  return (
    <div class="restated small">
      {restatedCount > FEW ? (
        <details>
          <summary>Restated {times}</summary>
          {list}
        </details>
      ) : (
        <>
          <p>Restated {times}</p>
          {list}
        </>
      )}
      {restatedCount > restated.length && (
        <p class="muted">The newest {restated.length} are listed.</p>
      )}
      <CoveredNote x={x} line={line} />
    </div>
  )
}

const RestatedList = ({ x, line }: OfLine) => (
  <ul>
    {line.restated.map((claim) => (
      <li>
        <Mark x={x} line={line} of={claim} />
        <a href={paths.claim(claim)}>
          <DateText date={claim.said} />
          <span class="visually-hidden">: this claim</span>
        </a>
      </li>
    ))}
  </ul>
)

/** Why the decision covers what its reviewers did not see. */
const CoveredNote = ({ x, line }: OfLine) => {
  const { first, restated } = line
  const isCovering = [first, ...restated].some((of) => coverageIn({ x, line, of }) === 'covered')
  if (x.settledAt === null || !isCovering) return null
  return (
    <p class="muted">
      Covered by the decision of <DateText date={x.settledAt.toISOString().slice(0, 10)} />:
      restates the statement of <DateText date={first.said} />. Derived, not reviewed.
    </p>
  )
}
