import type { Child } from 'hono/jsx'
import { letterOf } from '#server/domain/letters.ts'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { PositionLetter } from '../shared/relation.tsx'
import { describeAnswer } from './claim-summary.tsx'
import { bearingWords, formWords, stanceWords } from './words.ts'

/** Who holds it, who said it, who reports it, and within which limits. */
export const ClaimFacts = ({ claim }: { claim: RecordedClaim }) => (
  <aside class="claim-facts" aria-labelledby="facts">
    <h2 id="facts">On record</h2>
    <dl class="facts">
      <Attribution claim={claim} />
      <Answer claim={claim} />
      <Limits claim={claim} />
      <Fact term="Recorded">
        <InstantText at={claim.recordedAt} />, version {claim.version} (
        <a href={paths.claimHistory(claim)}>history</a>)
      </Fact>
    </dl>
  </aside>
)

const Fact = ({ term, children }: { term: string; children?: Child }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
)

const TextFact = ({ term, text }: { term: string; text: string | undefined }) =>
  text === undefined ? null : (
    <Fact term={term}>
      <bdi>{text}</bdi>
    </Fact>
  )

const Attribution = ({ claim }: { claim: RecordedClaim }) => (
  <>
    <Fact term="Held by">
      <a href={paths.party(claim.party)}>
        <bdi>{claim.party.name}</bdi>
      </a>
    </Fact>
    <Fact term="Said by">
      {claim.person === undefined ? (
        <span class="muted">Nobody named</span>
      ) : (
        <>
          <a href={paths.person(claim.person)}>
            <bdi>{claim.person.name}</bdi>
          </a>
          {claim.person.role !== undefined && (
            <>
              , <bdi>{claim.person.role}</bdi>
            </>
          )}
        </>
      )}
    </Fact>
    <Fact term="Said on">
      <DateText date={claim.said} />
    </Fact>
    <Fact term="Reported by">
      <ul>
        {claim.citations.map(({ source }) => (
          <li>
            <a href={paths.source(source, claim)}>
              <bdi>{source.publisher ?? source.title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Fact>
  </>
)

const Answer = ({ claim }: { claim: RecordedClaim }) => {
  const answer = describeAnswer(claim)
  return (
    <>
      <Fact term="Issue">
        <a href={paths.issue(claim.issue)}>
          <bdi>{claim.issue.question}</bdi>
        </a>
      </Fact>
      <Fact term={claim.value === undefined ? 'Position' : 'Value'}>
        {answer === undefined ? (
          <span class="muted">None</span>
        ) : (
          <span class="fact-position">
            {claim.position !== undefined && (
              <PositionLetter letter={letterOf(claim.position.place)} />
            )}
            <bdi>{answer}</bdi>
          </span>
        )}
      </Fact>
      <Fact term="Stance">{stanceWords[claim.stance]}</Fact>
      <Fact term="Form">{formWords(claim.form)}</Fact>
      {claim.bearing === 'context' && <Fact term="Bearing">{bearingWords.context}</Fact>}
    </>
  )
}

const Limits = ({ claim }: { claim: RecordedClaim }) => (
  <>
    <TextFact term="Condition" text={claim.condition} />
    <TextFact term="Hedge" text={claim.hedge} />
    {claim.scopePeriod !== undefined && (
      <Fact term="Applies to">
        <DateText date={claim.scopePeriod} />
      </Fact>
    )}
    <TextFact term="Scope" text={claim.scopeNote} />
  </>
)
