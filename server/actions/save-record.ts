import type { Db } from '#db/connect.ts'
import {
  type Ids,
  type TopicRow,
  findTopicRow,
  listClaimPlaces,
  listIssueIdsOf,
  listIds,
  lockIssues,
  raiseTopicVersion,
} from '#db/queries/record.ts'
import { noteFiled } from '#db/queries/judgement.ts'
import { insertRevisions, listWritten, listFirstRecorded } from '#db/queries/revisions.ts'
import type { Entity } from '#db/schema.ts'
import { deriveIssue } from './derive-issue.ts'
import { type Places, saveClaimRows } from './save-claim-rows.ts'
import { saveReplyRows } from './save-reply-rows.ts'
import {
  saveIssueRows,
  savePartyRows,
  savePersonRows,
  saveSearchRows,
  saveSourceRows,
} from './save-rows.ts'
import { canonicalJson } from '#server/domain/canonical-json.ts'
import {
  type DossierClaim,
  type DossierIssue,
  type DossierParty,
  type DossierPerson,
  type DossierReply,
  type DossierSearch,
  searchSlug,
} from '#server/domain/dossier.ts'
import type { NamedCapture, SourceToWrite } from '#server/domain/dossier-merge.ts'
import { Refusal } from '#server/domain/errors.ts'

/** Things to write, whole, in their dossier form; what is left out stays as it is. */
export interface RecordParts {
  readonly parties?: readonly DossierParty[]
  readonly people?: readonly DossierPerson[]
  readonly sources?: readonly SourceToWrite[]
  readonly issues?: readonly DossierIssue[]
  readonly claims?: readonly DossierClaim[]
  readonly replies?: readonly DossierReply[]
  readonly searches?: readonly DossierSearch[]
}

/** Who changes the record, and why. */
export interface Change {
  readonly by: string
  readonly accountId?: number | undefined
  readonly why?: string | undefined
  readonly now: Date
  /** Rows are written even for what equals its newest revision: its history came first. */
  readonly isRestored?: boolean | undefined
}

export interface Saved {
  readonly created: number
  readonly revised: number
  readonly unchanged: number
  /** Of the claims given, by slug. */
  readonly claimIds: Ids
  /** Contradictions filed for the first time. */
  readonly filed: readonly number[]
}

/**
 * Write things into a topic: their rows, one revision for each that changed, and everything derived.
 *
 * Needs a transaction. What equals its newest revision is left alone, so that saving twice changes
 * nothing. Takes the locks of the issues it touches, in one order, before it writes claims.
 * @throws {DossierError} naming each reference that leads nowhere, quotation that is not in its
 *   capture, or date later than its publication
 * @throws {Refusal} topic-not-found
 */
export async function saveRecord(
  trx: Db,
  topicSlug: string,
  parts: RecordParts,
  change: Change,
): Promise<Saved> {
  const topic = await findTopicRow(trx, topicSlug)
  if (topic === undefined) throw new Refusal('topic-not-found')
  const changes = await listChanges(trx, topic, parts, change.isRestored === true)
  const firstRecordedOf = async (entity: 'claim' | 'reply') =>
    change.isRestored === true
      ? await listFirstRecorded(trx, topic.id, entity)
      : new Map<string, Date>()
  const renamed = await listIssueIdsOf(trx, topic.id, [...changes.party.versions.keys()])
  await lockTouched(trx, topic, changes, renamed)
  await savePartyRows(trx, topic, changes.party.changed)
  await savePersonRows(trx, topic, changes.person.changed)
  const rebound = await saveSourceRows(trx, topic, changes.source.changed)
  const reshaped = await saveIssueRows(trx, topic, changes.issue.changed)
  const places = await saveClaimRows(trx, topic, {
    claims: changes.claim.changed,
    rebound,
    change,
    versions: changes.claim.versions,
    firstRecorded: await firstRecordedOf('claim'),
  })
  await saveReplyRows(trx, topic, {
    replies: changes.reply.changed,
    touched: {
      claims: changes.claim.changed.map((c) => c.slug),
      sources: changes.source.changed.map((s) => s.slug),
    },
    change,
    versions: changes.reply.versions,
    firstRecorded: await firstRecordedOf('reply'),
  })
  await saveSearchRows(trx, topic, changes.search.changed)
  await noteRevisions(trx, topic, changes, change)
  // Explanations name parties: a changed name is told anew wherever the party has a side.
  const again = new Set([...reshaped, ...renamed])
  const filed = await deriveTouched(trx, topic, { places, reshaped: again, now: change.now })
  if (change.isRestored !== true) await noteFiled(trx, filed, change.now)
  const counts = countChanges(changes)
  if (counts.created + counts.revised > 0) await raiseTopicVersion(trx, topic.id, change.now)
  const slugs = (parts.claims ?? []).map((c) => c.slug)
  return { ...counts, filed, claimIds: await listIds(trx, 'claim', topic.id, slugs) }
}

/** What of one kind differs from its newest revision. */
interface Changes<Thing> {
  readonly changed: readonly Thing[]
  readonly unchanged: number
  /** The newest version of each changed thing that was there; it has none when it is new. */
  readonly versions: ReadonlyMap<string, number>
  readonly revisions: readonly { slug: string; version: number; before: unknown; after: unknown }[]
}

interface AllChanges {
  readonly party: Changes<DossierParty>
  readonly person: Changes<DossierPerson>
  readonly source: Changes<SourceToWrite>
  readonly issue: Changes<DossierIssue>
  readonly claim: Changes<DossierClaim>
  readonly reply: Changes<DossierReply>
  readonly search: Changes<DossierSearch>
}

