import type { Db } from '#db/connect.ts'
import { listCaptures } from '#db/queries/captures.ts'
import { mergeSource } from '#server/domain/dossier-merge.ts'
import type { DossierCapture } from '#server/domain/dossier.ts'
import { DossierError, type DossierFault } from '#server/domain/dossier-error.ts'
import { textFault } from '#server/domain/erased-imports.ts'
import { type ErasedMark, describeErased } from '#server/domain/erasures.ts'
import { type Change, saveRecord } from './save-record.ts'
import { lockSourceForm } from './source-form.ts'

export type CapturedAgain =
  | { readonly as: 'saved'; readonly version: number }
  /** It is one of the texts that the source has had. */
  | { readonly as: 'known'; readonly version: number }
  /** Somebody else captured it since; nothing was saved. */
  | { readonly as: 'stale' }

export interface NewCapture {
  readonly topic: { readonly id: number; readonly slug: string }
  readonly source: { readonly id: number; readonly slug: string }
  readonly capture: DossierCapture
  /** The newest version when the person looked; 0 where there was none. */
  readonly seenVersion: number
  readonly change: Change
}

/**
 * Add a text to a source as its newest version. Quotations that it has move to it, the others stay
 * in the text that has them.
 * @throws {DossierError} for the first text of a source that is quoted already with other words, and for
 *   a text that was erased
 */
export async function captureAgain(db: Db, given: NewCapture): Promise<CapturedAgain> {
  const { topic, source, capture, seenVersion, change } = given
  return await db.transaction().execute(async (trx) => {
    const before = await lockSourceForm(trx, topic, source.slug)
    const captures = await listCaptures(trx, source.id)
    const same = captures.find((c) => c.sha256 === capture.sha256)
    if (same?.erased) throw new DossierError([faultOf(source.slug, same.sha256, same.erased)])
    if (same !== undefined) return { as: 'known', version: same.version }
    const newest = captures[0]?.version ?? 0
    if (newest !== seenVersion) return { as: 'stale' }
    const { capture: _, earlierCaptures: __, ...facts } = before
    const sources = [mergeSource(before, { ...facts, capture })]
    await saveRecord(trx, topic.slug, { sources }, change)
    return { as: 'saved', version: newest + 1 }
  })
}

const faultOf = (slug: string, sha256: string, mark: ErasedMark): DossierFault => ({
  path: `/sources/${slug}`,
  message: textFault(sha256, slug, describeErased(mark)),
})
