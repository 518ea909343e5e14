import type { RestorableEntity } from '#server/domain/restoration.ts'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { findRecorder } from '#db/queries/claims.ts'
import { type ThingRef, findNewestVersion } from '#db/queries/restoration.ts'
import type { FoundTopic } from '#db/queries/topics.ts'
import { describeClaim } from '#views/claim/claim-summary.tsx'
import type { UndoForm } from '#views/shared/done-notice.tsx'
import type { Crumb } from '#views/shared/navigation.tsx'
import { wording } from '#views/words/wording.ts'
import { type ActedOn, type Action, may } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import type { AppContext } from '../http/context.ts'
import { validAddress } from '../http/validate.ts'
import { decodeId, paths } from '../paths.ts'
import { crumbsTo, findClaimOrRefuse, findTopicOfClaim } from './claim-pages.ts'
import { requireTopic } from './pages.ts'
import { requireSource, sourceCrumbs } from './source-pages.ts'
import { requireIssue, requireParty, requirePerson } from './things.ts'

/** Things whose earlier versions can be brought back, as the pages about that need them. */
export interface Restorable extends ThingRef {
  readonly topic: Pick<FoundTopic, 'id' | 'slug' | 'title' | 'version'>
  readonly label: string
  readonly href: string
  /** The path of its history. */
  readonly history: string
  readonly crumbs: readonly Crumb[]
  /** What decides who may, beyond the door. */
  readonly on: ActedOn
}

/** Whoever comes in at all; of claims, whether it is one's own decides further. */
export const doorOf = (entity: RestorableEntity): Action => {
  if (entity === 'claim') return 'record'
  return entity === 'topic' ? 'set up a topic' : 'change what others recorded'
}

/** What is asked of the thing itself. */
export const actionOn = (entity: RestorableEntity): Action =>
  entity === 'topic' ? 'set up a topic' : 'change what others recorded'

export const versionAddress = validAddress(
  z.object({ version: z.coerce.number().int().min(1).max(999_999_999) }),
)

type Find = (db: Db, c: AppContext) => Promise<Restorable>

/** By kind, from the address. Each throws a Refusal (404) where there is none to be seen. */
export const findRestorable: Readonly<Record<RestorableEntity, Find>> = {
  claim: async (db, c) => {
    const id = decodeId(c.req.param('id') ?? '') ?? 0
    const topic = await findTopicOfClaim(db, c, id)
    const claim = await findClaimOrRefuse(db, id)
    return {
      ...thingOf(topic, 'claim', claim, describeClaim(claim)),
      history: paths.claimHistory(claim),
      crumbs: crumbsTo(topic, claim),
      on: { recordedBy: await findRecorder(db, id) },
    }
  },
  issue: async (db, c) => {
    const { thing, topic } = await requireIssue(db, c)
    const of = thingOf(topic, 'issue', thing, thing.question)
    const crumbs = crumbsOf(
      topic,
      { label: wording().issue.issues, href: paths.issues(topic.slug) },
      of,
    )
    return { ...of, crumbs, history: paths.issueHistory(thing) }
  },
  party: async (db, c) => {
    const { thing, topic } = await requireParty(db, c)
    const of = thingOf(topic, 'party', thing, thing.name)
    const crumbs = crumbsOf(topic, partiesOf(topic), of)
    return { ...of, crumbs, history: paths.partyHistory(thing) }
  },
  person: async (db, c) => {
    const { thing, topic } = await requirePerson(db, c)
    const of = thingOf(topic, 'person', thing, thing.name)
    const crumbs = crumbsOf(topic, partiesOf(topic), of)
    return { ...of, crumbs, history: paths.personHistory(thing) }
  },
  source: async (db, c) => {
    const { source, topic } = await requireSource(db, c)
    const of = thingOf(topic, 'source', source, source.title)
    return { ...of, crumbs: sourceCrumbs(topic, source), history: paths.sourceHistory(source) }
  },
  topic: async (db, c) => {
    const topic = await requireTopic(db, c)
    const { id: topicId, slug, title: label } = topic
    const href = paths.topic(slug)
    const about = { topic, topicId, entity: 'topic', slug, label, href, on: {} } as const
    return { ...about, crumbs: [{ label, href }], history: paths.history(slug) }
  },
  search: async (db, c) => {
    const topic = await requireTopic(db, c)
    const slug = c.req.param('search') ?? ''
    const about = { topicId: topic.id, entity: 'search', slug } as const
    if ((await findNewestVersion(db, about)) === undefined) throw new Refusal('not-found')
    const href = paths.history(topic.slug, { of: 'search' })
    const crumbs = [{ label: topic.title, href: paths.topic(topic.slug) }]
    const history = paths.searchHistory(topic.slug, slug)
    return { ...about, topic, label: slug, href, crumbs, history, on: {} }
  },
}

const LINKS = {
  claim: paths.claim,
  issue: paths.issue,
  party: paths.party,
  person: paths.person,
  source: paths.source,
}

const thingOf = (
  topic: Restorable['topic'],
  entity: keyof typeof LINKS,
  thing: { readonly id: number; readonly slug: string },
  label: string,
) => ({
  topic,
  topicId: topic.id,
  entity,
  slug: thing.slug,
  label,
  href: LINKS[entity](thing),
  on: {},
})

const crumbsOf = (
  topic: Restorable['topic'],
  list: Crumb,
  { label, href }: Pick<Restorable, 'label' | 'href'>,
): Crumb[] => [{ label: topic.title, href: paths.topic(topic.slug) }, list, { label, href }]

const partiesOf = (topic: Restorable['topic']): Crumb => ({
  label: wording().common.parties,
  href: paths.parties(topic.slug),
})

/** The page on which the versions of a thing are listed: those without one are in their topic's. */
export const listedAt = (thing: Pick<Restorable, 'entity' | 'topic' | 'history'>): string =>
  thing.entity === 'topic' || thing.entity === 'search'
    ? paths.history(thing.topic.slug, { of: thing.entity })
    : thing.history

/** May whoever asks bring earlier versions of this back? */
export const mayRestore = (c: AppContext, entity: RestorableEntity, on?: ActedOn): boolean =>
  may(c.var.viewer, doorOf(entity)) && may(c.var.viewer, actionOn(entity), on)

/**
 * The way back from the newest version of a thing to the one before it.
 * @param history - the path of its history
 * @returns undefined where it has one version, or somebody else made the newest
 */
export async function findUndo(
  db: Db,
  c: AppContext,
  thing: ThingRef,
  history: string,
): Promise<UndoForm | undefined> {
  const newest = await findNewestVersion(db, thing)
  if (newest === undefined || newest.version < 2) return undefined
  if (c.var.viewer === undefined || newest.accountId !== c.var.viewer.accountId) return undefined
  return {
    path: paths.restoreVersion(history, newest.version - 1),
    fields: { version: String(newest.version), why: `Undo of version ${newest.version}.` },
    of: wording().history.undoneVersion(newest.version),
  }
}
