import type { Db } from '#db/connect.ts'
import { listActRevisions, listClaimFormsOn } from '#db/queries/issue-record.ts'
import { lockTopic } from '#db/queries/record.ts'
import { findNewestVersion, findVersion, listPositionUses } from '#db/queries/restoration.ts'
import { listWritten } from '#db/queries/revisions.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { DossierClaim, DossierIssue, modelOf } from '#server/domain/dossier.ts'
import { Refusal } from '#server/domain/errors.ts'
import { undoneIssue } from '#server/domain/issue-reshape.ts'
import { findModellingError } from '#server/domain/positions.ts'
import type { OfTopic } from './edit-thing.ts'
import { type Change, saveRecord } from './save-record.ts'

/** What merging or splitting makes of an issue, and of the claims that say something else by it. */
export interface Reshaped {
  readonly issue: DossierIssue
  readonly claims: readonly DossierClaim[]
}

export interface Reshaping {
  readonly topic: OfTopic
  /** Of the issue. */
  readonly slug: string
  /** The issue's version that the form was rendered from. */
  readonly version: number
  /** From the issue and all claims on it, withdrawn ones too. */
  readonly reshape: (issue: DossierIssue, claims: readonly DossierClaim[]) => Reshaped
  readonly change: Change
}

/**
 * Change an issue together with what its claims are about: one act, with one reason, in one transaction.
 * @returns stale when somebody changed the issue since; nothing was saved then
 * @throws {DossierError} for relations under which nobody could hold, or reject, some position
 * @throws {Refusal} not-found
 */
export async function reshapeIssue(db: Db, given: Reshaping): Promise<'saved' | 'stale'> {
  const { topic, slug, version, change } = given
  return await db.transaction().execute(async (trx) => {
    await lockTopic(trx, topic.slug, 'alone')
    const saved = await findNewestVersion(trx, { topicId: topic.id, entity: 'issue', slug })
    if (saved === undefined) throw new Refusal('not-found')
    if (saved.version !== version) return 'stale'
    const claims = await listClaimFormsOn(trx, topic.id, slug)
    const reshaped = given.reshape(DossierIssue.parse(saved.form), claims)
    refuseUnholdable(reshaped.issue)
    await saveRecord(trx, topic.slug, { issues: [reshaped.issue], claims: reshaped.claims }, change)
    return 'saved'
  })
}

/** @throws {DossierError} for relations under which nobody could hold, or reject, some position */
export function refuseUnholdable(issue: DossierIssue): void {
  const { positions, relations } = modelOf(issue)
  const error = findModellingError(positions, relations)
  if (error !== undefined) throw new DossierError([{ path: '/relations', message: error.message }])
}

export interface ActUndo {
  readonly topic: OfTopic
  /** Of the issue. */
  readonly slug: string
  /** The issue's version that the act made. */
  readonly version: number
  readonly change: Change
}

/**
 * Undo what was last done to an issue, together with the claims that it moved: each as it was before, as
 * further versions. What the act made and was filed about meanwhile stays, merged.
 * @throws {Refusal} not-found; edit-conflict where the issue or one of the claims was changed since
 */
export async function undoReshaping(db: Db, given: ActUndo): Promise<void> {
  const { topic, slug, version, change } = given
  const ref = { topicId: topic.id, entity: 'issue', slug } as const
  await db.transaction().execute(async (trx) => {
    await lockTopic(trx, topic.slug, 'alone')
    const newest = await findNewestVersion(trx, ref)
    const before = await findVersion(trx, ref, version - 1)
    if (newest === undefined || before === undefined) throw new Refusal('not-found')
    if (newest.version !== version) throw new Refusal('edit-conflict')
    const moved = await listActRevisions(trx, ref, version)
    await refuseChangedSince(trx, topic.id, moved)
    const claims = moved.map((one) => DossierClaim.parse(one.before))
    const uses = await listPositionUses(trx, topic.id, slug)
    const filed = new Set(uses.flatMap((use) => (use.contradictions > 0 ? [use.slug] : [])))
    const from = new Map(
      moved.map((one) => [
        DossierClaim.parse(one.after).position,
        DossierClaim.parse(one.before).position,
      ]),
    )
    const issue = undoneIssue(
      DossierIssue.parse(before.form),
      DossierIssue.parse(newest.form),
      (position) => filed.has(position),
      (position) => from.get(position),
    )
    await saveRecord(trx, topic.slug, { issues: [issue], claims }, change)
  })
}

/** @throws {Refusal} edit-conflict */
async function refuseChangedSince(
  trx: Db,
  topicId: number,
  moved: readonly { readonly slug: string; readonly version: number }[],
): Promise<void> {
  const slugs = moved.map((one) => one.slug)
  const written = slugs.length === 0 ? new Map() : await listWritten(trx, topicId, 'claim', slugs)
  for (const { slug, version } of moved)
    if (written.get(slug)?.version !== version)
      throw new Refusal('edit-conflict', {
        detail: `The claim “${slug}” was changed after that, so undoing it would lose that change.`,
      })
}
