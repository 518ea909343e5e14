import type { CameBy, Role, Scope } from '#server/domain/access.ts'
import type { Child } from 'hono/jsx'
import { roles } from './roles.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>

const cameBy: Table<CameBy> = {
  link: 'by a sign-in link',
  invitation: 'by an invitation',
  password: 'with a password',
  passkey: 'with a passkey',
}

/** Signing in, joining, and what everybody has of their own. */
export const account = {
  signIn: 'Sign in',
  signInLede: 'Reading needs no account. Recording and reviewing do.',
  signInWithPasskey: 'Sign in with a passkey',

  makeAccount: 'Make your account',
  /** @param inviter - isolated @param meaning - what the role may do, a sentence */
  invited: (inviter: Child, role: Role, meaning: Child) => (
    <>
      {inviter} invites you to Gainsay as {roles[role]}. {meaning}
    </>
  ),
  joinEmailHint: 'You sign in with it. Only the owners of this site see it; nothing is sent to it.',
  makeTheAccount: 'Make the account',

  email: 'E-mail address',
  name: 'Name',
  nameHint: 'It signs your reviews and what you record, and readers see it.',
  password: 'Password',
  newPassword: 'New password',
  /** @param least - how many characters @param after - what follows from it, a sentence or '' */
  newPasswordHint: (least: number, after: string) =>
    `At least ${least} characters, of any kind. Four or five words that do not belong together are good and easy to keep. ${after}`,

  confirm: 'Confirm that it is you',
  confirmLede: {
    password:
      'You signed in a while ago. What comes next could hand an account to somebody else, so give your password once more. What you typed is kept. You are asked again after 15 minutes.',
    passkey:
      'You signed in a while ago. What comes next could hand an account to somebody else, so use your passkey once more. What you typed is kept. You are asked again after 15 minutes.',
    either:
      'You signed in a while ago. What comes next could hand an account to somebody else, so give your password or use a passkey once more. What you typed is kept. You are asked again after 15 minutes.',
  },
  yourPassword: 'Your password',
  confirmAndGoOn: 'Confirm and go on',
  confirmWithPasskey: 'Confirm with a passkey',
  confirmByLink: 'Signing in again, by a link of an owner, confirms as well.',
  passkeyNeeds: 'Using a passkey takes a browser that offers them, with JavaScript on.',

  passkeyObstacles: {
    https: 'Browsers offer passkeys over https only, and this site is reached without it.',
    name: 'Browsers offer passkeys to sites with a name, and this address is a number.',
  },
  /** @param address - as a link */
  passkeyInstead: (address: Child) => <>On this machine, {address} has one.</>,

  title: 'Your account',
  yourRole: (role: Role, meaning: Child) => (
    <>
      Your role is {roles[role]}. {meaning}
    </>
  ),
  byLinksSoFar: (toProfile: (words: string) => Child) => (
    <>
      You sign in by links so far. {toProfile('Give an address with your name')} and a password
      below, or add a passkey, to sign in without one.
    </>
  ),
  /** What was done a moment ago. */
  notices: {
    profile: 'Your name and address are saved.',
    password: 'Your password is saved. Every other session has ended.',
    passkey: 'The passkey is saved.',
    'passkey-removed':
      'The passkey is removed. Sessions that began with it go on until they are ended below.',
    session: 'The session has ended.',
    token: 'The token has ended.',
  },
  profile: 'Name and address',
  emailHint: 'You sign in with it. Readers never see it.',
  saveProfile: 'Save name and address',
  passwordInUse: 'Password in use',
  otherSessionsEnd: 'Every other session of yours ends.',
  changePassword: 'Change the password',
  setPassword: 'Set a password',

  sessions: 'Where you are signed in',
  thisSession: '(this one)',
  /** @param since, last - instants */
  signedIn: (how: CameBy, since: Child, last: Child) => (
    <>
      Signed in {cameBy[how]} on {since}, last used {last}
    </>
  ),
  endSession: 'End this session',
  endOthers: 'End all others',
  endingSessions: 'Ending one cannot be undone. Sign in there again instead.',
  unnamedBrowser: 'A browser that did not say its name',
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,

  passkeys: 'Passkeys',
  passkeysLede:
    'A passkey signs you in with what unlocks your phone, your computer or a security key, and works on this site alone.',
  removingPasskeys: 'Removing one cannot be undone. Add it again instead.',
  added: (when: Child, used: Child) => (
    <>
      Added {when}, {used}
    </>
  ),
  neverUsed: 'never used',
  lastUsed: (when: Child) => <>last used {when}</>,
  removePasskey: (name: Child) => (
    <>
      Remove
      <span class="visually-hidden"> the passkey {name}</span>
    </>
  ),
  addPasskey: 'Add a passkey',
  passkeyName: 'Name of the passkey',
  passkeyNameHint: 'For you, to tell it from others: “Phone”, or “Blue security key”.',
  addingPasskeyNeeds: 'Adding one takes a browser that offers passkeys, with JavaScript on.',

  tokens: 'Tokens for programs',
  /** @param header - what a program sends */
  tokensLede: (header: Child) => (
    <>
      A program that sends {header} and a token acts in your name, within what you choose here and
      what your role allows at the time.
    </>
  ),
  tokenOnce: (token: Child) => <>This is the token. It is shown this once: {token}</>,
  endingTokens: 'Ending one cannot be undone. Make a new one instead.',
  /** What a token may do, in a word. */
  scopeNames: { read: 'read', record: 'record', review: 'review' } as Table<Scope>,
  tokenEnded: '(ended)',
  tokenTimes: (made: Child, ends: Child, used: Child) => (
    <>
      Made {made}, ends {ends}, {used}
    </>
  ),
  removeToken: (name: Child) => (
    <>
      Remove<span class="visually-hidden"> {name}</span>
    </>
  ),
  endToken: (name: Child) => (
    <>
      End<span class="visually-hidden"> {name}</span>
    </>
  ),
  tokenName: 'What it is for',
  tokenScopes: 'What it may do',
  scopes: {
    read: 'Read what you may read, private topics too',
    record: 'Record and change claims and sources',
    review: 'Review contradictions',
  } as Table<Scope>,
  tokenDays: 'Ends after',
  makeToken: 'Make a token',
}
