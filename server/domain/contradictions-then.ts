/**
 * Contradictions as they were at an instant: those that were filed by then, with what followed from
 * the claims that were recorded by then, and what people had decided. Pure.
 */
import { type Claim, compareText, commits, counts } from './claims.ts'
import { type DetailThen, type Placed, citationsThen, detailThen } from './claims-then.ts'
import { type Judge, judgeOf } from './conflicts.ts'
import {
  type FoundContradiction,
  type NewestEvidence,
  type StandingSide,
  claimOfSide,
  explainContradiction,
  findContradictions,
  lastDayOf,
  rankContradiction,
} from './contradictions.ts'
import { type Day, FOREVER } from './dates.ts'
import { modelOf } from './dossier-model.ts'
import { groupBy } from './grouping.ts'
import type {
  EvidenceClaim,
  RecordedContradiction,
  RecordedEvent,
  RecordedReview,
  RecordedSide,
} from './recorded-contradiction.ts'
import { type ClaimThen, type RecordThen, newestThen } from './record-then.ts'
import { type ContradictionKind, type SettledStatus, isSettled, totalRank } from './reviews.ts'
import { mergeStandings, standingOf } from './spans.ts'
import { type Succession, isReversal, standsUntil, successionsOf } from './stands.ts'
import type { Value } from './values.ts'

/** A side as it is known by: who takes which stance on what. Slugs. */
export interface SideThen {
  readonly id: number
  readonly party: string
  readonly stance: 'affirms' | 'denies'
  readonly position: string | undefined
  readonly value: Value | undefined
}

/** A contradiction that had been filed by then. */
export interface FiledThen {
  readonly id: number
  readonly kind: ContradictionKind
  /** Its slug. */
  readonly issue: string
  readonly rule: string
  readonly filedAt: Date
  readonly a: SideThen
  readonly b: SideThen
  /** Both the newest first, none after the instant; a review that held then says so. */
  readonly events: readonly RecordedEvent[]
  readonly reviews: readonly RecordedReview[]
  /** Of now: it decides whether verdicts may be shown. */
  readonly statusNow: SettledStatus
  /** What rules made of it when they last found it. */
  readonly lastFound: LastFound
  /** Since when it conflicts no longer, where that had been noted by then and was not taken back. */
  readonly resolvedOn: Day | null
}

type LastFound = Pick<
  RecordedContradiction,
  'explanation' | 'isConditional' | 'apart' | 'firstOn' | 'lastOn' | 'rank' | 'rankParts'
>

/** Everything that follows from the claims on one issue, as recorded by then. */
export interface IssueFacts {
  readonly judge: Judge
  /** By claim slug: what took its place, in order of days. */
  readonly successions: ReadonlyMap<string, readonly Succession[]>
  readonly isReversal: (succession: Succession) => boolean
  /** Claims that are evidence, by side. */
  readonly ofSide: ReadonlyMap<string, readonly ClaimThen[]>
}

const keyOf = ({ party, stance, position, value }: Claim | SideThen): string =>
  JSON.stringify([party, stance, position ?? null, value?.min ?? null, value?.max ?? null])

/** What follows from the claims on an issue. @returns undefined where it was not recorded by then */
export function factsOn(record: RecordThen, slug: string): IssueFacts | undefined {
  const issue = record.issues.find((one) => one.slug === slug)
  if (issue === undefined) return undefined
  const judge = judgeOf(modelOf(issue))
  const own = record.claims.filter(
    ({ claim }) => claim.issue === slug && counts(claim) && claim.latest !== FOREVER,
  )
  const byParty = groupBy(own, ({ claim }) => claim.party)
  const all = [...byParty.values()].flatMap((claims) =>
    successionsOf(
      claims.map(({ claim }) => claim),
      judge,
      record.windowDays,
    ),
  )
  return {
    judge,
    successions: groupBy(all, ({ claim }) => claim.slug),
    isReversal: (succession) => isReversal(succession, judge),
    ofSide: groupBy(
      own.filter(({ claim }) => commits(claim)),
      ({ claim }) => keyOf(claim),
    ),
  }
}

