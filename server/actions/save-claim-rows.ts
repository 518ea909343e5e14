import type { Db } from '#db/connect.ts'
import {
  type Ids,
  type TopicRow,
  clearDerived,
  listClaimPlaces,
  listIds,
  listPositionIds,
  nextOrdinal,
  refreshStatistics,
  replaceCitations,
  saveClaims,
  saveSides,
  sideKeyOf,
} from '#db/queries/record.ts'
import { indexForSearch } from '#db/queries/search-index.ts'
import { parseDate } from '#server/domain/dates.ts'
import { type DossierClaim, DossierClaim as ClaimSchema } from '#server/domain/dossier.ts'
import { DossierError, type DossierFault } from '#server/domain/dossier-error.ts'
import {
  type PreparedSource,
  type RowsChange,
  boundedDays,
  citationColumns,
  distinct,
  listPrepared,
  listRebound,
  placeCitation,
  recordedColumns,
} from './place-citations.ts'
import { saveRestatements } from './save-restatements.ts'
import { idOf } from './save-rows.ts'

/** Which parties' claims changed on which issue, and the one claim added when that is all. */
export type Places = ReadonlyMap<
  number,
  { readonly partyIds: ReadonlySet<number>; readonly added?: number | undefined }
>

/** From here on the planner would go by what the tables held before, and choose badly. */
const MANY = 500

interface Given extends RowsChange {
  readonly claims: readonly DossierClaim[]
  /** Slugs of further claims to write again because a source they cite changed. */
  readonly rebound: readonly string[]
}

/** Everything the slugs of claims lead to. */
interface Known {
  readonly parties: Ids
  readonly people: Ids
  readonly issues: Ids
  readonly positions: ReadonlyMap<number, Ids>
  readonly sources: ReadonlyMap<string, PreparedSource>
}

/**
 * Write claims with their citations and sides.
 * @returns where something changed, for what is derived
 * @throws {DossierError} with every fault found, by the claim's slug
 */
export async function saveClaimRows(trx: Db, topic: TopicRow, given: Given): Promise<Places> {
  const asked = { written: given.claims, rebound: given.rebound }
  const of = { topicId: topic.id, entity: 'claim' } as const
  const rebound = await listRebound(trx, of, asked, (form) => ClaimSchema.parse(form))
  const claims = [...given.claims, ...rebound.map(({ form }) => form)]
  if (claims.length === 0) return new Map()
  const known = await listKnown(trx, topic, claims)
  const faults: DossierFault[] = []
  const placed = claims.map((claim) => placeClaim(claim, known, faults))
  if (faults.length > 0) throw new DossierError(faults)
  const sides = await saveSides(
    trx,
    placed.flatMap((p) => p.side ?? []),
  )
  const before = await listClaimPlaces(
    trx,
    topic.id,
    claims.map((c) => c.slug),
  )
  const first = await nextOrdinal(trx, 'claim', topic.id)
  const recorded = recordedColumns(given, rebound)
  const ids = await saveClaims(
    trx,
    placed.map(({ row, side }, i) => ({
      ...row,
      topic_id: topic.id,
      side_id: side === undefined ? null : (sides.get(sideKeyOf(side)) ?? null),
      ordinal: first + i,
      ...recorded(row.slug),
      stands_until: null,
    })),
  )
  if (placed.length > MANY) await refreshStatistics(trx)
  await replaceCitations(trx, [...ids.values()], citationRows(topic, placed, ids))
  await indexForSearch(trx, 'claim', ids.values())
  await clearDerived(
    trx,
    before.flatMap((b) => ids.get(b.slug) ?? []),
  )
  const wasThere = new Set(before.map((b) => b.slug))
  await saveRestatements(trx, topic.id, { claims, wasThere, ids })
  return placesOf(placed, before, ids)
}

async function listKnown(
  trx: Db,
  topic: TopicRow,
  claims: readonly DossierClaim[],
): Promise<Known> {
  const issues = await listIds(trx, 'issue', topic.id, distinct(claims.map((c) => c.issue)))
  return {
    issues,
    parties: await listIds(trx, 'party', topic.id, distinct(claims.map((c) => c.party))),
    people: await listIds(trx, 'person', topic.id, distinct(claims.map((c) => c.person))),
    positions: await listPositionIds(trx, [...issues.values()], 'unmerged'),
    sources: await listPrepared(trx, topic.id, claims),
  }
}

