/**
 * What a dossier changes in a topic that is there: it adds and revises by slug and removes nothing.
 * Pure.
 */
import type { Dossier, DossierIssue } from './dossier.ts'

type DossierTopic = Dossier['topic']

/** Fields given replace those on record; fields left out stay. */
export const mergeThing = <Thing extends object>(before: Thing, given: Thing): Thing => ({
  ...before,
  ...given,
})

const union = <T>(before: readonly T[], given: readonly T[], keyOf: (item: T) => string): T[] => {
  const keys = new Set(before.map(keyOf))
  return [...before, ...given.filter((item) => !keys.has(keyOf(item)))]
}

/** A party that the dossier moves between parties and observers is moved; nobody leaves. */
export function mergeTopic(before: DossierTopic, given: DossierTopic): DossierTopic {
  const named = new Set([...given.parties, ...given.observers])
  const stay = (slugs: readonly string[]) => slugs.filter((slug) => !named.has(slug))
  const join = (old: readonly string[], now: readonly string[]) =>
    old.every((slug) => now.includes(slug)) ? [...now] : [...new Set([...stay(old), ...now])]
  return {
    ...before,
    ...given,
    parties: join(before.parties, given.parties),
    observers: join(before.observers, given.observers),
  }
}

const pairKey = (exclusion: NonNullable<DossierIssue['excludes']>[number]) =>
  [[...exclusion.pair].sort().join(' '), exclusion.kind ?? 'contrary'].join(' ')

/** Positions are added and revised, relations only added. */
export function mergeIssue(before: DossierIssue, given: DossierIssue): DossierIssue {
  const merged = { ...before, ...given }
  const [old, now] = [before.positions ?? [], given.positions ?? []]
  const givenBySlug = new Map(now.map((p) => [p.slug, p]))
  const revised = old.map((p) => {
    const next = givenBySlug.get(p.slug)
    if (next === undefined) return p
    const entails = union(p.entails ?? [], next.entails ?? [], (slug) => slug)
    return { ...p, ...next, ...(entails.length === 0 ? {} : { entails }) }
  })
  const positions = union(revised, now, (p) => p.slug)
  const excludes = union(before.excludes ?? [], given.excludes ?? [], pairKey)
  return {
    ...merged,
    ...(positions.length === 0 ? {} : { positions }),
    ...(excludes.length === 0 ? {} : { excludes }),
  }
}
