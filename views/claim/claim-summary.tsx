import type { Child } from 'hono/jsx'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { DateText } from '../shared/date-text.tsx'
import { Quotation } from '../shared/quotation.tsx'
import { describeValue } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** What a claim takes its stance on: a position's label, a value, or nothing where it declines. */
export function describeAnswer({ position, value, issue }: RecordedClaim): string | undefined {
  if (position !== undefined) return position.label
  return value === undefined ? undefined : describeValue(value, issue.unit)
}

/** The claim in one sentence as plain text: "Russia denies “He leaves power”". */
export function describeClaim(claim: RecordedClaim): string {
  const { party, stance } = claim
  return wording().claim.sentence(stance, party.name, describeAnswer(claim)).join('')
}

/** The same in markup, names and labels isolated. */
export const ClaimSentence = ({ claim }: { claim: RecordedClaim }) => {
  const answer = describeAnswer(claim)
  const pieces = wording().claim.sentence<Child>(
    claim.stance,
    <bdi>{claim.party.name}</bdi>,
    answer === undefined ? undefined : <bdi>{answer}</bdi>,
  )
  return <>{pieces}</>
}

/** A claim in brief, above a form about it. */
export const ClaimSummary = ({ claim }: { claim: RecordedClaim }) => {
  const quoted = claim.citations.find((c) => c.quote !== undefined)
  return (
    <div class="card">
      <p>
        <strong>
          <ClaimSentence claim={claim} />
        </strong>
      </p>
      <p>
        <bdi>{claim.statement}</bdi>
      </p>
      {quoted?.quote !== undefined && (
        <Quotation text={quoted.quote} form={claim.form} language={quoted.language} />
      )}
      <p class="small muted">
        {claim.person !== undefined && (
          <>
            <bdi>{claim.person.name}</bdi>
            {wording().explanations.comma}
          </>
        )}
        <DateText date={claim.said} />
      </p>
    </div>
  )
}