type Side = StandingSide

const claimsOfSide = (facts: IssueFacts, side: SideThen) => facts.ofSide.get(keyOf(side)) ?? []

function standing(record: RecordThen, facts: IssueFacts, side: SideThen): Side {
  const partyName = record.parties.find(({ slug }) => slug === side.party)?.name ?? side.party
  const spans = claimsOfSide(facts, side).map(({ claim }) =>
    standingOf(claim, standsUntil(facts.successions.get(claim.slug) ?? [])),
  )
  return { ...side, partyName, spans: mergeStandings(spans) }
}

/** Every contradiction between sides that conflicted as far as was recorded, by sides and kind. */
function findThen(facts: IssueFacts, sides: readonly Side[]) {
  const touched = new Set(sides.map(({ party }) => party))
  const found = [...findContradictions(facts.judge, sides, touched), ...reversalsThen(facts, sides)]
  return new Map(found.map((one) => [`${one.a.id} ${one.b.id} ${one.kind}`, one]))
}

function reversalsThen(facts: IssueFacts, sides: readonly Side[]): FoundContradiction<Side>[] {
  const bySide = new Map(sides.map((side) => [keyOf(side), side]))
  const last = [...facts.successions.values()]
    .flat()
    .filter((s) => s.until === undefined && facts.isReversal(s))
    .sort((x, y) => compareText(x.claim.latest, y.claim.latest))
  const found = new Map<string, FoundContradiction<Side>>()
  for (const { claim, successor } of last) {
    const [from, to] = [bySide.get(keyOf(claim)), bySide.get(keyOf(successor))]
    if (from === undefined || to === undefined) continue
    const [a, b] = from.id < to.id ? [from, to] : [to, from]
    const clash = facts.judge.clash(claimOfSide(a, claim.issue), claimOfSide(b, claim.issue))
    if (clash === undefined || found.has(`${a.id} ${b.id}`)) continue
    const shift = { from, to, fromSaid: claim.said, toSaid: successor.said }
    const about = { kind: 'reversal', clash, until: undefined, isConditional: false } as const
    found.set(`${a.id} ${b.id}`, { ...about, a, b, from: claim.latest, shift })
  }
  return [...found.values()]
}

/**
 * Every contradiction that follows from the claims on an issue, whether or not one was ever filed: what
 * deriving the issue would find. Sides are numbered in an order of their own.
 */
export function contradictionsOn(
  record: RecordThen,
  slug: string,
): FoundContradiction<StandingSide>[] {
  const facts = factsOn(record, slug)
  if (facts === undefined) return []
  return [...findThen(facts, sidesIn(record, facts)).values()]
}

/** Every side on an issue with the spans in which it stood, as far as was recorded. */
export function sidesOn(record: RecordThen, slug: string): StandingSide[] {
  const facts = factsOn(record, slug)
  return facts === undefined ? [] : sidesIn(record, facts)
}

const sidesIn = (record: RecordThen, facts: IssueFacts): StandingSide[] =>
  [...facts.ofSide.values()].flatMap(([one], i) => {
    if (one === undefined) return []
    const { party, stance, position, value } = one.claim
    const side = { id: i + 1, party, position, value, stance: stance as SideThen['stance'] }
    return [standing(record, facts, side)]
  })

const STRENGTH: Readonly<Record<string, number>> = {
  'direct quotation': 0,
  'official document': 0,
  'vote or other act': 0,
  'own assertion': 1,
  'partial quotation': 2,
  paraphrase: 3,
}

/** The newest first; of one day the most direct first. */
const strongestFirst = (a: ClaimThen, b: ClaimThen): number =>
  compareText(b.claim.latest, a.claim.latest) ||
  (STRENGTH[a.form.form] ?? 4) - (STRENGTH[b.form.form] ?? 4) ||
  b.id - a.id

/** What a contradiction is made of then: claims behind each side, the newest and strongest first. */
export interface EvidenceThen {
  readonly a: readonly EvidenceClaim[]
  readonly b: readonly EvidenceClaim[]
}