async function listChanges(
  trx: Db,
  topic: TopicRow,
  parts: RecordParts,
  isRestored: boolean,
): Promise<AllChanges> {
  const of = async <Thing>(
    entity: Entity,
    things: readonly Thing[] | undefined,
    slugOf: (thing: Thing) => string,
    writtenForm: (thing: Thing) => unknown = (thing) => thing,
  ): Promise<Changes<Thing>> => {
    if (things === undefined || things.length === 0) return nothing
    const slugs = things.map(slugOf)
    const written = await listWritten(trx, topic.id, entity, slugs)
    const all = differing(things, slugOf, writtenForm, written)
    if (!isRestored) return all
    // A row has the version of the newest revision, which what equals it does not raise.
    const versions = things.flatMap((thing) => {
      const slug = slugOf(thing)
      const newest = written.get(slug)?.version
      if (newest === undefined) return []
      return [[slug, all.versions.has(slug) ? newest : newest - 1] as const]
    })
    return { ...all, changed: things, unchanged: 0, versions: new Map(versions) }
  }
  return {
    party: await of('party', parts.parties, (p) => p.slug),
    person: await of('person', parts.people, (p) => p.slug),
    source: await of('source', parts.sources, (s) => s.slug, withoutText),
    issue: await of('issue', parts.issues, (i) => i.slug),
    claim: await of('claim', parts.claims, (c) => c.slug),
    reply: await of('reply', parts.replies, (r) => r.slug),
    search: await of('search', parts.searches, searchSlug),
  }
}

const nothing = { changed: [], unchanged: 0, versions: new Map<string, number>(), revisions: [] }

/** A captured text is kept once, in its own table; revisions name it by its hash. */
export function withoutText({ capture, earlierCaptures, ...source }: SourceToWrite): unknown {
  return {
    ...source,
    ...(capture && { capture: named(capture) }),
    ...(earlierCaptures && { earlierCaptures: earlierCaptures.map(named) }),
  }
}

const named = ({ sha256, capturedAt, erased }: NamedCapture): NamedCapture => ({
  sha256,
  capturedAt,
  ...(erased && { erased }),
})

function differing<Thing>(
  things: readonly Thing[],
  slugOf: (thing: Thing) => string,
  writtenForm: (thing: Thing) => unknown,
  written: Awaited<ReturnType<typeof listWritten>>,
): Changes<Thing> {
  const all = things.map((thing) => {
    const known = written.get(slugOf(thing))
    const after = writtenForm(thing)
    const isSame = known !== undefined && canonicalJson(known.after) === canonicalJson(after)
    return { thing, slug: slugOf(thing), known, after, isSame }
  })
  const changed = all.filter((c) => !c.isSame)
  return {
    changed: changed.map((c) => c.thing),
    unchanged: all.length - changed.length,
    versions: new Map(
      changed.flatMap((c) => (c.known === undefined ? [] : [[c.slug, c.known.version]])),
    ),
    revisions: changed.map((c) => ({
      slug: c.slug,
      version: (c.known?.version ?? 0) + 1,
      before: c.known?.after,
      after: c.after,
    })),
  }
}

async function lockTouched(
  trx: Db,
  topic: TopicRow,
  changes: AllChanges,
  renamed: readonly number[],
): Promise<void> {
  const slugs = new Set([
    ...changes.issue.changed.map((i) => i.slug),
    ...changes.claim.changed.map((c) => c.issue),
  ])
  const known = await listIds(trx, 'issue', topic.id, [...slugs])
  const moved = await listClaimPlaces(trx, topic.id, [...changes.claim.versions.keys()])
  await lockIssues(trx, [...known.values(), ...moved.map((m) => m.issueId), ...renamed])
}

/** Things before what refers to them. */
const ENTITIES = ['party', 'person', 'source', 'issue', 'claim', 'reply', 'search'] as const

async function noteRevisions(
  trx: Db,
  topic: TopicRow,
  changes: AllChanges,
  change: Change,
): Promise<void> {
  for (const entity of ENTITIES) {
    await insertRevisions(
      trx,
      {
        topicId: topic.id,
        entity,
        madeAt: change.now,
        madeBy: change.by,
        accountId: change.accountId,
        why: change.why,
      },
      changes[entity].revisions,
    )
  }
}

async function deriveTouched(
  trx: Db,
  topic: TopicRow,
  touched: { places: Places; reshaped: ReadonlySet<number>; now: Date },
): Promise<number[]> {
  const filed: number[] = []
  const { places, reshaped, now } = touched
  for (const issueId of [...new Set([...places.keys(), ...reshaped])].sort((a, b) => a - b)) {
    const place = places.get(issueId)
    const isReshaped = reshaped.has(issueId)
    const ids = await deriveIssue(trx, {
      topicId: topic.id,
      issueId,
      windowDays: topic.windowDays,
      partyIds: isReshaped ? undefined : [...(place?.partyIds ?? [])],
      added: isReshaped ? undefined : place?.added,
      now,
    })
    filed.push(...ids)
  }
  return filed
}

function countChanges(changes: AllChanges): Pick<Saved, 'created' | 'revised' | 'unchanged'> {
  const all = Object.values(changes) as Changes<unknown>[]
  const sum = (of: (c: Changes<unknown>) => number) => all.reduce((total, c) => total + of(c), 0)
  const revised = sum((c) => c.revisions.filter((r) => r.version > 1).length)
  return {
    created: sum((c) => c.changed.length) - revised,
    revised,
    unchanged: sum((c) => c.unchanged),
  }
}
