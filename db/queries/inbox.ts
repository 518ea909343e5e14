import { type RawBuilder, sql } from 'kysely'
import type { Change, FollowedKind } from '#server/domain/recorded-changes.ts'
import type { Db } from '../connect.ts'
import { isResolutionTold, isTold, listChangesById } from './changes.ts'
import { type TopicViewer, isVisible } from './visibility.ts'

/**
 * What happened to what somebody follows since they followed it, but for what they did themselves:
 * worked out from the record each time, so that nothing is copied for each follower.
 */

type Viewer = NonNullable<TopicViewer>

/** Where {@link happened} begins for each thing: at the follow, or at what was read last. */
type Since = 'followed' | 'read'

/**
 * Things in topics that the viewer may see, each with the instant from which it is told (`mine`); the
 * same by topic, to begin with, and by side, since claims know their side and not its contradictions.
 */
const followed = (viewer: Viewer, from: Since): RawBuilder<unknown> => sql`
  mine as materialized (
    select f.kind, f.thing_id, f.topic_id, ${
      from === 'followed'
        ? sql`f.followed_at`
        : sql`greatest(f.followed_at, (select inbox_read_at from account where id = ${viewer.accountId}))`
    } as since
    from follow f join topic t on t.id = f.topic_id
    where f.account_id = ${viewer.accountId} and ${isVisible(viewer, 't')}
  ),
  topics as materialized (select topic_id, min(since) as since from mine group by topic_id),
  sides as materialized (
    select v.side_id, min(m.since) as since
    from mine m join contradiction x on x.id = m.thing_id
    cross join lateral (values (x.side_a_id), (x.side_b_id)) v (side_id)
    where m.kind = 'contradiction' group by v.side_id
  )`

/** A join to what is followed of one kind; at most one row, so that nothing is told twice. */
const orFollowed = (
  as: string,
  kind: FollowedKind,
  id: RawBuilder<number>,
  at: RawBuilder<Date>,
): RawBuilder<unknown> => {
  const m = sql.ref(as)
  return sql`left join mine ${m} on ${m}.kind = ${kind} and ${m}.thing_id = ${id} and ${m}.since < ${at}`
}

const orItsContradiction = (at: RawBuilder<Date>): RawBuilder<unknown> => sql`
  ${orFollowed('of_topic', 'topic', sql`x.topic_id`, at)}
  ${orFollowed('of_issue', 'issue', sql`x.issue_id`, at)}
  ${orFollowed('of_a', 'party', sql`a.party_id`, at)}
  ${orFollowed('of_b', 'party', sql`b.party_id`, at)}
  ${orFollowed('of_x', 'contradiction', sql`x.id`, at)}`

const isItsContradiction = sql`coalesce(of_topic.thing_id, of_issue.thing_id, of_a.thing_id,
  of_b.thing_id, of_x.thing_id) is not null`

/** Rows `of`, `id`, `at`, `topic_id`, each once: revisions, entries of the log, resolved contradictions. */
const happened = (accountId: number): RawBuilder<unknown> => sql`
  select 'claim' as of, r.id, r.made_at as at, r.topic_id
  from topics s
  join revision r on r.topic_id = s.topic_id and r.entity = 'claim' and r.made_at > s.since
  join claim c on c.topic_id = r.topic_id and c.slug = r.slug
  ${orFollowed('of_topic', 'topic', sql`r.topic_id`, sql`r.made_at`)}
  ${orFollowed('of_party', 'party', sql`c.party_id`, sql`r.made_at`)}
  ${orFollowed('of_issue', 'issue', sql`c.issue_id`, sql`r.made_at`)}
  left join sides of_side on of_side.side_id = c.side_id and of_side.since < r.made_at
  where r.account_id is distinct from ${accountId}
    and coalesce(of_topic.thing_id, of_party.thing_id, of_issue.thing_id, of_side.side_id) is not null
  union all
  select 'event', e.id, e.happened_at, x.topic_id
  from contradiction_event e
  join contradiction x on x.id = e.contradiction_id
  join side a on a.id = x.side_a_id join side b on b.id = x.side_b_id
  ${orItsContradiction(sql`e.happened_at`)}
  where e.happened_at > (select min(since) from topics) and ${isTold}
    and e.account_id is distinct from ${accountId} and ${isItsContradiction}
  union all
  select 'resolved', x.id, x.resolved_at, x.topic_id
  from topics s
  join contradiction x on x.topic_id = s.topic_id and x.resolved_at > s.since
  join side a on a.id = x.side_a_id join side b on b.id = x.side_b_id
  ${orItsContradiction(sql`x.resolved_at`)}
  where ${isResolutionTold} and ${isItsContradiction}`

