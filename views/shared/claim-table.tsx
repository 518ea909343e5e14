import { paths } from '#server/paths.ts'
import { DateText } from './date-text.tsx'
import { StanceText } from './stance.tsx'
import type { Form, IssueKind, Stance } from '#server/domain/claims.ts'
import type { Value } from '#server/domain/values.ts'

/** A claim as a row shows it. */
export interface ClaimRow {
  readonly id: number
  readonly slug: string
  readonly statement: string
  readonly said: string
  readonly stance: Stance
  readonly form: Form
  readonly bearing: 'states' | 'context'
  readonly isWithdrawn: boolean
  readonly isSuperseded: boolean
  readonly party: { readonly id: number; readonly slug: string; readonly name: string }
  readonly personName: string | null
  readonly issue: { readonly id: number; readonly slug: string; readonly question: string; readonly kind: IssueKind; readonly unit: string | null }
  readonly position: string | null
  readonly value: Value | null
  readonly source: { readonly id: number; readonly slug: string; readonly title: string; readonly publisher: string | null }
}

/**
 * Claims as a table, the newest first. On narrow screens it scrolls in its own region.
 * @param of - which column would say the same in every row, and is left out
 */
export const ClaimTable = ({ claims, of, caption }: { claims: readonly ClaimRow[]; of: 'issue' | 'party'; caption: string }) => (
  <div class="scroll" role="region" tabindex={0} aria-labelledby="claims-caption">
    <table class="table">
      <caption id="claims-caption">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Said</th>
          <th scope="col">{of === 'issue' ? 'Party' : 'Issue'}</th>
          <th scope="col">Stance</th>
          <th scope="col">Claim</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <Row claim={claim} of={of} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ claim, of }: { claim: ClaimRow; of: 'issue' | 'party' }) => (
  <tr>
    <td>
      <DateText date={claim.said} short />
    </td>
    <td>
      {of === 'issue' ? (
        <a href={paths.party(claim.party)}>
          <bdi>{claim.party.name}</bdi>
        </a>
      ) : (
        <a href={paths.issue(claim.issue)}>
          <bdi>{claim.issue.question}</bdi>
        </a>
      )}
      {claim.personName !== null && (
        <span class="block small muted">
          <bdi>{claim.personName}</bdi>
        </span>
      )}
    </td>
    <td>
      <StanceText stance={claim.stance} label={claim.position} value={claim.value} unit={claim.issue.unit} />
      <Standing claim={claim} />
    </td>
    <td>
      <a href={paths.claim(claim)}>
        <bdi>{claim.statement}</bdi>
      </a>
      <span class="block small muted">{claim.form}</span>
    </td>
    <td>
      <a href={paths.source(claim.source, claim)}>
        <bdi>{claim.source.publisher ?? claim.source.title}</bdi>
        <span class="visually-hidden">: the passage for this claim</span>
      </a>
    </td>
  </tr>
)

/** Why a claim does not count among what its party holds now. */
const Standing = ({ claim }: { claim: ClaimRow }) => {
  const words = claim.isWithdrawn
    ? 'Withdrawn'
    : claim.bearing === 'context'
      ? 'Context only'
      : claim.isSuperseded
        ? 'Superseded since'
        : undefined
  return words === undefined ? null : <span class="block small muted">{words}</span>
}