type PlacedClaim = ReturnType<typeof placeClaim>

/** Find what a claim refers to and where its quotations stand; faults are added to `faults`. */
function placeClaim(claim: DossierClaim, known: Known, faults: DossierFault[]) {
  const path = `/claims/${claim.slug}`
  const ref = (ids: Ids, slug: string, what: string, field: string): number => {
    const id = ids.get(slug)
    if (id === undefined)
      faults.push({
        path: `${path}/${field}`,
        message: `There is no ${what} “${slug}” in this topic.`,
      })
    return id ?? 0
  }
  const issueId = ref(known.issues, claim.issue, 'issue', 'issue')
  const positions: Ids = known.positions.get(issueId) ?? new Map()
  const citations = claim.citations.map((citation, i) =>
    placeCitation(citation, known.sources, `${path}/citations/${i}`, faults),
  )
  const publications = citations.flatMap((c) =>
    c.source === undefined ? [] : [c.source.publishedLatest],
  )
  const row = {
    slug: claim.slug,
    issue_id: issueId,
    party_id: ref(known.parties, claim.party, 'party', 'party'),
    person_id:
      claim.person === undefined ? null : ref(known.people, claim.person, 'person', 'person'),
    position_id:
      claim.position === undefined ? null : ref(positions, claim.position, 'position', 'position'),
    value: claim.value === undefined ? null : JSON.stringify(claim.value),
    stance: claim.stance,
    bearing: claim.bearing ?? ('states' as const),
    form: claim.form,
    said: claim.said,
    ...boundedDays(claim, publications, path, faults),
    statement: claim.statement,
    condition: claim.condition ?? null,
    ...scopeColumns(claim),
    hedge: claim.hedge ?? null,
    withdrawn_reason: claim.withdrawn?.reason ?? null,
    erased: claim.erased === undefined ? null : JSON.stringify(claim.erased),
  }
  return { row, citations, side: sideOf(claim, row) }
}

function scopeColumns({ scope }: DossierClaim) {
  const period = scope?.period === undefined ? undefined : parseDate(scope.period)
  return {
    scope_period: scope?.period ?? null,
    scope_earliest: period?.earliest ?? null,
    scope_latest: period?.latest ?? null,
    scope_note: scope?.note ?? null,
  }
}

function sideOf(
  { stance, position, value }: DossierClaim,
  row: { issue_id: number; party_id: number; position_id: number | null; value: string | null },
) {
  if (stance !== 'affirms' && stance !== 'denies') return undefined
  const held = position ?? (value === undefined ? '' : `${value.min ?? ''}..${value.max ?? ''}`)
  const { issue_id, party_id, position_id } = row
  return { issue_id, party_id, stance, position_id, value: row.value, held }
}

const citationRows = (topic: TopicRow, placed: readonly PlacedClaim[], ids: Ids) =>
  placed.flatMap(({ row, citations }) =>
    citations.map((citation, ordinal) => ({
      topic_id: topic.id,
      claim_id: idOf(ids, row.slug, 'claim', `/claims/${row.slug}`),
      ...citationColumns(citation),
      ordinal,
    })),
  )

function placesOf(
  placed: readonly PlacedClaim[],
  before: readonly { slug: string; issueId: number; partyId: number }[],
  ids: Ids,
): Places {
  const places = new Map<number, { partyIds: Set<number>; added?: number | undefined }>()
  const at = (issueId: number) => {
    const place = places.get(issueId) ?? { partyIds: new Set<number>() }
    places.set(issueId, place)
    return place
  }
  for (const { row } of placed) at(row.issue_id).partyIds.add(row.party_id)
  for (const { issueId, partyId } of before) at(issueId).partyIds.add(partyId)
  const [only] = placed
  if (only !== undefined && placed.length === 1 && before.length === 0) {
    const countsAtOnce = only.row.bearing === 'states' && only.row.withdrawn_reason === null
    at(only.row.issue_id).added = countsAtOnce ? ids.get(only.row.slug) : undefined
  }
  return places
}
