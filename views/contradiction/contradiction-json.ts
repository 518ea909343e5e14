import {
  type EvidenceClaim,
  type RecordedContradiction,
  type RecordedSide,
  type ReviewRecord,
} from '#server/domain/recorded-contradiction.ts'
import { type RepliesByClaim, standingReplies } from '#server/domain/recorded-reply.ts'
import { paths } from '#server/paths.ts'
import { speaking } from '../words/wording.ts'
import { describePieces, sentenceOf } from './sentence.tsx'
import { describeHeld, shownStatusOf } from './words.ts'

const claimOf = (
  claim: EvidenceClaim,
  replies: RepliesByClaim,
  address: (path: string) => string,
) => ({
  claim: claim.slug,
  address: address(paths.claim(claim)),
  said: claim.said,
  form: claim.form,
  statement: claim.statement,
  person: claim.personName ?? null,
  role: claim.personRole ?? null,
  condition: claim.condition ?? null,
  scope: claim.scopePeriod ?? null,
  scopeNote: claim.scopeNote ?? null,
  hedge: claim.hedge ?? null,
  restates: claim.restates ?? null,
  citations: claim.citations.map((c) => ({
    source: c.source.slug,
    title: c.source.title,
    publisher: c.source.publisher ?? null,
    address: address(paths.source(c.source, claim)),
    quote: c.quote ?? null,
    language: c.language,
    translation: c.translation ?? null,
    translator: c.translator ?? null,
  })),
  replies: standingReplies(replies, claim.id).map((reply) => ({
    reply: reply.slug,
    address: address(paths.reply(claim, reply)),
    party: reply.party.slug,
    name: reply.party.name,
    person: reply.person?.name ?? null,
    said: reply.said,
    statement: reply.statement,
  })),
})

/**
 * A contradiction as JSON; `a` and `b` as on its page (of a reversal: before, after). Evidence is the
 * newest of each side, at most as many claims as the page shows; `claims` counts all.
 * @param address - makes a path absolute
 */
export function toContradictionJson(
  x: RecordedContradiction,
  about: {
    topic: string
    record: ReviewRecord
    evidence: { a: readonly EvidenceClaim[]; b: readonly EvidenceClaim[] }
    replies: RepliesByClaim
    address: (path: string) => string
  },
) {
  const { topic, record, evidence, replies, address } = about
  const side = (given: RecordedSide, claims: readonly EvidenceClaim[]) => ({
    party: given.party.slug,
    name: given.party.name,
    stance: given.stance,
    holds: speaking('en', () => describeHeld({ ...given, stance: 'affirms' }, x.issue.unit)),
    value: given.value ?? null,
    claims: given.claimCount,
    evidence: claims.map((claim) => claimOf(claim, replies, address)),
  })
  return {
    id: address(paths.contradiction(x)),
    topic,
    issue: x.issue.slug,
    question: x.issue.question,
    kind: x.kind,
    sentence: speaking('en', () => describePieces(sentenceOf(x))),
    explanation: x.explanation,
    rule: x.rule,
    conditional: x.isConditional,
    apart:
      x.apart === undefined
        ? null
        : { value: x.apart, unit: x.issue.kind === 'date' ? 'days' : (x.issue.unit ?? null) },
    firstOn: x.firstOn,
    lastOn: x.lastOn,
    status: shownStatusOf(x),
    resolvedOn: x.resolvedOn,
    filedAt: x.filedAt,
    settledAt: x.settledAt,
    adjudication: x.adjudication ?? null,
    newEvidence: x.newEvidence,
    rank: record.isHidden ? null : { total: x.rank, parts: x.rankParts },
    a: side(x.a, evidence.a),
    b: side(x.b, evidence.b),
    reviews: record.reviews
      .filter((r) => r.replacedAt === null)
      .map(({ reviewer, verdict, kind, reason, note, reviewedAt }) => ({
        reviewer,
        verdict,
        kind,
        reason,
        note,
        reviewedAt,
      })),
    history: record.events.map(({ at, actor, from, to, why }) => ({ at, actor, from, to, why })),
  }
}
