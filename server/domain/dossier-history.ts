/** What the revisions in a dossier must say of each other. Takes a dossier of the right shape. Pure. */
import { capturesOf } from './dossier-merge.ts'
import { searchSlug } from './dossier-model.ts'
import type {
  Dossier,
  DossierClaim,
  DossierRevision,
  DossierSource,
  DossierSourceForm,
} from './dossier-schema.ts'
import { findWords } from './erasures.ts'
import type { JsonPath } from './json-text.ts'

/** Where faults go. */
type Note = (path: JsonPath, message: string) => void

/** Each thing's history begins with its creation, once, and is about itself. */
export function checkHistory(dossier: Dossier, note: Note): void {
  const { history = [], topic } = dossier
  const sources = new Map(dossier.sources.map((s) => [s.slug, s]))
  const created = new Set<string>()
  const bySequence = [...history.entries()].sort(([, a], [, b]) => a.seq - b.seq)
  for (const [i, revision] of bySequence) {
    const { entity, slug, action, before } = revision
    const path = ['history', i]
    if (entity === 'topic' && slug !== topic.slug)
      note([...path, 'slug'], `The topic of this dossier is “${topic.slug}”.`)
    if (slugWritten(revision) !== slug)
      note([...path, 'slug'], `What stands in “after” is not of the ${entity} “${slug}”.`)
    if (entity === 'source') checkTexts(revision.after, sources.get(slug), note, [...path, 'after'])
    if (entity === 'claim') {
      checkGap(revision.after, note, [...path, 'after'])
      if (revision.before) checkGap(revision.before, note, [...path, 'before'])
    }
    const thing = `${entity} ${slug}`
    const expected = created.has(thing) ? 'revised' : 'created'
    created.add(thing)
    if (action !== expected)
      note([...path, 'action'], `By its place in the history this ${entity} was ${expected} here.`)
    if ((before === undefined) !== (expected === 'created'))
      note(
        [...path, 'before'],
        expected === 'created'
          ? `Nothing was there before the ${entity} “${slug}” was created.`
          : `Say what the ${entity} “${slug}” was before it was revised.`,
      )
  }
}

/** A claim that is marked as erased has no words. */
export function checkGap(claim: DossierClaim, note: Note, path: JsonPath): void {
  for (const place of findWords(claim))
    note([...path, ...place], `The claim “${claim.slug}” was erased: it has no words of its own.`)
}

/** What a revision names by its hash stands in the source. */
function checkTexts(
  form: DossierSourceForm,
  source: DossierSource | undefined,
  note: Note,
  path: JsonPath,
): void {
  const known = new Set(source && capturesOf(source).map((c) => c.sha256))
  for (const { sha256 } of capturesOf(form))
    if (!known.has(sha256))
      note(path, `The text ${sha256} of “${form.slug}” is not in this dossier.`)
}

function slugWritten(revision: DossierRevision): string {
  if (revision.entity === 'topic') return revision.after.topic.slug
  if (revision.entity === 'search') return searchSlug(revision.after)
  return revision.after.slug
}
