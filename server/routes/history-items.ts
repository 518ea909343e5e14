import type { Db } from '#db/connect.ts'
import type { StoredContent, StoredEntry } from '#db/queries/history.ts'
import { type ContradictionNames, listContradictionNames } from '#db/queries/history-pages.ts'
import { listClaimsOfReplies } from '#db/queries/replies.ts'
import { listRecordChoices } from '#db/queries/record-choices.ts'
import { type Ids, listIds } from '#db/queries/record.ts'
import { listClaimNames } from '#db/queries/restatements.ts'
import type { Entity } from '#db/schema.ts'
import { labelOf } from '#views/claim/fields.ts'
import { shorten } from '#views/contradiction/sentence.tsx'
import type { FieldChange } from '#views/history/field-changes.tsx'
import type { Deed, HistoryItem } from '#views/history/history-list.tsx'
import { wording } from '#views/words/wording.ts'
import { DossierClaim } from '../domain/dossier.ts'
import { ENTITY_FORMS } from '../domain/entity-forms.ts'
import { fieldsOfForm } from '../domain/form-fields.ts'
import { instantText } from '../domain/known.ts'
import type { HistoryContent, HistoryThing } from '../domain/history-content.ts'
import type { RecordChoices } from '../domain/new-claim.ts'
import type { ErasureReason } from '../domain/erasures.ts'
import type { DismissalReason, Status, Verdict } from '../domain/reviews.ts'
import { paths } from '../paths.ts'
import { type NamedThings, describeRevision } from './claim-differences.ts'

/** From entries of a history to lines on a page: names and addresses for slugs, and what changed. */

const LINKED = ['party', 'person', 'source', 'issue', 'claim'] as const
type Linked = (typeof LINKED)[number]

const isLinked = (entity: string): entity is Linked => LINKED.some((one) => one === entity)

/** What many lines need to know: read once for all of them. */
interface Known {
  readonly topicSlug: string
  readonly choices: NamedThings
  readonly ids: ReadonlyMap<string, Ids>
  readonly replies: Awaited<ReturnType<typeof listClaimsOfReplies>>
  readonly contradictions: ReadonlyMap<number, ContradictionNames>
}

/** As much of a long name as a line shows. */
const MOST = 140

/**
 * Describe entries for readers, in the language that is spoken; lists for programs ask in English. What
 * was said of a contradiction that is not settled has no author, no verdict and no reason.
 */
export async function describeEntries(
  db: Db,
  topic: { readonly id: number; readonly slug: string },
  entries: readonly StoredEntry[],
): Promise<HistoryItem[]> {
  const contents = entries.flatMap(({ stored }) => stored?.content ?? [])
  const ids = new Map<string, Ids>()
  const slugsOf = (entity: Entity) => [
    ...new Set(contents.flatMap((c) => (c['entity'] === entity ? [textIn(c, 'slug')] : []))),
  ]
  for (const entity of LINKED) ids.set(entity, await listIds(db, entity, topic.id, slugsOf(entity)))
  const known: Known = {
    topicSlug: topic.slug,
    choices: {
      ...(await listRecordChoices(db, topic.id)),
      claims: await listClaimNames(db, topic.id, contents.flatMap(restatedIn)),
    },
    ids,
    replies: await listClaimsOfReplies(db, topic.id, slugsOf('reply')),
    contradictions: await listContradictionNames(
      db,
      entries.flatMap(({ stored }) => stored?.contradictionId ?? []),
    ),
  }
  return entries.flatMap((entry) => describeEntry(entry, known) ?? [])
}

/** From what to what a thing of a topic differs, field by field in words. */
export async function describeDifference(
  db: Db,
  topicId: number,
  entity: Entity,
  forms: { readonly before: unknown; readonly after: unknown },
): Promise<FieldChange[]> {
  const claims = await listClaimNames(db, topicId, restatedIn({ entity, ...forms }))
  return changesIn(entity, forms, { ...(await listRecordChoices(db, topicId)), claims }).changes
}

