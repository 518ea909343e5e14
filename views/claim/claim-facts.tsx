import type { Child } from 'hono/jsx'
import { letterOf } from '#server/domain/letters.ts'
import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import { paths } from '#server/paths.ts'
import { DateText, InstantText } from '../shared/date-text.tsx'
import { PositionLetter } from '../shared/relation.tsx'
import { describeAnswer } from './claim-summary.tsx'
import { wording } from '../words/wording.ts'

/** Who holds it, who said it, who reports it, and within which limits. */
export const ClaimFacts = ({ claim }: { claim: RecordedClaim }) => (
  <aside class="claim-facts" aria-labelledby="facts">
    <h2 id="facts">{wording().claim.facts}</h2>
    <dl class="facts">
      <Attribution claim={claim} />
      <Answer claim={claim} />
      <Limits claim={claim} />
      <Fact term={wording().claim.recorded}>
        {wording().claim.recordedAt(
          <InstantText at={claim.recordedAt} />,
          claim.version,
          paths.claimHistory(claim),
        )}
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
    <Fact term={wording().claim.heldBy}>
      <a href={paths.party(claim.party)}>
        <bdi>{claim.party.name}</bdi>
      </a>
    </Fact>
    <Fact term={wording().claim.saidBy}>
      {claim.person === undefined ? (
        <span class="muted">{wording().claim.nobodyNamed}</span>
      ) : (
        <>
          <a href={paths.person(claim.person)}>
            <bdi>{claim.person.name}</bdi>
          </a>
          {claim.person.role !== undefined && (
            <>
              {wording().explanations.comma}
              <bdi>{claim.person.role}</bdi>
            </>
          )}
        </>
      )}
    </Fact>
    <Fact term={wording().claim.saidOn}>
      <DateText date={claim.said} />
    </Fact>
    <Fact term={wording().claim.reportedBy}>
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
  const words = wording().claim
  const answer = describeAnswer(claim)
  return (
    <>
      <Fact term={wording().claim.issue}>
        <a href={paths.issue(claim.issue)}>
          <bdi>{claim.issue.question}</bdi>
        </a>
      </Fact>
      <Fact term={claim.value === undefined ? words.position : words.value}>
        {answer === undefined ? (
          <span class="muted">{words.none}</span>
        ) : (
          <span class="fact-position">
            {claim.position !== undefined && (
              <PositionLetter letter={letterOf(claim.position.place)} />
            )}
            <bdi>{answer}</bdi>
          </span>
        )}
      </Fact>
      <Fact term={words.stance}>{words.stances[claim.stance]}</Fact>
      <Fact term={words.form}>{words.forms[claim.form]}</Fact>
      {claim.bearing === 'context' && <Fact term={words.bearing}>{words.bearings.context}</Fact>}
    </>
  )
}

const Limits = ({ claim }: { claim: RecordedClaim }) => (
  <>
    <TextFact term={wording().claim.condition} text={claim.condition} />
    <TextFact term={wording().claim.hedge} text={claim.hedge} />
    {claim.scopePeriod !== undefined && (
      <Fact term={wording().claim.appliesTo}>
        <DateText date={claim.scopePeriod} />
      </Fact>
    )}
    <TextFact term={wording().claim.scope} text={claim.scopeNote} />
  </>
)
