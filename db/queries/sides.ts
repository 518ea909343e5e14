import type { DossierSide } from '#server/domain/dossier.ts'
import type { Value } from '#server/domain/values.ts'

/** A side as queries give it: what it is about by slug, null where it has none. */
export interface SideColumns {
  readonly party: string
  readonly stance: 'affirms' | 'denies'
  readonly position: string | null
  readonly value: Value | null
}

/** The same as a dossier writes it. */
export const sideOf = ({ party, stance, position, value }: SideColumns): DossierSide => ({
  party,
  stance,
  ...(position === null ? {} : { position }),
  ...(value === null ? {} : { value }),
})