/** What {@link countUnread} depends on: while both texts are the same, so is the count. */
export interface UnreadState {
  /** How many things are followed in topics that may be seen. */
  readonly follows: number
  /** What is followed, since when, and up to when was read. */
  readonly mine: string
  /** The versions of the topics, which every change of a topic raises. */
  readonly versions: string
}

/** The small read before {@link countUnread}. */
export async function findUnreadState(db: Db, viewer: Viewer): Promise<UnreadState> {
  const { rows } = await sql<UnreadState>`
    select count(f.*)::int as follows, coalesce(sum(t.id::bigint * t.version), 0)::text as versions,
      concat_ws(' ', count(f.*), sum(f.thing_id), sum(t.id), max(f.followed_at), max(a.inbox_read_at))
        as mine
    from account a
    left join (follow f join topic t on t.id = f.topic_id and ${isVisible(viewer, 't')})
      on f.account_id = a.id
    where a.id = ${viewer.accountId}`.execute(db)
  return rows[0] ?? { follows: 0, mine: '', versions: '' }
}

/** How many unread ones there are. */
export async function countUnread(db: Db, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${followed(viewer, 'read')}
    select count(*)::int as count from (${happened(viewer.accountId)}) h`.execute(db)
  return rows[0]?.count ?? 0
}

/** An inbox in figures. */
export interface InboxState {
  readonly total: number
  readonly unread: number
  /** The instant of the newest; null where there is none. */
  readonly newest: Date | null
  /** What is later than this is unread; null where everything is. */
  readonly readAt: Date | null
}

export async function findInbox(db: Db, viewer: Viewer): Promise<InboxState> {
  const { rows } = await sql<InboxState>`
    with ${followed(viewer, 'followed')},
    me as (select inbox_read_at from account where id = ${viewer.accountId})
    select count(h.*)::int as total, max(h.at) as newest, me.inbox_read_at as "readAt",
      (count(*) filter (where h.at > coalesce(me.inbox_read_at, '-infinity')))::int as unread
    from me left join (${happened(viewer.accountId)}) h on true
    group by me.inbox_read_at`.execute(db)
  return rows[0] ?? { total: 0, unread: 0, newest: null, readAt: null }
}

/** One entry of an inbox, with its topic. */
export interface InboxEntry {
  readonly change: Change
  readonly topic: { readonly slug: string; readonly title: string }
}

/** One page of an inbox, newest first. */
export async function listInbox(
  db: Db,
  viewer: Viewer,
  { page, size }: { page: number; size: number },
): Promise<InboxEntry[]> {
  const { rows } = await sql<{
    of: 'claim' | 'event' | 'resolved'
    id: number
    slug: string
    title: string
  }>`
    with ${followed(viewer, 'followed')}
    select h.of, h.id, t.slug, t.title
    from (select * from (${happened(viewer.accountId)}) every
      order by at desc, of desc, id desc limit ${size} offset ${(page - 1) * size}) h
    join topic t on t.id = h.topic_id
    order by h.at desc, h.of desc, h.id desc`.execute(db)
  const idsOf = (of: string) => rows.flatMap((row) => (row.of === of ? [row.id] : []))
  const changes = await listChangesById(db, {
    claim: idsOf('claim'),
    event: idsOf('event'),
    resolved: idsOf('resolved'),
  })
  return rows.flatMap(({ of, id, ...topic }) => {
    const change = changes.get(`${of} ${id}`)
    return change === undefined ? [] : [{ change, topic }]
  })
}

/**
 * Note that an account has read everything up to an instant, the whole millisecond included: what the
 * database knows more exactly is rounded on the way out. Never back to an earlier one.
 */
export async function saveRead(db: Db, accountId: number, until: Date): Promise<void> {
  await sql`update account set inbox_read_at = greatest(inbox_read_at,
    ${until}::timestamptz + interval '999 microseconds') where id = ${accountId}`.execute(db)
}
