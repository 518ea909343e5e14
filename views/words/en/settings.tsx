import type { Child } from 'hono/jsx'
import { counts, number } from './counts.ts'

/** Settings: what an account has of its own, and what holds in one browser. */
export const settings = {
  navigation: 'Settings',
  /** What each page is called in the navigation. */
  pages: {
    account: 'Account',
    profile: 'Name and language',
    appearance: 'Appearance',
    keyboard: 'Keyboard',
    notifications: 'Notifications',
    tokens: 'Tokens',
    webhooks: 'Webhooks',
  },
  saved: 'Saved in this browser.',
  keptInBrowser:
    'These choices are kept in cookies of this browser, whether you are signed in or not.',

  profile: 'Name and language',
  profileLede: 'How you are named here, and the language that Gainsay speaks to you.',
  nameAndAddress: 'Name and address',
  language: 'Language',
  languageHint:
    'Of headings, labels and explanations. What people said stays in the words they said it in.',
  saveLanguage: 'Save language',

  appearance: 'Appearance',
  colours: 'Colours',
  themes: {
    system: 'As the device says',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  },
  contrastHint: 'Light or dark as the device says, with black on white or white on black.',
  saveColours: 'Save colours',

  keyboard: 'Keyboard',
  keyboardLede: 'Everything can be done with Tab, Enter and Space. Other keys are quicker.',
  singleKeys: 'Keys pressed alone',
  singleKeysHint:
    'Letters, digits and signs that do something by themselves, such as ? for help. Turn them off where speech or a switch types letters that were not meant as commands.',
  keysOn: 'On',
  keysOff: 'Off',
  saveKeys: 'Save keys',
  allKeys: 'See every key of every page',

  notifications: 'Notifications',
  notificationsLede: 'What tells you of changes, and where. Nothing is sent by e-mail.',
  inbox: 'Inbox',
  /** @param unread - how many entries are new @param inbox - makes a link of words */
  unread: (unread: number, inbox: (words: string) => Child) => (
    <>
      {unread === 0 ? 'Nothing' : number(unread)} new. {inbox('See your inbox')}
    </>
  ),
  howToFollow:
    'At the foot of each topic, party, issue and contradiction is a button to follow it. What happens to it is then told in your inbox.',
  feeds: 'Feeds',
  feedsLede:
    'A feed reader is told of a public topic, party, issue or contradiction without an account. The addresses of its feeds are at the foot of its page.',
  webhooks: 'Webhooks',
  /** @param off - how many of them are disabled */
  yourWebhooks: (all: number, off: number) =>
    `${counts.webhooks(all)}${off === 0 ? '' : `, ${number(off)} disabled`}.`,
  changeWebhooks: 'Change webhooks',
  webhookTo: (topic: Child, host: Child) => (
    <>
      {topic}, to {host}
    </>
  ),
}
