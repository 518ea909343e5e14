import type { Form, IssueKind, Stance } from '#server/domain/claims.ts'
import type { Value } from '#server/domain/values.ts'
import { paths } from '#server/paths.ts'
import { wording } from '../words/wording.ts'
import { DateText } from './date-text.tsx'
import { StanceText } from './stance.tsx'

interface Linked {
  readonly id: number
  readonly slug: string
}

/** A claim as a row shows it. */
export interface ClaimRow extends Linked {
  readonly statement: string
  readonly said: string
  readonly stance: Stance
  readonly form: Form
  readonly bearing: 'states' | 'context'
  readonly isWithdrawn: boolean
  readonly isSuperseded: boolean
  readonly party: Linked & { readonly name: string }
  readonly person: (Linked & { readonly name: string }) | null
  readonly issue: Linked & {
    readonly question: string
    readonly kind: IssueKind
    readonly unit: string | null
  }
  readonly position: string | null
  readonly value: Value | null
  readonly source: Linked & {
    /** Of the text that has the quotation, where it is not the newest. */
    readonly version?: number | undefined
    readonly title: string
    readonly publisher: string | null
  }
}

export interface ClaimTableProps {
  readonly claims: readonly ClaimRow[]
  /** Whose page it is: the column that would say the same in every row is left out. */
  readonly of: 'issue' | 'party' | 'person'
  readonly caption: string
  /** Tells two tables of one page apart. */
  readonly id?: string
}

/** Claims as a table, the newest first. On narrow screens it scrolls in its own region. */
export const ClaimTable = ({ claims, of, caption, id = 'claims' }: ClaimTableProps) => (
  <div class="scroll" role="region" tabindex={0} aria-labelledby={`${id}-caption`}>
    <table class="table claim-table">
      <caption id={`${id}-caption`}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{wording().shared.said}</th>
          {of !== 'party' && <th scope="col">{wording().shared.party}</th>}
          {of !== 'issue' && <th scope="col">{wording().shared.issue}</th>}
          <th scope="col">{wording().shared.position}</th>
          <th scope="col">{wording().shared.claim}</th>
          <th scope="col">{wording().shared.source}</th>
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

const Row = ({ claim, of }: { claim: ClaimRow; of: ClaimTableProps['of'] }) => (
  <tr>
    <td>
      <DateText date={claim.said} short />
    </td>
    {of !== 'party' && (
      <td>
        <a href={paths.party(claim.party)}>
          <bdi>{claim.party.name}</bdi>
        </a>
        {of === 'issue' && <Speaker claim={claim} />}
      </td>
    )}
    {of !== 'issue' && (
      <td>
        <a href={paths.issue(claim.issue)}>
          <bdi>{claim.issue.question}</bdi>
        </a>
        {of === 'party' && <Speaker claim={claim} />}
      </td>
    )}
    <td>
      <StanceText
        stance={claim.stance}
        label={claim.position}
        value={claim.value}
        unit={claim.issue.unit}
      />
      <Standing claim={claim} />
    </td>
    <td>
      <a href={paths.claim(claim)}>
        <bdi>{claim.statement}</bdi>
      </a>
      <span class="block small muted">{wording().shared.forms[claim.form]}</span>
    </td>
    <td>
      <a class="source-link" href={paths.source(claim.source, claim)}>
        <bdi>{claim.source.publisher ?? claim.source.title}</bdi>
        <span class="visually-hidden">: {wording().shared.passageOfClaim}</span>
      </a>
    </td>
  </tr>
)

const Speaker = ({ claim }: { claim: ClaimRow }) =>
  claim.person === null ? null : (
    <a class="block small" href={paths.person(claim.person)}>
      <bdi>{claim.person.name}</bdi>
    </a>
  )

/** Why a claim does not count among what its party holds now. */
const Standing = ({ claim }: { claim: ClaimRow }) => {
  const { withdrawn, contextOnly, superseded } = wording().shared
  const words = claim.isWithdrawn
    ? withdrawn
    : claim.bearing === 'context'
      ? contextOnly
      : claim.isSuperseded
        ? superseded
        : undefined
  return words === undefined ? null : <span class="block small muted">{words}</span>
}