/** What was done to the form of a thing, as far as it can be told from the form, and what changed. */
function changesIn(
  entity: Entity,
  forms: { readonly before: unknown; readonly after: unknown },
  choices: NamedThings,
): { did: Deed | undefined; changes: FieldChange[] } {
  if (entity !== 'claim')
    return { did: withdrawalIn(forms), changes: describeFields(entity, forms, choices) }
  const { did, changes } = describeRevision(forms, choices)
  return {
    did,
    changes: changes.map(({ name, ...change }) => ({ label: labelOf(name), ...change })),
  }
}

/** Slugs of claims that a change of a claim says it restates, or restated. */
const restatedIn = ({ entity, before, after }: Readonly<Record<string, unknown>>): string[] =>
  entity === 'claim'
    ? [before, after].flatMap((form) => DossierClaim.safeParse(form).data?.restates ?? [])
    : []

const textIn = (content: HistoryContent, name: string): string => {
  const value = content[name]
  return typeof value === 'string' ? value : ''
}

function describeEntry({ seq, stored }: StoredEntry, known: Known): HistoryItem | undefined {
  if (stored === undefined) return undefined
  const { content } = stored
  const at = new Date(textIn(content, 'at').slice(0, 24))
  const asThen = paths.compare(known.topicSlug, { known: instantText(at) })
  const line = { seq, at, asThen, by: textIn(content, 'by') }
  if (content.kind === 'revision') return { ...line, ...describeChange(content, known) }
  if (content.kind === 'erasure') return { ...line, ...describeErasure(stored, known) }
  const thing = describeContradiction(stored.contradictionId ?? 0, known)
  const about = { ...line, thing, changes: [] }
  const isHidden = stored.isUnsettled
  if (content.kind === 'status') {
    const from = textIn(content, 'from')
    if (from === '') return { ...about, did: 'filed' }
    const outcome = wording().history.moved(from as Status, textIn(content, 'to') as Status)
    return { ...about, did: 'moved', outcome, why: isHidden ? undefined : whyOf(content, 'why') }
  }
  const did = content.kind === 'review' ? 'reviewed' : 'ended'
  if (isHidden) return { ...about, by: undefined, did }
  if (content.kind === 'review end') return { ...about, did }
  const reason = textIn(content, 'reason') || undefined
  const outcome = wording().history.judged(
    textIn(content, 'verdict') as Verdict,
    reason as DismissalReason | undefined,
  )
  return { ...about, did, outcome, why: whyOf(content, 'note') }
}

/** Who asked, where that was somebody else. */
function describeErasure({ content, contradictionId }: StoredContent, known: Known) {
  const entity = textIn(content, 'entity')
  const slug = textIn(content, 'slug')
  const thing =
    contradictionId === undefined
      ? nameErased(entity, slug, known)
      : describeContradiction(contradictionId, known)
  const { reasons } = wording().erasure
  const askedBy = content['byOne'] === true ? undefined : textIn(content, 'askedBy')
  const reason = reasons[textIn(content, 'reason') as ErasureReason]
  const outcome = wording().history.erasedFor(reason, askedBy)
  return { did: 'erased' as const, thing, outcome, why: whyOf(content, 'why'), changes: [] }
}

/** By its slug: what it was called may be what went. */
function nameErased(entity: string, slug: string, known: Known): HistoryItem['thing'] {
  const id = known.ids.get(entity)?.get(slug)
  const href = id === undefined || !isLinked(entity) ? undefined : paths[entity]({ id, slug })
  const of = entity as HistoryThing
  return { of, word: wording().history.things[of], label: slug, href }
}

const whyOf = (content: HistoryContent, name: string): string | undefined =>
  textIn(content, name) || undefined

function describeContradiction(id: number, known: Known): HistoryItem['thing'] {
  const of = 'contradiction'
  const names = known.contradictions.get(id)
  const { things, someContradiction, shiftOf, betweenTwo } = wording().history
  if (names === undefined) return { of, word: someContradiction, label: '', href: undefined }
  const isWithin = names.kind === 'reversal' || names.kind === 'mixed messages'
  const label = `${isWithin ? names.a : betweenTwo(names.a, names.b)}: ${names.question}`
  const word = names.kind === 'reversal' ? shiftOf : things.contradiction
  return { of, word, label: shorten(label, MOST), href: paths.contradiction({ id }) }
}

