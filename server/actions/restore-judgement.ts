import type { Db } from '#db/connect.ts'
import {
  insertEvents,
  insertReviews,
  listEvents,
  listIdentified,
  listReviews,
  saveStatuses,
} from '#db/queries/judgement.ts'
import type { Dossier, DossierReview, DossierSide } from '#server/domain/dossier.ts'
import { groupBy } from '#server/domain/grouping.ts'
import { SETTLED_STATUSES, type SettledStatus, isSettled } from '#server/domain/reviews.ts'
import { saveReviewEnded } from '#db/queries/reviews.ts'

interface Identity {
  readonly issue: string
  readonly kind: string
  readonly a: DossierSide
  readonly b: DossierSide
}

const sideKey = ({ party, stance, position, value }: DossierSide): string =>
  JSON.stringify([party, stance, position ?? null, value?.min ?? null, value?.max ?? null])

/** The same text for the same contradiction, whichever side is named first. */
const keyOf = ({ issue, kind, a, b }: Identity): string =>
  JSON.stringify([issue, kind, ...[sideKey(a), sideKey(b)].sort()])

/**
 * Bring in what a dossier says people decided: reviews, and the log of each contradiction. What is on
 * record already stays and is not brought in twice; contradictions that the claims do not bear out are
 * left out, since they have no sides here.
 * @returns how many reviews and events were new, or ended by what is new
 */
export async function restoreJudgement(
  trx: Db,
  topicId: number,
  dossier: Dossier,
): Promise<number> {
  const { contradictions = [], reviews = [] } = dossier
  if (contradictions.length + reviews.length === 0) return 0
  const ids = new Map((await listIdentified(trx, topicId)).map((x) => [keyOf(x.identity), x.id]))
  return (
    (await restoreLogs(trx, topicId, contradictions, ids)) +
    (await restoreReviews(trx, topicId, reviews, ids))
  )
}

type Ids = ReadonlyMap<string, number>

/** An event as both a log on record and one in a dossier tell it. */
interface Told {
  readonly at: Date
  readonly by: string
  readonly to: string
}

const keyOfEvent = ({ at, by, to }: Told): string => `${at.toISOString()} ${by} ${to}`

async function restoreLogs(
  trx: Db,
  topicId: number,
  contradictions: NonNullable<Dossier['contradictions']>,
  ids: Ids,
): Promise<number> {
  const known = await listEvents(trx, topicId)
  const restored = contradictions.flatMap(({ log, ...identity }) => {
    const id = ids.get(keyOf(identity))
    if (id === undefined) return []
    const there = (known.get(id) ?? []).map((e): Told => ({
      at: e.happened_at,
      by: e.actor,
      to: e.to_status,
    }))
    const keys = new Set(there.map(keyOfEvent))
    const given = log.map((e) => ({ ...e, at: new Date(e.at) }))
    const fresh = given.filter((e) => !keys.has(keyOfEvent(e)))
    return fresh.length === 0 ? [] : [{ id, fresh, all: [...there, ...fresh] }]
  })
  const events = restored.flatMap(({ id, fresh }) =>
    fresh.map((e) => ({
      contradiction_id: id,
      happened_at: e.at,
      actor: e.by,
      from_status: e.from ?? null,
      to_status: e.to,
      why: e.why ?? null,
      is_adjudication: e.adjudicated === true,
    })),
  )
  await insertEvents(trx, events)
  await saveStatuses(
    trx,
    restored.map(({ id, all }) => ({ id, ...settledBy(all) })),
  )
  return events.length
}

const isStored = (status: string): status is SettledStatus =>
  SETTLED_STATUSES.some((s) => s === status)

/** What events come to, in whatever order they are given: the latest decides. */
function settledBy(events: readonly Told[]): { status: SettledStatus; settledAt: Date | null } {
  const last = [...events]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap(({ at, to }) => (isStored(to) ? [{ at, to }] : []))
    .at(-1)
  if (last === undefined) return { status: 'open', settledAt: null }
  return { status: last.to, settledAt: isSettled(last.to) ? last.at : null }
}

/** A review on record or in a dossier, as far as it decides which review of a person holds. */
interface Given {
  readonly contradictionId: number
  readonly reviewer: string
  readonly at: Date
  readonly replacedAt: Date | null
}

const whoOnWhat = ({ contradictionId, reviewer }: Given): string => `${contradictionId} ${reviewer}`

const keyOfReview = (one: Given): string => `${whoOnWhat(one)} ${one.at.toISOString()}`

/**
 * Of one person on one contradiction the newest holds; each other was replaced at the latest by the next.
 * @param own - what this person said of this contradiction
 */
function replacedAt(one: Given, own: readonly Given[]): Date | null {
  const next = own
    .map((r) => r.at)
    .filter((at) => at > one.at)
    .reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null)
  const ends = [one.replacedAt, next].flatMap((at) => at ?? [])
  return ends.length === 0 ? null : new Date(Math.min(...ends.map((at) => at.getTime())))
}

async function restoreReviews(
  trx: Db,
  topicId: number,
  reviews: readonly DossierReview[],
  ids: Ids,
): Promise<number> {
  const there = (await listReviews(trx, topicId)).map((r) => ({
    id: r.id,
    contradictionId: r.contradiction_id,
    reviewer: r.reviewer,
    at: r.reviewed_at,
    replacedAt: r.replaced_at,
  }))
  const given = reviews.flatMap((review) => {
    const contradictionId = ids.get(keyOf(review))
    if (contradictionId === undefined) return []
    const ended = review.replacedAt === undefined ? null : new Date(review.replacedAt)
    return [
      { contradictionId, reviewer: review.by, at: new Date(review.at), replacedAt: ended, review },
    ]
  })
  const known = new Set(there.map(keyOfReview))
  const told = new Map(given.map((one) => [keyOfReview(one), one]))
  const fresh = [...told.values()].filter((one) => !known.has(keyOfReview(one)))
  const all = groupBy<Given, string>([...there, ...given], whoOnWhat)
  const endOf = (one: Given) => replacedAt(one, all.get(whoOnWhat(one)) ?? [])
  const ended = there.flatMap((one) => {
    if (one.replacedAt !== null) return []
    const at = endOf({ ...one, replacedAt: told.get(keyOfReview(one))?.replacedAt ?? null })
    return at === null ? [] : [{ id: one.id, at }]
  })
  for (const { id, at } of ended) await saveReviewEnded(trx, id, at)
  await insertReviews(
    trx,
    fresh.map(({ review, ...one }) => ({
      contradiction_id: one.contradictionId,
      reviewer: one.reviewer,
      verdict: review.verdict,
      kind: review.disagreement ?? null,
      reason: review.reason ?? null,
      note: review.note ?? null,
      reviewed_at: one.at,
      replaced_at: endOf(one),
    })),
  )
  return fresh.length + ended.length
}
