import type { Db } from '#db/connect.ts'
import { findClaimPlace, lockClaimSlug } from '#db/queries/claims.ts'
import { type Erasable, findErasable } from '#db/queries/erasable.ts'
import {
  type ErasureRequest,
  type Erasing,
  type NewErasure,
  countAskers,
  eraseCaptures,
  eraseClaimRevisions,
  eraseWords,
  insertErasure,
  lockErasureRequest,
  nextErasureId,
  removeTraces,
  saveDecided,
} from '#db/queries/erasures.ts'
import { findTopicRow, lockIssues, lockTopic, raiseTopicVersion } from '#db/queries/record.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { findTopicSlug } from '#db/queries/topics.ts'
import { DossierSourceForm } from '#server/domain/dossier.ts'
import { type NamedCapture, capturesOf } from '#server/domain/dossier-merge.ts'
import { decideErasure, describeErased } from '#server/domain/erasures.ts'
import { Refusal } from '#server/domain/errors.ts'
import { findNewest } from './edit-claim.ts'
import { saveClaimRows } from './save-claim-rows.ts'
import { type Change, saveRecord } from './save-record.ts'

interface Carrying {
  readonly requestId: number
  readonly by: { readonly accountId: number; readonly name: string; readonly now: Date }
}

/** What an erasure is about, and the change that it makes to the record. */
interface Task {
  readonly topic: { readonly id: number; readonly slug: string }
  readonly request: ErasureRequest
  readonly target: Erasable
  readonly erasing: Erasing
  readonly change: Change
}

type Gone = Pick<NewErasure, 'refs' | 'texts'> & { readonly sources: readonly string[] }

/**
 * Carry out an erasure that somebody asked for, for good: the words go from every version and from
 * everything made of them, and the history gains an entry that says who, when, why and what.
 * @throws {Refusal} erasure-not-found | erasure-decided | erased | four-eyes
 */
export async function carryOutErasure(db: Db, { requestId, by }: Carrying): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const request = await lockErasureRequest(trx, requestId)
    if (request === undefined) throw new Refusal('erasure-not-found')
    if (request.decidedAt !== null) throw new Refusal('erasure-decided')
    const askers = await countAskers(trx)
    const decision = decideErasure({ askedBy: request.askerId, by: by.accountId, askers })
    if (decision === 'refused') throw new Refusal('four-eyes')
    const slug = await findTopicSlug(trx, request.topicId)
    if (slug === undefined) throw new Refusal('erasure-not-found')
    // As an import: nobody else writes to the topic meanwhile.
    await lockTopic(trx, slug, 'alone')
    const target = await findErasable(trx, request.thing, request.thingId)
    if (target === undefined) throw new Refusal('erasure-not-found')
    if (!target.hasWords) throw new Refusal('erased')
    const { reason, why } = request
    const mark = { at: by.now.toISOString(), by: by.name, reason, why }
    const erasing = { id: await nextErasureId(trx), mark }
    const change = { by: by.name, accountId: by.accountId, why: describeErased(mark), now: by.now }
    const topic = { id: request.topicId, slug }
    const gone = await erase(trx, { topic, request, target, erasing, change })
    await removeTraces(trx, { topicId: topic.id, sources: gone.sources })
    const { accountId } = by
    const isByOne = decision === 'by one'
    const { entity, contradictionId } = target
    const about = { entity, slug: target.slug, contradictionId }
    const { refs, texts } = gone
    const made = { erasing, topicId: topic.id, accountId, request, isByOne, ...about, refs, texts }
    await insertErasure(trx, made)
    await saveDecided(trx, requestId, by, null)
    await raiseTopicVersion(trx, topic.id, by.now)
  })
}

async function erase(trx: Db, task: Task): Promise<Gone> {
  const { request, erasing } = task
  if (request.thing === 'claim') return await eraseClaim(trx, task)
  if (request.thing === 'source') return await eraseTexts(trx, task)
  const refs = await eraseWords(trx, erasing, { thing: request.thing, id: request.thingId })
  return { refs, texts: [], sources: [] }
}

/** Its words in every version; it stays as a gap, withdrawn, so that it stands nowhere. */
async function eraseClaim(trx: Db, { topic, target, erasing, change }: Task): Promise<Gone> {
  const place = await findClaimPlace(trx, target.id)
  if (place === undefined) throw new Refusal('claim-not-found')
  await lockClaimSlug(trx, topic.slug, place.slug)
  await lockIssues(trx, [place.issueId])
  const refs = await eraseClaimRevisions(trx, erasing, { topicId: topic.id, slug: place.slug })
  const { form } = await findNewest(trx, place)
  const withdrawn = { reason: describeErased(erasing.mark) }
  if (form.withdrawn === undefined)
    await saveRecord(trx, topic.slug, { claims: [{ ...form, withdrawn }] }, change)
  // What was withdrawn says by now all that a gap says: only its rows have to be written anew.
  else await rewriteRows(trx, topic, place.slug, change)
  return { refs, texts: [], sources: form.citations.map((c) => c.source) }
}

async function rewriteRows(trx: Db, topic: Task['topic'], slug: string, change: Change) {
  const row = await findTopicRow(trx, topic.slug)
  const none = new Map<string, never>()
  const given = { claims: [], rebound: [slug], change, versions: none, firstRecorded: none }
  if (row !== undefined) await saveClaimRows(trx, row, given)
}

/** Whole texts, in whichever sources of the topic have them; quotations of claims stay. */
async function eraseTexts(trx: Db, { topic, request, erasing, change }: Task): Promise<Gone> {
  const gone = await eraseCaptures(trx, erasing, { topicId: topic.id, texts: request.texts })
  if (gone.length === 0) throw new Refusal('erased')
  const slugs = [...new Set(gone.map((text) => text.source))]
  const hashes = new Set(gone.map((text) => text.sha256))
  const written = await listWritten(trx, topic.id, 'source', slugs)
  const marked = (one: NamedCapture): NamedCapture =>
    hashes.has(one.sha256) && one.erased === undefined ? { ...one, erased: erasing.mark } : one
  const sources = [...written.values()].map(({ after }) => {
    const form = DossierSourceForm.parse(after)
    const captures = capturesOf<NamedCapture>(form).map(marked)
    const earlier = captures.slice(0, -1)
    return {
      ...form,
      capture: captures.at(-1),
      earlierCaptures: earlier.length === 0 ? undefined : earlier,
    }
  })
  await saveRecord(trx, topic.slug, { sources }, change)
  return { refs: [], texts: gone, sources: slugs }
}
