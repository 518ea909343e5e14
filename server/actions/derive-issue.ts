import type { Db } from '#db/connect.ts'
import {
  type Side,
  type Span,
  type StoredClaim,
  type SuccessionRow,
  countOneMore,
  findIssueModel,
  isNewest,
  listNewestEvidence,
  listPartyIdsOn,
  listReversals,
  listSides,
  listStoredClaims,
  recountSides,
  replaceOpenSpans,
  replaceSpans,
  saveSuccessions,
} from '#db/queries/derivation.ts'
import { type Filing, resolveOthers, saveFilings } from '#db/queries/filing.ts'
import { type Judge, judgeOf } from '#server/domain/conflicts.ts'
import {
  type FoundContradiction,
  RULE,
  claimOfSide,
  explainContradiction,
  findContradictions,
  lastDayOf,
  rankContradiction,
} from '#server/domain/contradictions.ts'
import type { Day } from '#server/domain/dates.ts'
import { groupBy } from '#server/domain/grouping.ts'
import { totalRank } from '#server/domain/reviews.ts'
import { mergeStandings, standingOf } from '#server/domain/spans.ts'
import { type Succession, isReversal, successionsOf, supersedes } from '#server/domain/stands.ts'

/** What changed on one issue, inside the transaction that holds the issue's lock. */
export interface IssueChange {
  readonly topicId: number
  readonly issueId: number
  readonly windowDays: number
  /** Parties whose claims changed; undefined when the positions themselves did: everybody then. */
  readonly partyIds: readonly number[] | undefined
  /** The one claim that was added, when that is all that changed. */
  readonly added: number | undefined
  readonly now: Date
}

/**
 * Bring everything derived from an issue's claims up to date: what stands since and until when, sides
 * and their spans, contradictions.
 *
 * Needs the transaction that wrote the claims and the issue's lock. Idempotent. A claim newer than all
 * others of its party costs the same however many there are; other changes cost one pass over the
 * claims of the parties they touch.
 * @returns the ids of contradictions filed for the first time
 */
export async function deriveIssue(trx: Db, change: IssueChange): Promise<number[]> {
  const judge = judgeOf(await findIssueModel(trx, change.issueId))
  const partyIds = change.partyIds ?? (await listPartyIdsOn(trx, change.issueId))
  if (partyIds.length === 0) return []
  if (!(await appendNewest(trx, judge, change, partyIds)))
    await deriveStands(trx, judge, change, partyIds)
  return await fileContradictions(trx, judge, change, partyIds)
}

const spansOf = (
  claims: readonly StoredClaim[],
  untilOf: (claim: StoredClaim) => Day | undefined,
): Span[] => {
  const committing = claims.filter((c) => c.sideId !== undefined)
  return [...groupBy(committing, (c) => c.sideId ?? 0)].flatMap(([sideId, ofSide]) =>
    mergeStandings(ofSide.map((c) => standingOf(c, untilOf(c)))).map((standing) => ({
      ...standing,
      sideId,
    })),
  )
}

const rowOf = (
  ids: ReadonlyMap<string, number>,
  judge: Judge,
  succession: Succession,
): SuccessionRow => ({
  claim_id: ids.get(succession.claim.slug) ?? 0,
  successor_id: ids.get(succession.successor.slug) ?? 0,
  from_day: succession.from,
  until_day: succession.until ?? null,
  is_reversal: isReversal(succession, judge),
})

async function deriveStands(
  trx: Db,
  judge: Judge,
  { issueId, windowDays }: IssueChange,
  partyIds: readonly number[],
): Promise<void> {
  const claims = await listStoredClaims(trx, issueId, { partyIds, standing: false })
  const ids = new Map(claims.map((c) => [c.slug, c.id]))
  const successions = [...groupBy(claims, (c) => c.party).values()].flatMap((ofParty) =>
    successionsOf(ofParty, judge, windowDays),
  )
  const until = new Map<string, Day>()
  for (const { claim, from } of successions) {
    const known = until.get(claim.slug)
    if (known === undefined || from < known) until.set(claim.slug, from)
  }
  await saveSuccessions(
    trx,
    claims,
    successions.map((s) => rowOf(ids, judge, s)),
  )
  await recountSides(trx, issueId, partyIds)
  await replaceSpans(trx, { issueId, partyIds, spans: spansOf(claims, (c) => until.get(c.slug)) })
}

/**
 * The short way for one claim newer than all others of its party: only what stands now can change.
 * @returns false when it is not that simple
 */
