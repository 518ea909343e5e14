import { leadCitation } from '#server/domain/lead-citation.ts'
import type { Child } from 'hono/jsx'
import {
  type EvidenceClaim,
  type EvidenceLine,
  type RecordedContradiction,
  type RecordedSide,
} from '#server/domain/recorded-contradiction.ts'
import { type RepliesByClaim, standingReplies } from '#server/domain/recorded-reply.ts'
import { paths } from '#server/paths.ts'
import { ReplyLinks } from '../reply/reply-box.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Pagination } from '../shared/navigation.tsx'
import { InlineQuote } from '../shared/quotation.tsx'
import { wording } from '../words/wording.ts'
import { Mark, Restated } from './restated.tsx'
import { shorten } from './sentence.tsx'
import { SourceLink } from './statement.tsx'
import { describeHeld } from './words.ts'

/** The evidence of one side as far as it is shown. */
export interface ShownEvidence {
  readonly lines: readonly EvidenceLine[]
  /** How many lines there are in all. */
  readonly count: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** Only the first few; a link leads to all. */
  readonly isCapped: boolean
}

/** Everything that stands behind both sides, newest and strongest first. */
export const Evidence = ({
  x,
  a,
  b,
  replies,
}: {
  x: RecordedContradiction
  a: ShownEvidence
  b: ShownEvidence
  replies: RepliesByClaim
}) => (
  <section class="stack" aria-labelledby="evidence">
    <h2 id="evidence">{wording().contradiction.evidence}</h2>
    <p class="muted">{wording().contradiction.evidenceOrder}</p>
    <div class="sides">
      <SideEvidence x={x} side={x.a} which="a" shown={a} replies={replies} />
      <SideEvidence x={x} side={x.b} which="b" shown={b} replies={replies} />
    </div>
  </section>
)

const SideEvidence = ({
  x,
  side,
  which,
  shown,
  replies,
}: {
  x: RecordedContradiction
  side: RecordedSide
  which: 'a' | 'b'
  shown: ShownEvidence
  replies: RepliesByClaim
}) => (
  <section id={`evidence-${which}`} aria-labelledby={`evidence-of-${which}`}>
    <h3 id={`evidence-of-${which}`}>
      <bdi>{side.party.name}</bdi>: <bdi>{describeHeld(side, x.issue.unit)}</bdi>
    </h3>
    <p class="small muted">
      {wording().contradiction.evidenceCount(
        side.claimCount,
        Math.max(0, side.claimCount - shown.count),
      )}
    </p>
    <ol class="list evidence">
      {shown.lines.map((line) => (
        <li>
          <EvidenceItem claim={line.first} mark={<Mark x={x} line={line} of={line.first} />} />
          <Restated x={x} line={line} />
          <ReplyLinks replies={standingReplies(replies, line.first.id)} claim={line.first} />
        </li>
      ))}
    </ol>
    {shown.isCapped && (
      <p>
        <a href={`${paths.contradiction(x)}?side=${which}#evidence-${which}`}>
          {wording().contradiction.showAll(
            shown.count,
            shown.count === side.claimCount ? 'claims' : 'statements',
          )}
        </a>
      </p>
    )}
    <Pagination
      page={shown.page}
      pages={shown.pages}
      of={wording().contradiction.pagesOfSide[which]}
      addressOf={(page) => `${paths.contradiction(x)}?side=${which}&page=${page}#evidence-${which}`}
    />
  </section>
)

const EvidenceItem = ({ claim, mark }: { claim: EvidenceClaim; mark: Child }) => {
  const citation = leadCitation(claim)
  return (
    <>
      <p>
        {citation?.quote === undefined ? (
          <bdi>{shorten(claim.statement, 240)}</bdi>
        ) : (
          <InlineQuote
            text={shorten(citation.quote, 240)}
            form={claim.form}
            language={citation.language}
          />
        )}
      </p>
      <p class="small muted">
        {mark}
        {claim.personName !== undefined && (
          <>
            <bdi>{claim.personName}</bdi> ·{' '}
          </>
        )}
        <a href={paths.claim(claim)}>
          <DateText date={claim.said} />
          <span class="visually-hidden">{wording().contradiction.thisClaim}</span>
        </a>{' '}
        · {wording().shared.forms[claim.form]}
        {claim.citations.map((c) => (
          <SourceLink claim={claim} citation={c} />
        ))}
      </p>
    </>
  )
}

export const NewEvidence = ({ x }: { x: RecordedContradiction }) =>
  x.newEvidence === 0 ? null : (
    <p class="notice">
      {wording().contradiction.newEvidence(x.newEvidence)}{' '}
      <a href="#evidence">{wording().contradiction.seeEvidence}</a>
    </p>
  )
