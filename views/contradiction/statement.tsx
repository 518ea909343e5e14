import { isInOwnWords } from '#server/domain/claims.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import {
  type EvidenceCitation,
  type EvidenceClaim,
  type QuotationContext,
} from '#server/domain/recorded-contradiction.ts'
import { paths } from '#server/paths.ts'
import { ClaimLimits } from '../shared/claim-limits.tsx'
import { DateText } from '../shared/date-text.tsx'
import { directionOf } from '../shared/direction.ts'
import { Quotation } from '../shared/quotation.tsx'
import { wording } from '../words/wording.ts'

/** One claim with its words in context, who said them, when, and the way to the marked passage. */
export const Statement = ({ claim, around }: { claim: EvidenceClaim; around: number }) => {
  const citation = leadCitation(claim)
  return (
    <>
      <Words claim={claim} citation={citation} around={around} />
      <p class="attribution">
        <Speaker claim={claim} />
        <DateText date={claim.said} /> · {wording().shared.forms[claim.form]}
        {claim.citations.map((c) => (
          <SourceLink claim={claim} citation={c} />
        ))}
        {' · '}
        <a href={paths.claim(claim)}>{wording().contradiction.theClaim}</a>
      </p>
      <ClaimLimits {...claim} />
    </>
  )
}

const Words = ({
  claim,
  citation,
  around,
}: {
  claim: EvidenceClaim
  citation: EvidenceCitation | undefined
  around: number
}) => {
  if (citation?.quote === undefined) return <Unquoted claim={claim} />
  const { language, translation, translator } = citation
  const context = claim.context
  const isOwn = isInOwnWords(claim.form, citation.quote)
  return (
    <div class="in-context">
      {context !== undefined && (
        <Around text={beforeOf(context, isOwn, around)} language={language} of="before" />
      )}
      <Quotation
        text={citation.quote}
        form={claim.form}
        language={language}
        translation={translation === undefined ? undefined : { text: translation, translator }}
      />
      {context !== undefined && (
        <Around text={afterOf(context, isOwn, around)} language={language} of="after" />
      )}
    </div>
  )
}

/** No words on record: what we wrote of it is ours, and looks so. */
const Unquoted = ({ claim }: { claim: EvidenceClaim }) => (
  <div class="unquoted">
    <p dir="auto">{claim.statement}</p>
    <p class="small muted">{wording().contradiction.unquoted}</p>
  </div>
)

const Around = ({
  text,
  language,
  of,
}: {
  text: string
  language: string
  of: 'before' | 'after'
}) =>
  text === '' ? null : (
    <p class="context" lang={language} dir={directionOf(language)}>
      <span class="visually-hidden" lang={wording().language} dir={wording().direction}>
        {of === 'before' ? wording().contradiction.wordsBefore : wording().contradiction.wordsAfter}
      </span>
      {text}
    </p>
  )

/** At most `most` characters before, from the start of a word; an ellipsis where the capture goes on. */
function beforeOf(
  { before: all, isCutBefore }: QuotationContext,
  isOwn: boolean,
  most: number,
): string {
  // The page sets quotation marks of its own around a party's words.
  const before = isOwn ? all.replace(/[“"«„‘‚‹']$/u, '') : all
  const letters = Array.from(before)
  if (!isCutBefore && letters.length <= most) return before.trim()
  return `… ${letters
    .slice(-most)
    .join('')
    .replace(/^\S*\s+/, '')}`.trimEnd()
}

/** The same after, up to the end of a word. */
function afterOf(
  { after: all, isCutAfter }: QuotationContext,
  isOwn: boolean,
  most: number,
): string {
  const after = isOwn ? all.replace(/^[”"»›]|^[’'](?!\p{L})/u, '') : all
  const letters = Array.from(after)
  if (!isCutAfter && letters.length <= most) return after.trim()
  return `${letters
    .slice(0, most)
    .join('')
    .replace(/\s+\S*$/, '')} …`.trimStart()
}

const Speaker = ({ claim }: { claim: EvidenceClaim }) =>
  claim.personName === undefined ? null : (
    <>
      <bdi>{claim.personName}</bdi>
      {claim.personRole !== undefined && (
        <>
          , <bdi>{claim.personRole}</bdi>
        </>
      )}
      {' · '}
    </>
  )

/** To the marked passage; where nothing is marked, to the claim's entry on the source's page. */
export const SourceLink = ({
  claim,
  citation,
}: {
  claim: EvidenceClaim
  citation: EvidenceCitation
}) => (
  <>
    {' · '}
    <a
      class="source-link"
      href={paths.source(citation.source, claim)}
      data-url={citation.source.archiveUrl ?? citation.source.url}
    >
      <bdi>{citation.source.publisher ?? citation.source.title}</bdi>
      <span class="visually-hidden">
        {citation.isPlaced ? wording().contradiction.toPassage : wording().contradiction.toSource}
      </span>
    </a>
  </>
)