type Changed = Pick<HistoryItem, 'did' | 'thing' | 'version' | 'slug' | 'why' | 'changes'>

function describeChange(content: HistoryContent, known: Known): Changed {
  const { before, after } = content
  const version = Number(content['version'])
  const entity = content['entity'] as Entity
  const slug = textIn(content, 'slug')
  const thing = describeThing(entity, slug, after, known)
  const about = { thing, version, slug, why: whyOf(content, 'why') }
  const { did = version === 1 ? 'recorded' : 'changed', changes } = changesIn(
    entity,
    { before, after },
    known.choices,
  )
  return { ...about, did, changes }
}

function describeFields(
  entity: Exclude<Entity, 'claim'>,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  choices: RecordChoices,
): FieldChange[] {
  const nameOf = namesIn(choices)
  // Read again for the order of its fields, which the database does not keep.
  const ordered = (form: unknown): unknown => ENTITY_FORMS[entity].safeParse(form).data ?? form
  const fieldsOf = (form: unknown) => fieldsOfForm(ordered(form), nameOf, wording().history.fields)
  const [from, to] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((label) => {
    const change = { label, from: from.get(label) ?? '', to: to.get(label) ?? '' }
    return change.from === change.to ? [] : [change]
  })
}

/** Which of the two a change of a form that can be withdrawn did; undefined where it is neither. */
function withdrawalIn({
  before,
  after,
}: {
  readonly before: unknown
  readonly after: unknown
}): Deed | undefined {
  const [was, is] = [isWithdrawn(before), isWithdrawn(after)]
  return was === is ? undefined : is ? 'withdrew' : 'put back'
}

const isWithdrawn = (form: unknown): boolean =>
  typeof form === 'object' && form !== null && 'withdrawn' in form

/** Fields of forms that hold slugs. */
const namesIn = (choices: RecordChoices) => {
  const parties = new Map(choices.parties.map((p) => [p.slug, p.name]))
  const issues = new Map(choices.issues.map((i) => [i.slug, i.question]))
  return (field: string, slug: string): string => {
    if (/^(party|parties|observers)$/.test(field)) return parties.get(slug) ?? slug
    return field === 'issue' ? (issues.get(slug) ?? slug) : slug
  }
}

/** What a thing is called: the field of its form that names it. */
const NAMED_BY: Readonly<Record<string, string>> = {
  party: 'name',
  person: 'name',
  source: 'title',
  issue: 'question',
  claim: 'statement',
  reply: 'statement',
}

function describeThing(
  entity: Entity,
  slug: string,
  form: unknown,
  known: Known,
): HistoryItem['thing'] {
  const fields = (form ?? {}) as Readonly<Record<string, unknown>>
  const { things, searchFor } = wording().history
  if (entity === 'topic') {
    const { title } = (fields['topic'] ?? {}) as Readonly<Record<string, unknown>>
    const label = typeof title === 'string' ? title : slug
    return {
      of: entity,
      word: things.topic,
      label: shorten(label, MOST),
      href: paths.topic(known.topicSlug),
    }
  }
  if (entity === 'search') {
    const nameOf = namesIn(known.choices)
    const part = (name: 'party' | 'issue') => nameOf(name, String(fields[name]))
    const label = shorten(`${part('party')}: ${part('issue')}`, MOST)
    return { of: entity, word: searchFor, label, href: undefined }
  }
  const name = fields[NAMED_BY[entity] ?? '']
  const label = shorten(typeof name === 'string' ? name : slug, MOST)
  if (entity === 'reply') {
    const at = known.replies.get(slug)
    return { of: entity, word: things.reply, label, href: at && paths.reply(at.claim, at) }
  }
  const id = known.ids.get(entity)?.get(slug)
  const href = id === undefined || !isLinked(entity) ? undefined : paths[entity]({ id, slug })
  return { of: entity, word: things[entity], label, href }
}
