import type { EvidenceLine, RecordedContradiction } from '#server/domain/recorded-contradiction.ts'
import { type Coverage, coverageOf } from '#server/domain/restatements.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'

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
      <span class="tag">
        {coverage === 'new' ? wording().contradiction.newSince : wording().contradiction.covered}
      </span>{' '}
    </>
  )
}

/** So many dates are read at a glance; more are folded away. */
const FEW = 3

/** When a statement was said again, newest first, and which of it a decision covers. */
export const Restated = ({ x, line }: OfLine) => {
  const { restated, restatedCount } = line
  if (restatedCount === 0) return null
  const w = wording().contradiction
  const says = w.restated(restatedCount)
  const list = <RestatedList x={x} line={line} />
  return (
    <div class="restated small">
      {restatedCount > FEW ? (
        <details>
          <summary>{says}</summary>
          {list}
        </details>
      ) : (
        <>
          <p>{says}</p>
          {list}
        </>
      )}
      {restatedCount > restated.length && <p class="muted">{w.newestListed(restated.length)}</p>}
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
          <span class="visually-hidden">{wording().contradiction.thisClaim}</span>
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
      {wording().contradiction.coveredBy(
        <DateText date={x.settledAt.toISOString().slice(0, 10)} />,
        <DateText date={first.said} />,
      )}
    </p>
  )
}
