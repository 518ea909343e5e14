/** What readers may have of a dossier. Pure. */
import type { Dossier } from './dossier.ts'

/** A dossier without the texts of sources that readers see in excerpts only; quotations stay. */
export function withoutHiddenTexts(dossier: Dossier): Dossier {
  const hidden = new Set(dossier.sources.flatMap((s) => (s.excerptsOnly === true ? [s.slug] : [])))
  if (hidden.size === 0) return dossier
  return {
    ...dossier,
    sources: dossier.sources.map((s) => (hidden.has(s.slug) ? withoutTexts(s) : s)),
    ...(dossier.history && {
      history: dossier.history.map((revision) => {
        if (revision.entity !== 'source' || !hidden.has(revision.slug)) return revision
        const { before, after } = revision
        return {
          ...revision,
          ...(before && { before: withoutTexts(before) }),
          after: withoutTexts(after),
        }
      }),
    }),
  }
}

const withoutTexts = <Source extends { capture?: unknown; earlierCaptures?: unknown }>({
  capture: _,
  earlierCaptures: __,
  ...facts
}: Source): Omit<Source, 'capture' | 'earlierCaptures'> => facts
