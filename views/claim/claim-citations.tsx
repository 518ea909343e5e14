import { leadCitation } from '#server/domain/lead-citation.ts'
import type { RecordedCitation, RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { DateText } from '../shared/date-text.tsx'
import { ExternalIcon } from '../shared/icons.tsx'
import { Quotation } from '../shared/quotation.tsx'
import { addressOfWords } from './cite.ts'
import { gradeWords } from '../shared/grades.ts'
import { wording } from '../words/wording.ts'

/** Marks that turn the direction of text without being seen. */
const HIDDEN_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

export const ClaimCitations = ({ claim }: { claim: RecordedClaim }) => (
  <section class="stack" aria-labelledby="sources">
    <h2 id="sources">
      {claim.citations.length === 1 ? wording().claim.source : wording().claim.sources}
    </h2>
    <ol class="list">
      {claim.citations.map((citation) => (
        <li class="citation">
          <Citation claim={claim} citation={citation} />
        </li>
      ))}
    </ol>
  </section>
)

/** The words that stand above in large type are not repeated here. */
const Citation = ({ claim, citation }: { claim: RecordedClaim; citation: RecordedCitation }) => {
  const { source, quote } = citation
  const isShown = quote === leadCitation(claim)?.quote
  return (
    <>
      <p>
        <a href={paths.source(source, claim)}>
          <bdi>{source.title}</bdi>
        </a>
        {source.publisher !== undefined && (
          <>
            {wording().explanations.comma}
            <bdi>{source.publisher}</bdi>
          </>
        )}
        {wording().explanations.comma}
        <DateText date={source.published} />
      </p>
      {quote !== undefined && !isShown && (
        <Quotation
          text={quote}
          form={claim.form}
          language={citation.language}
          translation={
            citation.translation === undefined
              ? undefined
              : { text: citation.translation, translator: citation.translator }
          }
        />
      )}
      {quote !== undefined && HIDDEN_MARKS.test(quote) && (
        <p>
          <span class="tag">{wording().claim.hiddenMarks}</span>
        </p>
      )}
      <Details citation={citation} />
      <SourceLinks claim={claim} citation={citation} />
    </>
  )
}

const Details = ({
  citation: { source, locator, credibility },
}: {
  citation: RecordedCitation
}) => {
  const words = wording().claim
  const credibilities: Readonly<Record<string, string>> = words.credibility
  const details = [
    source.kind,
    ...(locator === undefined ? [] : [locator]),
    ...(source.grade === undefined ? [] : [words.grade(gradeWords[source.grade] ?? source.grade)]),
    ...(credibility === undefined
      ? []
      : [words.credibilityOf(credibilities[credibility] ?? String(credibility))]),
  ]
  return (
    <p class="small muted">
      {details.map((detail, i) => (
        <>
          {i > 0 && ' · '}
          <bdi>{detail}</bdi>
        </>
      ))}
    </p>
  )
}

const SourceLinks = ({ claim, citation }: { claim: RecordedClaim; citation: RecordedCitation }) => {
  const { source, isPlaced } = citation
  const address = addressOfWords(citation)
  const words = isPlaced ? wording().claim.markedInSource : wording().claim.onSourcePage
  return (
    <ul class="row small">
      <li>
        <a href={paths.source(source, claim)}>
          {words}
          <span class="visually-hidden">: {source.title}</span>
        </a>
      </li>
      {address !== undefined && (
        <li>
          <a href={address} rel="external noreferrer">
            {wording().claim.original}
            <span class="visually-hidden">: {source.title}</span> <ExternalIcon />
          </a>
        </li>
      )}
      {source.archiveUrl !== undefined && (
        <li>
          <a href={source.archiveUrl} rel="external noreferrer">
            {wording().claim.archived}
            <span class="visually-hidden">: {source.title}</span> <ExternalIcon />
          </a>
        </li>
      )}
    </ul>
  )
}
