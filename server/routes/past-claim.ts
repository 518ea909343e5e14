import type { Db } from '#db/connect.ts'
import { recordedClaimThen } from '../domain/claims-then.ts'
import { type IssueFacts, factsOn, firstToRead } from '../domain/contradictions-then.ts'
import type { RecordedContradiction } from '../domain/recorded-contradiction.ts'
import type {
  ClaimSuccession,
  LinkedClaim,
  RecordedClaim,
  Restatements,
} from '../domain/recorded-claim.ts'
import { type ClaimThen, newestThen } from '../domain/record-then.ts'
import { standsUntil } from '../domain/stands.ts'
import { type Past, findContradictionsThen, findPlaced, showContradictionsThen } from './past.ts'

/** A claim as it was recorded then, with what it conflicted with and what it had replaced. */
export async function findClaimThen(db: Db, past: Past, id: number) {
  const one = past.record.claims.find((claim) => claim.id === id)
  const facts = one && factsOn(past.record, one.claim.issue)
  if (one === undefined || facts === undefined) return undefined
  const until = standsUntil(facts.successions.get(one.claim.slug) ?? [])
  const placed = await findPlaced(db, [one])
  const claim: RecordedClaim = recordedClaimThen(past.record, one, { placed, until })
  return {
    claim,
    contradictions: await listContradictionsOf(db, past, one, facts),
    ...successionsOf(past, one, facts),
    restatements: restatementsOf(past, one),
  }
}

/** What the claim restated then, and what restated it, directly or through a chain. */
function restatementsOf({ record }: Past, { form }: ClaimThen): Restatements {
  const link = (slug: string | undefined): LinkedClaim | undefined => {
    const one = record.claims.find((claim) => claim.form.slug === slug)
    return one && linkTo(one, record.parties)
  }
  const below = record.claims
    .filter((one) => !one.claim.withdrawn)
    .filter(
      (one) => one.form.restates === form.slug || record.firstOf.get(one.form.slug) === form.slug,
    )
    .sort(newestThen)
  const first = record.firstOf.get(form.slug)
  return {
    restates: link(form.restates),
    first: first === form.restates ? undefined : link(first),
    restatedBy: below.slice(0, MOST_RESTATED).map((one) => linkTo(one, record.parties)),
    count: below.length,
  }
}

/** As many restatements as a claim's page lists. */
const MOST_RESTATED = 100

const MOST = 100

/** Of the claim's side; what was withdrawn or only context is evidence for nothing. */
async function listContradictionsOf(
  db: Db,
  past: Past,
  { claim }: ClaimThen,
  facts: IssueFacts,
): Promise<RecordedContradiction[]> {
  const side = [...facts.ofSide.values()].find((own) =>
    own.some((one) => one.claim.slug === claim.slug),
  )
  if (side === undefined) return []
  const filter = { issues: [claim.issue], party: claim.party }
  const found = await findContradictionsThen(db, past, filter)
  const own = found.filter(({ claims: { a, b } }) =>
    [...a, ...b].some((one) => one.claim.slug === claim.slug),
  )
  const shown = await showContradictionsThen(db, own.sort(firstToRead).slice(0, MOST))
  return shown.map(({ x }) => x)
}

/** Claims that it replaced, at most; the party's page has the rest. */
const MOST_PREDECESSORS = 20

function successionsOf({ record }: Past, { claim }: ClaimThen, facts: IssueFacts) {
  const bySlug = new Map(record.claims.map((one) => [one.claim.slug, one]))
  const link = (slug: string, isReversal: boolean): ClaimSuccession[] => {
    const one = bySlug.get(slug)
    return one === undefined ? [] : [{ claim: linkTo(one, record.parties), isReversal }]
  }
  const all = [...facts.successions.values()].flat().filter((s) => s.until === undefined)
  const last = all.find((s) => s.claim.slug === claim.slug)
  const before = all
    .filter((s) => s.successor.slug === claim.slug)
    .flatMap((s) => bySlug.get(s.claim.slug) ?? [])
    .sort(newestThen)
    .slice(0, MOST_PREDECESSORS)
  const isReversed = (from: string, to: string) =>
    all.some((s) => s.claim.slug === from && s.successor.slug === to && facts.isReversal(s))
  return {
    successor: last && link(last.successor.slug, isReversed(claim.slug, last.successor.slug))[0],
    predecessors: before.flatMap((one) =>
      link(one.claim.slug, isReversed(one.claim.slug, claim.slug)),
    ),
  }
}

const linkTo = ({ id, form }: ClaimThen, parties: Past['record']['parties']): LinkedClaim => ({
  id,
  slug: form.slug,
  statement: form.statement,
  said: form.said,
  stance: form.stance,
  partyName: parties.find(({ slug }) => slug === form.party)?.name ?? form.party,
})
