import type { Db } from '#db/connect.ts'
import { type ClaimPlace, findClaimPlace, lockClaimSlug } from '#db/queries/claims.ts'
import { lockTopic } from '#db/queries/record.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { findReplyPlace, listReplySlugs } from '#db/queries/replies.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import { DossierReply } from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import { type ReplyDraft, replyBringsAlong, replyPartsOf } from '#server/domain/new-reply.ts'
import { anchorCitations } from './anchor-citations.ts'
import { type Change, saveRecord } from './save-record.ts'

/** Where a new reply is to go, and what it says. */
export interface NewReply {
  readonly claimId: number
  /** Its slug was made when the form was rendered: sending one form twice makes one reply. */
  readonly draft: ReplyDraft
  readonly change: Change
}

export type SavedReply =
  /** Saved, now or by the same form before. */
  | { readonly as: 'saved'; readonly id: number; readonly slug: string }
  /** This very answer is on record: nothing was saved. */
  | { readonly as: 'duplicate'; readonly id: number; readonly slug: string }
  /** The form was sent before with other content; nothing more was saved. */
  | { readonly as: 'form-used' }

/**
 * Record what a party answers to a claim, with the person and sources it brings along: all, or nothing.
 * @throws {DossierError} a quotation that is not in its capture, a date later than its publication or
 *   before the claim
 * @throws {Refusal} claim-not-found
 */
export async function recordReply(db: Db, given: NewReply): Promise<SavedReply> {
  const { claimId, draft, change } = given
  return await db.transaction().execute(async (trx) => {
    const place = await lockReplies(trx, claimId, draft)
    await lockClaimSlug(trx, place.topicSlug, `reply ${draft.slug}`)
    const parts = await partsIn(trx, place, draft, change.now)
    const before = await findBefore(trx, claimId, place, parts.reply)
    if (before !== undefined) return before
    await saveRecord(trx, place.topicSlug, recordParts(parts), change)
    return { as: 'saved', ...(await idOfReply(trx, claimId, draft.slug)) }
  })
}

const recordParts = ({ reply, ...parts }: Awaited<ReturnType<typeof partsIn>>) => ({
  ...parts,
  replies: [reply],
})

async function idOfReply(trx: Db, claimId: number, slug: string) {
  const saved = await findReplyPlace(trx, claimId, { slug })
  if (saved === undefined) throw new Error(`Reply ${slug} was saved and is not there`)
  return { id: saved.id, slug }
}

/** Keep everybody else from changing the claim and its replies until this transaction ends. */
async function lockReplies(trx: Db, claimId: number, draft?: ReplyDraft): Promise<ClaimPlace> {
  const place = await findClaimPlace(trx, claimId)
  if (place === undefined) throw new Refusal('claim-not-found')
  const isAlone = draft !== undefined && replyBringsAlong(draft)
  await lockTopic(trx, place.topicSlug, isAlone ? 'alone' : 'beside others')
  await lockClaimSlug(trx, place.topicSlug, place.slug)
  return place
}

async function partsIn(trx: Db, place: ClaimPlace, draft: ReplyDraft, now: Date) {
  const known = await listRecordChoices(trx, place.topicId)
  const parts = replyPartsOf(draft, known, { claim: place.slug, now })
  const { reply, sources } = parts
  const citations = await anchorCitations(trx, place.topicId, reply.citations, sources)
  return { ...parts, reply: { ...reply, citations } }
}

/** What a reply says; where in its sources the words stand does not make it another. */
const contentOf = ({ slug: _, citations, ...content }: DossierReply): string =>
  canonicalJson({
    ...content,
    citations: citations.map(({ prefix: _p, suffix: _s, start: _b, end: _e, ...said }) => said),
  })

/** What is on record already that keeps this from being saved. */
async function findBefore(
  trx: Db,
  claimId: number,
  { topicId }: ClaimPlace,
  reply: DossierReply,
): Promise<SavedReply | undefined> {
  const slugs = new Set([...(await listReplySlugs(trx, claimId)), reply.slug])
  const written = await listWritten(trx, topicId, 'reply', [...slugs])
  const same = [...written.values()].find(
    ({ after }) => contentOf(DossierReply.parse(after)) === contentOf(reply),
  )
  if (written.has(reply.slug) && same?.slug !== reply.slug) return { as: 'form-used' }
  if (same === undefined) return undefined
  const as = same.slug === reply.slug ? 'saved' : 'duplicate'
  return { as, ...(await idOfReply(trx, claimId, same.slug)) }
}

/** A reply in its dossier form at one version. */
export interface ReplyVersion {
  readonly form: DossierReply
  readonly version: number
}

/** A reply as it stands. @throws {Refusal} reply-not-found */
export async function findNewestReply(
  db: Db,
  topicId: number,
  slug: string,
): Promise<ReplyVersion> {
  const written = (await listWritten(db, topicId, 'reply', [slug])).get(slug)
  if (written === undefined) throw new Refusal('reply-not-found')
  return { form: DossierReply.parse(written.after), version: written.version }
}

interface ReplyChange {
  readonly claimId: number
  readonly slug: string
  /** The version that the form was rendered from. */
  readonly version: number
}

export type EditedReply =
  | { readonly as: 'saved' | 'unchanged' }
  /** Somebody else changed it first; nothing was saved. */
  | { readonly as: 'stale'; readonly saved: ReplyVersion }

/**
 * Change a reply, if nobody changed it since. Its slug and its claim stay; withdrawn stays withdrawn.
 * @throws {DossierError} as recordReply
 * @throws {Refusal} claim-not-found | reply-not-found
 */
export async function editReply(
  db: Db,
  given: ReplyChange & { readonly draft: ReplyDraft; readonly change: Change },
): Promise<EditedReply> {
  const { claimId, slug, version, change } = given
  return await db.transaction().execute(async (trx) => {
    const place = await lockReplies(trx, claimId, given.draft)
    const saved = await findNewestReply(trx, place.topicId, slug)
    if (saved.version !== version) return { as: 'stale', saved }
    const draft = { ...given.draft, slug, withdrawn: saved.form.withdrawn }
    const parts = await partsIn(trx, place, draft, change.now)
    if (canonicalJson(parts.reply) === canonicalJson(saved.form)) return { as: 'unchanged' }
    await saveRecord(trx, place.topicSlug, recordParts(parts), change)
    return { as: 'saved' }
  })
}

/**
 * Withdraw a reply, or put it back: it stays on record either way, with the reason.
 * @returns stale when somebody changed it since; nothing was saved then
 * @throws {Refusal} claim-not-found | reply-not-found
 */
export async function withdrawReply(
  db: Db,
  given: ReplyChange & {
    readonly withdraw: boolean
    readonly reason: string
    readonly change: Omit<Change, 'why'>
  },
): Promise<'saved' | 'stale'> {
  const { claimId, slug, version, withdraw, reason, change } = given
  return await db.transaction().execute(async (trx) => {
    const place = await lockReplies(trx, claimId)
    const saved = await findNewestReply(trx, place.topicId, slug)
    if (saved.version !== version) return 'stale'
    const { withdrawn: _, ...rest } = saved.form
    const reply: DossierReply = withdraw ? { ...rest, withdrawn: { reason } } : rest
    await saveRecord(trx, place.topicSlug, { replies: [reply] }, { ...change, why: reason })
    return 'saved'
  })
}
