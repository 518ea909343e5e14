import type { Child } from 'hono/jsx'
import { REFUSAL_CODES, type RefusalCode, sentenceOf } from '#server/domain/errors.ts'

/** As programs are told. */
export const refusals = Object.fromEntries(
  REFUSAL_CODES.map((code) => [code, sentenceOf(code)]),
) as Readonly<Record<RefusalCode, string>>

const headings = {
  400: 'This could not be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Changed meanwhile',
  410: 'No longer valid',
  413: 'Too large',
  415: 'Unknown format',
  421: 'Another server',
  429: 'Too many attempts',
  500: 'Something went wrong',
  503: 'Not available just now',
}

/** Pages about what went wrong, or was done before. */
export const problems = {
  headings: headings as Readonly<Record<keyof typeof headings, string>>,
  wayOn: (home: Link, help: Link) => (
    <>
      Go to the {home('list of topics')} or read the {help('help')}.
    </>
  ),
  keepsHappening: (requestId: Child) => (
    <>If it keeps happening, report this with the request number {requestId}.</>
  ),
  requestNumber: (requestId: Child) => <>Request number {requestId}</>,
  howToSignIn: (signIn: Link) => (
    <>
      People with an account {signIn('sign in')} with their e-mail address and a password. A passkey
      takes the place of both once it was added on one’s account page. Accounts are made by
      invitation: ask an editor or an owner of this site for a link. Whoever lost their way in asks
      an owner for a sign-in link.
    </>
  ),
  firstOwner: (command: Child) => (
    <>
      The first owner needs neither: each time Gainsay starts with {command} it prints a sign-in
      link. The link works once and for 30 minutes.
    </>
  ),
  stillHere: (signIn: Link) => (
    <>What you typed is still here. {signIn('Sign in (opens a new tab)')}, then send it again.</>
  ),

  doneBefore: 'This was done before',
  doneOn: (instant: Child) => (
    <>The same was sent before, and it was done on {instant}. It was not done again.</>
  ),
  ifSignedIn: (signIn: Link) => (
    <>
      If it made an account or signed you in, and you are not signed in here: {signIn('sign in')}.
    </>
  ),
  goToTopics: (home: Link) => <>Go to the {home('list of topics')}.</>,
  goBack: (back: Link, home: Link) => (
    <>
      Go back to {back('the page it was sent from')}, or to the {home('list of topics')}.
    </>
  ),

  sentBefore: 'This form was sent before',
  savedOn: (instant: Child) => (
    <>It was sent with other content and saved on {instant}. What you sent now was not saved.</>
  ),
  openAnew: 'Open the page of the form anew, fill it in, and send it.',
  isKept:
    'It is kept on this page. If it is meant besides what was saved, send it as a form of its own.',
  sendAsNew: 'Send it as a new form',
}

/** Makes what leads somewhere of words. */
type Link = (words: string) => Child
