import type { Child } from 'hono/jsx'
import type { Role } from '#server/domain/access.ts'
import { MODERATION_KINDS, type ModerationKind } from '#server/domain/moderation.ts'
import type { PeopleAct } from '#server/domain/people-acts.ts'
import { counts, number } from './counts.ts'

const anybody = (role: Role): string => `${/^[eo]/.test(role) ? 'an' : 'a'} ${role}`

/** What editors and owners did: in a topic, and to accounts. */
export const moderation = {
  title: 'Moderation',
  titleOf: (topic: string) => `Moderation: ${topic}`,
  newestFirst: (entries: number) => `${counts.entries(entries)}, the newest first`,
  pagesOfEntries: 'entries',
  jsonFeed: 'JSON Feed',
  nothingYet: 'Nothing yet',
  reason: (why: Child) => <>Reason: {why}</>,

  lede: (history: (words: string) => Child) => (
    <>
      What was withdrawn and put back, changed by somebody else than who recorded it, restored or
      erased, settled by an editor or dismissed, and how this topic is set up: who did it, when and
      why. It is read from the {history('history')}, to which entries are only ever added.
    </>
  ),
  leftOut: (site: (words: string) => Child) => (
    <>
      What was decided on a contradiction that is not settled now is left out, or told without its
      outcome and reason, since reviewers decide without knowing it. What was done to accounts is in
      the {site('log of the site')}.
    </>
  ),
  what: 'What',
  everything: 'Everything',
  who: 'Who',
  everybody: 'Everybody',
  nobodyDid: 'Nobody has withdrawn, settled, dismissed or set up anything in this topic.',
  noEntries: 'No entries',
  noneFits: 'Nothing here fits what is chosen.',
  showEverything: 'Show everything',
  /** What was done, as a choice and as a mark. */
  kind: (kind: ModerationKind): string => MODERATION_KINDS[kind].label,
  deed: (kind: ModerationKind, by: Child, thing: Child, outcome: string | undefined): Child => (
    <>
      {by} {MODERATION_KINDS[kind].verb} {thing}
      {outcome !== undefined && ` ${outcome}`}
    </>
  ),
  entry: (seq: number) => `Entry ${number(seq)} of the history`,

  siteLede:
    'What the people who run this site did to others’ work and accounts: who did it, when and why.',
  topics: 'Topics',
  noTopic: 'There is no topic that you can see.',
  accounts: 'Accounts',
  aboutAccounts:
    'Roles that were changed, and accounts that were suspended or restored. Who is, or was, an editor or an owner decides over what others record, and is named. Everybody else is not: their role stands here instead, and their name is left out of the reason. Whoever did it is always named.',
  noAccount: 'No role was changed, and no account suspended.',
  /** In place of a name within a reason. */
  nameLeftOut: '[name left out]',
  reasonNotPublic: 'The reason was given before reasons were public.',
  /** @param name - undefined where whom it was done to is not named @param role - theirs then */
  accountDeed: (act: PeopleAct, by: Child, name: Child | undefined, role: Role): Child => {
    if (act.did === 'role')
      return (
        <>
          {by} changed the role of {name ?? anybody(act.from)} from {act.from} to {act.to}
        </>
      )
    const whom = anybody(role)
    return (
      <>
        {by} {act.did === 'disabled' ? 'suspended' : 'restored'} the account of {name ?? whom}
        {name !== undefined && `, ${whom}`}
      </>
    )
  },
}
