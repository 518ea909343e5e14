import type { Child } from 'hono/jsx'
import type { Role, Scope, Visibility } from '#server/domain/access.ts'
import type { AuditKind } from '#server/domain/audit.ts'
import type { ErasedThing } from '#server/domain/erasures.ts'
import { counts, number } from './counts.ts'
import { roles } from './roles.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

const visibilities: Table<Visibility> = { public: 'public', team: 'team', private: 'private' }

const erased: Table<ErasedThing> = {
  claim: 'the words of a claim',
  source: 'the text of a source',
  review: 'the comment of a review',
  status: 'the reason of a decision',
  revision: 'the reason of a change',
}

const scopeNames: Table<Scope> = { read: 'read', record: 'record', review: 'review' }

/** What owners look after. */
export const admin = {
  navigation: 'Administration',
  pages: { people: 'People', erasures: 'Erasures', audit: 'Audit', jobs: 'Background work' },

  audit: 'Audit',
  auditLede:
    'What was done to accounts, invitations, what lets somebody in, who may see topics, erasures, tokens and webhooks: who did it, when and why.',
  auditElsewhere: (moderation: (words: string) => Child) => (
    <>
      What was done to the record is in each topic’s history and its {moderation('moderation log')}.
      Signing in, and sign-ins that failed, are in the log of the server. Tokens and webhooks that
      have been removed are not listed any more.
    </>
  ),
  kind: 'What',
  everything: 'Everything',
  kinds: {
    role: 'Role changed',
    access: 'Kept out or let in again',
    invitation: 'Invitation',
    'sign-in': 'Password, passkey or sign-in link',
    name: 'Name changed',
    topic: 'Topic: who sees it, how it is settled',
    erasure: 'Erasure',
    token: 'Token for programs',
    webhook: 'Webhook',
  } as Table<AuditKind>,
  who: 'Who',
  everybody: 'Everybody',
  nothingYet: 'Nothing yet',
  nothingFits: 'Nothing fits',
  nothingFitsHint: 'Choose another kind or another person.',
  pagesOf: 'entries',
  shown: (entries: number) => `${counts.entries(entries)}, the newest first.`,
  asCsv: 'As CSV',
  reason: (why: Child) => <>Reason: {why}</>,
  inTopic: (topic: Child) => <>Topic: {topic}</>,
  saysOtherSide: (answer: Child) => <>Last answer: {answer}</>,

  /** Each begins with whoever did it. */
  acts: {
    role: (by: Child, name: Child, from: Role, to: Role) => (
      <>
        {by} made {name} {roles[to]} (was {roles[from]})
      </>
    ),
    disabled: (by: Child, name: Child) => (
      <>
        {by} disabled the account of {name}
      </>
    ),
    letIn: (by: Child, name: Child) => (
      <>
        {by} let {name} in again
      </>
    ),
    link: (by: Child, name: Child) => (
      <>
        {by} made a sign-in link for {name}
      </>
    ),
    memberAdded: (by: Child, name: Child) => (
      <>
        {by} made {name} a member of a topic
      </>
    ),
    memberOut: (by: Child, name: Child) => (
      <>
        {by} took {name} out of a topic
      </>
    ),
    name: (by: Child, name: Child) => (
      <>
        {by} took the name {name}
      </>
    ),
    password: (by: Child) => <>{by} set a new password</>,
    passkeyAdded: (by: Child) => <>{by} added a passkey</>,
    passkeyRemoved: (by: Child) => <>{by} removed a passkey</>,
    /** @param whom - what the invitation notes, if anything */
    invited: (by: Child, whom: Child | undefined, role: Role) => (
      <>
        {by} invited {whom ?? 'somebody'} as {roles[role]}
      </>
    ),
    takenBack: (by: Child) => <>{by} took an invitation back</>,
    joined: (by: Child, role: Role, inviter: Child) => (
      <>
        {by} joined as {roles[role]}, invited by {inviter}
      </>
    ),
    setUp: (by: Child, visibility: Visibility, reviews: 1 | 2) => (
      <>
        {by} set a topic to {visibilities[visibility]}, settled by{' '}
        {reviews === 1 ? 'one review' : 'two reviews'}
      </>
    ),
    erasureAsked: (by: Child, of: ErasedThing) => (
      <>
        {by} asked to erase {erased[of]}
      </>
    ),
    erased: (by: Child, of: ErasedThing) => (
      <>
        {by} erased {erased[of]}
      </>
    ),
    erasureDeclined: (by: Child, of: ErasedThing) => (
      <>
        {by} declined to erase {erased[of]}
      </>
    ),
    token: (by: Child, name: Child, scopes: readonly Scope[], ends: Child) => (
      <>
        {by} made the token {name} ({scopes.map((scope) => scopeNames[scope]).join(', ')}), which
        ends {ends}
      </>
    ),
    webhookAdded: (by: Child, host: Child) => (
      <>
        {by} added a webhook to {host}
      </>
    ),
    webhookDisabled: (host: Child) => <>A webhook to {host} was disabled</>,
  },

  jobs: 'Background work',
  jobsLede: 'What this site does beside answering requests, and how far it has come.',
  webhooks: 'Webhooks',
  webhooksOff: (setting: Child) => (
    <>Nothing is sent from here. The setting {setting} turns it on.</>
  ),
  webhooksHow:
    'Every few seconds, and whenever something is recorded, topics with webhooks are looked at and what is due is sent. What fails is tried eight times within about a day.',
  waiting: 'Waiting',
  retrying: 'To be tried again',
  held: 'Held by disabled webhooks',
  givenUp: 'Given up',
  delivered: 'Delivered',
  lastDelivered: 'Last delivered',
  lastAttempt: 'Last attempt',
  nextAttempt: 'Next attempt',
  unswept: 'Topics to be looked at',
  allWebhooks: (all: number, disabled: number) =>
    `${counts.webhooks(all)}${disabled === 0 ? '' : `, ${number(disabled)} disabled`}`,
  never: 'never',
  none: 'none',
  undelivered: 'Not delivered',
  undeliveredCaption: (shown: number, all: number) =>
    shown < all ? `Not delivered, ${number(shown)} of ${number(all)}` : 'Not delivered',
  event: 'Event',
  where: 'Topic and address',
  stands: 'How it stands',
  doSomething: 'Again',
  attemptsGivenUp: (attempts: number) => `Given up after ${counts.attempts(attempts)}.`,
  attemptsNext: (attempts: number, next: Child) => (
    <>
      {counts.attempts(attempts)}, the next {next}.
    </>
  ),
  waitsForWebhook: 'Its webhook is disabled.',
  notTried: 'Waiting.',
  tryAgain: (id: number) => (
    <>
      Try again<span class="visually-hidden"> delivery {id}</span>
    </>
  ),
  ofOwner: (owner: Child) => <>of {owner}</>,
  retried: 'It is sent again now. Reload the page to see what came of it.',

  search: 'Search',
  searchHow:
    'What is found by its words is written together with what it belongs to, so nothing waits.',
  searchEntries: 'Entries',
  searchMissing: 'On record without an entry',
  searchStale: 'Entries of nothing on record',
  texts: 'Texts of sources',
  textsHow:
    'A text is fetched or read while somebody waits for it, and kept with its source. Nothing is fetched again by itself.',
  captured: 'Captured texts',
  newestText: 'Newest',
  withoutText: 'Sources without a text',
}
