import type { LinkedClaim, Restatements } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'

/** So many dates are read at a glance; more are folded away. */
const FEW = 3

/** What a claim says again, and when it was said again. Nothing where it stands alone. */
export const ClaimRestatements = ({
  restatements: { restates, first, restatedBy, count },
}: {
  restatements: Restatements
}) =>
  restates === undefined && count === 0 ? null : (
    <section class="stack" aria-labelledby="restatements">
      <h2 id="restatements">{wording().claim.restatements}</h2>
      {restates !== undefined && <p>{wording().claim.restates(<Statement claim={restates} />)}</p>}
      {first !== undefined && <p>{wording().claim.firstSaid(<Statement claim={first} />)}</p>}
      {count > 0 && <RestatedBy claims={restatedBy} count={count} />}
    </section>
  )

const RestatedBy = ({ claims, count }: { claims: readonly LinkedClaim[]; count: number }) => {
  const list = (
    <ul class="list">
      {claims.map((claim) => (
        <li>
          {wording().claim.restatedOn(
            <DateText date={claim.said} />,
            <a href={paths.claim(claim)}>
              <bdi>{claim.statement}</bdi>
            </a>,
          )}
        </li>
      ))}
    </ul>
  )
  if (count <= FEW) return list
  return (
    <details>
      <summary>{wording().claim.restatedTimes(count, claims.length)}</summary>
      {list}
    </details>
  )
}

const Statement = ({ claim }: { claim: LinkedClaim }) => (
  <>
    <a href={paths.claim(claim)}>
      <bdi>{claim.statement}</bdi>
    </a>{' '}
    (<DateText date={claim.said} />)
  </>
)
