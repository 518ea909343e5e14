import type { ErasedThing, ErasureReason } from '#server/domain/erasures.ts'
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

/** What goes, before the name of what it goes from. */
export const whatGoes: Readonly<Record<ErasedThing, string>> = {
  claim: 'The words of the claim',
  source: 'Captured text of the source',
  review: 'The comment of a review on',
  status: 'The reason of a decision on',
  revision: 'The reason noted with a version of',
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

export const reasonHints: Readonly<Record<ErasureReason, string>> = {
  'legal order': 'A court or an authority ordered it.',
  'personal data': 'It is about somebody whose data must not be here.',
  copyright: 'The text may not be kept; a short quotation may be lawful all the same.',
  'safety of a person': 'It could bring somebody into danger.',
  other: 'Say in words what it is.',
}