/** A contradiction as it was: what lists sort and count by; the rest is made when it is shown. */
export interface ContradictionThen {
  readonly filed: FiledThen
  readonly status: SettledStatus
  /** Since when the sides conflict no longer; the day of the instant where that is not on record. */
  readonly resolvedOn: Day | null
  readonly firstOn: Day
  readonly lastOn: Day
  readonly rank: number
  /** The evidence of both sides, the newest and strongest first. */
  readonly claims: { readonly a: readonly ClaimThen[]; readonly b: readonly ClaimThen[] }
  readonly show: (placed: Placed) => { x: RecordedContradiction; evidence: EvidenceThen }
}

/** Of all that had been filed, as they were. @param day - the instant's, UTC */
export function contradictionsThen(
  record: RecordThen,
  filed: readonly FiledThen[],
  day: Day,
): ContradictionThen[] {
  return [...groupBy(filed, (one) => one.issue)].flatMap(([slug, own]) => {
    const facts = factsOn(record, slug)
    if (facts === undefined) return []
    const all = new Map(
      own.flatMap(
        ({ a, b }) =>
          [
            [a.id, a],
            [b.id, b],
          ] as const,
      ),
    )
    const sides = new Map([...all].map(([id, side]) => [id, weigh(record, facts, side)] as const))
    const found = findThen(
      facts,
      [...sides.values()].map(({ standing: side }) => side),
    )
    return own.flatMap((one) => contradictionThen({ record, facts, sides, found, day }, one) ?? [])
  })
}

/** What is needed of a side for every contradiction that it is part of. */
interface Weighed {
  readonly standing: Side
  /** The newest and strongest first. */
  readonly claims: readonly ClaimThen[]
  readonly newest: NewestEvidence | undefined
}

function weigh(record: RecordThen, facts: IssueFacts, side: SideThen): Weighed {
  const claims = [...claimsOfSide(facts, side)].sort(strongestFirst)
  return { standing: standing(record, facts, side), claims, newest: newestOf(record, claims) }
}

interface Around {
  readonly record: RecordThen
  readonly facts: IssueFacts
  readonly sides: ReadonlyMap<number, Weighed>
  readonly found: ReadonlyMap<string, FoundContradiction<Side>>
  readonly day: Day
}

function contradictionThen(around: Around, filed: FiledThen): ContradictionThen | undefined {
  const { record, sides, found, day } = around
  const [p, q] = [sides.get(filed.a.id), sides.get(filed.b.id)]
  const issue = record.issues.find(({ slug }) => slug === filed.issue)
  if (p === undefined || q === undefined || issue === undefined) return undefined
  const held = found.get(`${filed.a.id} ${filed.b.id} ${filed.kind}`)
  const status = (filed.events[0]?.to as SettledStatus | undefined) ?? 'open'
  const resolvedOn = held === undefined ? (filed.resolvedOn ?? day) : (held.until ?? null)
  const { explain, ...derived } = deriveThen(around, filed, { p, q, held })
  const { firstOn, lastOn, rank } = derived
  const [ofA, ofB] = [p.claims, q.claims]
  const { id, slug, question, kind, unit } = issue
  const show = (placed: Placed) => {
    const sided = orderSides({ ...around, placed }, filed, { ofA, ofB })
    const [first, second] = sided.isTurned ? [ofB, ofA] : [ofA, ofB]
    const evidenceOf = (one: ClaimThen) => evidenceThen(record, one, placed)
    const x: RecordedContradiction = {
      id: filed.id,
      issue: { id, slug, question, kind, unit },
      kind: filed.kind,
      rule: filed.rule,
      ...derived,
      explanation: explain(),
      ...sided.sides,
      resolvedOn,
      filedAt: filed.filedAt,
      seen: '',
      ...judgedThen(record, filed, status, [...ofA, ...ofB]),
    }
    return { x, evidence: { a: first.map(evidenceOf), b: second.map(evidenceOf) } }
  }
  return { filed, status, resolvedOn, firstOn, lastOn, rank, claims: { a: ofA, b: ofB }, show }
}

interface Sided {
  readonly ofA: readonly ClaimThen[]
  readonly ofB: readonly ClaimThen[]
}

