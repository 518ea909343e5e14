/**
 * An issue as its form sends it, and how that becomes the form that a dossier has. Pure.
 */
import type { DossierIssue, DossierPosition } from './dossier-schema.ts'
import { type PairRelation, type PairTable, pairOf, withTable } from './pair-relations.ts'
import { slugFor } from './slugs.ts'

/** A position in the form: on record under its slug, or new. */
export interface PositionDraft {
  readonly slug?: string | undefined
  readonly label: string
  readonly description?: string | undefined
}

export interface IssueDraft {
  readonly question: string
  readonly nature: DossierIssue['nature']
  readonly kind: DossierIssue['kind']
  readonly unit?: string | undefined
  /** By the slug of the party. */
  readonly labels: Readonly<Record<string, string>>
  /** In their order, which gives the letters. */
  readonly positions: readonly PositionDraft[]
  /** Between the positions at two places, counted from 0, the lower first. */
  readonly relations: readonly (readonly [number, number, PairRelation])[]
  readonly exclusive: boolean
}

/**
 * The dossier form of a draft. Positions keep their slugs; new ones get one from their label, for good.
 * @param before - the issue as it stands; undefined for a new one
 */
export function issueOf(
  draft: IssueDraft,
  slug: string,
  before: DossierIssue | undefined,
): DossierIssue {
  const positions = placePositions(draft, before)
  const table: PairTable = new Map(
    draft.relations.map(([i, j, relation]) => [
      pairOf(positions[i]?.slug ?? '', positions[j]?.slug ?? ''),
      relation,
    ]),
  )
  const merged = (before?.positions ?? []).filter((p) => p.mergedInto !== undefined)
  const related = withTable(positions, table, before ?? {})
  const all = [...(related.positions ?? []), ...merged]
  const labels = Object.entries(draft.labels)
  return {
    slug,
    question: draft.question,
    nature: draft.nature,
    kind: draft.kind,
    ...(draft.unit !== undefined && { unit: draft.unit }),
    ...((labels.length > 0 || before?.labels !== undefined) && { labels: { ...draft.labels } }),
    ...((all.length > 0 || before?.positions !== undefined) && { positions: all }),
    ...(related.excludes !== undefined && { excludes: related.excludes }),
    ...((draft.exclusive || before?.exclusive !== undefined) && { exclusive: draft.exclusive }),
  }
}

function placePositions(
  { positions }: IssueDraft,
  before: DossierIssue | undefined,
): DossierPosition[] {
  const taken = new Set((before?.positions ?? []).map((p) => p.slug))
  return positions.map(({ slug, label, description }) => {
    const own = slug ?? slugFor(label, 'position', taken)
    taken.add(own)
    return { slug: own, label, ...(description !== undefined && { description }) }
  })
}
