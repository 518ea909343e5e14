import type { Db } from '#db/connect.ts'
import { insertHistory, listUnlogged, noteFiled } from '#db/queries/judgement.ts'
import { findTopicRow, lockTopic, raiseTopicVersion, saveParts } from '#db/queries/record.ts'
import { listWritten } from '#db/queries/revisions.ts'
import {
  type Dossier,
  type DossierClaim,
  type DossierIssue,
  type DossierSourceForm,
  type DossierTopicForm,
  followMerged,
  parseDossier,
  searchSlug,
} from '#server/domain/dossier.ts'
import { DossierError } from '#server/domain/dossier-error.ts'
import { findErasedFaults } from '#server/domain/erased-imports.ts'
import {
  mergeClaim,
  mergeIssue,
  mergeSource,
  mergeThing,
  mergeTopic,
} from '#server/domain/dossier-merge.ts'
import { restoreJudgement } from './restore-judgement.ts'
import { type Change, saveRecord } from './save-record.ts'
import { saveTopicForm, saveTopicRow } from './save-topic-form.ts'

export interface DossierFile {
  /** The file's whole content, JSON. */
  readonly text: string
  /** Its name, for messages. */
  readonly file: string
  readonly now: Date
}

export interface Imported {
  readonly topic: string
  readonly created: number
  readonly revised: number
  readonly unchanged: number
}

/**
 * Load a topic from a dossier: all of it, or nothing.
 *
 * Into a topic that is there it adds and revises by slug, and removes nothing. The same file twice
 * changes nothing.
 * @throws {DossierError} with file, JSON path and reason of every fault
 */
export async function importDossier(db: Db, given: DossierFile): Promise<Imported> {
  return await db.transaction().execute(async (trx) => await importInto(trx, given))
}

/** The same inside a transaction of the caller's. */
export async function importInto(trx: Db, given: DossierFile): Promise<Imported> {
  const parsed = parseDossier(given.text)
  if (!parsed.ok) throw new DossierError(parsed.errors, given.file)
  try {
    return await saveDossier(trx, parsed.dossier, given)
  } catch (error) {
    if (error instanceof DossierError) throw new DossierError(error.errors, given.file)
    throw error
  }
}

async function saveDossier(
  trx: Db,
  dossier: Dossier,
  { file, now }: DossierFile,
): Promise<Imported> {
  const slug = dossier.topic.slug
  await lockTopic(trx, slug, 'alone')
  const isNew = (await findTopicRow(trx, slug)) === undefined
  const isRestored = isNew && (dossier.history ?? []).length > 0
  const change = {
    by: 'dossier import',
    why: `Imported from ${file.split('/').at(-1)}`,
    now,
    isRestored,
  }
  const saved = await saveTopicOf(trx, dossier, change)
  const { topicId, topic } = saved
  await refuseErased(trx, topicId, dossier)
  const record = await saveRecord(trx, slug, await mergedParts(trx, topicId, dossier), change)
  await saveParts(trx, topicId, topic)
  const restored = await restoreJudgement(trx, topicId, dossier)
  if (isRestored) await noteFiled(trx, await listUnlogged(trx, topicId), now)
  if (saved.changed || restored > 0) await raiseTopicVersion(trx, topicId, now)
  return {
    topic: slug,
    created: record.created + (isNew ? 1 : 0),
    revised: record.revised + (saved.changed && !isNew ? 1 : 0),
    unchanged: record.unchanged + (saved.changed ? 0 : 1),
  }
}

/** Write what the topic says of itself; of a new topic the history it comes with goes in first. */
async function saveTopicOf(
  trx: Db,
  dossier: Dossier,
  change: Change,
): Promise<{ topicId: number; topic: Dossier['topic']; changed: boolean }> {
  const { slug } = dossier.topic
  const row =
    (await findTopicRow(trx, slug)) ?? (await saveTopicRow(trx, dossier.topic, change.now))
  if (change.isRestored === true) await insertHistory(trx, row.id, dossier.history ?? [])
  const merged = (before: DossierTopicForm | undefined): DossierTopicForm => ({
    ...before,
    ...(dossier.note === undefined ? {} : { note: dossier.note }),
    topic: before === undefined ? dossier.topic : mergeTopic(before.topic, dossier.topic),
  })
  const { form, changed } = await saveTopicForm(trx, { id: row.id, slug }, merged, change)
  return { topicId: row.id, topic: form.topic, changed }
}

/** @throws {DossierError} for what was erased here, or only elsewhere: see erased-imports.ts */
async function refuseErased(trx: Db, topicId: number, dossier: Dossier): Promise<void> {
  const formsOf = async <Form>(entity: 'claim' | 'source', slugs: readonly string[]) => {
    const written = slugs.length === 0 ? [] : await listWritten(trx, topicId, entity, slugs)
    return new Map([...written].map(([slug, { after }]) => [slug, after as Form]))
  }
  const faults = findErasedFaults(dossier, {
    claims: await formsOf<DossierClaim>(
      'claim',
      dossier.claims.map((c) => c.slug),
    ),
    sources: await formsOf<DossierSourceForm>(
      'source',
      dossier.sources.map((s) => s.slug),
    ),
  })
  if (faults.length > 0) throw new DossierError(faults)
}

/** Each thing as it will be: what the dossier says, over what is on record already. */
async function mergedParts(trx: Db, topicId: number, dossier: Dossier) {
  const merge = async <Thing extends object, Merged>(
    entity: 'party' | 'person' | 'source' | 'issue' | 'claim' | 'search' | 'reply',
    things: readonly Thing[],
    slugOf: (thing: Thing) => string,
    join: (before: never, given: Thing) => Merged,
  ): Promise<(Thing | Merged)[]> => {
    if (things.length === 0) return []
    const written = await listWritten(trx, topicId, entity, things.map(slugOf))
    return things.map((thing) => {
      const before = written.get(slugOf(thing))
      return before === undefined ? thing : join(before.after as never, thing)
    })
  }
  return {
    parties: await merge('party', dossier.parties, (p) => p.slug, mergeThing),
    people: await merge('person', dossier.people, (p) => p.slug, mergeThing),
    sources: await merge('source', dossier.sources, (s) => s.slug, mergeSource),
    issues: await merge('issue', dossier.issues, (i) => i.slug, mergeIssue),
    claims: await followingMerged(
      trx,
      topicId,
      await merge('claim', dossier.claims, (c) => c.slug, mergeClaim),
    ),
    replies: await merge('reply', dossier.replies ?? [], (r) => r.slug, mergeThing),
    searches: await merge('search', dossier.searches ?? [], searchSlug, mergeThing),
  }
}

/**
 * A file from before positions were merged: what it says of one is said of the position that took its
 * place here.
 */
async function followingMerged(
  trx: Db,
  topicId: number,
  claims: readonly DossierClaim[],
): Promise<DossierClaim[]> {
  const slugs = [...new Set(claims.map((c) => c.issue))]
  const written = slugs.length === 0 ? new Map() : await listWritten(trx, topicId, 'issue', slugs)
  return claims.map((claim) => {
    const issue = written.get(claim.issue)?.after as DossierIssue | undefined
    if (issue === undefined || claim.position === undefined) return claim
    return { ...claim, position: followMerged(issue, claim.position) }
  })
}
