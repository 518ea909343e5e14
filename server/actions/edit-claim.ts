import type { Db } from '#db/connect.ts'
import {
  type ClaimPlace,
  findClaimPlace,
  findClaimRevision,
  lockClaimSlug,
} from '#db/queries/claims.ts'
import { listIds, lockIssues, lockTopic } from '#db/queries/record.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import { DossierClaim } from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import { type ClaimDraft, bringsAlong } from '#server/domain/new-claim.ts'
import { draftParts, recordParts } from './record-claim.ts'
import { type Change, saveRecord } from './save-record.ts'

export type Edited =
  | { readonly as: 'saved' }
  /** It says what it said before: no revision was made. */
  | { readonly as: 'unchanged' }
  /** Somebody else changed it first; nothing was saved. */
  | { readonly as: 'stale'; readonly saved: ClaimVersion; readonly base: DossierClaim | undefined }

/** A claim in its dossier form at one version. */
export interface ClaimVersion {
  readonly form: DossierClaim
  readonly version: number
}

export interface ClaimEdit {
  readonly claimId: number
  /** The version that the form was rendered from. */
  readonly version: number
  /** Its slug does not matter: a claim keeps its own. Withdrawn stays withdrawn. */
  readonly draft: ClaimDraft
  readonly change: Change
}

/**
 * Change a claim, if nobody changed it since.
 * @throws {DossierError} as recordClaim
 * @throws {Refusal} claim-not-found | erased
 */
export async function editClaim(db: Db, given: ClaimEdit): Promise<Edited> {
  return await db.transaction().execute(async (trx) => {
    const place = await lockClaim(trx, given.claimId, given.draft)
    const saved = await findNewest(trx, place)
    if (saved.form.erased !== undefined) throw new Refusal('erased')
    if (saved.version !== given.version) {
      const base = await findClaimRevision(trx, { ...place, version: given.version })
      return { as: 'stale', saved, base: base === undefined ? undefined : DossierClaim.parse(base) }
    }
    const { citations: former } = saved.form
    const { now } = given.change
    const draft = { ...given.draft, slug: place.slug, withdrawn: saved.form.withdrawn }
    const parts = await draftParts(trx, place.topicId, draft, now, former)
    if (canonicalJson(parts.claim) === canonicalJson(saved.form)) return { as: 'unchanged' }
    await saveRecord(trx, place.topicSlug, recordParts(parts), given.change)
    return { as: 'saved' }
  })
}

/**
 * Keep everybody else from changing a claim until this transaction ends: other forms, and whatever
 * derives the issues it is on and will be on.
 * @throws {Refusal} claim-not-found
 */
export async function lockClaim(trx: Db, claimId: number, draft?: ClaimDraft): Promise<ClaimPlace> {
  const place = await findClaimPlace(trx, claimId)
  if (place === undefined) throw new Refusal('claim-not-found')
  const isAlone = draft !== undefined && bringsAlong(draft)
  await lockTopic(trx, place.topicSlug, isAlone ? 'alone' : 'beside others')
  await lockClaimSlug(trx, place.topicSlug, place.slug)
  const issue = draft?.issue
  const next = issue !== undefined && 'slug' in issue ? [issue.slug] : []
  const ids = await listIds(trx, 'issue', place.topicId, next)
  await lockIssues(trx, [place.issueId, ...ids.values()])
  return place
}

/** A claim as it stands. @throws {Refusal} claim-not-found */
export async function findNewest(db: Db, { topicId, slug }: ClaimPlace): Promise<ClaimVersion> {
  const written = (await listWritten(db, topicId, 'claim', [slug])).get(slug)
  if (written === undefined) throw new Refusal('claim-not-found')
  return { form: DossierClaim.parse(written.after), version: written.version }
}