interface Derivable {
  readonly p: Weighed
  readonly q: Weighed
  readonly held: FoundContradiction<Side> | undefined
}

/**
 * What the rules make of the two sides then. Where they no longer conflicted, what was last found stood
 * on; if they were found again since, that was overwritten, and is worked out from the sides.
 */
function deriveThen(
  { facts: { judge }, day }: Around,
  filed: FiledThen,
  { p, q, held }: Derivable,
): Omit<LastFound, 'explanation'> & { readonly explain: () => string } {
  const { explanation, ...last } = filed.lastFound
  const kept = { ...last, explain: () => explanation }
  if (held === undefined && filed.resolvedOn !== null) return kept
  const [a, b] = [p.standing, q.standing]
  const clash =
    held?.clash ?? judge.clash(claimOfSide(a, judge.issue.slug), claimOfSide(b, judge.issue.slug))
  const from = held?.from ?? bothSince(p.claims, q.claims) ?? day
  const found = { from, isConditional: held?.isConditional ?? false }
  const { isConditional } = found
  const about = { firstOn: from, lastOn: lastDayOf(found, p.newest, q.newest), isConditional }
  if (clash === undefined) return { ...kept, ...about }
  const rankParts = rankContradiction({ ...found, clash }, p.newest, q.newest)
  return {
    ...about,
    explain: () => explainContradiction(judge, held ?? { a, b, clash }),
    apart: clash.on === 'value' ? clash.apart : undefined,
    rank: totalRank(rankParts),
    rankParts,
  }
}

/** The first day on which a claim of each side had been made. */
function bothSince(ofA: readonly ClaimThen[], ofB: readonly ClaimThen[]): Day | undefined {
  const [a, b] = [ofA, ofB].map((own) => own.map(({ claim }) => claim.latest).sort(compareText)[0])
  return a === undefined || b === undefined ? undefined : a > b ? a : b
}

/** The newest claim of a side with the best grade among its sources. */
function newestOf(record: RecordThen, claims: readonly ClaimThen[]): NewestEvidence | undefined {
  const [newest] = [...claims].sort(newestThen)
  if (newest === undefined) return undefined
  const grades = newest.form.citations.flatMap((c) => record.sources.get(c.source)?.grade ?? [])
  return {
    form: newest.form.form,
    grade: grades.sort(compareText)[0],
    isHedged: newest.form.hedge !== undefined,
    latest: newest.claim.latest,
  }
}

function evidenceThen(record: RecordThen, one: ClaimThen, placed: Placed): EvidenceClaim {
  const detail: DetailThen = detailThen(record, one, placed)
  const { latest, condition } = one.claim
  return {
    ...detail,
    citations: citationsThen(record, one, placed),
    latest,
    condition,
    recordedAt: one.recordedAt,
    restates: record.firstOf.get(one.claim.slug),
  }
}

/** What people had decided: the newest entry of the log says the status. */
function judgedThen(
  record: RecordThen,
  filed: FiledThen,
  status: SettledStatus,
  evidence: readonly ClaimThen[],
) {
  const [last] = filed.events
  const held = filed.reviews.filter((review) => review.replacedAt === null)
  const decided = [
    ...filed.events.filter((event) => event.from !== null).map((event) => event.at),
    ...filed.reviews.flatMap((r) => [
      r.reviewedAt,
      ...(r.replacedAt === null ? [] : [r.replacedAt]),
    ]),
  ]
  const settledAt = isSettled(status) ? newestInstant(decided) : null
  // Reviews of what is open again are kept from readers, whatever it was then.
  const isPublic = isSettled(filed.statusNow)
  const isAdjudicated = isPublic && settledAt !== null && last?.isAdjudication === true
  return {
    status,
    settledAt,
    reviewed: {
      count: held.length,
      at: newestInstant(held.map((r) => r.reviewedAt)),
      reasons: isPublic ? [...new Set(held.flatMap((r) => r.reason ?? []))].sort(compareText) : [],
    },
    adjudication: isAdjudicated ? { by: last.actor, at: last.at, why: last.why ?? '' } : undefined,
    newEvidence: settledAt === null ? 0 : countNew(record, evidence, settledAt),
  }
}

