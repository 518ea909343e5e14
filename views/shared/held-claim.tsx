import type { Claim, Form } from '#server/domain/claims.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import { paths } from '#server/paths.ts'
import { ClaimLimits } from './claim-limits.tsx'
import { DateText } from './date-text.tsx'
import { Quotation } from './quotation.tsx'
import { wording } from '../words/wording.ts'

/** One place where a claim is found. */
export interface HeldCitation {
  readonly source: {
    readonly id: number
    readonly slug: string
    readonly title: string
    readonly publisher?: string | undefined
    readonly published: string
    readonly url?: string | undefined
    readonly archiveUrl?: string | undefined
  }
  readonly quote?: string | undefined
  readonly language: string
  readonly translation?: string | undefined
  readonly translator?: string | undefined
  readonly isPlaced: boolean
}

/** What is shown of a claim that a party holds, beside what the logic needs of it. */
export interface HeldDetail {
  readonly id: number
  readonly slug: string
  readonly statement: string
  readonly hedge?: string | undefined
  readonly scopeNote?: string | undefined
  readonly scopePeriod?: string | undefined
  readonly form: Form
  readonly personName?: string | undefined
  readonly personRole?: string | undefined
  readonly citations: readonly HeldCitation[]
}

/** The words of a claim, who said them when and where, and everything that limits them. */
export const HeldWords = ({ claim, detail }: { claim: Claim; detail: HeldDetail | undefined }) => {
  if (detail === undefined) return null
  const citation = leadCitation(detail)
  return (
    <div class="held-words">
      {citation?.quote === undefined ? (
        <p dir="auto">{detail.statement}</p>
      ) : (
        <Quotation
          text={citation.quote}
          form={detail.form}
          language={citation.language}
          lines={4}
          translation={translationOf(citation)}
        />
      )}
      <Attribution claim={claim} detail={detail} citation={citation} />
      <ClaimLimits {...detail} condition={claim.condition} />
    </div>
  )
}

const translationOf = ({ translation, translator }: HeldCitation) =>
  translation === undefined ? undefined : { text: translation, translator }

interface AttributionProps {
  readonly claim: Claim
  readonly detail: HeldDetail
  readonly citation: HeldCitation | undefined
}

const Attribution = ({ claim, detail, citation }: AttributionProps) => (
  <p class="small muted">
    {detail.personName !== undefined && (
      <>
        <bdi>{detail.personName}</bdi>
        {detail.personRole !== undefined && (
          <>
            {wording().shared.comma}
            <bdi>{detail.personRole}</bdi>
          </>
        )}
        {' · '}
      </>
    )}
    <DateText date={claim.said} /> · {wording().shared.forms[detail.form]}
    {citation !== undefined && (
      <>
        {' · '}
        <SourceLink detail={detail} citation={citation} />
      </>
    )}
    {' · '}
    <a href={paths.claim(detail)}>
      {wording().shared.theClaim}
      <span class="visually-hidden">: {detail.statement}</span>
    </a>
  </p>
)

/** To the marked words, in one step. */
const SourceLink = ({
  detail,
  citation,
}: Pick<AttributionProps, 'detail'> & { citation: HeldCitation }) => {
  const further = detail.citations.length - 1
  return (
    <>
      <a
        class="source-link"
        href={paths.source(citation.source, detail)}
        data-url={citation.source.archiveUrl ?? citation.source.url}
      >
        <bdi>{citation.source.publisher ?? citation.source.title}</bdi>
        <span class="visually-hidden">
          {': '}
          {citation.isPlaced ? wording().shared.markedPassage : wording().shared.theSource}
        </span>
      </a>
      {further > 0 && wording().shared.andMoreSources(further)}
    </>
  )
}
