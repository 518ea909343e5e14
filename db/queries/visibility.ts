import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#server/domain/access.ts'

/** Whoever is asking; undefined for readers, to whom topics that are not public do not exist. */
export type TopicViewer = Actor | undefined

/**
 * Is the topic under this alias one that the viewer may see? The same as `maySee` in the domain, which
 * says why; a test holds the two against each other.
 */
export function isVisible(viewer: TopicViewer, topic: 'topic' | 't'): RawBuilder<boolean> {
  const visibility = sql.ref(`${topic}.visibility`)
  if (viewer === undefined || viewer.scopes?.includes('read') === false)
    return sql<boolean>`${visibility} = 'public'`
  if (viewer.role === 'owner') return sql<boolean>`true`
  return sql<boolean>`(${visibility} in ('public', 'team') or exists (select from topic_member member
    where member.topic_id = ${sql.ref(`${topic}.id`)} and member.account_id = ${viewer.accountId}))`
}
