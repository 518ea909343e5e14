import { wording } from '../words/wording.ts'
import { DateText } from './date-text.tsx'
import { RemarkText } from './relation.tsx'

export interface ClaimLimitsProps {
  readonly condition?: string | undefined
  /** EDTF, as written. */
  readonly scopePeriod?: string | undefined
  readonly scopeNote?: string | undefined
  readonly hedge?: string | undefined
}

/** What narrows a claim: condition, scope, hedge. Never left out where the claim is shown. */
export const ClaimLimits = ({ condition, scopePeriod, scopeNote, hedge }: ClaimLimitsProps) =>
  [condition, scopePeriod, scopeNote, hedge].every((limit) => limit === undefined) ? null : (
    <ul class="limits">
      {condition !== undefined && (
        <li>
          <RemarkText remark="conditional">
            {wording().shared.condition(<bdi>{condition}</bdi>)}
          </RemarkText>
        </li>
      )}
      {scopePeriod !== undefined && (
        <li>{wording().shared.appliesTo(<DateText date={scopePeriod} />)}</li>
      )}
      {scopeNote !== undefined && <li>{wording().shared.scope(<bdi>{scopeNote}</bdi>)}</li>}
      {hedge !== undefined && <li>{wording().shared.hedged(<bdi>{hedge}</bdi>)}</li>}
    </ul>
  )
