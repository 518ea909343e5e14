/**
 * What was erased stays erased: an older file must not bring it back, and a newer one does not erase
 * anything here by itself. Pure.
 */
import type { Dossier, DossierClaim, DossierSource, DossierSourceForm } from './dossier-schema.ts'
import type { DossierFault } from './dossier-error.ts'
import { capturesOf } from './dossier-merge.ts'
import { describeErased } from './erasures.ts'

interface OnRecord {
  /** Newest forms by slug; none for what is new. */
  readonly claims: ReadonlyMap<string, DossierClaim>
  readonly sources: ReadonlyMap<string, DossierSourceForm>
}

/** Everything in a dossier that was erased here, or that it says was erased and that was not. */
export function findErasedFaults(dossier: Dossier, onRecord: OnRecord): DossierFault[] {
  return [
    ...dossier.claims.flatMap((claim, i) => {
      const before = onRecord.claims.get(claim.slug)
      const message = before && findClaimFault(before, claim)
      return message === undefined ? [] : [{ path: `/claims/${i}`, message }]
    }),
    ...dossier.sources.flatMap((source, i) => {
      const before = onRecord.sources.get(source.slug)
      const messages = before === undefined ? [] : findSourceFaults(before, source)
      return messages.map((message) => ({ path: `/sources/${i}`, message }))
    }),
  ]
}

function findClaimFault(before: DossierClaim, { slug, erased }: DossierClaim): string | undefined {
  if (before.erased !== undefined)
    return erased === undefined
      ? `The claim “${slug}” is not brought back. ${describeErased(before.erased)} This file still has its words: take the claim out of it.`
      : undefined
  return erased === undefined
    ? undefined
    : `This file says of the claim “${slug}” that it was erased; here it was not. Ask for its erasure here first.`
}

function findSourceFaults(before: DossierSourceForm, given: DossierSource): string[] {
  const known = new Map(capturesOf(before).map((c) => [c.sha256, c]))
  return capturesOf(given).flatMap(({ sha256, erased }) => {
    const own = known.get(sha256)
    if (own === undefined || (own.erased === undefined) === (erased === undefined)) return []
    return own.erased === undefined
      ? [
          `This file says of the text ${sha256} of the source “${given.slug}” that it was erased; here it was not. Ask for its erasure here first.`,
        ]
      : [textFault(sha256, given.slug, describeErased(own.erased))]
  })
}

/** Why a text cannot come in again. @param says - the sentence of the erasure */
export const textFault = (sha256: string, source: string, says: string): string =>
  `The text ${sha256} of the source “${source}” is not brought back. ${says} Take the text away, or give another that may be kept.`
