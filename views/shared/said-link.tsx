import type { Claim } from '#server/domain/claims.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import { paths } from '#server/paths.ts'
import { DateText } from './date-text.tsx'
import type { HeldDetail } from './held-claim.tsx'

/** The day of a claim, which leads to the marked words in their source. */
export const SaidLink = ({ claim, detail }: { claim: Claim; detail: HeldDetail | undefined }) => {
  const date = <DateText date={claim.said} short />
  if (detail === undefined) return date
  const citation = leadCitation(detail)
  return (
    <a href={citation === undefined ? paths.claim(detail) : paths.source(citation.source, detail)}>
      {date}
    </a>
  )
}
