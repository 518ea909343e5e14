import type { ErasedThing } from '#server/domain/erasures.ts'
import { paths } from '#server/paths.ts'

/** A thing that words are erased of, as pages name it. */
export interface NamedErasable {
  readonly id: number
  readonly entity: string
  readonly slug: string | null
  readonly contradictionId: number | null
  readonly label: string
  readonly version: number | null
}

/** The page of the thing; undefined where it has none of its own. */
export function addressOfErasable(thing: ErasedThing, of: NamedErasable): string | undefined {
  const { id, slug, contradictionId } = of
  if (contradictionId !== null) return paths.contradiction({ id: contradictionId })
  if (slug === null || thing === 'revision') return undefined
  return thing === 'claim' ? paths.claim({ id, slug }) : paths.source({ id, slug })
}

/** What has to be typed before it goes. */
export const wordToType = ({ slug }: Pick<NamedErasable, 'slug'>): string => slug ?? 'erase'
