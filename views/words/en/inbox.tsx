import type { Child } from 'hono/jsx'
import type { FollowedKind } from '#server/domain/recorded-changes.ts'
import { counts } from './counts.ts'

/** What happened to what one follows. */
export const inbox = {
  title: 'Inbox',
  lede: 'What happened to what you follow since you followed it, without what you did yourself.',
  undoOf: (name: string) => `no longer following ${name}`,
  ended: (name: Child) => <>You no longer follow {name}.</>,
  followNothing: 'You follow nothing yet',
  howToFollow:
    'At the foot of each topic, party, issue and contradiction is a button to follow it. What happens to it is then told here.',
  seeTopics: 'See the topics',
  nothingYet: 'Nothing has happened yet',
  fromNowOn: 'Claims and contradictions of what you follow are told here from now on.',
  entries: (total: number, unread: number) =>
    `${counts.entries(total)}, ${unread === 0 ? 'none' : unread} new.`,
  markRead: 'Mark all as read',
  pagesOf: 'entries',
  isNew: 'New',
  inTopic: (time: Child, topic: Child) => (
    <>
      {time}, in {topic}
    </>
  ),
  following: 'What you follow',
  kinds: {
    topic: 'Topic',
    party: 'Party',
    issue: 'Issue',
    contradiction: 'Contradiction',
  } as Readonly<Record<FollowedKind, string>>,
  kindIn: (kind: string, topic: Child) => (
    <>
      {kind} in {topic}
    </>
  ),
  stop: (what: Child) => (
    <>
      Stop following
      <span class="visually-hidden"> {what}</span>
    </>
  ),
}
