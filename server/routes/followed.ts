import type { Db } from '#db/connect.ts'
import { findContradictionTopic, listContradictionsById } from '#db/queries/contradictions.ts'
import { isFollowed } from '#db/queries/follows.ts'
import { findVisibleTopic } from '#db/queries/topics.ts'
import { describePieces, headingOf } from '#views/contradiction/sentence.tsx'
import type { FollowState } from '#views/shared/follow.tsx'
import { may } from '../domain/access.ts'
import { Refusal } from '../domain/errors.ts'
import type { FollowedKind } from '../domain/recorded-changes.ts'
import type { AppContext } from '../http/context.ts'
import { type Addressed, type FeedFormat, decodeId, paths } from '../paths.ts'
import { requireIssue, requireParty } from './things.ts'

/** What a feed follows, as far as the asker may see it. */
export interface Found {
  readonly topic: { readonly id: number; readonly version: number }
  readonly id: number
  /** In words; read only once the feed has to be made. */
  readonly describe: () => string | Promise<string>
  readonly home: string
  readonly feed: (format: FeedFormat) => string
}

type Find = (db: Db, c: AppContext, name: string) => Promise<Found>

/** By kind, from its part of the address. Each throws a Refusal (404) where there is none to be seen. */
export const findFollowed: Readonly<Record<FollowedKind, Find>> = {
  topic: async (db, c, slug) => {
    const topic = await findVisibleTopic(db, slug, c.var.viewer)
    if (topic === undefined) throw new Refusal('topic-not-found')
    const feed = (format: FeedFormat) => paths.topicFeed(slug, format)
    return { topic, id: topic.id, describe: () => topic.title, home: paths.topic(slug), feed }
  },
  party: async (db, c, name) => {
    const { thing: party, topic } = await requireParty(db, c, name)
    const feed = (format: FeedFormat) => paths.partyFeed(party, format)
    const describe = () => `${party.name}: ${topic.title}`
    return { topic, id: party.id, describe, home: paths.party(party), feed }
  },
  issue: async (db, c, name) => {
    const { thing: issue, topic } = await requireIssue(db, c, name)
    const feed = (format: FeedFormat) => paths.issueFeed(issue, format)
    return { topic, id: issue.id, describe: () => issue.question, home: paths.issue(issue), feed }
  },
  contradiction: async (db, c, name) => {
    const id = decodeId(name) ?? 0
    const topic = await findContradictionTopic(db, id, c.var.viewer)
    if (topic === undefined) throw new Refusal('contradiction-not-found')
    const describe = async () => {
      const [x] = await listContradictionsById(db, [id])
      return x === undefined ? topic.title : describePieces(headingOf(x))
    }
    const feed = (format: FeedFormat) => paths.contradictionFeed({ id }, format)
    return { topic, id, describe, home: paths.contradiction({ id }), feed }
  },
}

/** The button of a page about something; readers without an account, and programs, have none. */
export async function findFollow(
  db: Db,
  c: AppContext,
  of: FollowedKind,
  thing: Addressed,
): Promise<FollowState | undefined> {
  const { viewer } = c.var
  if (viewer === undefined || !may(viewer, 'keep an account')) return undefined
  const is = await isFollowed(db, { of, id: thing.id }, viewer.accountId)
  return { isFollowed: is, path: (is ? paths.stopFollowing : paths.follow)(of, thing) }
}