async function appendNewest(
  trx: Db,
  judge: Judge,
  { issueId, windowDays, added, now }: IssueChange,
  partyIds: readonly number[],
): Promise<boolean> {
  const [partyId] = partyIds
  if (added === undefined || partyId === undefined || partyIds.length > 1) return false
  const standing = await listStoredClaims(trx, issueId, { partyIds, standing: true })
  const newest = standing.find((c) => c.id === added)
  if (newest === undefined || !(await isNewest(trx, issueId, newest))) return false
  const gone = standing.filter((c) => c !== newest && supersedes(newest, c, judge, windowDays))
  const ids = new Map(standing.map((c) => [c.slug, c.id]))
  const rows = gone.map((claim) =>
    rowOf(ids, judge, { claim, successor: newest, from: newest.latest, until: undefined }),
  )
  await saveSuccessions(trx, gone, rows)
  if (newest.sideId !== undefined) {
    const one = { claimId: newest.id, day: newest.latest, recordedAt: now }
    await countOneMore(trx, newest.sideId, one)
  }
  const open = await openSpans(trx, issueId, partyId)
  await replaceOpenSpans(trx, {
    issueId,
    partyId,
    spans: extend(open, standing, new Set(gone), newest.latest),
  })
  return true
}

const openSpans = async (trx: Db, issueId: number, partyId: number): Promise<Span[]> =>
  (await listSides(trx, issueId))
    .filter((side) => side.partyId === partyId)
    .flatMap((side) => side.spans.filter((span) => span.until === undefined))

/** Spans that were open before, ended on `day` where nothing of them stands, plus what stands new. */
function extend(
  open: readonly Span[],
  standing: readonly StoredClaim[],
  gone: ReadonlySet<StoredClaim>,
  day: Day,
): Span[] {
  const left = spansOf(
    standing.filter((c) => !gone.has(c)),
    () => undefined,
  )
  const terms = ({ sideId, scope, isConditional, isOwnWords }: Span) =>
    JSON.stringify([sideId, scope, isConditional, isOwnWords])
  const before = new Map(open.map((span) => [terms(span), span]))
  const kept = left.map((span) => {
    const earlier = before.get(terms(span))
    before.delete(terms(span))
    return earlier ?? span
  })
  return [...kept, ...[...before.values()].map((span) => ({ ...span, until: day }))]
}

async function fileContradictions(
  trx: Db,
  judge: Judge,
  change: IssueChange,
  partyIds: readonly number[],
): Promise<number[]> {
  const { topicId, issueId, now } = change
  const sides = await listSides(trx, issueId)
  const touched = new Set(sides.filter((s) => partyIds.includes(s.partyId)).map((s) => s.party))
  const found = [
    ...findContradictions(judge, sides, touched),
    ...(await findReversals(trx, judge, issueId, { sides, partyIds })),
  ]
  const evidence = await listNewestEvidence(trx, [
    ...new Set(found.flatMap((f) => [f.a.id, f.b.id])),
  ])
  const filings = found.map((f) => filingOf(judge, f, { evidence, topicId, issueId, now }))
  const filed = await saveFilings(trx, filings)
  await resolveOthers(trx, {
    issueId,
    partyIds,
    kept: filings.map((f) => `${f.side_a_id} ${f.side_b_id} ${f.kind}`),
    now,
  })
  return filed
}

async function findReversals(
  trx: Db,
  judge: Judge,
  issueId: number,
  { sides, partyIds }: { sides: readonly Side[]; partyIds: readonly number[] },
): Promise<FoundContradiction<Side>[]> {
  const byId = new Map(sides.map((s) => [s.id, s]))
  const rows = await listReversals(trx, issueId, partyIds)
  const found = new Map<string, FoundContradiction<Side>>()
  for (const { fromSide, toSide, fromDay, ...said } of rows) {
    const [from, to] = [byId.get(fromSide), byId.get(toSide)]
    if (from === undefined || to === undefined) continue
    const [a, b] = from.id < to.id ? [from, to] : [to, from]
    const clash = judge.clash(claimOfSide(a, judge.issue.slug), claimOfSide(b, judge.issue.slug))
    const earlier = found.get(`${a.id} ${b.id}`)
    if (clash === undefined || (earlier !== undefined && earlier.from <= fromDay)) continue
    const shift = { from, to, ...said }
    const kind = 'reversal' as const
    const about = {
      kind,
      a,
      b,
      clash,
      from: fromDay,
      until: undefined,
      isConditional: false,
      shift,
    }
    found.set(`${a.id} ${b.id}`, about)
  }
  return [...found.values()]
}

type Evidences = Awaited<ReturnType<typeof listNewestEvidence>>

function filingOf(
  judge: Judge,
  found: FoundContradiction<Side>,
  about: { evidence: Evidences; topicId: number; issueId: number; now: Date },
): Filing {
  const { a, b, clash, kind } = found
  const [x, y] = [about.evidence.get(a.id), about.evidence.get(b.id)]
  const parts = rankContradiction(found, x, y)
  return {
    topic_id: about.topicId,
    issue_id: about.issueId,
    kind,
    side_a_id: a.id,
    side_b_id: b.id,
    rule: RULE,
    witness: clash.on === 'position' ? clash.witness : null,
    explanation: explainContradiction(judge, found),
    is_conditional: found.isConditional,
    apart: clash.on === 'value' ? (clash.apart ?? null) : null,
    first_on: found.from,
    last_on: lastDayOf(found, x, y),
    rank: totalRank(parts),
    rank_parts: JSON.stringify(parts),
    resolved_on: found.until ?? null,
    filed_at: about.now,
  }
}
