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
import { SETTLED_STATUSES, type SettledStatus } from '#server/domain/reviews.ts'

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
 * @returns how many reviews and events were new
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
    const there = (known.get(id) ?? []).map(
      (e) => `${e.happened_at.toISOString()} ${e.actor} ${e.to_status}`,
    )
    const fresh = log.filter(
      (e) => !there.includes(`${new Date(e.at).toISOString()} ${e.by} ${e.to}`),
    )
    return fresh.length === 0 ? [] : [{ id, log, fresh }]
  })
  const events = restored.flatMap(({ id, fresh }) =>
    fresh.map((e) => ({
      contradiction_id: id,
      happened_at: new Date(e.at),
      actor: e.by,
      from_status: e.from ?? null,
      to_status: e.to,
      why: e.why ?? null,
    })),
  )
  await insertEvents(trx, events)
  await saveStatuses(
    trx,
    restored.map(({ id, log }) => ({ id, ...settledBy(log) })),
  )
  return events.length
}

const isSettled = (status: string): status is SettledStatus =>
  SETTLED_STATUSES.some((s) => s === status)

/** What a log, oldest first, comes to. */
function settledBy(log: readonly { at: string; to: string }[]): {
  status: SettledStatus
  settledAt: Date | null
} {
  const last = log.filter((e) => isSettled(e.to)).at(-1)
  if (last === undefined || !isSettled(last.to)) return { status: 'open', settledAt: null }
  const isOpen = last.to === 'open' || last.to === 'under review'
  return { status: last.to, settledAt: isOpen ? null : new Date(last.at) }
}

async function restoreReviews(
  trx: Db,
  topicId: number,
  reviews: readonly DossierReview[],
  ids: Ids,
): Promise<number> {
  const there = new Set(
    (await listReviews(trx, topicId)).map(
      (r) => `${r.contradiction_id} ${r.reviewer} ${r.reviewed_at.toISOString()}`,
    ),
  )
  const fresh = reviews.flatMap((review) => {
    const id = ids.get(keyOf(review))
    const at = new Date(review.at)
    return id === undefined || there.has(`${id} ${review.by} ${at.toISOString()}`)
      ? []
      : [{ id, at, review }]
  })
  const later = (one: (typeof fresh)[number]) =>
    fresh.find((f) => f.id === one.id && f.review.by === one.review.by && f.at > one.at)?.at ?? null
  await insertReviews(
    trx,
    fresh.map(({ id, at, review }) => ({
      contradiction_id: id,
      reviewer: review.by,
      verdict: review.verdict,
      kind: review.disagreement ?? null,
      reason: review.reason ?? null,
      note: review.note ?? null,
      reviewed_at: at,
      replaced_at: later({ id, at, review }),
    })),
  )
  return fresh.length
}