/** Claims of which no line was on record when it was settled. */
function countNew(record: RecordThen, evidence: readonly ClaimThen[], settledAt: Date): number {
  const lines = groupBy(evidence, ({ claim }) => record.firstOf.get(claim.slug) ?? claim.slug)
  return [...lines.values()]
    .filter((line) => line.every(({ recordedAt }) => recordedAt > settledAt))
    .reduce((sum, line) => sum + line.length, 0)
}

const newestInstant = (instants: readonly Date[]): Date | null =>
  instants.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null)

/** Put the sides in order (of a reversal: before, after), each with the claim that speaks for it. */
function orderSides(
  { record, facts, placed }: Around & { readonly placed: Placed },
  filed: FiledThen,
  { ofA, ofB }: Sided,
) {
  const change = filed.kind === 'reversal' ? lastChange(facts, [...ofA, ...ofB]) : undefined
  const [leadA] = change === undefined ? ofA : ofA.filter((one) => change.names.has(one.claim.slug))
  const others = ofB.filter((one) => one.form.person !== leadA?.form.person)
  const [leadB] =
    change !== undefined
      ? ofB.filter((one) => change.names.has(one.claim.slug))
      : filed.kind === 'mixed messages' && others.length > 0
        ? others
        : ofB
  const side = (own: SideThen, claims: readonly ClaimThen[], lead: ClaimThen | undefined) =>
    recordedSide(record, filed.issue, own, {
      count: claims.length,
      claim: lead && evidenceThen(record, lead, placed),
    })
  const [a, b] = [side(filed.a, ofA, leadA), side(filed.b, ofB, leadB)]
  const isLater = (a.claim?.latest ?? '') > (b.claim?.latest ?? '')
  const bIsBefore = change && ofB.some((one) => one.claim.slug === change.before)
  const isTurned = filed.kind === 'reversal' && (bIsBefore ?? isLater)
  return { sides: isTurned ? { a: b, b: a } : { a, b }, isTurned }
}

/** The latest change from a claim of these to another of them. */
function lastChange(facts: IssueFacts, claims: readonly ClaimThen[]) {
  const bySlug = new Map(claims.map((one) => [one.claim.slug, one]))
  const changes = claims.flatMap((before) =>
    (facts.successions.get(before.claim.slug) ?? []).flatMap((succession) => {
      const after = bySlug.get(succession.successor.slug)
      const isOne =
        after !== undefined &&
        succession.until === undefined &&
        keyOf(after.claim) !== keyOf(before.claim) &&
        facts.isReversal(succession)
      return isOne ? [{ before, after }] : []
    }),
  )
  const [last] = changes.sort(
    (p, q) => newestThen(p.after, q.after) || newestThen(p.before, q.before),
  )
  if (last === undefined) return undefined
  const [before, after] = [last.before.claim.slug, last.after.claim.slug]
  return { before, names: new Set([before, after]) }
}

function recordedSide(
  record: RecordThen,
  issue: string,
  side: SideThen,
  { count, claim }: { readonly count: number; readonly claim: EvidenceClaim | undefined },
): RecordedSide {
  const party = record.parties.find(({ slug }) => slug === side.party)
  const positions = record.issues.find(({ slug }) => slug === issue)?.positions ?? []
  return {
    id: side.id,
    party: { id: party?.id ?? 0, slug: side.party, name: party?.name ?? side.party },
    stance: side.stance,
    position: positions.find(({ slug }) => slug === side.position)?.label,
    value: side.value,
    claimCount: count,
    claim,
  }
}

/** What conflicts now before what does not, by rank, then id: the order of lists. */
export const firstToRead = (p: ContradictionThen, q: ContradictionThen): number =>
  Number(isOver(p)) - Number(isOver(q)) || q.rank - p.rank || p.filed.id - q.filed.id

/** Does it no longer conflict, or did people dismiss it? */
export const isOver = ({ status, resolvedOn }: ContradictionThen): boolean =>
  status === 'dismissed' || resolvedOn !== null
