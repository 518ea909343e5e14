import type { Child } from 'hono/jsx'
import type { Role } from '#server/domain/access.ts'
import { counts } from './counts.ts'
import { roles } from './roles.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

/** Who has an account here, who is invited, and what is done to accounts. */
export const people = {
  title: 'People',
  /** What each role adds to the one before it. */
  roleMeanings: {
    reader: 'Readers see team topics besides the public ones.',
    contributor: 'Contributors record sources and claims, and correct what they recorded.',
    reviewer: 'Reviewers also decide on contradictions, except on what they recorded themselves.',
    editor:
      'Editors also correct what others recorded, settle what reviewers differ on, decide who sees a topic, have it told to webhooks, and invite people.',
    owner: 'Owners also give roles and disable accounts, and see every topic.',
  } as Table<Role>,
  /** To choose from. */
  roleNames: {
    reader: 'Reader',
    contributor: 'Contributor',
    reviewer: 'Reviewer',
    editor: 'Editor',
    owner: 'Owner',
  } as Table<Role>,

  /** @param accounts - how many may sign in */
  lede: (accounts: number) => `${counts.accounts(accounts)}. Readers need none.`,
  erasures: 'Requests for erasures',
  disabling: (name: string) => `disabling ${name}`,
  disabled: (name: Child) => (
    <>
      {name} may not sign in any more. Sessions and tokens have ended, and stay so if this is
      undone.
    </>
  ),
  accounts: 'Accounts',
  name: 'Name',
  role: 'Role',
  recorded: 'Recorded',
  reviewed: 'Reviewed',
  lastSeen: 'Last seen',
  roleOf: (role: Role, isDisabled: boolean) =>
    isDisabled ? `${roles[role]}, disabled` : roles[role],
  notSignedIn: 'Not signed in',

  invite: 'Invite somebody',
  inviteLede:
    'You get a link to pass on. Nothing is sent by mail. Whoever opens it chooses a name, an address and a password.',
  forWhom: 'For whom',
  forWhomHint: 'Only shown here, so that you know which link is whose.',
  makeInvitation: 'Make an invitation',
  /** How long a link works that was made a moment ago. */
  passOn: {
    invitation: 'Pass this link on. It works once, for 7 days, and is shown this once:',
    signIn: 'Pass this link on. It works once, for 30 minutes, and is shown this once:',
  },
  invitations: 'Invitations that wait',
  withoutName: 'Without a name',
  invitedAs: (whom: Child, role: Role) => (
    <>
      {whom}, as {roles[role]}
    </>
  ),
  invitedBy: (inviter: Child, until: Child) => (
    <>
      By {inviter}, until {until}
    </>
  ),
  takeBack: 'Take it back',
  takingBack: 'An invitation that is taken back does not come back. Make a new one instead.',

  log: 'What was done to accounts',
  /** @param what - a clause about who did it @param why - as they gave it, where they did */
  logged: (who: Child, what: Child, why: Child | undefined) => (
    <>
      {who} {what}
      {why !== undefined && <>: {why}</>}
    </>
  ),

  signsInAs: (role: Role) => `Signs in as ${roles[role]}.`,
  cannotSignIn: 'Disabled: cannot sign in.',
  wayBack: 'A way back in',
  wayBackLede: 'For somebody who lost their password: a link that signs them in once.',
  makeLink: 'Make a sign-in link',
  signingIn: 'Signing in',
  access: {
    enabled: { label: 'May sign in' },
    disabled: {
      label: 'May not sign in',
      hint: 'Sessions and tokens end at once. What was recorded and reviewed stays, under the same name.',
    },
  } as Readonly<Record<'enabled' | 'disabled', { readonly label: string; readonly hint?: string }>>,
  reason: 'Reason',
  reasonHint: 'Kept in the log and shown to everybody under Moderation. Name nobody in it.',
  save: 'Save',
  back: 'Back to people',
}
