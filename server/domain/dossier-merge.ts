/**
 * What a dossier changes in a topic that is there: it adds and revises by slug and removes nothing.
 * Pure.
 */
import type {
  Dossier,
  DossierCapture,
  DossierClaim,
  DossierIssue,
  DossierSource,
  DossierSourceForm,
} from './dossier.ts'

type DossierTopic = Dossier['topic']

/** Fields given replace those on record; fields left out stay. */
export const mergeThing = <Thing extends object>(before: Thing, given: Thing): Thing => ({
  ...before,
  ...given,
})

/**
 * A position takes the place of a value, and the other way round: no claim has both. A gap stays as it is:
 * there is nothing in it that a file could know better.
 */
export function mergeClaim(before: DossierClaim, given: DossierClaim): DossierClaim {
  if (before.erased !== undefined) return before
  const merged = mergeThing(before, given)
  const { position: _, ...valued } = merged
  if (given.value !== undefined) return valued
  const { value: __, ...positioned } = merged
  return given.position === undefined ? merged : positioned
}

/**
 * A source's captures are never lost: another text becomes the newest, those on record the earlier ones.
 * A text that is among them already changes nothing, so that an older file does not set a source back.
 * @param before - as its newest revision has it, without the texts
 */
export function mergeSource(before: DossierSourceForm, given: DossierSource): SourceToWrite {
  const known = capturesOf(before)
  const added = new Map(capturesOf(given).map((c) => [c.sha256, c]))
  const kept = known.map((c): NamedCapture => ({ ...c, ...textOf(added.get(c.sha256)) }))
  for (const { sha256 } of known) added.delete(sha256)
  const captures = [...kept, ...added.values()]
  const { capture: _, earlierCaptures: __, ...facts } = { ...before, ...given }
  return captures.length === 0
    ? facts
    : {
        ...facts,
        capture: captures.at(-1),
        ...(captures.length > 1 && { earlierCaptures: captures.slice(0, -1) }),
      }
}

const textOf = (capture: DossierCapture | undefined) => capture && { text: capture.text }

/** A capture by its hash, with its text where it may have to be written. */
export type NamedCapture = Omit<DossierCapture, 'text'> & { readonly text?: string }

/** A source as it will be; captures on record already are named by their hash. */
export type SourceToWrite = Omit<DossierSource, 'capture' | 'earlierCaptures'> & {
  readonly capture?: NamedCapture | undefined
  readonly earlierCaptures?: readonly NamedCapture[] | undefined
}

/** The oldest first. */
export const capturesOf = <Capture>({
  capture,
  earlierCaptures = [],
}: {
  readonly capture?: Capture | undefined
  readonly earlierCaptures?: readonly Capture[] | undefined
}): Capture[] => (capture === undefined ? [] : [...earlierCaptures, capture])

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
